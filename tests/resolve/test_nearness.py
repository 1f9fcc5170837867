from __future__ import annotations

import datetime

import pytest

from chancery.resolve import nearness

MONDAY = datetime.date(2017, 1, 16)


@pytest.mark.parametrize(
    ("weekday", "tense", "expected"),
    [
        (0, "past", "2017-01-16"),
        (0, "future", "2017-01-16"),
        (4, "past", "2017-01-13"),
        (4, "future", "2017-01-20"),
        (1, "past", "2017-01-17"),
        (2, "past", "2017-01-11"),
        (3, "present", "2017-01-19"),
        (6, "present", "2017-01-15"),
        (3, "near", "2017-01-19"),
        (4, "near", "2017-01-13"),
    ],
)
def test_a_bare_weekday_lies_where_its_tense_says(weekday: int, tense: str, expected: str) -> None:
    date = nearness.weekday_near(MONDAY, weekday, tense)

    assert expected == str(date)


def test_last_monday_said_on_a_monday_is_a_week_ago() -> None:
    assert str(nearness.weekday_before(MONDAY, 0)) == "2017-01-09"


def test_next_monday_said_on_a_monday_is_in_a_week() -> None:
    assert str(nearness.weekday_after(MONDAY, 0)) == "2017-01-23"


@pytest.mark.parametrize(
    ("month", "tense", "firm", "expected"),
    [
        (1, "past", True, 2017),
        (12, "past", True, 2016),
        (2, "past", True, 2016),
        (2, "past", False, 2017),
        (12, "future", True, 2017),
        (12, "future", False, 2016),
        (3, "near", True, 2017),
        (11, "near", True, 2016),
    ],
)
def test_a_month_without_a_year_lies_where_its_tense_says(month: int, tense: str, firm: bool, expected: int) -> None:
    assert expected == nearness.month_year(MONDAY, month, tense, firm)


def test_a_day_far_back_by_tense_and_near_ahead_is_ahead() -> None:
    year = nearness.year_near(MONDAY, "past", lambda candidate: datetime.date(candidate, 1, 25))

    assert year == 2017


def test_february_29_is_sought_in_leap_years() -> None:
    year = nearness.year_near(MONDAY, "past", lambda candidate: nearness.make_date(candidate, 2, 29))

    assert year == 2016


@pytest.mark.parametrize(("year", "expected"), [(1818, "1818-03-22"), (2016, "2016-03-27"), (2038, "2038-04-25")])
def test_easter_falls_where_the_tables_of_the_church_have_it(year: int, expected: str) -> None:
    assert expected == str(nearness.easter(year))


def test_memorial_day_is_the_last_monday_of_may() -> None:
    assert str(nearness.holiday_in(2016, ("nth", 5, 0, -1))) == "2016-05-30"
