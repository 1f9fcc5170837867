"""The page with the map: shapes and a table with the same numbers, each of which leads to its events."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from archives import READER, accord, clash, empty, put, small, within
from chancery.record import Place, Record
from chancery.store.writing import Writer
from served import client

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


def at(record: Record, name: str, country: str | None, precision: str, latitude: float, longitude: float) -> Record:
    """Return a record whose first event is at a place."""
    span = within(record.document.text, record.events[0].mentions[0].text)
    place = Place(span, name, name, country, latitude, longitude, precision)
    return replace(record, events=(replace(record.events[0], place=place), *record.events[1:]), places=(place,))


def archive(path: Path, *records: Record) -> Path:
    """Make an archive of records."""
    with empty(path) as opened:
        writer = Writer(opened)
        with writer.transaction():
            for record in records:
                put(writer, record, writer.run_of(READER))
    return path


@pytest.fixture
def page(tmp_path: Path) -> Iterator[TestClient]:
    """Yield the page over the small archive: Geneva, Ankara, Cairo."""
    with client(small(tmp_path / "a.db")) as one:
        yield one


def shape(text: str, words: str) -> str:
    """Return the element with some words as its title."""
    (found,) = re.findall(rf"<(?:path|circle|rect) [^>]*><title>{re.escape(words)}</title>", text)
    return str(found)


def test_towns_are_circles_that_lead_to_their_events(page: TestClient) -> None:
    text = page.get("/map").text
    assert 'class="spot"' in shape(text, "Cairo (EGY, city): 1 event")
    assert '<a href="/events?place=%3DCairo+%28EGY%29" aria-label="Cairo (EGY, city): 1 event">' in text


def test_a_town_where_all_is_planned_is_hollow(page: TestClient) -> None:
    assert 'class="spot hollow"' in shape(page.get("/map").text, "Ankara (TUR, city): 1 event")


def test_the_table_has_the_same_numbers_with_their_events(page: TestClient) -> None:
    text = unescape(page.get("/map?status=planned").text)
    row = next(line for line in text.split("\n") if '<tr><th scope="row">Ankara</th>' in line)
    assert re.sub(r"<[^>]+>", " ", row).split() == ["Ankara", "TUR", "city", "1", "1"]
    assert '<a href="/events?status=planned&place=%3DAnkara+%28TUR%29">1</a>' in row


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "Of 6 events 3 have a place (3 different ones); of 3 no place is known."),
        ("?country=TUR", "Of 2 events 2 have a place (2 different ones)."),
        ("?words=drones", "Of 3 events 0 have a place (0 different ones); of 3 no place is known."),
    ],
)
def test_events_without_a_place_are_counted_in_words(page: TestClient, query: str, expected: str) -> None:
    assert expected in re.sub(r"<[^>]+>", "", page.get(f"/map{query}").text)


def test_a_country_is_shaded(tmp_path: Path) -> None:
    egypt = at(accord(), "Egypt", "EGY", "country", 27.0, 30.0)
    text = client(archive(tmp_path / "a.db", egypt)).get("/map").text
    words = "Egypt: 1 event in the country as a whole, 0 at places in it"
    assert 'class="land shade1"' not in shape(text, "Chad: 0 events in the country as a whole, 0 at places in it")
    assert 'class="land shade2"' in shape(text, words)
    assert f'<a href="/events?place=EGY" aria-label="{words}">' in text


def test_disputed_land_is_hatched_until_a_view_draws_it_to_somebody(tmp_path: Path) -> None:
    page = client(archive(tmp_path / "a.db", at(clash(), "Crimea", "UKR", "disputed", 45.3, 34.4)))
    neutral, russian = page.get("/map").text, page.get("/map?view=RUS").text
    held = "administered by Russia, claimed by Russia and Ukraine"
    assert shape(neutral, f"Crimea ({held}): 1 event")
    assert shape(russian, f"Crimea ({held}): drawn to Russia")
    assert neutral.count("url(#hatch)") - russian.count("url(#hatch)") == 6
    assert '<option value="RUS" selected>' in russian


def test_the_note_says_which_code_records_have_whatever_is_drawn(page: TestClient) -> None:
    text = re.sub(r"<[^>]+>", "|", page.get("/map?view=held").text)
    row = next(line for line in text.split("\n") if line.startswith("||Crimea|"))
    assert [cell for cell in row.split("|") if cell] == [
        "Crimea", "administered by Russia, claimed by Russia and Ukraine",
        "Ukraine: General Assembly resolution 68/262", "UKR", "Russia",
    ]  # fmt: skip


@pytest.mark.parametrize("query", ["view=XX", "type=WAR", "since=soon"])
def test_a_wrong_question_is_said(page: TestClient, query: str) -> None:
    answer = page.get(f"/map?{query}")
    assert [answer.status_code, 'role="alert"' in answer.text] == [400, True]


def test_a_hostile_name_of_a_place_stays_text(tmp_path: Path) -> None:
    places = at(accord(), HOSTILE, None, "city", 46.2, 6.15), at(clash(), HOSTILE, HOSTILE, HOSTILE, 46.2, 6.15)
    text = client(archive(tmp_path / "a.db", *places)).get("/map").text
    assert "<script>alert" not in text
    assert "<img" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_the_page_has_no_style_or_script_of_its_own_and_nothing_from_elsewhere(page: TestClient) -> None:
    text = page.get("/map").text
    assert re.findall(r" style=|<style|<script>| on[a-z]+=|//[a-z]+\.", text) == []
