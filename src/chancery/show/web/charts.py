"""Charts: bars of a timeline and of a dyad as shapes with addresses, drawn on the server.

In: rows of `ask.timeline` and `ask.dyads`. Out: rectangles with their numbers and where a click on them leads.
What it does not know: SVG; the templates write it, so that it is escaped like all else.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from chancery import plover
from chancery.record import STATUSES

HEIGHT, STRIP, LOW = 220.0, 60.0, 120.0
"""Units of the tallest bar, of the tallest denominator below a dyad's, and of both sides of an actor's together."""
WIDTH = 1180.0
"""Units of a chart's width, into which its months are fitted."""
WIDEST, NARROWEST = 48.0, 3.0
"""Units of a month; more months than fit at the narrowest make the chart wider, to be scrolled."""
SHARE = 0.8
"""Share of a month's width that its bar has."""
COOPERATION, CONFLICT = (
    ",".join(kind for kind, quad in plover.QUADS.items() if quad in quads) for quads in ((1, 2), (3, 4))
)
"""The types of deeds on either side of a dyad's line, as a filter."""
GAP = 4.0
"""Units between a dyad's bars and the strip of denominators."""
MANY, FAR = 48, 0.015
"""Months from which events far off are left out of a drawing, and the share of all that they are at most at either
end; chosen on archives of a year or two, whose reports recall a century."""
LABEL = 52.0
"""Units that a label needs."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle: where it stands, what it counts, and the address of what it counts."""

    x: float
    y: float
    width: float
    height: float
    sort: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars in a drawing of some width and height, with labels below and a line at zero.

    Attributes:
        most: what the tallest bar counts.
        first: the first month.
        step: the width of a month.
        now: where today is, None where it is outside.
        outside: how many events are before and after the months that are drawn, and their addresses.
    """

    width: float
    height: float
    zero: float
    bars: tuple[Bar, ...]
    labels: tuple[tuple[float, str], ...]
    most: int
    first: str = ""
    step: float = 0.0
    now: float | None = None
    outside: tuple[tuple[str, str], ...] = ()


def months_between(first: str, last: str) -> list[str]:
    """Return the months from one to another, both included.

    Example:
        >>> months_between("2025-11", "2026-02")
        ['2025-11', '2025-12', '2026-01', '2026-02']
    """
    start, end = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (first, last))
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(start, end + 1)]


def stretch_of(counts: Mapping[str, int]) -> list[str]:
    """Return the months that are drawn: all, or of many those without the few events far off.

    A report of one year that recalls a war of 1962 would else draw sixty empty years.

    Args:
        counts: events by month.

    Example:
        >>> stretch_of({"1962-04": 1, "2025-01": 90, "2025-02": 60})
        ['2025-01', '2025-02']
    """
    months = months_between(min(counts), max(counts)) if counts else []
    if len(months) <= MANY:
        return months
    spare = sum(counts.values()) * FAR
    return months[_reached(counts, months, spare) : len(months) - _reached(counts, months[::-1], spare)]


def _reached(counts: Mapping[str, int], months: Sequence[str], spare: float) -> int:
    """Return how many of the first months can be left out, with no more than some events to spare."""
    seen = 0
    for n, month in enumerate(months):
        seen += counts.get(month, 0)
        if seen > spare:
            return n
    return 0


def _outside(counts: Mapping[str, int], months: Sequence[str], filters: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield how many events there are before and after the months that are drawn, and where they are listed."""
    if not months:
        return
    earlier = sum(count for month, count in counts.items() if month < months[0])
    later = sum(count for month, count in counts.items() if month > months[-1])
    if earlier:
        until = days_of(max(month for month in counts if month < months[0]))[1]
        yield f"{earlier:,} earlier", "/events?" + urlencode({**filters, "until": until})
    if later:
        since = days_of(min(month for month in counts if month > months[-1]))[0]
        yield f"{later:,} later", "/events?" + urlencode({**filters, "since": since})


def days_of(period: str) -> tuple[str, str]:
    """Return the first and the last day of a day, month or year.

    Example:
        >>> days_of("2024-02"), days_of("2024")
        (('2024-02-01', '2024-02-29'), ('2024-01-01', '2024-12-31'))
    """
    if len(period) == 4:
        return f"{period}-01-01", f"{period}-12-31"
    if len(period) == 7:
        return f"{period}-01", f"{period}-{monthrange(int(period[:4]), int(period[5:7]))[1]:02}"
    return period, period


def timeline(rows: Iterable[tuple[str, Any, int]], filters: dict[str, str], today: str = "") -> Chart:
    """Return a timeline as stacked bars, a column for each month even where nothing happened.

    Args:
        rows: month, status and count, in order.
        filters: of the page; a bar leads to its events under the same ones.
        today: the day of today, to which a line is drawn.
    """
    table: dict[str, dict[str, int]] = {}
    for month, status, count in rows:
        table.setdefault(month, {})[str(status)] = count
    sums = {month: sum(counts.values()) for month, counts in table.items()}
    months = stretch_of(sums)
    most = max((sums.get(month, 0) for month in months), default=1)
    step = _step(months)
    bars: list[Bar] = []
    for n, month in enumerate(months):
        top = HEIGHT
        for status in STATUSES:
            count = table.get(month, {}).get(status, 0)
            if count:
                height = max(count * HEIGHT / most, 1.0)
                top -= height
                bars.append(
                    _bar(n * step, step, (top, height), status, f"{month}: {count:,} {_plain(status)}", month, filters)
                )
    first, now = months[0] if months else "", _now(months, step, today)
    return Chart(
        len(months) * step, HEIGHT, HEIGHT, tuple(bars), tuple(_labels(months, step)), most, first, step, now,
        tuple(_outside(sums, months, filters)),
    )  # fmt: skip


def dyad(rows: Sequence[dict[str, Any]], filters: dict[str, str], reports: Mapping[str, int]) -> Chart:
    """Return conflict below and cooperation above a line, month by month, and the reports in a strip below.

    Args:
        rows: of `ask.dyads`, one a month.
        filters: of the page; a bar leads to its events, one of the strip to its reports.
        reports: how many were published and read in each month.
    """
    by_month = {row["month"]: row for row in rows}
    sums = {month: _cooperation(row) + _conflict(row) for month, row in by_month.items()}
    months = stretch_of(sums)
    drawn = [by_month[month] for month in months if month in by_month]
    most = max((count for row in drawn for count in (_cooperation(row), _conflict(row))), default=1) or 1
    step, chosen = _step(months), {**filters, "status": filters.get("status", "happened"), "linked": "1"}
    bars = [
        bar
        for n, month in enumerate(months)
        if month in by_month
        for bar in _deeds(by_month[month], n * step, step, HEIGHT / 2 / most, chosen)
    ]
    bars += _strip(months, step, by_month, reports)
    return Chart(
        len(months) * step, HEIGHT + 2 * GAP + STRIP, HEIGHT / 2, tuple(bars), tuple(_labels(months, step)), most,
        outside=tuple(_outside(sums, months, chosen)),
    )  # fmt: skip


def _deeds(row: dict[str, Any], x: float, step: float, unit: float, filters: dict[str, str]) -> Iterator[Bar]:
    """Yield the bars of a month: cooperation above the line, conflict below it; `unit` is the height of a deed."""
    month, half = row["month"], HEIGHT / 2
    up, down = _cooperation(row), _conflict(row)
    if up:
        words, kinds = f"{month}: {up:,} deeds of cooperation", {"type": COOPERATION}
        yield _bar(x, step, (half - up * unit, up * unit), "cooperation", words, month, filters | kinds)
    if down:
        words, kinds = f"{month}: {down:,} of conflict", {"type": CONFLICT}
        yield _bar(x, step, (half, down * unit), "conflict", words, month, filters | kinds)


def _strip(
    months: Sequence[str], step: float, by_month: Mapping[str, dict[str, Any]], reports: Mapping[str, int]
) -> Iterator[Bar]:
    """Yield the bars of the strip: how many reports there were in each month, whatever they tell of."""
    most = max((reports.get(month, 0) for month in months), default=1) or 1
    for n, month in enumerate(months):
        all_ = reports.get(month, 0)
        if all_:
            told = by_month[month]["reports"] if month in by_month else 0
            words = f"{month}: {told:,} of {all_:,} reports tell of them"
            since, until = days_of(month)
            high = all_ * STRIP / most
            yield Bar(
                round(n * step, 2), round(HEIGHT + 2 * GAP + STRIP - high, 2), round(step * SHARE, 2), round(high, 2),
                "reports", words, "/reports?" + urlencode({"since": since, "until": until}),
            )  # fmt: skip


def sides(rows: Sequence[dict[str, Any]], filters: dict[str, str]) -> Chart:
    """Return deeds that somebody does above a line, and those done to them below it, month by month.

    Args:
        rows: `month`, `acts`, `acted`, and `deeds`, in some of which they may be on both sides.
        filters: of the events to which a bar leads.
    """
    by_month = {row["month"]: row for row in rows}
    sums = {month: row["deeds"] for month, row in by_month.items()}
    months = stretch_of(sums)
    drawn = [by_month[month] for month in months if month in by_month]
    most = max((count for row in drawn for count in (row["acts"], row["acted"])), default=1) or 1
    half, step = LOW / 2, _step(months)
    bars: list[Bar] = []
    for n, month in enumerate(months):
        row = by_month.get(month, {"acts": 0, "acted": 0, "deeds": 0})
        up, down = row["acts"] * half / most, row["acted"] * half / most
        if up:
            words = f"{month}: {row['acts']:,} of {row['deeds']:,} deeds as the one who acts"
            bars.append(_bar(n * step, step, (half - up, up), "acts", words, month, filters))
        if down:
            words = f"{month}: {row['acted']:,} of {row['deeds']:,} deeds as the one to whom it is done"
            bars.append(_bar(n * step, step, (half, down), "acted", words, month, filters))
    return Chart(
        len(months) * step, LOW, half, tuple(bars), tuple(_labels(months, step)), most,
        outside=tuple(_outside(sums, months, filters)),
    )  # fmt: skip


def _now(months: Sequence[str], step: float, today: str) -> float | None:
    """Return where today is among months."""
    if today[:7] not in months:
        return None
    length = monthrange(int(today[:4]), int(today[5:7]))[1]
    return round((months.index(today[:7]) + (int(today[8:10]) - 1) / length) * step, 2)


def _cooperation(row: dict[str, Any]) -> int:
    return int(row["verbal_cooperation"] + row["material_cooperation"])


def _conflict(row: dict[str, Any]) -> int:
    return int(row["verbal_conflict"] + row["material_conflict"])


def _step(months: Sequence[str]) -> float:
    """Return the width of a month."""
    return min(WIDEST, max(NARROWEST, WIDTH / max(len(months), 1)))


def _bar(
    x: float, step: float, upright: tuple[float, float], sort: str, words: str, month: str, filters: dict[str, str]
) -> Bar:
    """Return a bar that stands at x, from y as high as `upright` says."""
    since, until = days_of(month)
    chosen = {**filters, "since": since, "until": until}
    if sort in STATUSES:
        chosen["status"] = sort
    y, height = upright
    return Bar(
        round(x, 2), round(y, 2), round(step * SHARE, 2), round(height, 2), sort, words, "/events?" + urlencode(chosen)
    )


def _labels(months: Sequence[str], step: float) -> Iterator[tuple[float, str]]:
    """Yield where labels stand: the first month, then each January that has room; where months are wide, others too."""
    free = 0.0
    for n, month in enumerate(months):
        x = n * step
        january = month.endswith("-01")
        if x >= free and (n == 0 or january or step == WIDEST):
            free = x + LABEL
            yield round(x, 2), month[:4] if january and n else month


def _plain(status: str) -> str:
    return status.replace("_", " ")
