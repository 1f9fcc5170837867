"""Deeds: mentions of events with their parties named and dated, and which of them are the same deed.

In: event mentions, who is who, times and places. Out: `Deed` values, each of one or more mentions.
What it does not know: statements; `resolve.status` weighs them.

A mention joins the deed with which it agrees most, if it agrees enough: in its parties, its words, its time, or as a
noun that points back ("the visit", "that attack"). `likeness` gives the points and says what forbids it: a party,
mode, time or place that both tell and tell differently.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from chancery.analysis import Analysis
from chancery.mentions import EventMention
from chancery.record import Place, Time
from chancery.resolve import likeness
from chancery.resolve.actors import Cast
from chancery.resolve.likeness import Told

LEAD, RECENT = 20, 60  # deeds of a type that a mention is compared with: a book-length report stays linear in time


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
        """The narrowest time that is dated, the first of equals, else the first of all."""
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
        """Return the mention whose parties are told best: names on both sides, then by a verb, then first."""
        return max(self.told, key=lambda t: (t.fullness, not t.noun))


def tell(analysis: Analysis, mention: EventMention, cast: Cast, times: Sequence[Time], places: Sequence[Place]) -> Told:
    """Name the parties of one mention and pick its time and place."""
    actors = _ids(cast, mention.actors)
    recipients = tuple(one for one in _ids(cast, mention.recipients) if one not in actors)
    when = min((times[i] for i in mention.times), key=_vagueness, default=None)
    where = next((places[i] for i in mention.places), None)
    return likeness.told(analysis, mention, (actors, recipients), (when, where), cast)


def _vagueness(time: Time) -> int:
    """Rank times of one deed: the fewest days first, half-open and undated ones last."""
    if not (time.earliest and time.latest):
        return 10**6 if time.edtf else 10**7
    return (date.fromisoformat(time.latest) - date.fromisoformat(time.earliest)).days


def _ids(cast: Cast, heads: Sequence[int]) -> tuple[str, ...]:
    """Return the actors that some head tokens stand for, each once, in order."""
    return tuple(dict.fromkeys(one for head in heads for one in cast.all_at(head)))


def gather(told: Sequence[Told], cast: Cast, linked: Sequence[int | None]) -> list[Deed]:
    """Put mentions of the same deed together.

    Args:
        told: mentions in reading order.
        cast: who is who.
        linked: for each mention the index of the one that it hangs on in its sentence, None for most.

    Returns:
        Deeds in reading order of their first mention; mentions that name nobody and belong to none are left out.
    """
    deeds: dict[str, list[Deed]] = {}
    of: dict[int, Deed] = {}
    hanging: dict[int, list[int]] = {}
    for index, other in enumerate(linked):
        if other is not None:
            hanging.setdefault(other, []).append(index)
    named = [i for i, one in enumerate(told) if one.parties]
    nameless = [i for i, one in enumerate(told) if not one.parties]
    for index in [*named, *nameless]:
        one = told[index]
        partners = [*hanging.get(index, ()), *(() if linked[index] is None else (linked[index],))]
        deed = _linked([of[i] for i in partners if i in of], one, cast)
        same_type = deeds.setdefault(one.mention.type, [])
        deed = deed or _match([*same_type[:LEAD], *same_type[LEAD:][-RECENT:]], one, cast)
        if deed is not None:
            deed.told.append(one)
        elif one.parties or one.stands_alone:
            deed = Deed([one])
            same_type.append(deed)
        if deed is not None:
            of[index] = deed
    found = [deed for same_type in deeds.values() for deed in same_type]
    for deed in found:
        deed.told.sort(key=lambda t: t.mention.trigger)
    return sorted(found, key=lambda d: d.told[0].mention.trigger)


def _linked(partners: Sequence[Deed], one: Told, cast: Cast) -> Deed | None:
    """Return the deed of a mention that hangs on this one or that this one hangs on ("killed in the attack")."""
    for deed in partners:
        if deed.type == one.mention.type and not likeness.forbids(deed.told, one, cast):
            return deed
    return None


def _match(deeds: Sequence[Deed], one: Told, cast: Cast) -> Deed | None:
    """Return the deed that a mention speaks of: the most alike, the last told of equals; None for a new one.

    A noun that points back speaks of what stands before it.
    """
    best: tuple[float, tuple[int, int]] | None = None
    found = None
    for deed in deeds:
        if deed.type != one.mention.type:
            continue
        before = max(
            (t.mention.trigger for t in deed.told if t.mention.trigger < one.mention.trigger), default=(-1, -1)
        )
        if one.points and not one.parties and before[0] < 0:
            continue
        points = likeness.points(deed.told, one, cast)
        if points >= likeness.enough(one) and (best is None or (points, before) > best):
            best, found = (points, before), deed
    return found
