"""Spans: from scores of begin / inside / outside to well-formed spans.

In: scores a word. Out: half-open word ranges with a label. An inside follows only a begin or an inside of
the same label (Viterbi over the tags that may follow each other).
What it does not know: what the labels mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from chancery.analysis import Tokens

Scores = NDArray[np.float32]
FORBIDDEN = np.float32(-1e4)


@cache
def _transitions(tags: tuple[str, ...]) -> Scores:
    """(tags, tags): 0 where the second may follow the first, else a prohibitive cost."""
    allowed = [
        [not after.startswith("I") or (before[1:] == after[1:] and before[0] in "BI") for after in tags]
        for before in tags
    ]
    return np.where(np.array(allowed), np.float32(0), FORBIDDEN)


def best_tags(scores: Scores, tags: Sequence[str]) -> list[int]:
    """Return the best allowed tag sequence.

    Args:
        scores: `(words, tags)`, any additive scale.
        tags: "O", "B", "I" or "B-Person", "I-Person", …

    Returns:
        A tag index for each word.
    """
    greedy: list[int] = scores.argmax(1).tolist()
    marks = [tags[index] for index in greedy]
    if all(
        not m.startswith("I") or (i and marks[i - 1][1:] == m[1:] and marks[i - 1] != "O") for i, m in enumerate(marks)
    ):
        return greedy
    step = _transitions(tuple(tags))
    total = scores[0] + np.array([FORBIDDEN if t.startswith("I") else 0 for t in tags], dtype=np.float32)
    back: list[NDArray[np.intp]] = []
    for row in scores[1:]:
        paths = total[:, None] + step
        back.append(paths.argmax(0))
        total = paths.max(0) + row
    best = [int(total.argmax())]
    for pointers in reversed(back):
        best.append(int(pointers[best[-1]]))
    return best[::-1]


def spans_of(scores: Scores, tags: Sequence[str]) -> list[tuple[Tokens, str]]:
    """Return labelled spans in reading order.

    Example:
        >>> scores = np.array([[0, 9, 0], [0, 0, 9], [9, 0, 0]], dtype=np.float32)
        >>> spans_of(scores, ["O", "B-Person", "I-Person"])
        [((0, 2), 'Person')]
    """
    found: list[tuple[Tokens, str]] = []
    first: int | None = None
    marks = [tags[index] for index in best_tags(scores, tags)] if len(scores) else []
    for index, mark in enumerate([*marks, "O"]):
        if first is not None and not mark.startswith("I"):
            found.append(((first, index), marks[first][2:]))
            first = None
        if mark.startswith("B"):
            first = index
    return found


def shares(scores: Scores) -> Scores:
    """Return the softmax over the last axis."""
    raised: Scores = np.exp(scores - scores.max(-1, keepdims=True))
    total: Scores = raised.sum(-1, keepdims=True)
    return raised / total
