"""Events: from mentions of deeds to the events of the record, one deed one event.

In: an analysis, event mentions, who is who, times, places, statements. Out: events in reading order.
What it does not know: how the mentions were found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from chancery.analysis import Analysis
from chancery.mentions import EventMention, StatementMention, TimeMention
from chancery.record import Event, Mention, Place, Time
from chancery.resolve import times as dating
from chancery.resolve.actors import Cast
from chancery.resolve.deeds import Deed, gather, tell
from chancery.resolve.likeness import links
from chancery.resolve.status import Attributed, denied_by, is_ahead, said_by, status_of


@dataclass(frozen=True, slots=True)
class Known:
    """What is resolved before events are: who is who, when, where, and who said what.

    `times` and `places` have one entry a mention; `holders` for each token the indices of the statements whose
    content holds it, innermost first; `published` tells "they meet on Monday" ahead from "they met".
    """

    cast: Cast
    times: Sequence[Time]
    time_mentions: Sequence[TimeMention]
    places: Sequence[Place]
    statements: Sequence[StatementMention]
    holders: Sequence[Sequence[int]]
    published: date | None = None


def resolve(analysis: Analysis, mentions: Sequence[EventMention], known: Known) -> tuple[tuple[Event, ...], list[Time]]:
    """Merge mentions into events, and date what is counted from them.

    Args:
        analysis: the report.
        mentions: as `extract.events.find` returns them.
        known: what is resolved already.

    Returns:
        The events, ids e1, e2, … in reading order, and the times of the report, those counted from a deed
        ("days before that visit") now dated.
    """
    told = [tell(analysis, mention, known.cast, known.times, known.places) for mention in mentions]
    linked = links(analysis, mentions)
    deeds = gather(told, known.cast, linked)
    times = _date_from_deeds(analysis, deeds, known)
    if times != list(known.times):
        known = replace(known, times=times)
        told = [tell(analysis, mention, known.cast, times, known.places) for mention in mentions]
        deeds = gather(told, known.cast, linked)
    attributed = Attributed(analysis, known.statements, known.holders)
    events = tuple(_event(analysis, f"e{i}", deed, attributed, known) for i, deed in enumerate(deeds, 1))
    return events, times


def _date_from_deeds(analysis: Analysis, deeds: Sequence[Deed], known: Known) -> list[Time]:
    """Date the times that are counted from a deed of the report."""
    of_token = {
        token: deed for deed in deeds for one in deed.told for token in (*range(*one.mention.trigger), one.mention.head)
    }
    times = list(known.times)
    for index, mention in enumerate(known.time_mentions):
        head = mention.slots.get("anchor_head")
        if mention.slots.get("anchor") != "event" or times[index].edtf or not isinstance(head, int):
            continue
        deed = of_token.get(head)
        if deed is not None and deed.time is not None and deed.time.edtf:
            times[index] = dating.anchored(analysis, mention, deed.time)
    return times


def _event(analysis: Analysis, name: str, deed: Deed, attributed: Attributed, known: Known) -> Event:
    """Write one deed down."""
    cast, published = known.cast, known.published
    status, because = status_of(deed, attributed, cast)
    if status == "happened" and is_ahead(analysis, deed, published):
        status, because = "planned", "dated after publication"
    spans = sorted({analysis.span(one.mention.trigger) for one in deed.told})
    surest = max(one.mention.confidence for one in deed.told)
    parties = bool(deed.actors) + bool(deed.recipients)
    return Event(
        id=name,
        type=deed.told[0].mention.type,
        mode=deed.mode,
        status=status,
        mentions=tuple(Mention(span, analysis.text[span[0] : span[1]]) for span in spans),
        actors=deed.actors,
        recipients=deed.recipients,
        time=deed.time,
        place=deed.place,
        contexts=tuple(dict.fromkeys(context for one in deed.told for context in one.mention.contexts)),
        said_by=said_by(deed, attributed),
        denied_by=denied_by(deed, status, attributed, cast),
        confidence=round(min(0.99, surest * (0.7, 0.9, 1.0)[parties]), 2),
        why=tuple(dict.fromkeys([*(one.mention.why[0] for one in deed.told), f"{status}: {because}"])),
    )
