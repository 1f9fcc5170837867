"""POLECAT files have 40 columns, lists within cells, and None for what is not known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from archives import small
from chancery.show.export.polecat import COLUMNS, HEADER
from show.export.made import actor, archive_of, cells, event, exported, oslo, record


def rows(db: Path) -> list[dict[str, str]]:
    return [dict(zip(COLUMNS, row, strict=True)) for row in cells(db, "polecat")]


def one(path: Path, *arguments: Any, **more: Any) -> dict[str, str]:
    return rows(archive_of(path / "a.db", record("doc_00ab", [event("e1", *arguments, **more)])))[0]


def test_the_header_is_that_of_the_dataset(tmp_path: Path) -> None:
    data, _ = exported(small(tmp_path / "a.db"), "polecat")
    assert data.startswith(HEADER)
    assert len(COLUMNS) == 40
    assert (COLUMNS[1], COLUMNS[2], COLUMNS[7], COLUMNS[15]) == (
        "Event Date",
        "Event Type",
        "Actor Name",
        "Recipient Name",
    )


def test_compound_actors_are_lists_in_the_same_order(tmp_path: Path) -> None:
    people = [actor("a1", "Alpha; Inc", None, sectors=""), actor("a2", "Beta", "RUS", sectors="GOV MIL")]
    deed = event("e1", "AGREE", actors=("a1", "a2"), recipients=())
    row = rows(archive_of(tmp_path / "a.db", record("doc_a", [deed], people)))[0]
    assert {key: row[key] for key in COLUMNS[7:12]} == {
        "Actor Name": "Alpha, Inc; Beta", "Actor Country": "None; RUS", "Actor COW": "None; 365",
        "Primary Actor Sector": "None; GOV", "Actor Sectors": "GOV; MIL",
    }  # fmt: skip
    assert row["Actor Name Raw"] == "Alpha; Beta"


def test_what_is_not_known_is_none(tmp_path: Path) -> None:
    row = one(tmp_path, "AGREE", recipients=())
    empty = {name for name in COLUMNS if row[name] == "None"}
    assert {name for name in COLUMNS if "Recipient" in name or "Wikipedia" in name} <= empty
    assert {"Event Mode", "Placename", "Latitude", "District", "Actor Title"} <= empty


@pytest.mark.parametrize(
    ("kind", "mode", "status", "expected"),
    [
        ("ASSAULT", "aerial", "happened", ("ASSAULT", "aerial", "-9.5", "MATERIAL CONFLICT")),
        ("ASSAULT", "aerial", "planned", ("THREATEN", "violence", "-3.5", "VERBAL CONFLICT")),
        ("AID", None, "planned", ("AGREE", "None", "2.5", "VERBAL COOPERATION")),
        ("COOPERATE", None, "happened", ("COOPERATE", "None", "9.5", "MATERIAL COOPERATION")),
    ],
)
def test_type_mode_intensity_and_quad_are_strict(
    tmp_path: Path, kind: str, mode: str | None, status: str, expected: tuple[str, ...]
) -> None:
    row = one(tmp_path, kind, mode, status)
    assert tuple(row[name] for name in COLUMNS[2:6]) == expected


@pytest.mark.parametrize(
    ("country", "precision", "expected"),
    [
        ("NOR", "city", ("Oslo", "Oslo", "None", "None", "NOR", "PPL")),
        ("NOR", "region", ("Oslo", "None", "None", "Oslo", "NOR", "ADM1")),
        (None, "region", ("Oslo", "None", "None", "Oslo", "None", "RGN")),
        ("NOR", "country", ("Oslo", "None", "None", "None", "NOR", "PCLI")),
    ],
)
def test_a_place_stands_where_its_kind_belongs(
    tmp_path: Path, country: str | None, precision: str, expected: tuple[str, ...]
) -> None:
    row = one(tmp_path, "CONSULT", place=oslo(country, precision))
    names = ("Placename", "City", "District", "Province", "Country", "Feature Type")
    assert tuple(row[name] for name in names) == expected


def test_ids_begin_with_that_of_the_report(tmp_path: Path) -> None:
    assert one(tmp_path, "CONSULT")["Event ID"].split("_") == ["00ab", "e1"]


def test_the_storys_names_are_those_of_its_named_actors(tmp_path: Path) -> None:
    row = rows(small(tmp_path / "a.db"))[2]
    assert (row["Story People"], row["Story Locations"], row["Source"]) == ("None", "None", "Agency B")


def test_an_event_without_a_date_is_left_out(tmp_path: Path) -> None:
    made = record("doc_a", [event("e1", "ASSAULT", time=None)], published=None, published_from=None)
    assert exported(archive_of(tmp_path / "a.db", made), "polecat")[1].left_out == {"without a date": 1}
