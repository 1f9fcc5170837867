"""Mentions: what `extract` finds in one analysis and hands to `resolve`.

In: token ranges and head tokens of an `Analysis`. Out: typed findings, not yet dated, merged or named.
What it does not know: the publication date, and who is who.

Arguments are given as head tokens (the token of a phrase that governs the rest); `resolve` turns a
head token into an actor, a time or a place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from chancery.analysis import Tokens
from chancery.record import Act, ActorKind, Change, Compare, EventType, MentionForm, StatementForm, Status


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression: the grammar rule that read it and the values that the rule took from it."""

    tokens: Tokens
    rule: str
    slots: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name; `use` tells a place from a government that is called by its seat."""

    tokens: Tokens
    head: int
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: str
    geonames: int | None
    use: str


@dataclass(frozen=True, slots=True)
class FigureMention:
    """A quantity; `noun` is the head token of what is counted, `governor` the verb it depends on."""

    tokens: Tokens
    value: float
    upper: float | None
    compare: Compare
    unit: str | None
    change: Change | None
    noun: int | None
    governor: int | None
    what: str | None


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words for somebody who may act.

    `name` is the name as far as the mention itself tells it ("Maxim Reshetnikov", "Russia" for
    "Moscow"), before mentions are merged; pronouns have the pronoun.
    """

    tokens: Tokens
    head: int
    form: MentionForm
    name: str
    kind: ActorKind
    country: str | None = None
    sectors: tuple[str, ...] = ()
    of: int | None = None  # head token of whom a nominal belongs to ("his aide", "Iran's envoy")
    plural: bool = False
    gender: str | None = None  # "m", "f" where a title or a first name tells


@dataclass(frozen=True, slots=True)
class RoleMention:
    """A person's office: `person` is the head token of the person's mention; title in the report's words."""

    tokens: Tokens
    person: int
    title: str
    organization: str | None
    country: str | None
    former: bool = False


@dataclass(frozen=True, slots=True)
class StatementMention:
    """An attribution before its source is named. `source` and `via` are token ranges, their heads apart."""

    cue: Tokens | None
    source: Tokens | None
    source_head: int | None
    contents: tuple[Tokens, ...]
    form: StatementForm
    act: Act
    via: int | None
    addressee: int | None
    confidence: float
    why: tuple[str, ...]
    within: int | None = None  # index of the statement whose content holds this one


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words for one deed: trigger, PLOVER type and mode, head tokens of its parties, and status by its syntax.

    `places` and `times` are indices into the lists of place and time mentions, the nearest first.
    """

    trigger: Tokens
    head: int
    type: EventType
    mode: str | None
    status: Status
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    places: tuple[int, ...] = ()
    times: tuple[int, ...] = ()
    contexts: tuple[str, ...] = ()
    confidence: float = 0.5
    why: tuple[str, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that one report mentions; the lists refer to each other by index or by head token.

    Attributes:
        times, places, figures, statements, events, actors, roles: in reading order.
        speakers: quoted token ranges, each with the head token of whoever says "I" in it.
        holders: for each token the indices of the statements whose content holds it, innermost first.
        status_at: the status, by its syntax, of the clause that a token heads.
        headline: token range of the headline, None where there is none.
        dateline: token range of the dateline ("GENEVA"), None where there is none.
    """

    times: Sequence[TimeMention]
    places: Sequence[PlaceMention]
    figures: Sequence[FigureMention]
    statements: Sequence[StatementMention]
    events: Sequence[EventMention]
    actors: Sequence[ActorMention]
    roles: Sequence[RoleMention]
    speakers: Sequence[tuple[Tokens, int]]
    holders: Sequence[Sequence[int]]
    status_at: Callable[[int], Status]
    headline: Tokens | None = None
    dateline: Tokens | None = None
