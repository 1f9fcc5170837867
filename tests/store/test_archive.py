"""An archive is opened, made or refused, and never harmed by it."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from archives import small
from chancery.errors import ArchiveBusy, ArchiveError, DamagedArchive, NewerArchive, NoArchive, NotAnArchive
from chancery.store import archive as archives
from chancery.store.archive import Archive, open_archive


def test_there_must_be_an_archive_to_read(tmp_path: Path) -> None:
    with pytest.raises(NoArchive, match="chancery add FILES --db"):
        open_archive(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_an_archive_opens_in_any_sqlite_tool(tmp_path: Path) -> None:
    connection = sqlite3.connect(small(tmp_path / "a.db"))
    found = connection.execute("SELECT type, status, actors, recipients, words FROM events ORDER BY event").fetchall()
    assert found[:2] == [
        ("AGREE", "happened", "Egypt; Turkey", None, "signed"),
        ("CONSULT", "planned", "Nadia Farouk", "Turkey", "will visit"),
    ]


def test_the_views_show_exact_words(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db")) as archive:
        said = archive.connection.execute("SELECT source, act, words FROM statements ORDER BY statement").fetchall()
        figures = archive.connection.execute("SELECT value, unit, about, words FROM figures ORDER BY figure").fetchall()
        roles = archive.connection.execute("SELECT person, office, country, words FROM roles").fetchall()
    assert said[1] == ("Norway", "accuse", "Russia … of sending 12 drones over its coast")
    assert figures == [(12.0, "drone", "Russia", "12"), (1000.0, "person", "workers", "Thousands")]
    assert roles == [("Nadia Farouk", "Foreign Minister", "EGY", "Egyptian Foreign Minister Nadia Farouk")]


def test_an_archive_of_a_later_version_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = small(tmp_path / "a.db")
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    before = path.read_bytes()
    for write in (False, True):
        with pytest.raises(NewerArchive, match=r"has schema 99.*not touched"):
            open_archive(path, write=write)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["a.db"]


@pytest.mark.parametrize("write", [False, True])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, write: bool) -> None:
    (tmp_path / "a.db").write_text("just a text\n" * 100)
    with pytest.raises(NotAnArchive, match="choose another name"):
        open_archive(tmp_path / "a.db", write=write, create=write)


@pytest.mark.parametrize("write", [False, True])
def test_a_database_of_another_program_is_refused(tmp_path: Path, write: bool) -> None:
    connection = sqlite3.connect(tmp_path / "a.db")
    connection.execute("CREATE TABLE things (thing TEXT)")
    connection.close()
    with pytest.raises(NotAnArchive, match="another program"):
        open_archive(tmp_path / "a.db", write=write, create=write)


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="give the path of an archive"):
        open_archive(tmp_path)


def test_an_archive_that_is_only_read_cannot_be_written(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db")) as archive, pytest.raises(sqlite3.OperationalError, match="readonly"):
        archive.connection.execute("DELETE FROM decisions")


def test_a_damaged_archive_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = small(tmp_path / "a.db")
    data = bytearray(path.read_bytes())
    data[100:140] = bytes(40)
    path.write_bytes(data)
    with pytest.raises(DamagedArchive, match="chancery verify"):
        open_archive(path, write=True)


def test_what_fails_in_a_transaction_leaves_nothing(tmp_path: Path) -> None:
    def fail(archive: Archive) -> None:
        with archive.transaction() as connection:
            connection.execute("INSERT INTO forgotten VALUES ('x', '', '', 0)")
            raise KeyError

    with open_archive(small(tmp_path / "a.db"), write=True) as archive:
        with pytest.raises(KeyError):
            fail(archive)
        assert archive.connection.execute("SELECT count(*) FROM forgotten").fetchone() == (0,)


def test_a_reader_is_not_stopped_by_a_writer(tmp_path: Path) -> None:
    path = small(tmp_path / "a.db")
    with open_archive(path, write=True) as writer, open_archive(path) as reader, writer.transaction() as connection:
        connection.execute("INSERT INTO forgotten VALUES ('x', '', '', 0)")
        assert reader.connection.execute("SELECT count(*) FROM forgotten").fetchone() == (0,)


def test_a_second_writer_waits_and_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "PATIENCE", 100)
    path = small(tmp_path / "a.db")
    with (
        open_archive(path, write=True) as first,
        open_archive(path, write=True) as second,
        first.transaction(),
        pytest.raises(ArchiveBusy, match="Another process has been writing"),
        second.transaction(),
    ):
        pass


def test_a_full_disk_is_told_in_words_and_loses_nothing(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db"), write=True) as archive:
        pages = archive.connection.execute("PRAGMA page_count").fetchone()[0]
        archive.connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(ArchiveBusy, match="make space on the disk"), archive.transaction() as connection:
            connection.execute("INSERT INTO forgotten VALUES ('x', '', ?, 0)", ("x" * 500_000,))
        assert archive.connection.execute("SELECT count(*) FROM documents").fetchone() == (3,)


def test_an_archive_can_be_copied_when_nobody_has_it_open(tmp_path: Path) -> None:
    path = small(tmp_path / "a.db")
    shutil.copy(path, tmp_path / "b.db")
    with open_archive(tmp_path / "b.db") as archive:
        assert archive.connection.execute("SELECT count(*) FROM events").fetchone() == (6,)
