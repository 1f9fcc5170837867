"""First names tell gender where only men or only women bear them."""

from __future__ import annotations

import pytest

from chancery.extract import given_names


@pytest.mark.parametrize(("name", "gender"), [("Ivan", "m"), ("Élena", "f"), ("Robin", None), ("Harbour", None)])
def test_a_first_name_tells_gender_or_nothing(name: str, gender: str | None) -> None:
    assert given_names.gender_of(name) == gender


def test_a_name_of_either_gender_is_still_a_first_name() -> None:
    assert given_names.is_given("Robin")
    assert not given_names.is_given("Harbour")


def test_no_name_is_in_two_lists() -> None:
    lists = (given_names.MALE, given_names.FEMALE, given_names.EITHER)
    assert sum(map(len, lists)) == len(frozenset().union(*lists))
