"""An actor's page tells what it does, with whom, and what is said by it, about it and to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from archives import READER, accord, empty, put, small, within
from chancery.record import ActorMention
from chancery.show.web.app import create_app
from chancery.show.web.guard import Door
from chancery.store.writing import Writer

HOST = "127.0.0.1:8000"


@pytest.fixture
def page(tmp_path: Path) -> Iterator[TestClient]:
    """Yield the page over the small archive: actor 1 is Egypt, 4 Nadia Farouk, 5 Norway, 6 Russia."""
    app = create_app(small(tmp_path / "a.db"), Door(frozenset({HOST})))
    with TestClient(app, base_url=f"http://{HOST}") as one:
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
    app = create_app(tmp_path / "b.db", Door(frozenset({HOST})))
    with TestClient(app, base_url=f"http://{HOST}") as page:
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
    assert 'aria-label="2026-03: 1 as the one who acts"' in text
    assert 'aria-label="2026-03: 1 as the one to whom it is done"' in text


def test_offices_are_dated_by_reports(page: TestClient) -> None:
    offices = part(page.get("/actors/4").text, "Offices, as reports give them")
    assert '<a href="/reports/doc_a">Foreign Minister</a>' in offices
    assert '<td class="first">2026-03-12</td>' in offices


@pytest.mark.parametrize("number", [99, 99999999999999999999999])
def test_an_unknown_actor_is_not_found(page: TestClient, number: int) -> None:
    assert page.get(f"/actors/{number}").status_code == 404
