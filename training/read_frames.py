"""Read who-did-what: PropBank over UD English EWT, and how sure a deed is: UDS-IH2, MegaVeridicality 2, RP.

In: the folders `propbank_ewt` (roles without words), `ewt` (the words and trees) and `factuality`. Out: examples that
warm up the heads of roles and status before the corpus of events does. PropBank's spans are whole phrases with their
clauses; an actor here is a short phrase, so of each span only its head noun is kept, with what stands close around it.
"""

from __future__ import annotations

import json
import re
from difflib import SequenceMatcher
from pathlib import Path

from chancery.analyse.tokens import tokenize
from training.examples import Example, Triggered
from training.read_ud import ewt_train

ROLE_OF = {"ARG0": "actor", "ARG1": "recipient", "ARG2": "recipient", "ARGM-TMP": "time", "ARGM-LOC": "place"}
CLOSE = frozenset({"compound", "flat", "amod", "det", "nummod", "nmod:poss", "case", "goeswith"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
Row = list[str]


def propbank(folder: Path, ewt: Path) -> list[Example]:
    """Return the training documents of EWT with a deed for every predicate, its type and status untold."""
    skeletons = {path.stem.partition(".")[0]: path for path in folder.glob("data/google/ewt/*/*/*.gold_skel")}
    found = []
    for example in ewt_train(ewt):
        path = skeletons.get(example.name.partition(":")[2].partition(".")[0])
        if path is not None:
            deeds = _deeds(example, path)
            found.append(
                Example(f"propbank:{example.name}", example.words, example.sentences, example.closes, deeds=deeds)
            )
    return found


def _deeds(example: Example, path: Path) -> list[Triggered]:
    """Join a document's sentences with those of PropBank by their lengths."""
    blocks = [[line.split() for line in b.splitlines()] for b in re.split(r"\n\s*\n", path.read_text().strip())]
    lengths = [last - first for first, last in example.sentences]
    matcher = SequenceMatcher(None, lengths, [len(b) for b in blocks], autojunk=False)
    return [
        deed
        for here, there, size in matcher.get_matching_blocks()
        for step in range(size)
        for deed in _predicates(example, example.sentences[here + step][0], blocks[there + step])
    ]


def _predicates(example: Example, first: int, rows: list[Row]) -> list[Triggered]:
    found = []
    for column in range(8, len(rows[0])):
        spans = _spans([row[column] for row in rows])
        verbs = [low for low, _, name in spans if name == "V"]
        if verbs:
            roles: dict[int, str] = {}
            for low, high, name in spans:
                role = ROLE_OF.get(name)
                if role is not None:
                    for word in _short(example, first + low, first + high):
                        roles.setdefault(word, role)
            found.append(Triggered(first + verbs[0], "", "", "", roles))
    return found


def _spans(cells: list[str]) -> list[tuple[int, int, str]]:
    """Return the bracketed spans of one predicate."""
    found, opened = [], None
    for index, cell in enumerate(cells):
        begun = re.match(r"\(([\w-]+)\*?", cell)
        if begun:
            opened = (index, begun[1])
        if cell.endswith(")") and opened is not None:
            found.append((opened[0], index + 1, opened[1]))
            opened = None
    return found


def _short(example: Example, low: int, high: int) -> list[int]:
    """Return a span's head noun and the words close around it; nothing where its head is no noun."""
    heads = [w for w in range(low, high) if not low <= example.heads[w] < high]
    if len(heads) != 1 or example.upos[heads[0]] not in NOMINAL:
        return []
    head = heads[0]
    near = {head, *(w for w in range(low, high) if example.heads[w] == head and example.deprels[w] in CLOSE - {"case"})}
    first = last = head
    while first - 1 in near:
        first -= 1
    while last + 1 in near:
        last += 1
    return list(range(first, last + 1))


def factuality(folder: Path) -> list[Example]:
    """Return the training sentences of the three sets, each with how sure its predicates are, -3 to 3."""
    paths = [folder / "UDS_IH2/train.jsonl", folder / "MV2/mv2/train.jsonl", folder / "RP/rp/train.jsonl"]
    return [
        _sentence(f"{path.parent.name}:{number}", json.loads(line))
        for path in paths
        for number, line in enumerate(path.read_text(encoding="utf8").splitlines())
    ]


def _sentence(name: str, row: dict) -> Example:  # type: ignore[type-arg]
    words: list[str] = []
    begins = []
    for word in row["text"].split():
        begins.append(len(words))
        words += [word[a:b] for a, b in tokenize(word)] or [word]
    sure = {
        begins[target["span1"][0]]: float(target["label"])
        for target in row["targets"]
        if target["span1"][1] - target["span1"][0] == 1
    }
    return Example(name, words, [(0, len(words))], [True], sure=sure)
