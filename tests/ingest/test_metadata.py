"""The head of a page gives title, date, publisher, author and URL, each from where it is surest."""

from __future__ import annotations

from datetime import date

import pytest

from chancery.ingest.markup import parse
from chancery.ingest.metadata import Particulars, read_particulars
from pages import TITLE, json_ld, page

DAY = date(2024, 3, 12)


def particulars(head: str, *, url: str | None = None, **given: str) -> Particulars:
    return read_particulars(parse(page(head, **given)), url)


def test_json_ld_stands_before_meta_tags() -> None:
    head = json_ld({"@type": "NewsArticle", "datePublished": "2024-03-12"})
    found = particulars(head + "<meta property='article:published_time' content='2020-01-01'>")
    assert (found.published, found.published_how) == (DAY, "JSON-LD datePublished")


@pytest.mark.parametrize(
    ("tag", "how"),
    [
        ("<meta property='article:published_time' content='2024-03-12T10:00:00Z'>", "meta article:published_time"),
        ("<meta name='DC.date.issued' content='2024-03-12'>", "meta dc.date.issued"),
        ("<meta name='parsely-pub-date' content='2024-03-12'>", "meta parsely-pub-date"),
        ("<meta itemprop='datePublished' content='2024-03-12'>", "itemprop datepublished"),
    ],
)
def test_meta_tags_give_the_day_and_are_named(tag: str, how: str) -> None:
    found = particulars(tag)
    assert (found.published, found.published_how) == (DAY, how)


def test_a_time_element_that_says_so_gives_the_day() -> None:
    found = particulars("", body="<time itemprop='datePublished' datetime='2024-03-12'>today</time><p>Envoys met.</p>")
    assert (found.published, found.published_how) == (DAY, "itemprop datepublished")


def test_the_day_of_change_is_kept_apart() -> None:
    found = particulars("<meta property='article:modified_time' content='2024-03-12'>")
    assert (found.published, found.modified, found.modified_how) == (None, DAY, "meta article:modified_time")


def test_an_open_date_is_left_out() -> None:
    assert particulars("<meta name='date' content='3/4/2024'>").published is None


def test_the_heading_is_the_title_where_the_named_one_begins_with_it() -> None:
    assert particulars(f"<meta property='og:title' content='{TITLE} - The Courier'>").title == TITLE


def test_the_name_of_the_site_is_cut_from_a_title() -> None:
    html = "<html><head><title>Lane reopens | The Courier</title></head><body><p>Envoys met.</p></body></html>"
    assert read_particulars(parse(html)).title == "Lane reopens"


def test_a_dash_in_a_title_stays_where_what_follows_is_not_the_site() -> None:
    html = (
        "<html><head><title>Talks fail - envoy</title><meta property='og:site_name' content='The Courier'></head>"
        "<body><p>Envoys met.</p></body></html>"
    )
    assert read_particulars(parse(html)).title == "Talks fail - envoy"


def test_publisher_and_author_are_read_from_meta_tags() -> None:
    found = particulars("<meta property='og:site_name' content='The Courier'><meta name='author' content='Jane Roe'>")
    assert (found.publisher, found.author) == ("The Courier", "Jane Roe")


def test_an_address_is_no_author() -> None:
    assert particulars("<meta property='article:author' content='https://social.example/jane'>").author is None


def test_the_page_gives_its_own_url() -> None:
    assert (
        particulars("<link rel='canonical' href='https://courier.example/lane'>").url == "https://courier.example/lane"
    )


def test_the_url_where_it_was_found_stands_before_its_own() -> None:
    found = particulars("<link rel='canonical' href='https://other.example/x'>", url="https://courier.example/lane")
    assert found.url == "https://courier.example/lane"


@pytest.mark.parametrize("href", ["/lane", "javascript:alert(1)", "https://x.example/" + "a" * 3_000])
def test_a_url_that_is_none_of_the_web_is_left_out(href: str) -> None:
    assert particulars(f"<link rel='canonical' href='{href}'>").url is None


def test_the_language_is_that_of_the_page() -> None:
    assert particulars("", lang="en-GB").language == "en-GB"
