"""Read PolNeAR: who said what, in political news, brat stand-off over raw text.

In: the folder `polnear`. Out: examples with attributions, split by the reader's own tokeniser.
One annotator's file a text is used (the first by name); character spans become the words they touch.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from pathlib import Path

from chancery.analyse.sentences import paragraphs, sentences
from chancery.analyse.tokens import tokenize
from training.examples import Attributed, Example, Words


def polnear(folder: Path, split: str) -> list[Example]:
    """Return the "train" or "dev" articles."""
    chosen: dict[str, Path] = {}
    for path in sorted((folder / split / "attributions").glob("*.ann")):
        chosen.setdefault(re.sub(r"_[0-9a-f]{4}$", "", path.stem), path)
    texts = folder / split / "text"
    return [_article(texts / f"{name}.txt", path) for name, path in sorted(chosen.items())]


def _article(text_path: Path, annotation: Path) -> Example:
    text = text_path.read_text(encoding="utf8")
    spans = tokenize(text)
    forms = [text[a:b] for a, b in spans]
    blocks = paragraphs(text, spans)
    ranges = sentences(forms, spans, blocks)
    ends = {last for _, last in blocks}
    found = _attributions(annotation, spans)
    return Example(f"polnear:{text_path.stem}", forms, ranges, [last in ends for _, last in ranges], attributions=found)


def _attributions(path: Path, spans: list[tuple[int, int]]) -> list[Attributed]:
    parts: dict[str, Words] = {}
    relations: list[dict[str, list[str]]] = []
    starts = [a for a, _ in spans]
    for line in path.read_text(encoding="utf8").splitlines():
        cells = line.split("\t")
        if len(cells) < 2:
            continue
        if cells[0].startswith("T"):
            _, _, where = cells[1].partition(" ")
            parts[cells[0]] = _words(where, starts, spans)
        elif cells[0].startswith("E"):
            roles: dict[str, list[str]] = {}
            for pair in cells[1].split():
                role, _, target = pair.partition(":")
                roles.setdefault(role.rstrip("0123456789"), []).append(target)
            relations.append(roles)
    join = lambda names: tuple(sorted({w for name in names for w in parts.get(name, ())}))  # noqa: E731
    made = [
        Attributed(join(r.get("Cue", [])), join(r.get("Source", [])), join(r.get("Content", []))) for r in relations
    ]
    return sorted((a for a in made if a.cue and a.content), key=lambda a: a.cue)


def _words(where: str, starts: list[int], spans: list[tuple[int, int]]) -> Words:
    words: list[int] = []
    for piece in where.split(";"):
        first, last = map(int, piece.split())
        index = max(bisect_left(starts, first) - 1, 0)
        while index < len(spans) and spans[index][0] < last:
            if spans[index][1] > first:
                words.append(index)
            index += 1
    return tuple(words)
