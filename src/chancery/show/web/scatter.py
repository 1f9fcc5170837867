"""Scatter: figures along time, one mark for each, drawn on the server.

In: rows of `ask.quantities`. Out: marks with their places, shapes, words and addresses; axes.
What it does not know: SVG beyond the path of a shape; the template writes it, so that it is escaped like all else.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from chancery.ask.quantities import Row, source_of
from chancery.show.web.amounts import address_of, in_words, short

WIDTH, HEIGHT = 1060.0, 320.0
"""Units of the field in which marks stand: with the labels as wide as the other charts."""
SIZE = 5.0
"""Units from the middle of a mark to its edge: as small as shapes can be told apart."""
ASIDE = 2 * SIZE
"""Units by which a mark moves aside where another stands."""
LABEL = 76.0
"""Units that a label below the axis needs."""
STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Months between two labels."""
SHARES = (1, 2, 2.5, 5, 10)
"""Round steps of a scale within a power of ten."""
TICKS = 5
"""Steps that a scale has at most."""
FEWEST_DAYS = 28
"""Days that an axis covers at least, so that figures of one day stand in the middle of something."""
ROOM = 1.04
"""Share of the highest value to which a scale reaches at least, so that its mark stands below the edge."""
SIGNS = {">": "↑", "<": "↓", "~": "~", "=": ""}
"""Beside marks of figures that are bounds or rough."""
SHAPES = ("circle", "square", "triangle", "diamond", "wedge", "bar")
"""Of the sources with most figures, in their order; all others share the last."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure in the field.

    Attributes:
        x, y: its middle.
        source: the number of its shape.
        status: of the figure.
        sign: of a bound or a rough figure.
        words: what it says, in words.
        address: of its words in the report.
        extent: from where to where its time may be, None where that is narrower than the mark.
        upright: from where to where its range is, None where it is one number.
    """

    x: float
    y: float
    source: int
    status: str
    sign: str
    words: str
    address: str
    extent: tuple[float, float] | None = None
    upright: tuple[float, float] | None = None

    @property
    def path(self) -> str:
        """The outline of its shape, as SVG has it; crossed where it did not happen."""
        crossed = f"M{self.x - 8} {self.y + 8}L{self.x + 8} {self.y - 8}" if self.status == "not_happened" else ""
        return outline(SHAPES[self.source], self.x, self.y) + crossed


@dataclass(frozen=True, slots=True)
class Field:
    """Marks in a field with two axes; `days` and `values` are where lines stand, and their labels."""

    marks: tuple[Mark, ...]
    days: tuple[tuple[float, str], ...]
    values: tuple[tuple[float, str], ...]
    now: float | None
    log: bool
    wide: bool


@dataclass(frozen=True, slots=True)
class _Scale:
    """From numbers to units of the field."""

    low: float
    high: float
    log: bool = False

    def at(self, value: float) -> float:
        """Return the share of the way from low to high."""
        if self.log:
            return math.log(value / self.low) / math.log(self.high / self.low)
        return (value - self.low) / (self.high - self.low)


def field(rows: Sequence[Row], shapes: Mapping[str, int], *, log: bool = False, today: str = "") -> Field | None:
    """Return figures along time, None where none has a day.

    Args:
        rows: of `ask.quantities.measured`.
        shapes: the number of each source's shape.
        log: whether equal steps are equal factors; heeded where all values are above 0.
        today: to which a line is drawn.
    """
    dated = [row for row in rows if row["day"] and math.isfinite(row["value"])]
    if not dated:
        return None
    values = [one for row in dated for one in (row["value"], row["upper"]) if one is not None]
    positive = min(values) > 0
    along, up = _along(dated), _up(values, log=log and positive)
    marks = tuple(_aside([_mark(row, shapes, along, up) for row in dated]))
    now = along.at(date.fromisoformat(today).toordinal()) if today else -1
    return Field(
        marks, tuple(_days(along)), tuple(_values(up)), round(now * WIDTH, 1) if 0 < now < 1 else None, up.log,
        positive and max(values) / min(values) > 100,
    )  # fmt: skip


def _along(rows: Sequence[Row]) -> _Scale:
    """Return the scale of days."""
    days = [_ordinal(day) for row in rows for day in (row["day"], *_times(row)) if day]
    spare = max(FEWEST_DAYS - (max(days) - min(days)), 2) / 2
    return _Scale(max(min(days) - spare, 1), min(max(days) + spare, date.max.toordinal()))


def _times(row: Row) -> tuple[str | None, str | None]:
    """Return the first and the last day of a figure that its report dates."""
    return (row["earliest"], row["latest"]) if row["day_from"] == "text" else (None, None)


def _up(values: Sequence[float], *, log: bool) -> _Scale:
    """Return the scale of values: from 0 or below, or from a power of ten where steps are factors."""
    low, high = min(values), max(values)
    if log:
        bottom = 10.0 ** math.floor(math.log10(low))
        return _Scale(bottom, max(10.0 ** math.ceil(math.log10(high)), bottom * 10), log=True)
    low, high = min(low, 0.0) * ROOM, max(high, 0.0) * ROOM
    step = _step(high - low or 1.0)
    return _Scale(math.floor(low / step) * step, max(math.ceil(high / step), 1) * step)


def _step(whole: float) -> float:
    """Return a round step of which few make up a whole.

    Example:
        >>> _step(17.0), _step(310.0)
        (5.0, 100.0)
    """
    power = 10.0 ** math.floor(math.log10(whole / TICKS))
    return next(power * share for share in SHARES if power * share * TICKS >= whole)


def _values(up: _Scale) -> Iterator[tuple[float, str]]:
    """Yield where the lines of values stand, from below, and their labels."""
    if up.log:
        powers = range(round(math.log10(up.low)), round(math.log10(up.high)) + 1)
        ticks = [10.0**power for power in powers]
    else:
        step = _step(up.high - up.low)
        ticks = [up.low + n * step for n in range(round((up.high - up.low) / step) + 1)]
    for tick in ticks:
        yield _y(up, tick), short(tick)


def _days(along: _Scale) -> Iterator[tuple[float, str]]:
    """Yield where months begin that have a label, and the labels."""
    first, last = (date.fromordinal(math.floor(day)) for day in (along.low, along.high))
    start, end = (one.year * 12 + one.month - 1 for one in (first, last))
    room = max(WIDTH / LABEL, 1)
    step = next((one for one in STEPS if (end - start) / one <= room), STEPS[-1])
    for month in range(start - start % step, end + 1, step):
        year, n = divmod(month, 12)
        if year < 1 or year > 9999:
            continue
        x = along.at(date(year, n + 1, 1).toordinal()) * WIDTH
        if 0 <= x <= WIDTH - LABEL / 2:
            yield round(x, 1), f"{year:04}" if step >= 12 else f"{year:04}-{n + 1:02}"


def _y(up: _Scale, value: float) -> float:
    return round(HEIGHT * (1 - up.at(value)), 1)


def _mark(row: Row, shapes: Mapping[str, int], along: _Scale, up: _Scale) -> Mark:
    """Return the mark of a figure."""
    x = round(along.at(_ordinal(row["day"])) * WIDTH, 1)
    upright = None if row["upper"] is None else (_y(up, row["upper"]), _y(up, row["value"]))
    return Mark(
        x, _y(up, row["value"]), shapes.get(source_of(row), len(SHAPES) - 1), row["status"], SIGNS[row["compare"]],
        in_words(row), address_of(row), _extent(row, along), upright,
    )  # fmt: skip


def _extent(row: Row, along: _Scale) -> tuple[float, float] | None:
    """Return from where to where a figure's time may be; an open side reaches to the edge."""
    first, last = _times(row)
    if first == last:
        return None
    left = along.at(_ordinal(first)) * WIDTH if first else 0.0
    right = along.at(_ordinal(last) + 1) * WIDTH if last else WIDTH
    return (round(left, 1), round(min(right, WIDTH), 1)) if right - left > SIZE * 2 else None


def _aside(marks: Sequence[Mark]) -> Iterator[Mark]:
    """Yield the marks, those aside that would cover another."""
    taken: dict[tuple[int, int], int] = {}
    for mark in marks:
        place = (round(mark.x / ASIDE), round(mark.y / ASIDE))
        nth = taken.get(place, 0)
        taken[place] = nth + 1
        yield replace(mark, x=round(mark.x + nth * ASIDE, 1)) if nth else mark


def outline(shape: str, x: float, y: float) -> str:
    """Return the outline of a shape around a point, as the path of an SVG has it.

    Example:
        >>> outline("square", 10, 10)
        'M5.5 5.5H14.5V14.5H5.5Z'
    """
    r = SIZE
    match shape:
        case "circle":
            return f"M{x - r:g} {y:g}a{r:g} {r:g} 0 1 0 {2 * r:g} 0a{r:g} {r:g} 0 1 0 {-2 * r:g} 0Z"
        case "square":
            r -= 0.5
            return f"M{x - r:g} {y - r:g}H{x + r:g}V{y + r:g}H{x - r:g}Z"
        case "triangle":
            return f"M{x:g} {y - r - 1:g}L{x + r + 1:g} {y + r:g}H{x - r - 1:g}Z"
        case "diamond":
            r += 1.5
            return f"M{x:g} {y - r:g}L{x + r:g} {y:g}L{x:g} {y + r:g}L{x - r:g} {y:g}Z"
        case "wedge":
            return f"M{x:g} {y + r + 1:g}L{x + r + 1:g} {y - r:g}H{x - r - 1:g}Z"
        case _:
            return f"M{x - r - 1:g} {y - 2.5:g}H{x + r + 1:g}V{y + 2.5:g}H{x - r - 1:g}Z"


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()
