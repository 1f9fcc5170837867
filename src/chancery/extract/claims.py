"""Claims: attributions whose cue is a noun ("the rebels' claim that …", "calls by bishops for …").

In: a `Scene` and a token. Out: a `Draft`, or None where the noun attributes nothing.
What it does not know: verbs, but for those that make a claim ("renewed his call for …").
"""

from __future__ import annotations

from chancery.analysis import Analysis, Tokens
from chancery.extract import cues
from chancery.extract.contents import slots
from chancery.extract.drafts import Draft
from chancery.extract.edges import trimmed
from chancery.extract.quotes import Scene
from chancery.extract.sources import case_of, source_of, subject

ISSUING = frozenset(
    "make issue give express voice renew repeat reiterate raise deliver have release voice utter".split()
)
"""Verbs that have the speaker as their subject and the words as their object."""


def read_noun(scene: Scene, token: int) -> Draft | None:
    """Read "the rebels' claim that Y", "claims by X of Y", "his call for Y"."""
    analysis = scene.analysis
    if analysis.upos[token] != "NOUN":
        return None
    cue, rows = cues.look_up(analysis, token)
    if not rows:
        return None
    speaker = _possessor(analysis, token)
    source = None if speaker is None else source_of(analysis, speaker, cue)
    for row in rows:
        contents = _complement(scene, token) if row.takes == "clause" else slots(scene, token, row.takes)
        if contents and (source is not None or row.takes == "clause"):
            return Draft(
                token,
                cue,
                source,
                contents,
                row.act,
                0.6 if source else 0.5,
                takes="noun",
                why=(f"noun {row.cue}: {row.takes}",),
            )
    return None


def _possessor(analysis: Analysis, noun: int) -> int | None:
    """Return whose claim or call it is: a possessive, a by-phrase, or the subject that makes it."""
    for child in analysis.children[noun]:
        if analysis.deprels[child] == "nmod:poss":
            return child
        if analysis.deprels[child].startswith("nmod") and case_of(analysis, child) == "by":
            return child
    for child in analysis.children[noun]:
        if analysis.deprels[child] in ("compound", "amod") and analysis.upos[child] == "PROPN":
            return child
    above = analysis.heads[noun]
    if above >= 0 and analysis.deprels[noun] == "obj" and analysis.lemmas[above] in ISSUING:
        return subject(analysis, above)
    return None


def _complement(scene: Scene, noun: int) -> tuple[Tokens, ...]:
    """Return the that-clause of a noun."""
    analysis = scene.analysis
    for child in analysis.children[noun]:
        relation = analysis.deprels[child]
        if child > noun and relation in ("acl", "ccomp", "acl:relcl") and case_of(analysis, child) == "that":
            has_subject = analysis.child(child, "nsubj", "csubj", "expl") is not None
            if has_subject and not _is_relative(analysis, child):
                return trimmed(analysis, [analysis.extent(child)])
    return ()


def _is_relative(analysis: Analysis, verb: int) -> bool:
    """Tell whether the "that" of a clause is its subject or object: then it is a relative clause."""
    return any(
        analysis.lowers[child] == "that" and analysis.deprels[child] not in ("mark", "det")
        for child in analysis.children[verb]
    )
