"""Places: events counted where they are said to be, by status."""

from __future__ import annotations

from typing import Any

import pytest

from chancery.ask.answer import Answer
from chancery.ask.answers import Answers
from chancery.ask.filters import filters_of
from chancery.ask.places import places


def asked(archive: Answers, **filters: Any) -> list[dict[str, Any]]:
    """Return the places of an archive."""
    return list(Answer(archive.archive, places(filters_of(**filters))))


def names(archive: Answers, **filters: Any) -> list[tuple[str, int]]:
    """Return the names of places and their events."""
    return [(row["place"], row["events"]) for row in asked(archive, **filters)]


def test_a_place_has_its_country_precision_coordinates_and_a_count_for_each_status(archive: Answers) -> None:
    assert asked(archive, status="planned") == [
        {
            "place": "Ankara", "place_country": "TUR", "precision": "city", "latitude": 39.92, "longitude": 32.85,
            "events": 1, "happened": 0, "planned": 1, "possible": 0, "alleged": 0, "not_happened": 0,
        }
    ]  # fmt: skip


def test_events_without_a_place_are_left_out(archive: Answers) -> None:
    assert names(archive) == [("Ankara", 1), ("Cairo", 1), ("Geneva", 1)]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"country": "EGY"}, ["Ankara", "Cairo", "Geneva"]),
        ({"source": "EGY", "target": "TUR"}, ["Ankara", "Geneva"]),
        ({"type": "PROTEST"}, ["Cairo"]),
        ({"type": "PROTEST", "country": "TUR"}, []),
        ({"since": "2026-03-01", "until": "2026-03-31"}, ["Geneva"]),
        ({"status": "happened", "type": "AGREE,CONSULT"}, ["Geneva"]),
        ({"place": "EGY"}, ["Cairo"]),
        ({"place": "ank"}, ["Ankara"]),
        ({"words": "accord"}, ["Ankara", "Geneva"]),
        ({"actor": "Farouk"}, ["Ankara"]),
        ({"publisher": "Agency B"}, []),
    ],
)
def test_places_are_filtered_as_events_are(archive: Answers, filters: dict[str, Any], expected: list[str]) -> None:
    assert [place for place, _ in names(archive, **filters)] == expected


def test_some_of_the_places_can_be_asked_for_and_all_be_counted(archive: Answers) -> None:
    answer = Answer(archive.archive, places(filters_of(limit=1, offset=1)))
    assert [[row["place"] for row in answer], answer.total()] == [["Cairo"], 3]


@pytest.mark.parametrize(("as_of", "expected"), [("", ["Cairo", "Geneva"]), ("1", ["Ankara", "Cairo", "Geneva"])])
def test_as_of_counts_what_counted_then(superseded: Answers, as_of: str, expected: list[str]) -> None:
    assert [place for place, _ in names(superseded, as_of=as_of)] == expected


def test_a_count_over_all_goes_along_the_index_of_places(archive: Answers) -> None:
    query = places(filters_of(since="2026-01-01"))
    plan = archive.archive.connection.execute(f"EXPLAIN QUERY PLAN {query.sql}", query.values)
    assert [row[3].split(" INDEX ")[-1] for row in plan if " e USING " in row[3]] == ["events_town (place>?)"]
