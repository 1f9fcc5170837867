"""Nearness: which Friday, March or Easter a report means that names no year.

In: a name of the calendar, the day of publication and a tense. Out: the date.
What it does not know: words.

Past times are the last such before the report, future ones the next, and those without a tense the nearest.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable, Sequence

from chancery.resolve.edtf import Date, make_date

FAR_MONTHS = 9
FAR_DAYS = 275
"""How far a day without a year reaches against its tense, and a month where no verb of its own gives the tense.

Further off, reports name the year: "gave no reason for the Jan. 14 deadline", dated January 5, is ahead, as were
all nine such days of TimeBank and AQUAINT."""
UPDATED = 1
"""Days after its date on which a report may still have been updated.

In 104 + 25 VOA reports of 2009-2017, thirteen bare weekdays stand six days before the date or one day after it;
twelve are the day after ("speaking to reporters Tuesday", dated Monday), one is six days before."""


def weekday_near(published: Date, weekday: int, tense: str) -> Date | None:
    """Return the day that a bare weekday names.

    Args:
        published: the day of the report.
        weekday: 0 for Monday.
        tense: "past" looks back over five days and on to the next, "near" for the nearest, "present" ahead but
            for two days, "future" ahead.

    Returns:
        The date; the day of publication itself if it is that weekday.

    Example:
        >>> monday = datetime.date(2017, 1, 16)
        >>> weekday_near(monday, 4, "past"), weekday_near(monday, 1, "past"), weekday_near(monday, 4, "future")
        (datetime.date(2017, 1, 13), datetime.date(2017, 1, 17), datetime.date(2017, 1, 20))
    """
    ahead = (weekday - published.weekday()) % 7
    is_back = ahead > {"past": UPDATED, "near": 3, "present": 4}.get(tense, 6)
    return _moved(published, ahead - 7 if is_back else ahead)


def weekday_before(date: Date, weekday: int) -> Date | None:
    """Return the last such weekday before a date, never the date itself."""
    return _moved(date, -((date.weekday() - weekday - 1) % 7 + 1))


def weekday_after(date: Date, weekday: int) -> Date | None:
    """Return the first such weekday after a date, never the date itself."""
    return _moved(date, (weekday - date.weekday() - 1) % 7 + 1)


def year_near(published: Date, tense: str, date_in: Callable[[int], Date | None]) -> int | None:
    """Return the year in which a day that comes once a year is meant.

    Args:
        published: the day of the report.
        tense: "past", "future", or "present" for the nearest.
        date_in: gives the date in a year; None where the year has none (February 29).

    Returns:
        A year from four before to four after publication, None where the day never comes.
    """
    years = range(published.year - 4, published.year + 5)
    dates = [(year, date) for year in years if (date := date_in(year)) is not None]
    late = published + datetime.timedelta(days=UPDATED) if published < Date.max else published
    if tense == "past":
        chosen = [(year, date) for year, date in dates if date <= late][-1:]
    elif tense == "future":
        chosen = [(year, date) for year, date in dates if date >= published][:1]
    else:
        chosen = []
    if chosen and abs((chosen[0][1] - published).days) <= FAR_DAYS:
        return chosen[0][0]
    return min(dates, key=lambda pair: (abs((pair[1] - published).days), pair[0]), default=(None, None))[0]


def month_year(published: Date, month: int, tense: str, firm: bool = True) -> int:
    """Return the year of a month without one: of this month, the present one whatever the tense.

    Example:
        >>> month_year(datetime.date(2016, 1, 5), 12, "past"), month_year(datetime.date(2016, 12, 5), 1, "future")
        (2015, 2017)
    """
    ahead = (month - published.month) % 12
    far = 11 if firm else FAR_MONTHS
    furthest = {"past": 11 - far, "future": far}.get(tense, 5)
    if ahead > furthest:
        ahead -= 12
    return published.year + (published.month - 1 + ahead) // 12


def holiday_in(year: int, rule: Sequence[str | int]) -> Date | None:
    """Return the date of a holiday in a year, by the rules of `extract.holidays`; None for movable feasts.

    Example:
        >>> holiday_in(2016, ("easter", -2)), holiday_in(2016, ("nth", 11, 3, 4))
        (datetime.date(2016, 3, 25), datetime.date(2016, 11, 24))
    """
    kind, *numbers = rule
    days = [number for number in numbers if isinstance(number, int)]
    if not 1 <= year <= 9998:
        return None
    if kind == "fixed":
        return make_date(year, days[0], days[1])
    if kind == "easter":
        return _moved(easter(year), days[0])
    if kind == "nth":
        return _nth_weekday(year, *days)
    return None


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> Date | None:
    """Return the n-th such weekday of a month, -1 for the last."""
    length = calendar.monthrange(year, month)[1]
    days = [day for day in range(1, length + 1) if calendar.weekday(year, month, day) == weekday]
    return make_date(year, month, days[nth - 1 if nth > 0 else nth])


def easter(year: int) -> Date:
    """Return Easter Sunday of the western churches, by the anonymous Gregorian computus (Nature, 20 April 1876)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    skipped, leap = divmod(century, 4)
    moon = (19 * golden + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarter, odd = divmod(rest, 4)
    sunday = (32 + 2 * leap + 2 * quarter - moon - odd) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return Date(year, month, day + 1)


def _moved(date: Date, days: int) -> Date | None:
    """Return a date some days later, None beyond the calendar."""
    try:
        return date + datetime.timedelta(days=days)
    except OverflowError:
        return None
