"""Roles: found by person, country, day and report."""

from __future__ import annotations

from typing import Any

import pytest

from chancery.ask.answers import Answers


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, 1),
        ({"actor": "NADIA", "country": "EGY"}, 1),
        ({"actor": "norway"}, 0),
        ({"country": "NOR"}, 0),
        ({"since": "2026-03-12", "until": "2026-03-12"}, 1),
        ({"since": "2026-03-13"}, 0),
        ({"words": "accord"}, 1),
        ({"words": "drones"}, 0),
        ({"publisher": "Agency A", "document": "doc_a"}, 1),
        ({"document": "doc_b"}, 0),
    ],
)
def test_roles_are_those_that_a_filter_lets_through(archive: Answers, filters: dict[str, Any], expected: int) -> None:
    assert len(list(archive.roles(**filters))) == expected


def test_a_role_says_who_holds_which_office(archive: Answers) -> None:
    row = next(iter(archive.roles()))
    expected = {
        "day": "2026-03-12", "day_from": "published", "person": "Nadia Farouk", "office": "Foreign Minister",
        "organization": "Egypt", "country": "EGY", "words": "Egyptian Foreign Minister Nadia Farouk",
        "document": "doc_a",
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected


@pytest.mark.parametrize(("as_of", "expected"), [("", 0), ("1", 1), ("2", 0)])
def test_as_of_answers_as_the_archive_would_have_then(superseded: Answers, as_of: str, expected: int) -> None:
    assert len(list(superseded.roles(as_of=as_of))) == expected
