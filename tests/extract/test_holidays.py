from __future__ import annotations

from chancery.extract import holidays


def test_the_longest_holiday_is_found() -> None:
    words = ["New", "Year", "'s", "Eve"]

    assert holidays.find(words, [word.lower() for word in words]) == [(0, 4, ("fixed", 12, 31))]


def test_small_letters_are_no_holiday() -> None:
    words = ["a", "victory", "day", "for", "us"]

    assert holidays.find(words, words) == []


def test_every_rule_is_of_a_known_kind() -> None:
    kinds = {rule[0] for rule in holidays.HOLIDAYS.values()}

    assert {"fixed", "easter", "nth", "movable"} == kinds
