"""Tables in a terminal: what is cut, what is left out, and that no report can steer a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, cast

import pytest
from rich.cells import cell_len

from chancery.ask.answers import Answer
from chancery.show.tables import Shown, fit, table
from chancery.show.text import Page


class Given:
    """An answer with the rows that a test has."""

    def __init__(self, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        self.names = names
        self._rows = rows

    def rows(self) -> Iterator[Sequence[Any]]:
        return iter(self._rows)


def laid_out(names: str, *rows: Sequence[Any], width: int = 80, colour: bool = False) -> tuple[list[str], list[str]]:
    left_out, lines = table(cast("Answer", Given(names.split(), rows)), Page(width, colour))
    return left_out, list(lines)


def test_texts_stand_left_and_numbers_right() -> None:
    assert laid_out("name count", ("Norway", 7), ("Egypt", 1200))[1] == [
        "name    count",
        "Norway      7",
        "Egypt    1200",
    ]


def test_a_missing_value_is_empty_and_a_number_has_no_needless_digits() -> None:
    assert laid_out("name score", (None, 2.50), ("Egypt", None))[1] == ["name   score", "         2.5", "Egypt"]


def test_a_long_text_is_cut_before_a_short_one() -> None:
    _, lines = laid_out("a b", ("short", "word " * 20), width=30)
    assert lines[1] == "short  word word word word wo…"
    assert max(map(len, lines)) == 30


def test_a_wide_script_takes_two_columns_a_sign() -> None:
    _, lines = laid_out("name x", ("北京" * 20, "end"), width=24)
    assert cell_len(lines[1]) <= 24
    assert lines[1].endswith("end")


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert laid_out("name", ("an\x1b[31m envoy\nleft\u202e",))[1][1] == "an[31m envoy left"


def test_of_a_kind_of_finding_the_main_columns_with_something_in_them_are_shown() -> None:
    names = "role day person office organization country words document quad"
    row = (1, "2026-03-05", "Nadia Farouk", "minister", None, "EGY", None, "doc_a", 2)
    left_out, lines = laid_out(names, row)
    assert left_out == []
    assert lines[0].split() == ["day", "person", "office", "country", "document"]


def test_of_a_choice_of_columns_all_are_shown() -> None:
    assert laid_out("event n", (1, None))[1] == ["event  n", "    1"]


def test_columns_that_do_not_fit_are_left_out_and_named() -> None:
    row = ("2026-03-05", "ASSAULT", "happened", "a" * 30, "b" * 30, "doc_0123456789abcdef", "e1")
    left_out, lines = laid_out("day type status actors words document id", row, width=60)
    assert left_out == ["document", "id"]
    assert len(lines[1]) == 60


@pytest.mark.parametrize("width", [1, 5, 20, 33, 47, 60, 79, 200])
def test_a_table_is_never_wider_than_its_page(width: int) -> None:
    row = ("2026-03-05", "ASSAULT", "suicide-attack", "not_happened", "a" * 90, "b" * 30, "c" * 61, "doc_1", "e1")
    _, lines = laid_out("day type mode status actors recipients words document id", row, width=width)
    assert max(map(len, lines)) <= max(width, 1)


def test_columns_that_fit_keep_their_widths() -> None:
    columns = [Shown(0, "name", 20, False), Shown(1, "count", 5, True)]
    assert fit(columns, 27) == columns


def test_the_status_has_its_colour_and_the_header_is_bold() -> None:
    _, lines = laid_out("status", ("alleged",), colour=True)
    assert lines == ["\x1b[1mstatus\x1b[0m", "\x1b[31malleged\x1b[0m"]


def test_without_rows_there_is_a_header() -> None:
    assert laid_out("name count") == ([], ["name  count"])


def test_cells_below_those_that_were_looked_at_are_cut_to_the_width() -> None:
    rows = [("short",)] * 600 + [("much longer than the others",)]
    assert laid_out("name", *rows)[1][-1] == "much…"
