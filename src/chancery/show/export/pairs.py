"""Pairs: an event as rows of one source and one target.

In: an event. Out: its pairs of parties, numbered, so that each row has an id that stays.
What it does not know: formats.

The rule is that of the CAMEO codebook: compound parties give a row each, and what both sides do to each other gives
rows both ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from chancery.plover import MUTUAL
from chancery.record import EventType
from chancery.show.export.refusals import LeftOut
from chancery.show.export.rows import EventRow, Party

BOTH_WAYS: frozenset[EventType] = frozenset({"CONSULT", "COOPERATE"})
"""Types whose recipient does what the actor does; an agreement with a recipient is an offer or a promise to it."""
MOST = 999
"""Rows of one event at most: a gathering of 32 has 992. It leaves room for two million events in ids of 32 bits, which
readers of ICEWS expect."""


class Pair(NamedTuple):
    """A source and a target; one of them may be missing.

    Attributes:
        number: of the row among those of its event, from 1.
        source, target: None where there is none.
        back: whether the row leads from recipient to actor.
    """

    number: int
    source: Party | None
    target: Party | None
    back: bool

    def id_in(self, row: EventRow) -> int:
        """Return the row's id, a whole number that stays the same as long as the event does."""
        return row.event * (MOST + 1) + self.number


def pairs_of(row: EventRow) -> list[Pair]:
    """Return the pairs of an event.

    Raises:
        LeftOut: nobody takes part, or too many do.
    """
    found = list(_linked(row))
    if not found:
        raise LeftOut("without actor and recipient")
    if len(found) > MOST:
        raise LeftOut(f"with more than {MOST} pairs of parties")
    return [Pair(number, *pair) for number, pair in enumerate(found, start=1)]


def sides_of(row: EventRow) -> tuple[list[Party], list[Party]]:
    """Return the actors and the recipients; of a visit first the visitors, then the hosts, as PLOVER has it.

    A report may have the host receive his guest: who is at home where it happens, and alone so, is the host.
    """
    if row.mode == "visit" and row.recipients and row.place_country is not None:
        at_home = [row.place_country in {party.country for party in side} for side in (row.actors, row.recipients)]
        if at_home == [True, False]:
            return row.recipients, row.actors
    return row.actors, row.recipients


def _linked(row: EventRow) -> Iterator[tuple[Party | None, Party | None, bool]]:
    """Yield source, target, and whether the row leads back."""
    actors, recipients = sides_of(row)
    if recipients:
        sources: list[Party | None] = [*actors] or [None]
        for source in sources:
            for target in recipients:
                yield source, target, False
                if source is not None and row.type in BOTH_WAYS:
                    yield target, source, True
    elif row.type in MUTUAL and row.mode != "visit" and len(actors) > 1:
        for n, source in enumerate(actors):
            for other in actors[n + 1 :]:
                yield source, other, False
                yield other, source, True
    else:
        for source in actors:
            yield source, None, False
