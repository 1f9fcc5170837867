"""Lists: findings, filtered, a page at a time, and the same as CSV, JSON and SQL.

In: requests with filters in their address. Out: pages and downloads.
What it does not know: SQL; `ask` does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse

from chancery.ask.answers import UNDERSTOOD, Answer, Answers
from chancery.errors import ChanceryError, QueryError
from chancery.show.web.pages import Pages, number_in
from chancery.store.decisions import Kind

ROWS = 50
"""Rows of a page."""
COUNTED = 50_000
"""Rows of a page's list that are counted where counting them is slow; more are "more than" so many."""
FAR = frozenset({"words", "publisher", "actor", "said_by"})
"""The filters of which it is slow: what they ask for is not in the index by which findings are counted."""
MOST_ROWS = 1000
"""Rows of one answer of the JSON interface."""
KINDS = {"events": "Events", "statements": "Statements", "figures": "Figures", "roles": "Offices", "actors": "Actors",
         "reports": "Reports", "decisions": "Decisions"}  # fmt: skip
"""The lists, by their addresses."""
REVIEWED: dict[str, Kind] = {"events": "event", "statements": "statement", "figures": "figure", "roles": "role"}
"""The lists whose findings can be decided about."""
SHOWN = {
    "events": ("day", "type", "mode", "status", "actors", "recipients", "place", "words"),
    "statements": ("day", "source", "act", "words", "via", "addressee"),
    "figures": ("day", "compare", "value", "upper", "unit", "what", "change", "status", "about", "said_by", "words"),
    "roles": ("day", "person", "office", "organization", "country", "words"),
    "actors": (
        "name", "kind", "country", "sectors", "reports", "as_actor", "as_recipient", "statements", "first", "last",
    ),
    "reports": ("published", "title", "publisher", "state", "seen", "events", "statements"),
    "decisions": ("decided", "decided_by", "verdict", "kind", "field", "value", "note", "undone_by", "words"),
}  # fmt: skip
"""Columns that a page has room for; the downloads have all."""


FILTERED = {"facets": "timeline", "places": "timeline", "links": "timeline", "pairs": "dyads"}
"""Questions that are filtered as another one is."""


def question(kind: str) -> str:
    """Return the name of a list's question."""
    return "documents" if kind == "reports" else kind


def filters_of(request: Request, kind: str) -> dict[str, Any]:
    """Return the filters in a request's address, those that the question understands."""
    known = UNDERSTOOD[FILTERED.get(kind, question(kind))] - {"limit", "offset"}
    return {name: value for name, value in request.query_params.items() if name in known and value.strip()}


async def listed(request: Request) -> Response:
    """Show a page of a list."""
    pages: Pages = request.app.state.pages
    kind = request.path_params["kind"]
    filters = filters_of(request, kind)
    page = max(1, number_in(request.query_params.get("page"), 1))

    def ask() -> tuple[list[dict[str, Any]], int]:
        with Answers(pages.db) as archive:
            answer: Answer = getattr(archive, question(kind))(**filters, limit=ROWS, offset=(page - 1) * ROWS)
            return list(answer), answer.total(COUNTED if FAR.intersection(filters) else 0) or 0

    complaint, total = "", 0
    rows: list[dict[str, Any]] = []
    try:
        key = {**filters, "page": page}
        rows, total = await run_in_threadpool(lambda: pages.recall(f"list of {kind}", key, ask))
    except QueryError as error:
        complaint = str(error)
    others = {name: value for name, value in request.query_params.items() if name != "page"}
    return pages.show(
        request, "list.html", 400 if complaint else 200, kind=kind, heading=KINDS[kind], columns=SHOWN[kind], rows=rows,
        total=total, more=total > COUNTED and not FAR.isdisjoint(filters), page=page, last=max(1, -(-total // ROWS)),
        filters=filters, complaint=complaint,
        known=sorted(UNDERSTOOD[question(kind)] - {"limit", "offset", "newest", "as_of", "decided"}),
        query=urlencode(others), reviewed=kind in REVIEWED,
    )  # fmt: skip


async def downloaded(request: Request) -> Response:
    """Send a whole list as CSV or JSON Lines, or its SQL."""
    from chancery.show.answers import lines

    pages: Pages = request.app.state.pages
    kind, form = request.path_params["kind"], request.path_params["form"]
    archive = Answers(pages.db)
    try:
        answer: Answer = getattr(archive, question(kind))(**filters_of(request, kind))
    except ChanceryError as error:
        archive.close()
        return PlainTextResponse(f"{error}\n", 400)
    if form == "sql":
        archive.close()
        return PlainTextResponse(f"{answer.query.written_out};\n")

    def pieces() -> Iterator[bytes]:
        with archive:
            yield from lines(answer, form)

    types = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl"}
    headers = {"content-disposition": f'attachment; filename="{kind}.{form}"', "cache-control": "no-store"}
    return StreamingResponse(pieces(), media_type=types[form], headers=headers)


async def answered(request: Request) -> Response:
    """Answer the JSON interface: rows, how many there are, and where the next ones are."""
    pages: Pages = request.app.state.pages
    kind = request.path_params["kind"]
    unknown = set(request.query_params) - UNDERSTOOD[question(kind)]
    if unknown:
        known = ", ".join(sorted(UNDERSTOOD[question(kind)]))
        return problem(400, f"There is no filter {min(unknown)!r}: there are {known}.")
    limit, offset = (
        number_in(request.query_params.get(name), default) for name, default in (("limit", 100), ("offset", 0))
    )
    limit = min(max(limit, 1), MOST_ROWS)

    def ask() -> tuple[list[dict[str, Any]], int | None]:
        with Answers(pages.db) as archive:
            answer: Answer = getattr(archive, question(kind))(**filters_of(request, kind), limit=limit, offset=offset)
            return list(answer), answer.total()

    return await json_of(ask, lambda found: {
        "rows": found[0], "total": found[1], "limit": limit, "offset": offset,
        "next": offset + limit if found[1] is not None and offset + limit < found[1] else None,
    })  # fmt: skip


async def json_of(ask: Callable[[], Any], shape: Callable[[Any], Any]) -> Response:
    """Answer with JSON, or with what is wrong in the one form of errors."""
    try:
        return JSONResponse(shape(await run_in_threadpool(ask)), headers={"cache-control": "no-store"})
    except QueryError as error:
        return problem(400, str(error))
    except ChanceryError as error:
        return problem(404, str(error))


def problem(status: int, words: str) -> JSONResponse:
    """Return an error (RFC 9457)."""
    body = {"type": "about:blank", "status": status, "detail": words}
    return JSONResponse(body, status, media_type="application/problem+json")
