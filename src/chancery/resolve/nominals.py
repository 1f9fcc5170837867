"""Nominals: which common nouns of a report stand for actors that it has named.

In: one nominal's mention and what the mentions before it stand for. Out: its referents, a new one if need be.
What it does not know: pronouns.

"The Turkish government" is Turkey; "the prime minister" the person who bears that title; "the group" the last
group; "both countries" the last two; and what repeats an earlier nominal is the same, if nothing in it differs.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from chancery import knowledge
from chancery.mentions import ActorMention, RoleMention
from chancery.record import ActorKind
from chancery.resolve.aliases import words_of
from chancery.resolve.pronouns import Setting
from chancery.resolve.referents import Referent

GOVERNMENTS = frozenset({"government", "administration", "regime"})
PLAIN_MODIFIERS = frozenset("new current central federal national own present".split())
"""Words before "government" that leave it the country's one; "regional" or "rebel" make it another."""

STATE: frozenset[ActorKind] = frozenset({"state"})
GROUP: frozenset[ActorKind] = frozenset({"organization", "armed_group", "bloc"})
MEDIA: frozenset[ActorKind] = frozenset({"media"})
BODY: frozenset[ActorKind] = frozenset({"organization", "government", "bloc", "media"})
PERSON: frozenset[ActorKind] = frozenset({"person"})

HYPERNYMS: dict[str, frozenset[ActorKind]] = {
    "country": STATE, "nation": STATE, "kingdom": STATE, "republic": STATE,
    "group": GROUP, "organization": GROUP, "organisation": GROUP, "movement": GROUP, "faction": GROUP,
    "network": GROUP, "alliance": GROUP, "bloc": GROUP, "union": GROUP, "coalition": GROUP, "militia": GROUP,
    "party": GROUP, "agency": BODY, "body": BODY, "ministry": BODY, "court": BODY, "tribunal": BODY,
    "company": BODY, "firm": BODY, "newspaper": MEDIA, "paper": MEDIA, "station": MEDIA, "channel": MEDIA,
    "broadcaster": MEDIA,
    "leader": PERSON, "politician": PERSON, "general": PERSON, "cleric": PERSON, "diplomat": PERSON,
    "commander": PERSON, "activist": PERSON, "lawmaker": PERSON, "envoy": PERSON, "minister": PERSON,
}  # fmt: skip
"""Nouns that repeat an actor by what sort it is ("the group", "the kingdom")."""

PAIRS: dict[str, frozenset[ActorKind]] = {
    "country": STATE, "nation": STATE, "government": STATE, "power": STATE, "neighbor": STATE, "neighbour": STATE,
    "ally": STATE, "rival": STATE | GROUP, "side": STATE | GROUP, "party": STATE | GROUP, "leader": PERSON,
    "president": PERSON, "man": PERSON, "minister": PERSON, "official": PERSON, "politician": PERSON,
    "diplomat": PERSON, "foe": STATE, "capital": STATE, "state": STATE, "group": GROUP,
}  # fmt: skip
"""Nouns that after "both" or "the two" mean two actors named before."""

LOOK_BACK = 12
"""Mentions back in which "the two leaders" find their two; some three sentences of news."""


@dataclass(slots=True)
class Offices:
    """Which titles whom the report gives: title words, country and referent, in reading order."""

    held: list[tuple[tuple[str, ...], str | None, int]] = field(default_factory=list)

    def note(self, role: RoleMention, number: int) -> None:
        """Note that somebody bears a title."""
        self.held.append((_title_words(role.title), role.country, number))

    def holder(self, name: str, country: str | None, latest: dict[int, int]) -> int | None:
        """Return who bears a title, of several the one mentioned last; None where nobody does."""
        words = _title_words(name)
        if not words:
            return None
        fits = {
            number
            for held, of, number in self.held
            if held and held[-1] == words[-1] and (set(held) >= set(words) or set(words) >= set(held))
            if country is None or of is None or of == country
        }
        before = [number for number in fits if number in latest]
        if before:
            return max(before, key=lambda number: latest[number])
        return min(fits) if len(fits) == 1 else None


def _title_words(title: str) -> tuple[str, ...]:
    """Return the words of a title as far as they tell it from others; "advisor" is "adviser"."""
    skip = {"then", "the", "of", "for", "and", "top", "senior", "former", "acting", "late"}
    words = [w for w in words_of(title) if w not in skip]
    return tuple("adviser" if w == "advisor" else w for w in words)


def place(setting: Setting, offices: Offices, index: int, focus: str | None) -> tuple[int, ...]:
    """Find or make the referents of a nominal.

    Args:
        setting: the report and what is known so far.
        offices: who bears which title.
        index: the nominal's mention.
        focus: the country that "the government" means where no word beside it tells.

    Returns:
        Numbers of referents, never empty.
    """
    m = setting.referents.mentions[index]
    generic = _generic_word(setting, m)
    definite = is_definite(setting, m)
    found = _government(setting, m, generic, focus, definite=definite)
    if found is None and definite and not m.plural:
        found = _office_holder(setting, offices, index, m)
    if found is None and definite:
        found = _pair(setting, index, m) or _repeated_kind(setting, index, m)
    if found is None:
        found = _same_noun(setting, index, m, definite=definite)
    return found if found is not None else (setting.referents.add(index, named=False),)


def is_definite(setting: Setting, m: ActorMention) -> bool:
    """Tell whether a noun phrase speaks of somebody already known: "the", "this", "both", a possessive."""
    analysis = setting.analysis
    for child in analysis.children[m.head]:
        if analysis.lowers[child] in ("the", "this", "that", "these", "those", "both"):
            return True
        if analysis.deprels[child] == "nmod:poss":
            return True
    return False


def _generic_word(setting: Setting, m: ActorMention) -> str:
    """Return the dictionary form of the head noun."""
    return setting.analysis.lemmas[m.head]


def _modifiers(setting: Setting, m: ActorMention) -> set[str]:
    """Return the words of a phrase besides its head, articles and numbers left out."""
    analysis = setting.analysis
    return {
        analysis.lowers[t]
        for t in range(*m.tokens)
        if t != m.head and analysis.upos[t] in ("ADJ", "NOUN", "PROPN", "VERB")
    }


def _own_country(setting: Setting, m: ActorMention) -> str | None:
    """Return the country that a phrase names, or that of whom it belongs to ("his government")."""
    if m.country is not None or m.of is None:
        return m.country
    mention = setting.at.get(m.of)
    numbers = setting.referents.of[mention] if mention is not None else ()
    return setting.referents.known[numbers[0]].country if len(numbers) == 1 else None


def _government(
    setting: Setting, m: ActorMention, word: str, focus: str | None, *, definite: bool
) -> tuple[int, ...] | None:
    """Return the state whose government a phrase means, or None."""
    if word not in GOVERNMENTS or (m.plural and setting.analysis.xpos[m.head] == "NNS"):
        return None
    country = _own_country(setting, m)
    rest = {
        w for w in _modifiers(setting, m) if w not in PLAIN_MODIFIERS and knowledge.actors().get(w) is None
        and not (country is not None and w[:1].isalpha() and _names_country(setting, w, m))
    }  # fmt: skip
    if rest:
        return None
    country = country or (focus if definite else None)
    number = setting.referents.states().get(country) if country is not None else None
    return (number,) if number is not None else None


def _names_country(setting: Setting, word: str, m: ActorMention) -> bool:
    """Tell whether a word is part of a country's name inside a phrase ("Sri Lankan government")."""
    analysis = setting.analysis
    for token in range(*m.tokens):
        found = knowledge.actors().longest(analysis.lowers, token, m.tokens[1], analysis.forms)
        if found is not None and found[1].kind == "state" and word in analysis.lowers[token : found[0]]:
            return True
    return False


def _office_holder(setting: Setting, offices: Offices, index: int, m: ActorMention) -> tuple[int, ...] | None:
    """Return the person who bears the title that a phrase is."""
    if m.kind not in ("person", "unknown"):
        return None
    latest = {n: i for i in range(index) for n in setting.referents.of[i]}
    country = _own_country(setting, m)
    words = " ".join(
        setting.analysis.lowers[t] for t in range(m.tokens[0], m.head + 1) if not _is_country_word(setting, t, m)
    )
    number = offices.holder(words, country, latest)
    return (number,) if number is not None else None


def _is_country_word(setting: Setting, token: int, m: ActorMention) -> bool:
    """Tell whether a token names a country or is a clitic or number, so that it is no part of a title."""
    analysis = setting.analysis
    if token == m.head:
        return False
    return analysis.upos[token] in ("PART", "NUM", "PUNCT") or _names_country(setting, analysis.lowers[token], m)


def _pair(setting: Setting, index: int, m: ActorMention) -> tuple[int, ...] | None:
    """Return the two actors that "both countries" or "the two leaders" mean."""
    analysis = setting.analysis
    kinds = PAIRS.get(analysis.lemmas[m.head])
    two = any(analysis.lowers[t] in ("two", "both") for t in (*analysis.children[m.head],))
    if kinds is None or not two:
        return None
    found: list[int] = []
    for before in range(index - 1, max(-1, index - 1 - LOOK_BACK), -1):
        for number in setting.referents.of[before]:
            one = setting.referents.known[number]
            if one.kind in kinds and not one.plural and number not in found and len(found) < 2:
                found.append(number)
    return tuple(sorted(found)) if len(found) == 2 else None


def _repeated_kind(setting: Setting, index: int, m: ActorMention) -> tuple[int, ...] | None:
    """Return the last actor of the sort that a bare noun names ("the group")."""
    analysis = setting.analysis
    kinds = HYPERNYMS.get(analysis.lemmas[m.head])
    if kinds is None or analysis.xpos[m.head] in ("NNS", "NNPS") or _goes_on(m):
        return None
    if any(analysis.deprels[c].endswith("relcl") for c in analysis.children[m.head]):
        return None
    modifiers = {w for w in _modifiers(setting, m) if knowledge.actors().get(w) is None}
    if len(modifiers) > 1:
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


def _same_noun(setting: Setting, index: int, m: ActorMention, *, definite: bool) -> tuple[int, ...] | None:
    """Return the earlier nominal that a phrase repeats: the same head noun, and nothing in it differs."""
    analysis = setting.analysis
    mine = _modifiers(setting, m)
    indefinite = any(analysis.lowers[c] in ("a", "an", "another", "other") for c in analysis.children[m.head])
    if indefinite:
        return None
    for before in range(index - 1, -1, -1):
        other = setting.referents.mentions[before]
        if other.form != "nominal" or analysis.lemmas[other.head] != analysis.lemmas[m.head]:
            continue
        if other.plural != m.plural or not setting.referents.of[before]:
            continue
        theirs = _modifiers(setting, other)
        country = other.country is None or m.country is None or other.country == m.country
        if country and (mine == theirs or (definite and mine <= theirs)):
            return setting.referents.of[before]
    return None


def lend_countries(setting: Setting, focus: str | None) -> None:
    """Give bodies of state without a country the one they serve: whose they are, or the report's own.

    "The police" of a report on Uganda are Ugandan; protesters, groups and people keep no country of their own.
    """
    referents = setting.referents
    for one in referents.known:
        if one.country is not None or not one.mentions or one.kind in ("state", "bloc"):
            continue
        for i in one.mentions:
            one.country = one.country or _own_country(setting, referents.mentions[i])
        if one.country is None and not one.named and _serves_state(setting, one):
            one.country = focus


def _serves_state(setting: Setting, one: Referent) -> bool:
    """Tell whether a nominal's noun means servants of a state."""
    analysis = setting.analysis
    for i in one.mentions:
        m = setting.referents.mentions[i]
        for start in range(m.tokens[0], m.head + 1):
            generic = knowledge.generics().get(" ".join(analysis.lowers[start : m.head + 1]))
            if generic is not None and generic.state:
                return True
    return False
