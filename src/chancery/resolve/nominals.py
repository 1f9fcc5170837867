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
from chancery.resolve import repeats
from chancery.resolve.aliases import words_of
from chancery.resolve.pronouns import Setting
from chancery.resolve.referents import Referent

GOVERNMENTS = frozenset({"government", "administration", "regime"})

PLAIN_MODIFIERS = frozenset("new current central federal national own present".split())
"""Words before "government" that leave it the country's one; "regional" or "rebel" make it another."""


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


def place(setting: Setting, offices: Offices, index: int) -> tuple[int, ...]:
    """Find or make the referents of a nominal.

    Args:
        setting: the report and what is known so far.
        offices: who bears which title.
        index: the nominal's mention.

    Returns:
        Numbers of referents, never empty.
    """
    m = setting.referents.mentions[index]
    generic = _generic_word(setting, m)
    definite = is_definite(setting, m) or setting.analysis.lowers[m.head] == "both"
    found = _apposed(setting, m) or _issuer(setting, m)
    if found is None:
        found = _government(setting, m, generic, definite=definite)
    if found is None and definite and not m.plural:
        found = _office_holder(setting, offices, index, m)
    if found is None and definite:
        found = (
            repeats.pair(setting, index, m) or repeats.by_noun(setting, index, m) or repeats.by_sort(setting, index, m)
        )
    if found is None:
        found = repeats.same_noun(setting, index, m, definite=definite)
    return found if found is not None else (setting.referents.add(index, named=False),)


DOCUMENTS = frozenset(
    "statement report letter communique declaration release announcement article editorial broadcast newscast tweet "
    "message post transcript summary readout note memo bulletin website".split()
)
"""Words for what somebody issues: who made a statement is who speaks in it."""

ISSUING = frozenset({"by", "from", "of", "on"})


def is_document(setting: Setting, m: ActorMention) -> bool:
    """Tell whether a noun is something that somebody issues, so that its issuer may stand after it."""
    return setting.analysis.lemmas[m.head] in DOCUMENTS


def _issuer(setting: Setting, m: ActorMention) -> tuple[int, ...] | None:
    """Return who issued a document: "Moscow's statement", "a statement released by the army", "the Post report"."""
    analysis, referents = setting.analysis, setting.referents
    if not is_document(setting, m):
        return None
    makers = []
    for child in analysis.children[m.head]:
        relation = analysis.deprels[child]
        if relation in ("nmod:poss", "compound", "nmod:desc"):
            makers.append(child)
        case = analysis.child(child, "case")
        if relation == "nmod" and case is not None and analysis.lowers[case] in ISSUING:
            makers.append(child)
        if relation == "acl":
            makers.extend(c for c in analysis.children[child] if analysis.deprels[c] in ("obl", "obl:agent"))
    for maker in makers:
        mention = setting.at.get(maker)
        if mention is not None and len(referents.of[mention]) == 1:
            return referents.of[mention]
        state = _state_at(setting, maker) if mention is None else None
        if state is not None:
            return (state,)
    return None


def _state_at(setting: Setting, token: int) -> int | None:
    """Return the state that a word inside a compound names ("a Kremlin statement"), or None."""
    analysis = setting.analysis
    found = knowledge.actors().longest(analysis.lowers, token, token + 1, analysis.forms)
    if found is None or found[1].kind != "state" or found[1].use == "demonym":
        return None
    entry = found[1]
    known = setting.referents.states().get(entry.country or "")
    return (
        known
        if known is not None
        else setting.referents.invent(Referent(entry.name, entry.kind, entry.country, entry.sectors, named=True))
    )


def _apposed(setting: Setting, m: ActorMention) -> tuple[int, ...] | None:
    """Return the named actor that stands in apposition to a phrase: "the agency, National Directorate of Security"."""
    analysis, referents = setting.analysis, setting.referents
    beside = [c for c in analysis.children[m.head] if analysis.deprels[c] == "appos"]
    if analysis.deprels[m.head] == "appos":
        beside.append(analysis.heads[m.head])
    for token in beside:
        mention = setting.at.get(token)
        if mention is None or referents.mentions[mention].form == "pronoun" or len(referents.of[mention]) != 1:
            continue
        one = referents.known[referents.of[mention][0]]
        if one.named and _same_sort(one, m) and not m.plural and one.kind not in ("state", "unknown"):
            return referents.of[mention]
    return None


def _same_sort(one: Referent, m: ActorMention) -> bool:
    """Tell whether a phrase can be a person where its apposition is one, a body where it is one."""
    if one.kind == "person":
        return m.kind in ("person", "unknown", "population")
    return m.kind != "person"


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


def own_country(setting: Setting, m: ActorMention) -> str | None:
    """Return the country that a phrase names, or that of whom it belongs to ("his government")."""
    if m.country is not None:
        return m.country
    for token in (*(() if m.of is None else (m.of,)), *range(*m.tokens)):
        mention = setting.at.get(token) if token != m.head else None
        numbers = setting.referents.of[mention] if mention is not None else ()
        if len(numbers) == 1 and setting.referents.known[numbers[0]].country is not None:
            return setting.referents.known[numbers[0]].country
    if "administration" in setting.analysis.lowers[m.tokens[0] : m.tokens[1]] and "USA" in setting.lands:
        return "USA"  # without another name beside it, English news means Washington's
    return None


def _government(setting: Setting, m: ActorMention, word: str, *, definite: bool) -> tuple[int, ...] | None:
    """Return the state whose government a phrase means, or None."""
    if word not in GOVERNMENTS or (m.plural and setting.analysis.xpos[m.head] == "NNS"):
        return None
    country = own_country(setting, m)
    rest = {
        w for w in repeats.modifiers_of(setting, m) if w not in PLAIN_MODIFIERS and knowledge.actors().get(w) is None
        and not (country is not None and w[:1].isalpha() and repeats.names_country(setting, w, m))
    }  # fmt: skip
    if rest:
        return None
    if country is None and definite:
        country = setting.lands.around(m.head, setting.analysis.sentence_of[m.head])
    number = setting.referents.states().get(country) if country is not None else None
    return (number,) if number is not None else None


def _office_holder(setting: Setting, offices: Offices, index: int, m: ActorMention) -> tuple[int, ...] | None:
    """Return the person who bears the title that a phrase is."""
    if m.kind not in ("person", "unknown"):
        return None
    latest = {n: i for i in range(index) for n in setting.referents.of[i]}
    country = own_country(setting, m)
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
    return analysis.upos[token] in ("PART", "NUM", "PUNCT") or repeats.names_country(setting, analysis.lowers[token], m)
