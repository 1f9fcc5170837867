"""Conditions: words and parts of names as SQLite looks for them."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.ask.conditions import containing, last_second, matching


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("drones coast", '"drones" "coast"'),
        ('"Security Council" veto', '"Security Council" "veto"'),
        ("NOT title:x*", '"NOT" "title:x*"'),
        ('odd " quote', '"odd" "quote"'),
        ('""', '""'),
    ],
)
def test_words_are_nothing_but_words(words: str, expected: str) -> None:
    assert matching(words) == expected


@given(st.text(max_size=40))
def test_any_words_are_a_query_that_the_index_understands(words: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5 (text)")
    assert connection.execute("SELECT * FROM words WHERE words MATCH ?", [matching(words)]).fetchall() == []


def found(part: str, name: str) -> bool:
    connection = sqlite3.connect(":memory:")
    return any(
        connection.execute("SELECT ? LIKE ? ESCAPE '\\'", (name, pattern)).fetchone()[0] for pattern in containing(part)
    )


@pytest.mark.parametrize(
    ("part", "name", "expected"),
    [
        ("farouk", "Nadia Farouk", True),
        ("ŁÓDŹ", "Mayor of Łódź", True),
        ("łódź", "Mayor of Łódź", True),
        ("50%", "50 reasons", False),
        ("50%", "50% party", True),
        ("a_b", "aXb", False),
        ("\\", "a\\b", True),
        ("\x00", "Nadia Farouk", False),
    ],
)
def test_a_part_of_a_name_is_found_in_any_case_and_is_no_pattern(part: str, name: str, expected: bool) -> None:
    assert found(part, name) == expected


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1))
def test_every_name_contains_itself(name: str) -> None:
    assert found(name, name)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-04-01", "2026-04-01T23:59:59Z"),
        ("2026-04-01T12:30", "2026-04-01T12:30:59Z"),
        ("2026-04-01T12:30Z", "2026-04-01T12:30:59Z"),
        ("2026-04-01T12:30:05", "2026-04-01T12:30:05Z"),
        ("2026-04-01T12:30:05Z", "2026-04-01T12:30:05Z"),
    ],
)
def test_a_day_or_minute_lasts_to_its_end(value: str, expected: str) -> None:
    assert last_second(value) == expected
