"""Headlines: "Minister: Talks Have Failed" and "Talks have failed: minister".

In: a `Scene`. Out: at most one `Draft`, of the first paragraph.
What it does not know: headlines with a verb of saying; those are read as any sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from chancery.analysis import Analysis, Tokens
from chancery.extract.drafts import Draft
from chancery.extract.edges import trimmed
from chancery.extract.quotes import Scene
from chancery.extract.sources import Source

HEADLINE_LABELS = frozenset(
    "explainer analysis opinion breaking watch live video photos exclusive factbox update timeline interview editorial "
    "profile fact check gallery".split()
)
"""Words before the colon of a headline that name a kind of article, not a speaker."""


def find(scene: Scene) -> Iterator[Draft]:
    """Read "Minister: Talks Have Failed" and "Talks have failed: minister" in the first paragraph."""
    analysis = scene.analysis
    if len(analysis.paragraphs) < 2:
        return
    start, end = analysis.paragraphs[0]
    colon = next((token for token in range(start, end) if analysis.forms[token] == ":"), -1)
    if colon <= start or analysis.forms[end - 1] == ".":
        return
    for speaker, content in (((start, colon), (colon + 1, end)), ((colon + 1, end), (start, colon))):
        if _may_speak(analysis, speaker) and content[1] - content[0] >= 3:
            head = next((t for t in range(*speaker) if not speaker[0] <= analysis.heads[t] < speaker[1]), speaker[0])
            source = Source(head, speaker, head)
            yield Draft(None, None, source, trimmed(analysis, [content]), "say", 0.6, why=("headline with a colon",))
            return


def _may_speak(analysis: Analysis, tokens: Tokens) -> bool:
    """Tell whether one side of a headline's colon is a short name or noun."""
    first, last = tokens
    words = [analysis.lowers[token] for token in range(first, last)]
    if not 0 < last - first <= 5 or any(word in HEADLINE_LABELS for word in words):
        return False
    return all(
        analysis.upos[token] in ("PROPN", "NOUN", "ADJ", "PUNCT", "CCONJ", "ADP", "DET", "PART")
        for token in range(first, last)
    )
