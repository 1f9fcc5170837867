"""The rules of the event lexicon: rows of `resources/events` as the reader looks them up.

In: `data/events.json`. Out: for every kind of word, the few rules of each lemma, the most specific first.
What it does not know: trees; `conditions` tests a rule against one.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from chancery.knowledge import read_table
from chancery.record import EventType

Phrase = tuple[str, ...]
Kind = Literal["verb", "noun", "light", "adjective"]


class Frame(msgspec.Struct, frozen=True, array_like=True):
    """Where the parties stand, as slots in order of preference; the first slot that is filled counts.

    Slots of the head (`Hit.head`) are `subject`, `object`, `indirect` and `clause` (who is to do what the head
    asks for: "urged THEM to leave", "demanded that THEY leave"), all as if the head were active: the subject of
    a passive verb is its `object`, the by-phrase its `subject`. Slots of the noun (`Hit.noun`) are `possessive`
    ("Russia's invasion") and `modifier` ("the Russian invasion", "the NATO bombing"). Any other slot is a
    preposition, of a phrase that hangs on the head, on the noun, or on the head's object.
    """

    actor: tuple[str, ...]
    recipient: tuple[str, ...]


class Rule(msgspec.Struct, frozen=True, array_like=True):
    """One row of `resources/events`: words, conditions on the tree around them, and what they mean.

    `phrases` start at the verb ("pull", "out") or end at the noun ("peace", "talks"); of a light pair they are
    the nouns and `verbs` the verbs that govern them, as object or with one of the `prepositions`. Word lists
    hold lemmas; in them `@proper` stands for proper names, `@name` for these and pronouns. An empty list is no
    condition. `objects` are direct objects or, where there are none, objects of the `prepositions` (of a noun:
    what stands after "of");
    `complements` what an object is called, made or held ("held hostage", "branded as traitors"). A noun rule's
    `prepositions` introduce the noun ("in custody").
    """

    name: str
    type: EventType
    mode: str | None
    kind: Kind
    phrases: tuple[Phrase, ...]
    frame: Frame
    weight: float
    objects: frozenset[str] = frozenset()
    not_objects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    not_subjects: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    not_modifiers: frozenset[str] = frozenset()
    complements: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    voice: Literal["", "active", "passive"] = ""
    clause: Literal["", "needed", "infinitive", "never"] = ""
    needs: frozenset[str] = frozenset()
    verbs: tuple[Phrase, ...] = ()


Entries = tuple[tuple[Phrase, Rule], ...]


class Support(msgspec.Struct, frozen=True, array_like=True):
    """A verb that says little itself and lends its parties to the noun it governs ("launch an attack").

    `prepositions` are those that join the noun to it ("engage in talks"); "" is a direct object, "subject" a
    noun that is itself the subject ("talks resumed").
    """

    phrases: tuple[Phrase, ...]
    prepositions: frozenset[str]
    frame: Frame


class _Table(msgspec.Struct):
    rules: list[Rule]
    support: list[Support]
    forms: dict[str, str]


@cache
def _table() -> _Table:
    """Read the lexicon once."""
    return msgspec.json.decode(read_table("events.json"), type=_Table)


@cache
def index(kind: Kind) -> dict[str, Entries]:
    """Return the rules of a kind by the lemma that they are looked up by, the most specific first."""
    entries: dict[str, list[tuple[Phrase, Rule]]] = {}
    for rule in _table().rules:
        if rule.kind == kind:
            for phrase in rule.phrases:
                key = phrase[-1] if kind in ("noun", "light") or "-" in phrase else phrase[0]
                entries.setdefault(key, []).append((phrase, rule))
    return {key: tuple(sorted(found, key=_vagueness)) for key, found in entries.items()}


def _vagueness(entry: tuple[Phrase, Rule]) -> int:
    """Order rules of one word: longer phrases first, then those that ask for more; ties in file order."""
    phrase, rule = entry
    beside = sum(2 for words in (rule.subjects, rule.modifiers, rule.near) if words)
    asked = beside + 3 * bool(rule.objects) + 3 * bool(rule.complements) + 4 * bool(rule.prepositions)
    return -(10 * len(phrase) + asked + bool(rule.needs) + bool(rule.voice) + bool(rule.clause))


@cache
def inflected() -> dict[str, str]:
    """Return the inflected forms of the verbs of all rules with their dictionary form.

    It mends lemmas that spelling rules get wrong ("severed" is no "severe") and those of verbs with a wrong tag
    ("retook" as a present tense).
    """
    forms = dict(_table().forms)
    for verb in index("verb"):
        stem = verb.removesuffix("e")
        for form in (
            verb + "s",
            verb + "es",
            stem + "ed",
            stem + "ing",
            verb + verb[-1] + "ed",
            verb + verb[-1] + "ing",
        ):
            forms.setdefault(form, verb)
        if verb.endswith("y"):
            forms.setdefault(verb[:-1] + "ied", verb)
            forms.setdefault(verb[:-1] + "ies", verb)
    return forms


@cache
def supporting() -> dict[str, tuple[tuple[Phrase, Support], ...]]:
    """Return the supporting verbs by their first word, longer phrases first."""
    entries: dict[str, list[tuple[Phrase, Support]]] = {}
    for support in _table().support:
        for phrase in support.phrases:
            entries.setdefault(phrase[0], []).append((phrase, support))
    return {key: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for key, found in entries.items()}
