"""Places become shapes: countries are areas, towns are circles, what is wide is a ring, disputed land is hatched."""

from __future__ import annotations

from typing import Any

import pytest

from chancery.record import STATUSES
from chancery.show.web.regions import LARGEST, LEAST, MARKS, Area, Drawing, Mark, drawing


def row(place: str, country: str | None, precision: str, at: tuple[float, float] | None = None, **counts: int) -> Any:
    """Build a row of `ask.places`; one event that happened if nothing else is said."""
    latitude, longitude = at or (None, None)
    by_status = {status: counts.get(status, 0) for status in STATUSES} if counts else {"happened": 1}
    return {
        "place": place, "place_country": country, "precision": precision, "latitude": latitude, "longitude": longitude,
        "events": sum(by_status.values()), **dict.fromkeys(STATUSES, 0), **by_status,
    }  # fmt: skip


EGYPT = row("Egypt", "EGY", "country", (27.0, 30.0), happened=7, alleged=1)
CAIRO = row("Cairo", "EGY", "city", (30.06, 31.25), happened=4)
CRIMEA = row("Crimea", "UKR", "disputed", (45.3, 34.4), planned=2)
RUSSIA = row("Russia", "RUS", "country", (60.0, 100.0), happened=20)
SAHEL = row("Sahel", None, "region", (15.0, 5.0))


def drawn(*rows: Any, view: str = "neutral", **filters: str) -> Drawing:
    """Draw rows, those of most events first."""
    return drawing(sorted(rows, key=lambda one: -one["events"]), view, filters)


def named(shapes: tuple[Any, ...], name: str) -> Any:
    """Return the only shape whose words begin with a name."""
    (found,) = (shape for shape in shapes if shape.words.startswith(name))
    return found


def test_a_country_is_an_area_and_not_a_dot() -> None:
    map_ = drawn(EGYPT, CAIRO)
    egypt: Area = named(map_.areas, "Egypt")
    assert egypt.words == "Egypt: 8 events in the country as a whole, 4 at places in it"
    assert [egypt.shade > 0, egypt.address] == [True, "/events?place=EGY"]
    assert [mark.words for mark in map_.marks] == ["Cairo (EGY, city): 4 events"]


def test_a_country_with_events_at_its_places_alone_has_no_shade_and_still_leads_to_them() -> None:
    egypt: Area = named(drawn(CAIRO).areas, "Egypt")
    assert [egypt.shade, egypt.address] == [0, "/events?place=EGY"]


def test_a_country_without_events_leads_nowhere() -> None:
    chad: Area = named(drawn(EGYPT).areas, "Chad")
    assert [chad.shade, chad.address] == [0, ""]


def test_a_wide_place_is_a_ring_larger_than_the_circle_of_a_town_with_as_many_events() -> None:
    circle, ring = sorted(drawn(row("Geneva", "CHE", "city", (46.2, 6.15)), SAHEL).marks, key=lambda mark: mark.radius)
    assert [circle.words, circle.wide] == ["Geneva (CHE, city): 1 event", False]
    assert [ring.words, ring.wide] == ["Sahel (region): 1 event", True]


def test_a_circle_is_as_large_as_its_number_of_events() -> None:
    towns = [row(f"Town {n}", None, "city", (0.0, n), happened=n) for n in (100, 25, 1)]
    assert [mark.radius for mark in drawn(*towns).marks] == [LARGEST, LARGEST / 2, LEAST]


def test_what_is_all_planned_or_possible_is_hollow() -> None:
    towns = [
        row("A", None, "city", (0.0, 1.0), planned=1, possible=1),
        row("B", None, "city", (0.0, 2.0), planned=5, alleged=1),
    ]
    assert {mark.words: mark.hollow for mark in drawn(*towns).marks} == {
        "A (city): 2 events": True, "B (city): 6 events": False,
    }  # fmt: skip


def test_disputed_land_is_hatched_with_its_own_events() -> None:
    map_ = drawn(CRIMEA, RUSSIA)
    crimea: Area = named(map_.areas, "Crimea")
    assert crimea.words == "Crimea (administered by Russia, claimed by Russia and Ukraine): 2 events"
    assert [crimea.hatched, crimea.hollow, crimea.address] == [True, True, "/events?place=Crimea"]
    assert map_.marks == ()


@pytest.mark.parametrize(("view", "to", "address"), [("held", "Russia", "RUS"), ("un", "Ukraine", "UKR")])
def test_land_drawn_to_a_country_has_its_shade_and_a_ring_for_its_own_events(view: str, to: str, address: str) -> None:
    map_ = drawn(CRIMEA, RUSSIA, view=view)
    crimea: Area = named(map_.areas, "Crimea")
    shades = [area.shade for area in map_.areas if area.words.startswith(f"{to}:")]
    assert crimea.words.endswith(f": drawn to {to}")
    assert [crimea.hatched, [crimea.shade]] == [False, shades]
    ring: Mark = named(map_.marks, "Crimea")
    assert [ring.wide, ring.words, ring.address] == [True, "Crimea: 2 events", "/events?place=Crimea"]
    assert crimea.address in ("", f"/events?place={address}")


def test_the_events_of_a_disputed_country_are_on_its_own_land() -> None:
    kosovo: Area = named(drawn(row("Kosovo", "XKX", "country", (42.58, 21.0), happened=3)).areas, "Kosovo")
    assert [kosovo.words[-8:], kosovo.hatched, kosovo.address] == ["3 events", True, "/events?place=XKX"]


def test_events_of_disputed_land_count_as_in_the_country_that_the_record_gives() -> None:
    ukraine: Area = named(drawn(CRIMEA, view="RUS").areas, "Ukraine:")
    assert ukraine.words == "Ukraine: 0 events in the country as a whole, 2 at places in it"


def test_places_without_coordinates_are_counted() -> None:
    map_ = drawn(row("Tambo Quemado", None, "unknown", happened=3), CAIRO)
    assert [map_.unlocated, len(map_.marks)] == [3, 1]


def test_only_so_many_places_are_drawn_and_the_events_at_others_are_counted() -> None:
    towns = [row(f"Town {n}", None, "city", (0.0, n / 10), happened=2) for n in range(MARKS + 3)]
    map_ = drawn(*towns)
    assert [len(map_.marks), map_.crowded] == [MARKS, 6]


def test_the_legend_has_the_least_and_the_most_events_of_each_shade() -> None:
    states = [row("X", code, "country", happened=n) for code, n in (("EGY", 1), ("LBY", 7), ("SDN", 940))]
    map_ = drawn(*states)
    assert map_.shades == ((1, 1, 4), (2, 5, 19), (3, 20, 49), (4, 50, 199), (5, 200, None))
    assert [named(map_.areas, name).shade for name in ("Egypt", "Libya", "Sudan")] == [1, 2, 5]


def test_a_country_too_small_to_be_seen_gets_a_square_where_it_has_events() -> None:
    map_ = drawn(row("Singapore", "SGP", "country", (1.37, 103.8)))
    assert [area.words.split(":")[0] for area in map_.areas if area.speck] == ["Singapore"]


def test_a_shape_leads_to_its_events_under_the_filters_of_the_page() -> None:
    map_ = drawn(EGYPT, CAIRO, status="happened", since="2026-01-01")
    assert named(map_.areas, "Egypt").address == "/events?status=happened&since=2026-01-01&place=EGY"
    assert map_.marks[0].address == "/events?status=happened&since=2026-01-01&place=%3DCairo+%28EGY%29"
