"""Atlas: events on a map of the world, with a table of the same numbers.

In: requests with filters and a view of the borders. Out: pages.
What it does not know: SQL, projections.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from chancery.ask.filters import NOWHERE
from chancery.errors import QueryError
from chancery.record import STATUSES
from chancery.show.web import regions, worldview
from chancery.show.web.lists import filters_of
from chancery.show.web.pages import Pages
from chancery.show.web.projection import HEIGHT, WIDTH

ROWS = 200
"""Places in the table below the map."""
Row = dict[str, Any]


async def mapped(request: Request) -> Response:
    """Show events on the map."""
    pages: Pages = request.app.state.pages
    filters = filters_of(request, "timeline")

    def ask() -> dict[str, Any]:
        return pages.recall_all(
            filters,
            places=lambda archive: list(archive.places(**filters)),
            events=lambda archive: archive.events(**filters).total() or 0,
        )

    try:
        view = worldview.check(request.query_params.get("view", ""))
        found = await run_in_threadpool(ask)
    except QueryError as error:
        return pages.show(request, "message.html", 400, words=str(error))
    rows, total = found["places"], found["events"]
    placed = sum(row["events"] for row in rows)
    return pages.show(
        request, "map.html", map=regions.drawing(rows, view, filters), filters=filters, view=view,
        views=worldview.views(), world=worldview.world(), rows=[_linked(row, filters) for row in rows[:ROWS]],
        nowhere=regions.events_at(filters, NOWHERE), found=len(rows), placed=placed, total=total,
        query=urlencode(filters), width=WIDTH, height=HEIGHT,
        borders=[_border(area, view) for area in worldview.world().disputed.values()],
    )  # fmt: skip


def _linked(row: Row, filters: dict[str, str]) -> Row:
    """Return a row of the table: its cells, and for each number its address."""
    place = regions.exactly(row)
    numbers = [(row["events"], regions.events_at(filters, place))]
    numbers += [(row[status], regions.events_at(filters, place, status=status)) for status in STATUSES]
    return {"place": row["place"], "country": row["place_country"], "precision": row["precision"], "numbers": numbers}


def _border(area: worldview.Disputed, view: str) -> dict[str, str]:
    """Return what the note says of a disputed area."""
    to = worldview.drawn_to(area, view)
    un = ", ".join(worldview.world().names[state] for state in area.un)
    return {
        "name": area.name,
        "who": worldview.described(area),
        "un": f"{un or 'open'}: {area.why}",
        "record": ", ".join(area.recorded) or "none",
        "drawn": worldview.world().names[to] if to else "nobody",
    }
