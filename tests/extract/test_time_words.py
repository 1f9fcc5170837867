from __future__ import annotations

import pytest

from chancery.extract.time_words import number_classes, value_of


@pytest.mark.parametrize(
    ("word", "classes"),
    [
        ("8", {"NUMBER", "DAY", "HOUR"}),
        ("31", {"NUMBER", "DAY", "TWO_DIGITS"}),
        ("32", {"NUMBER", "TWO_DIGITS"}),
        ("2016", {"NUMBER", "YEAR"}),
        ("2,016", {"NUMBER"}),
        ("2500", {"NUMBER"}),
        ("21st", {"ORDINAL", "DAYTH"}),
        ("1990s", {"DECADE"}),
        ("'68", {"SHORT_YEAR"}),
        ("10:30", {"CLOCK"}),
        ("10:75", set()),
        ("2/30/2016", set()),
        ("13/13/2016", set()),
        ("0" * 5000, set()),
        ("٢٠١٦", set()),
    ],
)
def test_digits_have_the_classes_of_what_they_can_be(word: str, classes: set[str]) -> None:
    assert classes == number_classes(word)


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("'68", 1968),
        ("'14", 2014),
        ("90s", 1990),
        ("1990s", 1990),
        ("2/28/2016", (2016, 2, 28)),
        ("9/11", (2001, 9, 11)),
    ],
)
def test_digits_have_values(word: str, value: object) -> None:
    assert value == value_of(word)
