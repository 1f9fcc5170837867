"""Make an `Analysis` of any text without the model: tokens and paragraphs only, no tags and no trees."""

from __future__ import annotations

from chancery.analyse.tokens import tokenize
from chancery.analysis import Analysis, Tokens


def plain(text: str) -> Analysis:
    """Tokenise a text; every token has the tag "X" and no head, and the whole is one sentence."""
    spans = tokenize(text)
    forms = [text[start:end] for start, end in spans]
    lowers = [form.lower() for form in forms]
    size = len(spans)
    return Analysis(
        text=text,
        starts=[start for start, _ in spans],
        ends=[end for _, end in spans],
        forms=forms,
        lowers=lowers,
        lemmas=lowers,
        upos=["X"] * size,
        xpos=[""] * size,
        heads=[-1] * size,
        deprels=["dep"] * size,
        sentences=[(0, size)] if size else [],
        sentence_of=[0] * size,
        paragraphs=_paragraphs(text, spans),
    )


def _paragraphs(text: str, spans: list[tuple[int, int]]) -> list[Tokens]:
    """Return the token range of each line."""
    firsts = [i for i in range(len(spans)) if i == 0 or "\n" in text[spans[i - 1][1] : spans[i][0]]]
    return list(zip(firsts, [*firsts[1:], len(spans)], strict=True)) if spans else []
