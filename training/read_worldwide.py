"""Read en_worldwide: entities in news from outside the West, BIO, one article a file.

In: the folder `en_worldwide`. Out: examples with entities; words are split further as the reader splits them.
A fifth is set aside by outlet (every fifth outlet by name), so that dev holds no outlet that train has.
"""

from __future__ import annotations

import re
from pathlib import Path

from chancery.analyse.tokens import tokenize
from training.examples import Example


def worldwide(folder: Path, split: str) -> list[Example]:
    """Return the "train" or "dev" articles."""
    paths = sorted(folder.glob("*.tsv"))
    outlets = sorted({_outlet(path) for path in paths})
    dev = set(outlets[2::5])
    return [_article(path) for path in paths if (_outlet(path) in dev) == (split == "dev")]


def _outlet(path: Path) -> str:
    return re.sub(r"_\d+\.txt$", "", path.stem)


def _article(path: Path) -> Example:
    example = Example(f"worldwide:{path.stem}", [], [], [])
    first = 0
    for line in [*path.read_text(encoding="utf8").splitlines(), ""]:
        cells = line.split("\t")
        if len(cells) >= 2 and cells[0].strip():
            _add(example, cells[0].strip(), cells[1].strip() or "O")
        elif len(example.words) > first:
            example.sentences.append((first, len(example.words)))
            example.closes.append(True)
            first = len(example.words)
    return example


def _add(example: Example, word: str, tag: str) -> None:
    for number, (a, b) in enumerate(tokenize(word) or [(0, len(word))]):
        example.words.append(word[a:b])
        example.entities.append("I-" + tag[2:] if number and tag != "O" else tag)
