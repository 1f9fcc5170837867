"""Answers as rows, as Arrow and as relations; what goes wrong while an archive is read is said in words."""

from __future__ import annotations

import datetime
import sqlite3
from pathlib import Path

import pytest

from archives import small
from chancery.ask import answer as asked
from chancery.ask.answers import UNDERSTOOD, Answers
from chancery.errors import ArchiveBusy, ArchiveError, DamagedArchive


@pytest.mark.parametrize("kind", sorted(UNDERSTOOD))
def test_arrow_has_the_rows_and_the_declared_types(archive: Answers, kind: str) -> None:
    answer = getattr(archive, kind)()
    relation = answer.relation()
    rows = [tuple(v.isoformat() if isinstance(v, datetime.date) else v for v in row) for row in relation.fetchall()]
    assert rows == list(answer.rows())
    kinds = {"integer": "BIGINT", "real": "DOUBLE", "text": "VARCHAR", "day": "DATE"}
    assert [str(one) for one in relation.types] == [kinds[column.type] for column in answer.columns]
    assert relation.columns == list(answer.names)


def test_arrow_comes_in_batches(archive: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "BATCH", 4)
    assert [batch.num_rows for batch in archive.events().arrow()] == [4, 2]


def test_arrow_speaks_the_capsule_interface(archive: Answers) -> None:
    capsule = archive.events().arrow().__arrow_c_stream__()
    assert type(capsule).__name__ == "PyCapsule"


def test_an_empty_answer_has_its_columns_and_types(archive: Answers) -> None:
    answer = archive.events(document="doc_none")
    relation = answer.relation()
    assert relation.shape == (0, len(answer.columns))
    assert str(relation.types[1]) == "DATE"


def test_a_relation_can_be_asked_again(archive: Answers) -> None:
    relation = archive.events().relation()
    assert [relation.shape[0], relation.filter("quad = 4").shape[0], relation.shape[0]] == [6, 2, 6]


def test_an_answer_is_asked_anew_each_time(archive: Answers) -> None:
    answer = archive.events()
    assert list(answer) == list(answer)


def test_a_damaged_archive_is_named(tmp_path: Path) -> None:
    path = small(tmp_path / "a.db")
    with Answers(path) as archive:
        page = archive.archive.connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'all_events'"
        ).fetchone()[0]
        size = archive.archive.connection.execute("PRAGMA page_size").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    with Answers(path) as archive, pytest.raises(DamagedArchive, match="chancery verify"):
        list(archive.events(type="AGREE"))


@pytest.mark.parametrize(
    ("code", "expected"),
    [(sqlite3.SQLITE_BUSY, ArchiveBusy), (sqlite3.SQLITE_IOERR, ArchiveError), (sqlite3.SQLITE_NOTADB, DamagedArchive)],
)
def test_what_sqlite_says_in_codes_is_said_in_words(code: int, expected: type[Exception]) -> None:
    error = sqlite3.OperationalError("broken")
    error.sqlite_errorcode = code
    with pytest.raises(expected, match="broken"), asked.in_words(Path("news.db")):
        raise error
