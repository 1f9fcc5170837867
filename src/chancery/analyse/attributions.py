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
        contents = [span for span, _ in spans_of(scores[:, 3:], TAGS)]
        if not contents:
            continue
        source = _source(scores[:, :3])
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
