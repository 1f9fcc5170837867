"""Batches: documents cut into windows of word pieces, padded side by side with their targets.

In: examples, the tokenizer, the label lists. Out: `Batch`, tensors of one dataset.
Windows are cut by the same `pack` as in reading; their limit varies, so that the model sees many cuts.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from dataclasses import dataclass
from typing import get_args

import torch
from tokenizers import Tokenizer
from torch import Tensor

from chancery.analyse.pieces import casing_of, pieces_of
from chancery.analyse.windows import pack
from chancery.record import MODES, EventType, Status
from training.examples import Attributed, Example, Triggered

IGNORE = -100
MAX_PIECES = 500
ROLES = ("actor", "recipient", "time", "place")
COMMON = 15  # a relation or tag seen less often in training is not learned


@dataclass(frozen=True, slots=True)
class Window:
    """Whole sentences of one example: its word range."""

    example: Example
    first: int
    last: int
    pieces: int


@dataclass(slots=True)
class Batch:
    """Padded tensors; see `training.model` for shapes. Targets absent from the dataset are None."""

    pieces: Tensor
    casing: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor
    words: Tensor  # 1 for words, 0 for padding
    sentence: Tensor
    upos: Tensor | None = None
    xpos: Tensor | None = None
    heads: Tensor | None = None  # index in the window plus one, 0 for the root
    deprels: Tensor | None = None
    entities: Tensor | None = None
    cue: Tensor | None = None
    source: Tensor | None = None
    content: Tensor | None = None
    cues: Tensor | None = None  # (windows, cues)
    real: Tensor | None = None  # 1 for cues, 0 for padding
    links: Tensor | None = None  # (windows, cues, words, 2)
    events: Tensor | None = None  # type number a word, 0 for none
    triggers: Tensor | None = None  # (windows, triggers)
    told: Tensor | None = None  # 1 for triggers, 0 for padding
    status: Tensor | None = None  # (windows, triggers)
    mode: Tensor | None = None  # (windows, triggers)
    roles: Tensor | None = None  # (windows, triggers, words)
    sure: Tensor | None = None  # -3 to 3 a word, not a number where nobody was asked


def label_lists(examples: list[Example]) -> dict[str, list[str]]:
    """Return the labels of each head, common ones first."""
    common = lambda tags: [t for t, n in Counter(tags).most_common() if n >= COMMON]  # noqa: E731
    kinds = sorted({t[2:] for e in examples for t in e.entities if t != "O"})
    return {
        "upos": common(t for e in examples for t in e.upos),
        "xpos": common(t for e in examples for t in e.xpos),
        "deprel": common(t for e in examples for t in e.deprels),
        "entity": ["O", *(f"{mark}-{kind}" for kind in kinds for mark in "BI")],
        "event": ["O", *get_args(EventType)],
        "status": list(get_args(Status)),
        "mode": ["-", *sorted({mode for modes in MODES.values() for mode in modes})],
        "role": ["-", *ROLES],
    }


def windows_of(example: Example, counts: list[int], limit: int) -> list[Window]:
    """Cut one document; counts are word pieces a word."""
    sizes = [sum(counts[a:b]) for a, b in example.sentences]
    found = []
    for low, high in pack(sizes, example.closes, limit):
        first, last = example.sentences[low][0], example.sentences[high - 1][1]
        size = sum(counts[first:last])
        if size <= MAX_PIECES:
            found.append(Window(example, first, last, size))
    return found


class Cutter:
    """Turns examples into batches, with the word pieces of every word kept."""

    def __init__(self, tokenizer: Tokenizer, labels: dict[str, list[str]]) -> None:
        """Keep the tokenizer and number the labels."""
        self.tokenizer = tokenizer
        self.number = {kind: {label: i for i, label in enumerate(names)} for kind, names in labels.items()}
        self.cache: dict[str, list[int]] = {}

    def counts(self, example: Example) -> list[int]:
        """Return how many word pieces each word has."""
        new = [w for w in dict.fromkeys(example.words) if w not in self.cache]
        self.cache.update(zip(new, pieces_of(self.tokenizer, new), strict=True))
        return [len(self.cache[w]) for w in example.words]

    def epoch(
        self, examples: list[Example], limits: tuple[int, ...], budget: int, rng: random.Random
    ) -> list[list[Window]]:
        """Cut all examples and group windows of like length into batches of at most `budget` padded pieces."""
        found = [w for e in examples for w in windows_of(e, self.counts(e), rng.choice(limits))]
        found.sort(key=lambda w: (w.pieces // 8, rng.random()))
        groups: list[list[Window]] = []
        for window in found:
            if not groups or (len(groups[-1]) + 1) * window.pieces > budget:
                groups.append([])
            groups[-1].append(window)
        rng.shuffle(groups)
        return groups

    def batch(self, windows: list[Window]) -> Batch:
        """Pad windows side by side."""
        rows = [self._row(w) for w in windows]
        pad = lambda key, fill: _pad([r[key] for r in rows], fill)  # noqa: E731
        batch = Batch(
            pad("pieces", 0), pad("casing", 0), pad("mask", 0).float(), pad("first", 0), pad("last", 0),
            pad("words", 0), pad("sentence", -1),
        )  # fmt: skip
        for key in ("upos", "xpos", "heads", "deprels", "entities", "cue", "source", "content", "events"):
            if key in rows[0]:
                setattr(batch, key, pad(key, IGNORE))
        if "sure" in rows[0]:
            batch.sure = pad("sure", math.nan)
        if "links" in rows[0]:
            self._links(batch, rows)
        if "deeds" in rows[0]:
            self._deeds(batch, rows)
        return batch

    def _deeds(self, batch: Batch, rows: list[dict]) -> None:  # type: ignore[type-arg]
        """Lay out what hangs on each trigger."""
        most = max(1, *(len(r["deeds"]) for r in rows))
        shape = (len(rows), most)
        batch.triggers, batch.told = torch.zeros(shape, dtype=torch.long), torch.zeros(shape)
        batch.status, batch.mode = torch.full(shape, IGNORE), torch.full(shape, IGNORE)
        batch.roles = torch.full((*shape, batch.words.shape[1]), IGNORE)
        n = self.number
        for b, row in enumerate(rows):
            for t, (word, deed, roles) in enumerate(row["deeds"]):
                batch.triggers[b, t], batch.told[b, t] = word, 1
                batch.status[b, t] = n["status"].get(deed.status, IGNORE)
                batch.mode[b, t] = n["mode"].get(deed.mode, IGNORE)
                batch.roles[b, t, : len(row["words"])] = 0
                for other, role in roles.items():
                    batch.roles[b, t, other] = n["role"][role]

    @staticmethod
    def _links(batch: Batch, rows: list[dict]) -> None:  # type: ignore[type-arg]
        most = max(1, *(len(r["links"]) for r in rows))
        shape = (len(rows), most, batch.words.shape[1], 2)
        batch.cues = torch.zeros(shape[:2], dtype=torch.long)
        batch.real = torch.zeros(shape[:2])
        batch.links = torch.full(shape, IGNORE)
        for b, row in enumerate(rows):
            for c, (cue, source, content) in enumerate(row["links"]):
                batch.cues[b, c], batch.real[b, c] = cue, 1
                size = len(row["words"])
                batch.links[b, c, :size] = 0
                for side, words in enumerate((source, content)):
                    for w in words:
                        batch.links[b, c, w, side] = 2 if w - 1 in words else 1

    def _row(self, window: Window) -> dict:  # type: ignore[type-arg]
        e, a, b = window.example, window.first, window.last
        words = e.words[a:b]
        pieces, casing, first, last = [], [], [], []
        for word in words:
            ids = self.cache[word]
            first.append(len(pieces))
            pieces += ids
            casing += [casing_of(word)] * len(ids)
            last.append(len(pieces) - 1)
        sentence = [i for i, (s, t) in enumerate(e.sentences) if a <= s < b for _ in range(s, t)]
        row = {"pieces": pieces, "casing": casing, "mask": [1] * len(pieces), "first": first, "last": last}
        row |= {"words": [1] * len(words), "sentence": sentence}
        n = self.number
        if e.upos:
            row["upos"] = [n["upos"].get(t, IGNORE) for t in e.upos[a:b]]
            row["xpos"] = [n["xpos"].get(t, IGNORE) for t in e.xpos[a:b]]
            row["heads"] = [h - a + 1 if h >= 0 else 0 for h in e.heads[a:b]]
            row["deprels"] = [n["deprel"].get(t, IGNORE) for t in e.deprels[a:b]]
        if e.entities:
            row["entities"] = [n["entity"].get(t, 0) for t in e.entities[a:b]]
        if e.attributions is not None:
            row |= _attribution_rows(e.attributions, a, b)
        if e.deeds is not None:
            row |= self._deed_rows(e.deeds, a, b)
        if e.sure is not None:
            row["sure"] = [e.sure.get(w, math.nan) for w in range(a, b)]
        return row

    def _deed_rows(self, deeds: list[Triggered], a: int, b: int) -> dict:  # type: ignore[type-arg]
        """Type numbers a word, and the deeds whose trigger stands in the window, in words of the window."""
        here = [d for d in deeds if a <= d.word < b]
        events = [0] * (b - a)
        for deed in here:
            events[deed.word - a] = IGNORE if deed.doubtful else self.number["event"].get(deed.type, IGNORE)
        told = [(d.word - a, d, {w - a: role for w, role in d.roles.items() if a <= w < b}) for d in here]
        return {"deeds": told} | ({} if any(not d.type for d in deeds) else {"events": events})


def _attribution_rows(attributions: list[Attributed], a: int, b: int) -> dict:  # type: ignore[type-arg]
    """Tags and links of the attributions whose cue begins in the window."""
    inside = lambda words: [w - a for w in words if a <= w < b]  # noqa: E731
    row: dict = {key: [0] * (b - a) for key in ("cue", "source", "content")}  # type: ignore[type-arg]
    links = []
    for one in attributions:
        cue, source, content = inside(one.cue), inside(one.source), inside(one.content)
        for key, words in (("cue", cue), ("source", source), ("content", content)):
            for w in words:
                row[key][w] = 2 if w - 1 in words else 1
        if cue:
            links.append((cue[0], set(source), set(content)))
    return row | {"links": links}


def _pad(rows: list[list[int]], fill: float) -> Tensor:
    longest = max(len(r) for r in rows)
    return torch.tensor([r + [fill] * (longest - len(r)) for r in rows])
