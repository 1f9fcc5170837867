"""Go-betweens: what somebody is quoted as saying, and what is so according to somebody.

In: a `Scene` and a token. Out: a `Draft` with source and go-between, or None.
What it does not know: other cues.
"""

from __future__ import annotations

from chancery.analysis import Analysis
from chancery.extract.contents import clause
from chancery.extract.drafts import Draft
from chancery.extract.edges import has_main_clause, is_mark, opening, trimmed
from chancery.extract.quotes import Scene
from chancery.extract.sources import agent, is_passive, source_of, subject
from chancery.extract.tags import goes_on

NOMINAL = frozenset(["PROPN", "NOUN", "PRON", "NUM"])


def read_as_saying(scene: Scene, token: int) -> Draft | None:
    """Read "X was quoted by V as saying Y" and "V quoted X as saying Y"."""
    analysis = scene.analysis
    if analysis.xpos[token] != "VBG" or token == 0 or analysis.lowers[token - 1] != "as":
        return None
    above = analysis.heads[token]
    if above < 0 or analysis.lemmas[above] not in ("quote", "cite", "report"):
        return None
    cue = (token - 1, token + 1)
    if is_passive(analysis, above):
        speaker, via = analysis.child(above, "nsubj"), agent(analysis, above)
        if speaker is None and analysis.deprels[above] == "acl":
            speaker = analysis.heads[above]
    else:
        speaker, via = analysis.child(above, "obj"), subject(analysis, above)
    if speaker is not None and analysis.lowers[speaker] == "what":  # "quoted what it called “a source” as saying"
        called = analysis.child(speaker, "acl")
        speaker = speaker if called is None else analysis.child(called, "obj", "xcomp") or speaker
    source = None if speaker is None else source_of(analysis, speaker, cue)
    contents = clause(scene, token, cue)
    if not contents:
        return None
    return Draft(token, cue, source, contents, "say", 0.9, via=via, takes="as saying", why=("quoted as saying",))


def read_according(scene: Scene, token: int) -> Draft | None:
    """Read "according to X, Y" and "Y, according to X"."""
    analysis = scene.analysis
    start, end = analysis.sentence(token)
    if analysis.lowers[token] != "according" or token + 2 >= end or analysis.lowers[token + 1] != "to":
        return None
    cue = (token, token + 2)
    speaker = _nominal_behind(analysis, token, end)
    if speaker is None:
        return None
    source = source_of(analysis, speaker, cue)
    last = max(analysis.extent(speaker)[1], source.tokens[1])
    if token <= opening(analysis, start) + 1:
        ranges = [(source.tokens[1], end)]
    elif not any(is_mark(analysis, behind) for behind in range(last, end - 1)):
        ranges = [(opening(analysis, start), token)]
    else:
        ranges = [(opening(analysis, start), token)]
        if not has_main_clause(analysis, ranges[0]) or goes_on(scene, (last, end), (token, last)):
            ranges.append((last, end))
    contents = trimmed(analysis, ranges)
    return Draft(token, cue, source, contents, "say", 0.9, sure=True, why=("according to",)) if contents else None


def _nominal_behind(analysis: Analysis, token: int, end: int) -> int | None:
    """Return the head of the noun phrase behind "according to"."""
    head = analysis.heads[token]
    if token < head < end and analysis.upos[head] in NOMINAL:
        return head
    for node in range(token + 2, end):
        if analysis.upos[node] in NOMINAL:
            while node < analysis.heads[node] < end and analysis.upos[analysis.heads[node]] in NOMINAL:
                node = analysis.heads[node]
            return node
    return None
