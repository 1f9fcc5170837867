"""Counted: the noun that a number counts, and whether its nouns are people.

In: an analysis and a quantity without a unit of its own. Out: the noun's head token, where its words end,
and the unit it makes.
What it does not know: whether the count is worth a figure; `figures` decides that.

The walk over parts of speech comes first and the tree only confirms: a wrong tree costs no figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chancery.analysis import Analysis
from chancery.extract import units
from chancery.extract.quantities import Quantity

LONGEST_PHRASE = 10  # tokens from the number to its noun; longer ones in gold news do not occur
POSSESSIVES = frozenset("its their his her our my your".split())
DETERMINERS = frozenset({"the", "these", "those", "all", "such", "this", "that", "both"}) | POSSESSIVES
QUOTES = frozenset("\"'“”‘’`")
PLURALS = ("NNS", "NNPS")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: head token, index after the last token of its words, unit."""

    noun: int
    end: int
    unit: str
    people: bool


def counted(analysis: Analysis, quantity: Quantity, last: int, barred: Sequence[bool]) -> Counted | None:
    """Find what a quantity without a unit counts.

    Args:
        analysis: the report.
        quantity: the number and its comparison.
        last: index after the last token of the sentence.
        barred: tokens that no noun phrase may cross (times).

    Returns:
        The noun, or None where the number stands alone.
    """
    at = quantity.number[1]
    if at >= last:
        return None
    if analysis.lowers[at] == "-":
        return _hyphenated(analysis, quantity, last)
    inner = at
    if analysis.lowers[at] == "of":
        inner = _partitive(analysis, at + 1, last)
    noun = noun_after(analysis, inner, last, barred, single=quantity.value == 1, number=quantity.number[1] - 1)
    if noun is None:
        return None
    split = next((token for token in range(inner, noun) if analysis.upos[token] == "NUM"), None)
    end = noun + 1 if split is None else at + 1
    people = is_people(analysis, noun)
    return Counted(noun, end, "person" if people else unit_of(analysis, noun), people)


def _hyphenated(analysis: Analysis, quantity: Quantity, last: int) -> Counted | None:
    """Read "a 12-point plan", "a 5,000-strong force"; words ("two-state") rather make names than counts."""
    noun = quantity.number[1] + 1
    if noun >= last or quantity.words or not analysis.forms[noun].isalpha():
        return None
    lower = analysis.lowers[noun]
    if lower in ("strong", "member", "man"):
        return Counted(noun, noun + 1, "person", people=True)
    if analysis.upos[noun] != "NOUN" or lower == "odd":
        return None
    return Counted(noun, noun + 1, units.singular(lower), people=False)


def _partitive(analysis: Analysis, at: int, last: int) -> int:
    """Return where the noun phrase after "of" starts, its determiner left out."""
    while at < last and analysis.lowers[at] in DETERMINERS:
        at += 1
    return at


def noun_after(
    analysis: Analysis, at: int, last: int, barred: Sequence[bool], *, single: bool, number: int | None = None
) -> int | None:
    """Return the head of the noun phrase that goes on at a token, or None.

    Args:
        analysis: the report.
        at: the token after the number or preposition.
        last: index after the last token of the sentence.
        barred: tokens that end the phrase (times).
        single: whether a singular noun will do.
        number: the number's last token, whose head in the tree is taken where the walk is in doubt.
    """
    nouns, fallback = _walk(analysis, at, min(last, at + LONGEST_PHRASE), barred)
    plural = [token for token in nouns if is_plural(analysis, token)]
    if plural:
        return plural[-1]
    if nouns and number is not None and analysis.heads[number] in nouns and single:
        return analysis.heads[number]
    if nouns and single:
        return nouns[-1]
    return fallback


def _walk(analysis: Analysis, at: int, stop: int, barred: Sequence[bool]) -> tuple[list[int], int | None]:
    """Walk over a noun phrase: its nouns, and the adjective that stands for people where it has none."""
    nouns: list[int] = []
    fallback: int | None = None
    for token in range(at, stop):
        if barred[token] or not _goes_on(analysis, token, stop, bool(nouns)):
            break
        if analysis.upos[token] in ("NOUN", "PROPN"):
            nouns.append(token)
        if analysis.upos[token] != "PUNCT" and _is_nominal(analysis, token):
            fallback = token
        if nouns and fallback == token and analysis.lowers[token] in units.words("victim"):
            break
    return nouns, fallback


def _goes_on(analysis: Analysis, token: int, stop: int, has_noun: bool) -> bool:
    """Tell whether a token belongs to the noun phrase that the tokens before it began."""
    tag, lower = analysis.upos[token], analysis.lowers[token]
    following = analysis.upos[token + 1] if token + 1 < stop else ""
    if tag == "NOUN" or (tag == "NUM" and analysis.lowers[token - 1] in ("of", "'s", *DETERMINERS)):
        return True
    if tag == "PROPN":
        return not has_noun or analysis.upos[token - 1] in ("PROPN", "PUNCT")
    if tag == "ADJ" or lower in ("more", "other"):
        return not has_noun or following in ("NOUN", "PROPN")
    if tag == "VERB":
        return not has_noun and analysis.xpos[token] in ("VBN", "VBG", "JJ", "VBD")
    if tag == "PUNCT" or lower in ("'s", "'"):
        if lower in ("-", *QUOTES, "'s"):
            return following in ("NOUN", "PROPN", "ADJ", "VERB", "NUM") or lower in QUOTES
        return lower == "," and not has_noun and following in ("ADJ", "NOUN")
    if tag == "CCONJ":
        return not has_noun and following in ("ADJ", "PROPN")
    return tag == "ADV" and not has_noun and following in ("ADJ", "VERB")


def _is_nominal(analysis: Analysis, token: int) -> bool:
    """Tell whether an adjective or name can stand for people without a noun ("three Japanese", "12 dead")."""
    lower, form = analysis.lowers[token], analysis.forms[token]
    if lower in units.words("victim"):
        return True
    return form[:1].isupper() and analysis.upos[token] in ("ADJ", "PROPN") and units.counts_people(form, lower)


def is_plural(analysis: Analysis, token: int) -> bool:
    """Tell whether a noun is plural by its tag, or by its form where the tag may be wrong."""
    lower = analysis.lowers[token]
    if analysis.xpos[token] in PLURALS or lower in units.words("invariant"):
        return True
    return lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and analysis.forms[token].islower()


def is_people(analysis: Analysis, token: int) -> bool:
    """Tell whether a noun, or an adjective used as one, counts people."""
    if analysis.lowers[token] in units.words("victim"):
        return True
    return units.counts_people(analysis.forms[token], analysis.lemmas[token])


def unit_of(analysis: Analysis, noun: int) -> str:
    """Return the singular of a counted noun."""
    lower, lemma = analysis.lowers[noun], analysis.lemmas[noun]
    single = units.singular(lower)
    return single if single != lower or not lemma.isalpha() else lemma
