"""Nesting: statements inside statements, and those that only look so.

In: `Draft`s in reading order. Out: drafts whose contents end where the next one of the same speaker starts, without
echoes, and for each the statement that holds it.
What it does not know: the words of cues.
"""

from __future__ import annotations

from chancery.analysis import Analysis
from chancery.extract.drafts import Draft
from chancery.extract.edges import trimmed
from chancery.extract.quotes import Scene

NEAR = 24
_ASIDE = frozenset(["as", "though", "although", "while", "whereas"])


def settle(scene: Scene, found: list[Draft]) -> list[Draft]:
    """Cut contents that run into the next statement of the same speaker, and drop echoes.

    "He said A but denied B" is two statements side by side: a statement whose speaker stands outside the
    content is not inside it. "A, as she calls it" ends before the aside.

    Args:
        scene: the report.
        found: drafts in reading order; contents may be cut in place.

    Returns:
        The drafts that stay, in order.
    """
    for index, inner in enumerate(found):
        for outer in _near(found, index):
            if inner is not outer and inner.cue is not None and outer.cue is not None and inner.source is not None:
                _cut(scene, outer, inner)
    return [
        draft
        for index, draft in enumerate(found)
        if not any(_echoes(scene.analysis, draft, other) for other in _near(found, index))
    ]


def _near(found: list[Draft], index: int) -> list[Draft]:
    """Return the drafts around one in reading order; no statement of the gold reports holds more than four."""
    return found[max(0, index - NEAR) : index + NEAR + 1]


def _cut(scene: Scene, outer: Draft, inner: Draft) -> None:
    """End a draft's content where another one's cue shows that it is over."""
    cue, source = inner.cue, inner.source
    if cue is None or source is None or outer.cue is None or scene.quoted[cue[0]]:
        return
    first, last = outer.contents[-1]
    if len(outer.contents) > 1 and outer.contents[0][1] <= outer.cue[0] < first <= source.tokens[0] <= first + 3 < last:
        outer.contents = outer.contents[:-1]
        return
    if not (outer.cue[0] < first < cue[0] < last):
        return
    end = None
    subject = None if inner.head is None else scene.analysis.child(inner.head, "nsubj")
    if subject is not None and first <= subject < cue[0] and subject != source.head:
        return  # the tree gives the inner cue a subject of its own
    if not any(low <= source.head < high for low, high in outer.contents):
        end = _before(scene.analysis, cue[0], first)
    elif source.tokens[0] - 2 > first and scene.analysis.lowers[source.tokens[0] - 1] in _ASIDE:
        comma = source.tokens[0] - 2
        end = comma if scene.analysis.forms[comma] == "," else None
    if end is not None and end - first > 1:
        kept = trimmed(scene.analysis, [*outer.contents[:-1], (first, end)])
        outer.contents = kept or outer.contents


def _before(analysis: Analysis, token: int, floor: int) -> int:
    """Return where the words before a cue end: its auxiliaries, adverbs, conjunction and comma left out."""
    while token - 1 > floor and analysis.upos[token - 1] in ("AUX", "ADV", "CCONJ", "PUNCT", "PART"):
        token -= 1
    return token


def _echoes(analysis: Analysis, draft: Draft, outer: Draft) -> bool:
    """Tell whether "he believes" stands in "he said he believes Y": one statement, not two."""
    if outer is draft or draft.act != "believe" or draft.source is None or draft.head is None or outer.head is None:
        return False
    first = outer.contents[0][0]
    near = first <= draft.source.head and draft.head - first <= 3
    return near and analysis.upos[draft.source.head] == "PRON" and analysis.heads[draft.head] == outer.head


def holders(found: list[Draft]) -> list[int | None]:
    """Return for each draft the index of the smallest statement in whose content its cue stands.

    Args:
        found: drafts; without a cue all the content counts.
    """
    return [_holder(found, index) for index in range(len(found))]


def _holder(found: list[Draft], index: int) -> int | None:
    """Return the smallest statement that holds one."""
    draft = found[index]
    first, last = draft.cue or (draft.contents[0][0], draft.contents[-1][1])
    best: tuple[int, int] | None = None
    for other in range(max(0, index - NEAR), min(len(found), index + NEAR + 1)):
        outer = found[other]
        if other == index or not any(low <= first and last <= high for low, high in outer.contents):
            continue
        size = sum(high - low for low, high in outer.contents)
        if best is None or (size, other) < best:
            best = (size, other)
    return None if best is None else best[1]
