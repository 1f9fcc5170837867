"""GDELT: events in the 61 tab-separated columns of the GDELT 2.0 event table, without a header.

In: an event and its story. Out: a line for each pair of actors.
What it does not know: tone, religions, ethnic groups, districts, GNS numbers; their cells are empty.
Source of the columns: GDELT event codebook 2.0.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from chancery.show.export.cells import Cell, line
from chancery.show.export.codes import load
from chancery.show.export.pairs import pairs_of
from chancery.show.export.refusals import LeftOut
from chancery.show.export.rows import EventRow, Party
from chancery.show.export.story import Story

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{n}{name}" for n in (1, 2) for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"{what}Geo_{name}" for what in ("Actor1", "Actor2", "Action") for name in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
MISSING = ""
HEADER = b""
ROLES = 3
"""Type codes of an actor at most."""
LEAD = 3
"""Sentences that count as the lead: the headline and a first paragraph of one or two sentences, as agencies do it."""
NOWHERE: tuple[Cell, ...] = (0, *(None,) * 7)
STATE, CITY, COUNTRY = 2, 3, 1
ABROAD = {STATE: 5, CITY: 4}
"""GDELT counts states and cities of the United States apart from those of the world."""


def lines(row: EventRow, story: Story) -> list[bytes]:
    """Return the lines of an event, one for each pair of actors; an actor alone has a line without the other.

    Raises:
        LeftOut: it has no date, or nobody takes part.
    """
    if row.day is None:
        raise LeftOut("without a date")
    pairs = pairs_of(row)
    called = load().called(row.type, row.mode, row.status, story.words(row))
    dates, seen, where = _dates(row.day), _seen(row, story), (*NOWHERE, *NOWHERE, *_place(row))
    lead = int(any(spot.sentence <= LEAD for spot in row.spots))
    found = stamp(row.added), row.url or row.document
    return [
        line(
            (
                pair.id_in(row), *dates, *_actor(pair.source), *_actor(pair.target), lead,
                *_code(called.back if pair.back else called.code), *seen, *where, *found,
            ),
            len(COLUMNS), MISSING,
        )
        for pair in pairs
    ]  # fmt: skip


def _code(code: str) -> tuple[Cell, ...]:
    """Return a CAMEO code, its base and its root, GDELT's class and Goldstein's value."""
    return code, code[:3], code[:2], quad_of(code), load().codes[code].goldstein


def _seen(row: EventRow, story: Story) -> tuple[Cell, ...]:
    """Return how many mentions, sources and articles there are, and the tone, which nobody measured."""
    sightings = story.sightings
    sources = {sighting.source for sighting in sightings}
    return len(row.spots) * len(sightings), len(sources), len(sightings), None


def quad_of(code: str) -> int:
    """Return GDELT's class of a CAMEO code: 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict."""
    root = int(code[:2])
    return next(quad for last, quad in ((5, 1), (8, 2), (13, 3), (20, 4)) if root <= last)


def stamp(moment: str) -> str:
    """Return a moment as YYYYMMDDHHMMSS.

    Example:
        >>> stamp("2026-04-01T12:00:00Z")
        '20260401120000'
    """
    return "".join(character for character in moment if character.isdigit())


@lru_cache(maxsize=4096)  # days come again and again
def _dates(day: str) -> tuple[Cell, ...]:
    """Return the day as a number, the month, the year, and the year with its fraction.

    GDELT counts the fraction in months of 30 days and years of 365.
    """
    at = date.fromisoformat(day)
    fraction = at.year + ((at.month - 1) * 30 + at.day) / 365
    return f"{at:%Y%m%d}", f"{at:%Y%m}", f"{at:%Y}", f"{fraction:.4f}"


def _actor(party: Party | None) -> tuple[Cell, ...]:
    """Return the ten cells of an actor: CAMEO's country and role codes, together and apart."""
    if party is None:
        return (None,) * len(_ACTOR)
    codes = load()
    found = codes.countries.get(party.country or "")
    country = found.cameo if found else ""
    sectors = [] if party.kind == "state" else (party.sectors or "").split()  # a state goes by its country's code
    roles = list(dict.fromkeys(codes.sectors[one].cameo for one in sectors if one in codes.sectors))
    roles = [role for role in roles if role][:ROLES]
    types: list[Cell] = [*roles, *[None] * (ROLES - len(roles))]
    return "".join((country, *roles)), (party.name or "").upper(), country, None, None, None, None, *types


def _place(row: EventRow) -> tuple[Cell, ...]:
    """Return the eight cells of the place; FIPS 10-4 country codes, as GDELT has them."""
    codes = load()
    country = codes.countries.get(row.place_country or "")
    kind = codes.precisions.get(row.precision or "")
    if row.place is None or country is None or not country.fips or kind is None or not kind.gdelt:
        return NOWHERE
    if kind.gdelt == "country":
        return COUNTRY, country.name, country.fips, country.fips, None, row.latitude, row.longitude, country.fips
    number = STATE if kind.gdelt == "state" else CITY
    kind_of_place = number if country.iso3 == "USA" else ABROAD[number]
    name = f"{row.place}, {country.name}"
    return kind_of_place, name, country.fips, None, None, row.latitude, row.longitude, None
