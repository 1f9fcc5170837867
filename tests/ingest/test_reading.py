"""An entry becomes a report with all that is known of it, or the reason why there is none."""

from __future__ import annotations

import pickle
import time
from datetime import date
from pathlib import Path

import pytest

from chancery.errors import EmptyReport, NotText, ReportError, ReportTooLong
from chancery.ingest.entries import Entry, Known
from chancery.ingest.options import Limits, Options
from chancery.ingest.reading import report_of, with_headline
from pages import PARAGRAPHS, TEXT, TITLE, json_ld, page, read_page

DAY = date(2024, 3, 12)
ARTICLE = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2024-03-12", "author": {"name": "Jane Roe"}}
QUICK = 10.0  # seconds; each takes a tenth of that


def read_text(data: bytes, known: Known | None = None) -> str:
    return report_of(Entry("/a.txt", "", "text", data, known or Known()), Options()).text


def read_row(text: str, **known: str) -> tuple[str, date | None, str | None]:
    report = report_of(Entry("/a.csv", "row 1", "row", text.encode(), Known(**known)), Options())
    return report.text, report.published, report.published_how


def test_a_page_becomes_headline_and_paragraphs() -> None:
    assert read_page(page()).text == TEXT


def test_a_page_gives_all_that_it_says() -> None:
    report = read_page(page(json_ld(ARTICLE)), Known(url="https://courier.example/lane"))
    assert (report.title, report.url, report.author, report.language) == (
        TITLE, "https://courier.example/lane", "Jane Roe", "en",
    )  # fmt: skip
    assert (report.published, report.published_from, report.published_how) == (DAY, "metadata", "JSON-LD datePublished")


def test_a_day_in_the_url_is_marked_as_inferred() -> None:
    report = read_page(page(), Known(url="https://courier.example/2024/03/12/lane"))
    assert (report.published, report.published_from, report.published_how) == (DAY, "inferred", "in the URL")


def test_a_day_that_is_given_stands_before_all() -> None:
    report = read_page(page(json_ld(ARTICLE)), options=Options(published=date(2020, 1, 1)))
    assert (report.published, report.published_from) == (date(2020, 1, 1), "given")


def test_the_day_of_a_feed_stands_behind_that_of_the_page_and_before_the_url() -> None:
    known = Known(
        url="https://x.example/2020/01/01/a", published="Tue, 12 Mar 2024 08:15:00 GMT", published_how="feed published"
    )
    assert read_page(page(), known).published_how == "feed published"
    assert read_page(page(json_ld(ARTICLE)), known).published_how == "JSON-LD datePublished"


def test_the_day_of_the_crawl_is_no_day_of_publication() -> None:
    assert read_page(page(), Known(seen="2024-03-12T00:00:00Z")).published is None


def test_the_day_of_change_is_kept_apart() -> None:
    report = read_page(page(json_ld({**ARTICLE, "dateModified": "2024-03-15"})))
    assert (report.published, report.modified, report.modified_how) == (DAY, date(2024, 3, 15), "JSON-LD dateModified")


def test_a_title_that_the_input_gives_stands_before_that_of_the_page() -> None:
    report = read_page(page(), Known(title="Ships sail again"))
    assert (report.title, report.text.split("\n")[0]) == ("Ships sail again", "Ships sail again")


def test_a_page_with_two_wordings_of_its_headline_gets_the_one_that_is_its_title() -> None:
    report = read_page(page(json_ld({**ARTICLE, "headline": "Egypt, Turkey: lane"})))
    assert (report.title, report.text) == ("Egypt, Turkey: lane", TEXT.replace(TITLE, "Egypt, Turkey: lane"))


def test_the_whole_article_is_taken_from_json_ld_where_the_page_shows_a_teaser() -> None:
    html = page(json_ld({**ARTICLE, "articleBody": "\n\n".join(PARAGRAPHS)}), body=f"<p>{PARAGRAPHS[0]}</p>")
    assert read_page(html).text == TEXT


def test_an_article_in_json_ld_may_be_html() -> None:
    body = "".join(f"<p>{one.replace('the talks', '<b>the talks</b>')}</p>" for one in PARAGRAPHS)
    assert read_page(page(json_ld({**ARTICLE, "articleBody": body}), body=f"<p>{PARAGRAPHS[0]}</p>")).text == TEXT


def test_json_ld_does_not_stand_in_for_a_whole_article() -> None:
    html = page(json_ld({**ARTICLE, "articleBody": " ".join(PARAGRAPHS)}))
    assert read_page(html).text == TEXT


def test_a_page_without_an_article_is_refused() -> None:
    with pytest.raises(EmptyReport, match="No article"):
        read_page("<html><body><img src='a.png'></body></html>")


@pytest.mark.parametrize(("charset", "encoding"), [("windows-1252", "windows-1252"), ("iso-8859-1", "windows-1252")])
def test_a_page_is_decoded_as_it_says(charset: str, encoding: str) -> None:
    html = page(title="Café owner’s plea").replace("charset='utf-8'", f"charset='{charset}'")
    assert read_page(html.encode(encoding)).title == "Café owner’s plea"


def test_a_broken_letter_of_a_menu_spoils_nothing() -> None:
    assert read_page(page().encode().replace(b"Section 7", b"Section \xff7")).text == TEXT


def test_a_broken_letter_of_the_article_is_refused() -> None:
    html = page("<meta name='a' content='" + "é" * 99 + "'>").encode().replace(b"word", b"w\xffrd")
    with pytest.raises(NotText, match="w\ufffdrd"):
        read_page(html)


def test_another_language_is_named_and_not_refused_here() -> None:
    body = (
        "<p>"
        + "Der Präsident sagte am Montag, dass die Gespräche mit den Rebellen nicht beginnen werden. " * 4
        + "</p>"
    )
    assert read_page(page(body=body, lang="de", title="Gespräche")).language == "de"


def test_a_text_stays_as_it_is_but_for_its_mark() -> None:
    text = "Zürich\r\n\r\n“x”\u200b \n"
    assert read_text(text.encode("utf-8-sig")) == text


def test_a_text_is_decoded_as_its_server_said() -> None:
    assert read_text("Erdoğan".encode("windows-1254"), Known(charset="windows-1254")) == "Erdoğan"


def test_a_row_gets_its_title_as_headline() -> None:
    assert read_row(PARAGRAPHS[0], title=TITLE)[0] == f"{TITLE}\n\n{PARAGRAPHS[0]}"


def test_a_row_of_html_becomes_paragraphs() -> None:
    assert read_row("".join(f"<p>{one}</p>" for one in PARAGRAPHS), title=TITLE)[0] == TEXT


def test_a_row_keeps_the_day_of_its_column() -> None:
    assert read_row(TEXT, published="2024-03-12", published_how="column date")[1:] == (DAY, "column date")


def test_a_day_that_is_not_understood_is_said() -> None:
    assert read_row(TEXT, published="3/4/2024", published_how="column date")[1:] == (
        None, "column date, not understood: 3/4/2024",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\nEnvoys met.",
        "LANE REOPENS TO GRAIN SHIPS.\nEnvoys met.",
        f"World\n12 March 2024\n{TITLE}\nEnvoys met.",
    ],
)
def test_a_headline_is_not_put_before_a_text_that_has_it(text: str) -> None:
    assert with_headline(text, TITLE) == text


@pytest.mark.parametrize("headline", [None, "", "—"])
def test_no_headline_changes_nothing(headline: str | None) -> None:
    assert with_headline("Envoys met.", headline) == "Envoys met."


def test_a_whole_file_is_opened_here(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Envoys met.", encoding="utf8")
    assert report_of(Entry(str(tmp_path / "a.txt"), "", "text"), Options()).text == "Envoys met."


def test_a_file_that_is_gone_is_a_refusal(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="No such file"):
        report_of(Entry(str(tmp_path / "a.txt"), "", "text"), Options())


def test_a_file_that_has_grown_is_a_refusal(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"x" * 11)
    with pytest.raises(ReportTooLong, match="more than 10 bytes"):
        report_of(Entry(str(tmp_path / "a.html"), "", "html"), Options(limits=Limits(page=10)))


def test_a_text_above_the_limit_is_a_refusal() -> None:
    with pytest.raises(ReportTooLong, match="11 characters"):
        report_of(Entry("/a.csv", "row 1", "row", b"x" * 11), Options(limits=Limits(text=10)))


def test_entries_and_reports_travel_between_processes() -> None:
    entry = Entry(
        "/a.html", "offset 7", "html", page(json_ld(ARTICLE)).encode(), Known(url="https://courier.example/a")
    )
    report = report_of(pickle.loads(pickle.dumps(entry)), pickle.loads(pickle.dumps(Options())))
    assert pickle.loads(pickle.dumps(report)) == report


SLASHES = "/" * 200_000


@pytest.mark.parametrize(
    "html",
    [
        page(f"<meta property='article:published_time' content='{SLASHES}'>"),
        page(json_ld({**ARTICLE, "datePublished": SLASHES})),
        page(f"<link rel='canonical' href='https://x.example/{SLASHES}'>"),
        page(body=f"<time datetime='{SLASHES}'>{SLASHES}</time>" + "".join(f"<p>{one}</p>" for one in PARAGRAPHS)),
        page(body="".join(f"<p>{one}</p>" for one in PARAGRAPHS), title="a | " * 50_000),
    ],
    ids=["meta", "json-ld", "canonical", "time", "title"],
)
def test_fields_of_two_hundred_thousand_characters_are_passed_over_quickly(html: str) -> None:
    start = time.perf_counter()
    report = read_page(html)
    assert (report.published, time.perf_counter() - start < QUICK) == (None, True)


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td>" * 60 + PARAGRAPHS[0],
        "<p>" + "<b>x</b> " * 15_000 + "</p>",
        "<ul>" + "<li>x</li>" * 15_000 + "</ul>",
        "<span class='date'>on 3/4/2020</span>" * 1_500,
        "x<script></script>" * 15_000,
    ],
    ids=["tables", "bold", "list", "dates", "scripts"],
)
def test_long_and_deep_pages_are_read_in_seconds(body: str) -> None:
    start = time.perf_counter()
    read_page(page(body=body + "".join(f"<p>{one}</p>" for one in PARAGRAPHS)))
    assert time.perf_counter() - start < QUICK
