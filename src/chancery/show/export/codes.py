"""Codes: what countries, sectors, places and deeds are called in other datasets.

In: the committed table `chancery/data/codes.json`, built from `resources/codes`, read once on first use.
Out: `Codes`, with `called`, which names a deed under PLOVER's strict reading and under CAMEO.
What it does not know: events; `docs/exports.md` says why a deed gets its code.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from chancery.record import EventType, Status

_WORD = re.compile(r"[a-z]+")


class Country(msgspec.Struct, frozen=True, array_like=True):
    """A country or territory.

    Attributes:
        iso3: ISO 3166-1 alpha-3, XKX for Kosovo.
        name: in English.
        cow, cowabb: Correlates of War number and abbreviation; None for what is no member of that state system.
        fips: FIPS 10-4, or its successor GEC; empty where it has none.
        cameo: CAMEO actor code, as GDELT lists it.
        icews: how ICEWS spells it.
    """

    iso3: str
    name: str
    cow: int | None
    cowabb: str | None
    fips: str
    cameo: str
    icews: str


class Sector(msgspec.Struct, frozen=True, array_like=True):
    """A PLOVER sector: its CAMEO role code, empty where there is none, and ICEWS's words for it."""

    sector: str
    cameo: str
    icews: str


class Precision(msgspec.Struct, frozen=True, array_like=True):
    """A kind of place: its GeoNames feature code, its GDELT type, and the ICEWS column that has its name."""

    precision: str
    feature: str
    gdelt: Literal["country", "state", "city", ""]
    icews: Literal["city", "province", ""]


class Gloss(msgspec.Struct, frozen=True, array_like=True):
    """A CAMEO code: its value on the Goldstein scale, -10 to 10, and what it means."""

    code: str
    goldstein: float
    gloss: str


class Called(msgspec.Struct, frozen=True, array_like=True):
    """What a deed is called under a status.

    Attributes:
        type, mode: PLOVER's, as a strict export has them.
        code: CAMEO's, a string because of its leading zeros.
        back: the code of the row from recipient to actor.
    """

    type: EventType
    mode: str | None
    code: str
    back: str


class Deed(msgspec.Struct, frozen=True, array_like=True):
    """A row of the table of deeds; it counts where a word of the deed begins with one of `words`, or there are none."""

    type: EventType
    mode: str | None
    words: tuple[str, ...]
    happened: Called
    planned: Called
    not_happened: Called

    def under(self, status: Status) -> Called:
        """Return what the deed is called; what is possible or alleged is called as if it had happened."""
        if status == "planned":
            return self.planned
        return self.not_happened if status == "not_happened" else self.happened


class Table(msgspec.Struct, frozen=True):
    """The committed table."""

    countries: tuple[Country, ...]
    sectors: tuple[Sector, ...]
    precisions: tuple[Precision, ...]
    codes: tuple[Gloss, ...]
    deeds: tuple[Deed, ...]


class Codes:
    """The table, by its keys.

    Attributes:
        countries: by ISO 3166-1 alpha-3.
        sectors: by PLOVER code.
        precisions: by the gazetteer's name.
        codes: by CAMEO code.
    """

    def __init__(self, table: Table) -> None:
        """Index a table."""
        self.countries = {row.iso3: row for row in table.countries}
        self.sectors = {row.sector: row for row in table.sectors}
        self.precisions = {row.precision: row for row in table.precisions}
        self.codes = {row.code: row for row in table.codes}
        self._deeds: dict[tuple[str, str | None], list[Deed]] = {}
        for deed in table.deeds:  # those that ask for words come first
            rows = self._deeds.setdefault((deed.type, deed.mode), [])
            rows.insert(len(rows) if not deed.words else 0, deed)

    def called(self, kind: EventType, mode: str | None, status: Status, words: Sequence[str] = ()) -> Called:
        """Return what a deed is called.

        Args:
            kind: its PLOVER type.
            mode: its PLOVER mode.
            status: as the archive has it.
            words: the words that tell of it, in reading order; the first that a row of the table asks for decides.

        Example:
            >>> codes = load()
            >>> codes.called("CONSULT", "visit", "planned")
            Called(type='AGREE', mode=None, code='036', back='036')
            >>> codes.called("REQUEST", "yield", "happened", ["demanded"]).code
            '105'
        """
        rows = self._deeds.get((kind, mode)) or self._deeds[kind, None]
        if len(rows) > 1:
            for found in _WORD.findall(" ".join(words).lower()):
                for deed in rows[:-1]:
                    if found.startswith(deed.words):
                        return deed.under(status)
        return rows[-1].under(status)


@cache
def load() -> Codes:
    """Return the committed table."""
    data = files("chancery").joinpath("data/codes.json").read_bytes()
    return Codes(msgspec.json.decode(data, type=Table))
