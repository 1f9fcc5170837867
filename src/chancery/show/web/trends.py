"""Trends: the timeline and the dyads, drawn, with the way to the events behind each bar.

In: requests with filters. Out: pages.
What it does not know: SQL, SVG.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from chancery.ask.answers import Answers
from chancery.ask.facets import NEWEST
from chancery.errors import QueryError
from chancery.record import STATUSES
from chancery.show.web import charts
from chancery.show.web.lists import filters_of
from chancery.show.web.pages import Pages
from chancery.show.web.tracks import tracks

TRACKS = 120
"""Events whose extent in time is drawn below a timeline."""
FACETS = ("type", "status", "country", "publisher")
"""What a timeline offers to filter by, beside its form."""
VALUES = 12
"""Values of a facet that are shown: what fits beside the bars."""
PAIRS = 20
"""Pairs of countries that are listed below the dyads of many."""


async def timeline(request: Request) -> Response:
    """Show events along time: months as bars, single events as extents, and what else could be filtered by."""
    pages: Pages = request.app.state.pages
    filters = filters_of(request, "timeline")

    def ask() -> dict[str, Any]:
        return pages.recall_all(
            filters,
            timeline=lambda archive: list(archive.timeline(**filters).rows()),
            facets=lambda archive: list(archive.facets(**filters).rows()),
            latest=lambda archive: list(archive.events(**filters, newest=True, limit=TRACKS)),
        )

    try:
        found = await run_in_threadpool(ask)
    except QueryError as error:
        return pages.show(request, "message.html", 400, words=str(error))
    rows = found["timeline"]
    counts = _counts(rows)
    return pages.show(
        request, "timeline.html", chart=charts.timeline(rows, filters, date.today().isoformat()),
        tracks=tracks(found["latest"]), filters=filters, counts=counts, facets=facets_of(found["facets"], filters),
        newest=NEWEST if sum(counts.values()) > NEWEST else 0,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet: how many events have it, whether it is chosen, and the address with it turned round."""

    value: str
    events: int
    chosen: bool
    address: str


def facets_of(rows: Iterable[tuple[str, str, int]], filters: dict[str, Any]) -> dict[str, list[Choice]]:
    """Return the facets of a timeline, each with its most frequent values and those that are chosen.

    Args:
        rows: of `Answers.facets`.
        filters: of the page.
    """
    made: dict[str, list[Choice]] = {name: [] for name in FACETS}
    for name, value, count in rows:
        chosen = _values(filters, name)
        if value in chosen or len(made[name]) < VALUES:
            made[name].append(Choice(value, count, value in chosen, _turned(filters, name, value)))
    return made


def _values(filters: dict[str, Any], name: str) -> list[str]:
    """Return the values of a filter in an address; names of publishers can have commas in them."""
    given = str(filters.get(name, ""))
    return [given] if name == "publisher" else [one.strip() for one in given.split(",")]


def _turned(filters: dict[str, Any], name: str, value: str) -> str:
    """Return the address of the timeline with a value of a filter added, or taken away where it is there."""
    others = [one for one in _values(filters, name) if one and one != value]
    added = [] if value in _values(filters, name) else [value]
    chosen = added if name == "publisher" else [*others, *added]
    kept = {key: one for key, one in filters.items() if key != name}
    return "/timeline?" + urlencode(kept | ({name: ",".join(chosen)} if chosen else {}))


def _counts(rows: list[Any]) -> dict[str, int]:
    counts: dict[str, int] = dict.fromkeys(STATUSES, 0)
    for _, status, count in rows:
        counts[status] += count
    return counts


async def dyads(request: Request) -> Response:
    """Show conflict and cooperation of a pair, of a country with all others, or of all, month by month."""
    pages: Pages = request.app.state.pages
    filters = filters_of(request, "dyads")

    def ask() -> dict[str, Any]:
        questions: dict[str, Callable[[Answers], Any]] = {
            "dyads": lambda archive: list(archive.dyads(together=True, **filters)),
            "published": lambda archive: dict(archive.published(**days).rows()),
        }
        if not (filters.get("source") and filters.get("target")):
            questions["pairs"] = lambda archive: list(archive.pairs(**filters, limit=PAIRS))
        return pages.recall_all(filters, **questions)

    days = {name: filters[name] for name in ("since", "until") if name in filters}
    try:
        found = await run_in_threadpool(ask)
    except QueryError as error:
        return pages.show(request, "message.html", 400, words=str(error))
    rows, pairs, reports = found["dyads"], found.get("pairs", []), found["published"]
    return pages.show(
        request, "dyads.html", chart=charts.dyad(rows, filters, reports), rows=rows, pairs=pairs, filters=filters
    )  # fmt: skip
