"""The event lexicon: which words of a tree name a deed, of which PLOVER type, and where its parties stand.

In: an analysis and one token. Out: a `Hit`, or None. Rules come from `data/events.json`, built from
`resources/events/*.toml`; each word looks up its own few rules, whatever the size of the table.
What it does not know: who the parties are, and whether the deed happened.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from chancery.analysis import Analysis, Tokens
from chancery.extract import branches
from chancery.extract.conditions import (
    WIDEST,
    clause_fits,
    needs_met,
    noun_fits,
    particles,
    subjects_fit,
    words_before,
)
from chancery.extract.event_rules import Entries, Frame, Phrase, Rule, index, inflected, supporting
from chancery.record import EventType

__all__ = ["Frame", "Hit", "match"]

BESIDE_A_NOUN = 0.5  # "jailed critics": the deed is told in passing; half the weight of the verb by our own reading
BESIDE_A_NAME = 0.6  # a capital makes most deeds a name ("Government of National Accord"); only the surest words stay
DIRECT = frozenset({""})
NEVER = "march"  # the month
ANSWERING = frozenset({"REJECT", "CONCEDE", "ACCUSE", "SUPPORT"})  # answers to a deed that stands: "defied the curfew"


@dataclass(frozen=True, slots=True)
class Hit:
    """A deed named by words of the report.

    Attributes:
        rule: name of the rule in `resources/events`.
        type: PLOVER type.
        mode: PLOVER mode, None where the words tell none.
        tokens: the words that name the deed.
        head: token whose subject and object are parties and whose tense tells the status: the verb, the light
            or supporting verb of a noun, or the noun where it stands alone.
        noun: token of the noun that names the deed; None for verbs and adjectives.
        frame: where the parties stand.
        weight: how sure the words alone are, 0 to 1: 0.9 nearly always this type in political news, 0.6 usually,
            0.3 only between political actors.
    """

    rule: str
    type: EventType
    mode: str | None
    tokens: Tokens
    head: int
    noun: int | None
    frame: Frame
    weight: float


def match(analysis: Analysis, token: int) -> Hit | None:
    """Return the deed that a token names, or None.

    A light verb ("hold", "impose") names none itself: the noun that it governs does, with the verb as head.

    Args:
        analysis: the report.
        token: index of any token.

    Returns:
        The hit of the most specific rule whose conditions the tree meets.
    """
    upos, lemma = analysis.upos[token], analysis.lemmas[token]
    if upos == "VERB" or _governs_object(analysis, token):
        verbs = index("verb").get(verb_of(analysis, token))
        return _verb(analysis, token, verbs) if verbs else None
    if upos in ("NOUN", "PROPN", "SYM"):
        light, plain = _of_noun(analysis, token, "light"), _of_noun(analysis, token, "noun")
        return _noun(analysis, token, light, plain) if light or plain else None
    if upos == "ADJ":
        adjectives = index("adjective").get(lemma)
        return _adjective(analysis, token, adjectives) if adjectives else None
    return None


def verb_of(analysis: Analysis, token: int) -> str:
    """Return the dictionary form of a verb, mended where its lemma is no word of the lexicon but its form is."""
    lemma = analysis.lemmas[token]
    if lemma in index("verb") or analysis.deprels[token] in ("amod", "compound"):  # "the United States"
        return lemma
    return inflected().get(analysis.lowers[token], lemma)


def _governs_object(analysis: Analysis, token: int) -> bool:
    """Tell whether a word tagged as a noun is a verb of the lexicon, for nouns have no objects."""
    if analysis.upos[token] not in ("NOUN", "PROPN", "ADJ"):
        return False
    return any(analysis.deprels[child] == "obj" for child in analysis.children[token])


def _of_noun(analysis: Analysis, token: int, kind: Literal["light", "noun"]) -> Entries:
    """Return the rules of a noun: those of its form first where only the plural means a deed ("hostilities")."""
    lemma, lower = analysis.lemmas[token], analysis.lowers[token]
    found = index(kind).get(lemma, ())
    return found if lower == lemma else (*index(kind).get(lower, ()), *found)


def _verb(analysis: Analysis, token: int, entries: Entries) -> Hit | None:
    """Match a verb with its particles, objects and prepositions."""
    share = BESIDE_A_NOUN if analysis.deprels[token] == "amod" else 1.0
    for phrase, rule in entries:
        tokens = particles(analysis, token, phrase)
        if tokens is not None and clause_fits(analysis, token, rule, phrase):
            frame = _with_particles(rule.frame, phrase)
            return Hit(rule.name, rule.type, rule.mode, tokens, token, None, frame, rule.weight * share)
    return None


def _with_particles(frame: Frame, phrase: Phrase) -> Frame:
    """Return a frame whose object may also hang on the particle ("handed OVER the port")."""
    if len(phrase) == 1 or "object" not in frame.recipient or "-" in phrase:
        return frame
    return Frame(frame.actor, frame.recipient + phrase[1:])


def _adjective(analysis: Analysis, token: int, entries: Entries) -> Hit | None:
    """Match an adjective that is said of somebody ("was critical of"), never one before a noun."""
    if analysis.deprels[token] == "amod":
        return None
    for phrase, rule in entries:
        tokens = particles(analysis, token, phrase)
        if tokens is not None and clause_fits(analysis, token, rule, phrase):
            return Hit(rule.name, rule.type, rule.mode, tokens, token, None, rule.frame, rule.weight)
    return None


def _noun(analysis: Analysis, token: int, light: Entries, plain: Entries) -> Hit | None:
    """Match a noun: with its light verb first, then with a verb that lends its parties, then alone."""
    if analysis.deprels[token] == "compound":  # "attack helicopter", "sanctions regime": no deed of its own
        return None
    if analysis.upos[token] == "PROPN" and not _is_headline(analysis, token):  # "the Accord", "March"
        light, plain = (), () if analysis.lemmas[token] == NEVER else _sure(plain)
    verbs = branches.governors(analysis, token)
    if any(_reads_object(analysis, verb, token) for verb, how in verbs if how != "subject"):
        return None
    for phrase, rule in light:
        first = words_before(analysis, token, phrase)
        if first is not None:
            for verb, how in verbs:
                tokens = _light(analysis, verb, how, rule)
                if tokens is not None and noun_fits(analysis, first, token, rule):
                    return _joined(rule, verb, token, (first, token + 1), tokens, rule.frame)
    for phrase, rule in plain:
        first = words_before(analysis, token, phrase)
        if first is not None and noun_fits(analysis, first, token, rule) and needs_met(analysis, token, rule):
            return _supported(analysis, rule, verbs, (first, token + 1))
    return None


def _sure(entries: Entries) -> Entries:
    """Return the rules of the surest words."""
    return tuple((phrase, rule) for phrase, rule in entries if rule.weight > BESIDE_A_NAME)


def _is_headline(analysis: Analysis, token: int) -> bool:
    """Tell whether a token stands in a headline, where common nouns have capitals too: no full stop ends it."""
    return analysis.forms[analysis.sentence(token)[1] - 1][-1] not in ".!?”\"'’"


def _reads_object(analysis: Analysis, verb: int, noun: int) -> bool:
    """Tell whether a verb names a deed by this very object ("lifted SANCTIONS"), so that the noun names no other."""
    if analysis.upos[verb] != "VERB":
        return False
    for phrase, rule in index("verb").get(verb_of(analysis, verb), ()):
        if rule.type in ANSWERING:
            continue
        named = analysis.lemmas[noun] in rule.objects and particles(analysis, verb, phrase) is not None
        if named and clause_fits(analysis, verb, rule, phrase):
            return True
    return False


def _supported(analysis: Analysis, rule: Rule, verbs: list[tuple[int, str]], noun: Tokens) -> Hit:
    """Return the hit of a noun, with the verb that lends it parties as head if there is one."""
    for verb, how in verbs:
        for phrase, support in supporting().get(analysis.lemmas[verb], ()):
            tokens = particles(analysis, verb, phrase)
            if tokens is not None and how in support.prepositions:
                frame = Frame(support.frame.actor + rule.frame.actor, support.frame.recipient + rule.frame.recipient)
                return _joined(rule, verb, noun[1] - 1, noun, tokens, frame)
    token = noun[1] - 1
    return Hit(rule.name, rule.type, rule.mode, noun, token, token, rule.frame, rule.weight)


def _joined(rule: Rule, verb: int, token: int, noun: Tokens, words: Tokens, frame: Frame) -> Hit:
    """Return the hit of a verb and its noun; far apart, the noun alone is the words that name the deed."""
    tokens = (min(words[0], noun[0]), max(words[1], noun[1]))
    if tokens[1] - tokens[0] > WIDEST:
        tokens = noun
    return Hit(rule.name, rule.type, rule.mode, tokens, verb, token, frame, rule.weight)


def _light(analysis: Analysis, verb: int, how: str, rule: Rule) -> Tokens | None:
    """Return the words of a light verb if it is one of the rule's and governs the noun the rule's way."""
    if rule.voice and (rule.voice == "passive") != branches.is_passive(analysis, verb):
        return None
    verb_lemma = inflected().get(analysis.lowers[verb])
    for phrase in rule.verbs:
        direct = how in (rule.prepositions or DIRECT) or (how in phrase[1:] and not rule.prepositions)
        if direct and phrase[0] in (analysis.lemmas[verb], verb_lemma):
            tokens = particles(analysis, verb, phrase)
            if tokens is not None:
                return tokens if subjects_fit(analysis, verb, rule) else None
    return None
