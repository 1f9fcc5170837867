"""The commands that ask an archive, as a person runs them."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import sqlite3
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from archives import small
from chancery.show.cli import app


@pytest.fixture
def db(tmp_path: Path) -> str:
    """Return the path of the small archive."""
    return str(small(tmp_path / "a.db"))


def run(*arguments: str) -> tuple[int, str, str]:
    """Run a command in this process; its output is no terminal."""
    result = CliRunner().invoke(app, list(arguments))
    return result.exit_code, result.stdout, result.stderr


def on_terminal(*arguments: str, **environment: str) -> str:
    """Run a command on a terminal of eighty columns, and return what it shows."""
    ours, theirs = pty.openpty()
    os.set_blocking(ours, False)
    subprocess.run(["stty", "cols", "80"], stdin=theirs, check=True)
    settings = {**os.environ, "TERM": "xterm", "PYTHONUTF8": "1", **environment}
    command = [sys.executable, "-m", "chancery", *arguments]
    subprocess.run(command, stdin=theirs, stdout=theirs, stderr=theirs, env=settings, check=True)
    return os.read(ours, 100_000).decode().replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        ("events", 6), ("statements", 3), ("figures", 2), ("roles", 1), ("actors", 9), ("documents", 3),
        ("timeline", 5), ("dyads", 7),
    ],
)  # fmt: skip
def test_every_kind_is_listed_in_every_format(db: str, tmp_path: Path, kind: str, count: int) -> None:
    outputs = {form: run(kind, "--db", db, "--format", form)[1] for form in ("table", "json", "jsonl", "csv", "tsv")}
    assert len(json.loads(outputs["json"])) == count
    assert [json.loads(line) for line in outputs["jsonl"].splitlines()] == json.loads(outputs["json"])
    assert len(list(csv.DictReader(io.StringIO(outputs["csv"])))) == count
    assert [len(outputs[form].splitlines()) for form in ("tsv", "table")] == [count + 1, count + 1]
    assert run(kind, "--db", db, "--format", "parquet", "--out", str(tmp_path / "x.parquet"))[0] == 0
    assert duckdb.sql(f"SELECT count(*) FROM '{tmp_path / 'x.parquet'}'").fetchall() == [(count,)]


def test_the_ending_of_a_file_says_the_format(db: str, tmp_path: Path) -> None:
    run("events", "--db", db, "--out", str(tmp_path / "x.csv"))
    rows = json.loads(run("events", "--db", db, "--format", "json")[1])
    found = duckdb.sql(f"SELECT type, words, sentence, score FROM '{tmp_path / 'x.csv'}'").fetchall()
    assert found == [(row["type"], row["words"], row["sentence"], row["score"]) for row in rows]


def test_a_file_that_is_there_is_replaced_only_by_force(db: str, tmp_path: Path) -> None:
    for name in ("x.csv", "x.parquet"):
        out = tmp_path / name
        out.write_text("precious")
        code, _, err = run("events", "--db", db, "--out", str(out))
        assert (code, out.read_text(), "--force to replace" in err) == (1, "precious", True)
        assert run("events", "--db", db, "--out", str(out), "--force")[0] == 0
        assert out.read_bytes()[:4] in (b"even", b"PAR1")


def test_the_archive_is_not_written_over(db: str) -> None:
    code, _, _ = run("events", "--db", db, "--format", "csv", "--out", db)
    assert code == 1
    assert run("events", "--db", db)[0] == 0


def test_a_table_says_how_much_of_it_is_shown(db: str) -> None:
    code, out, err = run("events", "--db", db, "--limit", "2")
    assert (code, len(out.splitlines()), err) == (0, 3, "2 of 6 shown: --limit 0 for all.\n")
    assert run("events", "--db", db, "--limit", "2", "--offset", "4")[2] == "2 of 6 shown: --limit 0 for all.\n"
    assert run("events", "--db", db, "--limit", "6")[2] == ""
    assert run("dyads", "--db", db, "--limit", "1")[2] == "1 of 7 shown: --limit 0 for all.\n"


def test_filters_reach_the_archive(db: str) -> None:
    filters = ("--status", "planned", "--type", "consult", "--country", "tur", "--actor", "aksoy", "--actor", "farouk")
    out = run("events", "--db", db, *filters, "--format", "csv")[1]
    assert [row["words"] for row in csv.DictReader(io.StringIO(out))] == ["will visit"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("events", "--said-by", "norway"), ["e2"]),
        (("events", "--place", "EGY", "--place", "ankara"), ["e1", "e2"]),
        (("figures", "--said-by", "norway"), ["f1"]),
        (("statements", "--act", "deny", "--words", "drones"), ["s2"]),
        (("events", "--newest", "--limit", "1"), ["e2"]),
    ],
)
def test_every_kind_of_option_is_heeded(db: str, arguments: tuple[str, ...], expected: list[str]) -> None:
    rows = json.loads(run(*arguments, "--db", db, "--format", "json")[1])
    assert [row["id"] for row in rows] == expected


def test_a_timeline_is_a_picture(db: str) -> None:
    lines = run("timeline", "--db", db, "--format", "chart")[1].splitlines()
    assert [line.split()[0] for line in lines[:3]] == ["2026-02", "2026-03", "2026-04"]
    assert lines[1].endswith(" 4")
    assert "happened 3" in lines[-1]


def test_a_dyad_is_a_picture_with_its_denominator(db: str) -> None:
    lines = run("dyads", "--db", db, "--source", "NOR", "--target", "RUS", "--format", "chart")[1].splitlines()
    assert lines[1].startswith("2026-03")
    assert lines[1].rstrip().endswith("1   -3.5          1 of 2")


def test_both_directions_of_a_pair_are_one_picture(db: str) -> None:
    out = run("dyads", "--db", db, "--source", "RUS", "--target", "NOR", "--undirected", "--format", "chart")[1]
    assert out.splitlines()[1].rstrip().endswith("1   -3.5          1 of 2")


def test_dyads_of_all_time_are_a_table(db: str) -> None:
    rows = json.loads(run("dyads", "--db", db, "--period", "all", "--country", "TUR", "--format", "json")[1])
    assert [(row["source"], row["target"], row["events"]) for row in rows] == [("EGY", "TUR", 1), ("TUR", "EGY", 1)]
    code, _, err = run("dyads", "--db", db, "--period", "all", "--format", "chart")
    assert (code, "ask by month or year" in err) == (2, True)


def test_on_a_terminal_a_timeline_is_drawn_and_statuses_are_coloured(db: str) -> None:
    assert "\x1b[32m███" in on_terminal("timeline", "--db", db)
    assert "\x1b[31malleged" in on_terminal("events", "--db", db)


def test_no_color_is_heeded(db: str) -> None:
    assert "\x1b" not in on_terminal("events", "--db", db, NO_COLOR="1")
    assert "happened" in on_terminal("timeline", "--db", db, NO_COLOR="1")


def test_on_a_terminal_a_table_fits_and_says_what_does_not(db: str) -> None:
    lines = on_terminal("events", "--db", db, NO_COLOR="1").splitlines()
    assert max(map(len, lines[:-1])) <= 80
    assert lines[-1].startswith("Too narrow for")


def test_without_blocks_a_picture_is_in_ascii(db: str) -> None:
    found = on_terminal("timeline", "--db", db, PYTHONUTF8="0", PYTHONIOENCODING="ascii", NO_COLOR="1")
    assert "####" in found
    assert found.isascii()


def test_the_sql_can_be_shown_and_run(db: str) -> None:
    out = run("events", "--db", db, "--actor", "O'Farrell", "--show-sql")[1]
    assert "O''Farrell" in out
    assert sqlite3.connect(db).execute(out).fetchall() == []


def test_sql_answers_in_every_format(db: str, tmp_path: Path) -> None:
    question = "SELECT type, status, score FROM events WHERE event = 2"
    assert run("sql", question, "--db", db)[1].split() == ["type", "status", "score", "CONSULT", "planned", "4"]
    out = run("sql", question, "--db", db, "--format", "csv")[1]
    assert out.split() == ["type,status,score", "CONSULT,planned,4.0"]
    assert run("sql", question, "--db", db, "--out", str(tmp_path / "x.parquet"))[0] == 0
    assert duckdb.sql(f"FROM '{tmp_path / 'x.parquet'}'").fetchall() == [("CONSULT", "planned", 4.0)]


@pytest.mark.parametrize(
    ("arguments", "code", "cure"),
    [
        (("events", "--type", "WAR"), 2, "there are AGREE"),
        (("events", "--since", "March"), 2, "YYYY-MM-DD"),
        (("events", "--country", "Egypt"), 2, "alpha-3"),
        (("sql", "DELETE FROM actors"), 2, "only read"),
        (("sql", "SELECT 1; SELECT 2"), 2, "Write one SELECT"),
        (("sql", "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c) SELECT x FROM c", "--time-limit", "0.1",
          "--limit", "0", "--format", "csv"), 2, "more than 0.1 seconds"),
        (("events", "--format", "parquet"), 2, "--out"),
        (("events", "--out", "x.xls"), 2, "give --format"),
        (("events", "--limit", "-1"), 2, "limit"),
        (("events", "--out", "/nowhere/x.csv"), 1, "cannot be written"),
        (("events", "--out", "/nowhere/x.parquet"), 1, "cannot be written"),
    ],
)  # fmt: skip
def test_a_wrong_question_is_refused_with_the_cure(db: str, arguments: tuple[str, ...], code: int, cure: str) -> None:
    found, _, err = run(*arguments, "--db", db)
    assert found == code
    assert cure in err


def test_an_archive_that_is_not_there_is_named(tmp_path: Path) -> None:
    code, _, err = run("events", "--db", str(tmp_path / "none.db"))
    assert code == 1
    assert "There is no archive" in err


def test_asking_leaves_the_archive_as_it_is(db: str) -> None:
    before = Path(db).read_bytes()
    for kind in ("events", "documents", "dyads", "timeline", "actors"):
        run(kind, "--db", db)
    run("sql", "SELECT * FROM statements", "--db", db)
    assert Path(db).read_bytes() == before
