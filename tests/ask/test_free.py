"""Free questions: SQL may read, and do nothing else, and not for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from archives import small
from chancery.ask.answers import Answers
from chancery.errors import QueryError

ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) "


def test_sql_may_read(archive: Answers) -> None:
    rows = archive.sql("WITH x AS (SELECT type FROM events) SELECT type, count(*) AS n FROM x GROUP BY 1 ORDER BY 1;")
    assert rows.names == ("type", "n")
    assert next(rows.rows()) == ("ACCUSE", 1)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("SELECT rowid FROM words WHERE words MATCH 'drones'", 1),
        ("SELECT * FROM statements", 3),
        ("SELECT value FROM json_each('[1, 2]')", 2),
        ("PRAGMA table_info(actors)", 6),
        ("EXPLAIN QUERY PLAN SELECT * FROM actors", 1),
    ],
)
def test_sql_may_use_all_that_an_archive_has(tmp_path: Path, query: str, count: int) -> None:
    with Answers(small(tmp_path / "a.db")) as answers:  # anew: virtual tables set themselves up at their first use
        assert len(list(answers.sql(query))) == count


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM actors", "DROP TABLE actors", "UPDATE actors SET name = 'x'", "VACUUM", "VACUUM INTO '/tmp/x.db'",
        "ATTACH 'other.db' AS other", "PRAGMA user_version = 9", "PRAGMA query_only = OFF",
        "PRAGMA journal_mode = DELETE", "PRAGMA writable_schema = 1", "UPDATE sqlite_master SET sql = ''",
        "SELECT 1; SELECT 2", "SELECT 1; DELETE FROM actors", "SELECT load_extension('x')",
        "INSERT INTO words (words) VALUES ('rebuild')", "CREATE TEMP TABLE t (x)", "BEGIN IMMEDIATE", "SAVEPOINT s",
        "", " -- nothing", "SELECT", "SELECT ?", "SELECT 1\x00", "SELECT * FROM nowhere", "SELECT zeroblob(900000000)",
    ],
)  # fmt: skip
def test_sql_may_do_nothing_else(archive: Answers, query: str) -> None:
    before = archive.archive.connection.execute("SELECT count(*), max(hash) FROM actors").fetchall()
    with pytest.raises(QueryError):
        archive.sql(query)
    assert archive.archive.connection.execute("SELECT count(*), max(hash) FROM actors").fetchall() == before


def test_an_error_is_said_in_words(archive: Answers) -> None:
    with pytest.raises(QueryError, match="no such column: colour"):
        archive.sql("SELECT colour FROM events")


@pytest.mark.parametrize("endless", [f"{ENDLESS} SELECT count(*) FROM c", f"{ENDLESS} SELECT max(c.x) FROM c, c AS d"])
def test_sql_that_takes_too_long_is_given_up(archive: Answers, endless: str) -> None:
    with pytest.raises(QueryError, match=r"more than 0\.2 seconds"):
        archive.sql(endless, patience=0.2)
    assert len(list(archive.events())) == 6


def test_sql_whose_rows_do_not_end_is_given_up(archive: Answers) -> None:
    with pytest.raises(QueryError, match=r"more than 0\.2 seconds"):
        for _ in archive.sql(f"{ENDLESS} SELECT x FROM c", patience=0.2).rows():
            pass


def test_only_the_work_of_the_archive_takes_time(archive: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    now = iter(range(0, 10_000, 1))
    rows = archive.sql("SELECT 1 UNION ALL SELECT 2", patience=60).rows()
    monkeypatch.setattr(time, "monotonic", lambda: float(next(now)))
    assert next(rows) == (1,)
    for _ in range(1000):  # a slow user of the rows
        next(now)
    assert list(rows) == [(2,)]


def test_rows_can_be_asked_for_again(archive: Answers) -> None:
    answer = archive.sql("SELECT event FROM events ORDER BY 1 LIMIT 2")
    assert [list(answer.rows()), list(answer)] == [[(1,), (2,)], [{"event": 1}, {"event": 2}]]


def test_types_are_those_of_all_values(archive: Answers) -> None:
    answer = archive.sql("SELECT * FROM (VALUES (1, 1, 'a', NULL, x'ff'), (2, 1.5, 2, NULL, NULL))")
    assert [column.type for column in answer.columns] == ["integer", "real", "text", "text", "text"]
    assert answer.relation().fetchall() == [(1, 1.0, "a", None, "ff"), (2, 1.5, "2", None, None)]


def test_two_questions_can_be_read_at_once(archive: Answers) -> None:
    first, second = (archive.sql(f"SELECT event FROM events ORDER BY event {way}").rows() for way in ("ASC", "DESC"))
    assert [(a[0], b[0]) for a, b in zip(first, second, strict=True)] == [(n, 7 - n) for n in range(1, 7)]
