"""Actors: every name, nominal and pronoun of a report that stands for somebody who may act.

In: an analysis, and the head tokens that events and statements ask for. Out: `ActorMention`, in order.
What it does not know: who is the same as whom; `resolve.actors` does.

A name that the tables or the model know is a mention wherever it stands, a place only where it acts
(`metonyms`) or is asked for; nouns are mentions where they are words for actors or are asked for.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from chancery import knowledge
from chancery.analysis import Analysis
from chancery.extract import given_names, metonyms, names, nominals, offices, phrases
from chancery.extract.bodies import Owners
from chancery.extract.names import NameSpan
from chancery.extract.titles import TitlePhrase
from chancery.mentions import ActorMention
from chancery.record import ActorKind, MentionForm

PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "it": "n", "its": "n", "itself": "n", "they": None, "them": None, "their": None, "theirs": None,
    "themselves": None, "i": None, "me": None, "my": None, "mine": None, "myself": None, "we": None, "us": None,
    "our": None, "ours": None, "ourselves": None,
}  # fmt: skip
"""Personal pronouns that can stand for an actor, with the gender that they tell; "you" is left out."""

PLURAL_PRONOUNS = frozenset("they them their theirs themselves we us our ours ourselves".split())
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "appos", "conj"})
"""Relations in which a common noun for an actor is one; inside compounds it only modifies."""


def find(analysis: Analysis, needed: Collection[int]) -> list[ActorMention]:
    """Find the mentions of actors in a report.

    Args:
        analysis: tokens, tree and entities of the report.
        needed: head tokens of arguments and sources; each of them is covered by some mention.

    Returns:
        Mentions in reading order of their first tokens; a token may lie in several, heads are unique.

    Example:
        "Moscow denies it." gives Russia, a metonym, and the pronoun "it".
    """
    spans = names.find(analysis)
    owners = offices.owners_of(spans)
    asked = set(needed)
    titled = offices.find(analysis, spans)
    found: dict[int, ActorMention] = {}
    for span in spans:
        made = _of_name(analysis, owners, span, titled.get(span.tokens[0], []), asked)
        if made is not None and made.kind == "person" and made.country is None:
            body = offices.affiliation(analysis, owners, span.tokens[1])
            made = replace(made, country=body.country) if body is not None else made
        if made is not None:
            found.setdefault(made.head, made)
    for token in range(len(analysis)):
        if token not in found:
            pronoun = _of_pronoun(analysis, token)
            if pronoun is not None:
                found[token] = pronoun
    covered = _covered(analysis, list(found.values()), titled)
    for head in sorted(asked | _nouns_for_actors(analysis)):
        if head not in covered and head not in found:
            found[head] = nominals.mention(analysis, owners, head)
    return sorted(found.values(), key=lambda m: (m.tokens, m.head))


def _of_name(
    analysis: Analysis, owners: Owners, span: NameSpan, titled: list[TitlePhrase], asked: set[int]
) -> ActorMention | None:
    """Make the mention of a name, or None where it names no actor here."""
    if span.kind == "person":
        return _of_person(analysis, span, titled)
    wanted = not asked.isdisjoint(range(*span.tokens))
    use = span.entry.use if span.entry is not None else "name"
    if span.kind == "population" and _titles_person(analysis, owners, span):
        return None
    if use == "demonym" or (span.kind == "population" and analysis.deprels[span.head] in ("amod", "compound")):
        return _of_demonym(analysis, span, wanted)
    if use == "seat":
        acts = metonyms.stands_for_government(analysis, span.head)
        if acts or wanted:
            return _of_seat(analysis, span, acts=acts)
        return None
    if span.kind == "unknown" or span.label in names.PLACE_LABELS:
        place = span.kind == "unknown" or (span.entry is None and metonyms.is_locative(analysis, span.head))
        if place and not wanted:
            return None
    if span.kind == "state" and not wanted and _is_only_where(analysis, span):
        return None
    form: MentionForm = "metonym" if use == "metonym" else "name"
    country = span.country
    if country is None and span.kind not in ("bloc", "population"):
        country = country_beside(analysis, owners, span)
    return ActorMention(span.tokens, span.head, form, span.name, span.kind, country, span.sectors)


def _titles_person(analysis: Analysis, owners: Owners, span: NameSpan) -> bool:
    """Tell whether the name of a people stands before a person's as a title does ("Islamist Ivo Hall")."""
    after = owners.get(span.tokens[1])
    return after is not None and after.kind == "person" and analysis.sentence(span.head)[1] > span.tokens[1]


def _is_only_where(analysis: Analysis, span: NameSpan) -> bool:
    """Tell whether a country's name only says where, or qualifies another noun ("U.S. officials")."""
    return metonyms.is_locative(analysis, span.head) or analysis.deprels[span.head] in ("compound", "amod", "flat")


def _of_person(analysis: Analysis, span: NameSpan, titled: list[TitlePhrase]) -> ActorMention:
    """Make the mention of a person; titles give country, sectors and gender."""
    country = span.country or next((t.country for t in titled if t.country is not None), None)
    sectors = next((t.entry.sectors for t in titled if t.entry.sectors), span.sectors)
    gender = next((t.entry.gender for t in titled if t.entry.gender is not None), None) or span.gender
    gender = gender or offices.honorific_gender(analysis, span.tokens[0])
    if gender is None and span.tokens[1] - span.tokens[0] > 1:
        gender = given_names.gender_of(analysis.forms[span.tokens[0]])
    return ActorMention(span.tokens, span.head, "name", span.name, "person", country, sectors, gender=gender)


def _of_demonym(analysis: Analysis, span: NameSpan, wanted: bool) -> ActorMention | None:
    """Make the mention of a people ("Russians"), or of the state behind an adjective that is asked for."""
    token = span.tokens[1] - 1
    noun = analysis.xpos[token] in ("NNS", "NNPS") or (
        analysis.deprels[span.head].partition(":")[0] in ARGUMENTS
        and analysis.child(span.head, "det", "nummod") is not None
    )
    plural = analysis.xpos[token] in ("NNS", "NNPS") or (noun and analysis.upos[token] == "ADJ")
    if noun:
        person: ActorKind = "population" if plural else "person"
        kind = span.kind if span.kind != "state" else person
        words = analysis.words(span.tokens)
        return ActorMention(span.tokens, span.head, "nominal", words, kind, span.country, span.sectors, plural=plural)
    if wanted:
        return ActorMention(span.tokens, span.head, "metonym", span.name, span.kind, span.country, span.sectors)
    return None


def _of_seat(analysis: Analysis, span: NameSpan, *, acts: bool) -> ActorMention:
    """Make the mention of a capital: the government that sits there, or the city itself."""
    if acts:
        return ActorMention(span.tokens, span.head, "metonym", span.name, span.kind, span.country, span.sectors)
    return ActorMention(span.tokens, span.head, "name", analysis.words(span.tokens), "unknown", span.country)


def country_beside(analysis: Analysis, owners: Owners, span: NameSpan) -> str | None:
    """Return the country that stands right before or after a body's name ("Uganda's Electoral Commission")."""
    first, last = span.tokens
    at = first - 1
    while at >= 0 and (phrases.is_clitic(analysis, at) or (analysis.upos[at] == "ADJ" and at not in owners)):
        at -= 1
    beside = owners.get(at) if at >= analysis.sentence(first)[0] else None
    if (
        beside is not None
        and beside.country is not None
        and (at == first - 1 or not phrases.is_capital(analysis, first - 1))
    ):
        return beside.country
    if last + 1 < len(analysis) and analysis.lowers[last] in ("of", "in"):
        after = phrases.skip_determiner(analysis, last + 1, len(analysis))
        if after in owners and owners[after].kind == "state":
            return owners[after].country
    return None


def _of_pronoun(analysis: Analysis, token: int) -> ActorMention | None:
    """Make the mention of a personal or relative pronoun that can stand for an actor, or None."""
    word = analysis.lowers[token]
    if word in PRONOUNS and analysis.upos[token] in ("PRON", "DET"):
        if analysis.deprels[token].startswith("expl"):
            return None
        kind: ActorKind = "person" if word in ("i", "me", "my", "mine") or PRONOUNS[word] in ("m", "f") else "unknown"
        return ActorMention(
            (token, token + 1), token, "pronoun", word, kind, plural=word in PLURAL_PRONOUNS, gender=PRONOUNS[word]
        )
    if word in RELATIVE and analysis.upos[token] == "PRON" and antecedent(analysis, token) is not None:
        return ActorMention((token, token + 1), token, "pronoun", word, "unknown")
    return None


def antecedent(analysis: Analysis, token: int) -> int | None:
    """Return the noun that a relative pronoun stands for, or None where it is no relative pronoun."""
    noun = analysis.described(token, "acl:relcl", "advcl:relcl")
    return noun if noun is not None and noun < token else None


def _covered(analysis: Analysis, found: list[ActorMention], titled: dict[int, list[TitlePhrase]]) -> set[int]:
    """Return tokens for which no nominal is needed: inside names, and nouns of titles that a name completes."""
    covered = {token for m in found for token in range(*m.tokens)}
    for phrases_of_name in titled.values():
        covered.update(phrase.head for phrase in phrases_of_name)
    for m in found:
        parent = analysis.heads[m.head]
        named = m.kind == "person" and parent >= 0 and analysis.deprels[m.head] in ("flat", "appos")
        if named and knowledge.titles().get(analysis.lemmas[parent]) is not None:
            covered.add(parent)
    return covered


def _nouns_for_actors(analysis: Analysis) -> set[int]:
    """Return the common nouns for actors that stand as arguments ("the police", "rebels")."""
    generics, titles = knowledge.generics(), knowledge.titles()
    return {
        token
        for token in range(len(analysis))
        if analysis.upos[token] in ("NOUN", "PROPN")
        and analysis.deprels[token].partition(":")[0] in ARGUMENTS
        and (
            generics.get(analysis.lowers[token]) is not None
            or ((title := titles.get(analysis.lemmas[token])) is not None and title.use in ("office", "relation"))
        )
    }
