"""Phrases: where a noun phrase starts and ends, read from its words and their tags.

In: an analysis and a token. Out: token ranges.
What it does not know: what a phrase means. It trusts tags more than trees, because a title or an apposition
is where parsers err most.
"""

from __future__ import annotations

from chancery import knowledge
from chancery.analysis import Analysis

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
CLITICS = frozenset({"'s", "’s", "'", "’"})
HYPHENS = frozenset({"-", "‐", "‑"})


SIDES = frozenset({"pro", "anti", "non", "post", "ex"})
PREFIXES = SIDES | frozenset("al el ul ur ash mid co vice self inter trans then all non intra counter under".split())
"""Small words that a hyphen joins to a capital one; after any other, the hyphen stands for the end of a heading."""

JOINTS = HYPHENS | {"'", "’"}
PARTICIPLES = frozenset(
    "acting retired ruling outgoing exiled ousted jailed deposed visiting imprisoned wanted slain leading governing "
    "elected appointed disputed embattled detained designated opposing warring".split()
)
"""Verb forms that stand before a title or a body's name as adjectives do."""


def is_hyphen(analysis: Analysis, token: int) -> bool:
    """Tell whether a token is a hyphen or apostrophe inside a word ("full-scale", "Shi’ite"), no dash or clitic."""
    return (
        analysis.forms[token] in JOINTS
        and 0 < token < len(analysis) - 1
        and analysis.ends[token - 1] == analysis.starts[token]
        and analysis.starts[token + 1] == analysis.ends[token]
        and analysis.forms[token + 1][:1].isalnum()
    )


def is_leaning(analysis: Analysis, token: int) -> bool:
    """Tell whether a country's name only says which side somebody takes: the "Russian" of "pro-Russian"."""
    return token > 1 and is_hyphen(analysis, token - 1) and analysis.lowers[token - 2] in SIDES


def is_clitic(analysis: Analysis, token: int) -> bool:
    """Tell whether a token is the possessive clitic ("Russia's", "states'")."""
    return analysis.forms[token] in CLITICS and (analysis.upos[token] == "PART" or analysis.xpos[token] == "POS")


def is_capital(analysis: Analysis, token: int) -> bool:
    """Tell whether a word has a capital letter at its start."""
    return analysis.forms[token][:1].isupper()


def may_premodify(analysis: Analysis, token: int) -> bool:
    """Tell whether a token can stand inside a noun phrase before its noun, determiners aside."""
    upos = analysis.upos[token]
    if upos in NOMINAL or is_clitic(analysis, token) or is_hyphen(analysis, token):
        return True
    if upos == "VERB":  # "acting president", "retired general", "United Nations"
        if is_capital(analysis, token) or analysis.lowers[token] in ("acting", "retired", "late"):
            return True
        known = analysis.lowers[token] in PARTICIPLES or knowledge.titles().get(analysis.lowers[token]) is not None
        return known and analysis.deprels[token] in ("amod", "compound")
    return (upos == "NUM" and is_capital(analysis, token)) or (upos == "X" and is_capital(analysis, token))


def start_of_phrase(analysis: Analysis, last: int, floor: int) -> int:
    """Return where the run of words before a noun starts, its determiner left out.

    Args:
        analysis: the report.
        last: index after the last token of the run.
        floor: index that the run may not pass (start of the sentence, end of the name before).
    """
    first = last
    while first > floor and may_premodify(analysis, first - 1) and not _turns(analysis, first - 1):
        first -= 1
    while first < last and (is_clitic(analysis, first) or analysis.forms[first] in HYPHENS):
        first += 1
    return first


def _turns(analysis: Analysis, token: int) -> bool:
    """Tell whether a common noun before a capital word ends another phrase ("in fact Vice President"), or a line ends.

    Before "President" stand adjectives ("former"), names and capital nouns; a small noun belongs elsewhere.
    """
    if "\n" in analysis.text[analysis.ends[token] : analysis.starts[token + 1]]:
        return True
    if is_hyphen(analysis, token) and is_capital(analysis, token + 1) and token > 0:
        return analysis.forms[token - 1].islower() and analysis.lowers[token - 1] not in PREFIXES
    if analysis.upos[token] == "NOUN" and analysis.upos[token + 1] == "VERB":
        return True  # "police detained opposition candidate Ana Petrova"
    return (
        analysis.upos[token] == "NOUN"
        and not is_capital(analysis, token)
        and is_capital(analysis, token + 1)
        and analysis.upos[token + 1] in NOMINAL
        and knowledge.titles().get(analysis.lowers[token]) is None
    )


def end_of_phrase(analysis: Analysis, first: int, ceiling: int) -> int:
    """Return where the run of nouns, adjectives and possessives that starts at a token ends."""
    last = first
    while last < ceiling and may_premodify(analysis, last):
        last += 1
    while last > first and (is_clitic(analysis, last - 1) or analysis.forms[last - 1] in HYPHENS):
        last -= 1
    return last


def skip_determiner(analysis: Analysis, first: int, ceiling: int) -> int:
    """Return the first token after determiners, possessive pronouns and adverbs ("the then", "its", "once")."""
    while first < ceiling and (
        analysis.upos[first] in ("DET", "NUM")
        or analysis.xpos[first] == "PRP$"
        or analysis.lowers[first] in ("then", "once")
        or (analysis.upos[first] == "PUNCT" and first + 1 < ceiling and is_hyphen(analysis, first))
    ):
        first += 1
    return first
