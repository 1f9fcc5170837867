"""Status: whether a deed happened, is planned, is possible, is only alleged, or did not happen, by its syntax.

In: an analysis and the token that heads the deed. Out: a status and, in words, what decided it.
What it does not know: who says so; `resolve.status` weighs the attribution.

Words that change the status of what they govern are in `resources/status.toml`. The deed's own marks come
first (negation, modals, "if"), then what governs it, upwards, until something decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from chancery.analysis import Analysis
from chancery.extract import branches
from chancery.knowledge import read_table
from chancery.record import Status

Verdict = tuple[Status, str]

HAPPENED: Verdict = ("happened", "stated as a fact")
_STEPS = 8  # governors looked at; deeper nesting than this is parser noise
PLANNED_AUX = frozenset("will shall 'll wo".split())
POSSIBLE_AUX = frozenset("could might may can should must ought ca".split())
NEGATIONS = frozenset("not n't never neither nor hardly scarcely barely".split())
CONDITIONS = frozenset("if unless lest whether provided".split())
CLAUSES = frozenset("xcomp ccomp advcl acl csubj".split())


class Row(msgspec.Struct, frozen=True):
    """One row of `resources/status.toml`: words, and the constructions in which they rule what they govern."""

    name: str
    status: Status
    kind: str
    lemmas: tuple[str, ...]
    constructions: frozenset[str]


class _Table(msgspec.Struct):
    rows: list[Row]


@cache
def _rows() -> dict[tuple[str, str], tuple[Row, ...]]:
    """Index the rows by kind and the first word of each phrase."""
    index: dict[tuple[str, str], tuple[Row, ...]] = {}
    for row in msgspec.json.decode(read_table("status.json"), type=_Table).rows:
        for phrase in row.lemmas:
            key = (row.kind, phrase.split()[0])
            index[key] = (*index.get(key, ()), row)
    return index


def status_of(analysis: Analysis, head: int) -> Verdict:
    """Return how the report presents a deed.

    Args:
        analysis: the report.
        head: the verb of the deed, or its noun.

    Returns:
        The status and what decided it, in words.
    """
    node = head
    for _ in range(_STEPS):
        own = _own(analysis, node)
        if own is not None:
            return own
        above, how = _governor(analysis, node)
        if above is None:
            break
        ruled = _ruled(analysis, above, how, node)
        if ruled is not None:
            return _through(analysis, above, ruled)
        if not _shares(analysis, node, how):
            break
        node = above
    return HAPPENED


def _own(analysis: Analysis, node: int) -> Verdict | None:
    """Return what the marks on a verb or noun itself say, None where they say nothing."""
    negated = _negation(analysis, node)
    if negated is not None:
        return "not_happened", f"negated by “{negated}”"
    if analysis.upos[node] in ("VERB", "AUX", "ADJ"):
        return _of_clause(analysis, node)
    for child in analysis.children[node]:
        if analysis.deprels[child] in ("amod", "compound") and child < node:
            for row in _rows().get(("adjective", analysis.lowers[child]), ()):
                if "modifier" in row.constructions and row.status != "happened":
                    return row.status, f"described as “{analysis.forms[child]}”"
    return _copula(analysis, node)


def _copula(analysis: Analysis, node: int) -> Verdict | None:
    """Return what the auxiliaries of a nominal predicate say ("this would be an invasion")."""
    if analysis.child(node, "cop") is None:
        return None
    return _of_clause(analysis, node)


def _negation(analysis: Analysis, node: int) -> str | None:
    """Return the word that negates a deed, None where it stands."""
    for child in analysis.children[node]:
        relation, word = analysis.deprels[child], analysis.lowers[child]
        if relation == "advmod" and word in NEGATIONS:
            if not _only(analysis, child):
                return analysis.forms[child]
        elif relation in ("det", "cc:preconj") and word in ("no", "neither"):
            return analysis.forms[child]
        elif relation in ("case", "mark") and word == "without":
            return analysis.forms[child]
        elif relation in ("obj", "nsubj", "nsubj:pass") and analysis.upos[node] == "VERB":
            if word in ("none", "nobody", "nothing") or any(
                analysis.deprels[c] == "det" and analysis.lowers[c] in ("no", "neither") for c in analysis.children[child]
            ):
                return "no"
        elif relation == "advmod" and word == "longer" and analysis.lowers[child - 1] == "no":
            return "no longer"
    return None


def _only(analysis: Analysis, negation: int) -> bool:
    """Tell whether "not" is that of "not only", which denies nothing."""
    return negation + 1 < len(analysis) and analysis.lowers[negation + 1] in ("only", "just", "least")


def _of_clause(analysis: Analysis, verb: int) -> Verdict | None:
    """Return what auxiliaries, conjunctions and adverbs say of a clause."""
    would = None
    for child in analysis.children[verb]:
        relation, word = analysis.deprels[child], analysis.lowers[child]
        if relation in ("aux", "aux:pass") and word in PLANNED_AUX:
            return "planned", f"“{analysis.forms[child]}”"
        if relation == "aux" and word in POSSIBLE_AUX:
            return "possible", f"“{analysis.forms[child]}”"
        if relation == "aux" and word in ("would", "'d"):
            would = child
        if relation == "mark" and word in CONDITIONS:
            return "possible", f"“{analysis.forms[child]}”"
        if relation == "advmod":
            for row in _rows().get(("adverb", word), ()):
                if row.status in ("possible", "alleged"):
                    return row.status, f"“{analysis.forms[child]}”"
    if would is not None:
        return _would(analysis, verb)
    return _be_to(analysis, verb)


def _would(analysis: Analysis, verb: int) -> Verdict:
    """Read "would": the future seen from a past saying ("said it would leave"), else a mere possibility."""
    above = analysis.heads[verb]
    reported = above >= 0 and analysis.deprels[verb] == "ccomp" and analysis.xpos[above] in ("VBD", "VBN")
    condition = any(
        analysis.deprels[child].startswith("advcl") and any(analysis.lowers[c] == "if" for c in analysis.children[child])
        for child in analysis.children[verb]
    )
    return ("planned" if reported and not condition else "possible"), "“would”"


def _be_to(analysis: Analysis, verb: int) -> Verdict | None:
    """Read an infinitive that rules itself: "is to meet", and the headline's "Leaders to meet"."""
    marks = [c for c in analysis.children[verb] if analysis.deprels[c] in ("mark", "aux") and analysis.lowers[c] == "to"]
    if not marks or analysis.xpos[verb] not in ("VB", "VBP"):
        return None
    before = analysis.lemmas[marks[0] - 1] if marks[0] else ""
    if before == "be" or analysis.heads[verb] < 0 or branches.has_subject(analysis, verb):
        return "planned", "“to” with an infinitive"
    return None


def _governor(analysis: Analysis, node: int) -> tuple[int | None, str]:
    """Return what a deed hangs on and how: xcomp, ccomp, object, subject, acl, or the preposition between them."""
    above, relation = analysis.heads[node], analysis.deprels[node].partition(":")[0]
    if above < 0:
        return None, ""
    if relation in ("obl", "nmod"):
        return above, branches.case_of(analysis, node) or "object"
    if relation in ("advcl", "acl"):
        marks = [analysis.lowers[c] for c in analysis.children[node] if analysis.deprels[c] == "mark"]
        gerund = next((m for m in marks if m not in ("to", "that")), None)
        if analysis.deprels[node] == "acl:relcl":
            return above, "relcl"
        return above, gerund if gerund else relation
    if analysis.deprels[node] == "nsubj:pass" or relation in ("obj", "iobj"):
        return above, "object"
    return above, {"nsubj": "subject"}.get(relation, relation)


def _ruled(analysis: Analysis, above: int, how: str, node: int) -> Verdict | None:
    """Return the status that a governing word gives to what it governs, None where it gives none."""
    kind = {"VERB": "verb", "ADJ": "adjective"}.get(analysis.upos[above], "noun")
    for row in _rows().get((kind, analysis.lemmas[above]), ()):
        if how in row.constructions and _phrase_stands(analysis, above, row):
            return row.status, f"governed by “{analysis.forms[above]}”"
    if how == "xcomp" and analysis.lemmas[above] == "go" and analysis.xpos[above] == "VBG":
        return "planned", "“going to”"
    if how == "advcl" and _is_infinitive(analysis, node):
        return "possible", "an aim"
    return None


def _phrase_stands(analysis: Analysis, above: int, row: Row) -> bool:
    """Tell whether the words of a row stand at a governor: one word, or a verb and its particle."""
    lemma = analysis.lemmas[above]
    if lemma in row.lemmas:
        return True
    following = {analysis.lowers[c] for c in analysis.children[above]} | set(analysis.lowers[above + 1 : above + 3])
    return any(p.startswith(lemma + " ") and set(p.split()[1:]) <= following for p in row.lemmas)


def _through(analysis: Analysis, above: int, ruled: Verdict) -> Verdict:
    """Let a governor's own negation or modality act on what it says of the deed."""
    status, why = ruled
    own = _own(analysis, above)
    if own is not None and own[0] == "not_happened":
        flipped: Status = {"planned": "not_happened", "happened": "not_happened"}.get(status, status)  # type: ignore[assignment]
        return flipped, f"{why}, itself {own[1]}"
    if status == "happened":
        return status_of(analysis, above) if own is None else own
    return ruled


def _shares(analysis: Analysis, node: int, how: str) -> bool:
    """Tell whether a deed has the status of the clause that it hangs on."""
    if how in ("xcomp", "conj"):
        return how == "xcomp" or not branches.has_subject(analysis, node)
    return how == "subject" and analysis.upos[node] == "NOUN" and analysis.lemmas[analysis.heads[node]] in _OCCUR


_OCCUR = frozenset("take occur happen begin start resume continue end follow go open conclude fail collapse".split())
"""Verbs whose subject takes place where they do ("talks will begin")."""


def _is_infinitive(analysis: Analysis, node: int) -> bool:
    """Tell whether a verb is an infinitive with "to"."""
    return analysis.xpos[node] == "VB" and any(
        analysis.lowers[c] == "to" for c in analysis.children[node] if analysis.deprels[c] in ("mark", "aux")
    )


def rows() -> Iterator[Row]:
    """Yield every row once, for the contract tests."""
    yield from msgspec.json.decode(read_table("status.json"), type=_Table).rows
