"""Cues: the words that attribute, what they take as content, and the act that they name.

In: `data/cues.json` (built from `resources/cues.tsv`) and tokens. Out: the rows that a token can be.
What it does not know: whether the token does attribute where it stands; `contents` looks for what it takes.
"""

from __future__ import annotations

from functools import cache

import msgspec

from chancery.analysis import Analysis, Tokens
from chancery.knowledge import read_table
from chancery.record import Act


class Cue(msgspec.Struct, frozen=True):
    """One row of the table: a cue, one pattern of content that it takes, and the act of that reading.

    Attributes:
        cue: the lemma, with its particle behind "_" ("rule_out").
        part: "verb", "noun" or "other".
        takes: the pattern, in the words of `resources/cues.tsv` ("clause", "object of", "on to").
        act: what saying so does.
        example: one sentence of our own; a test reads it.
    """

    cue: str
    part: str
    takes: str
    act: Act
    example: str


Table = dict[tuple[str, str], tuple[Cue, ...]]


@cache
def rows() -> tuple[Cue, ...]:
    """Return every row, in the order of the table."""
    return msgspec.json.decode(read_table("cues.json"), type=tuple[Cue, ...])


@cache
def table() -> Table:
    """Return the rows of each (cue, part), the most particular patterns first."""
    found: dict[tuple[str, str], list[Cue]] = {}
    for row in rows():
        found.setdefault((row.cue, row.part), []).append(row)
    return {key: tuple(sorted(group, key=_generality)) for key, group in found.items()}


def _generality(row: Cue) -> int:
    """Rank patterns: two slots before one, a clause before a bare object, a bare object last."""
    order = {"object": 3, "clause": 2, "whom clause": 1}
    return order.get(row.takes, 0 if " " in row.takes else 1)


def look_up(analysis: Analysis, token: int) -> tuple[Tokens, tuple[Cue, ...]]:
    """Return the words of the cue that a token governs and the rows that it can be.

    Args:
        analysis: the report.
        token: a verb or noun.

    Returns:
        The token range of the cue with its particle, and rows; no rows where the token is no cue.

    Example:
        For "ruled" in "ruled out a truce" the range of two tokens and the rows of "rule_out".
    """
    lemma, known = analysis.lemmas[token], table()
    if analysis.upos[token] in ("VERB", "AUX"):
        for behind in range(token + 1, min(token + 3, analysis.sentence(token)[1])):
            found = known.get((f"{lemma}_{analysis.lowers[behind]}", "verb"))
            if found:
                return (token, behind + 1), found
        return (token, token + 1), known.get((lemma, "verb")) or _by_form(analysis.lowers[token], known)
    part = "noun" if analysis.upos[token] == "NOUN" else "other"
    return (token, token + 1), known.get((lemma, part), ())


def _by_form(form: str, known: Table) -> tuple[Cue, ...]:
    """Return the rows of a verb whose lemma came out wrong, by taking its ending off."""
    for ending, stem in (("s", form[:-1]), ("es", form[:-2]), ("ed", form[:-2]), ("d", form[:-1]), ("ing", form[:-3])):
        if form.endswith(ending) and (stem, "verb") in known:
            return known[stem, "verb"]
        if stem[-2:-1] == stem[-1:] and form.endswith(ending) and (stem[:-1], "verb") in known:
            return known[stem[:-1], "verb"]  # "labelled"
    return ()


@cache
def acts() -> dict[str, Act]:
    """Return the act that a cue's lemma names by itself: that of its first row."""
    found: dict[str, Act] = {}
    for row in rows():
        found.setdefault(row.cue, row.act)
    return found
