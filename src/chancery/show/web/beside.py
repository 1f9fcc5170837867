"""Beside: figures of one quantity in tables, a column for each source, and where sources differ.

In: rows of `ask.quantities`. Out: lines of cells with the addresses of their words.
What it does not know: which of two figures is right; nothing is averaged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from chancery.ask.quantities import Row, is_same, source_of
from chancery.show.web import amounts, scatter

COLUMNS = len(scatter.SHAPES) - 1
"""Sources with a column and a shape of their own; all others share the last."""
OTHERS = "others"
ROUGH = 0.1
"""How far a figure that is said to be rough may be off before it differs from another: "about 3,000" is commonly 3,000
rounded to one or two digits."""
CLAIMED = frozenset({"happened", "alleged"})
"""Statuses of figures that say how much there was, and so can differ; a plan differs from nothing."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure in the table: its amount, its status and its noun where they need saying, its words and address."""

    amount: str
    status: str
    what: str
    words: str
    source: str
    address: str


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of one time: a list of cells for each source, and what they differ by, if they do."""

    when: str
    anchor: str
    cells: tuple[tuple[Cell, ...], ...]
    differ: str


@dataclass(frozen=True, slots=True)
class Block:
    """Figures that can be set beside each other: how much there was, or by how much it rose or fell.

    Attributes:
        name: levels, increase or decrease.
        field: their drawing, None where none has a day.
        sources: the columns of the table.
        lines: its rows.
        differing: those of them in which sources differ.
    """

    name: str
    field: scatter.Field | None
    sources: tuple[str, ...]
    lines: tuple[Line, ...]
    differing: tuple[Line, ...]


def shapes_of(rows: Iterable[Row]) -> dict[str, int]:
    """Return the number of the shape of each source, by how many figures they give; the last is of all others."""
    counts = Counter(source_of(row) for row in rows)
    return {name: min(n, COLUMNS) for n, (name, _) in enumerate(counts.most_common())} | {OTHERS: COLUMNS}


def blocks_of(rows: Sequence[Row], *, log: bool = False) -> list[Block]:
    """Return figures in blocks: levels, increases and decreases are never in one drawing or table.

    Args:
        rows: of one quantity, by their days.
        log: whether equal steps of a drawing are equal factors.
    """
    shapes = shapes_of(rows)
    apart = {"levels": None, "increase": "increase", "decrease": "decrease"}
    found = ((name, [row for row in rows if row["change"] == change]) for name, change in apart.items())
    return [_block(name, mine, shapes, log=log) for name, mine in found if mine]


def _block(name: str, rows: Sequence[Row], shapes: Mapping[str, int], *, log: bool) -> Block:
    columns = sorted({shapes[source_of(row)] for row in rows})
    names = {number: source for source, number in shapes.items() if number < COLUMNS} | {COLUMNS: OTHERS}
    times: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        times.setdefault((row["day"] or "", amounts.when(row)), []).append(row)
    lines = tuple(
        _line(f"{name}-{n}", when, mine, columns, shapes) for n, ((_, when), mine) in enumerate(sorted(times.items()))
    )
    return Block(
        name, scatter.field(rows, shapes, log=log, today=date.today().isoformat()), tuple(names[n] for n in columns),
        lines, tuple(line for line in lines if line.differ),
    )  # fmt: skip


def _line(anchor: str, when: str, rows: Sequence[Row], columns: Sequence[int], shapes: Mapping[str, int]) -> Line:
    cells = tuple(
        tuple(_cell(row, other=column == COLUMNS) for row in rows if shapes[source_of(row)] == column)
        for column in columns
    )
    return Line(when, anchor, cells, differing(rows))


def _cell(row: Row, *, other: bool) -> Cell:
    status = "" if row["status"] == "happened" else row["status"]
    return Cell(
        amounts.amount(row), status, row["what"] or "", row["words"], source_of(row) if other else "",
        amounts.address_of(row),
    )  # fmt: skip


def differing(rows: Sequence[Row]) -> str:
    """Return by what sources differ that give figures of one time, empty where they can all be right.

    "At least 17" and "20" can both be right, "at least 17" and "14" cannot. What a single source says twice is no
    difference between sources, and nine soldiers killed are none from 14 people killed.

    Args:
        rows: of one time and quantity.
    """
    claims = [row for row in rows if row["status"] in CLAIMED]
    apart = [row for row in claims if any(_excludes(row, other) for other in claims)]
    if not apart:
        return ""
    values = [row["value"] for row in apart]
    return f"{amounts.short(min(values))} to {amounts.short(max(values))}"


def _excludes(one: Row, other: Row) -> bool:
    """Tell whether two sources say of the same thing what cannot both be right."""
    (low, high), (lowest, highest) = _bounds(one), _bounds(other)
    is_apart = high < lowest or highest < low
    return is_apart and source_of(one) != source_of(other) and is_same(one, other)


def _bounds(row: Row) -> tuple[float, float]:
    """Return between which numbers a figure says that the truth is."""
    low, high = row["value"], row["value"] if row["upper"] is None else row["upper"]
    match row["compare"]:
        case ">":
            return low, float("inf")
        case "<":
            return float("-inf"), high
        case "~":
            return low - abs(low) * ROUGH, high + abs(high) * ROUGH
        case _:
            return low, high
