"""A forgotten document leaves its id and nothing else."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from msgspec.structs import replace

from archives import READER, accord, empty, put, small
from chancery.errors import ArchiveError
from chancery.store.archive import open_archive
from chancery.store.forget import forget
from chancery.store.rows import hashed
from chancery.store.verify import verify
from chancery.store.writing import Writer


def counts(path: Path) -> dict[str, int]:
    """Count the rows of every table."""
    with open_archive(path) as archive:
        tables = [table.name for table in hashed(archive.connection)]
        return {name: archive.connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}


def test_nothing_of_it_is_left_in_any_table(tmp_path: Path) -> None:
    with empty(tmp_path / "b.db") as archive:
        writer = Writer(archive)
        with writer.transaction():
            run = writer.run_of(READER)
            put(writer, accord(), run)
    before = counts(tmp_path / "b.db")
    with open_archive(tmp_path / "b.db", write=True) as archive:
        assert forget(archive, ["doc_a"], "asked for") == 1
        assert verify(archive) == []
    assert counts(tmp_path / "b.db") == {**dict.fromkeys(before, 0), "runs": 1, "forgotten": 1}


def test_no_byte_of_its_text_is_left_in_the_file(tmp_path: Path) -> None:
    path = small(tmp_path / "a.db")
    assert b"Norway accused Russia" in path.read_bytes()
    with open_archive(path, write=True) as archive:
        forget(archive, ["doc_b"])
        left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    for word in (b"Norway", b"norway", b"drones", b"envoys"):
        assert word not in left


def test_the_others_stay_as_they_were(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db"), write=True) as archive:
        forget(archive, ["doc_b"])
        assert archive.connection.execute("SELECT count(*), count(DISTINCT document) FROM events").fetchone() == (3, 2)
        assert archive.connection.execute("SELECT rowid FROM words WHERE words MATCH 'cairo'").fetchall() == [(3,)]


def test_decisions_about_it_go_too_and_only_then(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db"), write=True) as archive:
        writer = Writer(archive)
        row = {"doc": 1, "reading": 1, "kind": "event", "local": "e1", "verdict": "accept", "decided_by": "me"}
        with writer.transaction():
            writer.rows.insert("decisions", {**row, "decided": archive.now()})
        with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
            archive.connection.execute("DELETE FROM decisions")
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            archive.connection.execute("UPDATE decisions SET verdict = 'reject'")
        forget(archive, ["doc_a"])
        assert archive.connection.execute("SELECT count(*) FROM decisions").fetchone() == (0,)


def test_the_first_copy_is_read_in_its_place(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db"), write=True) as archive:
        writer = Writer(archive)
        with writer.transaction():
            for name in ("doc_x", "doc_y"):
                writer.add_document(replace(accord().document, id=name), state="copy", family=1)
        forget(archive, ["doc_a"])
        found = archive.connection.execute("SELECT id, state, family FROM documents ORDER BY doc").fetchall()
        assert found[2:] == [("doc_x", "read", 4), ("doc_y", "copy", 4)]
        assert verify(archive) == []


def test_an_unknown_document_forgets_none(tmp_path: Path) -> None:
    path = small(tmp_path / "a.db")
    with open_archive(path, write=True) as archive, pytest.raises(ArchiveError, match="no document doc_q"):
        forget(archive, ["doc_a", "doc_q"])
    assert counts(path)["documents"] == 3
