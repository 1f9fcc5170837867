"""Tags: source and cue set inside or behind what is said, between commas.

In: a `Scene`, a cue and the words of source and cue. Out: the words around them.
What it does not know: sources. Commas show a tag ("The next step, she said, is peace.") more surely than trees.
"""

from __future__ import annotations

from chancery.analysis import Analysis, Tokens
from chancery.extract.edges import has_main_clause, has_verb, is_mark, opening
from chancery.extract.quotes import Scene

_ADJUNCT = 8  # tokens of "said on Tuesday", "told reporters in Oslo late on Friday"


def around(scene: Scene, verb: int, floor: Tokens) -> list[Tokens]:
    """Return what stands around a tag.

    Args:
        scene: the report.
        verb: the cue's head token.
        floor: the words of source and cue.

    Returns:
        The range before the tag, and the one behind it where it goes on; nothing where there is no tag.
    """
    analysis = scene.analysis
    start, end = analysis.sentence(verb)
    first = opening(analysis, start)
    left = (first, floor[0])
    if floor[0] - first < 2 or not is_mark(analysis, floor[0] - 1) or analysis.xpos[verb] == "VBG":
        return []
    right = (_end_of_tag(scene, verb, floor, end), end)
    if right[0] < 0:
        return []
    quoted = bool(scene.quoted[floor[0] - 1])
    main = quoted or has_main_clause(analysis, left)
    if not main and (right[0] >= end or not has_verb(analysis, right) or analysis.xpos[first] == "VBG"):
        return []
    if not quoted and any(scene.quoted[token] for token in range(right[0], min(right[0] + 2, end))):
        return [right]  # "After the vote, she said, “we will see”": the frame is the reporter's
    return [left, right] if right[0] < end and (not main or goes_on(scene, right, floor)) else [left]


def _end_of_tag(scene: Scene, verb: int, floor: Tokens, end: int) -> int:
    """Return the token behind a tag and its adjuncts, -1 where words of the content follow the cue directly."""
    analysis = scene.analysis
    token = floor[1]
    while token < end and not is_mark(analysis, token):
        if analysis.upos[token] in ("VERB", "AUX", "SCONJ") or scene.quoted[token] or token - floor[1] > _ADJUNCT:
            return -1
        token += 1
    if token > floor[1]:
        taken = analysis.child(verb, "obj", "ccomp", "xcomp")
        if taken is not None and taken >= floor[1] and analysis.child(taken, "case") is None:
            return -1
        if analysis.upos[floor[1]] not in ("ADP", "ADV", "PROPN", "NOUN"):
            return -1
    return token


def goes_on(scene: Scene, tokens: Tokens, floor: Tokens) -> bool:
    """Tell whether words behind "…, he said, …" go on with the content rather than describe the speaker.

    Args:
        scene: the report.
        tokens: the words behind the tag, to the end of the sentence.
        floor: the words of source and cue.
    """
    analysis = scene.analysis
    first, last = tokens
    if first >= last:
        return False
    while first < last and analysis.upos[first] == "PUNCT" and not scene.quoted[first]:
        first += 1
    if first >= last or first < floor[1]:
        return False
    if scene.quoted[first]:
        return True
    if analysis.upos[first] != "CCONJ":
        return False
    return bool(scene.quoted[first + 1]) or (
        not scene.quoted[floor[0] - 1] and _has_own_clause(analysis, (first, last))
    )


def _has_own_clause(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether the first verb of a range has its subject inside the range ("but both may act")."""
    for token in range(*tokens):
        if analysis.upos[token] in ("VERB", "AUX"):
            head = token if analysis.upos[token] == "VERB" else analysis.heads[token]
            subject = analysis.child(head, "nsubj", "expl") if head >= 0 else None
            before = any(analysis.upos[word] in ("NOUN", "PROPN", "PRON") for word in range(tokens[0], token))
            return before or (subject is not None and subject >= tokens[0])
    return False
