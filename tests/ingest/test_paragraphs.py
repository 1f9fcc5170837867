"""The article of a page comes out in paragraphs, without what stands around it."""

from __future__ import annotations

import logging

import pytest

from chancery.errors import UnreadablePage
from chancery.ingest.markup import parse
from chancery.ingest.paragraphs import lines_of, paragraphs_of
from pages import PARAGRAPHS, TITLE, page

FIRST, SECOND, THIRD = PARAGRAPHS


def found(body: str | None = None) -> list[str]:
    return [one for one in paragraphs_of(parse(page(body=body))) if one != TITLE]


def test_the_article_alone_is_found() -> None:
    assert found() == list(PARAGRAPHS)


def test_source_lines_are_no_paragraphs() -> None:
    assert found(f"<p>{FIRST.replace(' ', chr(10))}</p><p>{SECOND}</p>") == [FIRST, SECOND]


def test_two_line_breaks_are_a_paragraph() -> None:
    assert found(f"<div>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</div>")[-3:] == [FIRST, SECOND, THIRD]


def test_items_and_headings_are_paragraphs() -> None:
    body = f"<p>{FIRST}</p><h2>What was agreed</h2><ul><li>{SECOND}</li><li>{THIRD}</li></ul>"
    assert found(body) == [FIRST, "What was agreed", SECOND, THIRD]


def test_figures_of_a_table_are_left_out() -> None:
    table = "<table><tr><th>Country</th><th>Ships</th></tr><tr><td>Egypt</td><td>12</td></tr></table>"
    assert found(f"<p>{FIRST}</p>{table}<p>{SECOND}</p>") == [FIRST, SECOND]


def test_an_article_laid_out_in_a_table_is_kept() -> None:
    html = (
        f"<html><body><table><tr><td><a href='/a'>Home</a></td><td><h1>{TITLE}</h1><font size='2'><p>{FIRST}</p>"
        f"<p>{SECOND}</p></font></td></tr></table></body></html>"
    )
    assert [one for one in paragraphs_of(parse(html)) if one != TITLE] == [FIRST, SECOND]


def test_struck_words_are_left_out() -> None:
    assert found(f"<p>{FIRST}</p><p>{SECOND} <del>This was wrong.</del></p>") == [FIRST, SECOND]


def test_a_page_without_text_has_no_paragraphs() -> None:
    assert paragraphs_of(parse("<html><body><img src='a.png'></body></html>")) == []


def test_the_extraction_writes_nothing_to_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    logging.getLogger().handlers.clear()
    paragraphs_of(parse("<html><body></body></html>"))
    assert capfd.readouterr().err == ""


def test_a_failing_extraction_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    with pytest.raises(UnreadablePage, match="RecursionError"):
        found()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\nb", ["a", "b"]), ("a\nb\n\nc", ["a b", "c"]), ("\n\n a  b \n", ["a b"]), ("", [])],
)
def test_lines_are_paragraphs_unless_blank_lines_are(text: str, expected: list[str]) -> None:
    assert lines_of(text) == expected
