"""A day is read where one day is meant, and left unread where it could be two."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.ingest.dates import LONGEST, Order, day_in_url, day_of, is_open, order_of

DAY = date(2024, 3, 12)


@pytest.mark.parametrize(
    "words",
    [
        "2024-03-12", "2024-03-12T08:15:00+00:00", "2024-03-12 08:15:00.123Z", " 2024/03/12 ", "2024.3.12", "20240312",
        "20240312081500", "Tue, 12 Mar 2024 08:15:00 GMT", "12 March 2024", "12th of March, 2024", "March 12, 2024",
        "Mar. 12, 2024 8:15 a.m.", "12-Mar-2024", "Tue Mar 12 08:15:00 UTC 2024", "12.03.2024", "1710230400",
        "1710230400000", "Tuesday, March 12th, 2024", "Published: 12 MARCH 2024 at 10.00", "2024 March 12",
        "Tue Mar 12 2024 08:15:00 GMT+0000 (Coordinated Universal Time)",
    ],
)  # fmt: skip
def test_usual_forms_are_read(words: str) -> None:
    assert day_of(words) == DAY


def test_the_day_is_the_one_at_the_place_of_publication() -> None:
    assert day_of("2024-03-12T23:30:00-05:00") == DAY


@pytest.mark.parametrize(
    "words", ["", "yesterday", "2024", "March 2024", "2024-13-01", "2024-02-30", "0001-01-01", "9999-01-01", "12345678"]
)
def test_what_is_no_day_is_not_read(words: str) -> None:
    assert day_of(words) is None


@pytest.mark.parametrize(("order", "expected"), [(None, None), ("day", date(2024, 4, 3)), ("month", date(2024, 3, 4))])
def test_a_date_of_two_small_numbers_needs_an_order(order: Order | None, expected: date | None) -> None:
    assert day_of("3/4/2024", order) == expected


@pytest.mark.parametrize("words", ["13/3/2024", "3/13/2024"])
def test_a_number_above_twelve_is_the_day(words: str) -> None:
    assert day_of(words) == date(2024, 3, 13)


def test_the_same_number_twice_is_certain() -> None:
    assert day_of("5/5/2024") == date(2024, 5, 5)


def test_a_string_of_slashes_is_not_looked_at() -> None:
    assert day_of("/" * 200_000 + "2024-03-12") is None


@given(st.text(max_size=2 * LONGEST))
def test_any_string_gives_a_day_or_none(words: str) -> None:
    day = day_of(words)
    assert day is None or 1605 <= day.year <= 2100


@given(st.dates(date(1700, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    assert day_of(day.isoformat()) == day_of(f"{day:%Y%m%d}") == day


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["3/4/2024", "25/4/2024"], "day"),
        (["3/4/2024", "4/25/2024"], "month"),
        (["25/4/2024", "4/25/2024"], None),
        (["3/4/2024"], None),
        ([], None),
    ],
)
def test_the_order_of_a_column_is_shown_by_large_numbers(values: list[str], expected: Order | None) -> None:
    assert order_of(values) == expected


@pytest.mark.parametrize(("words", "expected"), [("3/4/2024", True), ("13/4/2024", False), ("2024-03-04", False)])
def test_an_open_date_is_told(words: str, expected: bool) -> None:
    assert is_open(words) == expected


@pytest.mark.parametrize(
    "url",
    [
        "https://x.example/2024/03/12/lane", "https://x.example/world/2024/mar/12/lane", "https://x.example/a-2024-03-12",
        "https://x.example/news/20240312/lane", "https://x.example/2024_03_12.html",
    ],
)  # fmt: skip
def test_the_day_in_a_url_is_found(url: str) -> None:
    assert day_in_url(url) == DAY


@pytest.mark.parametrize("url", [None, "https://x.example/2024/03/", "https://x.example/120240312", "/2024" * 90_000])
def test_a_url_without_a_day_has_none(url: str | None) -> None:
    assert day_in_url(url) is None
