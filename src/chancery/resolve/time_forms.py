"""Forms of times: how each form of wording is dated, one function a form.

In: the slots of a time expression and what is known. Out: an `edtf.Extent`, or None where the words cannot be dated.
What it does not know: tokens, and which words made the slots.

Here are the times made of other times; names of the calendar are in `calendar_forms`, units in `unit_forms`.
Where there is no publication date, only forms that name a year are dated.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from chancery.resolve import calendar_forms, edtf
from chancery.resolve.edtf import Date, Extent
from chancery.resolve.nearness import month_year
from chancery.resolve.time_context import Known, Slots, year_of
from chancery.resolve.unit_forms import relative_unit, rolling, unit_around, weekend


def date_extent(slots: Slots, known: Known) -> Extent | None:
    """Return the extent of slots of any form; None for unknown forms, durations and repetitions."""
    form = FORMS.get(slots.get("form", ""))
    return form(slots, known) if form else None


def _quarter(slots: Slots, known: Known) -> Extent | None:
    """Date "the third quarter of 2015"; without a year the nearest by tense."""
    which = slots["which"] if isinstance(slots["which"], int) else 4
    whole = _whole(slots, known)
    if whole is not None or "time" in slots or "unit" in slots:
        return edtf.fraction(whole, which - 1, 4) if whole and whole.unit == "year" else None
    year = year_of(slots, known)
    if year is None and known.published and not slots.get("year_relation") and 1 <= which <= 4:
        tense = "past" if known.tense == "past" else "near"
        year = month_year(known.published, 3 * which - 2, tense, firm=False)
    return edtf.fraction(edtf.year_of(year), which - 1, 4) if year else None


def _clock(slots: Slots, known: Known) -> Extent | None:
    """Date "at 8 p.m.": the day that the text has named last."""
    del slots
    return known.named("day")


def _whole(slots: Slots, known: Known) -> Extent | None:
    """Return the time inside, or the present one of a unit: the year of "the end of the year"."""
    if "time" in slots:
        return date_extent(slots["time"], known)
    if "unit" in slots and slots["unit"] not in ("hour", "minute", "day"):
        return relative_unit({"relation": "this", "unit": slots["unit"]}, known)
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
    whole = _whole(slots, known) if "time" in slots or "unit" in slots else edtf.year_of(year_of(slots, known) or 0)
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
    moved = unit_around(edtf.add(known.published, slots["sign"] * number, unit), _precision(number, unit))
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
    return unit_around(edtf.add(date, -length["number"], length["unit"]), near.unit)


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
    within = replace(known, tense="past", firm=True) if bound == "since" else replace(known, firm=False)
    time = date_extent(slots["time"], within)
    return edtf.since(time) if bound in ("since", "after") else edtf.until(time)


def _interval(slots: Slots, known: Known) -> Extent | None:
    """Date "from July 8 to Aug. 3", "between March and May 2015": the end may lend the start its year."""
    start, end = slots["start"], slots["end"]
    first, last = date_extent(start, known), date_extent(end, known)
    is_back = known.tense == "past" or end.get("year")
    if is_back and last is not None and last.last and not start.get("year"):
        first = date_extent(start, replace(known, published=last.last, tense="past", firm=True)) or first
    elif first is not None and first.first and not end.get("year"):
        last = date_extent(end, replace(known, published=first.first, tense="future", firm=True)) or last
    return edtf.join(first, last)


def _about(slots: Slots, known: Known) -> Extent | None:
    """Date "around 2010"."""
    return edtf.about(date_extent(slots["time"], known))


def _in_length(slots: Slots, known: Known) -> Extent | None:
    """Date "in two weeks" if it is ahead; else it is how long something took."""
    length = _length({**slots["time"], "form": "length"})
    if known.tense != "future" or not length.get("number") or "unit" not in length:
        return None
    return unit_around(edtf.add(known.published, length["number"], length["unit"]), length["unit"])


FORMS: dict[str, Callable[[Slots, Known], Extent | None]] = {
    "date": calendar_forms.day_in,
    "dates": calendar_forms.days,
    "months": calendar_forms.months,
    "month": calendar_forms.relative_month,
    "years": calendar_forms.years,
    "fiscal": calendar_forms.fiscal,
    "decade": calendar_forms.decade,
    "century": calendar_forms.century,
    "quarter": _quarter,
    "season": calendar_forms.season,
    "holiday": calendar_forms.holiday,
    "weekday": calendar_forms.weekday,
    "day": calendar_forms.day,
    "overnight": calendar_forms.overnight,
    "unit": relative_unit,
    "rolling": rolling,
    "weekend": weekend,
    "clock": _clock,
    "part": _part,
    "within": _within,
    "edge": _edge,
    "half": _half,
    "slice": _slice,
    "ago": _ago,
    "anniversary": _anniversary,
    "shift": _shift,
    "open": _open,
    "interval": _interval,
    "about": _about,
    "in_length": _in_length,
}
"""One function for each form that rules of `extract.time_grammar` name; "length", "set" and "vague" have no date."""
