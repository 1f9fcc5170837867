"""Sentences of tagged words with a flat tree, for rules that read words first and trees second."""

from __future__ import annotations

import csv
from pathlib import Path

from build import analysis_of
from chancery.analysis import Analysis

ROOT = Path(__file__).resolve().parents[1]
XPOS = {"NUM": "CD", "VERB": "VBD", "ADJ": "JJ", "PROPN": "NNP", "ADP": "IN", "DET": "DT", "SYM": "$", "AUX": "VBD"}


def flat(words: str) -> Analysis:
    """Make an analysis of "word/TAG" tokens: everything hangs on the first verb, or on the first token.

    A token that ends in "_" touches the next; a tag "/NOUN" may be left out. Lemmas are the lower-cased
    words unless given as a third part ("rose/VERB/rise"). VBN and VBG stand for verbs with that Penn tag.
    """
    cells = [(*token.split("/"), "", "")[:3] for token in words.replace(" // ", " ").split()]
    tags = [tag or ("NUM" if form[0].isdigit() else "NOUN") for form, tag, _ in cells]
    penn = [XPOS.get(tag, tag if tag in ("VBN", "VBG") else "NN") for tag in tags]
    root = tags.index("VERB") + 1 if "VERB" in tags else 1
    rows = []
    for number, ((form, _, lemma), tag, xpos) in enumerate(zip(cells, tags, penn, strict=True), 1):
        bare = form.removesuffix("_").lower()
        if tag == "NOUN" and (bare.endswith("s") or bare in ("people", "men", "women", "children")):
            xpos = "NNS"
        tag = "VERB" if xpos in ("VBN", "VBG") else tag
        head, relation = (0, "root") if number == root else (root, "dep")
        rows.append(f"{form} {lemma or bare} {tag} {xpos} {head} {relation}")
    return analysis_of("\n".join(rows))


def rows_of(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of `resources/units`."""
    with (ROOT / "resources" / "units" / f"{name}.tsv").open(encoding="utf8") as file:
        return list(csv.DictReader((line for line in file if line[0] != "#"), delimiter="\t", quoting=csv.QUOTE_NONE))
