"""The application: addresses, what answers them, and the guard before all of it.

In: the path of an archive, where it is served. Out: an ASGI application.
What it does not know: sockets; `show.cli_serve` binds one.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from chancery.show.web import actor, interface, lists, overview, reports, trends
from chancery.show.web.guard import App, Door, Guard
from chancery.show.web.pages import HERE, Pages

FORMS = ("csv", "jsonl", "sql")
"""What a list can be taken away as."""
Answering = Callable[[Request], Awaitable[Response]]


def _of(kind: str, answer: Answering, form: str = "") -> Answering:
    """Return what answers for one kind of list, in one form."""

    async def answering(request: Request) -> Response:
        request.path_params.update(kind=kind, form=form)
        return await answer(request)

    return answering


def create_app(db: Path, door: Door) -> App:
    """Return the application for one archive.

    Args:
        db: the archive, opened anew for every request, for reading.
        door: where it is served, and the token it asks for.
    """
    pages = Pages(db)

    async def missing(request: Request, _: Exception) -> Response:
        return pages.show(request, "message.html", status=404, words="There is no such page.")

    app = Starlette(
        routes=[
            Route("/", overview.overview),
            Route("/timeline", trends.timeline),
            Route("/dyads", trends.dyads),
            *(Route(f"/{kind}", _of(kind, lists.listed)) for kind in lists.KINDS),
            *(Route(f"/{kind}.{form}", _of(kind, lists.downloaded, form)) for kind in lists.KINDS for form in FORMS),
            *(Route(f"/api/{kind}", _of(kind, lists.answered)) for kind in lists.KINDS),
            Route("/reports/{document}", reports.report, name="report"),
            Route("/actors/{number:int}", actor.actor),
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
