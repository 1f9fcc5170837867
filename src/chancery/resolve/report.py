"""Resolve one report: who, when, where and which deed, in the order in which one needs the other.

In: an analysis, its mentions, the publication date. Out: `Findings`, the parts of a record.
What it does not know: how the mentions were found.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chancery.analysis import Analysis
from chancery.mentions import Mentions
from chancery.record import Actor, Event, Figure, Place, Role, Statement, Time
from chancery.resolve import actors, events, figures, places, residents, roles, statements, times


@dataclass(frozen=True, slots=True)
class Findings:
    """The parts of a record that come from its text."""

    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    roles: tuple[Role, ...]
    title: str | None
    dateline: str | None


def resolve(analysis: Analysis, found: Mentions, published: date | None) -> Findings:
    """Resolve everything that a report mentions."""
    cast = actors.resolve(analysis, found.actors, found.roles, published, found.speakers)
    where = places.resolve(analysis, list(found.places))
    dated = times.resolve(analysis, found.times, published)
    known = events.Known(cast, dated, found.times, where, found.statements, found.holders, published)
    deeds, dated = events.resolve(analysis, found.events, known)
    return Findings(
        actors=residents.settle(cast.actors, deeds),
        events=deeds,
        statements=statements.resolve(analysis, found.statements, cast, dated, found.times),
        figures=figures.resolve(
            analysis, found.figures, dated, found.times, found.statements, cast, status_at=found.status_at
        ),
        times=tuple(dated),
        places=tuple(where),
        roles=roles.resolve(analysis, found.roles, cast),
        title=None if found.headline is None else analysis.words(found.headline),
        dateline=None if found.dateline is None else analysis.words(found.dateline),
    )
