"""Statements: who said what to whom, through whom, with which act.

In: an `Analysis`, its model's attributions among it. Out: `StatementMention`s in reading order.
What it does not know: names; a source is a token range and its head.

Rules (`readers`, `continuations`) and the model look at the same cue; `evidence` makes one decision of what both
say and keeps either's reasons in `why`.
"""

from __future__ import annotations

from collections.abc import Sequence

from chancery.analysis import Analysis, Tokens
from chancery.extract import acts, continuations, evidence, nesting, readers
from chancery.extract.drafts import Draft
from chancery.extract.quotes import Scene, scene_of
from chancery.extract.sources import is_medium
from chancery.mentions import StatementMention
from chancery.record import StatementForm


def find(analysis: Analysis) -> list[StatementMention]:
    """Find every attribution of a report.

    Args:
        analysis: the report; `attributions` may be empty, then the rules stand alone.

    Returns:
        Statements in the order of their first words; `within` is an index into this list.

    Example:
        ``“No,” the minister told reporters.`` gives one statement: source "the minister", cue "told",
        content ``“No``, form direct, act say, addressee "reporters".
    """
    scene = scene_of(analysis)
    found = evidence.join(scene, readers.find(scene))
    found = nesting.settle(scene, continuations.add(scene, found))
    holders = nesting.holders(found)
    return [_mention(scene, found, index, holders[index]) for index in range(len(found))]


def speakers(analysis: Analysis, mentions: Sequence[StatementMention]) -> list[tuple[Tokens, int]]:
    """Return who says "I" and "we" where.

    Args:
        analysis: the report.
        mentions: what `find` returned for it.

    Returns:
        Quoted token ranges with the head token of their speaker, the innermost first where they overlap.
    """
    quoted = scene_of(analysis).quoted
    found = []
    for mention in mentions:
        if mention.source_head is None:
            continue
        for first, last in mention.contents:
            if any(quoted[token] for token in range(first, last)):
                found.append(((first, last), mention.source_head))
    return sorted(found, key=lambda entry: (entry[0][1] - entry[0][0], entry[0]))


def _mention(scene: Scene, found: list[Draft], index: int, within: int | None) -> StatementMention:
    """Finish one statement."""
    draft = found[index]
    via = draft.via
    if via is None and within is not None:
        outer = found[within].source
        if outer is not None and is_medium(scene.analysis, outer.head):
            via = outer.owner
    return StatementMention(
        cue=draft.cue,
        source=None if draft.source is None else draft.source.tokens,
        source_head=None if draft.source is None else draft.source.owner,
        contents=draft.contents,
        form=_form(scene, draft.contents),
        act=acts.act_of(scene, draft),
        via=via,
        addressee=draft.addressee,
        confidence=round(draft.score, 4),
        why=draft.why,
        within=within,
    )


def _form(scene: Scene, contents: tuple[Tokens, ...]) -> StatementForm:
    """Tell whether content is all, partly or not at all in quotation marks, "that" aside."""
    words = [
        token
        for first, last in contents
        for token in range(first, last)
        if scene.analysis.upos[token] != "PUNCT" and not (token == first and scene.analysis.lowers[token] == "that")
    ]
    quoted = sum(scene.quoted[token] for token in words)
    if quoted == len(words):
        return "direct"
    return "mixed" if quoted else "indirect"
