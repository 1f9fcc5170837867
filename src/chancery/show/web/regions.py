"""Regions: events by place as shapes: shaded countries, hatched areas, circles and rings.

In: rows of `ask.places`, a view, filters. Out: shapes with their numbers, in words too, and where a click leads.
What it does not know: SVG; the template writes it, so that it is escaped like all else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import zip_longest
from math import sqrt
from typing import Any
from urllib.parse import urlencode

from chancery.record import STATUSES
from chancery.show.web.projection import projected
from chancery.show.web.worldview import Disputed, described, drawn_to, world

Row = dict[str, Any]

WHOLE = frozenset({"country", "territory"})
"""Precisions of places that are an area: that of the country whose code they have."""
NAMED = frozenset({"disputed", "region", "territory"})
"""Precisions of places that are a disputed area of the map, if it has their name."""
POINTS = frozenset({"city", "settlement", "neighborhood", "site", "unknown"})
"""Precisions of places that are a point at the scale of the world; all others are wide, and drawn as a ring."""
STEPS = 5
"""Shades of the scale."""
LARGEST, LEAST = 130.0, 26.0
"""Units of the radius of the circle with the most events, and of the smallest, which can still be hit."""
AROUND = 60.0
"""Units by which a ring is larger than a circle of as many events."""
SPECK = 150
"""Square units, some 2,400 km², below which an area can hardly be seen: a square marks it where it has events."""
MARKS = 300
"""Circles and rings at most, those of most events: more hide each other."""


@dataclass(frozen=True, slots=True)
class Area:
    """A country or a disputed area.

    Attributes:
        path: its outline.
        x, y: its middle.
        shade: 1 to `STEPS`, 0 without events.
        hatched: it is disputed, and drawn to nobody.
        disputed: it is disputed, whoever it is drawn to.
        speck: it is too small to be seen, and has events.
        hollow: nothing has happened there: all is planned or possible.
        words: what it is, and its numbers.
        address: of its events, empty where it has none.
    """

    path: str
    x: int
    y: int
    shade: int
    hatched: bool
    disputed: bool
    speck: bool
    hollow: bool
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A circle for a point, or a ring for a wide place."""

    x: float
    y: float
    radius: float
    wide: bool
    hollow: bool
    events: int
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map.

    Attributes:
        areas: countries, and disputed areas after them.
        marks: circles and rings, the largest first.
        shades: each shade that is used, with the least and the most events that it stands for, None for no limit.
        unlocated: events at places of which no coordinates are known.
        crowded: events at places beyond `MARKS`.
    """

    areas: tuple[Area, ...]
    marks: tuple[Mark, ...]
    shades: tuple[tuple[int, int, int | None], ...]
    unlocated: int
    crowded: int


@dataclass(slots=True)
class Sorted:
    """Rows by what they are on the map.

    Attributes:
        whole: events of a country as a whole, by status and in all, by its code.
        inside: events at places in a country, by its code.
        own: events of a disputed area, by its id.
        spots: rows of all other places.
    """

    whole: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    inside: Counter[str] = field(default_factory=Counter)
    own: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    spots: list[Row] = field(default_factory=list)


def drawing(rows: Iterable[Row], view: str, filters: dict[str, str]) -> Drawing:
    """Return the map of places.

    Args:
        rows: of `ask.places`, all of them, those of most events first.
        view: to whom disputed areas are drawn, of `worldview.views`.
        filters: of the page; a shape leads to its events under the same ones.
    """
    found = sorted_rows(rows)
    shades = shades_of(tally["events"] for tally in (*found.whole.values(), *found.own.values()))
    areas = [*_countries(found, shades, filters), *_disputed(found, shades, view, filters)]
    placed = [row for row in found.spots if row["latitude"] is not None]
    marks = [_mark(row, filters) for row in placed[:MARKS]] + list(_rings(found, view, filters))
    unlocated = sum(row["events"] for row in found.spots if row["latitude"] is None)
    crowded = sum(row["events"] for row in placed[MARKS:])
    return Drawing(tuple(areas), tuple(_scaled(marks)), tuple(_legend(shades)), unlocated, crowded)


def sorted_rows(rows: Iterable[Row]) -> Sorted:
    """Return rows by what they are on the map."""
    found = Sorted()
    for row in rows:
        code, areas = row["place_country"], _areas_named().get(row["place"], ())
        if row["precision"] in NAMED and areas:
            for key in areas:
                found.own[key].update(_tally(row))
        elif row["precision"] in WHOLE and code in _drawn():
            found.whole[code].update(_tally(row))
            for key in _drawn()[code]:
                found.own[key].update(_tally(row))
            continue
        else:
            found.spots.append(row)
        if code:
            found.inside[code] += row["events"]
    return found


@cache
def _areas_named() -> dict[str, tuple[str, ...]]:
    """Return the ids of disputed areas by what the reader calls them."""
    found: dict[str, tuple[str, ...]] = {}
    for key, area in world().disputed.items():
        for place in area.places:
            found[place] = (*found.get(place, ()), key)
    return found


@cache
def _drawn() -> dict[str, tuple[str, ...]]:
    """Return the codes of countries that have an area, each with the ids of the disputed areas that are its own."""
    found: dict[str, tuple[str, ...]] = dict.fromkeys(world().countries, ())
    for key, area in world().disputed.items():
        for code in area.codes:
            found[code] = (*found.get(code, ()), key)
    return found


def _tally(row: Row) -> dict[str, int]:
    return {name: row[name] for name in ("events", *STATUSES)}


def is_hollow(tally: Counter[str] | Row) -> bool:
    """Tell whether of some events none has happened, is alleged or did not happen: all are planned or possible."""
    return bool(tally["events"]) and tally["planned"] + tally["possible"] == tally["events"]


def shades_of(counts: Iterable[int]) -> tuple[int, ...]:
    """Return the least number of events of each shade: even steps of the logarithm, rounded to 1, 2 or 5 tens.

    Example:
        >>> shades_of([1, 7, 940]), shades_of([3]), shades_of([])
        ((1, 5, 20, 50, 200), (1, 2), ())
    """
    most = max(counts, default=0)
    if not most:
        return ()
    return tuple(sorted({1, *(_round(most ** (n / STEPS)) for n in range(1, STEPS))}))


def _round(count: float) -> int:
    """Return the nearest of 1, 2, 5, 10, 20, 50 and so on."""
    power = int("1" + "0" * (len(str(int(count))) - 1))
    return min((1, 2, 5, 10), key=lambda unit: abs(unit * power - count)) * power


def _shade(count: int, shades: Sequence[int]) -> int:
    """Return the shade of a number of events: of few shades neither the palest nor the darkest."""
    if not count:
        return 0
    return sum(count >= least for least in shades) + (len(shades) < STEPS)


def _legend(shades: Sequence[int]) -> Iterator[tuple[int, int, int | None]]:
    for least, following in zip_longest(shades, shades[1:]):
        yield _shade(least, shades), least, following - 1 if following else None


def events_at(filters: dict[str, str], place: str, **more: str) -> str:
    """Return the address of the events at a place, with other filters as they are or as in `more`."""
    return "/events?" + urlencode({**filters, "place": place, **more})


def exactly(row: Row) -> str:
    """Return the filter that asks for one place and no other whose name it is a part of.

    Example:
        >>> exactly({"place": "Tripoli", "place_country": "LBY"}), exactly({"place": "Sahel", "place_country": None})
        ('=Tripoli (LBY)', '=Sahel')
    """
    return f"={row['place']}" + (f" ({row['place_country']})" if row["place_country"] else "")


def _countries(found: Sorted, shades: Sequence[int], filters: dict[str, str]) -> Iterator[Area]:
    """Yield countries, each with the events that are said to be in it as a whole."""
    for code, country in world().countries.items():
        tally, inside = found.whole[code], found.inside[code]
        words = f"{country.name}: {_events(tally['events'])} in the country as a whole, {inside:,} at places in it"
        yield Area(
            country.path, country.x, country.y, _shade(tally["events"], shades), False, False,
            country.size < SPECK and tally["events"] > 0, is_hollow(tally), words,
            events_at(filters, code) if tally["events"] or inside else "",
        )  # fmt: skip


def _disputed(found: Sorted, shades: Sequence[int], view: str, filters: dict[str, str]) -> Iterator[Area]:
    """Yield disputed areas: drawn to nobody with their own events, or to a country in its shade."""
    for key, area in world().disputed.items():
        to = drawn_to(area, view)
        lent = to is not None and to not in area.codes
        tally = found.whole[to] if lent and to else found.own[key]
        words = f"{area.name} ({described(area)})"
        words += f": drawn to {world().names[to]}" if lent and to else f": {_events(tally['events'])}"
        place = to if lent and to else _place(area)
        yield Area(
            area.path, area.x, area.y, _shade(tally["events"], shades), to is None, True,
            area.size < SPECK and tally["events"] > 0 and not lent, is_hollow(tally), words,
            events_at(filters, place) if tally["events"] else "",
        )  # fmt: skip


def _place(area: Disputed) -> str:
    """Return what to filter by for the events of a disputed area: its code, else its name."""
    return next(iter((*area.codes, *area.places)), "")


def _events(count: int) -> str:
    return f"{count:,} event" if count == 1 else f"{count:,} events"


def _mark(row: Row, filters: dict[str, str]) -> Mark:
    """Return the circle or ring of a place."""
    x, y = projected(row["longitude"], row["latitude"])
    where = f"{row['place']} ({', '.join(filter(None, (row['place_country'], row['precision'])))})"
    return Mark(
        round(x, 1), round(y, 1), 0.0, row["precision"] not in POINTS, is_hollow(row), row["events"],
        f"{where}: {_events(row['events'])}", events_at(filters, exactly(row)),
    )  # fmt: skip


def _rings(found: Sorted, view: str, filters: dict[str, str]) -> Iterator[Mark]:
    """Yield a ring with the own events of each disputed area that is drawn to a country."""
    for key, area in world().disputed.items():
        to, tally = drawn_to(area, view), found.own[key]
        if tally["events"] and to is not None and to not in area.codes:
            words = f"{area.name}: {_events(tally['events'])}"
            address = events_at(filters, _place(area))
            yield Mark(area.x, area.y, 0.0, True, is_hollow(tally), tally["events"], words, address)


def _scaled(marks: Sequence[Mark]) -> Iterator[Mark]:
    """Yield marks with their radii, the largest first: a circle's area is as its number of events."""
    most = max((mark.events for mark in marks), default=1)
    for mark in sorted(marks, key=lambda mark: (-mark.events, mark.words)):
        radius = max(LARGEST * sqrt(mark.events / most), LEAST) + AROUND * mark.wide
        yield replace(mark, radius=round(radius, 1))
