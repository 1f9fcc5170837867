"""Control: who is understood as the subject or the object of a verb that does not say so itself.

In: an analysis and a verb. Out: head tokens of noun phrases, coordinated ones not yet spread out.
What it does not know: what the words mean, but for a few verbs that hand their own subject to an infinitive.

"Refused to attend", "arrived to meet", "was held, and later freed", "children deported from the north", "killing 12"
all leave their subject to the clause above; "asked them to leave" gives it the object. Terms: Huddleston and Pullum,
The Cambridge Grammar of the English Language (2002), chapter 14, on control and raising.
"""

from __future__ import annotations

from chancery.analysis import Analysis
from chancery.extract import branches
from chancery.extract.actors import antecedent

STEPS = 8  # clauses up a tree; longer chains are parser noise
RELATIVE = frozenset({"who", "whom", "which", "that"})
SUBJECT_CONTROL = frozenset("promise threaten vow pledge swear use have take".split())
"""Verbs whose infinitive keeps their subject although they have an object ("promised them to leave")."""
OBJECT_MARKS = frozenset({"of", "from", "for", "with", "over", "into", "as"})
"""Words before a gerund that speak of the object: "accused them of spying", "barred her from leaving"."""
HANDED = ("on", "upon", "to", "with", "for")
"""Prepositions that name who is to do it: "called on them to leave", "appealed to her to stay"."""


def subjects(analysis: Analysis, verb: int) -> list[int]:
    """Return the heads of a verb's surface subject: its own, one that it shares, or else the phrase before it.

    Args:
        analysis: the report.
        verb: a verb, or a noun or adjective said of somebody.

    Returns:
        Heads in reading order; the subject of a passive verb is its surface subject; () where nobody is named.
    """
    found = _by_tree(analysis, verb)
    if found or not _is_finite(analysis, verb):
        return found
    before = _phrase_before(analysis, verb)
    return [] if before is None else [before]


def _by_tree(analysis: Analysis, verb: int) -> list[int]:
    """Return the surface subject that the tree gives a verb."""
    node = verb
    for _ in range(STEPS):
        own = [c for c in analysis.children[node] if analysis.deprels[c].startswith("nsubj")]
        if own:
            return [named for c in own if (named := noun_of(analysis, c)) is not None]
        above = analysis.heads[node]
        if above < 0:
            return []
        relation = analysis.deprels[node].partition(":")[0]
        if relation in ("acl", "amod"):
            return _described(analysis, node, above)
        if relation == "xcomp":
            handed = _handed(analysis, above)
            if handed:
                return handed
        elif relation in ("advcl", "ccomp", "obl", "nmod"):
            if not _shares(analysis, node):
                return []
            if marked_by(analysis, node, OBJECT_MARKS):
                found = undergoers(analysis, above)
                if found:
                    return found
        elif relation != "conj":
            return []
        node = above
    return []


def _is_finite(analysis: Analysis, verb: int) -> bool:
    """Tell whether a verb must have a subject of its own: a finite form of a clause that is no relative clause."""
    if analysis.upos[verb] != "VERB" or analysis.deprels[verb].startswith("acl"):
        return False
    if analysis.xpos[verb] in ("VBD", "VBZ", "VBP"):
        return analysis.deprels[verb] != "conj"
    return any(
        analysis.deprels[c].startswith("aux") and analysis.xpos[c] in ("VBD", "VBZ", "VBP", "MD")
        for c in analysis.children[verb]
    )


def _phrase_before(analysis: Analysis, verb: int) -> int | None:
    """Return the head of the noun phrase that ends right before a verb and its auxiliaries, None if none does.

    Parsers hang a long subject on the wrong word more often than English puts anything else there.
    """
    first, token = analysis.sentence(verb)[0], verb - 1
    while token > first and analysis.upos[token] in ("AUX", "ADV", "PART"):
        token -= 1
    if token < first or analysis.upos[token] not in ("NOUN", "PROPN", "PRON"):
        return None
    for _ in range(STEPS):
        above = analysis.heads[token]
        if not first <= above < verb or analysis.upos[above] not in ("NOUN", "PROPN"):
            break
        token = above
    return noun_of(analysis, token)


def agents(analysis: Analysis, verb: int) -> list[int]:
    """Return the heads of who does what a verb says: its subject, or the by-phrase of a passive verb."""
    if not branches.is_passive(analysis, verb):
        return subjects(analysis, verb)
    node = verb
    for _ in range(STEPS):
        by = [
            c
            for c in analysis.children[node]
            if analysis.deprels[c].startswith("obl") and branches.case_of(analysis, c) == "by"
        ]
        if by:
            return by
        if analysis.deprels[node] != "conj" or not branches.is_passive(analysis, analysis.heads[node]):
            return []
        node = analysis.heads[node]
    return []


def undergoers(analysis: Analysis, verb: int) -> list[int]:
    """Return the heads of whom or what a verb is done to: its object, or the subject of a passive verb."""
    if branches.is_passive(analysis, verb):
        return subjects(analysis, verb)
    own = [c for c in analysis.children[verb] if analysis.deprels[c] == "obj"]
    own = own or [c for c in analysis.children[verb] if analysis.deprels[c] == "iobj"]
    if own:
        return [named for c in own if (named := noun_of(analysis, c)) is not None]
    shared = _shared_object(analysis, verb)
    return shared or _gap(analysis, verb)


def noun_of(analysis: Analysis, token: int) -> int | None:
    """Return a token that stands for somebody, or None: "what", "there", and a "that" that stands for no noun.

    Relative pronouns come back as they are; `parties` knows which noun before them can act.
    """
    if analysis.lowers[token] in RELATIVE and analysis.upos[token] in ("PRON", "DET", "SCONJ"):
        return token if antecedent(analysis, token) is not None else None
    if analysis.lowers[token] in ("what", "there", "whoever", "whatever"):
        return None
    return token


def marked_by(analysis: Analysis, verb: int, words: frozenset[str]) -> bool:
    """Tell whether a clause or gerund is introduced by one of the words."""
    return any(analysis.lowers[c] in words and analysis.deprels[c] in ("mark", "case") for c in analysis.children[verb])


def _shares(analysis: Analysis, verb: int) -> bool:
    """Tell whether a clause without a subject borrows one: gerunds, participles and infinitives do."""
    if analysis.xpos[verb] in ("VBG", "VBN"):
        return True
    return any(analysis.lowers[c] == "to" and analysis.deprels[c] == "mark" for c in analysis.children[verb])


def _described(analysis: Analysis, verb: int, noun: int) -> list[int]:
    """Return the subject of a verb that describes a noun: the noun, or whose plan, call or attempt it is."""
    if analysis.xpos[verb] in ("VBN", "VBG") and not marked_by(analysis, verb, OBJECT_MARKS):
        return [noun]
    if analysis.deprels[verb].endswith("relcl"):
        return [noun]
    return owners(analysis, noun) or _holders(analysis, noun) or [noun]


def owners(analysis: Analysis, noun: int) -> list[int]:
    """Return whose a noun is: the possessor, the name before it, or the phrase with "by", "of" or "from"."""
    for relations, cases in ((("nmod:poss",), ()), ((), ("by",)), (("compound", "amod"), ()), ((), ("of", "from"))):
        found = [c for c in analysis.children[noun] if _owns(analysis, c, relations, cases)]
        if found:
            return [named for c in found if (named := noun_of(analysis, c)) is not None]
    return []


def _owns(analysis: Analysis, child: int, relations: tuple[str, ...], cases: tuple[str, ...]) -> bool:
    """Tell whether a child of a noun names its owner in one of the ways."""
    relation = analysis.deprels[child]
    if relation in relations:
        return relation == "nmod:poss" or analysis.forms[child][:1].isupper()
    return relation.startswith("nmod") and branches.case_of(analysis, child) in cases


def _holders(analysis: Analysis, noun: int) -> list[int]:
    """Return the subject of the verb that has a noun as its object ("has a plan to leave")."""
    above = analysis.heads[noun]
    if above >= 0 and analysis.deprels[noun] in ("obj", "obl") and analysis.upos[above] == "VERB":
        return subjects(analysis, above)
    return []


def _handed(analysis: Analysis, verb: int) -> list[int]:
    """Return whom a verb asks, forces or allows to do what its infinitive says, () where it keeps its subject."""
    if branches.is_passive(analysis, verb) or analysis.lemmas[verb] in SUBJECT_CONTROL:
        return []
    for child in analysis.children[verb]:
        if analysis.deprels[child] in ("obj", "iobj"):
            named = noun_of(analysis, child)
            return [] if named is None else [named]
    if analysis.lemmas[verb] in ("call", "appeal", "urge", "plead", "rely", "wait", "press", "push"):
        return list(branches.phrases_with(analysis, verb, HANDED))
    return []


def _shared_object(analysis: Analysis, verb: int) -> list[int]:
    """Return the object that the last of two coordinated verbs has for both ("shot and killed two officers")."""
    for child in analysis.children[verb]:
        if analysis.deprels[child] == "conj" and analysis.upos[child] == "VERB" and child - verb <= 3:
            return [c for c in analysis.children[child] if analysis.deprels[c] == "obj"]
    return []


def _gap(analysis: Analysis, verb: int) -> list[int]:
    """Return the noun that is the object of its relative clause ("the accord they signed")."""
    if analysis.deprels[verb] != "acl:relcl" or analysis.heads[verb] < 0:
        return []
    own = [c for c in analysis.children[verb] if analysis.deprels[c].startswith("nsubj")]
    filled = any(analysis.deprels[c] in ("ccomp", "xcomp", "obj") for c in analysis.children[verb])
    relative = any(analysis.lowers[c] in ("who", "which", "that") for c in own)
    return [analysis.heads[verb]] if own and not relative and not filled else []
