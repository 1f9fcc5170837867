"""Analyse one report: text to an `Analysis`, window by window.

In: the text. Out: arrays over its tokens.
What it does not know: what a name, a tree or an attribution is used for.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from chancery.analyse.attributions import TAGS, attributions_of
from chancery.analyse.lemmas import lemma
from chancery.analyse.model import Floats, Model, load
from chancery.analyse.pieces import casing_of, pieces_of
from chancery.analyse.sentences import paragraphs, sentences
from chancery.analyse.spans import shares, spans_of
from chancery.analyse.tokens import tokenize
from chancery.analyse.trees import heads_of
from chancery.analyse.triggers import likely, triggers_of
from chancery.analyse.windows import pack
from chancery.analysis import Analysis, Attribution, Entity, Tokens, Trigger
from chancery.settings import Settings

MOST_PIECES = 500  # the encoder has 512 positions


@dataclass(slots=True)
class Columns:
    """What the windows add up to; one entry a token, but for the lists of findings."""

    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    triggers: list[Trigger] = field(default_factory=list)


def analyse(text: str, *, window: int = Settings().window) -> Analysis:
    """Analyse a text.

    Args:
        text: any text; it is not changed.
        window: word pieces of one model call at most.

    Returns:
        The analysis; its arrays are empty for a text without tokens.

    Raises:
        ModelError: the model's files are missing or damaged.
    """
    model = load()
    spans = tokenize(text)
    forms = [text[a:b] for a, b in spans]
    blocks = paragraphs(text, spans)
    ranges = sentences(forms, spans, blocks)
    ends = {last for _, last in blocks}
    columns = read_words(model, forms, ranges, [last in ends for _, last in ranges], window)
    return Analysis(
        text=text,
        starts=[a for a, _ in spans],
        ends=[b for _, b in spans],
        forms=forms,
        lowers=[form.lower().replace("’", "'") for form in forms],
        lemmas=[lemma(form, tag, model.knows) for form, tag in zip(forms, columns.xpos, strict=True)],
        upos=columns.upos,
        xpos=columns.xpos,
        heads=columns.heads,
        deprels=columns.deprels,
        sentences=ranges,
        sentence_of=[number for number, (a, b) in enumerate(ranges) for _ in range(a, b)],
        paragraphs=blocks,
        entities=columns.entities,
        attributions=columns.attributions,
        triggers=columns.triggers,
    )


def read_words(model: Model, forms: list[str], ranges: list[Tokens], closes: list[bool], window: int) -> Columns:
    """Run the model over words that are already split.

    Args:
        model: from `load`.
        forms: the words.
        ranges: word ranges of the sentences.
        closes: whether each sentence is the last of its paragraph.
        window: word pieces of one model call at most.
    """
    pieces = pieces_of(model.tokenizer, forms) if forms else []
    sizes = [_size(pieces, first, last) for first, last in ranges]
    columns = Columns()
    for first, last in pack(sizes, closes, window):
        _read_window(model, forms, pieces, ranges[first:last], columns)
    return columns


def _size(pieces: list[list[int]], first: int, last: int) -> int:
    """Count a sentence's word pieces; beyond the encoder's reach its words are cut to one piece each."""
    size = sum(map(len, pieces[first:last]))
    if size > MOST_PIECES:
        pieces[first:last] = [word[:1] for word in pieces[first:last]]
        size = last - first
    return size


def _read_window(
    model: Model, forms: list[str], pieces: list[list[int]], ranges: list[Tokens], columns: Columns
) -> None:
    """Run the model over some sentences and append what it sees."""
    start, stop = ranges[0][0], ranges[-1][1]
    seen = model.see(*_feed(forms[start:stop], pieces[start:stop]))
    heads: list[int] = []  # in the window, -1 for roots
    for a, b in ranges:
        low, high = a - start, b - start
        block = seen.arcs[low:high][:, [0, *range(low + 1, high + 1)]]
        heads += [head if head < 0 else head + low for head in heads_of(block)]
    cues = [tokens for tokens, _ in spans_of(seen.cues, TAGS)]
    sentence = [number for number, (a, b) in enumerate(ranges) for _ in range(a, b)]
    governors = [word if head < 0 else head for word, head in enumerate(heads)]
    deeds = likely(seen.events)
    linked = model.link(
        seen.states, heads=governors, cues=[cue[0] for cue in cues] or [0], triggers=deeds or [0], sentence=sentence
    )
    names = model.card.labels
    columns.upos += [names["upos"][n] for n in seen.upos.tolist()]
    columns.xpos += [names["xpos"][n] for n in seen.xpos.tolist()]
    columns.deprels += [
        "root" if head < 0 else names["deprel"][n] for n, head in zip(linked.labels.tolist(), heads, strict=True)
    ]
    columns.heads += [head if head < 0 else head + start for head in heads]
    columns.entities += _entities(seen.entities, names["entity"], start)
    columns.attributions += attributions_of(cues, seen.cues, linked.links, start)
    columns.triggers += triggers_of(deeds, seen.events, linked, names, start)


def _feed(forms: list[str], pieces: list[list[int]]) -> tuple[list[int], list[int], list[int], list[int]]:
    """Return a window's pieces, their casing, and the first and last piece of each word."""
    numbers: list[int] = []
    casing: list[int] = []
    first: list[int] = []
    last: list[int] = []
    for form, word in zip(forms, pieces, strict=True):
        first.append(len(numbers))
        numbers += word
        casing += [casing_of(form)] * len(word)
        last.append(len(numbers) - 1)
    return numbers, casing, first, last


def _entities(scores: Floats, tags: list[str], start: int) -> list[Entity]:
    """Return the names of one window, each as sure as its least sure word."""
    certainty = shares(scores).max(-1)
    return [
        Entity((a + start, b + start), label, round(float(certainty[a:b].min()), 4))
        for (a, b), label in spans_of(scores, tags)
    ]
