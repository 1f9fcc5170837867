"""Deeds: mentions of events with their parties named and dated, and which of them are the same deed.

In: event mentions, who is who, times and places. Out: `Deed` values, each of one or more mentions.
What it does not know: statements; `resolve.status` weighs them.

Two mentions are one deed when their types agree, their parties do not contradict each other and something ties
them: shared parties, or a noun that points back ("the visit", "that attack"). A contradiction is a party, mode,
time or place that both tell and tell differently.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from chancery.analysis import Analysis
from chancery.mentions import EventMention
from chancery.record import Place, Time
from chancery.resolve.actors import Cast

MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
POINTING = frozenset("the that this those these".split())
SURE_ALONE = 0.9  # a noun without parties stands by itself only where its words nearly always name such a deed
UNIQUE = frozenset("ACCUSE REQUEST REJECT THREATEN SUPPORT".split())
"""Types of speech acts: each saying is a deed of its own unless its words point back."""


@dataclass(frozen=True, slots=True)
class Told:
    """One mention with its parties as actor ids, its time and its place."""

    mention: EventMention
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    time: Time | None
    place: Place | None
    points: bool  # a noun with "the", "that": it may speak of a deed told before
    noun: bool

    @property
    def parties(self) -> frozenset[str]:
        """All parties, whatever their part."""
        return frozenset(self.actors + self.recipients)


@dataclass(slots=True)
class Deed:
    """Mentions of one deed; parties, time and place are what they tell together."""

    told: list[Told] = field(default_factory=list)

    @property
    def type(self) -> str:
        """The type of the first mention."""
        return self.told[0].mention.type

    @property
    def actors(self) -> tuple[str, ...]:
        """Who did it: from the mention that tells most."""
        return self._fullest().actors or next((t.actors for t in self.told if t.actors), ())

    @property
    def recipients(self) -> tuple[str, ...]:
        """To whom: from the mention that tells most, never somebody who did it."""
        found = self._fullest().recipients or next((t.recipients for t in self.told if t.recipients), ())
        return tuple(one for one in found if one not in self.actors)

    @property
    def time(self) -> Time | None:
        """The first time that is dated, else the first."""
        times = [t.time for t in self.told if t.time]
        return next((time for time in times if time.edtf), times[0] if times else None)

    @property
    def place(self) -> Place | None:
        """The first place that is told."""
        return next((t.place for t in self.told if t.place), None)

    @property
    def mode(self) -> str | None:
        """The first mode that is told."""
        return next((t.mention.mode for t in self.told if t.mention.mode), None)

    def _fullest(self) -> Told:
        return max(self.told, key=lambda t: (bool(t.actors) + bool(t.recipients), not t.noun))


def tell(analysis: Analysis, mention: EventMention, cast: Cast, times: Sequence[Time], places: Sequence[Place]) -> Told:
    """Name the parties of one mention and pick its time and place."""
    actors = _ids(cast, mention.actors)
    recipients = tuple(one for one in _ids(cast, mention.recipients) if one not in actors)
    dated = [times[i] for i in mention.times if times[i].edtf]
    when = dated[0] if dated else next((times[i] for i in mention.times), None)
    where = next((places[i] for i in mention.places), None)
    noun = analysis.upos[mention.trigger[1] - 1] in ("NOUN", "PROPN")
    first = mention.trigger[0]
    lead = analysis.lowers[max(analysis.sentence(first)[0], first - 2) : first + 1]
    return Told(mention, actors, recipients, when, where, noun and not POINTING.isdisjoint(lead), noun)


def _ids(cast: Cast, heads: Sequence[int]) -> tuple[str, ...]:
    """Return the actors that some head tokens stand for, each once, in order."""
    return tuple(dict.fromkeys(one for head in heads for one in cast.all_at(head)))


def gather(told: Sequence[Told], cast: Cast) -> list[Deed]:
    """Put mentions of the same deed together.

    Args:
        told: mentions in reading order.
        cast: who is who.

    Returns:
        Deeds in reading order of their first mention; mentions that name nobody and belong to none are left out.
    """
    deeds: list[Deed] = []
    waiting: list[Told] = []
    for one in told:
        if not one.parties:
            waiting.append(one)
            continue
        match = _match(deeds, one, cast)
        if match is None:
            deeds.append(Deed([one]))
        else:
            match.told.append(one)
    for one in waiting:
        match = _nearest(deeds, one)
        if match is not None:
            match.told.append(one)
        elif one.mention.confidence >= SURE_ALONE and not one.points:
            deeds.append(Deed([one]))
    for deed in deeds:
        deed.told.sort(key=lambda t: t.mention.trigger)
    return sorted(deeds, key=lambda d: d.told[0].mention.trigger)


def _match(deeds: Sequence[Deed], one: Told, cast: Cast) -> Deed | None:
    """Return the latest deed that a mention with parties speaks of, None for a new one."""
    for deed in reversed(deeds):
        if deed.type != one.mention.type or _contradicts(deed, one, cast):
            continue
        same_parts = bool(set(deed.actors) & set(one.actors)), bool(set(deed.recipients) & set(one.recipients))
        if one.mention.type in MUTUAL:
            shared = len(one.parties & (set(deed.actors) | set(deed.recipients)))
            tied = shared >= 2 or (shared == 1 and (one.noun or deed.told[-1].noun or len(one.parties) == 1))
        elif one.mention.type in UNIQUE:
            tied = all(same_parts) or (one.points and any(same_parts))
        else:
            tied = all(same_parts) or (
                any(same_parts) and (not one.actors or not one.recipients or not deed.recipients)
            )
        if tied:
            return deed
    return None


def _nearest(deeds: Sequence[Deed], one: Told) -> Deed | None:
    """Return the deed that a mention without parties speaks of: the nearest of its type, before it or in a headline."""
    fitting = [d for d in deeds if d.type == one.mention.type and not _apart(d, one)]
    before = [d for d in fitting if d.told[0].mention.trigger < one.mention.trigger]
    if before:
        return max(
            before, key=lambda d: max(t.mention.trigger for t in d.told if t.mention.trigger < one.mention.trigger)
        )
    return fitting[0] if fitting else None


def _contradicts(deed: Deed, one: Told, cast: Cast) -> bool:
    """Tell whether a mention says of its deed what another deed cannot have."""
    if _apart(deed, one):
        return True
    if one.mention.type in MUTUAL:
        return False
    sides = ((deed.actors, one.actors), (deed.recipients, one.recipients))
    return any(mine and theirs and not _agree(mine, theirs, cast) for mine, theirs in sides)


def _apart(deed: Deed, one: Told) -> bool:
    """Tell whether mode, time, place or status set a mention apart from a deed."""
    if deed.mode and one.mention.mode and deed.mode != one.mention.mode:
        return True
    if deed.time and one.time and _disjoint(deed.time, one.time):
        return True
    if deed.place and one.place and deed.place.country != one.place.country:
        return True
    plain = {t.mention.status for t in deed.told if not t.noun}
    return not one.noun and bool(plain) and one.mention.status not in plain


def _agree(mine: Sequence[str], theirs: Sequence[str], cast: Cast) -> bool:
    """Tell whether two lists may name the same side: an actor in common, or a state and one of its bodies."""
    if set(mine) & set(theirs):
        return True
    return any(
        a.country is not None and a.country == b.country and "state" in (a.kind, b.kind)
        for a in map(cast.actor, mine)
        for b in map(cast.actor, theirs)
    )


def _disjoint(one: Time, other: Time) -> bool:
    """Tell whether two dated times have no day in common."""
    if not (one.edtf and other.edtf):
        return False
    return bool(
        (one.latest and other.earliest and one.latest < other.earliest)
        or (other.latest and one.earliest and other.latest < one.earliest)
    )
