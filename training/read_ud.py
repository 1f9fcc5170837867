"""Read Universal Dependencies: EWT (train rebuilt from its sources, dev) and GUM (train, dev news).

In: the folders `ewt` and `gum`. Out: examples with syntax.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from training.examples import Example


def ewt_train(folder: Path) -> list[Example]:
    """Return EWT train, document by document, from `not-to-release/sources` and `file-lists/files.train`."""
    names = {line.strip() for line in (folder / "not-to-release/file-lists/files.train").read_text().split()}
    stems = {re.sub(r"^.*/|\.(xml\.)?conllu$|\.xml$|\.txt$", "", name) for name in names}
    paths = sorted((folder / "not-to-release/sources").glob("*/*.conllu"))
    chosen = [path for path in paths if re.sub(r"\.xml\.conllu$", "", path.name) in stems]
    return [example for path in chosen for example in read(path, "ewt")]


def ewt_dev(folder: Path) -> list[Example]:
    """Return EWT dev."""
    return list(read(folder / "en_ewt-ud-dev.conllu", "ewt"))


def gum(folder: Path, split: str, genre: str = "") -> list[Example]:
    """Return a split of GUM ("train" is what `splits.md` names nowhere else), Reddit left out (blank words)."""
    listed = re.findall(r"^## (\w+)|^ +\* (\w+)", (folder / "splits.md").read_text(), re.M)
    split_of, current = {}, ""
    for heading, name in listed:
        current = heading or current
        split_of[name] = current
    paths = sorted((folder / "dep").glob(f"GUM_{genre}*.conllu"))
    chosen = [p for p in paths if split_of.get(p.stem, "train") == split and "reddit" not in p.stem]
    return [example for path in chosen for example in read(path, "gum")]


def read(path: Path, dataset: str) -> Iterator[Example]:
    """Read the documents of one CoNLL-U file."""
    for part in re.split(r"(?m)^(?=# newdoc)", path.read_text(encoding="utf8")):
        if part.strip():
            yield _document(part, f"{dataset}:{path.stem}")


def _document(text: str, name: str) -> Example:
    example = Example(name, [], [], [])
    for block in re.split(r"\n\s*\n", text.strip()):
        if "# newpar" in block and example.closes:
            example.closes[-1] = True
        rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        if not rows:
            continue
        first = len(example.words)
        for row in rows:
            example.words.append(row[1].replace(" ", ""))
            example.upos.append(row[3])
            example.xpos.append(row[4])
            example.heads.append(first + int(row[6]) - 1 if row[6] != "0" else -1)
            example.deprels.append(row[7])
        example.sentences.append((first, len(example.words)))
        example.closes.append(False)
    if example.closes:
        example.closes[-1] = True
    return example
