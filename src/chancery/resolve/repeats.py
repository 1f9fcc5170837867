"""Repeats: whom a noun speaks of again: "the group", "both countries", "the court", "the protesters".

In: one nominal's mention and what the mentions before it stand for. Out: referents, or None where it repeats nobody.
What it does not know: governments, titles and documents; `nominals` does.
"""

from __future__ import annotations

from chancery import knowledge
from chancery.mentions import ActorMention
from chancery.record import ActorKind
from chancery.resolve.aliases import words_of
from chancery.resolve.pronouns import Setting

STATE: frozenset[ActorKind] = frozenset({"state"})

GROUP: frozenset[ActorKind] = frozenset({"organization", "armed_group", "bloc"})

MEDIA: frozenset[ActorKind] = frozenset({"media"})

BODY: frozenset[ActorKind] = frozenset({"organization", "government", "bloc", "media"})

PERSON: frozenset[ActorKind] = frozenset({"person"})

HYPERNYMS: dict[str, frozenset[ActorKind]] = {
    "country": STATE, "nation": STATE, "kingdom": STATE, "republic": STATE,
    "group": GROUP, "organization": GROUP, "organisation": GROUP, "movement": GROUP, "faction": GROUP,
    "network": GROUP, "alliance": GROUP, "bloc": GROUP, "union": GROUP, "coalition": GROUP, "militia": GROUP,
    "party": GROUP, "agency": BODY, "body": BODY, "company": BODY, "firm": BODY, "newspaper": MEDIA,
    "paper": MEDIA, "station": MEDIA, "channel": MEDIA, "broadcaster": MEDIA,
    "leader": PERSON, "politician": PERSON, "general": PERSON, "cleric": PERSON, "diplomat": PERSON,
    "commander": PERSON, "activist": PERSON, "lawmaker": PERSON, "envoy": PERSON, "minister": PERSON,
}  # fmt: skip
"""Nouns that repeat an actor by what sort it is ("the group", "the kingdom")."""

SORTING = frozenset(
    "militant armed rebel islamist extremist jihadist terrorist political ruling same insurgent separatist sunni "
    "shiite muslim kurdish opposition former current world regional".split()
)
"""Modifiers that say the sort again, not which one ("the militant group")."""

PAIRS: dict[str, frozenset[ActorKind]] = {
    "country": STATE, "nation": STATE, "government": STATE, "power": STATE, "neighbor": STATE, "neighbour": STATE,
    "ally": STATE, "rival": STATE | GROUP, "side": STATE | GROUP, "party": STATE | GROUP, "leader": PERSON,
    "president": PERSON, "man": PERSON, "minister": PERSON, "official": PERSON, "politician": PERSON,
    "diplomat": PERSON, "foe": STATE, "capital": STATE, "state": STATE, "group": GROUP,
}  # fmt: skip
"""Nouns that after "both" or "the two" mean two actors named before."""

LOOK_BACK = 12
"""Mentions back in which "the two leaders" find their two; some three sentences of news."""


def by_noun(setting: Setting, index: int, m: ActorMention) -> tuple[int, ...] | None:
    """Return the named body whose name holds the noun: "the court" after "International Criminal Court"."""
    noun = setting.analysis.lemmas[m.head]
    if m.plural or m.kind == "person" or len(noun) < 4:
        return None
    modifiers = {w for w in modifiers_of(setting, m) if not names_country(setting, w, m)}
    best: tuple[int, int] | None = None
    latest = {n: i for i in range(index) for n in setting.referents.of[i]}
    for number, at in latest.items():
        one = setting.referents.known[number]
        if not one.named or one.kind in ("person", "state", "unknown"):
            continue
        words = words_of(one.name)
        fits = noun in words and modifiers <= set(words)
        if fits and (m.country is None or one.country in (None, m.country)):
            best = max(best, (at, number)) if best is not None else (at, number)
    return (best[1],) if best is not None else None


def modifiers_of(setting: Setting, m: ActorMention) -> set[str]:
    """Return the words of a phrase besides its head, articles and numbers left out."""
    analysis = setting.analysis
    return {
        analysis.lowers[t]
        for t in range(*m.tokens)
        if t != m.head and analysis.upos[t] in ("ADJ", "NOUN", "PROPN", "VERB")
    }


def names_country(setting: Setting, word: str, m: ActorMention) -> bool:
    """Tell whether a word is part of a country's name inside a phrase ("Sri Lankan government")."""
    analysis = setting.analysis
    for token in range(*m.tokens):
        found = knowledge.actors().longest(analysis.lowers, token, m.tokens[1], analysis.forms)
        if found is not None and found[1].kind == "state" and word in analysis.lowers[token : found[0]]:
            return True
    return False


def pair(setting: Setting, index: int, m: ActorMention) -> tuple[int, ...] | None:
    """Return the two actors that "both countries" or "the two leaders" mean."""
    analysis = setting.analysis
    kinds = PAIRS.get(analysis.lemmas[m.head])
    two = any(analysis.lowers[t] in ("two", "both") for t in (m.head, *analysis.children[m.head]))
    if analysis.lowers[m.head] in ("both", "two"):
        kinds = STATE | GROUP | PERSON
    if kinds is None or not two or m.tokens[1] > m.head + 1:
        return None
    found: list[int] = []
    for before in range(index - 1, max(-1, index - 1 - LOOK_BACK), -1):
        for number in setting.referents.of[before]:
            one = setting.referents.known[number]
            if one.kind in kinds and not one.plural and number not in found and len(found) < 2:
                found.append(number)
    return tuple(sorted(found)) if len(found) == 2 else None


def by_sort(setting: Setting, index: int, m: ActorMention) -> tuple[int, ...] | None:
    """Return the last actor of the sort that a bare noun names ("the group")."""
    analysis = setting.analysis
    kinds = HYPERNYMS.get(analysis.lemmas[m.head])
    if kinds is None or analysis.xpos[m.head] in ("NNS", "NNPS") or _goes_on(m):
        return None
    if any(analysis.deprels[c].endswith("relcl") for c in analysis.children[m.head]):
        return None
    if not {w for w in modifiers_of(setting, m) if not names_country(setting, w, m)} <= SORTING:
        return None
    for before in range(index - 1, -1, -1):
        if analysis.sentence_of[m.head] - analysis.sentence_of[setting.referents.mentions[before].head] > 3:
            return None
        for number in setting.referents.of[before]:
            one = setting.referents.known[number]
            fits = one.kind in kinds and not one.plural and (one.named or one.kind != "person")
            if fits and (m.country is None or one.country in (None, m.country)):
                return (number,)
    return None


def _goes_on(m: ActorMention) -> bool:
    """Tell whether a phrase goes on after its noun, or is somebody's ("the party of", "its party")."""
    return m.tokens[1] > m.head + 1 or m.of is not None


def same_noun(setting: Setting, index: int, m: ActorMention, *, definite: bool) -> tuple[int, ...] | None:
    """Return the earlier nominal that a phrase repeats: the same head noun, and nothing in it differs."""
    analysis = setting.analysis
    mine = modifiers_of(setting, m)
    indefinite = any(analysis.lowers[c] in ("a", "an", "another", "other") for c in analysis.children[m.head])
    if indefinite:
        return None
    for before in range(index - 1, -1, -1):
        other = setting.referents.mentions[before]
        if other.form != "nominal" or analysis.lemmas[other.head] != analysis.lemmas[m.head]:
            continue
        if other.plural != m.plural or not setting.referents.of[before]:
            continue
        theirs = modifiers_of(setting, other)
        country = other.country is None or m.country is None or other.country == m.country
        if country and (mine == theirs or (definite and mine <= theirs)):
            return setting.referents.of[before]
    return None
