"""Conditions: whether the tree around a word is what a rule of the event lexicon asks for.

In: an analysis, a token and a rule. Out: yes or no, or the tokens of a phrase.
What it does not know: which rule wins, and what follows from it.
"""

from __future__ import annotations

from chancery.analysis import Analysis, Tokens
from chancery.extract import branches
from chancery.extract.event_rules import Phrase, Rule

WIDEST = 6  # a verb and its noun or particle further apart are not one phrase to a reader
NAMES = frozenset({"@name", "@proper"})
PARTICLES = frozenset({"compound:prt", "advmod"})
COMPLETING = frozenset({"xcomp", "obj", "advmod", "obl", "ccomp", "compound"})
DESCRIBING = frozenset({"amod", "compound", "nmod:poss", "nmod"})


def particles(analysis: Analysis, token: int, phrase: Phrase) -> Tokens | None:
    """Return the tokens of a verb and its particles ("pull out", "stand by"), None if one is missing.

    A phrase with a hyphen ends at the verb instead ("test-fire").
    """
    if "-" in phrase:
        first = words_before(analysis, token, phrase)
        return None if first is None else (first, token + 1)
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


def words_before(analysis: Analysis, token: int, phrase: Phrase) -> int | None:
    """Return where a noun phrase of several words starts ("peace talks"), None if the words are others."""
    first = token - len(phrase) + 1
    if first < 0:
        return None
    for offset, word in enumerate(phrase[:-1]):
        if word not in (analysis.lemmas[first + offset], analysis.lowers[first + offset]):
            return None
    return first


def clause_fits(analysis: Analysis, token: int, rule: Rule, phrase: Phrase) -> bool:
    """Tell whether the subject, objects, prepositions, voice and clause around a verb are what a rule asks for."""
    if rule.voice and (rule.voice == "passive") != branches.is_passive(analysis, token):
        return False
    if rule.complements and not _complemented(analysis, token, rule.complements):
        return False
    if rule.clause and not _completed(analysis, token, rule.clause):
        return False
    if not subjects_fit(analysis, token, rule):
        return False
    phrases = list(branches.phrases_with(analysis, token, rule.prepositions)) if rule.prepositions else []
    direct = branches.objects(analysis, token) or list(branches.phrases_with(analysis, token, phrase[1:]))
    for found in direct:
        if rule.prepositions and not phrases:  # "imposed a ban on", where the phrase hangs on the object
            phrases = list(branches.phrases_with(analysis, found, rule.prepositions))
    if rule.prepositions and not phrases:
        return False
    if not (rule.objects or rule.not_objects):
        return True
    return _words_fit(analysis, direct or phrases, rule.objects, rule.not_objects)


def subjects_fit(analysis: Analysis, verb: int, rule: Rule) -> bool:
    """Tell whether who does what a verb says is whom a rule asks for; "that killed" asks what "that" stands for."""
    if not (rule.subjects or rule.not_subjects):
        return True
    found = [branches.antecedent(analysis, subject) for subject in branches.subjects(analysis, verb)]
    return _words_fit(analysis, found, rule.subjects, rule.not_subjects)


def _complemented(analysis: Analysis, token: int, words: frozenset[str]) -> bool:
    """Tell whether a verb has one of the words as what its object is called, made or held ("a TERRORIST state")."""
    for child in analysis.children[token]:
        if analysis.deprels[child].partition(":")[0] in COMPLETING:
            if analysis.lemmas[child] in words:
                return True
            beside = (c for c in analysis.children[child] if analysis.deprels[c] in ("amod", "compound"))
            if any(analysis.lemmas[c] in words for c in beside):
                return True
    return False


def noun_fits(analysis: Analysis, first: int, token: int, rule: Rule) -> bool:
    """Tell whether the words that describe a noun, and what introduces it, are what a rule asks for."""
    if rule.near and rule.near.isdisjoint(analysis.lemmas[slice(*analysis.sentence(token))]):
        return False
    if rule.kind == "noun" and rule.prepositions and branches.case_of(analysis, token) not in rule.prepositions:
        return False
    if rule.kind == "noun" and (rule.objects or rule.not_objects):
        named = list(branches.phrases_with(analysis, token, ("of",)))
        if not _words_fit(analysis, named, rule.objects, rule.not_objects):
            return False
    if not (rule.modifiers or rule.not_modifiers):
        return True
    words = [c for c in analysis.children[token] if analysis.deprels[c] in DESCRIBING and c < first]
    return _words_fit(analysis, words, rule.modifiers, rule.not_modifiers)


def needs_met(analysis: Analysis, token: int, rule: Rule) -> bool:
    """Tell whether one of the slots that a noun cannot do without is filled ("support for", not "support")."""
    if not rule.needs:
        return True
    for child in analysis.children[token]:
        relation = analysis.deprels[child]
        if relation == "nmod:poss" and "possessive" in rule.needs:
            return True
        named = analysis.upos[child] == "PROPN" or analysis.forms[child][:1].isupper()
        if named and relation in ("compound", "amod") and "modifier" in rule.needs:
            return True
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
    if upos == "PRON" and "@name" in words:
        return True
    if upos == "PROPN" and (analysis.lowers[token].removesuffix("s") in words or not words.isdisjoint(NAMES)):
        return True  # "Protesters" at the start of a caption is a common noun to a reader, not to a tagger
    return any(analysis.lemmas[c] in words for c in analysis.children[token] if analysis.deprels[c] == "compound")


def _completed(analysis: Analysis, token: int, clause: str) -> bool:
    """Tell whether the clause that completes a verb is what a rule asks for ("told us TO GO", no "told us that")."""
    relations = {analysis.deprels[child] for child in analysis.children[token]}
    if clause == "infinitive":
        return "xcomp" in relations
    return (clause == "needed") == bool(relations & {"xcomp", "ccomp"})
