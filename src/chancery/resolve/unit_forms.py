"""Units told from the report or from the text: "last week", "the next day", "the past three years".

In: slots and what is known. Out: an `edtf.Extent`, or None where the words cannot be dated.
What it does not know: words, and the names of months and days.

"Last week" is the calendar's week before; "the last week" the seven days up to the report.
"""

from __future__ import annotations

from chancery.resolve import edtf
from chancery.resolve.edtf import Date, Extent
from chancery.resolve.time_context import Known, Slots


def relative_unit(slots: Slots, known: Known) -> Extent | None:
    """Date "last week", "this year", "the next day", "that month", "the past year"."""
    relation, unit = slots["relation"], slots["unit"]
    if unit in ("hour", "minute"):
        return None
    if relation in ("that", "previous", "following") or (relation == "next" and "definite" in slots):
        return _unit_by_text(relation, unit, known)
    if relation in ("past", "coming") or (relation == "last" and "definite" in slots):
        return rolling({"relation": relation, "unit": unit, "number": 1}, known)
    step = {"last": -1, "next": 1}.get(relation, 0)
    if unit == "quarter":
        return _quarter_around(edtf.add(known.published, 3 * step, "month"))
    return unit_around(edtf.add(known.published, step, unit), unit)


def unit_around(date: Date | None, unit: str) -> Extent | None:
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
        return rolling({"relation": "coming", "unit": unit, "number": 1}, known) if is_ahead else None
    if relation == "that":
        return unit_around(named.first, unit)
    step = -1 if relation == "previous" else 1
    return unit_around(edtf.add(named.first if step < 0 else named.last, step, unit), unit)


def rolling(slots: Slots, known: Known) -> Extent | None:
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
    first, last = (published, far) if is_ahead else (far, published)
    return edtf.span(first, last, written)


def weekend(slots: Slots, known: Known) -> Extent | None:
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
