"""Times: dates every time expression of a report, against its publication and against what the text has named.

In: an analysis, its `TimeMention`s and the day of publication. Out: a `record.Time` for each, in the same order.
What it does not know: the words; `extract.times` has put their values into slots.

Without a publication date, only times that carry their own year are dated: "today" is never guessed, and a
dateline is no publication date.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from chancery.analysis import Analysis
from chancery.mentions import TimeMention
from chancery.record import Time
from chancery.resolve import edtf
from chancery.resolve.edtf import Extent
from chancery.resolve.time_context import Known
from chancery.resolve.time_forms import date_extent

_REACH = 3  # sentences back to which "the next day" or "that year" may refer; news paragraphs have one to three
_MEMORY = 8  # mentions that are looked at on the way back
_NO_REFERENCE = frozenset(("open", "rolling", "length", "set", "vague", "in_length", "decade", "century"))


def resolve(analysis: Analysis, mentions: Sequence[TimeMention], published: datetime.date | None) -> list[Time]:
    """Date the times of a report.

    Args:
        analysis: the report.
        mentions: what `extract.times.find` found in it, in reading order.
        published: the day of publication, None if unknown.

    Returns:
        One time for each mention, in order, as narrow as its words allow; `edtf` is None for durations,
        repetitions, vague times, and whatever needs a date or a deed that is not known here.
    """
    extents: list[Extent | None] = []
    captions = _caption_days(analysis, mentions)
    for mention in mentions:
        written = captions.get(analysis.sentence_of[mention.tokens[0]], published)
        extents.append(_extent(analysis, mention, mentions, extents, written))
    for index, mention in enumerate(mentions):
        if mention.slots.get("anchor") == "event":
            inside = _inside_anchor(analysis, index, mentions, extents)
            extents[index] = inside and _from_anchor(mention, inside)
    return [_time(analysis, mention, extent) for mention, extent in zip(mentions, extents, strict=True)]


def anchored(analysis: Analysis, mention: TimeMention, anchor: Time) -> Time:
    """Date a time that is counted from a deed, once that deed has its time.

    Args:
        analysis: the report.
        mention: a time with the slot `anchor` "event" ("days before that visit").
        anchor: the time of the deed at `anchor_head`; undated ones leave the mention undated.

    Returns:
        The time; for the visit of 2023-03, days before it is 2023-03 too.
    """
    base = edtf.parse(anchor.edtf) if anchor.edtf else None
    return _time(analysis, mention, _from_anchor(mention, base) if base else None)


def _caption_days(analysis: Analysis, mentions: Sequence[TimeMention]) -> dict[int, datetime.date]:
    """Return the day of each sentence that ends in a bare date, as captions of photographs do.

    What a caption calls "Sunday" or "last week" is counted from the photograph, which may be older than the report.
    """
    days: dict[int, datetime.date] = {}
    for mention in mentions:
        first, last = mention.tokens
        is_dated = mention.slots.get("form") == "date" and {"year", "month", "day"} <= mention.slots.keys()
        before = analysis.lowers[first - 1] if first else ""
        after = analysis.lowers[last] if last < len(analysis) else "."
        if is_dated and before == "," and after in (".", "(", ")"):
            extent = date_extent(mention.slots, Known(None, "past", lambda _: None))
            if extent and extent.first:
                days[analysis.sentence_of[first]] = extent.first
    return days


def _extent(
    analysis: Analysis,
    mention: TimeMention,
    mentions: Sequence[TimeMention],
    extents: Sequence[Extent | None],
    published: datetime.date | None,
) -> Extent | None:
    """Return what one time covers, given the times before it."""
    if mention.slots.get("anchor") == "event":
        return None

    def named(unit: str) -> Extent | None:
        return _last_named(analysis, mention, mentions, extents, unit)

    tense, firm = str(mention.slots.get("tense", "past")), bool(mention.slots.get("firm"))
    return date_extent(mention.slots, Known(published, tense, named, firm))


def _last_named(
    analysis: Analysis,
    mention: TimeMention,
    mentions: Sequence[TimeMention],
    extents: Sequence[Extent | None],
    unit: str,
) -> Extent | None:
    """Return the time last named before a mention, told in a unit or a finer one, a few sentences back at most."""
    here = analysis.sentence_of[mention.tokens[0]]
    for index in range(len(extents) - 1, max(len(extents) - 1 - _MEMORY, -1), -1):
        extent, other = extents[index], mentions[index]
        if here - analysis.sentence_of[other.tokens[0]] > _REACH:
            return None
        is_named = extent and extent.first and extent.last and other.slots.get("form") not in _NO_REFERENCE
        if extent and is_named and edtf.rank(extent.unit) <= edtf.rank(unit):
            return extent
    return None


def _inside_anchor(
    analysis: Analysis, index: int, mentions: Sequence[TimeMention], extents: Sequence[Extent | None]
) -> Extent | None:
    """Return the time that stands with the deed counted from: "the day before Friday's raid" has its Friday."""
    head = mentions[index].slots.get("anchor_head")
    for other in range(index + 1, min(index + 4, len(mentions))):
        first, last = mentions[other].tokens
        if extents[other] is not None and any(analysis.heads[token] == head for token in range(first, last)):
            return extents[other]
    return None


def _from_anchor(mention: TimeMention, base: Extent) -> Extent | None:
    """Return the time at the mention's distance from another."""
    known = Known(None, "past", lambda _: None, at_hand=base)
    return date_extent(replace(mention, slots={**mention.slots, "anchor": "text"}).slots, known)


def _time(analysis: Analysis, mention: TimeMention, extent: Extent | None) -> Time:
    """Write a time for the record."""
    return Time(
        span=analysis.span(mention.tokens),
        text=analysis.words(mention.tokens),
        edtf=extent.edtf if extent else None,
        earliest=extent.first.isoformat() if extent and extent.first else None,
        latest=extent.last.isoformat() if extent and extent.last else None,
    )
