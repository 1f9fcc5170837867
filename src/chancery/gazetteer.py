"""Gazetteer: what the name of a place can mean, looked up by whole words.

In: the committed table `chancery/data/places.tsv`, read once on first use. Out: `Gazetteer.longest`, the
longest place name that starts at a token, with its meanings, most likely first.
What it does not know: the report. `extract.places` decides what is a place, `resolve.places` which one.

The table has some 60,000 rows sorted by key; it is searched by bisection and a row is decoded only when it
is met, because decoding all of them would cost more than reading a report.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

COLUMNS = ("key", "country", "latitude", "longitude", "weight", "geonames", "precision", "name")
"""Columns of a row, tab between them; the last two are left out for a plain city."""

_LETTERS: dict[int, str | int] = {
    **dict.fromkeys(map(ord, "ʻʼʿʾʹ‘’`´"), "'"),
    **dict.fromkeys(map(ord, "-‐‑–/,"), " "),
    **str.maketrans("ıłøđßə", "ilodse"),
}
_SHORT = {"st": "saint", "mt": "mount", "ft": "fort", "ste": "sainte"}


@dataclass(frozen=True, slots=True)
class Toponym:
    """One meaning of a place name.

    Attributes:
        name: as English news writes it; None for a city that is called as the report calls it.
        precision: country, territory, region, disputed, historic, city, settlement, neighborhood, site, island,
            mountain, border, sea, ocean, strait, canal, river or lake.
        country: ISO 3166-1 alpha-3 (XKX for Kosovo); None where several countries share or dispute it.
        state: two-letter code of the state for a city of the United States, else None.
        latitude: degrees (WGS 84), about the middle of what the name covers; never a capital for its country.
        longitude: likewise; both None where one point says little.
        weight: how likely this meaning is without context: thousands of people, set by rank for what is no city.
        geonames: number in GeoNames, None for what is written by hand.
    """

    name: str | None
    precision: str
    country: str | None
    state: str | None
    latitude: float | None
    longitude: float | None
    weight: int
    geonames: int | None


Meanings = tuple[Toponym, ...]


class Gazetteer:
    """Place names, matched over whole tokens.

    Args:
        rows: the lines of the table, sorted.
    """

    def __init__(self, rows: list[str]) -> None:
        self._rows = rows

    def longest(self, forms: Sequence[str], first: int, last: int) -> tuple[int, Meanings] | None:
        """Return the end and the meanings of the longest place name that starts at a token.

        Args:
            forms: tokens of the report in their own case.
            first: index where the name starts.
            last: index after the last token that it may use.

        Returns:
            The index after the name and its meanings, most likely first, or None.
        """
        found: tuple[int, str] | None = None
        name, row = "", 0
        for end in range(first + 1, last + 1):
            word = fold(forms[end - 1])
            if not word:  # a hyphen or an apostrophe between two words of a name
                if end == first + 1:
                    return None
                continue
            glued = end > first + 1 and forms[end - 2] in ("'", "’")
            name = name + word if glued else f"{name} {word}".lstrip()
            row = bisect_left(self._rows, name, row)
            if row == len(self._rows) or not self._rows[row].startswith(name):
                break
            if self._rows[row].startswith(name + "\t"):
                found = end, name
        exact = self._exact(forms[first])
        if exact and (found is None or found[0] == first + 1):
            return first + 1, exact
        return (found[0], self._meanings(found[1])) if found else None

    def get(self, name: str) -> Meanings:
        """Return the meanings of a name written in full, most likely first; () for an unknown one.

        Example:
            >>> [(place.country, place.precision) for place in gazetteer().get("Tripoli")][:2]
            [('LBY', 'city'), ('LBN', 'city')]
        """
        return self._exact(name) or self._meanings(fold(name))

    def _exact(self, form: str) -> Meanings:
        """Return what a form means that is a name only in capitals ("US", "U.K."), or ()."""
        plain = form.replace(".", "")
        return self._meanings(plain) if plain.isupper() and len(plain) <= 4 else ()

    def _meanings(self, name: str) -> Meanings:
        """Decode the rows of a key."""
        start = name + "\t"
        row, found = bisect_left(self._rows, start), []
        while row < len(self._rows) and self._rows[row].startswith(start):
            found.append(_toponym(self._rows[row]))
            row += 1
        return tuple(sorted(found, key=lambda place: -place.weight))


@lru_cache(maxsize=20_000)
def fold(form: str) -> str:
    """Write a name or a token as the keys of the table are written.

    Lower case, no accents, points or apostrophes, blanks for hyphens, "saint" for "St." and so on.

    Example:
        >>> fold("Sana’a"), fold("Port-au-Prince"), fold("St. Petersburg"), fold("’s")
        ('sanaa', 'port au prince', 'saint petersburg', 's')
    """
    letters = unicodedata.normalize("NFKD", form.lower().translate(_LETTERS))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    apart = (plain + " ").replace("'s ", " s ")
    words = "".join(letter for letter in apart if letter.isalnum() or letter == " ").split()
    return " ".join(_SHORT.get(word, word) for word in words)


def _toponym(row: str) -> Toponym:
    """Decode one row."""
    cells = row.split("\t")
    country, _, state = cells[1].partition("/")
    return Toponym(
        name=cells[7] if len(cells) > len(COLUMNS) - 1 else None,
        precision=cells[6] if len(cells) > len(COLUMNS) - 2 else "city",
        country=country or None,
        state=state or None,
        latitude=float(cells[2]) if cells[2] else None,
        longitude=float(cells[3]) if cells[3] else None,
        weight=int(cells[4]),
        geonames=int(cells[5]) if cells[5] else None,
    )


@cache
def gazetteer() -> Gazetteer:
    """Return the places of `data/places.tsv` (built by `tools/build_places.py`)."""
    table = (files("chancery") / "data" / "places.tsv").read_text(encoding="utf8")
    return Gazetteer(table.rstrip("\n").split("\n"))
