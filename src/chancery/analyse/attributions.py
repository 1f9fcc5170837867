"""Attributions: from a cue's link scores to its source and its content.

In: cues and, for each, scores of every word of the window. Out: `Attribution` values in report tokens.
What it does not know: verbs. A cue without content is no attribution.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from chancery.analyse.spans import shares, spans_of
from chancery.analysis import Attribution, Tokens

Floats = NDArray[np.float32]
TAGS = ("O", "B", "I")
BEGIN_COST = np.float32(2.0)  # asked of a content's further beginning; tuned on PolNeAR dev, 0.6 F1 over no cost
GAP = 10  # words of a hole in a content that is no hole, unless cue or source stand in it; PolNeAR dev, 0.2 F1


def attributions_of(cues: list[Tokens], cue_scores: Floats, links: Floats, start: int) -> list[Attribution]:
    """Return the attributions of one window.

    Args:
        cues: word ranges of the cues in the window.
        cue_scores: `(words, 3)`, outside, begin, inside.
        links: `(cues, words, 6)`, source then content.
        start: index of the window's first token in the report.

    Returns:
        One attribution for each cue that has content, in order; a source is the likeliest of its spans.
    """
    certainty = shares(cue_scores)
    found = []
    for cue, scores in zip(cues, links, strict=False):
        source = _source(scores[:, :3])
        contents = _contents(scores[:, 3:], [cue] if source is None else [cue, source])
        if not contents:
            continue
        score = float(1 - certainty[cue[0] : cue[1], 0].max())
        found.append(
            Attribution(
                (cue[0] + start, cue[1] + start),
                None if source is None else (source[0] + start, source[1] + start),
                tuple((a + start, b + start) for a, b in contents),
                round(score, 4),
            )
        )
    return found


def _source(scores: Floats) -> Tokens | None:
    """Return the span whose words are the surest, or None."""
    spans = [span for span, _ in spans_of(scores, TAGS)]
    if not spans:
        return None
    outside = shares(scores)[:, 0]
    return min(spans, key=lambda span: (float(outside[span[0] : span[1]].mean()), span))


def _contents(scores: Floats, apart: list[Tokens]) -> list[Tokens]:
    """Return the ranges of a content; words between two of them belong to it unless cue or source stand there."""
    costly = scores - np.array([0, BEGIN_COST, 0], dtype=np.float32)
    found: list[Tokens] = []
    for span, _ in spans_of(costly, TAGS):
        low = found[-1][1] if found else None
        hole = low is not None and span[0] - low <= GAP
        if hole and not any(first < span[0] and low < last for first, last in apart):  # type: ignore[operator]
            found[-1] = (found[-1][0], span[1])
        else:
            found.append(span)
    return found
