"""Units: what a number measures in, and which nouns count people.

In: tokens after a number, or the head noun of what is counted. Out: an ISO 4217 code, `percent`, `person`,
or a singular noun.
What it does not know: grammar. The tables are `resources/units/*.tsv`, built by `tools/build_units.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import msgspec

from chancery import knowledge
from chancery.analysis import Analysis
from chancery.record import Change, Compare

Value = TypeVar("Value")


class Tables(msgspec.Struct, frozen=True):
    """`data/units.json`; phrases are lower-cased tokens joined by one space.

    Attributes:
        measures: form → unit and kind ("kms" → "kilometer", "distance").
        money: word of money → ISO 4217 code, or the noun itself where several countries share it.
        signs: sign or code before a number → ISO 4217 code.
        before: phrase before a number → compare.
        after: phrase after what is counted → compare.
        changes: "word part" → what it takes and the change that it names.
        people: noun → "person" or "thing".
        classes: name of a word class → its words.
    """

    measures: dict[str, tuple[str, str]]
    money: dict[str, str]
    signs: dict[str, str]
    before: dict[str, Compare]
    after: dict[str, Compare]
    changes: dict[str, tuple[str, Change]]
    people: dict[str, str]
    classes: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit found after a number: where it ends, its name and its kind ("money", "share", "distance", ...)."""

    end: int
    name: str
    kind: str


LONGEST = 3  # tokens in the longest form ("new zealand dollars", "kilometers an hour")
MONEY = "money"
RATED = frozenset({"volume", "weight", "distance"})
"""Kinds that may be counted per time: "barrels a day", "tons per year"."""

_PERSON_ENDINGS = re.compile(r".{2,}(?:er|or|ist|ian|ee|eer|man|woman|men|women|people)")
_NATION_ENDINGS = re.compile(r".{2,}(?:[ia]ns?|is?|ites?|ese|ists?|ers?|crats?)")
_STERLING = frozenset({"million", "billion", "trillion", "m", "bn"})


@cache
def tables() -> Tables:
    """Return the tables, read once."""
    return msgspec.json.decode(knowledge.read_table("units.json"), type=Tables)


@cache
def change_verbs() -> frozenset[str]:
    """Return the lemmas of the verbs that name a change."""
    return frozenset(key.removesuffix(" verb") for key in tables().changes if key.endswith(" verb"))


def words(name: str) -> frozenset[str]:
    """Return a class of words of `resources/units/words.tsv`."""
    return tables().classes[name]


def sign_at(analysis: Analysis, first: int, last: int) -> Unit | None:
    """Return the money sign or code that starts at a token, or None.

    A letter before a sign belongs to it only where it touches it and is large: "A$5 million", not "a $5
    million gap".
    """
    found = _longest(tables().signs, analysis.lowers, first, min(last, first + 2))
    if found is None:
        return None
    glued = analysis.ends[first] == analysis.starts[found[0] - 1] and analysis.forms[first].isupper()
    if found[0] == first + 2 and not glued:
        return None
    return Unit(found[0], found[1], MONEY)


def unit_at(lowers: Sequence[str], first: int, last: int) -> Unit | None:
    """Return the unit that starts at a token: money, a measure or a share.

    Args:
        lowers: lower-cased tokens.
        first: index of the token after the number.
        last: index after the last token that may be used.

    Returns:
        The longest unit, or None where what follows is no unit. "Pounds" are sterling only after a scale
        word; elsewhere they weigh.

    Example:
        >>> unit_at(["million", "barrels", "a", "day"], 1, 4)
        Unit(end=4, name='barrel per day', kind='volume')
    """
    money = _longest(tables().money, lowers, first, last) or _sign_after(lowers, first, last)
    measure = _longest(tables().measures, lowers, first, last)
    if money and (measure is None or money[0] > measure[0]):
        if money[1] == "GBP" and lowers[first] in ("pound", "pounds") and not _is_sterling(lowers, first):
            return Unit(money[0], "pound", "weight")
        return Unit(money[0], money[1], MONEY)
    if measure is None:
        return None
    end, (name, kind) = measure
    rated = kind in RATED and end + 1 < last and lowers[end] in ("a", "an", "per", "each", "every", "/")
    if rated and lowers[end + 1] in words("per"):
        return Unit(end + 2, f"{name} per {lowers[end + 1]}", kind)
    return Unit(end, name, kind)


def _sign_after(lowers: Sequence[str], first: int, last: int) -> tuple[int, str] | None:
    """Return the money sign or code after a number ("20 €", "5 million USD"), unless it starts the next number."""
    code = tables().signs.get(lowers[first]) if first < last else None
    if code is None or (first + 1 < last and lowers[first + 1][0].isdigit()):
        return None
    return first + 1, code


def _is_sterling(lowers: Sequence[str], first: int) -> bool:
    """Tell whether pounds after a number are money."""
    return first > 0 and lowers[first - 1] in _STERLING


def _longest(table: Mapping[str, Value], lowers: Sequence[str], first: int, last: int) -> tuple[int, Value] | None:
    """Return the end and value of the longest form that starts at a token."""
    for end in range(min(last, first + LONGEST), first, -1):
        value = table.get(" ".join(lowers[first:end]))
        if value is not None:
            return end, value
    return None


def counts_people(form: str, lemma: str) -> bool:
    """Tell whether a noun counts people.

    Args:
        form: the noun as it stands ("Iraqis").
        lemma: its dictionary form in lower case.

    Returns:
        True for nouns of `resources/units/people.tsv`, nouns that end as words for people do
        ("protester", "activist", "gunmen"), and capitalised names of peoples ("Iraqis", "Democrats").

    Example:
        >>> counts_people("jihadists", "jihadist"), counts_people("tankers", "tanker")
        (True, False)
    """
    people = tables().people
    lower = form.lower()
    for noun in (lemma, lower, singular(lower)):
        known = people.get(noun)
        if known is not None:
            return known == "person"
    if form[:1].isupper() and not form.isupper() and _NATION_ENDINGS.fullmatch(lower):
        return True
    return _PERSON_ENDINGS.fullmatch(singular(lemma)) is not None


def singular(noun: str) -> str:
    """Return the singular of a regular plural.

    Example:
        >>> [singular(noun) for noun in ("parties", "tranches", "lives", "ships", "boxes", "bus")]
        ['party', 'tranche', 'life', 'ship', 'box', 'bus']
    """
    irregular = _IRREGULAR.get(noun)
    if irregular is not None:
        return irregular
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "xes", "zes")) or (noun.endswith("ches") and noun not in _CHES):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun


_CHES = frozenset({"tranches", "caches", "headaches", "creches", "avalanches", "niches"})
_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life", "wives": "wife",
    "knives": "knife", "thieves": "thief", "halves": "half", "shelves": "shelf", "feet": "foot", "mice": "mouse",
    "series": "series", "species": "species", "crises": "crisis", "bases": "base", "movies": "movie",
    "gas": "gas", "buses": "bus", "viruses": "virus", "policemen": "policeman", "gunmen": "gunman",
    "calories": "calorie", "zombies": "zombie", "rookies": "rookie", "kids": "kid", "analyses": "analysis",
    "hypotheses": "hypothesis", "theses": "thesis", "oases": "oasis", "statuses": "status", "campuses": "campus",
    "caucuses": "caucus",
    "censuses": "census", "heroes": "hero", "vetoes": "veto", "embargoes": "embargo", "potatoes": "potato",
    "volcanoes": "volcano", "torpedoes": "torpedo", "mosquitoes": "mosquito", "echoes": "echo", "teeth": "tooth",
    "geese": "goose", "oxen": "ox", "wolves": "wolf", "loaves": "loaf", "leaves": "leaf",
    "headquarters": "headquarters", "barracks": "barracks", "crossroads": "crossroads", "means": "means",
}  # fmt: skip
"""Plurals that the endings get wrong."""
