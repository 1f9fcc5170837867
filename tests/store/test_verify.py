"""Damage is noticed, wherever it touches a row."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from archives import small
from chancery.errors import ChanceryError
from chancery.store.archive import open_archive
from chancery.store.verify import Damage, verify


def test_a_sound_archive_has_no_damage(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db"), write=True) as archive:
        assert verify(archive) == []


def test_a_changed_row_is_named(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db"), write=True) as archive:
        archive.connection.execute("UPDATE all_events SET type = 'ASSAULT' WHERE event = 3")
        found = verify(archive)
    assert found == [Damage("all_events", "3", "the row is not what it was when it was written")]


def test_a_missing_row_is_noticed(tmp_path: Path) -> None:
    path = small(tmp_path / "a.db")
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM actors WHERE actor = 1")
    connection.commit()
    connection.close()
    with open_archive(path, write=True) as archive:
        assert {damage.table for damage in verify(archive)} == {"appearances", "participants"}


def test_a_changed_view_is_noticed(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db"), write=True) as archive:
        archive.connection.execute("DROP VIEW roles")
        archive.connection.execute("CREATE VIEW roles AS SELECT 1")
        assert verify(archive)[0].row == "roles"


def test_a_word_that_the_index_lacks_is_noticed(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db"), write=True) as archive:
        archive.connection.execute(
            "INSERT INTO words (words, rowid, title, text) "
            "SELECT 'delete', doc, title, text FROM documents WHERE doc = 1"
        )
        assert [damage.table for damage in verify(archive)] == ["words"]


def contents(path: Path) -> object:
    """Return all rows of all tables, or the error that reading them meets."""
    connection = sqlite3.connect(path)
    try:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        plain = [name for name in names if name != "words"]
        return [
            (name, sorted(connection.execute(f"SELECT * FROM {name}"), key=str)) for name in plain
        ], connection.execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall()
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        return str(error)
    finally:
        connection.close()


@pytest.mark.parametrize("seed", range(60))
def test_a_flipped_bit_that_touches_a_row_is_noticed(tmp_path: Path, seed: int) -> None:
    path = small(tmp_path / "a.db")
    before = contents(path)
    data = bytearray(path.read_bytes())
    place = random.Random(seed).randrange(100 * 8, len(data) * 8)
    data[place // 8] ^= 1 << place % 8
    path.write_bytes(data)
    touched = contents(path) != before
    try:
        with open_archive(path, write=True) as archive:
            noticed = bool(verify(archive))
    except ChanceryError:
        noticed = True
    assert noticed >= touched
