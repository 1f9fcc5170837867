"""Deeds in hand-built reports, so that tests of events can speak in words."""

from __future__ import annotations

from casting import cast_of
from chancery.analysis import Analysis
from chancery.extract import events
from chancery.mentions import EventMention, PlaceMention, TimeMention
from chancery.record import Actor, Place, Time
from chancery.resolve.actors import Cast
from chancery.resolve.likeness import Told

CHAD = Actor("a1", "Chad", "state", "TCD", ("GOV",), ())
ARMY = Actor("a2", "Chadian army", "government", "TCD", ("MIL",), ())
MALI = Actor("a3", "Mali", "state", "MLI", ("GOV",), ())
REBELS = Actor("a4", "northern rebels", "armed_group", None, ("REB",), ())
CAST = Cast((CHAD, ARMY, MALI, REBELS), {}, {})
MONDAY = Time((0, 1), "Monday", "2026-03-09", "2026-03-09", "2026-03-09")
FRIDAY = Time((0, 1), "Friday", "2026-03-13", "2026-03-13", "2026-03-13")
OSLO = Place((0, 1), "Oslo", "Oslo", "NOR", None, None, "city")
LIMA = Place((0, 1), "Lima", "Lima", "PER", None, None, "city")


def told(
    kind: str = "ASSAULT",
    actors: tuple[str, ...] = (),
    recipients: tuple[str, ...] = (),
    *,
    stems: tuple[str, ...] = ("atta",),
    mode: str | None = None,
    time: Time | None = None,
    place: Place | None = None,
    **marks: object,
) -> Told:
    """Make a mention as it is compared; marks are `points`, `is_new`, `noun`, `plural`, `general`, `in_headline`."""
    mention = EventMention((0, 1), 0, kind, mode, "happened", (), ())  # type: ignore[arg-type]
    flags: dict[str, object] = dict.fromkeys(("points", "is_new", "noun", "plural", "general", "in_headline"), False)
    return Told(
        mention, actors, recipients, time, place, frozenset(stems), fullness=0, sentence=0, **{**flags, **marks}  # type: ignore[arg-type]
    )  # fmt: skip


def deed(
    analysis: Analysis,
    words: str,
    *,
    times: tuple[TimeMention, ...] = (),
    places: tuple[PlaceMention, ...] = (),
) -> EventMention:
    """Return the mention of a deed whose trigger holds the words; the test fails where there is none."""
    found = [one for one in events.find(analysis, times, places) if words in analysis.words(one.trigger)]
    assert found, f"no deed at {words!r}"
    return found[0]


def parties(analysis: Analysis, words: str) -> tuple[list[str], list[str]]:
    """Return the words of the actors and of the recipients of a deed."""
    one = deed(analysis, words)
    return [analysis.forms[t] for t in one.actors], [analysis.forms[t] for t in one.recipients]


def cast_for(analysis: Analysis, mentions: list[EventMention]) -> Cast:
    """Cast a report with an actor for every argument of its deeds."""
    return cast_of(analysis, needed=[t for m in mentions for t in (*m.actors, *m.recipients)], published="2026-03-12")


def named(cast: Cast, ids: tuple[str, ...]) -> list[str]:
    """Return the names of actors."""
    return [cast.actor(one).name for one in ids]
