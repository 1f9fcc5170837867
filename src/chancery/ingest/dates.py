"""Dates: a day of publication out of the ways in which pages, feeds and tables write it.

In: short strings and URLs. Out: a `date`, or None where it is not certain which day is meant.
What it does not know: today. "3/4/2024" is two days; it is read only where the order is known from its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Literal

LONGEST = 80
"""Code points of the longest way to write a moment: JavaScript's, with the zone's name in brackets, has some 70."""
LONGEST_URL = 2_000
"""Code points of a URL that are looked at; browsers and servers do not agree on longer ones."""
FIRST_YEAR, LAST_YEAR = 1605, 2100
"""The first newspaper is of 1605; later than 2100 no page is."""

Order = Literal["day", "month"]
"""What comes first in a date of numbers."""

MONTHS = (
    ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
    ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"),
    ("december", "dec"),
)  # fmt: skip
"""The names of each month, in full first; written out, for the names that Python gives follow the user's language."""
_MONTHS = {name: number for number, names in enumerate(MONTHS, start=1) for name in names}
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_ISO = re.compile(r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T?\d{4}(?:\d{2})?Z?)?")
_SECONDS = re.compile(r"(?P<seconds>\d{10})(?:\d{3}|\.\d+)?")
_NUMBERS = re.compile(r"(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)")
_WORDS = (
    re.compile(rf"(?<!\d){_DAY}[\s.,/-]+(?:of\s+)?{_MONTH}[\s.,/-]+{_YEAR}", re.I),  # 12 March 2024, 12-Mar-2024
    re.compile(rf"\b{_MONTH}[\s.]+{_DAY}[\s,]+{_YEAR}", re.I),  # March 12, 2024
    re.compile(rf"\b{_MONTH}\s+{_DAY}\s+[\d:]+\s+(?:[A-Z]{{2,5}}\s+)?{_YEAR}", re.I),  # Tue Mar 12 08:15:00 UTC 2024
    re.compile(rf"(?<!\d){_YEAR}[\s,/-]+{_MONTH}[\s.,/-]+{_DAY}(?!\d)", re.I),  # 2024 March 12
)
_IN_URL = (
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[/_-](?P<month>\d{1,2})[/_-](?P<day>\d{1,2})(?![\d])"),
    re.compile(rf"(?<!\d)(?P<year>(?:19|20)\d\d)/{_MONTH}/(?P<day>\d{{1,2}})(?!\d)", re.I),
    re.compile(r"(?<!\d)(?P<year>(?:199|20\d)\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)"),
)


def day_of(words: str | None, order: Order | None = None) -> date | None:
    """Read a day.

    Args:
        words: how it is written; a time of day and a zone after it are passed over: the day is the one at the place
            of publication.
        order: what comes first in "3/4/2024"; None leaves such a date unread unless one number is above 12.

    Returns:
        The day, None where the words are no date, leave open which, or are longer than `LONGEST`.

    Example:
        >>> day_of("Tue, 12 Mar 2024 23:30:00 -0500")
        datetime.date(2024, 3, 12)
        >>> day_of("3/4/2024") is None
        True
    """
    if not words or len(words) > LONGEST:
        return None
    words = words.strip()
    for form in (_ISO, _COMPACT):
        found = form.match(words) if form is _ISO else form.fullmatch(words)
        if found:
            return _day(found["year"], found["month"], found["day"])
    if found := _SECONDS.fullmatch(words):
        return datetime.fromtimestamp(int(found["seconds"]), UTC).date()
    if found := _NUMBERS.match(words):
        return _ordered(found, order)
    for form in _WORDS:
        if found := form.search(words):
            return _day(found["year"], _MONTHS[found["month"].lower()], found["day"])
    return None


def order_of(values: Iterable[str]) -> Order | None:
    """Tell what comes first in the dates of a column.

    Args:
        values: all of the column.

    Returns:
        "day" or "month" where dates with a number above 12 show it and none shows the opposite; None otherwise.

    Example:
        >>> order_of(["3/4/2024", "25/4/2024"])
        'day'
    """
    shown: set[Order] = set()
    for value in values:
        found = _NUMBERS.match(value[:LONGEST].strip())
        if found and int(found["first"]) > 12 >= int(found["second"]):
            shown.add("day")
        elif found and int(found["second"]) > 12 >= int(found["first"]):
            shown.add("month")
        if len(shown) == 2:
            return None
    return next(iter(shown), None)


def is_open(words: str) -> bool:
    """Tell whether a date is one of two days, by the order of its numbers."""
    return bool(_NUMBERS.match(words[:LONGEST].strip())) and day_of(words) is None and day_of(words, "day") is not None


def day_in_url(url: str | None) -> date | None:
    """Find the day in a URL, where news sites put it.

    Example:
        >>> day_in_url("https://example.org/world/2024/mar/12/lane-reopens")
        datetime.date(2024, 3, 12)
    """
    for form in _IN_URL:
        for found in form.finditer((url or "")[:LONGEST_URL]):
            month = _MONTHS.get(found["month"].lower(), found["month"])
            if day := _day(found["year"], month, found["day"]):
                return day
    return None


def _ordered(found: re.Match[str], order: Order | None) -> date | None:
    """Read a date of numbers with the year last."""
    first, second = int(found["first"]), int(found["second"])
    if found["mark"] == "." or first > 12 or first == second:  # nobody who writes full stops puts the month first
        order = "day"
    elif second > 12:
        order = "month"
    if order is None:
        return None
    return _day(found["year"], second, first) if order == "day" else _day(found["year"], first, second)


def _day(year: int | str, month: int | str, day: int | str) -> date | None:
    """Return a day that exists, in a year in which there are newspapers."""
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None
