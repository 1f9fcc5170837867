"""An actor's page tells what it does, with whom, and what is said by it, about it and to it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from archives import READER, accord, empty, put, small, within
from chancery.ask.answers import Answers
from chancery.record import ActorMention
from chancery.show.web import actor
from chancery.store.writing import Writer
from served import client


@pytest.fixture
def page(tmp_path: Path) -> Iterator[TestClient]:
    """Yield the page over the small archive: actor 1 is Egypt, 4 Nadia Farouk, 5 Norway, 6 Russia."""
    with client(small(tmp_path / "a.db")) as one:
        yield one


def part(text: str, heading: str) -> str:
    """Return a part of the page, from its heading to the next."""
    return text.partition(f"<h2>{heading}</h2>")[2].partition("<h2>")[0]


def test_what_is_said_by_it_about_it_and_to_it(page: TestClient) -> None:
    text = page.get("/actors/6").text
    assert '<a href="/reports/doc_b#s2">it sent them</a>' in part(text, "What it says")
    assert "<td>Norway</td>" in part(text, "What is said to it")
    assert "What is said about it" not in text


def test_statements_about_it_are_those_with_a_mention_of_it_in_what_is_said(tmp_path: Path) -> None:
    record = accord()
    span = within(record.document.text, "Turkey", 2)
    egypt, turkey, *others = record.actors
    turkey = replace(turkey, mentions=(ActorMention(span, "Turkey", "name"),))
    with empty(tmp_path / "b.db") as archive:
        writer = Writer(archive)
        with writer.transaction():
            put(writer, replace(record, actors=(egypt, turkey, *others)), writer.run_of(READER))
    with client(tmp_path / "b.db") as page:
        about = part(page.get("/actors/2").text, "What is said about it")
        assert "<td>officials</td>" in about
        assert '<a href="/reports/doc_a#s1">Egypt and Turkey signed an accord in Geneva on Tuesday</a>' in about
        assert "What is said about it" not in page.get("/actors/1").text


def test_with_whom_leads_to_the_deeds_of_both(page: TestClient) -> None:
    others = part(page.get("/actors/5").text, "With whom")
    assert '<a href="/events?party=5,6&amp;newest=1">2</a></td><td>1</td><td>1</td>' in others
    assert "Russia" in others
    assert "two envoys" in others


def test_deeds_a_month_are_drawn(page: TestClient) -> None:
    text = page.get("/actors/6").text
    assert 'aria-label="2026-03: 1 of 2 deeds as the one who acts"' in text
    assert 'aria-label="2026-03: 1 of 2 deeds as the one to whom it is done"' in text


def test_a_month_says_how_many_deeds_it_leads_to(page: TestClient) -> None:
    text = page.get("/actors/6").text
    found = re.findall(r'href="(/events[?]party=6&amp;since[^"]*)" aria-label="[^"]* of (\d+) deeds', text)
    assert len(found) == 2
    for address, number in found:
        listed = page.get(html.unescape(address).replace("/events?", "/api/events?")).json()
        assert listed["total"] == int(number)


@pytest.mark.parametrize("often", [0, 10])
@pytest.mark.parametrize(("most", "heading"), [(40, "Deeds"), (1, "Deeds: the latest 1")])
def test_the_latest_deeds_are_shown_first(
    page: TestClient, monkeypatch: pytest.MonkeyPatch, often: int, most: int, heading: str
) -> None:
    monkeypatch.setattr(actor, "OFTEN", often)
    monkeypatch.setattr(actor, "MOST", most)
    shown = re.findall("doc_b#e[0-9]", part(page.get("/actors/6").text, heading))
    assert shown == ["doc_b#e2", "doc_b#e1"][:most]


def test_a_frequent_actor_is_found_among_the_latest_of_all(tmp_path: Path) -> None:
    with Answers(small(tmp_path / "b.db")) as archive:
        connection = archive.archive.connection
        assert [row[6] for row in connection.execute(actor.LATEST, (6, 40, 6))] == ["e2", "e1"]
        assert [row[6] for row in connection.execute(actor.LATEST, (8, 40, 1))] == []


def test_a_frequent_actor_that_no_longer_acts_has_its_deeds_too(
    page: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actor, "OFTEN", 0)
    monkeypatch.setattr(actor, "WALKED", 1)
    assert "/reports/doc_c#e1" in part(page.get("/actors/8").text, "Deeds")


def test_others_are_counted_by_what_they_do_and_what_is_done_to_them(page: TestClient) -> None:
    others = part(page.get("/actors/6").text, "With whom")
    assert '<th scope="col">they act</th><th scope="col">done to them</th>' in others


def test_what_is_counted_is_said(page: TestClient) -> None:
    text = page.get("/actors/6").text
    assert "counted in its deeds, at most the 2,000 added last" in part(text, "With whom")
    assert "Looked for in the reports with it, at most the 2,000 added last." in part(text, "What is said to it")


def test_as_decided_it_says_that_it_is_of_what_was_read(page: TestClient) -> None:
    assert "This page is of what was read." in page.get("/actors/6?decided=1").text
    assert "This page is of what was read." not in page.get("/actors/6").text


def test_offices_are_dated_by_reports(page: TestClient) -> None:
    offices = part(page.get("/actors/4").text, "Offices, as reports give them")
    assert '<a href="/reports/doc_a#r1">Foreign Minister</a>' in offices
    assert '<td class="first">2026-03-12</td>' in offices


@pytest.mark.parametrize("number", [99, 99999999999999999999999])
def test_an_unknown_actor_is_not_found(page: TestClient, number: int) -> None:
    assert page.get(f"/actors/{number}").status_code == 404
