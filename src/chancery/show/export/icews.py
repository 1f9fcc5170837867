"""ICEWS: events in the 20 tab-separated columns of the ICEWS dataset.

In: an event and its story. Out: a line for each pair of source and target.
What it does not know: districts. Source of the columns: the header of the dataset.
"""

from __future__ import annotations

from chancery.show.export.cells import Cell, joined, line
from chancery.show.export.codes import load
from chancery.show.export.pairs import Pair, pairs_of
from chancery.show.export.refusals import LeftOut
from chancery.show.export.rows import EventRow, Party
from chancery.show.export.story import Story

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City",
    "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
MISSING = "NA"
HEADER = line(COLUMNS, len(COLUMNS), MISSING)


def lines(row: EventRow, story: Story) -> list[bytes]:
    """Return the lines of an event, one for each pair of source and target.

    Raises:
        LeftOut: it has no date, or no source and target: the dataset has none without.
    """
    if row.day is None:
        raise LeftOut("without a date")
    pairs = [pair for pair in pairs_of(row) if pair.source and pair.target]
    if not pairs:
        raise LeftOut("without a pair of source and target")
    called = load().called(row.type, row.mode, row.status, story.words(row))
    return [line(_cells(row, pair, called.back if pair.back else called.code), len(COLUMNS), MISSING) for pair in pairs]


def _cells(row: EventRow, pair: Pair, code: str) -> list[Cell]:
    gloss = load().codes[code]
    return [
        pair.id_in(row), row.day, *_party(pair.source), f"{gloss.gloss[0].upper()}{gloss.gloss[1:]}", code,
        gloss.goldstein, *_party(pair.target), row.doc, row.spots[0].sentence if row.spots else None, row.publisher,
        *_place(row),
    ]  # fmt: skip


def _party(party: Party | None) -> tuple[Cell, Cell, Cell]:
    """Return name, sectors and country; "workers" of a known country are "Workers (Egypt)", as ICEWS names groups."""
    if party is None:
        return None, None, None
    codes = load()
    country = codes.countries[party.country].icews if party.country in codes.countries else party.country
    name = party.name or ""
    if name[:1].islower():
        name = f"{name[0].upper()}{name[1:]}" + (f" ({country})" if country and country not in name else "")
    sectors = [codes.sectors[sector].icews for sector in (party.sectors or "").split() if sector in codes.sectors]
    return name or None, joined(list(dict.fromkeys(sectors)), MISSING, by=","), country


def _place(row: EventRow) -> tuple[Cell, ...]:
    """Return city, district, province, country, latitude and longitude."""
    codes = load()
    kind = codes.precisions.get(row.precision or "")
    column = kind.icews if kind else ""
    country = codes.countries.get(row.place_country or "")
    return (
        row.place if column == "city" else None, None, row.place if column == "province" else None,
        country.icews if country else row.place_country, row.latitude, row.longitude,
    )  # fmt: skip
