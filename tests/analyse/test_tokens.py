from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.analyse.tokens import tokenize


def words(text: str) -> list[str]:
    return [text[a:b] for a, b in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia’s army", ["Russia", "’s", "army"]),
        ("They can't and won’t.", ["They", "ca", "n't", "and", "wo", "n’t", "."]),
        ("Mr. Obama left at 10:30 a.m.", ["Mr.", "Obama", "left", "at", "10:30", "a.m."]),
        ("the U.N.-backed truce", ["the", "U.N.", "-", "backed", "truce"]),
        ("$1,200.50 or 30%", ["$", "1,200.50", "or", "30", "%"]),
        ("in the 1990s and '80s", ["in", "the", "1990s", "and", "'80s"]),
        ("Feb. 15, 2016", ["Feb.", "15", ",", "2016"]),
        ("O’Brien of d'Estaing", ["O’Brien", "of", "d'Estaing"]),
        ("Shi’ite and Ba'athist", ["Shi’ite", "and", "Ba'athist"]),
        ("the states’ right", ["the", "states", "’", "right"]),
        ("no. He left.", ["no", ".", "He", "left", "."]),
        ("“Never,” he said.", ["“", "Never", ",", "”", "he", "said", "."]),
        ("see https://un.org/a.", ["see", "https://un.org/a", "."]),
        ("talks—then war", ["talks", "—", "then", "war"]),
    ],
)
def test_words_are_split_as_universal_dependencies_splits_them(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_invisible_characters_are_no_part_of_any_token() -> None:
    assert words("Mos\u200bcow\u202e said\x00no\ufeff") == ["Mos", "cow", "said", "no"]


@given(st.text())
def test_tokens_ascend_and_leave_out_only_what_cannot_be_seen(text: str) -> None:
    spans = tokenize(text)
    assert all(a < b for a, b in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    inside = {i for a, b in spans for i in range(a, b)}
    left = [c for i, c in enumerate(text) if i not in inside]
    assert not any(c.isalnum() for c in left)


def test_a_million_brackets_take_linear_time() -> None:
    assert len(tokenize("[" * 1_000_000)) == 1_000_000
