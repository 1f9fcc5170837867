"""Trends: the timeline and the dyads, drawn, with the way to the events behind each bar.

In: requests with filters. Out: pages.
What it does not know: SQL, SVG.
"""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from chancery.ask.answers import Answers
from chancery.errors import QueryError
from chancery.record import STATUSES
from chancery.show.web import charts
from chancery.show.web.lists import filters_of
from chancery.show.web.pages import Pages

TRACKS = 120
"""Events whose extent in time is drawn below a timeline."""
PAIRS = 20
"""Pairs of countries that are listed below the dyads of many."""


async def timeline(request: Request) -> Response:
    """Show events along time: months as bars, single events as extents."""
    pages: Pages = request.app.state.pages
    filters = filters_of(request, "timeline")

    def ask() -> tuple[list[Any], list[dict[str, Any]]]:
        with Answers(pages.db) as archive:
            rows = list(archive.timeline(**filters).rows())
            return rows, list(archive.events(**filters, newest=True, limit=TRACKS))

    try:
        rows, events = await run_in_threadpool(ask)
    except QueryError as error:
        return pages.show(request, "message.html", 400, words=str(error))
    return pages.show(
        request, "timeline.html", chart=charts.timeline(rows, filters), tracks=charts.tracks(events), filters=filters,
        counts=_counts(rows),
    )  # fmt: skip


def _counts(rows: list[Any]) -> dict[str, int]:
    counts: dict[str, int] = dict.fromkeys(STATUSES, 0)
    for _, status, count in rows:
        counts[status] += count
    return counts


async def dyads(request: Request) -> Response:
    """Show conflict and cooperation of a pair, of a country with all others, or of all, month by month."""
    pages: Pages = request.app.state.pages
    filters = filters_of(request, "dyads")

    def ask() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        with Answers(pages.db) as archive:
            chart = list(archive.dyads(together=True, **filters))
            one_pair = filters.get("source") and filters.get("target")
            return chart, [] if one_pair else list(archive.dyads(period="all", limit=PAIRS, **filters))

    try:
        rows, pairs = await run_in_threadpool(ask)
    except QueryError as error:
        return pages.show(request, "message.html", 400, words=str(error))
    return pages.show(
        request, "dyads.html", chart=charts.dyad(rows, filters), rows=rows, pairs=pairs, filters=filters
    )  # fmt: skip
