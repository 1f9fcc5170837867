"""Quantities: what measures the same is found together, what does not is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from chancery.ask import quantities
from chancery.ask.answers import Answer, Answers
from chancery.ask.filters import filters_of
from tolls import counted


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answers]:
    """Yield an archive of three reports with figures."""
    with Answers(counted(tmp_path_factory.mktemp("tolls") / "a.db")) as answers:
        yield answers


def rows_of(archive: Answers, unit: str = "", what: str = "", **filters: Any) -> list[dict[str, Any]]:
    """Return the rows of `measured` that measure what is asked for."""
    wanted = quantities.asked(unit, what)
    rows = Answer(archive.archive, quantities.measured(filters_of(**filters), wanted))
    return [row for row in rows if quantities.is_of(quantities.name_of(row), wanted)]


@pytest.mark.parametrize(
    ("unit", "what", "expected"),
    [
        ("person", "killed", [9.0, 14.0, 17.0]),
        ("person", "dead", [9.0, 14.0, 17.0]),
        ("person", "soldiers killed", [9.0]),
        ("person", "people killed", [14.0, 17.0]),
        ("person", "displaced", [3000.0]),
        ("person", "Persons", [120.0]),
        ("percent", "the duties", [2.0, 8.0, 15.0]),
        ("percent", "export duty", [15.0]),
        ("percent", "", [2.0, 8.0, 15.0]),
        ("", "duty", [2.0, 8.0, 15.0]),
        ("person", "duty", []),
    ],
)
def test_a_quantity_is_its_unit_its_words_and_the_fate_of_those_counted(
    archive: Answers, unit: str, what: str, expected: list[float]
) -> None:
    assert sorted(row["value"] for row in rows_of(archive, unit, what)) == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"said_by": "church"}, [17.0]),
        ({"publisher": "Agency A"}, [14.0, 3000.0]),
        ({"until": "2026-03-16"}, [9.0, 14.0, 15.0, 17.0]),
        ({"status": "possible"}, [8.0]),
        ({"words": "Magwi"}, [14.0, 3000.0]),
        ({"document": "doc_i", "status": "happened"}, [2.0, 15.0]),
    ],
)
def test_figures_are_filtered_as_in_their_list(
    archive: Answers, filters: dict[str, str], expected: list[float]
) -> None:
    assert sorted(row["value"] for row in rows_of(archive, **filters)) == expected
    assert sorted(row["value"] for row in archive.figures(**filters)) == expected


def test_a_row_has_the_words_around_its_figure(archive: Answers) -> None:
    (row,) = rows_of(archive, "person", "displaced")
    assert row["before"].endswith("the government said.\n\n")
    assert row["after"] == " fled towards the border.\n"


def test_quantities_of_most_sources_are_listed_first(archive: Answers) -> None:
    found = quantities.listed(rows_of(archive))
    shown = [(one.name.unit, one.words, one.figures, one.sources, one.reports, one.first, one.last) for one in found]
    assert shown == [
        ("person", "killed", 3, 3, 2, "2026-03-16", "2026-03-16"),
        ("percent", "duty", 3, 1, 1, "2026-03-16", "2026-03-18"),
    ]


def test_the_words_of_a_listed_quantity_find_all_of_its_figures(archive: Answers) -> None:
    for one in quantities.listed(rows_of(archive)):
        assert len(rows_of(archive, one.name.unit, one.words)) == one.figures


def test_a_source_is_who_says_so_else_the_paper(archive: Answers) -> None:
    sources = {row["value"]: quantities.source_of(row) for row in rows_of(archive, "person")}
    assert sources == {14.0: "Government", 3000.0: "Agency A", 17.0: "Church", 9.0: "Agency B", 120.0: "Agency B"}


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("The Export Duties", ("export", "duty")), ("its fuel", ("fuel",)), ("persons", ("people",)), ("It", ()),
        ("the ship's speed", ("ship", "speed")), ("men", ("man",)), ("gas", ("gas",)), ("boxes", ("box",)),
    ],
)  # fmt: skip
def test_case_articles_and_number_do_not_matter(what: str, expected: tuple[str, ...]) -> None:
    assert quantities.words_of(what) == expected


@pytest.mark.parametrize(("one", "other", "expected"), [(14.0, 17.0, True), (14.0, 9.0, False), (14.0, 3000.0, False)])
def test_a_part_of_those_killed_is_not_the_same_as_all(
    archive: Answers, one: float, other: float, expected: bool
) -> None:
    rows = {row["value"]: row for row in rows_of(archive, "person")}
    assert quantities.is_same(rows[one], rows[other]) is expected


def test_the_sql_is_one_select_that_finds_the_same(archive: Answers) -> None:
    query = quantities.measured(filters_of(status="happened"), quantities.asked("percent", "duty"))
    assert len(list(archive.sql(query.written_out).rows())) == 2
