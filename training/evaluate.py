"""Score a model's files on the published dev parts: `python -m training.evaluate --data DIR --model DIR`.

In: the unpacked datasets, a folder with the exported model. Out: one table on standard output.
UAS and LAS count every word, relations without subtypes (as the CoNLL 2018 shared task); entities and
attribution parts count exact spans, a discontinuous content whole.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Hashable, Iterable
from pathlib import Path

from chancery.analyse.model import Model, open_model
from chancery.analyse.report import Columns, read_words
from chancery.settings import Settings
from training import read_polnear, read_ud, read_worldwide
from training.examples import Example

Found = set[tuple[Hashable, ...]]


def columns_of(model: Model, example: Example, window: int) -> Columns:
    """Read one example as the reader does, over the words that it gives."""
    return read_words(model, example.words, example.sentences, example.closes, window)


def syntax(model: Model, examples: Iterable[Example], window: int) -> dict[str, float]:
    """Return UPOS and XPOS accuracy, UAS and LAS, in percent of the words."""
    words = upos = xpos = arcs = labels = 0
    for example in examples:
        got = columns_of(model, example, window)
        words += len(example.words)
        upos += sum(a == b for a, b in zip(got.upos, example.upos, strict=True))
        xpos += sum(a == b for a, b in zip(got.xpos, example.xpos, strict=True))
        right = [a == b for a, b in zip(got.heads, example.heads, strict=True)]
        same = [a.split(":")[0] == b.split(":")[0] for a, b in zip(got.deprels, example.deprels, strict=True)]
        arcs += sum(right)
        labels += sum(a and b for a, b in zip(right, same, strict=True))
    return {k: round(100 * v / words, 2) for k, v in {"upos": upos, "xpos": xpos, "uas": arcs, "las": labels}.items()}


def f1(gold: Found, got: Found) -> float:
    """Return F1 in percent."""
    return round(200 * len(gold & got) / max(1, len(gold) + len(got)), 2)


def entities(model: Model, examples: Iterable[Example], window: int) -> dict[str, float]:
    """Return exact-span F1 over all labels, and without dates and sums of money."""
    gold: Found = set()
    got: Found = set()
    for example in examples:
        found = columns_of(model, example, window).entities
        got |= {(example.name, e.tokens, e.label) for e in found}
        gold |= {(example.name, span, label) for span, label in bio_spans(example.entities)}
    names = lambda s: {x for x in s if x[2] not in ("Date", "Money")}  # noqa: E731
    places = lambda s: {x[:2] for x in names(s)}  # noqa: E731
    return {
        "entities": f1(gold, got),
        "names": f1(names(gold), names(got)),
        "name spans": f1(places(gold), places(got)),
    }


def bio_spans(tags: list[str]) -> list[tuple[tuple[int, int], str]]:
    """Return the spans of a BIO sequence."""
    spans = []
    for index, tag in enumerate(tags):
        if tag.startswith("B"):
            end = index + 1
            while end < len(tags) and tags[end] == "I" + tag[1:]:
                end += 1
            spans.append(((index, end), tag[2:]))
    return spans


def attribution(model: Model, examples: Iterable[Example], window: int) -> dict[str, float]:
    """Return exact-span F1 of sources, cues and contents, and of whole attributions."""
    gold: dict[str, Found] = {k: set() for k in ("source", "cue", "content", "whole")}
    got: dict[str, Found] = {k: set() for k in gold}
    for example in examples:
        for one in example.attributions or ():
            _count(gold, example, one.source, one.cue, one.content)
        for found in columns_of(model, example, window).attributions:
            source = tuple(range(*found.source)) if found.source else ()
            content = tuple(w for a, b in found.contents for w in range(a, b))
            _count(got, example, source, tuple(range(*found.cue)), content)
    return {kind: f1(gold[kind], got[kind]) for kind in gold}


def _count(
    table: dict[str, Found],
    example: Example,
    source: tuple[int, ...],
    cue: tuple[int, ...],
    content: tuple[int, ...],
) -> None:
    # Signs at either end (quotation marks, commas) are the annotators' habit, not the attribution.
    trim = lambda words: _trimmed(example.words, words)  # noqa: E731
    source, cue, content = trim(source), trim(cue), trim(content)
    if source:
        table["source"].add((example.name, source))
    table["cue"].add((example.name, cue))
    table["content"].add((example.name, content))
    table["whole"].add((example.name, source, cue, content))


def _trimmed(forms: list[str], words: tuple[int, ...]) -> tuple[int, ...]:
    alike = [w for w in words if any(c.isalnum() for c in forms[w])]
    return tuple(w for w in words if alike and alike[0] <= w <= alike[-1])


def evaluate(model: Model, data: Path, window: int) -> dict[str, dict[str, float]]:
    """Return all scores."""
    return {
        "EWT dev": syntax(model, read_ud.ewt_dev(data / "ewt"), window),
        "GUM dev news": syntax(model, read_ud.gum(data / "gum", "dev", "news"), window),
        "en_worldwide, outlets set aside": entities(
            model, read_worldwide.worldwide(data / "en_worldwide", "dev"), window
        ),
        "PolNeAR dev": attribution(model, read_polnear.polnear(data / "polnear", "dev"), window),
    }


def main() -> None:
    """Print the scores of one model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--window", type=int, default=Settings().window)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    scores = evaluate(open_model(args.model), args.data, args.window)
    if args.json:
        print(json.dumps(scores))
        return
    for name, row in scores.items():
        print(f"{name:34}", "  ".join(f"{k} {v:.2f}" for k, v in row.items()))


if __name__ == "__main__":
    main()
