"""Continuations: quotations without a cue, which go on with what a speaker has begun.

In: a `Scene` and the drafts that have cues. Out: those drafts, widened backwards where a quotation leads up
to its cue, and new drafts without cue.
What it does not know: grammar. It goes by paragraphs and quotation marks alone.
"""

from __future__ import annotations

from bisect import bisect_left

from chancery.analysis import Analysis
from chancery.extract.drafts import Draft
from chancery.extract.edges import trimmed
from chancery.extract.quotes import Quote, Scene

_WHOLE = 0.8
"""Share of a sentence's words that are quoted where the quotation is the sentence, not a word in it."""
SCORE = 0.6
"""Confidence in a speaker whom only the order of paragraphs tells."""
WHY = ("quotation that goes on with the speaker before it",)
NEAR = 24  # drafts before and behind a quotation that can be its own; three paragraphs hold fewer
_REACH = 3
"""Paragraphs between a speaker's last words and a quotation that still goes on with them: captions stand between."""


def add(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Attribute the quotations that no draft holds.

    Args:
        scene: the report with its quotations.
        drafts: what the cues gave; their contents may be widened in place.

    Returns:
        All drafts, in the order of their first words.
    """
    found = sorted(drafts, key=first_token)
    held = bytearray(len(scene.analysis))
    for draft in found:
        for first, last in draft.contents:
            held[first:last] = b"\x01" * (last - first)
    keys = [first_token(draft) for draft in found]
    alone = [
        quote for quote in reversed(_whole_quotes(scene, held)) if not _lead(scene, quote, _near(found, keys, quote))
    ]
    added: list[Draft] = []
    reached: dict[int, int] = {}
    for quote in reversed(alone):
        before = _last_speaker(_near(found, keys, quote), quote.tokens[0])
        if before is not None and _goes_on(scene, quote, before, reached):
            contents = trimmed(scene.analysis, [quote.tokens])
            added.append(Draft(None, None, before.source, contents, "say", SCORE, via=before.via, why=WHY))
    return sorted([*found, *added], key=first_token)


def _near(found: list[Draft], keys: list[tuple[int, int]], quote: Quote) -> list[Draft]:
    """Return the drafts around a quotation, in reading order."""
    at = bisect_left(keys, (quote.tokens[0], -1))
    return found[max(0, at - NEAR) : at + NEAR]


def first_token(draft: Draft) -> tuple[int, int]:
    """Return the first token of a draft and its cue, by which drafts are ordered."""
    cue = draft.cue[0] if draft.cue else -1
    return min([first for first, _ in draft.contents] + ([cue] if cue >= 0 else [])), cue


def _whole_quotes(scene: Scene, held: bytearray) -> list[Quote]:
    """Return the quotations that fill their sentences and that no draft holds."""
    found = []
    for quote in scene.quotes:
        first, last = quote.tokens
        if sum(held[first:last]) * 2 >= last - first:
            continue
        start, end = scene.analysis.sentence(first)[0], scene.analysis.sentence(last - 1)[1]
        words = [token for token in range(start, end) if scene.analysis.upos[token] != "PUNCT"]
        inside = sum(first <= token < last for token in words)
        if words and inside >= _WHOLE * len(words) and inside > 2:
            found.append(quote)
    return found


def _lead(scene: Scene, quote: Quote, drafts: list[Draft]) -> bool:
    """Give a quotation to the cue that it leads up to; tell whether there is one."""
    paragraph = _paragraph_of(scene.analysis, quote.tokens[0])
    after = _leads_to(scene, quote, drafts, paragraph)
    if after is None:
        return False
    if quote.closed and _just_quoted(scene, _last_speaker(drafts, quote.tokens[0]), paragraph):
        return False
    after.contents = trimmed(scene.analysis, [(quote.tokens[0], after.contents[0][1]), *after.contents[1:]])
    after.why = (*after.why, "quotation before it")
    return True


def _goes_on(scene: Scene, quote: Quote, before: Draft, reached: dict[int, int]) -> bool:
    """Tell whether a quotation is near enough to its speaker's last words, and note how far they reach now."""
    paragraph = _paragraph_of(scene.analysis, quote.tokens[0])
    last = max(_paragraph_of(scene.analysis, before.contents[-1][1] - 1), reached.get(id(before), 0))
    if paragraph - last > _REACH:
        return False
    reached[id(before)] = paragraph
    return True


def _last_speaker(drafts: list[Draft], token: int) -> Draft | None:
    """Return the last draft with a source before a token, those inside another's words left out."""
    earlier = [
        draft
        for draft in drafts
        if first_token(draft)[0] < token and draft.source is not None and draft.head is not None
    ]
    latest: Draft | None = None
    for draft in earlier:
        if latest is None or not _inside(draft, latest):
            latest = draft if latest is None or first_token(draft) >= first_token(latest) else latest
    return latest


def _inside(draft: Draft, outer: Draft) -> bool:
    """Tell whether a draft's cue stands in another's content."""
    head = draft.head
    return head is not None and any(first <= head < last for first, last in outer.contents)


def _leads_to(scene: Scene, quote: Quote, drafts: list[Draft], paragraph: int) -> Draft | None:
    """Return the draft of the next sentence or paragraph, where a quotation opens it and its cue follows."""
    analysis = scene.analysis
    following = quote.tokens[1]
    if following >= len(analysis):
        return None
    for draft in sorted(drafts, key=_size, reverse=True):
        first = draft.contents[0][0]
        if draft.cue is None or first < following or draft.cue[0] < first:
            continue
        near = _paragraph_of(analysis, first) - paragraph <= 1 and analysis.sentence(first)[0] - following <= 1
        if near and scene.quoted[first] and first - analysis.sentence(first)[0] <= 1:
            return draft
    return None


def _size(draft: Draft) -> int:
    """Count a draft's tokens from end to end: the longest is the outermost."""
    return draft.contents[-1][1] - draft.contents[0][0]


def _just_quoted(scene: Scene, before: Draft | None, paragraph: int) -> bool:
    """Tell whether the paragraph before holds a quotation whose cue has been given."""
    if before is None:
        return False
    first, last = before.contents[0][0], before.contents[-1][1]
    return bool(scene.quoted[first]) and paragraph - _paragraph_of(scene.analysis, last - 1) <= 1


def _paragraph_of(analysis: Analysis, token: int) -> int:
    """Return the index of the paragraph that holds a token."""
    low, high = 0, len(analysis.paragraphs) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if analysis.paragraphs[middle][0] <= token else (low, middle - 1)
    return low
