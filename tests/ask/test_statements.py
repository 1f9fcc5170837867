"""Statements: found by their source, addressee, act and report."""

from __future__ import annotations

from typing import Any

import pytest

from chancery.ask.answers import Answers


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["accuse", "deny", "say"]),
        ({"newest": True, "limit": 1}, ["say"]),
        ({"act": "deny"}, ["deny"]),
        ({"act": "deny,say"}, ["deny", "say"]),
        ({"country": "NOR"}, ["accuse"]),
        ({"source": "RUS"}, ["deny"]),
        ({"country": "NOR", "source": "RUS"}, []),
        ({"target": "RUS"}, ["accuse"]),
        ({"target": "NOR"}, []),
        ({"actor": "russia"}, ["deny"]),
        ({"since": "2026-03-06"}, ["deny", "say"]),
        ({"until": "2026-03-05"}, ["accuse"]),
        ({"words": "accord"}, ["say"]),
        ({"publisher": "Agency A"}, ["say"]),
        ({"document": "doc_b"}, ["accuse", "deny"]),
        ({"document": "doc_b", "act": "say"}, []),
    ],
)
def test_statements_are_those_of_their_source(archive: Answers, filters: dict[str, Any], expected: list[str]) -> None:
    assert [row["act"] for row in archive.statements(**filters)] == expected


def test_a_statement_says_who_said_what_to_whom(archive: Answers) -> None:
    row = next(iter(archive.statements(act="accuse")))
    expected = {
        "day": "2026-03-05", "day_from": "text", "source": "Norway", "source_kind": "state", "source_country": "NOR",
        "form": "indirect", "cue": "accused", "words": "Russia … of sending 12 drones over its coast", "via": None,
        "addressee": "Russia", "within": None, "confidence": 0.9, "document": "doc_b", "id": "s1",
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected


def test_a_source_without_a_country_has_none(archive: Answers) -> None:
    assert [row["source_country"] for row in archive.statements(act="say")] == [None]


@pytest.mark.parametrize(("as_of", "expected"), [("", 2), ("1", 3), ("2", 2)])
def test_as_of_answers_as_the_archive_would_have_then(superseded: Answers, as_of: str, expected: int) -> None:
    assert len(list(superseded.statements(as_of=as_of))) == expected
