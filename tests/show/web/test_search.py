"""Search: reports, statements and events with their words, each leading to where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from archives import READER, clash, empty, put, small
from chancery.ask import search as asking
from chancery.show.web import search
from chancery.store.writing import Writer
from served import client


@pytest.fixture
def page(tmp_path: Path) -> Iterator[TestClient]:
    """Yield the page over the small archive."""
    with client(small(tmp_path / "a.db")) as one:
        yield one


def counts(text: str) -> list[str]:
    """Return the counts beside the headings of the sections."""
    return [part.split('<span class="count">')[1].split("<")[0] for part in text.split('<section class="results">')[1:]]


def test_without_words_there_is_only_the_form(page: TestClient) -> None:
    text = page.get("/search").text
    assert 'name="words"' in text
    assert counts(text) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("drones", ["1", "1", "2"]), ("NORWAY", ["1", "1", "3"]), ("in", ["2", "1", "3"]), ("nowhere", ["0", "0", "0"]),
        ('"may expel"', ["1", "0", "1"]), ('"', ["0", "0", "0"]),
    ],
)  # fmt: skip
def test_each_section_says_how_many_it_has(page: TestClient, words: str, expected: list[str]) -> None:
    assert counts(page.get("/search", params={"words": words}).text) == expected


def test_results_lead_to_their_words_which_are_marked(page: TestClient) -> None:
    text = page.get("/search?words=drones").text
    assert '<a href="/reports/doc_b">Norway accuses Russia over <mark>drones</mark></a>' in text
    assert '<a href="/reports/doc_b#s1">Russia … of sending 12 <mark>drones</mark> over its coast</a>' in text
    assert '<a href="/reports/doc_b#e1">' in text


def test_the_name_of_a_source_counts_too_and_is_marked(page: TestClient) -> None:
    assert "<strong><mark>Norway</mark></strong> accuse:" in page.get("/search?words=norway+drones").text


def test_each_section_leads_to_its_list_with_the_same_words(page: TestClient) -> None:
    text = page.get("/search", params={"words": '"may expel"'}).text
    for kind in ("reports", "statements", "events"):
        address = f"/{kind}?words=%22may+expel%22&newest=1"
        assert f'href="{address.replace("&", "&amp;")}"' in text
        assert page.get(address).status_code == 200


def test_that_there_are_more_and_how_far_was_looked_is_said(page: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "SHOWN", 1)
    monkeypatch.setattr(asking, "BATCH", 1)
    text = page.get("/search?words=in").text
    assert counts(text) == ["2", "1", "at least 2"]
    assert "Looked for in the newest 1 reports" in text


def test_more_reports_than_are_counted_are_more_than_that(page: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (search, asking):
        monkeypatch.setattr(module, "COUNTED", 1)
    assert counts(page.get("/search?words=in").text)[0] == "more than 1"


def test_reports_come_newest_first_where_too_many_have_the_words(
    page: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "it is not told how well they match" not in page.get("/search?words=in").text
    monkeypatch.setattr(search, "RANKED", 1)
    text = page.get("/search?words=in&order=best&decided=1").text
    assert "it is not told how well they match" in text
    assert text.index("/reports/doc_a") < text.index("/reports/doc_c")


def test_a_wrong_order_is_said(page: TestClient) -> None:
    assert page.get("/search?words=in&order=oldest").status_code == 400


def test_the_words_stay_in_the_form(page: TestClient) -> None:
    assert 'value="&#34;an accord&#34; geneva"' in page.get("/search", params={"words": '"an accord" geneva'}).text


PLAIN = "<script>alert(1)</script><img src=x onerror=alert(2)> {{ 7 * 7 }}"


def test_hostile_words_and_reports_stay_text(tmp_path: Path) -> None:
    record = clash()
    text = f"{record.document.text}\n{PLAIN} \x02drones\x03"
    document = replace(record.document, text=text, title=PLAIN, publisher=PLAIN)
    actors = tuple(replace(one, name=PLAIN) for one in record.actors)
    with empty(tmp_path / "a.db") as archive:
        writer = Writer(archive)
        with writer.transaction():
            put(writer, replace(record, document=document, actors=actors), writer.run_of(READER))
    with client(tmp_path / "a.db") as page:
        for words in ("drones", "script", PLAIN):
            shown = page.get("/search", params={"words": words}).text
            assert "&lt;script&gt;" in shown or "&lt;<mark>script</mark>&gt;" in shown
            assert "<script>alert" not in shown
            assert "<img" not in shown
            assert "\x02" not in shown.split("<main")[1].split("</form>")[1]


def test_the_interface_answers_with_the_same(page: TestClient) -> None:
    answer = page.get("/api/search?words=drones").json()
    assert {kind: (one["count"], one["more"], len(one["rows"])) for kind, one in answer.items()} == {
        "reports": (1, False, 1), "statements": (1, False, 1), "events": (2, False, 2),
    }  # fmt: skip
    (row,) = answer["statements"]["rows"]
    assert [row["document"], row["id"], row["source"]] == ["doc_b", "s1", "Norway"]
    assert row["excerpt"] == "Russia … of sending 12 drones over its coast"


@pytest.mark.parametrize("query", ["colour=red", "words=in&order=oldest"])
def test_the_interface_has_one_form_of_error(page: TestClient, query: str) -> None:
    answer = page.get(f"/api/search?{query}")
    assert [answer.status_code, answer.headers["content-type"]] == [400, "application/problem+json"]


def test_the_interface_finds_nothing_without_words(page: TestClient) -> None:
    assert [one["count"] for one in page.get("/api/search").json().values()] == [0, 0, 0]
