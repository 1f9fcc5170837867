"""Pictures in a terminal: a timeline as stacked bars, a dyad as bars of conflict and cooperation around a line.

In: rows of a timeline or of dyads. Out: lines of text.
What it does not know: where the rows come from.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

EIGHTHS = " ▏▎▍▌▋▊▉█"
STATUS_COLOURS = {
    "happened": "green", "planned": "blue", "possible": "yellow", "alleged": "red", "not_happened": "bright_black",
}  # fmt: skip
"""The colours that the page gives them too."""
PLAIN_SIGNS = {"happened": "#", "planned": "=", "possible": "-", "alleged": "?", "not_happened": "x"}
OTHER_COLOURS = ("cyan", "magenta", "green", "blue", "yellow", "red", "white", "bright_black")
COOPERATION, CONFLICT = "green", "red"
LABELS = 10  # columns of the period, and as many of the number behind a bar


@dataclass(frozen=True, slots=True)
class Canvas:
    """Where a picture is drawn: columns, whether colours are shown, whether blocks can be written."""

    width: int = 100
    colour: bool = False
    blocks: bool = True


def timeline(rows: Iterable[tuple[str, Any, int]], canvas: Canvas) -> list[str]:
    """Return a timeline, a bar for each period.

    Args:
        rows: period, value (a status or type) and count, in order.
        canvas: where it is drawn.

    Returns:
        Lines with rich's markup where there are colours; a key comes last.
    """
    table: dict[str, dict[str, int]] = {}
    totals: dict[str, int] = {}
    for period, value, count in rows:
        table.setdefault(period, {})[str(value)] = count
        totals[str(value)] = totals.get(str(value), 0) + count
    if not table:
        return ["No events with a day."]
    values = sorted(totals, key=lambda value: (_rank(value), -totals[value]))
    room = max(10, canvas.width - 2 * LABELS)
    most = max(sum(counts.values()) for counts in table.values())
    lines = [
        f"{period:<{LABELS}}{_stacked([counts.get(v, 0) for v in values], values, most, room, canvas)} "
        f"{sum(counts.values()):,}"
        for period, counts in table.items()
    ]
    return [*lines, "", _key(values, totals, canvas)]


def _rank(value: str) -> int:
    known = list(STATUS_COLOURS)
    return known.index(value) if value in known else len(known)


def _stacked(counts: Sequence[int], values: Sequence[str], most: int, room: int, canvas: Canvas) -> str:
    """Return a bar of several parts; each part ends where its share of the longest bar does, rounded to a column."""
    parts, before, total = [], 0, 0
    for value, count in zip(values, counts, strict=True):
        total += count
        end = max(round(total * room / most), before + (count > 0))
        parts.append(_paint(_sign(value, values, canvas) * (end - before), _colour(value, values), canvas))
        before = end
    return "".join(parts)


def _sign(value: str, values: Sequence[str], canvas: Canvas) -> str:
    if canvas.blocks and canvas.colour:
        return "█"
    if canvas.blocks:
        return "█▓▒░·:"[min(values.index(value), 5)]
    return PLAIN_SIGNS.get(value, "#=-+*o"[min(values.index(value), 5)])


def _colour(value: str, values: Sequence[str]) -> str:
    return STATUS_COLOURS.get(value) or OTHER_COLOURS[values.index(value) % len(OTHER_COLOURS)]


def _key(values: Sequence[str], totals: dict[str, int], canvas: Canvas) -> str:
    named = (
        f"{_paint(_sign(value, values, canvas), _colour(value, values), canvas)} {value.replace('_', ' ')} "
        f"{totals[value]:,}"
        for value in values
    )
    return "   ".join(named)


def dyads(rows: Iterable[dict[str, Any]], canvas: Canvas) -> list[str]:
    """Return conflict to the left and cooperation to the right of a line, a bar for each month.

    Args:
        rows: of `ask.dyads`, one a month.
        canvas: where it is drawn.

    Returns:
        Lines: month, bars of deeds that happened, their mean score, reports of the pair and of the month.
    """
    months = {
        row["month"]: (
            row["verbal_conflict"] + row["material_conflict"],
            row["verbal_cooperation"] + row["material_cooperation"],
            row["score"], row["reports"], row["reports_in_month"],
        )
        for row in rows
    }  # fmt: skip
    if not months:
        return ["No events between them."]
    half = max(5, (canvas.width - LABELS - 36) // 2)
    most = max(max(sums[0], sums[1]) for sums in months.values()) or 1
    title = (
        f"{'month':<{LABELS}}{'conflict':>{half}} │ {'cooperation':<{half}} {'events':>7} {'score':>6} {'reports':>15}"
    )
    return [
        title.replace("│", "│" if canvas.blocks else "|"),
        *(_balance(m, s, most, half, canvas) for m, s in months.items()),
    ]


def _balance(month: str, sums: Sequence[float], most: float, half: int, canvas: Canvas) -> str:
    conflict, cooperation, score, reports, all_reports = sums
    left = _bar(conflict, most, half, canvas)
    right = _bar(cooperation, most, half, canvas)
    events = int(conflict + cooperation)
    mean = f"{score / events:6.1f}" if events else "     -"
    line = "│" if canvas.blocks else "|"
    return (
        f"{month:<{LABELS}}{' ' * (half - len(left))}{_paint(left, CONFLICT, canvas)} {line} "
        f"{_paint(right, COOPERATION, canvas)}{' ' * (half - len(right))} {events:>7,} {mean} "
        f"{f'{int(reports):,} of {int(all_reports):,}':>15}"
    )


def _bar(count: float, most: float, room: int, canvas: Canvas) -> str:
    width = round(count * room / most)
    return ("█" if canvas.blocks else "#") * max(width, int(count > 0))


def _paint(words: str, colour: str, canvas: Canvas) -> str:
    return f"[{colour}]{words}[/{colour}]" if canvas.colour and words else words
