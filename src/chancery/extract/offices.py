"""Offices: which titles a report gives to which person.

In: an analysis and its names. Out: title phrases for each person, in reading order.
What it does not know: whether two mentions are the same person.
"""

from __future__ import annotations

from dataclasses import replace

from chancery import knowledge
from chancery.analysis import Analysis
from chancery.extract import constructions, phrases, titles
from chancery.extract.bodies import Owners
from chancery.extract.names import NameSpan
from chancery.extract.titles import TitlePhrase


def find(analysis: Analysis, spans: list[NameSpan]) -> dict[int, list[TitlePhrase]]:
    """Find the titles of every person's name.

    Args:
        analysis: the report.
        spans: its names, in order, as `names.find` returns them.

    Returns:
        For the first token of each person's name its titles; persons without any are left out.
    """
    owners = owners_of(spans)
    found: dict[int, list[TitlePhrase]] = {}
    shared: list[TitlePhrase] = []
    shared_end = -1
    for span in spans:
        if span.kind != "person":
            continue
        first, last = span.tokens
        said = read(analysis, owners, first, last)
        if shared and _continues_list(analysis, shared_end, first) and not titles.before(analysis, owners, first):
            said = [*shared, *said]
        titled = [_with_affiliation(analysis, owners, phrase, last) for phrase in said]
        if titled:
            found[first] = titled
        plural = [phrase for phrase in said if phrase.plural]
        shared, shared_end = plural, last
    return found


def _with_affiliation(analysis: Analysis, owners: Owners, phrase: TitlePhrase, last: int) -> TitlePhrase:
    """Add the body or country that stands right after the name: "King Salman of Saudi Arabia"."""
    body = affiliation(analysis, owners, last)
    if body is None or phrase.tokens[0] >= last or phrase.country is not None or phrase.body is not None:
        return phrase
    if body.kind == "state":
        return replace(phrase, state=body.name, country=body.country)
    return replace(phrase, body=body.name, country=body.country)


def affiliation(analysis: Analysis, owners: Owners, last: int) -> NameSpan | None:
    """Return the body or country after a person's name: "Nava Boker of the Likud faction", "Ted Poe of Texas"."""
    ceiling = min(analysis.sentence(last - 1)[1], last + 7)
    if last >= ceiling or analysis.lowers[last] not in ("of", "from"):
        return None
    for token in range(last + 1, ceiling):
        span = owners.get(token)
        if span is not None and span.kind not in ("person", "unknown", "population"):
            return span
        if span is None and not (phrases.may_premodify(analysis, token) or analysis.upos[token] == "DET"):
            return None
    return None


def of_pronoun(analysis: Analysis, owners: Owners, token: int) -> list[TitlePhrase]:
    """Read the titles that a clause gives to a pronoun: "He heads the council"."""
    return constructions.predicate(analysis, owners, token, token + 1)


def owners_of(spans: list[NameSpan]) -> dict[int, NameSpan]:
    """Return the name that each token belongs to."""
    return {token: span for span in spans for token in range(*span.tokens)}


def read(analysis: Analysis, owners: Owners, first: int, last: int) -> list[TitlePhrase]:
    """Read every title that the words around one name (or pronoun) give."""
    found: list[TitlePhrase] = []
    for construction in constructions.CONSTRUCTIONS:
        for phrase in construction.read(analysis, owners, first, last):
            if all(phrase.head != other.head for other in found):
                found.append(phrase)
    return found


def _continues_list(analysis: Analysis, end: int, first: int) -> bool:
    """Tell whether only commas, "and" and brackets stand between two names of one list."""
    if not 0 <= first - end <= 8:
        return False
    between = analysis.lowers[end:first]
    joins = {",", "and", "&"}
    if not between or between[-1] not in joins:
        return False
    if set(between) <= joins or (between[0] == "(" and ")" in between):
        return True
    return between[0] in ("of", "from") and all(
        word in joins or word in ("of", "from", "the") or phrases.is_capital(analysis, end + k)
        for k, word in enumerate(between)
    )


def honorific_gender(analysis: Analysis, first: int) -> str | None:
    """Return the gender that the words right before a name tell ("Mrs.", "King"), or None."""
    for start in (first - 2, first - 1):
        if start >= 0:
            title = knowledge.titles().get(" ".join(analysis.lowers[start:first]))
            if title is not None and title.gender is not None:
                return title.gender
    return None
