"""A timeline can be filtered by what it counts."""

from __future__ import annotations

from chancery.show.web.trends import VALUES, facets_of

ROWS = [("type", "AID", 7), ("type", "AGREE", 4), ("publisher", "Post, The", 3)]


def addresses(**filters: str) -> dict[str, str]:
    """Return the addresses of the values."""
    return {one.value: one.address for found in facets_of(ROWS, filters).values() for one in found}


def test_a_value_is_added_to_the_filters() -> None:
    assert addresses(country="EGY")["AID"] == "/timeline?country=EGY&type=AID"
    assert addresses(type="AID")["AGREE"] == "/timeline?type=AID%2CAGREE"


def test_a_chosen_value_is_taken_away() -> None:
    assert addresses(type="AID,AGREE")["AID"] == "/timeline?type=AGREE"
    assert addresses(publisher="Post, The")["Post, The"] == "/timeline?"


def test_chosen_values_are_marked() -> None:
    assert [one.value for one in facets_of(ROWS, {"type": "AGREE"})["type"] if one.chosen] == ["AGREE"]


def test_few_values_are_shown_and_all_that_are_chosen() -> None:
    rows = [("country", f"C{n:02}", 90 - n) for n in range(40)]
    shown = facets_of(rows, {"country": "C39"})["country"]
    assert (len(shown), shown[-1].value) == (VALUES + 1, "C39")
