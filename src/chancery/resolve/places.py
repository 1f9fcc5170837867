"""Places: which of the towns of one name a report has in mind.

In: an analysis and its place mentions. Out: `record.Place`, one for each mention, in the same order.
What it does not know: more about a place than the gazetteer and the report tell.

A country or state beside the name decides ("Tripoli, Lebanon", "the Lebanese city of Tripoli"), then the
countries that the report speaks of, then the number of people.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import log10
from typing import Literal, cast

from chancery import knowledge
from chancery.analysis import Analysis
from chancery.gazetteer import Meanings, Toponym, gazetteer
from chancery.mentions import PlaceMention
from chancery.record import Place

WIDER = frozenset({"country", "territory", "region", "disputed"})
"""Precisions of what may stand behind a town to say where it is."""
MOST_NAMED = 2.0
"""What the report's foremost country adds, in powers of ten of people: a town of a hundredth the size wins."""
NAMED = 1.0
"""What any other country of the report adds, likewise."""
NEAR = 3
"""Tokens between a demonym and a town that it places ("the Iraqi city of Mosul")."""


def resolve(analysis: Analysis, mentions: list[PlaceMention]) -> list[Place]:
    """Choose the meaning of every place name.

    Args:
        analysis: the report.
        mentions: as `extract.places.find` returned them.

    Returns:
        Places of the record, one for each mention, in the same order.
    """
    countries = _countries(analysis, mentions)
    chosen = [_choose(analysis, mentions, index, countries) for index in range(len(mentions))]
    return [_place(analysis, mention) for mention in _agreed(mentions, chosen)]


def _countries(analysis: Analysis, mentions: list[PlaceMention]) -> Counter[str]:
    """Count the countries that the report names, as places and by demonyms ("Lebanese troops")."""
    counted = Counter(m.country for m in mentions if m.country and m.precision in ("country", "territory"))
    for token, upos in enumerate(analysis.upos):
        country = _demonym(analysis, token) if upos in ("ADJ", "PROPN") else None
        if country:
            counted[country] += 1
    return counted


def _demonym(analysis: Analysis, token: int) -> str | None:
    """Return the country whose people or adjective a token names, or None."""
    if not analysis.forms[token][0].isupper():
        return None
    entry = knowledge.actors().get(analysis.lowers[token])
    return entry.country if entry is not None and entry.use == "demonym" else None


def _choose(analysis: Analysis, mentions: list[PlaceMention], index: int, countries: Counter[str]) -> PlaceMention:
    """Return a mention with the meaning that fits the report best."""
    mention = mentions[index]
    meanings = gazetteer().get(analysis.words(mention.tokens))
    beside = _beside(analysis, mentions, index)
    if not meanings:
        return mention if mention.country or beside is None else replace(mention, country=beside.country)
    if len(meanings) == 1 or (mention.precision in ("country", "site", "unknown") and beside is None):
        return mention
    return _with(mention, _fitting(meanings, beside, countries))


def _fitting(meanings: Meanings, beside: PlaceMention | None, countries: Counter[str]) -> Toponym:
    """Return the meaning that lies in the place beside the name, else the one with the highest score."""
    if beside is not None:
        inside = [meaning for meaning in meanings if _lies_in(meaning, beside)]
        if inside:
            return inside[0]
    foremost = countries.most_common(1)[0][0] if countries else None

    def score(meaning: Toponym) -> float:
        context = MOST_NAMED if meaning.country == foremost else NAMED if countries[meaning.country or ""] else 0.0
        return log10(max(1, meaning.weight)) + context

    return max(meanings, key=score)


def _lies_in(meaning: Toponym, beside: PlaceMention) -> bool:
    """Tell whether a meaning lies in a country, or in the state of the United States that is named."""
    if meaning.country != beside.country or meaning.precision == "country":
        return False
    if meaning.country == "USA" and beside.precision == "region" and meaning.state:
        return STATES.get(beside.name.lower().removesuffix(" state")) == meaning.state
    return True


def _beside(analysis: Analysis, mentions: list[PlaceMention], index: int) -> PlaceMention | None:
    """Return the country or state that the same phrase puts beside a town, or None.

    "Tripoli, Lebanon"; "Lebanon's Tripoli"; "Tripoli in northern Lebanon"; "the Lebanese city of Tripoli".
    """
    mention = mentions[index]
    if index + 1 < len(mentions):
        following = mentions[index + 1]
        between = analysis.lowers[mention.tokens[1] : following.tokens[0]]
        if following.precision in WIDER and (between == [","] or (between[:1] == ["in"] and len(between) <= NEAR)):
            return following
    if index > 0:
        before = mentions[index - 1]
        between = analysis.lowers[before.tokens[1] : mention.tokens[0]]
        if before.precision in WIDER and len(between) == 1 and between[0] in ("'s", "’s"):
            return before
    return _by_demonym(analysis, mention)


def _by_demonym(analysis: Analysis, mention: PlaceMention) -> PlaceMention | None:
    """Return the country of a demonym that stands close before a town, as if it were named."""
    first, _ = analysis.sentence(mention.tokens[0])
    for token in range(mention.tokens[0] - 1, max(first - 1, mention.tokens[0] - NEAR - 2), -1):
        country = _demonym(analysis, token)
        if country:
            return replace(mention, country=country, precision="country", name=country)
    return None


def _agreed(mentions: list[PlaceMention], chosen: list[PlaceMention]) -> list[PlaceMention]:
    """Let a bare name mean what the same name meant where the report said it more fully.

    The first mention is the fullest in news ("Tripoli, Lebanon", then "Tripoli").
    """
    first: dict[str, PlaceMention] = {}
    agreed = []
    for mention, choice in zip(mentions, chosen, strict=True):
        told = first.setdefault(mention.name, choice)
        agreed.append(replace(told, tokens=choice.tokens, head=choice.head, use=choice.use))
    return agreed


def _with(mention: PlaceMention, meaning: Toponym) -> PlaceMention:
    """Return a mention with another meaning."""
    named = meaning.name if meaning.name is not None and meaning.precision != "city" else mention.name
    return replace(
        mention,
        name=named,
        country=meaning.country,
        latitude=meaning.latitude,
        longitude=meaning.longitude,
        precision=meaning.precision,
        geonames=meaning.geonames,
    )


def _place(analysis: Analysis, mention: PlaceMention) -> Place:
    """Make the record's place."""
    return Place(
        span=analysis.span(mention.tokens),
        text=analysis.words(mention.tokens),
        name=mention.name,
        country=mention.country,
        latitude=mention.latitude,
        longitude=mention.longitude,
        precision=mention.precision,
        geonames=mention.geonames,
        use=cast(Literal["literal", "metonym"], mention.use),
    )


STATES = {
    "alabama": "AL", "alaska": "AK", "arizona": "AZ", "arkansas": "AR", "california": "CA", "colorado": "CO",
    "connecticut": "CT", "delaware": "DE", "district of columbia": "DC", "florida": "FL", "georgia": "GA",
    "hawaii": "HI", "idaho": "ID", "illinois": "IL", "indiana": "IN", "iowa": "IA", "kansas": "KS", "kentucky": "KY",
    "louisiana": "LA", "maine": "ME", "maryland": "MD", "massachusetts": "MA", "michigan": "MI", "minnesota": "MN",
    "mississippi": "MS", "missouri": "MO", "montana": "MT", "nebraska": "NE", "nevada": "NV", "new hampshire": "NH",
    "new jersey": "NJ", "new mexico": "NM", "new york": "NY", "north carolina": "NC", "north dakota": "ND",
    "ohio": "OH", "oklahoma": "OK", "oregon": "OR", "pennsylvania": "PA", "rhode island": "RI",
    "south carolina": "SC", "south dakota": "SD", "tennessee": "TN", "texas": "TX", "utah": "UT", "vermont": "VT",
    "virginia": "VA", "washington": "WA", "west virginia": "WV", "wisconsin": "WI", "wyoming": "WY",
}  # fmt: skip
"""Postal codes, by which GeoNames keeps the towns of each state apart."""
