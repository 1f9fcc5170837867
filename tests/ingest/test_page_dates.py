"""A day that the metadata do not give is inferred only where no other can be meant."""

from __future__ import annotations

from datetime import date

import pytest

from chancery.ingest.markup import parse
from chancery.ingest.page_dates import find_day
from pages import PARAGRAPHS, page

DAY = date(2024, 3, 13)


def inferred(words: str, url: str | None = None) -> tuple[date | None, str | None]:
    html = page(body=f"<div class='date'>{words}</div>" + "".join(f"<p>{one}</p>" for one in PARAGRAPHS))
    return find_day(parse(html), html, url)


@pytest.mark.parametrize("words", ["13 March 2024", "March 13, 2024", "2024-03-13", "13.03.2024", "Mar 13, 2024"])
def test_a_day_that_the_page_spells_is_found(words: str) -> None:
    assert inferred(words) == (DAY, "found in the page")


def test_numbers_that_could_be_two_days_are_not_taken() -> None:
    assert inferred("3/4/2024") == (None, None)


def test_the_year_of_a_copyright_notice_is_no_day() -> None:
    assert inferred("") == (None, None)


def test_the_url_is_asked_last() -> None:
    assert inferred("", "https://courier.example/2024/03/13/lane") == (DAY, "in the URL")


def test_what_a_page_spells_stands_before_its_url() -> None:
    assert inferred("13 March 2024", "https://courier.example/2020/01/01/lane")[0] == DAY


def test_a_date_of_two_hundred_thousand_slashes_is_no_day() -> None:
    assert inferred("1/2/" * 50_000) == (None, None)
