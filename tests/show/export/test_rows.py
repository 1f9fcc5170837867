"""Rows are the live events of an archive, those that are asked for, once each, in one state of it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import msgspec
import pytest

from archives import LATER, clash, lines, put, small
from chancery.errors import ExportError
from chancery.show.export.formats import NAMES, format_of, write
from chancery.show.export.plover import Manner
from chancery.show.export.rows import Selection, events, other_statuses, snapshot
from chancery.store.archive import open_archive
from chancery.store.corrections import Correction, Party
from chancery.store.decisions import Decider, Finding
from chancery.store.writing import Writer


def ids(db: Path, **given: Any) -> list[str]:
    with open_archive(db) as archive:
        return [f"{row.document}:{row.local}" for row in events(archive, Selection(**given))]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, ["doc_a:e1", "doc_a:e2", "doc_b:e1", "doc_b:e2", "doc_b:e3", "doc_c:e1"]),
        ({"since": "2026-03-10"}, ["doc_a:e1", "doc_a:e2"]),
        ({"since": "2026-03-05", "until": "2026-03-06"}, ["doc_b:e1", "doc_b:e2", "doc_b:e3"]),
        ({"countries": ("NOR",)}, ["doc_b:e1", "doc_b:e2", "doc_b:e3"]),
        ({"countries": ("CHE",)}, ["doc_a:e1"]),
        ({"types": ("PROTEST", "AGREE")}, ["doc_a:e1", "doc_c:e1"]),
        ({"statuses": ("alleged", "possible")}, ["doc_b:e2", "doc_b:e3"]),
        ({"documents": ("doc_c", "doc_x")}, ["doc_c:e1"]),
        ({"countries": ("EGY",), "statuses": ("planned",), "since": "2026-04-01"}, ["doc_a:e2"]),
    ],
)  # fmt: skip
def test_a_selection_gives_its_events_in_order(tmp_path: Path, given: dict[str, Any], expected: list[str]) -> None:
    assert ids(small(tmp_path / "a.db"), **given) == expected


def test_a_row_has_its_parties_spots_and_document(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db")) as archive:
        row = list(events(archive, Selection()))[3]
    assert [party.name for party in row.actors] == ["Russia"]
    assert [party.country for party in row.recipients] == ["NOR"]
    assert (row.deniers, row.said_by) == (["s2"], "s1")
    assert [(spot.sentence, clash().document.text[spot.start : spot.end]) for spot in row.spots] == [(2, "sending")]
    assert (row.document, row.publisher, row.added) == ("doc_b", "Agency B", "2026-04-01T12:00:00Z")


def test_other_statuses_are_counted(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db")) as archive:
        found = other_statuses(archive, Selection(since="2026-03-01", statuses=("happened",)))
    assert found == {"planned": 1, "possible": 1, "alleged": 1}


def test_a_reading_that_was_superseded_counts_no_more(tmp_path: Path) -> None:
    db = small(tmp_path / "a.db")
    with open_archive(db, write=True) as archive:
        writer = Writer(archive)
        with writer.transaction():
            fewer = msgspec.structs.replace(clash(), events=clash().events[:1])
            writer.add_reading(2, fewer, writer.run_of(LATER), lines(clash().document.text))
    assert ids(db, documents=("doc_b",)) == ["doc_b:e1"]


def test_what_is_added_meanwhile_is_not_seen(tmp_path: Path) -> None:
    db = small(tmp_path / "a.db")
    with open_archive(db) as archive, snapshot(archive):
        rows = events(archive, Selection())
        next(rows)
        with open_archive(db, write=True) as other:
            writer = Writer(other)
            with writer.transaction():
                made = msgspec.structs.replace(clash(), document=msgspec.structs.replace(clash().document, id="doc_d"))
                put(writer, made, writer.run_of(LATER), 1)
        assert len([next(rows), *rows]) == 5
        assert len(list(events(archive, Selection()))) == 6
    assert len(ids(db)) == 9


def test_an_archive_that_cannot_be_read_is_told_in_words(tmp_path: Path) -> None:
    db = small(tmp_path / "a.db")
    with open_archive(db, write=True) as archive:
        root = archive.connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'all_events'").fetchone()[0]
        size = archive.connection.execute("PRAGMA page_size").fetchone()[0]
    data = bytearray(db.read_bytes())
    data[(root - 1) * size : root * size] = b"\xff" * size
    db.write_bytes(data)
    with open_archive(db) as archive, pytest.raises(ExportError, match="chancery verify"), snapshot(archive):
        list(events(archive, Selection()))


def decided(db: Path) -> Path:
    """Reject the accord and correct the expulsion of an archive."""
    with open_archive(db, write=True) as archive:
        decider = Decider(archive, "ada")
        decider.decide([Finding("event", 1)], "reject")
        correction = Correction(status="happened", actors=(Party("Sweden", "SWE"),))
        decider.decide([Finding("event", 5)], "correct", correction=correction)
    return db


def test_events_are_as_people_decided_where_that_is_asked_for(tmp_path: Path) -> None:
    db = decided(small(tmp_path / "a.db"))
    assert ids(db) == ["doc_a:e1", "doc_a:e2", "doc_b:e1", "doc_b:e2", "doc_b:e3", "doc_c:e1"]
    assert ids(db, decided=True) == ["doc_a:e2", "doc_b:e1", "doc_b:e2", "doc_b:e3", "doc_c:e1"]
    assert ids(db, decided=True, countries=("SWE",)) == ["doc_b:e3"]


@pytest.mark.parametrize("name", NAMES)
def test_every_format_can_be_written_as_people_decided(tmp_path: Path, name: str) -> None:
    db = decided(small(tmp_path / "a.db"))
    with open_archive(db) as archive:
        file = io.BytesIO()
        write(archive, format_of(name, Manner()), Selection(decided=True, countries=("SWE",)), file)
    header = name in ("polecat", "icews")
    assert len(file.getvalue().splitlines()) - header == 1
