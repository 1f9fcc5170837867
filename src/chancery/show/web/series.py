"""Series: figures of one quantity by time and source, differing ones side by side, never averaged.

In: requests with a unit, words for what is counted, and filters. Out: pages.
What it does not know: SQL, SVG; which of two figures is right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from chancery.ask import quantities
from chancery.ask.answers import Answer, Answers
from chancery.ask.filters import filters_of as checked
from chancery.ask.quantities import NEWEST, Name, Quantity, Row
from chancery.ask.query import Query
from chancery.errors import ChanceryError, QueryError
from chancery.show.web import scatter
from chancery.show.web.beside import blocks_of, shapes_of
from chancery.show.web.lists import filters_of
from chancery.show.web.pages import Pages
from chancery.store.archive import Archive

DRAWN = 400
"""Figures of a series at most, the newest: more marks than that cover each other."""
LISTED = 60
"""Quantities that are listed where none is chosen."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a request finds.

    Attributes:
        looked: figures that were looked through.
        rows: those of the quantity, the newest `DRAWN`.
        count: how many of it there are.
        listed: the quantities there are, where none is chosen.
        units: how many figures each unit has, where none is chosen.
        names: the names that are counted together, and how often each is there.
        beside: the fates of which others with the same words are told, with their counts.
    """

    looked: int
    rows: tuple[Row, ...] = ()
    count: int = 0
    listed: tuple[Quantity, ...] = ()
    units: tuple[tuple[str, int], ...] = ()
    names: tuple[tuple[str, str, int], ...] = ()
    beside: tuple[tuple[str, int], ...] = ()


async def series(request: Request) -> Response:
    """Show a series of figures, or the quantities of which there are series."""
    pages: Pages = request.app.state.pages
    given = {name: request.query_params.get(name, "").strip() for name in ("unit", "what")}
    filters = {name: one for name, one in filters_of(request, "figures").items() if name != "newest"}
    chosen = {name: one for name, one in given.items() if one}

    def ask() -> Found:
        wanted = quantities.asked(given["unit"], given["what"])
        query = quantities.measured(checked(**filters, newest=True, limit=NEWEST), wanted)
        with Answers(pages.db) as archive:
            rows = list(Answer(archive.archive, query))
        return chosen_of(rows, given["unit"], given["what"]) if chosen else choices_of(rows)

    try:
        found = await run_in_threadpool(lambda: pages.recall("series", {**filters, **given}, ask))
    except QueryError as error:
        return pages.show(request, "message.html", 400, words=str(error))
    log = request.query_params.get("scale") == "log"
    return pages.show(
        request, "series.html", found=found, blocks=blocks_of(found.rows, log=log), newest=NEWEST, drawn=DRAWN,
        shown=LISTED, filters={**filters, **chosen}, chosen=chosen, log=log, shapes=scatter.SHAPES,
        width=scatter.WIDTH, height=scatter.HEIGHT, query=urlencode({**filters, **chosen}), rest=urlencode(filters),
        heading=heading_of(given["unit"], given["what"]), outline=scatter.outline, numbers=shapes_of(found.rows),
    )  # fmt: skip


async def downloaded(request: Request) -> Response:
    """Send a series as CSV or JSON Lines, or as SQL, which cannot tell fates apart and finds more."""
    from chancery.show.answers import lines

    pages: Pages = request.app.state.pages
    form = request.path_params["form"]
    unit, what = (request.query_params.get(name, "").strip() for name in ("unit", "what"))
    archive = Answers(pages.db)
    try:
        wanted = quantities.asked(unit, what)
        query = quantities.measured(checked(**filters_of(request, "figures")), wanted)
    except ChanceryError as error:
        archive.close()
        return PlainTextResponse(f"{error}\n", 400)
    if form == "sql":
        archive.close()
        return PlainTextResponse(f"{query.written_out};\n")

    def pieces() -> Iterator[bytes]:
        with archive:
            yield from lines(_Measured(archive.archive, query, wanted), form)

    types = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl"}
    headers = {"content-disposition": f'attachment; filename="series.{form}"', "cache-control": "no-store"}
    return StreamingResponse(pieces(), media_type=types[form], headers=headers)


class _Measured(Answer):
    """Figures of one quantity out of all that a query finds."""

    def __init__(self, archive: Archive, query: Query, wanted: Name) -> None:
        super().__init__(archive, query)
        self._wanted = wanted

    def batches(self) -> Iterator[list[tuple[Any, ...]]]:
        """Yield the rows of the quantity."""
        for rows in super().batches():
            named = ((row, dict(zip(self.names, row, strict=True))) for row in rows)
            yield [row for row, one in named if quantities.is_of(quantities.name_of(one), self._wanted)]


def heading_of(unit: str, what: str) -> str:
    """Return what a series is of.

    Example:
        >>> heading_of("person", "killed"), heading_of("percent", ""), heading_of("", "duty")
        ('killed (person)', 'all in percent', 'duty')
    """
    if what:
        return f"{what} ({unit})" if unit else what
    return f"all in {unit}" if unit else ""


def choices_of(rows: Sequence[Row]) -> Found:
    """Return the quantities of which there are series, and the units of figures."""
    units = Counter(row["unit"] for row in rows if row["unit"])
    return Found(len(rows), listed=tuple(quantities.listed(rows)), units=tuple(units.most_common()))


def chosen_of(rows: Sequence[Row], unit: str, what: str) -> Found:
    """Return the figures of one quantity, by their days, with the names that are counted together."""
    wanted = quantities.asked(unit, what)
    named = [(row, quantities.name_of(row)) for row in rows]
    mine = [(row, name) for row, name in named if quantities.is_of(name, wanted)]
    others = Counter(
        name.fate for _, name in named
        if name.fate and not wanted.fate and wanted.words and set(wanted.words) <= set(name.words)
        and unit in ("", name.unit)
    )  # fmt: skip
    kept = sorted((row for row, _ in mine[:DRAWN]), key=lambda row: (row["day"] or "", row["figure"]))
    return Found(len(rows), tuple(kept), len(mine), names=_names(mine, wanted), beside=tuple(others.most_common()))


def _names(rows: Sequence[tuple[Row, Name]], wanted: Name) -> tuple[tuple[str, str, int], ...]:
    """Return what reports call a quantity, with the words that ask for it alone, and how often."""
    counts: Counter[Name] = Counter(name for _, name in rows)
    said = {name: str(row["what"] or "nothing named") for row, name in rows}
    told = {name: f" ({name.fate})" if name.fate != wanted.fate else "" for name in counts}
    return tuple((said[name] + told[name], str(name), count) for name, count in counts.most_common())
