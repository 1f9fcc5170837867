"""Forms of times: how each form of wording is dated, one function a form.

In: the slots of a time expression and what it is counted from. Out: an `edtf.Extent`, or None where the words
cannot be dated.
What it does not know: tokens, and which words made the slots.

"Last week" is the calendar's week before; "the last week" the seven days up to the report. Where there is no
publication date, only forms that name a year are dated.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from chancery.resolve import edtf
from chancery.resolve.edtf import Date, Extent
from chancery.resolve.nearness import (
    holiday_in, month_year, weekday_after, weekday_before, weekday_near, year_near,
)  # fmt: skip

Slots = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Known:
    """What a time may be counted from.

    Attributes:
        published: the day of the report, None if unknown.
        tense: of what is dated: "past", "present" or "future".
        named: gives the time that the text has named last, in a unit or a finer one; None if none is near.
        at_hand: the time last named, whatever its unit.
    """

    published: Date | None
    tense: str
    named: Callable[[str], Extent | None]
    at_hand: Extent | None = None


def date_extent(slots: Slots, known: Known) -> Extent | None:
    """Return the extent of slots of any form; None for unknown forms, durations and repetitions."""
    form = FORMS.get(slots.get("form", ""))
    return form(slots, known) if form else None


def _year_of(slots: Slots, known: Known) -> int | None:
    """Return the year that the words name: "2015", "of last year", "of that year"."""
    if slots.get("year"):
        return int(slots["year"])
    relation = slots.get("year_relation")
    if relation in ("that", "previous", "following"):
        named = known.named("year")
        step = {"that": 0, "previous": -1, "following": 1}[relation]
        return named.first.year + step if named and named.first else None
    if relation and known.published:
        return known.published.year + {"last": -1, "past": -1, "next": 1, "coming": 1}.get(relation, 0)
    return None


def _day_in(slots: Slots, known: Known) -> Extent | None:
    """Date "July 8, 2016", "July 8", "October 2016", "March of last year", "2016"."""
    if "date" in slots:
        return edtf.day_of(edtf.make_date(*slots["date"]))
    month, day, year = slots.get("month"), slots.get("day"), _year_of(slots, known)
    if year is None:
        if slots.get("year_relation") or known.published is None or not month:
            return None
        year = _year_without(month, day, known)
    if year is None or not month:
        return edtf.year_of(year) if year else None
    return edtf.day_of(edtf.make_date(year, month, day)) if day else edtf.month_of(year, month)


def _year_without(month: int, day: int | None, known: Known) -> int | None:
    """Return the year of a month, or of a day in one, by tense and nearness."""
    published = known.published
    if published is None or not 1 <= month <= 12:
        return None
    if day is None:
        return month_year(published, month, known.tense)
    return year_near(published, known.tense, lambda year: edtf.make_date(year, month, day))


def _days(slots: Slots, known: Known) -> Extent | None:
    """Date "July 8-10"; of "July 8 and 12" both days and what lies between."""
    first = _day_in(slots, known)
    if first is None or first.first is None:
        return None
    return edtf.span(first.first, edtf.make_date(first.first.year, first.first.month, slots["day2"]), "day")


def _months(slots: Slots, known: Known) -> Extent | None:
    """Date "January to March 2015"; December to February runs over the new year."""
    end = _day_in({**slots, "month": slots["month2"]}, known)
    if end is None or end.first is None:
        return None
    year = end.first.year - (slots["month"] > slots["month2"])
    return edtf.span(edtf.make_date(year, slots["month"], 1), end.first, "month")


def _relative_month(slots: Slots, known: Known) -> Extent | None:
    """Date "last August", "next March", "this May", "that June"."""
    relation, month = slots["relation"], slots["month"]
    if relation in ("that", "previous", "following"):
        named = known.named("year")
        base, back = (named.first, relation != "following") if named else (None, True)
        if base is None:
            return None
        year = month_year(base, month, "past" if back and relation != "that" else "future")
        return edtf.month_of(base.year if relation == "that" else year, month)
    published = known.published
    if published is None:
        return None
    if relation == "this":
        return edtf.month_of(published.year, month)
    is_back = relation in ("last", "past")
    year = month_year(published, month, "past" if is_back else "future")
    step = (-1 if is_back else 1) if month == published.month else 0
    return edtf.month_of(year + step, month)


def _years(slots: Slots, known: Known) -> Extent | None:
    """Date "1980-88", "from 2011 to 2014"."""
    del known
    first, last = int(slots["year"]), int(slots["year2"])
    last += first // 100 * 100 if last < 100 else 0
    return edtf.join(edtf.year_of(first), edtf.year_of(last))


def _fiscal(slots: Slots, known: Known) -> Extent | None:
    """Date "fiscal 2015": about that year, for fiscal years start when each state likes."""
    del known
    return edtf.about(edtf.year_of(int(slots["year"])))


def _decade(slots: Slots, known: Known) -> Extent | None:
    """Date "the 1990s"."""
    del known
    return edtf.decade_of(int(slots["decade"]))


def _century(slots: Slots, known: Known) -> Extent | None:
    """Date "the 19th century"."""
    del known
    return edtf.century_of(int(slots["number"])) if slots.get("number") else None


def _quarter(slots: Slots, known: Known) -> Extent | None:
    """Date "the third quarter of 2015"; without a year the nearest by tense."""
    which = slots["which"] if isinstance(slots["which"], int) else 4
    whole = _whole(slots, known)
    if whole is not None or "time" in slots or "unit" in slots:
        return edtf.fraction(whole, which - 1, 4) if whole and whole.unit == "year" else None
    year = _year_of(slots, known)
    if year is None and known.published and not slots.get("year_relation") and 1 <= which <= 4:
        year = month_year(known.published, 3 * which - 2, known.tense)
    return edtf.fraction(edtf.year_of(year), which - 1, 4) if year else None


def _season(slots: Slots, known: Known) -> Extent | None:
    """Date "last summer", "the spring of 2014": the northern season's three months, winter from December on."""
    month = 3 * slots["season"]
    if slots.get("year") or slots.get("year_relation"):
        year = _year_of(slots, known)
    else:
        start = _relative_month({**slots, "month": month}, known) if slots.get("relation") else None
        if start is None and slots.get("relation") is None and known.published:
            start = edtf.month_of(month_year(known.published, month, known.tense), month)
        year = start.first.year if start and start.first else None
    first = edtf.make_date(year, month, 1) if year else None
    return edtf.span(first, edtf.add(first, 2, "month"), "month")


def _holiday(slots: Slots, known: Known) -> Extent | None:
    """Date "New Year's Eve", "Christmas 2014"."""
    rule, year = slots["holiday"], _year_of(slots, known)
    if year is None and known.published and not slots.get("year_relation"):
        year = year_near(known.published, known.tense, lambda candidate: holiday_in(candidate, rule))
    return edtf.day_of(holiday_in(year, rule)) if year else None


def _weekday(slots: Slots, known: Known) -> Extent | None:
    """Date "Tuesday", "last Wednesday", "Friday of next week", "that Monday"."""
    weekday, relation, published = slots["weekday"], slots.get("relation"), known.published
    if "week" in slots:
        week = _relative_unit({"relation": slots["week"], "unit": "week"}, known)
        return edtf.day_of(edtf.add(week.first, weekday, "day")) if week else None
    if relation in ("that", "previous", "following"):
        named = known.named("day")
        if named is None or named.first is None:
            return None
        near = weekday_before if relation == "previous" else weekday_after
        date = named.first if relation == "that" and named.first.weekday() == weekday else near(named.first, weekday)
        return edtf.day_of(date)
    if published is None:
        return None
    if relation in ("last", "past"):
        return edtf.day_of(weekday_before(published, weekday))
    if relation in ("next", "coming"):
        return edtf.day_of(weekday_after(published, weekday))
    if relation == "this":
        return edtf.day_of(edtf.add(published, weekday - published.weekday(), "day"))
    return edtf.day_of(weekday_near(published, weekday, known.tense))


def _day(slots: Slots, known: Known) -> Extent | None:
    """Date "today", "yesterday", "this morning", "last night"."""
    return edtf.day_of(edtf.add(known.published, slots["day"], "day"))


def _overnight(slots: Slots, known: Known) -> Extent | None:
    """Date "overnight": the night before the report."""
    del slots
    return edtf.span(edtf.add(known.published, -1, "day"), known.published, "day")


def _relative_unit(slots: Slots, known: Known) -> Extent | None:
    """Date "last week", "this year", "the next day", "that month", "the past year"."""
    relation, unit = slots["relation"], slots["unit"]
    if unit in ("hour", "minute"):
        return None
    if relation in ("that", "previous", "following") or (relation == "next" and slots.get("definite")):
        return _unit_by_text(relation, unit, known)
    if relation in ("past", "coming") or (relation == "last" and slots.get("definite")):
        return _rolling({"relation": relation, "unit": unit, "number": 1}, known)
    step = {"last": -1, "next": 1}.get(relation, 0)
    if unit == "quarter":
        return _quarter_around(edtf.add(known.published, 3 * step, "month"))
    return _unit_around(edtf.add(known.published, step, unit), unit)


def _unit_around(date: Date | None, unit: str) -> Extent | None:
    """Return the unit of the calendar that a date lies in; two ISO weeks for a fortnight."""
    return edtf.cover(date, edtf.UNITS[edtf.rank(unit)])


def _quarter_around(date: Date | None) -> Extent | None:
    """Return the quarter of the year that a date lies in."""
    return edtf.fraction(edtf.year_of(date.year), (date.month - 1) // 3, 4) if date else None


def _unit_by_text(relation: str, unit: str, known: Known) -> Extent | None:
    """Date "that day", "the previous week", "the next day": from the time last named, "the next year" if ahead."""
    named = known.named(unit)
    if named is None or named.first is None:
        is_ahead = relation == "next" and known.tense == "future" and unit != "day"
        return _rolling({"relation": "coming", "unit": unit, "number": 1}, known) if is_ahead else None
    if relation == "that":
        return _unit_around(named.first, unit)
    step = -1 if relation == "previous" else 1
    return _unit_around(edtf.add(named.first if step < 0 else named.last, step, unit), unit)


def _rolling(slots: Slots, known: Known) -> Extent | None:
    """Date "the past three days", "the next five years": up to the report, or from it on; None for "few"."""
    number, unit, published = slots.get("number"), slots["unit"], known.published
    if number is None or published is None:
        return None
    is_ahead = slots["relation"] in ("next", "coming", "following")
    if unit == "day":
        number = number - 1  # the day of the report is one of them
    far = edtf.add(published, number if is_ahead else -number, unit)
    is_single = unit in ("year", "month") and number <= 1
    written: edtf.Unit = "month" if is_single or unit == "month" else "year" if edtf.rank(unit) > 2 else "day"
    return edtf.span(*((published, far) if is_ahead else (far, published)), written)


def _weekend(slots: Slots, known: Known) -> Extent | None:
    """Date "last weekend", "over the weekend": Saturday and Sunday."""
    relation, published = slots.get("relation"), known.published
    if published is None:
        return None
    saturday = edtf.add(published, 5 - published.weekday(), "day")
    is_over = relation in ("last", "past") or (relation not in ("next", "coming") and known.tense == "past")
    if is_over and (published.weekday() < 5 or relation in ("last", "past")):
        saturday = edtf.add(saturday, -7, "day")
    if relation == "next" and published.weekday() >= 5:
        saturday = edtf.add(saturday, 7, "day")
    return edtf.span(saturday, edtf.add(saturday, 1, "day"), "day")


def _clock(slots: Slots, known: Known) -> Extent | None:
    """Date "at 8 p.m.": the day that the text has named last."""
    del slots
    return known.named("day")


def _whole(slots: Slots, known: Known) -> Extent | None:
    """Return the time inside, or the present one of a unit: the year of "the end of the year"."""
    if "time" in slots:
        return date_extent(slots["time"], known)
    if "unit" in slots and slots["unit"] not in ("hour", "minute", "day"):
        return _relative_unit({"relation": "this", "unit": slots["unit"]}, known)
    return known.named("day") if slots.get("unit") == "day" else None


def _part(slots: Slots, known: Known) -> Extent | None:
    """Date "early last year", "mid-2015", "late on Thursday"."""
    return edtf.thirds(_whole(slots, known), slots["part"])


def _within(slots: Slots, known: Known) -> Extent | None:
    """Date "earlier this year", "later this month": the unit, its days only up to, or from, the report."""
    whole, published = _whole(slots, known), known.published
    if whole is None or whole.first is None or whole.last is None or published is None:
        return whole
    if not whole.first <= published <= whole.last:
        return whole
    if slots["when"] == "earlier":
        return replace(whole, last=published)
    return replace(whole, first=published)


def _edge(slots: Slots, known: Known) -> Extent | None:
    """Date "the end of 2015" (its last month), "the beginning of March" (its first ten days)."""
    whole, edge = _whole(slots, known), slots["edge"]
    if whole is None or whole.first is None or whole.last is None or whole.unit == "day":
        return whole
    if edge == "rest":
        return _within({**slots, "when": "later"}, known)
    if whole.unit == "year" and edge != "mid":
        return edtf.fraction(whole, 0 if edge == "start" else 11, 12)
    return edtf.thirds(whole, {"start": "early", "end": "late"}.get(edge, "mid"))


def _half(slots: Slots, known: Known) -> Extent | None:
    """Date "the first half of this year"."""
    which = slots["which"] if isinstance(slots["which"], int) else 2
    whole = _whole(slots, known) if "time" in slots or "unit" in slots else edtf.year_of(_year_of(slots, known) or 0)
    return edtf.halves(whole, which - 1) if which in (1, 2) else None


def _slice(slots: Slots, known: Known) -> Extent | None:
    """Date "the first six months of 2015", "the last week of May"."""
    whole, which = _whole(slots, known), slots["which"]
    length = slots.get("length", {})
    number, unit = length.get("number", 1), slots.get("unit2") or length.get("unit")
    if whole is None or whole.first is None or whole.last is None or not unit or number is None:
        return None
    if length and isinstance(which, int) and which != 1:
        return None
    steps = number * (which - 1) if isinstance(which, int) else 0
    first = edtf.add(whole.first, steps, unit)
    if not isinstance(which, int):
        first = edtf.add(edtf.add(whole.last, 1, "day"), -number, unit)
    last = edtf.add(edtf.add(first, number, unit), -1, "day")
    if first is None or last is None or last > whole.last:
        return None
    return edtf.span(first, last, "day" if edtf.rank(unit) < 2 else edtf.UNITS[edtf.rank(unit)])


def _ago(slots: Slots, known: Known) -> Extent | None:
    """Date "four years ago" (that year), "two weeks ago" (that week), "three days ago"; None for "years ago"."""
    length = _length(slots)
    number, unit = length.get("number"), length.get("unit")
    if number is None or unit is None or known.published is None:
        return None
    moved = _unit_around(edtf.add(known.published, slots["sign"] * number, unit), _precision(number, unit))
    return _approximate(moved, length.get("approximate"), slots["sign"], known.published)


def _precision(number: float, unit: str) -> str:
    """Return the unit a distance is told in: a decade is ten years, half a year six months."""
    if number != int(number):
        return {"year": "month", "decade": "year", "month": "week"}.get(unit, unit)
    return "year" if unit in ("decade", "century") else unit


def _length(slots: Slots) -> dict[str, Any]:
    """Return number, unit and approximation of the duration inside, however deep it nests."""
    found: dict[str, Any] = {}
    current: Slots | None = slots
    while current is not None:
        for key in ("number", "unit", "approximate"):
            if current.get(key) is not None:
                found.setdefault(key, current[key])
        current = current.get("length") or (current.get("time") if current.get("form") == "length" else None)
    if "unit" in found and "number" not in found and slots.get("form") == "shift" and "unit" in slots:
        found["number"] = 1  # "the day before"
    return found


def _approximate(moved: Extent | None, how: str | None, sign: int, base: Date) -> Extent | None:
    """Apply "more than", "less than" or "about" to a time at a distance."""
    if moved is None or how is None or how == "~":
        return edtf.about(moved) if how else moved
    if how == ">":
        return edtf.until(moved) if sign < 0 else edtf.since(moved)
    near = edtf.day_of(base)
    return edtf.join(moved, near) if sign < 0 else edtf.join(near, moved)


def _anniversary(slots: Slots, known: Known) -> Extent | None:
    """Date "75 years ago this week", "a year ago today"."""
    length, near = _length(slots), date_extent(slots["time"], known)
    if near is None or near.first is None or known.published is None or not length.get("number"):
        return None
    date = known.published if near.first <= known.published <= (near.last or near.first) else near.first
    return _unit_around(edtf.add(date, -length["number"], length["unit"]), near.unit)


def _shift(slots: Slots, known: Known) -> Extent | None:
    """Date "two days later", "the day before", "three days after July 8"."""
    length = _length(slots)
    base = date_extent(slots["time"], known) if "time" in slots else known.at_hand
    if base is None and "time" not in slots:
        base = known.named(edtf.UNITS[edtf.rank(length.get("unit", "day"))])
    return shift_from(base, length.get("number"), length.get("unit"), slots["when"]) if base else None


def shift_from(base: Extent, number: float | None, unit: str | None, when: str | None) -> Extent | None:
    """Return the time at a distance from another.

    Args:
        base: what is counted from.
        number: how many units; None for "days before", "a few weeks later".
        unit: the unit; None gives None.
        when: "before" and "earlier" go back, anything else ahead.

    Returns:
        With a number, the extent moved, told in the coarser unit. Without one, what surely holds: the same
        extent if the unit is small beside it, else the next coarser one, about; None for "years before".

    Example:
        >>> shift_from(edtf.month_of(2023, 3), None, "day", "before").edtf
        '2023-03'
    """
    if unit is None:
        return None
    sign = -1 if when in ("before", "earlier", "prior") else 1
    if number is not None:
        return edtf.shift(base, sign * number, unit)
    if unit in ("hour", "minute", "second"):
        return base
    gap = edtf.rank(base.unit) - edtf.rank(unit)
    if gap >= 2:
        return base
    if gap == 1:
        return edtf.about(base)
    few = FEW.get(unit)
    moved = edtf.add(base.first if sign < 0 else base.last, sign * few, "day") if few else None
    month = edtf.cover(moved, "month")
    return month if unit == "day" else edtf.about(month)


FEW = {"day": 3, "week": 21}
"""Days that "days" and "weeks" without a number are taken for: three of each."""


def _open(slots: Slots, known: Known) -> Extent | None:
    """Date "since 1986", "until March", "by February 8", "before 2011"."""
    bound = slots["bound"]
    within = replace(known, tense="past") if bound == "since" and known.tense == "present" else known
    time = date_extent(slots["time"], within)
    return edtf.since(time) if bound in ("since", "after") else edtf.until(time)


def _interval(slots: Slots, known: Known) -> Extent | None:
    """Date "from July 8 to Aug. 3", "between March and May 2015": the end may lend the start its year."""
    start, end = slots["start"], slots["end"]
    first, last = date_extent(start, known), date_extent(end, known)
    if last is not None and last.last and not start.get("year"):
        first = date_extent(start, replace(known, published=last.last, tense="past")) or first
    elif first is not None and first.first and not end.get("year"):
        last = date_extent(end, replace(known, published=first.first, tense="future")) or last
    return edtf.join(first, last)


def _about(slots: Slots, known: Known) -> Extent | None:
    """Date "around 2010"."""
    return edtf.about(date_extent(slots["time"], known))


def _in_length(slots: Slots, known: Known) -> Extent | None:
    """Date "in two weeks" if it is ahead; else it is how long something took."""
    length = _length({**slots["time"], "form": "length"})
    if known.tense != "future" or not length.get("number") or "unit" not in length:
        return None
    return _unit_around(edtf.add(known.published, length["number"], length["unit"]), length["unit"])


FORMS: dict[str, Callable[[Slots, Known], Extent | None]] = {
    "date": _day_in, "dates": _days, "months": _months, "month": _relative_month, "years": _years,
    "fiscal": _fiscal, "decade": _decade, "century": _century, "quarter": _quarter, "season": _season,
    "holiday": _holiday, "weekday": _weekday, "day": _day, "overnight": _overnight, "unit": _relative_unit,
    "rolling": _rolling, "weekend": _weekend, "clock": _clock, "part": _part, "within": _within, "edge": _edge,
    "half": _half, "slice": _slice, "ago": _ago, "anniversary": _anniversary, "shift": _shift, "open": _open,
    "interval": _interval, "about": _about, "in_length": _in_length,
}  # fmt: skip
"""One function for each form that rules of `extract.time_grammar` name; "length", "set" and "vague" have no date."""
