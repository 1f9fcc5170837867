"""The event lexicon: which words of a tree name a deed, of which PLOVER type, and where its parties stand.

In: an analysis and one token. Out: a `Hit`, or None. Rules come from `data/events.json`, built from
`resources/events/*.toml`; each word looks up its own few rules, whatever the size of the table.
What it does not know: who the parties are, and whether the deed happened.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from chancery.analysis import Analysis, Tokens
from chancery.extract import branches
from chancery.knowledge import read_table
from chancery.record import EventType

Phrase = tuple[str, ...]
Kind = Literal["verb", "noun", "light", "adjective"]

WIDEST = 6  # a light verb and its noun further apart are not one phrase to a reader; the noun stands alone
BESIDE_A_NOUN = 0.5  # "jailed critics": the deed is told in passing; half the weight of the verb by our own reading
BESIDE_A_NAME = 0.6  # a capital makes most deeds a name ("Government of National Accord"); only the surest words stay
DIRECT = frozenset({""})
NAMES = frozenset({"@name", "@proper"})
PARTICLES = frozenset({"compound:prt", "advmod"})
COMPLETING = frozenset({"xcomp", "obj", "advmod", "obl", "ccomp", "compound"})
DESCRIBING = frozenset({"amod", "compound", "nmod:poss", "nmod"})


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
    condition. `objects` are direct objects or, where there are none, objects of the `prepositions`;
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
    if upos == "VERB":
        verbs = _index("verb").get(lemma)
        return _verb(analysis, token, verbs) if verbs else None
    if upos in ("NOUN", "PROPN"):
        light, plain = _index("light").get(lemma), _index("noun").get(lemma)
        return _noun(analysis, token, light or (), plain or ()) if light or plain else None
    if upos == "ADJ":
        adjectives = _index("adjective").get(lemma)
        return _adjective(analysis, token, adjectives) if adjectives else None
    return None


def _verb(analysis: Analysis, token: int, entries: Entries) -> Hit | None:
    """Match a verb with its particles, objects and prepositions."""
    share = BESIDE_A_NOUN if analysis.deprels[token] == "amod" else 1.0
    for phrase, rule in entries:
        tokens = _particles(analysis, token, phrase)
        if tokens is not None and _clause_fits(analysis, token, rule):
            return Hit(rule.name, rule.type, rule.mode, tokens, token, None, rule.frame, rule.weight * share)
    return None


def _adjective(analysis: Analysis, token: int, entries: Entries) -> Hit | None:
    """Match an adjective that is said of somebody ("was critical of"), never one before a noun."""
    if analysis.deprels[token] == "amod":
        return None
    for phrase, rule in entries:
        tokens = _particles(analysis, token, phrase)
        if tokens is not None and _clause_fits(analysis, token, rule):
            return Hit(rule.name, rule.type, rule.mode, tokens, token, None, rule.frame, rule.weight)
    return None


def _noun(analysis: Analysis, token: int, light: Entries, plain: Entries) -> Hit | None:
    """Match a noun: with its light verb first, then with a verb that lends its parties, then alone."""
    if analysis.deprels[token] == "compound":  # "attack helicopter", "sanctions regime": no deed of its own
        return None
    if analysis.upos[token] == "PROPN" and not _is_headline(analysis, token):  # "the Accord", "March"
        light, plain = (
            (),
            tuple((p, r) for p, r in plain if r.weight > BESIDE_A_NAME and analysis.lemmas[token] != "march"),
        )
    verbs = branches.governors(analysis, token)
    if any(_reads_object(analysis, verb, token) for verb, how in verbs if how != "subject"):
        return None
    for phrase, rule in light:
        first = _before(analysis, token, phrase)
        if first is not None:
            for verb, how in verbs:
                tokens = _light(analysis, verb, how, rule)
                if tokens is not None and _noun_fits(analysis, first, token, rule):
                    return _joined(rule, verb, token, (first, token + 1), tokens, rule.frame)
    for phrase, rule in plain:
        first = _before(analysis, token, phrase)
        if first is not None and _noun_fits(analysis, first, token, rule) and _needs_met(analysis, token, rule):
            return _supported(analysis, rule, verbs, (first, token + 1))
    return None


def _is_headline(analysis: Analysis, token: int) -> bool:
    """Tell whether a token stands in a headline, where common nouns have capitals too: no full stop ends it."""
    return analysis.forms[analysis.sentence(token)[1] - 1][-1] not in ".!?”\"'’"


def _reads_object(analysis: Analysis, verb: int, noun: int) -> bool:
    """Tell whether a verb names a deed by this very object ("lifted SANCTIONS"), so that the noun names no other."""
    if analysis.upos[verb] != "VERB":
        return False
    for phrase, rule in _index("verb").get(analysis.lemmas[verb], ()):
        named = analysis.lemmas[noun] in rule.objects and _particles(analysis, verb, phrase) is not None
        if named and _clause_fits(analysis, verb, rule):
            return True
    return False


def _supported(analysis: Analysis, rule: Rule, verbs: list[tuple[int, str]], noun: Tokens) -> Hit:
    """Return the hit of a noun, with the verb that lends it parties as head if there is one."""
    for verb, how in verbs:
        for phrase, support in _support().get(analysis.lemmas[verb], ()):
            tokens = _particles(analysis, verb, phrase)
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
    if how not in (rule.prepositions or DIRECT):
        return None
    if rule.voice and (rule.voice == "passive") != branches.is_passive(analysis, verb):
        return None
    for phrase in rule.verbs:
        if phrase[0] == analysis.lemmas[verb]:
            tokens = _particles(analysis, verb, phrase)
            if tokens is not None:
                return tokens
    return None


def _particles(analysis: Analysis, token: int, phrase: Phrase) -> Tokens | None:
    """Return the tokens of a verb and its particles ("pull out", "stand by"), None if one is missing."""
    last = token
    for word in phrase[1:]:
        if last + 1 < len(analysis) and analysis.lowers[last + 1] == word:
            last += 1
            continue
        found = next((child for child in analysis.children[token] if _is_particle(analysis, child, word)), None)
        if found is None:
            return None
        if token < found <= token + WIDEST:
            last = max(last, found)
    return token, last + 1


def _is_particle(analysis: Analysis, child: int, word: str) -> bool:
    """Tell whether a child of a verb is a particle of it ("pulled its troops OUT")."""
    return analysis.lowers[child] == word and analysis.deprels[child] in PARTICLES


def _before(analysis: Analysis, token: int, phrase: Phrase) -> int | None:
    """Return where a noun phrase of several words starts ("peace talks"), None if the words are others."""
    first = token - len(phrase) + 1
    if first < 0:
        return None
    for offset, word in enumerate(phrase[:-1]):
        if word not in (analysis.lemmas[first + offset], analysis.lowers[first + offset]):
            return None
    return first


def _clause_fits(analysis: Analysis, token: int, rule: Rule) -> bool:
    """Tell whether the subject, objects, prepositions, voice and clause around a verb are what a rule asks for."""
    if rule.voice and (rule.voice == "passive") != branches.is_passive(analysis, token):
        return False
    if rule.complements and not _complemented(analysis, token, rule.complements):
        return False
    if rule.clause and not _completed(analysis, token, rule.clause):
        return False
    if (rule.subjects or rule.not_subjects) and not _words_fit(
        analysis, branches.subjects(analysis, token), rule.subjects, rule.not_subjects
    ):
        return False
    phrases = list(branches.phrases_with(analysis, token, rule.prepositions)) if rule.prepositions else []
    direct = branches.objects(analysis, token)
    for found in direct:
        if rule.prepositions and not phrases:  # "imposed a ban on", where the phrase hangs on the object
            phrases = list(branches.phrases_with(analysis, found, rule.prepositions))
    if rule.prepositions and not phrases:
        return False
    if not (rule.objects or rule.not_objects):
        return True
    return _words_fit(analysis, direct or phrases, rule.objects, rule.not_objects)


def _complemented(analysis: Analysis, token: int, words: frozenset[str]) -> bool:
    """Tell whether a verb has one of the words as what its object is called, made or held ("a TERRORIST state")."""
    for child in analysis.children[token]:
        if analysis.deprels[child].partition(":")[0] in COMPLETING:
            if analysis.lemmas[child] in words:
                return True
            if any(analysis.lemmas[c] in words for c in analysis.children[child] if analysis.deprels[c] == "amod"):
                return True
    return False


def _noun_fits(analysis: Analysis, first: int, token: int, rule: Rule) -> bool:
    """Tell whether the words that describe a noun, and what introduces it, are what a rule asks for."""
    if rule.near and rule.near.isdisjoint(analysis.lemmas[slice(*analysis.sentence(token))]):
        return False
    if rule.kind == "noun" and rule.prepositions and branches.case_of(analysis, token) not in rule.prepositions:
        return False
    if not (rule.modifiers or rule.not_modifiers):
        return True
    words = [c for c in analysis.children[token] if analysis.deprels[c] in DESCRIBING and c < first]
    return _words_fit(analysis, words, rule.modifiers, rule.not_modifiers)


def _needs_met(analysis: Analysis, token: int, rule: Rule) -> bool:
    """Tell whether one of the slots that a noun cannot do without is filled ("support for", not "support")."""
    if not rule.needs:
        return True
    for child in analysis.children[token]:
        relation = analysis.deprels[child]
        if relation == "nmod:poss" and "possessive" in rule.needs:
            return True
        if relation in ("compound", "amod") and "modifier" in rule.needs:
            return analysis.upos[child] == "PROPN" or analysis.forms[child][:1].isupper()
    return next(branches.phrases_with(analysis, token, rule.needs), None) is not None


def _words_fit(analysis: Analysis, tokens: list[int], wanted: frozenset[str], unwanted: frozenset[str]) -> bool:
    """Tell whether one of the words, or what it counts or joins, is wanted, and none unwanted."""
    heads = [node for token in tokens for node in branches.members(analysis, token)]
    if unwanted and any(_is_one_of(analysis, node, unwanted) for node in heads):
        return False
    return not wanted or any(_is_one_of(analysis, node, wanted) for node in heads)


def _is_one_of(analysis: Analysis, token: int, words: frozenset[str]) -> bool:
    """Tell whether a word, or a noun joined to it ("tear gas canisters"), is in a list of lemmas."""
    if analysis.lemmas[token] in words:
        return True
    upos = analysis.upos[token]
    if (upos == "PROPN" and not words.isdisjoint(NAMES)) or (upos == "PRON" and "@name" in words):
        return True
    return any(analysis.lemmas[c] in words for c in analysis.children[token] if analysis.deprels[c] == "compound")


def _completed(analysis: Analysis, token: int, clause: str) -> bool:
    """Tell whether the clause that completes a verb is what a rule asks for ("told us TO GO", no "told us that")."""
    relations = {analysis.deprels[child] for child in analysis.children[token]}
    if clause == "infinitive":
        return "xcomp" in relations
    return (clause == "needed") == bool(relations & {"xcomp", "ccomp"})


@cache
def _table() -> _Table:
    """Read the lexicon once."""
    return msgspec.json.decode(read_table("events.json"), type=_Table)


@cache
def _index(kind: Kind) -> dict[str, Entries]:
    """Return the rules of a kind by the lemma that they are looked up by, the most specific first."""
    entries: dict[str, list[tuple[Phrase, Rule]]] = {}
    for rule in _table().rules:
        if rule.kind == kind:
            for phrase in rule.phrases:
                key = phrase[-1] if kind in ("noun", "light") else phrase[0]
                entries.setdefault(key, []).append((phrase, rule))
    return {key: tuple(sorted(found, key=_vagueness)) for key, found in entries.items()}


def _vagueness(entry: tuple[Phrase, Rule]) -> int:
    """Order rules of one word: longer phrases first, then those that ask for more; ties in file order."""
    phrase, rule = entry
    telling = (rule.objects, rule.subjects, rule.prepositions, rule.modifiers, rule.near)
    asked = sum(2 for words in telling if words) + 3 * bool(rule.complements)
    return -(10 * len(phrase) + asked + bool(rule.needs) + bool(rule.voice) + bool(rule.clause))


@cache
def _support() -> dict[str, tuple[tuple[Phrase, Support], ...]]:
    """Return the supporting verbs by their first word, longer phrases first."""
    entries: dict[str, list[tuple[Phrase, Support]]] = {}
    for support in _table().support:
        for phrase in support.phrases:
            entries.setdefault(phrase[0], []).append((phrase, support))
    return {key: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for key, found in entries.items()}
