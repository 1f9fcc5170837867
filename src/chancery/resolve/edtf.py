"""EDTF: stretches of the calendar, their arithmetic, and how ISO 8601-2 writes them.

In: numbers and dates. Out: `Extent`, the days a time covers with its EDTF string; None where the calendar has no
such day (February 30, year 0), so that nothing here raises on strange input.
What it does not know: words, tenses, and when anything was published.

The subset: days, months, years (`2016-07-08`, `2016-07`, `2016`), decades and centuries (`199X`, `18XX`),
intervals with open ends (`1986/..`, `../2016-02-08`), and `~` for about. Weeks, seasons, quarters and halves are
written as intervals of days or months, which every reader of dates understands.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass, replace
from typing import Literal

Unit = Literal["day", "week", "month", "year", "decade", "century"]
Date = datetime.date

UNITS: tuple[Unit, ...] = ("day", "week", "month", "year", "decade", "century")
"""Units from fine to coarse; hours and minutes count as parts of their day."""
_YEARS = {"year": 1, "fortnight": 0, "decade": 10, "century": 100}
_DAYS = {"week": 7, "fortnight": 14}
_WRITTEN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?~?|(\d\d\d)X~?|(\d\d)XX~?")


@dataclass(frozen=True, slots=True)
class Extent:
    """What a time covers: first and last day (None: open), the unit it is told in, and its EDTF string."""

    first: Date | None
    last: Date | None
    unit: Unit
    edtf: str


def make_date(year: int, month: int, day: int) -> Date | None:
    """Return a date, or None where the calendar has none."""
    try:
        return Date(year, month, day)
    except (ValueError, OverflowError):
        return None


def day_of(date: Date | None) -> Extent | None:
    """Return one day."""
    return Extent(date, date, "day", date.isoformat()) if date else None


def month_of(year: int, month: int) -> Extent | None:
    """Return one month.

    Example:
        >>> month_of(2016, 2).last, month_of(2016, 13)
        (datetime.date(2016, 2, 29), None)
    """
    first = make_date(year, month, 1)
    return Extent(first, _month_end(first), "month", f"{year:04d}-{month:02d}") if first else None


def year_of(year: int) -> Extent | None:
    """Return one year of our era, 1 to 9999."""
    return _years(year, 1, "year", f"{year:04d}")


def decade_of(year: int) -> Extent | None:
    """Return the decade of a year: `199X`."""
    return _years(year // 10 * 10, 10, "decade", f"{year // 10:03d}X")


def century_of(number: int) -> Extent | None:
    """Return a century by its number: the 19th is `18XX`, as EDTF writes it, 1800 to 1899."""
    return _years((number - 1) * 100, 100, "century", f"{number - 1:02d}XX")


def _years(year: int, count: int, unit: Unit, edtf: str) -> Extent | None:
    """Return whole years."""
    first, last = make_date(year, 1, 1), make_date(year + count - 1, 12, 31)
    return Extent(first, last, unit, edtf) if first and last else None


def week_of(date: Date | None) -> Extent | None:
    """Return the ISO week of a date, Monday to Sunday, as an interval of days."""
    if date is None:
        return None
    monday = add(date, -date.weekday(), "day")
    return span(monday, add(monday, 6, "day"), "day", "week")


def span(first: Date | None, last: Date | None, written: Unit, unit: Unit | None = None) -> Extent | None:
    """Return the interval from one date to another, written to the day, month or year.

    Args:
        first: its first day; with months and years, any day of the first.
        last: likewise at the end.
        written: "day", "month" or "year"; coarser units are written as years.
        unit: the unit it is told in, where that is another.

    Example:
        >>> span(datetime.date(2015, 1, 9), datetime.date(2015, 6, 2), "month").edtf
        '2015-01/2015-06'
    """
    start, end = cover(first, written), cover(last, written)
    if start is None or end is None or start.first is None or end.last is None or start.first > end.last:
        return None
    if start == end:
        return replace(start, unit=unit or start.unit)
    told = "week" if written == "day" else written  # several days are no day
    return Extent(start.first, end.last, unit or told, f"{start.edtf}/{end.edtf}")


def cover(date: Date | None, unit: Unit) -> Extent | None:
    """Return the day, week, month, year, decade or century that a date lies in."""
    if date is None:
        return None
    if unit == "day":
        return day_of(date)
    if unit == "week":
        return week_of(date)
    if unit == "month":
        return month_of(date.year, date.month)
    if unit == "year":
        return year_of(date.year)
    return decade_of(date.year) if unit == "decade" else century_of(date.year // 100 + 1)


def add(date: Date | None, number: float, unit: str) -> Date | None:
    """Return a date some days, weeks, months or years later; the last of a shorter month where it has to be.

    Example:
        >>> add(datetime.date(2016, 3, 31), -1, "month")
        datetime.date(2016, 2, 29)
    """
    if date is None or abs(number) > 10_000:
        return None
    if unit in ("second", "minute", "hour"):
        number, unit = (int(number / 24), "day") if unit == "hour" else (0, "day")
    try:
        if unit in ("month", "year", "decade", "century"):
            return _add_months(date, round(number * (12 * _YEARS[unit] if unit in _YEARS else 1)))
        return date + datetime.timedelta(days=round(number * _DAYS.get(unit, 1)))
    except (OverflowError, ValueError):
        return None


def _add_months(date: Date, months: int) -> Date:
    """Return a date some months later; raises where the calendar ends."""
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    return Date(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))


def _month_end(first: Date) -> Date:
    """Return the last day of a month."""
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def coarser(one: str, other: str) -> Unit:
    """Return the coarser of two units; anything below a day is a day."""
    return UNITS[max(rank(one), rank(other))]


def rank(unit: str) -> int:
    """Return the place of a unit from fine (0, day and below) to coarse."""
    unit = "week" if unit == "fortnight" else unit
    return UNITS.index(unit) if unit in UNITS else 0


def shift(extent: Extent, number: float, unit: str) -> Extent | None:
    """Return an extent moved by a number of units, told in the coarser of the two units.

    Example:
        >>> shift(year_of(2016), -4, "year").edtf, shift(month_of(2023, 3), 1, "day").edtf
        ('2012', '2023-03')
    """
    told = coarser(unit, extent.unit)
    if told != extent.unit or extent.first is None or extent.last is None:
        return cover(add(extent.first or extent.last, number, unit), told)
    if rank(unit) < rank(extent.unit):
        return extent
    if extent.first == extent.last or told in ("day", "week"):
        return span(add(extent.first, number, unit), add(extent.last, number, unit), "day", told)
    first, last = add(extent.first, number, unit), add(extent.last, number, unit)
    return cover(first, told) if "/" not in extent.edtf else span(first, last, min(told, "year", key=rank), told)


def about(extent: Extent | None) -> Extent | None:
    """Return an extent marked as approximate."""
    if extent is None or extent.edtf.endswith("~"):
        return extent
    return replace(extent, edtf="/".join(part if part == ".." else f"{part}~" for part in extent.edtf.split("/")))


def since(extent: Extent | None) -> Extent | None:
    """Return the time from the start of an extent on."""
    return extent and Extent(extent.first, None, extent.unit, f"{extent.edtf.split('/')[0]}/..")


def until(extent: Extent | None) -> Extent | None:
    """Return the time up to the end of an extent."""
    return extent and Extent(None, extent.last, extent.unit, f"../{extent.edtf.split('/')[-1]}")


def join(start: Extent | None, end: Extent | None) -> Extent | None:
    """Return the interval from the start of one extent to the end of another, None where it would run back."""
    if start is None or end is None or start.first is None or end.last is None or start.first > end.last:
        return None
    edtf = f"{start.edtf.split('/')[0]}/{end.edtf.split('/')[-1]}"
    return Extent(start.first, end.last, coarser(start.unit, end.unit), edtf)


def thirds(extent: Extent | None, part: str) -> Extent | None:
    """Return the early, middle or late part of an extent: a third, in the next finer unit.

    Early 2022 is January to April, early June the first ten days, early in the week Monday to Wednesday; a day
    has no parts.

    Example:
        >>> thirds(year_of(2022), "early").edtf, thirds(decade_of(1990), "late").edtf
        ('2022-01/2022-04', '1997/1999')
    """
    if extent is None or extent.first is None or extent.last is None or extent.unit == "day":
        return extent
    index = {"early": 0, "mid": 1, "late": 2}[part]
    if extent.unit == "week":
        return _slice_days(extent, ((0, 2), (2, 4), (3, 6))[index])
    if extent.unit == "month" and (extent.first.year, extent.first.month) == (extent.last.year, extent.last.month):
        return _slice_days(extent, ((0, 9), (10, 19), (20, extent.last.day - 1))[index])
    years = extent.last.year - extent.first.year + 1
    if years == 1:
        months = max((extent.last.month - extent.first.month + 1) // 3, 1)
        first = add(extent.first, index * months, "month")
        return span(first, add(first, months - 1, "month"), "month")
    low, high = _DECADE_THIRDS[index] if years == 10 else (index * years // 3, (index + 1) * years // 3 - 1)
    return span(add(extent.first, low, "year"), add(extent.first, high, "year"), "year")


_DECADE_THIRDS = ((0, 3), (4, 6), (7, 9))
"""Offsets of the years of the early, middle and late part of a decade: "the early 1950s" run to 1953."""


def _slice_days(extent: Extent, offsets: tuple[int, int]) -> Extent | None:
    """Return days of an extent by their offsets from its first day."""
    return span(add(extent.first, offsets[0], "day"), add(extent.first, offsets[1], "day"), "day")


def halves(extent: Extent | None, index: int) -> Extent | None:
    """Return the first (0) or second (1) half of a year, month, decade or century."""
    if extent is None or extent.first is None or extent.last is None:
        return None
    if extent.unit == "year":
        return fraction(extent, index, 2)
    if extent.unit == "month":
        low, high = ((1, 15), (16, extent.last.day))[index]
        return span(extent.first.replace(day=low), extent.first.replace(day=high), "day")
    years = {"decade": 5, "century": 50}.get(extent.unit)
    first = years and add(extent.first, index * years, "year")
    return span(first, add(first, years - 1, "year"), "year") if first and years else None


def fraction(extent: Extent | None, index: int, count: int) -> Extent | None:
    """Return one of the equal parts of a year, in months: halves, thirds, quarters."""
    if extent is None or extent.first is None or not 0 <= index < count:
        return None
    size = 12 // count
    first = add(extent.first, index * size, "month")
    return span(first, add(first, size - 1, "month"), "month")


def parse(edtf: str) -> Extent | None:
    """Read an EDTF string of this subset; None for anything else.

    Example:
        >>> parse("2016-02").unit, parse("../2016").last, parse("tomorrow")
        ('month', datetime.date(2016, 12, 31), None)
    """
    start, _, end = edtf.partition("/")
    if not end:
        return _parse_one(start)
    low, high = _parse_one(start), _parse_one(end)
    if start == ".." or end == "..":
        known = low or high
        return Extent(low.first if low else None, high.last if high else None, known.unit, edtf) if known else None
    joined = join(low, high)
    if (
        joined
        and joined.unit == "day"
        and joined.first
        and joined == replace(week_of(joined.first) or joined, unit="day")
    ):
        return replace(joined, unit="week")
    return joined and replace(joined, edtf=edtf)


def _parse_one(edtf: str) -> Extent | None:
    """Read one side of an interval."""
    found = _WRITTEN.fullmatch(edtf)
    if found is None:
        return None
    year, month, day, decade, century = (int(part) if part else None for part in found.groups())
    if decade is not None or century is not None:
        extent = decade_of(decade * 10) if decade is not None else century_of((century or 0) + 1)
    elif day is not None:
        extent = day_of(make_date(year or 0, month or 0, day))
    else:
        extent = month_of(year or 0, month) if month is not None else year_of(year or 0)
    return extent and replace(extent, edtf=edtf)
