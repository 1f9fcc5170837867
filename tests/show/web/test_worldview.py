"""Worldviews: an area in dispute is drawn to nobody, unless a view says to whom."""

from __future__ import annotations

import pytest

from chancery import gazetteer
from chancery.ask.countries import COUNTRIES
from chancery.errors import QueryError
from chancery.show.web.worldview import check, described, drawn_to, views, world

DISPUTED = sorted(world().disputed)


@pytest.mark.parametrize("key", DISPUTED)
def test_every_disputed_area_is_drawn_to_nobody_at_first(key: str) -> None:
    assert drawn_to(world().disputed[key], check("")) is None


@pytest.mark.parametrize(
    ("key", "view", "expected"),
    [
        ("crimea", "held", "RUS"), ("crimea", "un", "UKR"), ("crimea", "UKR", "UKR"), ("crimea", "IND", None),
        ("falklands", "GBR", "FLK"), ("falklands", "ARG", "ARG"), ("falklands", "held", "FLK"),
        ("kosovo", "SRB", "SRB"), ("kosovo", "un", None), ("taiwan", "CHN", "CHN"), ("taiwan", "held", "TWN"),
        ("northern_cyprus", "held", None), ("sahara_west", "MAR", "MAR"), ("sahara_east", "held", None),
    ],
)  # fmt: skip
def test_a_view_draws_an_area_to_whom_its_row_says(key: str, view: str, expected: str | None) -> None:
    assert drawn_to(world().disputed[key], view) == expected


def test_a_state_changes_only_the_areas_that_it_claims() -> None:
    changed = [key for key in DISPUTED if drawn_to(world().disputed[key], "RUS") is not None]
    assert changed == ["crimea", "donetsk", "kherson", "kurils", "luhansk", "zaporizhzhia"]


def test_every_claimant_has_a_view() -> None:
    assert {state for area in world().disputed.values() for state in area.claimed} == {*views()} - {
        "neutral", "held", "un",
    }  # fmt: skip


def test_an_unknown_view_is_refused() -> None:
    with pytest.raises(QueryError, match="no view 'rus': there are neutral, held, un, ARG"):
        check("rus")


@pytest.mark.parametrize("key", DISPUTED)
def test_every_disputed_area_says_who_administers_and_who_claims_it(key: str) -> None:
    area = world().disputed[key]
    assert bool(area.administered) != bool(area.authority)
    assert area.why
    assert described(area).startswith("administered by ")
    assert ", claimed by " in described(area)


@pytest.mark.parametrize("key", DISPUTED)
def test_the_code_in_records_is_the_one_that_the_reader_gives(key: str) -> None:
    area = world().disputed[key]
    found = {meaning.country for place in area.places for meaning in meanings(place) if meaning.precision != "city"}
    assert (found - {None}) | set(area.codes) == set(area.recorded)


def meanings(place: str) -> list[gazetteer.Toponym]:
    """Return what the reader can mean by a name that it gives to a place itself."""
    return [meaning for meaning in gazetteer.gazetteer().get(gazetteer.fold(place)) if meaning.name == place]


def test_every_country_that_a_record_can_have_is_on_the_map_but_two() -> None:
    drawn = {*world().countries} | {code for area in world().disputed.values() for code in area.codes}
    assert COUNTRIES - drawn == {"ATA", "VAT"}
    assert drawn - COUNTRIES == set()
