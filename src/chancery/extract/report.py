"""Extract one report: every kind of mention, in the order in which one needs the other.

In: an analysis. Out: `Mentions`.
What it does not know: the publication date, and who is who.
"""

from __future__ import annotations

from collections.abc import Sequence

from chancery.analysis import Analysis
from chancery.extract import actors, events, figures, layout, places, roles, statements, times
from chancery.extract.status import status_of
from chancery.mentions import EventMention, Mentions, StatementMention
from chancery.settings import Witnesses


def extract(analysis: Analysis, witnesses: Witnesses = "both") -> Mentions:
    """Find everything that a report mentions; `witnesses` as in `Settings`."""
    when = times.find(analysis)
    where = places.find(analysis)
    said = statements.find(analysis)
    deeds = events.find(analysis, when, where, said, witnesses)
    who = actors.find(analysis, _asked(said, deeds))
    return Mentions(
        times=when,
        places=where,
        figures=figures.find(analysis, when),
        statements=said,
        events=deeds,
        actors=who,
        roles=roles.find(analysis, who),
        speakers=statements.speakers(analysis, said),
        holders=_holders(len(analysis), said),
        status_at=lambda token: status_of(analysis, token)[0],
        headline=layout.headline(analysis),
        dateline=layout.dateline(analysis),
    )


def _asked(said: Sequence[StatementMention], deeds: Sequence[EventMention]) -> set[int]:
    """Return the head tokens for which an actor is wanted: sources, go-betweens, addressees, parties."""
    heads = {head for one in said for head in (one.source_head, one.via, one.addressee) if head is not None}
    return heads | {head for deed in deeds for head in (*deed.actors, *deed.recipients)}


def _holders(size: int, said: Sequence[StatementMention]) -> list[list[int]]:
    """Return for each token the statements whose content holds it, the one with the least content first."""
    holders: list[list[int]] = [[] for _ in range(size)]
    extent = [sum(last - first for first, last in one.contents) for one in said]
    for index in sorted(range(len(said)), key=lambda i: (extent[i], i)):
        for first, last in said[index].contents:
            for token in range(first, last):
                holders[token].append(index)
    return holders
