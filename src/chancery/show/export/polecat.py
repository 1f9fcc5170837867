"""POLECAT: events in the 40 tab-separated columns of the POLECAT dataset.

In: an event and its story. Out: one line; compound parties are lists within a cell.
What it does not know: Wikipedia; its columns are `None`. Source of the columns: the header that loaders expect.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import version

from chancery.plover import QUADS, score_of
from chancery.show.export.cells import Cell, joined, line
from chancery.show.export.codes import load
from chancery.show.export.pairs import sides_of
from chancery.show.export.refusals import LeftOut
from chancery.show.export.rows import EventRow, Party
from chancery.show.export.story import Story

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
MISSING = "None"
HEADER = line(COLUMNS, len(COLUMNS), MISSING)
QUAD_NAMES = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
ORGANIZATIONS = ("organization", "bloc", "government", "armed_group", "media")
"""Kinds of actors that are listed as the story's organizations."""
REGION, PROVINCE = "RGN", "ADM1"


def lines(row: EventRow, story: Story) -> list[bytes]:
    """Return the line of an event.

    Raises:
        LeftOut: it has no date.
    """
    if row.day is None:
        raise LeftOut("without a date")
    called = load().called(row.type, row.mode, row.status, story.words(row))
    actors, recipients = sides_of(row)
    cells: list[Cell] = [
        f"{row.document.removeprefix('doc_')}_{row.local}", row.day, called.type, called.mode,
        score_of(called.type, called.mode), QUAD_NAMES[QUADS[called.type]], _list(row.contexts.split()),
        *_party(actors, row, story), *_party(recipients, row, story), *_place(row, story),
        row.publisher, row.published, _names(story, "person"), _names(story, *ORGANIZATIONS), _list(story.places),
        row.language, _coder(),
    ]  # fmt: skip
    return [line(cells, len(COLUMNS), MISSING)]


@cache
def _coder() -> str:
    """Return what the dataset calls its version."""
    return f"chancery {version('chancery')}"


def _list(values: Sequence[str | None]) -> str | None:
    return joined(values, MISSING)


def _names(story: Story, *kinds: str) -> str | None:
    """List the names of the story's actors of some kinds; "two envoys" are not named."""
    return _list([name for kind in kinds for name in story.names.get(kind, []) if name[:1].isupper()])


def _party(side: list[Party], row: EventRow, story: Story) -> tuple[Cell, ...]:
    """Return the eight cells of one side: each party has its place in every list but that of all sectors."""
    countries = load().countries

    def each(value: Callable[[Party], str | None]) -> str | None:
        return _list([value(party) for party in side])

    def cow(party: Party) -> str | None:
        country = countries.get(party.country or "")
        return str(country.cow) if country and country.cow else None

    def raw(party: Party) -> str | None:
        span = story.nearest(party, row)
        return story.text[span[0] : span[1]] if span else None

    return (
        each(lambda party: party.name), each(lambda party: party.country), each(cow),
        each(lambda party: next(iter((party.sectors or "").split()), None)),
        _list(list(dict.fromkeys(sector for party in side for sector in (party.sectors or "").split()))),
        each(lambda party: story.offices.get(party.local)), each(raw), None,
    )  # fmt: skip


def _place(row: EventRow, story: Story) -> tuple[Cell, ...]:
    """Return the ten cells of the place."""
    if row.place is None or row.place_start is None or row.place_end is None:
        return (None,) * 10
    kind = load().precisions.get(row.precision or "")
    column = kind.icews if kind else ""
    feature = kind.feature if kind else None
    if feature == REGION and row.place_country:
        feature = PROVINCE
    return (
        row.place, row.place if column == "city" else None, None, row.place if column == "province" else None,
        row.place_country, row.latitude, row.longitude, row.geonames,
        story.text[row.place_start : row.place_end], feature,
    )  # fmt: skip
