"""Sketch an `Analysis` in one string, a token a word: `form[=lemma];UPOS[/XPOS];head;deprel`.

Lemma defaults to the lower-cased form, the Penn tag to the usual one of the part of speech. Heads count from 1
inside the sentence; "|" ends a sentence, "¶" a paragraph. A form that ends in "_" touches the next.
"""

from __future__ import annotations

from build import analysis_of
from chancery.analysis import Analysis

USUAL = {
    "PROPN": "NNP", "NOUN": "NN", "VERB": "VBD", "AUX": "VBZ", "ADJ": "JJ", "ADV": "RB", "DET": "DT", "ADP": "IN",
    "PRON": "PRP", "CCONJ": "CC", "SCONJ": "IN", "NUM": "CD", "PART": "POS", "PUNCT": ".", "X": "FW",
}  # fmt: skip


def sketch(words: str, *, entities: tuple[tuple[str, str], ...] = ()) -> Analysis:
    """Make an analysis from a sketch."""
    rows = []
    for word in words.split():
        if word == "|":
            rows.append("")
        elif word == "¶":
            rows.extend(["", "¶"])
        else:
            form, tag, head, relation = word.split(";")
            form, _, lemma = form.partition("=")
            upos, _, xpos = tag.partition("/")
            lemma = lemma or form.removesuffix("_").lower()
            rows.append(f"{form} {lemma} {upos} {xpos or USUAL[upos]} {head} {relation}")
    return analysis_of("\n".join(rows), entities=entities)


def head_of(analysis: Analysis, form: str, nth: int = 1) -> int:
    """Return the index of the nth token with a form."""
    return [token for token, word in enumerate(analysis.forms) if word == form][nth - 1]
