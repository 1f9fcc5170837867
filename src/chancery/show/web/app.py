"""The application: addresses, what answers them, and the guard before all of it.

In: the path of an archive, where it is served. Out: an ASGI application.
What it does not know: sockets; `show.cli_serve` binds one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from chancery.ask.answers import Answers
from chancery.show.web import (
    actor,
    atlas,
    audits,
    interface,
    lists,
    network,
    overview,
    reports,
    review,
    search,
    series,
    trends,
)
from chancery.show.web.guard import App, Door, Guard, Message
from chancery.show.web.pages import HERE, Pages

WARMED = ("/", "/timeline", "/dyads", "/map", "/network", "/series", "/actors")
"""The views that count all of an archive; over a million events each takes a second when it is first asked for."""
LARGEST = 6
"""Countries whose dyads and map are asked for too: with the most events they take half a second the first time."""
TAKEN = (*lists.KINDS, *interface.SERIES)
"""What can be taken away."""
FORMS = ("csv", "jsonl", "sql")
"""What a list can be taken away as."""
Answering = Callable[[Request], Awaitable[Response]]


def _of(kind: str, answer: Answering, form: str = "") -> Answering:
    """Return what answers for one kind of list, in one form."""

    async def answering(request: Request) -> Response:
        request.path_params.update(kind=kind, form=form)
        return await answer(request)

    return answering


def _reviewing() -> Iterator[Route]:
    """Yield the addresses under which findings of each kind are reviewed."""
    for kind in lists.REVIEWED:
        yield Route(f"/review/{kind}", _of(kind, review.queue), methods=["GET"])
        yield Route(f"/review/{kind}", _of(kind, review.decide_all), methods=["POST"])
        yield Route(f"/review/{kind}/undo", _of(kind, review.undo), methods=["POST"])
        yield Route(f"/review/{kind}/{{number:int}}", _of(kind, review.one), methods=["GET"])
        yield Route(f"/review/{kind}/{{number:int}}", _of(kind, review.decide), methods=["POST"])


def create_app(db: Path, door: Door, reviewer: str = "") -> App:
    """Return the application for one archive.

    Args:
        db: the archive, opened anew for every request.
        door: where it is served, and the token it asks for.
        reviewer: who decides about findings; without it nobody can, and the archive is only read.
    """
    pages = Pages(db, reviewer)

    async def missing(request: Request, _: Exception) -> Response:
        return pages.show(request, "message.html", status=404, words="There is no such page.")

    app = Starlette(
        routes=[
            Route("/", overview.overview),
            Route("/timeline", trends.timeline),
            Route("/dyads", trends.dyads),
            Route("/map", atlas.mapped),
            Route("/network", network.network),
            Route("/series", series.series),
            *(Route(f"/series.{form}", _of("series", series.downloaded, form)) for form in FORMS),
            Route("/search", search.search),
            Route("/api/search", search.answered),
            *(Route(f"/{kind}", _of(kind, lists.listed)) for kind in lists.KINDS),
            *(Route(f"/{kind}.{form}", _of(kind, lists.downloaded, form)) for kind in TAKEN for form in FORMS),
            *(Route(f"/api/{kind}", _of(kind, lists.answered)) for kind in lists.KINDS),
            Route("/reports/{document}", reports.report, name="report"),
            Route("/actors/{number:int}", actor.actor),
            *_reviewing(),
            Route("/audits", audits.listed, methods=["GET"]),
            Route("/audits", audits.drawn, methods=["POST"]),
            Route("/audits/{number:int}", audits.shown),
            Route("/audits/{number:int}/next", audits.following),
            Route("/read", reports.read_form, methods=["GET"]),
            Route("/read", reports.read_given, methods=["POST"]),
            *(Route(f"/api/{kind}", _of(kind, interface.series)) for kind in interface.SERIES),
            Route("/api/openapi.json", interface.described),
            Mount("/static", StaticFiles(directory=HERE / "static"), name="static"),
        ],
        exception_handlers={404: missing},
    )
    app.state.pages = pages
    return Guard(app, door)


def warm(app: App) -> None:
    """Ask for the views that count much of an archive, so that whoever opens them first need not wait.

    Args:
        app: from `create_app`.
    """
    inner = app.app if isinstance(app, Guard) else app
    for path in WARMED:
        asyncio.run(_ask(inner, path))
    for country in _largest(inner):
        for path in ("/dyads", "/map"):
            asyncio.run(_ask(inner, path, f"country={country}"))


def _largest(app: Any) -> list[str]:
    """Return the countries with the most of the newest events."""
    pages: Pages = app.state.pages
    with Answers(pages.db) as archive:
        found = [value for facet, value, _ in archive.facets().rows() if facet == "country"]
    return found[:LARGEST]


async def _ask(app: App, path: str, query: str = "") -> None:
    """Ask for a view and leave the answer."""

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(_: Message) -> None:
        return None

    await app(
        {
            "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": query.encode(),
            "headers": [],
        },
        receive, send,
    )  # fmt: skip
