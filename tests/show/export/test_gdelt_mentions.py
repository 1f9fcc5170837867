"""GDELT's mentions have 16 columns, a row for each mention and each place where the report was seen."""

from __future__ import annotations

from pathlib import Path

from archives import ACCORD, small
from chancery.show.export.gdelt_mentions import COLUMNS
from show.export.made import archive_of, cells, event, exported, record


def rows(db: Path) -> list[dict[str, str]]:
    return [dict(zip(COLUMNS, row, strict=True)) for row in cells(db, "gdelt-mentions")]


def test_a_row_is_read_off_the_archive(tmp_path: Path) -> None:
    assert len(COLUMNS) == 16
    assert list(rows(small(tmp_path / "a.db"))[0].values()) == [
        "1001", "20260401120000", "20260401120000", "1", "example.org", "https://example.org/doc_a", "2", "0", "10",
        "47", "1", "97", str(len(ACCORD)), "", "", "",
    ]  # fmt: skip


def test_every_row_belongs_to_one_of_the_event_table(tmp_path: Path) -> None:
    db = small(tmp_path / "a.db")
    ids = {row["GlobalEventID"] for row in rows(db)}
    assert ids == {row[0] for row in cells(db, "gdelt")}


def test_offsets_are_those_of_the_actor_nearest_to_the_deed(tmp_path: Path) -> None:
    back = rows(small(tmp_path / "a.db"))[2]
    assert (back["Actor1CharOffset"], back["Actor2CharOffset"], back["ActionCharOffset"]) == ("10", "0", "47")


def test_an_actor_that_is_not_there_has_no_offset(tmp_path: Path) -> None:
    db = archive_of(tmp_path / "a.db", record("doc_a", [event("e1", "PROTEST", recipients=())]))
    assert rows(db)[0]["Actor2CharOffset"] == "-1"


def test_a_report_without_an_address_is_cited(tmp_path: Path) -> None:
    db = archive_of(tmp_path / "a.db", record("doc_a", [event("e1", "ACCUSE")], url=None))
    row = rows(db)[0]
    assert [row[name] for name in ("MentionType", "MentionSourceName", "MentionIdentifier")] == [
        "2", "Agency A", "Agency A, Alpha met Beta, 2026-03-10, doc_a",
    ]  # fmt: skip


def test_an_event_without_a_date_is_left_out(tmp_path: Path) -> None:
    made = record("doc_a", [event("e1", "ASSAULT", time=None)], published=None, published_from=None)
    assert exported(archive_of(tmp_path / "a.db", made), "gdelt-mentions")[1].left_out == {"without a date": 1}
