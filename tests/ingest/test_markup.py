"""Pages are parsed, and what no page can have is refused before the parser sees it."""

from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.errors import EmptyReport, ReportError, UnreadablePage
from chancery.ingest.markup import ATTRIBUTES, ELEMENTS, PIECES, check_tags, parse

QUICK = 5.0  # seconds; each takes a tenth of that, and hours without the checks


def refused_quickly(html: str) -> str:
    """Return why a page is refused, if that is quick."""
    start = time.perf_counter()
    with pytest.raises(UnreadablePage) as refusal:
        parse(html)
    assert time.perf_counter() - start < QUICK
    return str(refusal.value)


def test_three_million_attributes_are_refused() -> None:
    assert "attributes" in refused_quickly("<div " + "".join(f" a{n}=1" for n in range(3_000_000)) + ">")


def test_a_bracket_in_quotes_does_not_hide_attributes() -> None:
    assert "attributes" in refused_quickly("<div " + "a='>' " * 200_000 + ">")


def test_an_open_quote_does_not_take_long() -> None:
    assert "attributes" in refused_quickly('<a b="' * 1_000_000)


def test_too_many_tags_are_refused() -> None:
    assert "tags" in refused_quickly("<p>" * (ELEMENTS + 1))


def test_ten_thousand_nested_tables_are_refused() -> None:
    assert "256 levels" in refused_quickly("<table>" * 10_000)


def test_ten_thousand_nested_tables_with_cells_are_refused() -> None:
    assert "tags" in refused_quickly("<table><tr><td>" * 10_000)


def test_an_index_of_links_is_refused() -> None:
    assert "side by side" in refused_quickly("<p>" + "<a href='/x'>x</a> " * (PIECES + 1))


def test_as_many_attributes_as_allowed_are_parsed() -> None:
    parse("<p " + " ".join(f"a{n}" for n in range(ATTRIBUTES)) + ">Envoys met.</p>")


@pytest.mark.parametrize(
    "html",
    [
        "<script>" + "if (a<b && c) " * 500 + "</script><p>Envoys met.</p>",
        "<!-- " + "<a b c " * 500 + " --><p>Envoys met.</p>",
        "<style>" + "<a b " * 500 + "</style><p>Envoys met.</p>",
    ],
)
def test_scripts_styles_and_comments_are_no_tags(html: str) -> None:
    assert parse(html).text_content().strip().endswith("Envoys met.")


def test_null_characters_are_left_out() -> None:
    assert parse("<p>En\x00voys met.</p>").text_content() == "Envoys met."


def test_tags_that_dress_words_leave_one_piece() -> None:
    assert next(parse("<p>The <b>envoys</b> <i class='x'>met</i>.</p>").iter("p")).text == "The envoys met."


def test_entities_that_a_page_declares_are_not_followed() -> None:
    html = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><p>&b;</p>'
    assert parse(html).text_content().count("ha") == 0


def test_an_empty_page_is_refused_as_empty() -> None:
    with pytest.raises(EmptyReport):
        parse("")


@settings(max_examples=300)
@given(st.text(st.sampled_from("<>/!-='\" abscript\x00\n")))
def test_no_text_makes_anything_but_a_tree_or_a_refusal(html: str) -> None:
    with contextlib.suppress(ReportError):
        parse(html)


def test_tags_of_other_files_are_counted_to_their_own_limit() -> None:
    check_tags(b"<item>" * (ELEMENTS + 1), ELEMENTS + 1)
