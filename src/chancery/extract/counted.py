"""Counted: the noun that a number counts, and whether its nouns are people.

In: an analysis and a quantity without a unit of its own. Out: the noun's head token, where its words end,
and the unit it makes.
What it does not know: whether the count is worth a figure; `figures` decides that.

The walk over parts of speech comes first and the tree only confirms: a wrong tree costs no figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chancery.analysis import Analysis, Tokens
from chancery.extract import numbers, units
from chancery.extract.quantities import Quantity

LONGEST_PHRASE = 10  # tokens from the number to its noun; longer ones in gold news do not occur
POSSESSIVES = frozenset("its their his her our my your".split())
DETERMINERS = frozenset({"the", "these", "those", "all", "such", "this", "that", "both"}) | POSSESSIVES
QUOTES = frozenset("\"'“”‘’`")
PLURALS = ("NNS", "NNPS")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: head token, index after the last token of its words, unit.

    `noun` is None for "a 12-point plan", which measures the plan.
    """

    noun: int | None
    end: int
    unit: str
    people: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity taken as a figure: its words, unit, what it counts or None."""

    quantity: Quantity
    tokens: Tokens
    unit: str
    kind: str | None
    noun: int | None


def same_sentence(analysis: Analysis, quantity: Quantity, previous: Found | None) -> Found | None:
    """Return the figure before if it stands in the same sentence."""
    if previous is None or analysis.sentence_of[previous.tokens[0]] != analysis.sentence_of[quantity.tokens[0]]:
        return None
    return previous


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
    at = quantity.tokens[1]
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
    end = noun + 1 if split is None else at
    people = is_people(analysis, noun)
    return Counted(noun, end, "person" if people else unit_of(analysis, noun), people)


def _hyphenated(analysis: Analysis, quantity: Quantity, last: int) -> Counted | None:
    """Read "a 12-point plan", "a 5,000-strong force"; words ("two-state") rather make names than counts."""
    noun = quantity.number[1] + 1
    if noun >= last or quantity.words or not analysis.forms[noun].isalpha():
        return None
    lower = analysis.lowers[noun]
    if lower in ("strong", "man"):
        return Counted(None, noun + 1, "person", people=True)
    if analysis.upos[noun] != "NOUN" or lower == "odd":
        return None
    return Counted(None, noun + 1, units.singular(lower), people=False)


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
        closed = bool(nouns) and is_plural(analysis, nouns[-1])
        if barred[token] or not _goes_on(analysis, token, stop, bool(nouns), closed=closed):
            if analysis.lowers[token] in units.words("victim") and not barred[token]:
                fallback = token  # "6,000 future displaced"
            break
        if analysis.upos[token] in ("NOUN", "PROPN"):
            nouns.append(token)
        if analysis.upos[token] != "PUNCT" and _is_nominal(analysis, token):
            fallback = token
        if nouns and fallback == token and analysis.lowers[token] in units.words("victim"):
            break
    return nouns, fallback


def _goes_on(analysis: Analysis, token: int, stop: int, has_noun: bool, *, closed: bool) -> bool:
    """Tell whether a token belongs to the noun phrase that the tokens before it began.

    Args:
        analysis: the report.
        token: the token.
        stop: index after the last token of the phrase at most.
        has_noun: whether a noun has been passed.
        closed: whether that noun is a plural, after which "and" starts another phrase.
    """
    tag, lower = analysis.upos[token], analysis.lowers[token]
    following = analysis.upos[token + 1] if token + 1 < stop else ""
    if lower in numbers.VAGUE:
        return False
    if tag == "NOUN" or (tag == "NUM" and analysis.lowers[token - 1] in ("of", "'s", *DETERMINERS)):
        return True
    if tag == "PROPN":
        return not has_noun or analysis.upos[token - 1] in ("PROPN", "PUNCT")
    if tag == "ADJ" or lower in ("more", "other"):
        return not has_noun or following in ("NOUN", "PROPN")
    if tag == "VERB":
        return not has_noun and analysis.xpos[token] in ("VBN", "VBG", "JJ")
    if tag == "PUNCT" or lower in ("'s", "'"):
        if lower in ("-", *QUOTES, "'s"):
            return following in ("NOUN", "PROPN", "ADJ", "VERB", "NUM") or lower in QUOTES
        adjective = analysis.upos[token - 1] == "ADJ" and analysis.lowers[token - 1] not in ("more", "other")
        return lower == "," and not has_noun and adjective and following in ("ADJ", "NOUN")
    if tag == "CCONJ":
        return not closed and following in ("ADJ", "PROPN", "NOUN")
    return tag == "ADV" and not has_noun and following in ("ADJ", "VERB", "PROPN", "NOUN")


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
