"""Columns are found under their usual names, or as the user named them."""

from __future__ import annotations

import pytest

from chancery.errors import NoTextColumn
from chancery.ingest.columns import USUAL, choose


@pytest.mark.parametrize(("what", "name"), [(what, name) for what, names in USUAL.items() for name in names])
def test_every_usual_name_is_found(what: str, name: str) -> None:
    columns = [name] if what == "text" else [name, "Body Text"]
    assert choose(columns, {})[what] == name


def test_case_and_marks_do_not_count() -> None:
    assert choose(["ID", "Full Text", "Publication-Date", "Source_Name"], {}) == {
        "text": "Full Text", "date": "Publication-Date", "publisher": "Source_Name",
    }  # fmt: skip


def test_the_surest_name_wins() -> None:
    assert choose(["content", "text"], {})["text"] == "text"


def test_what_is_named_stands_before_what_is_usual() -> None:
    assert choose(["text", "Lead"], {"text": "lead"}) == {"text": "Lead"}


def test_a_column_is_taken_for_one_thing() -> None:
    assert choose(["content", "source"], {"author": "source"}) == {"author": "source", "text": "content"}


def test_without_a_column_of_texts_the_columns_are_listed_and_the_option_named() -> None:
    with pytest.raises(NoTextColumn, match=r"'id', 'number'\. Name it: --column text=NAME"):
        choose(["id", "number"], {})


def test_a_named_column_that_is_not_there_is_refused_with_the_list() -> None:
    with pytest.raises(NoTextColumn, match=r"no column 'Lead' for text: the columns are 'id', 'text'"):
        choose(["id", "text"], {"text": "Lead"})


def test_a_long_list_of_columns_is_cut() -> None:
    with pytest.raises(NoTextColumn, match="and 99,960 more"):
        choose([f"c{n}" for n in range(100_000)], {})
