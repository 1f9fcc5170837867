"""Place uses: whether the name of a place means the place or those who govern there.

In: an analysis, a name and what it means. Out: "literal" or "metonym".
What it does not know: which government; the tables of actors tell that.

`metonyms` reads the syntax; what is added here is which names can have a government at all.
"""

from __future__ import annotations

from chancery import knowledge
from chancery.analysis import Analysis, Tokens
from chancery.extract import layout, metonyms
from chancery.gazetteer import Toponym

GOVERNED = frozenset({"country", "territory", "disputed", "region"})
"""Precisions of what may have a government of that name."""
ROUTES = frozenset("border frontier crossing boundary flight road route train ferry service traffic distance".split())
"""Nouns after which "with" or "between" brings places, not parties ("its border with Jordan")."""
AREA_NOUNS = frozenset(
    "region province district governorate oblast county area state suburb neighborhood neighbourhood desert "
    "peninsula valley border coast islands".split()
)
"""Nouns that make the name before them an area: "Luhansk region", "the Syria border"."""


def place_use(analysis: Analysis, head: int, tokens: Tokens, meant: Toponym) -> str:
    """Tell a place from a government: only a country, a region or a seat of government can be the latter.

    Args:
        analysis: the report.
        head: head token of the name.
        tokens: the whole name.
        meant: what the name means.

    Returns:
        "literal" or "metonym"; unsure is literal.
    """
    first, last = analysis.sentence(head)
    opening = layout.dateline_at(analysis, first, last)
    if opening and tokens[0] < opening[1]:
        return "literal"
    governed = meant.precision in GOVERNED or _is_seat(analysis.words(tokens))
    if not governed or metonyms.is_locative(analysis, head) or _on_route(analysis, head):
        return "literal"
    if _modifies_institution(analysis, head) and meant.precision in ("country", "territory"):
        return "metonym"
    return "metonym" if metonyms.stands_for_government(analysis, head) else "literal"


def _on_route(analysis: Analysis, head: int) -> bool:
    """Tell whether a name tells where a border or a flight goes, by the tree or by the word before "with"."""
    first = analysis.heads[head] if analysis.deprels[head] == "conj" else head
    case = analysis.child(first, "case")
    near = (analysis.heads[first], case - 1 if case is not None and case > 0 else -1)
    return any(token >= 0 and analysis.lemmas[token] in ROUTES for token in near)


def _is_seat(words: str) -> bool:
    """Tell whether a name is a seat of government or always stands for one ("the Kremlin")."""
    entry = knowledge.actors().get(words)
    return entry is not None and entry.use in ("seat", "metonym")


def _modifies_institution(analysis: Analysis, head: int) -> bool:
    """Tell whether a country's name stands before a noun that is no place ("U.S. officials", "the Iran deal")."""
    governor = analysis.heads[head]
    if governor < 0 or analysis.deprels[head] != "compound":
        return False
    return analysis.lemmas[governor] not in metonyms.PLACE_NOUNS | AREA_NOUNS
