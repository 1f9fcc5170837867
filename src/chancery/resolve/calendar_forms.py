"""Names of the calendar: days, months, years, weekdays, seasons, holidays.

In: slots and what is known. Out: an `edtf.Extent`, or None where the words cannot be dated.
What it does not know: words, and times made of other times.
"""

from __future__ import annotations

from chancery.resolve import edtf
from chancery.resolve.edtf import Extent
from chancery.resolve.nearness import holiday_in, month_year, weekday_after, weekday_before, weekday_near, year_near
from chancery.resolve.time_context import Known, Slots, year_of
from chancery.resolve.unit_forms import relative_unit


def day_in(slots: Slots, known: Known) -> Extent | None:
    """Date "July 8, 2016", "July 8", "October 2016", "March of last year", "2016"."""
    if "date" in slots:
        return edtf.day_of(edtf.make_date(*slots["date"]))
    month, day, year = slots.get("month"), slots.get("day"), year_of(slots, known)
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
        return month_year(published, month, known.tense, known.firm)
    return year_near(published, known.tense, lambda year: edtf.make_date(year, month, day))


def days(slots: Slots, known: Known) -> Extent | None:
    """Date "July 8-10"; of "July 8 and 12" both days and what lies between."""
    first = day_in(slots, known)
    if first is None or first.first is None:
        return None
    return edtf.span(first.first, edtf.make_date(first.first.year, first.first.month, slots["day2"]), "day")


def months(slots: Slots, known: Known) -> Extent | None:
    """Date "January to March 2015"; December to February runs over the new year."""
    end = day_in({**slots, "month": slots["month2"]}, known)
    if end is None or end.first is None:
        return None
    year = end.first.year - (slots["month"] > slots["month2"])
    return edtf.span(edtf.make_date(year, slots["month"], 1), end.first, "month")


def relative_month(slots: Slots, known: Known) -> Extent | None:
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


def years(slots: Slots, known: Known) -> Extent | None:
    """Date "1980-88", "from 2011 to 2014"; of "2015-12" the month, as ISO 8601 writes it."""
    del known
    first, last = int(slots["year"]), int(slots["year2"])
    if last <= 12 and last <= first % 100:
        return edtf.month_of(first, last)
    last += first // 100 * 100 if last < 100 else 0
    return edtf.join(edtf.year_of(first), edtf.year_of(last))


def fiscal(slots: Slots, known: Known) -> Extent | None:
    """Date "fiscal 2015": about that year, for fiscal years start when each state likes."""
    del known
    return edtf.about(edtf.year_of(int(slots["year"])))


def decade(slots: Slots, known: Known) -> Extent | None:
    """Date "the 1990s"."""
    del known
    return edtf.decade_of(int(slots["decade"]))


def century(slots: Slots, known: Known) -> Extent | None:
    """Date "the 19th century"."""
    del known
    return edtf.century_of(int(slots["number"])) if slots.get("number") else None


def season(slots: Slots, known: Known) -> Extent | None:
    """Date "last summer", "the spring of 2014": the northern season's three months, winter from December on."""
    month = 3 * slots["season"]
    if slots.get("year") or slots.get("year_relation"):
        year = year_of(slots, known)
    else:
        year = _season_year(month, slots.get("relation"), known)
    first = edtf.make_date(year, month, 1) if year else None
    return edtf.span(first, edtf.add(first, 2, "month"), "month")


def _season_year(month: int, relation: str | None, known: Known) -> int | None:
    """Return the year in which a season without one begins; "last summer", said in July, is a year ago."""
    published = known.published
    if published is None or relation in ("that", "previous", "following"):
        return None
    begun = month_year(published, month, "past")
    is_on = (published.year - begun) * 12 + published.month - month < 3
    if relation in ("last", "past"):
        return begun - is_on
    if relation in ("next", "coming"):
        return begun + 1
    return begun if is_on or known.tense == "past" else begun + 1


def holiday(slots: Slots, known: Known) -> Extent | None:
    """Date "New Year's Eve", "Christmas 2014"."""
    rule, year = slots["holiday"], year_of(slots, known)
    if year is None and known.published and not slots.get("year_relation"):
        year = year_near(known.published, known.tense, lambda candidate: holiday_in(candidate, rule))
    return edtf.day_of(holiday_in(year, rule)) if year else None


def day(slots: Slots, known: Known) -> Extent | None:
    """Date "today", "yesterday", "this morning", "last night"."""
    return edtf.day_of(edtf.add(known.published, slots["day"], "day"))


def overnight(slots: Slots, known: Known) -> Extent | None:
    """Date "overnight": the night before the report."""
    del slots
    return edtf.span(edtf.add(known.published, -1, "day"), known.published, "day")


def weekday(slots: Slots, known: Known) -> Extent | None:
    """Date "Tuesday", "last Wednesday", "Friday of next week", "that Monday"."""
    weekday, relation, published = slots["weekday"], slots.get("relation"), known.published
    if "week" in slots:
        week = relative_unit({"relation": slots["week"], "unit": "week"}, known)
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
