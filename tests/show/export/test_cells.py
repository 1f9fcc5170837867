"""Cells stand in their columns, whatever is in them."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.errors import ExportError
from chancery.show.export.cells import clean, joined, line
from show.export.made import HOSTILE

TEXTS = st.text() | st.sampled_from(HOSTILE)
CELLS = TEXTS | st.none() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)


@given(st.lists(CELLS, min_size=1, max_size=8))
def test_a_row_is_one_line_of_its_cells(values: list[str | int | float | None]) -> None:
    text = line(values, len(values), "NA").decode()
    assert (len(text.splitlines()), len(text.removesuffix("\n").split("\t"))) == (1, len(values))


@given(st.lists(CELLS, min_size=1, max_size=8))
def test_readers_with_and_without_quoting_see_the_same_cells(values: list[str | int | float | None]) -> None:
    text = line(values, len(values), "NA").decode()
    quoting = [
        list(csv.reader(io.StringIO(text), delimiter="\t", quoting=kind))
        for kind in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE)
    ]
    assert quoting[0] == quoting[1] == [text.removesuffix("\n").split("\t")]


@given(TEXTS)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(categories=["L", "N", "S"]), min_size=1))
def test_letters_numbers_and_symbols_stay(text: str) -> None:
    assert clean(text).removeprefix("'") == text


@given(st.lists(TEXTS | st.none(), min_size=1))
def test_a_list_in_a_cell_has_a_place_for_each_value(values: list[str | None]) -> None:
    found = joined(values, "None")
    assert (found or "").count(";") == (len(values) - 1 if any(values) else 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\ttab", "a tab"),
        ("two\r\nlines", "two lines"),
        ('the "front"', "the 'front'"),
        ("NUL\x00here", "NUL here"),
        ("line\u2028separator", "line separator"),
        ("=1+1", "'=1+1"),
        ("-2", "'-2"),
        ("  Oslo ", "Oslo"),
        ("Ouagadougou – “north”", "Ouagadougou – “north”"),
    ],
)
def test_text_is_made_to_fit(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_numbers_keep_their_signs() -> None:
    assert line([-10.0, -6.5, 0, 7], 4, "") == b"-10\t-6.5\t0\t7\n"


def test_what_is_unknown_or_cleaned_away_is_the_formats_word_for_it() -> None:
    assert line([None, "", "\n\x00"], 3, "NA") == b"NA\tNA\tNA\n"


def test_a_row_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ExportError, match="2 cells instead of 3"):
        line(["a", "b"], 3, "")


def test_a_list_keeps_its_marks_for_itself() -> None:
    assert joined(["Peace; Justice", None, "B"], "None") == "Peace, Justice; None; B"
