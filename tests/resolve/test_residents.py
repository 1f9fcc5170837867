"""People are placed where a deed was done, unless they may come from elsewhere."""

from __future__ import annotations

from msgspec.structs import replace

from archives import march
from chancery.resolve.residents import settle


def country_of(**changes: object) -> str | None:
    """Return the country of the marchers in Cairo, with changes to them."""
    record = march()
    marchers = replace(record.actors[0], **{"country": None, **changes})
    return settle([marchers], record.events)[0].country


def unnamed() -> dict[str, object]:
    mention = march().actors[0].mentions[0]
    return {"mentions": (replace(mention, form="nominal"),)}


def test_people_are_of_the_country_of_the_place() -> None:
    assert country_of(**unnamed()) == "EGY"


def test_people_with_a_country_keep_it() -> None:
    assert country_of(**unnamed(), country="LBY") == "LBY"


def test_foreigners_are_not_placed() -> None:
    assert country_of(**unnamed(), name="migrant workers") is None


def test_named_people_are_not_placed() -> None:
    assert country_of() is None


def test_armed_groups_are_not_placed() -> None:
    assert country_of(**unnamed(), kind="armed_group") is None


def test_people_of_deeds_in_two_countries_are_not_placed() -> None:
    record = march()
    event, place = record.events[0], record.events[0].place
    assert place is not None
    abroad = replace(event, place=replace(place, country="LBY"))
    marchers = replace(record.actors[0], country=None, **unnamed())
    assert settle([marchers], [event, abroad])[0].country is None
