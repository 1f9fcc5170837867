"""The gazetteer matches whole words, the most likely meaning first, and puts no country at its capital."""

from __future__ import annotations

import time

import pytest

from chancery.gazetteer import Gazetteer, fold, gazetteer

ROWS = [
    "US\tUSA\t38\t-97\t100000\t\tcountry\tUnited States",
    "al slavna\tARL\t1.00\t2.00\t10\t7",
    "new slavna\tARL\t1.00\t2.00\t20\t8",
    "slavna\tARL\t3.00\t4.00\t5\t9",
    "slavna\tBOR\t5.00\t6.00\t50\t10",
]
SMALL = Gazetteer(ROWS)


def test_the_longest_name_wins() -> None:
    found = SMALL.longest(["in", "New", "Slavna", "today"], 1, 4)
    assert found is not None
    assert (found[0], [place.geonames for place in found[1]]) == (3, [8])


def test_the_larger_town_of_one_name_comes_first() -> None:
    assert [place.country for place in SMALL.get("Slavna")] == ["BOR", "ARL"]


def test_a_name_is_no_part_of_a_longer_word() -> None:
    assert SMALL.longest(["Slavnagrad"], 0, 1) is None


def test_a_hyphen_inside_a_name_is_passed_over() -> None:
    found = SMALL.longest(["al", "-", "Slavna"], 0, 3)
    assert found is not None
    assert (found[0], found[1][0].geonames) == (3, 7)


def test_a_name_in_capitals_only_is_not_met_in_small_letters() -> None:
    assert (SMALL.longest(["us"], 0, 1), len(SMALL.get("U.S."))) == (None, 1)


@pytest.mark.parametrize(
    ("form", "key"),
    [("Sana’a", "sanaa"), ("Sana'a", "sanaa"), ("Al Fallūjah", "al fallujah"), ("St. Denis", "saint denis")],
)
def test_a_name_is_folded_to_its_key(form: str, key: str) -> None:
    assert fold(form) == key


@pytest.mark.parametrize(
    ("name", "country", "precision"),
    [
        ("Kiev", "UKR", "city"),
        ("Georgia", "GEO", "country"),
        ("Washington", "USA", "city"),
        ("Kashmir", None, "disputed"),
        ("Strait of Hormuz", None, "strait"),
        ("Guantanamo Bay", "CUB", "site"),
        ("Tripoli", "LBY", "city"),
        ("Texas", "USA", "region"),
        ("Hong Kong", "HKG", "territory"),
        ("Gaza", "PSE", "region"),
    ],
)
def test_a_well_known_name_means_what_news_means_by_it(name: str, country: str | None, precision: str) -> None:
    meant = gazetteer().get(name)[0]
    assert (meant.country, meant.precision) == (country, precision)


@pytest.mark.parametrize(
    ("country", "capital"),
    [("France", "Paris"), ("Pakistan", "Islamabad"), ("Uganda", "Kampala"), ("Chile", "Santiago")],
)
def test_a_country_is_not_at_its_capital(country: str, capital: str) -> None:
    land, town = gazetteer().get(country)[0], gazetteer().get(capital)[0]
    assert land.latitude is not None
    assert town.latitude is not None
    assert abs(land.latitude - town.latitude) + abs((land.longitude or 0) - (town.longitude or 0)) > 0.2


def test_the_table_is_sorted_and_small_enough_to_load_in_a_moment() -> None:
    gazetteer.cache_clear()
    began = time.perf_counter()
    rows = gazetteer()._rows
    assert (time.perf_counter() - began < 1, rows == sorted(rows)) == (True, True)
