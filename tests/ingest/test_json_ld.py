"""The article of a page is found in its JSON-LD, however it is wrapped."""

from __future__ import annotations

import json

import pytest

from chancery.ingest.json_ld import Article, plain, read_article

ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Lane reopens &amp; <b>ships</b> sail",
    "datePublished": "2024-03-12T08:15:00Z",
    "dateModified": "2024-03-13",
    "author": [{"@type": "Person", "name": "Jane Roe"}, {"@type": "Person", "name": "John Doe"}],
    "publisher": {"@type": "Organization", "name": "The Courier"},
    "url": "https://courier.example/lane",
    "inLanguage": "en-GB",
}
READ = Article(
    headline="Lane reopens & ships sail", published="2024-03-12T08:15:00Z", modified="2024-03-13",
    author="Jane Roe, John Doe", publisher="The Courier", url="https://courier.example/lane", language="en-GB",
)  # fmt: skip


@pytest.mark.parametrize(
    "value",
    [
        ARTICLE,
        [{"@type": "WebSite"}, ARTICLE],
        {"@graph": [{"@type": "WebPage"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["Thing", "http://schema.org/ReportageNewsArticle"]},
    ],
)
def test_the_article_is_found_wherever_it_is_written(value: object) -> None:
    assert read_article([json.dumps(value)]) == READ


def test_names_that_are_pointed_to_are_followed() -> None:
    graph = [
        {**ARTICLE, "author": {"@id": "#jane"}, "publisher": {"@id": "#courier"}},
        {"@id": "#jane", "@type": "Person", "name": "Jane Roe"},
        {"@id": "#courier", "@type": "Organization", "name": "The Courier"},
    ]
    found = read_article([json.dumps({"@graph": graph})])
    assert (found and found.author, found and found.publisher) == ("Jane Roe", "The Courier")


def test_the_article_of_this_page_is_told_from_others_by_its_url() -> None:
    other = {**ARTICLE, "headline": "Other", "url": "https://courier.example/other"}
    found = read_article([json.dumps([other, ARTICLE])], url="http://www.courier.example/lane?ref=home")
    assert found == READ


def test_the_article_of_this_page_is_told_from_others_by_its_headline() -> None:
    found = read_article(
        [json.dumps([{**ARTICLE, "headline": "Other"}, ARTICLE])], headline="Lane Reopens & Ships Sail"
    )
    assert found == READ


def test_stories_in_a_list_of_links_are_not_the_article() -> None:
    listed = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": ARTICLE}]}
    assert read_article([json.dumps(listed)]) is None


@pytest.mark.parametrize(
    "script",
    [
        f"<!-- {json.dumps(ARTICLE)} -->",
        f"//<![CDATA[\n{json.dumps(ARTICLE)}\n//]]>",
        f"{json.dumps(ARTICLE)};",
        json.dumps(ARTICLE).replace("sail", "sail\\n"),
    ],
)
def test_usual_slips_around_the_json_are_forgiven(script: str) -> None:
    assert read_article([script]) == READ


@pytest.mark.parametrize(
    "script", ["", "{", "[" * 500_000, '{"@type": "NewsArticle"', "null", "7", '"x"', " " * 3_000_000]
)
def test_what_is_no_json_gives_nothing(script: str) -> None:
    assert read_article([script]) is None


@pytest.mark.parametrize("value", [None, 7, "", " ", "x" * 1_001, ["x"]])
def test_what_is_no_line_of_words_is_none(value: object) -> None:
    assert plain(value) is None
