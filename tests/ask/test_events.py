"""Events: each filter lets through what it says and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from archives import accord, march, put, small
from chancery.ask.answers import Answers
from chancery.store.archive import open_archive
from chancery.store.writing import Sighting, Writer


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, [6, 3, 4, 5, 1, 2]),
        ({"newest": True}, [2, 1, 5, 4, 3, 6]),
        ({"limit": 2, "offset": 1}, [3, 4]),
        ({"offset": 4}, [1, 2]),
        ({"newest": True, "limit": 1}, [2]),
        ({"actor": "farouk"}, [2]),
        ({"actor": ["farouk", "workers"]}, [6, 2]),
        ({"actor": "officials"}, []),
        ({"party": "1"}, [1]),
        ({"party": ["1", "2"]}, [1]),
        ({"party": "2,4"}, [2]),
        ({"party": "999"}, []),
        ({"country": "EGY"}, [6, 1, 2]),
        ({"country": ["nor", "tur"]}, [3, 4, 5, 1, 2]),
        ({"source": "NOR"}, [3, 5]),
        ({"source": ["NOR", "RUS"]}, [3, 4, 5]),
        ({"target": "RUS"}, [3, 5]),
        ({"target": ["RUS", "TUR"]}, [3, 5, 2]),
        ({"source": "TUR", "target": "EGY"}, [1, 2]),
        ({"source": "RUS", "target": "NOR"}, [4]),
        ({"source": ["RUS", "EGY"], "target": ["NOR", "EGY"]}, [6, 4]),
        ({"source": "NOR", "country": "RUS"}, [3, 5]),
        ({"source": "NOR", "country": "EGY"}, []),
        ({"linked": True}, [6, 3, 4, 5, 1, 2]),
        ({"linked": True, "target": ["RUS", "TUR"]}, [3, 5, 1, 2]),
        ({"linked": True, "country": "TUR"}, [1, 2]),
        ({"linked": True, "source": "EGY"}, [6, 1, 2]),
        ({"type": "consult,ACCUSE"}, [3, 2]),
        ({"type": "AID"}, []),
        ({"mode": "expel"}, [5]),
        ({"mode": ["demo", "visit"]}, [6, 2]),
        ({"status": "planned"}, [2]),
        ({"status": ["alleged", "possible"]}, [4, 5]),
        ({"said_by": "official"}, [1]),
        ({"said_by": "NORWAY"}, [4]),
        ({"said_by": ["norway", "officials"]}, [4, 1]),
        ({"since": "2026-03-06"}, [4, 5, 1, 2]),
        ({"until": "2026-03-05"}, [6, 3]),
        ({"since": "2026-03-05", "until": "2026-03-06"}, [3, 4, 5]),
        ({"place": "ankara"}, [2]),
        ({"place": "EGY"}, [6]),
        ({"place": ["EGY", "genev"]}, [6, 1]),
        ({"place": ["CHE", "TUR"]}, [1, 2]),
        ({"place": "=Geneva"}, [1]),
        ({"place": "=Gen"}, []),
        ({"place": "=Geneva (CHE)"}, [1]),
        ({"place": "=Geneva (FRA)"}, []),
        ({"place": "="}, [3, 4, 5]),
        ({"place": ["=", "=Cairo (EGY)"], "country": "EGY"}, [6]),
        ({"words": "drones coast"}, [3, 4, 5]),
        ({"words": "DRONES"}, [3, 4, 5]),
        ({"words": '"over drones"'}, [3, 4, 5]),
        ({"words": '"coast drones"'}, []),
        ({"words": "drones Cairo"}, []),
        ({"publisher": "Agency B"}, [3, 4, 5]),
        ({"publisher": ["Agency B", "Agency A"]}, [6, 3, 4, 5, 1, 2]),
        ({"publisher": "agency"}, []),
        ({"document": "doc_c"}, [6]),
        ({"document": ["doc_c", "doc_a"]}, [6, 1, 2]),
        ({"country": "EGY", "status": "happened", "since": "2026-03-01"}, [1]),
        ({"country": "EGY", "type": "PROTEST", "mode": "demo", "words": "crowds", "place": "cairo"}, [6]),
        ({"source": "EGY", "target": "TUR", "type": "AGREE", "said_by": "officials", "document": "doc_a"}, [1]),
    ],
)
def test_events_are_those_that_a_filter_lets_through(
    archive: Answers, filters: dict[str, Any], expected: list[int]
) -> None:
    answer = archive.events(**filters)
    assert [row["event"] for row in answer] == expected
    if not {"limit", "offset"} & set(filters):
        assert answer.total() == len(expected)


def test_the_total_is_that_of_all_pages(archive: Answers) -> None:
    assert archive.events(country="EGY", limit=1, offset=1).total() == 3


def test_an_event_says_all_that_is_known_of_it(archive: Answers) -> None:
    row = next(iter(archive.events(document="doc_a", type="CONSULT")))
    assert row == {
        "event": 2, "day": "2026-04-01", "day_from": "text", "type": "CONSULT", "mode": "visit", "status": "planned",
        "actors": "Nadia Farouk", "recipients": "Turkey", "actor_countries": "EGY", "recipient_countries": "TUR",
        "edtf": "2026-04", "earliest": "2026-04-01", "latest": "2026-04-30", "place": "Ankara",
        "place_country": "TUR", "latitude": 39.92, "longitude": 32.85, "precision": "city", "quad": 1, "score": 4.0,
        "contexts": "diplomatic", "said_by": None, "denied_by": None, "confidence": 0.91, "words": "will visit",
        "sentence": "Egyptian Foreign Minister Nadia Farouk will visit Ankara in April.", "document": "doc_a",
        "id": "e2", "title": "Egypt and Turkey sign accord", "publisher": "Agency A", "published": "2026-03-12",
        "url": "https://example.org/doc_a",
    }  # fmt: skip


def test_an_event_of_two_doers_is_one_row(archive: Answers) -> None:
    row = next(iter(archive.events(type="AGREE")))
    assert (row["actors"], row["actor_countries"], row["recipients"], row["said_by"]) == (
        "Egypt; Turkey", "EGY; TUR", None, "officials",
    )  # fmt: skip


def test_an_event_says_who_denies_it(archive: Answers) -> None:
    assert next(iter(archive.events(status="alleged")))["denied_by"] == "Russia"


def test_a_report_is_found_where_a_copy_of_it_was_seen(tmp_path: Path) -> None:
    path = small(tmp_path / "a.db")
    with open_archive(path, write=True) as opened:
        writer = Writer(opened)
        with writer.transaction():
            copied = replace(accord().document, id="doc_x", publisher="Harbour Times")
            copy = writer.add_document(copied, state="copy", family=1)
            writer.add_sighting(copy, Sighting(1, "row 9", publisher="Harbour Times"))
    with Answers(path) as archive:
        assert [row["event"] for row in archive.events(publisher="Harbour Times")] == [1, 2]
        assert len(list(archive.events())) == 6


def test_an_event_without_a_day_comes_first_and_is_between_no_days(tmp_path: Path) -> None:
    path = small(tmp_path / "a.db")
    undated = march()
    undated = replace(
        undated, document=replace(undated.document, id="doc_d", published=None, published_from=None),
        events=tuple(replace(event, time=None) for event in undated.events),
    )  # fmt: skip
    with open_archive(path, write=True) as opened:
        writer = Writer(opened)
        with writer.transaction():
            put(writer, undated, writer.run_of(undated.reader))
    with Answers(path) as archive:
        assert [row["event"] for row in archive.events(country="EGY")] == [7, 6, 1, 2]
        assert [row["event"] for row in archive.events(country="EGY", until="2026-02-28")] == [6]
        assert [tuple(row) for row in archive.timeline(country="EGY", until="2026-02-28").rows()] == [
            ("2026-02", "happened", 1)
        ]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("", [1]), ("1", [1, 2]), ("2", [1]), ("3", [1]), ("0", []), ("2026-04-01", [1]),
        ("2026-04-01T12:30", [1, 2]), ("2026-04-01T13:00", [1]), ("2026-03-31", []),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "filters",
    [{"country": "TUR"}, {"source": "EGY", "target": "TUR"}, {"source": "EGY", "country": "TUR"}, {"words": "accord"}],
)
def test_as_of_answers_as_the_archive_would_have_then(
    superseded: Answers, filters: dict[str, Any], as_of: str, expected: list[int]
) -> None:
    rows = superseded.events(**filters, as_of=as_of)
    assert [row["id"] for row in rows] == [f"e{number}" for number in expected]


def test_as_of_heeds_who_said_so_then(superseded: Answers) -> None:
    found = [
        [row["id"] for row in superseded.events(said_by="officials", as_of=run)] for run in ("1", "2")
    ]  # fmt: skip
    assert found == [["e1"], []]
