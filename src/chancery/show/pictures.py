"""Pictures in a terminal: a timeline as stacked bars, dyads as bars of conflict and cooperation around a line.

In: rows of a timeline or of dyads. Out: lines of text.
What it does not know: where the rows come from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from chancery.show.tables import STATUS_COLOURS
from chancery.show.text import Page, clean

BLOCKS, SIGNS = "█▓▒░·:+~", "#=-?x*+~"
"""What bars are made of where there are no colours, with blocks and without."""
OTHER_COLOURS = ("36", "35", "32", "34", "33", "31", "37", "90")
"""ANSI colours of what is no status; cyan and magenta, which statuses do not have, come first."""
COOPERATION, CONFLICT = "32", "31"
LABEL, NUMBER = 11, 8  # columns of a period, and of the number behind a bar
BESIDE = 34  # columns of the numbers behind the bars of dyads, and of the line between them
PARTS, OTHERS = 8, "others"
"""Values that a bar can tell apart; of more the rare ones are taken together."""
EMPTY_ROWS = 6
"""Periods in a row without events that are drawn; longer gaps are one line."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """Where a picture is drawn: columns, whether colours are shown, whether blocks can be written."""

    width: int = 100
    colour: bool = False
    blocks: bool = True

    def paint(self, words: str, colour: str) -> str:
        """Return words in a colour, or as they are."""
        return Page(colour=self.colour).paint(words, colour)


def timeline(rows: Iterable[Sequence[Any]], canvas: Canvas) -> Iterator[str]:
    """Draw a timeline, a bar for each period.

    Args:
        rows: period, value (a status, type or quad) and count, in order.
        canvas: where it is drawn.

    Yields:
        Lines; a key comes last.
    """
    table, totals = _counted(rows)
    if not table:
        yield "No events with a day."
        return
    values = sorted(totals, key=lambda value: (_rank(value), -totals[value]))
    most = max(sum(counts.values()) for counts in table.values())
    for period in with_gaps(table):
        counts = [table.get(period, {}).get(value, 0) for value in values]
        bar = _stacked(counts, values, most, canvas)
        yield f"{period:<{LABEL}}{bar} {sum(counts):,}" if period in table else period.rstrip()
    yield ""
    yield from _key(values, totals, canvas)


def _counted(rows: Iterable[Sequence[Any]]) -> tuple[dict[str, dict[str, int]], dict[str, int]]:
    """Return counts by period and value, and by value; values that have no colour of their own are one, the last."""
    given = [(str(period), str(value), int(count)) for period, value, count in rows]
    totals: dict[str, int] = {}
    for _, value, count in given:
        totals[value] = totals.get(value, 0) + count
    frequent = sorted(totals, key=lambda value: -totals[value])
    others = set(frequent[PARTS - 1 :]) if len(frequent) > PARTS else set()
    table: dict[str, dict[str, int]] = {}
    for period, value, count in given:
        counts = table.setdefault(period, {})
        name = OTHERS if value in others else value
        counts[name] = counts.get(name, 0) + count
    if others:
        totals = {value: totals[value] for value in frequent[: PARTS - 1]} | {OTHERS: sum(totals[o] for o in others)}
    return table, totals


def _key(values: Sequence[str], totals: dict[str, int], canvas: Canvas) -> Iterator[str]:
    """Yield what the parts of a bar are, in lines that fit."""
    line, width = "", 0
    for value in values:
        words = f"{clean(value).replace('_', ' ')} {totals[value]:,}"
        if line and width + 5 + len(words) > canvas.width:
            yield line
            line, width = "", 0
        between = "   " if line else ""
        line += f"{between}{canvas.paint(_sign(value, values, canvas), _colour(value, values))} {words}"
        width += len(between) + 2 + len(words)
    yield line


def with_gaps(periods: Iterable[str]) -> Iterator[str]:
    """Yield periods in order with those that are missing between them, or how many where they are many.

    Args:
        periods: years, months or days (ISO 8601) in order.

    Example:
        >>> list(with_gaps(["2025-11", "2026-01", "2026-12"]))
        ['2025-11', '2025-12', '2026-01', '   10 months without', '2026-12']
    """
    before: str | None = None
    for period in periods:
        missing = _number(period) - _number(before) - 1 if before is not None else 0
        if missing > EMPTY_ROWS:
            yield f"   {missing:,} {_UNITS[len(period)]} without"
        else:
            yield from (_named(_number(period) - back, len(period)) for back in range(missing, 0, -1))
        yield period
        before = period


_UNITS = {4: "years", 7: "months", 10: "days"}


def _number(period: str) -> int:
    """Return the number of a year, month or day, one more than that of the one before it."""
    if len(period) == 10:
        return date.fromisoformat(period).toordinal()
    return int(period) if len(period) == 4 else 12 * int(period[:4]) + int(period[5:]) - 1


def _named(number: int, length: int) -> str:
    if length == 10:
        return date.fromordinal(number).isoformat()
    return f"{number:04}" if length == 4 else f"{number // 12:04}-{number % 12 + 1:02}"


def _rank(value: str) -> int:
    known = list(STATUS_COLOURS)
    return known.index(value) if value in known else len(known) + (value == OTHERS)


def _stacked(counts: Sequence[int], values: Sequence[str], most: int, canvas: Canvas) -> str:
    """Return a bar of several parts, each of which ends where its share of the longest bar does."""
    room = max(10, canvas.width - LABEL - NUMBER)
    parts, before, total = [], 0, 0
    for value, count in zip(values, counts, strict=True):
        total += count
        end = max(round(total * room / most), int(total > 0))
        parts.append(canvas.paint(_sign(value, values, canvas) * (end - before), _colour(value, values)))
        before = end
    return "".join(parts)


def _sign(value: str, values: Sequence[str], canvas: Canvas) -> str:
    if canvas.blocks and canvas.colour:
        return BLOCKS[0]
    signs = BLOCKS if canvas.blocks else SIGNS
    place = _rank(value) if value in STATUS_COLOURS else values.index(value)
    return signs[min(place, len(signs) - 1)]


def _colour(value: str, values: Sequence[str]) -> str:
    return STATUS_COLOURS.get(value) or OTHER_COLOURS[values.index(value) % len(OTHER_COLOURS)]


def dyads(rows: Iterable[dict[str, Any]], canvas: Canvas) -> Iterator[str]:
    """Draw conflict to the left and cooperation to the right of a line, a bar for each period.

    Args:
        rows: of `ask.dyads`, one a month or year.
        canvas: where it is drawn.

    Yields:
        Lines: period, bars of counted deeds, how many, their mean score, reports of the pair and of the period.
    """
    table = {_period(row): row for row in rows}
    if not table:
        yield "No events between them."
        return
    half = max(8, (canvas.width - LABEL - BESIDE) // 2)
    most = max(max(_sides(row)) for row in table.values()) or 1
    line = "│" if canvas.blocks else "|"
    yield (
        f"{'':<{LABEL}}{'conflict':>{half}} {line} {'cooperation':<{half}} {'events':>7} {'score':>6} {'reports':>15}"
    )
    for period in with_gaps(table):
        row = table.get(period)
        yield f"{period:<{LABEL}}{_balance(row, most, half, line, canvas)}" if row else period.rstrip()


def _period(row: dict[str, Any]) -> str:
    return str(row["month"] if "month" in row else row["year"])


def _sides(row: dict[str, Any]) -> tuple[int, int]:
    """Return how many deeds of conflict and of cooperation there were."""
    return (
        row["verbal_conflict"] + row["material_conflict"], row["verbal_cooperation"] + row["material_cooperation"],
    )  # fmt: skip


def _balance(row: dict[str, Any], most: int, half: int, line: str, canvas: Canvas) -> str:
    left, right = (_bar(count, most, half, canvas) for count in _sides(row))
    mean = "-" if row["mean_score"] is None else f"{row['mean_score']:.1f}"
    all_reports = row["reports_in_month" if "month" in row else "reports_in_year"]
    told = f"{row['reports']:,} of {all_reports:,}"
    return (
        f"{' ' * (half - len(left))}{canvas.paint(left, CONFLICT)} {line} "
        f"{canvas.paint(right, COOPERATION)}{' ' * (half - len(right))} {row['events']:>7,} {mean:>6} "
        f"{told:>15}"
    )


def _bar(count: int, most: int, room: int, canvas: Canvas) -> str:
    return (BLOCKS if canvas.blocks else SIGNS)[0] * max(round(count * room / most), int(count > 0))
