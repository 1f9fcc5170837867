"""Tables: an answer as a person reads it in a terminal, a line a row, as wide as the terminal.

In: an answer. Out: lines.
What it does not know: what was asked. Whatever comes from a report is cleaned of control characters first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from chancery.show.text import BOLD, Page, clean

if TYPE_CHECKING:
    from chancery.ask.answers import Answer

MAIN = {
    "event": "day type mode status actors recipients place words said_by document id",
    "statement": "day source source_country act words via addressee document id",
    "figure": "day compare value upper unit what change status about said_by words document id",
    "role": "day person office organization country words document",
    "actor": "name kind country sectors reports as_actor as_recipient statements first last",
    "decision": "decision decided decided_by verdict kind field value note undone_by words document id",
    "document": "document published title publisher state seen events statements figures roles",
}  # fmt: skip
"""The columns for which a terminal has room, by the first column of an answer; every other format has all."""
WHOLE = frozenset({"document", "mode"})
"""Columns of codes longer than `NARROWEST`, of which a part says nothing: they are never cut."""
LABELS = {
    "source_country": "country", "as_actor": "acts", "as_recipient": "acted on", "verbal_cooperation": "verbal+",
    "material_cooperation": "material+", "verbal_conflict": "verbal-", "material_conflict": "material-",
    "mean_score": "mean", "not_happened": "not", "reports_in_month": "in month", "reports_in_year": "in year",
    "reports_in_all": "in all",
}  # fmt: skip
"""Headers that are shorter than the names of their columns, which all other formats have."""
SPARED = (
    "id happened not_happened possible alleged planned document sectors via addressee organization said_by figures "
    "roles change mode unit kind place"
).split()
"""Columns that are left out where they do not fit, the first ones first; then whatever stands furthest to the right."""
WIDEST, NARROWEST = 60, 12
"""Columns of a cell: above it lines are hard to follow, below it names cannot be told apart."""
LOOKED_AT = 500  # rows from which widths are taken; later cells that are longer are cut
GAP = "  "
STATUS_COLOURS = {"happened": "32", "planned": "34", "possible": "33", "alleged": "31", "not_happened": "90"}
"""ANSI colours, those of the page: green, blue, yellow, red, grey."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A column that is shown: which one, how wide, on which side its cells stand."""

    index: int
    name: str
    width: int
    right: bool


def table(answer: Answer, page: Page) -> tuple[list[str], Iterator[str]]:
    """Lay an answer out.

    Args:
        answer: what is shown.
        page: width and colour.

    Returns:
        The names of the columns for which there was no room, and the lines, the header first.
    """
    rows = answer.rows()
    first = list(islice(rows, LOOKED_AT))
    columns = list(_columns(answer, first))
    fitting = fit(columns, page.width)
    kept = {column.name for column in fitting}
    left_out = [column.name for column in columns if column.name not in kept]
    return left_out, _lines(fitting, chain(first, rows), page)


def _columns(answer: Answer, rows: Sequence[Sequence[Any]]) -> Iterator[Shown]:
    """Yield the columns that have something to show, as wide as their widest cell."""
    from rich.cells import cell_len

    main = MAIN.get(answer.names[0], "").split()
    if not set(main) <= set(answer.names):  # not that kind of finding, but a choice of somebody's own
        main = []
    for index, name in enumerate(answer.names):
        cells = [row[index] for row in rows if row[index] is not None]
        if main and (name not in main or not cells):
            continue
        number = bool(cells) and all(isinstance(cell, (int, float)) for cell in cells)
        width = max((cell_len(_cell(cell)) for cell in cells), default=0)
        width = width if number or name in WHOLE else min(width, WIDEST)
        yield Shown(index, name, max(width, cell_len(label(name))), number)


def label(name: str) -> str:
    """Return the header of a column."""
    return LABELS.get(name) or clean(name)


def fit(columns: Sequence[Shown], width: int) -> list[Shown]:
    """Return columns that fit side by side: the widest texts are narrowed, then columns are left out."""
    chosen = list(columns)
    while chosen:
        spare = width - len(GAP) * (len(chosen) - 1) - sum(column.width for column in chosen)
        narrowed = _narrowed(chosen, -spare) if spare < 0 else chosen
        if narrowed is not None:
            return narrowed
        if len(chosen) == 1:
            return [Shown(chosen[0].index, chosen[0].name, width, chosen[0].right)]
        spared = [column for name in SPARED for column in chosen if column.name == name]
        chosen.remove(spared[0] if spared else chosen[-1])
    return chosen


def _narrowed(columns: Sequence[Shown], by: int) -> list[Shown] | None:
    """Return columns that are narrower by so much in all, the widest ones first, None where that cuts too deep."""
    widths = [column.width for column in columns]
    elastic = [n for n, column in enumerate(columns) if not column.right and column.name not in WHOLE]
    for _ in range(by):
        widest = max(elastic, key=lambda n: widths[n], default=None)
        if widest is None or widths[widest] <= NARROWEST:
            return None
        widths[widest] -= 1
    return [Shown(c.index, c.name, width, c.right) for c, width in zip(columns, widths, strict=True)]


def _lines(columns: Sequence[Shown], rows: Iterator[Sequence[Any]], page: Page) -> Iterator[str]:
    header = GAP.join(_fitted(label(column.name), column) for column in columns).rstrip()
    yield page.paint(header, BOLD)
    for row in rows:
        yield GAP.join(_painted(row[column.index], column, page) for column in columns).rstrip()


def _painted(value: Any, column: Shown, page: Page) -> str:
    cell = _fitted(_cell(value), column)
    colour = STATUS_COLOURS.get(value, "") if column.name == "status" else ""
    return page.paint(cell, colour) if colour else cell


def _fitted(cell: str, column: Shown) -> str:
    """Return a cell in the width of its column, cut with an ellipsis where it is longer."""
    from rich.cells import cell_len, set_cell_size

    width = cell_len(cell)
    if width > column.width:
        return set_cell_size(cell, column.width - 1) + "…"
    spaces = " " * (column.width - width)
    return spaces + cell if column.right else cell + spaces


def _cell(value: Any) -> str:
    """Return a value as a terminal shows it, on one line, without control characters."""
    if value is None:
        return ""
    return f"{value:,.10g}" if isinstance(value, float) else clean(str(value))
