"""Tense: whether a clause speaks of what was, is, or is still to come.

In: an analysis and a token. Out: "past", "present" or "future".
What it does not know: whether the deed happened; `status` weighs negation, attribution and more.

Future is meant widely: "will", modals without "have", and infinitives that do not follow a verb that entails them.
"""

from __future__ import annotations

from typing import Literal

from chancery.analysis import Analysis
from chancery.extract.clause_words import PERFECT, WILL, is_infinitive

Tense = Literal["past", "present", "future"]

_WILL = WILL | {"gonna"}
_PAST_FORMS = frozenset(("was", "were", "had", "did"))
IMPLICATIVE = frozenset(
    "manage fail begin start continue force use get help seem appear cause choose decline refuse try attempt "
    "cease happen prove tend rush stop remain compel oblige dare bother stay go come hasten struggle gather "
    "travel arrive return meet".split()
)
"""Verbs whose infinitive takes place, or is tried, in their own time ("was forced to leave on Monday").

Karttunen's implicative verbs (Language 47, 1971) with verbs of beginning, trying and going."""
EXPECTING = frozenset("due set schedule expect plan slate likely poise about bind certain ready prepare".split())
"""Predicates that, in the present tense, put their infinitive ahead of the report."""
_RANKS = frozenset("first second third last latest only".split())
_NOT = frozenset(("not", "n't", "n’t", "neither", "never"))
_REFUSED = frozenset(
    "comment confirm say discuss give elaborate disclose identify reveal specify answer name provide speculate".split()
)
_DEPTH = 40  # steps up or down a tree; longer chains are parser noise


def tense(analysis: Analysis, head: int) -> Tense:
    """Return the tense of the clause that a token heads.

    Args:
        analysis: the report.
        head: the main verb of a clause, or the noun or adjective of a clause with a copula.

    Returns:
        "future" for will, modals and open infinitives; "past" for past and perfect forms and for bare participles
        ("the truce signed in May"); "present" for the rest, headlines included. A bare -ing form takes the
        tense of the clause above it.
    """
    for _ in range(_DEPTH):
        own = _own_tense(analysis, head)
        if own is not None:
            return own
        above = _predicate_above(analysis, head)
        if above is None:
            break
        head = above
    return "present"


def governing_tense(analysis: Analysis, token: int) -> Tense:
    """Return the tense of the nearest clause that a token stands in, its own if it is a verb.

    Example: in "The court ruled on Tuesday that he must go", the tense for "Tuesday" is "past".
    """
    head = governor(analysis, token)
    return "present" if head is None else tense(analysis, head)


def governor(analysis: Analysis, token: int) -> int | None:
    """Return the nearest head of a clause at or above a token, or None where the sentence has none."""
    if is_predicate(analysis, token):
        return token
    return _predicate_above(analysis, token)


def is_predicate(analysis: Analysis, token: int) -> bool:
    """Tell whether a token heads a clause: a verb that is no mere modifier, or anything with a copula."""
    relation = analysis.deprels[token].partition(":")[0]
    if analysis.upos[token] == "VERB":
        return relation not in ("amod", "compound", "case", "aux")
    return any(analysis.deprels[child] == "cop" for child in analysis.children[token])


def auxiliaries(analysis: Analysis, head: int) -> list[int]:
    """Return auxiliaries and copulas of a clause in reading order."""
    return [c for c in analysis.children[head] if analysis.deprels[c].partition(":")[0] in ("aux", "cop")]


def _own_tense(analysis: Analysis, head: int) -> Tense | None:
    """Return what the verb and its auxiliaries say, or None where the clause above decides."""
    helpers = auxiliaries(analysis, head)
    words = [analysis.lowers[helper] for helper in helpers]
    if any(word in _WILL for word in words):
        return "future"
    has_perfect = any(analysis.lowers[c] in PERFECT and not _is_have_to(analysis, c) for c in helpers)
    if any(analysis.xpos[helper] == "MD" for helper in helpers):
        return "past" if has_perfect or _is_refused(analysis, head, words) else "future"
    if is_infinitive(analysis, head):
        return _infinitive_tense(analysis, head)
    if has_perfect or any(word in _PAST_FORMS for word in words):
        return "past"
    if words:
        return "future" if _is_expected(analysis, head) else "present"
    return _bare_tense(analysis, head)


def _is_expected(analysis: Analysis, head: int) -> bool:
    """Tell whether a present clause only announces another: "is due to meet", "are expected to vote"."""
    complements = (child for child in analysis.children[head] if analysis.deprels[child] in ("xcomp", "csubj"))
    return analysis.lemmas[head] in EXPECTING and any(is_infinitive(analysis, child) for child in complements)


def _is_refused(analysis: Analysis, head: int, words: list[str]) -> bool:
    """Tell whether "could not be reached", "would not comment" report what did not work, not what is ahead."""
    if not any(analysis.lowers[child] in _NOT for child in analysis.children[head]):
        return False
    return "could" in words or ("would" in words and analysis.lemmas[head] in _REFUSED)


def _is_have_to(analysis: Analysis, helper: int) -> bool:
    """Tell whether "have" is that of "would have to leave"."""
    return helper + 1 < len(analysis) and analysis.lowers[helper + 1] == "to"


def _bare_tense(analysis: Analysis, head: int) -> Tense | None:
    """Return the tense of a verb without auxiliaries."""
    tag = analysis.xpos[head]
    if tag in ("VBD", "VBN"):
        return "past"
    if tag == "VBG":
        return None
    return "present" if tag in ("VBZ", "VBP", "VB") or not tag.startswith("V") else "past"


def _infinitive_tense(analysis: Analysis, head: int) -> Tense | None:
    """Return the tense of "to" with a verb: that of an implicative verb above it, else future."""
    above = analysis.heads[head]
    relation = analysis.deprels[head].partition(":")[0]
    follows = (
        relation == "xcomp"
        and above >= 0
        and (
            analysis.lemmas[above] in IMPLICATIVE
            or any(analysis.lowers[helper] == "had" for helper in auxiliaries(analysis, above))
        )
    )
    if follows and not _is_going_to(analysis, above):
        return None
    if relation == "acl" and above >= 0 and _is_ranked(analysis, above):
        return None
    return None if relation == "advcl" else "future"


def _is_ranked(analysis: Analysis, noun: int) -> bool:
    """Tell whether a noun is "the first", "the only", "the latest": what those do is no plan."""
    return any(analysis.lowers[token] in _RANKS for token in (noun, *analysis.children[noun]))


def _is_going_to(analysis: Analysis, above: int) -> bool:
    """Tell whether a verb is the "going" of "is going to"."""
    return analysis.lowers[above] == "going"


def _predicate_above(analysis: Analysis, token: int) -> int | None:
    """Return the nearest head of a clause above a token."""
    for _ in range(_DEPTH):
        token = analysis.heads[token]
        if token < 0:
            return None
        if is_predicate(analysis, token):
            return token
    return None
