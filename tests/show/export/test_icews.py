"""ICEWS files have 20 columns, a row for each source and target, and NA for what is not known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from archives import small
from chancery.show.export.icews import COLUMNS, HEADER
from show.export.made import actor, archive_of, cells, event, exported, oslo, record


def rows(db: Path) -> list[dict[str, str]]:
    return [dict(zip(COLUMNS, row, strict=True)) for row in cells(db, "icews")]


def one(path: Path, *arguments: Any, **more: Any) -> dict[str, str]:
    return rows(archive_of(path / "a.db", record("doc_a", [event("e1", *arguments, **more)])))[0]


def test_the_header_is_that_of_the_dataset(tmp_path: Path) -> None:
    assert exported(small(tmp_path / "a.db"), "icews")[0].startswith(HEADER)
    assert len(COLUMNS) == 20


def test_a_row_is_read_off_the_archive(tmp_path: Path) -> None:
    assert list(rows(small(tmp_path / "a.db"))[4].values()) == [
        "3001", "2026-03-05", "Norway", "Government", "Norway", "Accuses", "112", "-2", "Russia", "Government",
        "Russian Federation", "2", "2", "Agency B", "NA", "NA", "NA", "NA", "NA", "NA",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "mode", "status", "expected"),
    [
        ("CONSULT", "visit", "happened", ("042", "1.9")),
        ("CONSULT", "visit", "planned", ("036", "4")),
        ("ASSAULT", "aerial", "happened", ("195", "-10")),
        ("SANCTION", "convict", "happened", ("116", "-2")),
    ],
)
def test_codes_keep_their_zeros_and_have_their_goldstein_value(
    tmp_path: Path, kind: str, mode: str, status: str, expected: tuple[str, str]
) -> None:
    row = one(tmp_path, kind, mode, status)
    assert (row["CAMEO Code"], row["Intensity"]) == expected


def test_a_visit_is_hosted_on_the_way_back(tmp_path: Path) -> None:
    found = rows(archive_of(tmp_path / "a.db", record("doc_a", [event("e1", "CONSULT", "visit")])))
    assert [(row["Source Name"], row["CAMEO Code"]) for row in found] == [("Alpha", "042"), ("Beta", "043")]


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("workers", "EGY", "Workers (Egypt)"),
        ("press of Egypt", "EGY", "Press of Egypt"),
        ("rebel factions", None, "Rebel factions"),
        ("Nadia Farouk", "EGY", "Nadia Farouk"),
    ],
)
def test_groups_are_named_with_their_country(tmp_path: Path, name: str, country: str | None, expected: str) -> None:
    people = [actor("a1", name, country, kind="population"), actor("a2", "Beta", "RUS")]
    row = rows(archive_of(tmp_path / "a.db", record("doc_a", [event("e1", "ACCUSE")], people)))[0]
    assert row["Source Name"] == expected


def test_sectors_are_spelled_out_once_each(tmp_path: Path) -> None:
    people = [actor("a1", "Alpha", "NOR", sectors="GOV MIL"), actor("a2", "Beta", None, sectors="")]
    row = rows(archive_of(tmp_path / "a.db", record("doc_a", [event("e1", "ACCUSE")], people)))[0]
    assert [row[name] for name in ("Source Sectors", "Target Sectors", "Target Country")] == [
        "Government,Military",
        "NA",
        "NA",
    ]


@pytest.mark.parametrize(
    ("precision", "expected"),
    [("city", ("Oslo", "NA", "Norway")), ("region", ("NA", "Oslo", "Norway")), ("sea", ("NA", "NA", "Norway"))],
)
def test_a_place_stands_where_its_kind_belongs(tmp_path: Path, precision: str, expected: tuple[str, ...]) -> None:
    row = one(tmp_path, "CONSULT", place=oslo("NOR", precision))
    assert (row["City"], row["Province"], row["Country"]) == expected
    assert (row["Latitude"], row["Longitude"]) == ("59.91", "10.75")


def test_an_event_without_a_target_is_left_out(tmp_path: Path) -> None:
    db = archive_of(tmp_path / "a.db", record("doc_a", [event("e1", "PROTEST", recipients=())]))
    assert exported(db, "icews")[1].left_out == {"without a pair of source and target": 1}


def test_ids_fit_whole_numbers_of_32_bits_and_are_unique(tmp_path: Path) -> None:
    ids = [int(row["Event ID"]) for row in rows(small(tmp_path / "a.db"))]
    assert len(set(ids)) == len(ids)
    assert 2_000_000 * 1000 + 999 < 2**31
