"""Actors: each once, with how often it appears."""

from __future__ import annotations

from typing import Any

import pytest

from chancery.ask.answers import Answers


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"actor": "o"}, ["officials", "Nadia Farouk", "Norway", "two envoys", "workers", "government"]),
        ({"country": "RUS"}, ["Russia", "two envoys"]),
        ({"country": "RUS", "actor": "ENVOY"}, ["two envoys"]),
        ({"country": ["NOR", "TUR"]}, ["Turkey", "Norway"]),
        ({"actor": "nobody"}, []),
        ({"limit": 2}, ["Egypt", "Turkey"]),
        ({"limit": 1, "offset": 1}, ["Turkey"]),
    ],
)
def test_actors_are_those_that_a_filter_lets_through(
    archive: Answers, filters: dict[str, Any], expected: list[str]
) -> None:
    assert [row["name"] for row in archive.actors(**filters)] == expected


def test_an_actor_says_how_often_it_acts_is_acted_on_and_speaks(archive: Answers) -> None:
    (row,) = archive.actors(actor="norway")
    assert row == {
        "actor": 5, "name": "Norway", "kind": "state", "country": "NOR", "sectors": "GOV", "reports": 1, "as_actor": 2,
        "as_recipient": 1, "statements": 1, "first": "2026-03-06", "last": "2026-03-06",
    }  # fmt: skip


def test_what_no_longer_counts_is_not_counted(superseded: Answers) -> None:
    (row,) = superseded.actors(actor="farouk")
    assert (row["reports"], row["as_actor"], row["first"]) == (1, 0, "2026-03-12")


def test_the_total_counts_who_appears(archive: Answers) -> None:
    assert archive.actors(limit=1).total() == 9
