"""Residents: people of no known country, placed by where a deed was done to them or by them.

In: resolved actors and events. Out: the actors, some with a country.
What it does not know: where people come from; "civilians" of a raid in Mosul are taken for Iraqis, refugees are not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from chancery.record import Actor, Event
from chancery.resolve.countries import FOREIGN, OUTSIDERS


def settle(actors: Sequence[Actor], events: Iterable[Event]) -> tuple[Actor, ...]:
    """Give people the country in which all of their deeds with a place were done.

    Measured: right countries of events found, fresh reports 70.0 to 72.0, the other dev sets up to +0.5; armed groups
    and persons lose on one of them and keep none.
    """
    places: dict[str, set[str]] = {}
    for event in events:
        if event.place is not None and event.place.country is not None:
            for one in (*event.actors, *event.recipients):
                places.setdefault(one, set()).add(event.place.country)
    return tuple(_settled(actor, places.get(actor.id, set())) for actor in actors)


def _settled(actor: Actor, countries: set[str]) -> Actor:
    """Return an actor, in its one country if it is unnamed people without another."""
    if actor.country is not None or actor.kind != "population" or len(countries) != 1:
        return actor
    named = any(mention.form == "name" for mention in actor.mentions)
    if named or not OUTSIDERS.isdisjoint(actor.sectors) or not FOREIGN.isdisjoint(actor.name.lower().split()):
        return actor
    return replace(actor, country=next(iter(countries)))
