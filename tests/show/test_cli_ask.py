"""The commands that ask an archive, as a person runs them."""

from __future__ import annotations

import csv
import io
import json
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
    """Run a command in this process."""
    result = CliRunner().invoke(app, list(arguments))
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize(
    ("kind", "count"), [("events", 6), ("statements", 3), ("figures", 2), ("roles", 1), ("actors", 9), ("documents", 3)]
)
def test_every_kind_is_listed_in_every_format(db: str, tmp_path: Path, kind: str, count: int) -> None:
    outputs = {form: run(kind, "--db", db, "--format", form)[1] for form in ("json", "jsonl", "csv", "tsv")}
    assert len(json.loads(outputs["json"])) == count
    assert [json.loads(line) for line in outputs["jsonl"].splitlines()] == json.loads(outputs["json"])
    assert len(list(csv.DictReader(io.StringIO(outputs["csv"])))) == count
    assert len(outputs["tsv"].splitlines()) == count + 1
    assert run(kind, "--db", db, "--format", "parquet", "--out", str(tmp_path / "x.parquet"))[0] == 0
    assert duckdb.sql(f"SELECT count(*) FROM '{tmp_path / 'x.parquet'}'").fetchall() == [(count,)]


def test_csv_read_back_has_the_same_values(db: str, tmp_path: Path) -> None:
    run("events", "--db", db, "--out", str(tmp_path / "x.csv"))
    rows = json.loads(run("events", "--db", db, "--format", "json")[1])
    found = duckdb.sql(f"SELECT type, words, sentence, score FROM '{tmp_path / 'x.csv'}'").fetchall()
    assert found == [(row["type"], row["words"], row["sentence"], row["score"]) for row in rows]


def test_a_table_says_how_much_of_it_is_shown(db: str) -> None:
    code, out, err = run("events", "--db", db, "--limit", "2")
    assert code == 0
    assert len(out.splitlines()) == 3
    assert err == "2 of 6 shown: --limit 0 for all.\n"


def test_filters_reach_the_archive(db: str) -> None:
    out = run("events", "--db", db, "--status", "planned", "--type", "consult", "--country", "tur", "--format", "csv")[
        1
    ]
    assert [row["words"] for row in csv.DictReader(io.StringIO(out))] == ["will visit"]


def test_a_timeline_is_a_picture(db: str) -> None:
    lines = run("timeline", "--db", db)[1].splitlines()
    assert [line.split()[0] for line in lines[:3]] == ["2026-02", "2026-03", "2026-04"]
    assert lines[1].endswith(" 4")
    assert "happened 3" in lines[-1]


def test_a_dyad_is_a_picture_with_its_denominator(db: str) -> None:
    lines = run("dyads", "--db", db, "--source", "NOR", "--target", "RUS")[1].splitlines()
    assert lines[1].startswith("2026-03")
    assert lines[1].rstrip().endswith("1   -3.5          1 of 2")


def test_the_sql_can_be_shown(db: str) -> None:
    out = run("events", "--db", db, "--actor", "O'Farrell", "--show-sql")[1]
    assert out.startswith("SELECT e.event")
    assert "O''Farrell" in out


def test_sql_answers_in_a_table(db: str) -> None:
    assert run("sql", "SELECT type, status FROM events WHERE event = 2", "--db", db)[1].split() == [
        "type", "status", "CONSULT", "planned",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "code", "cure"),
    [
        (("events", "--type", "WAR"), 2, "there are AGREE"),
        (("sql", "DELETE FROM actors"), 2, "only read"),
        (("events", "--format", "parquet"), 2, "--out"),
        (("events", "--out", "x.xls"), 2, "give --format"),
    ],
)
def test_a_wrong_question_is_refused_with_the_cure(db: str, arguments: tuple[str, ...], code: int, cure: str) -> None:
    found, _, err = run(*arguments, "--db", db)
    assert found == code
    assert cure in err


def test_an_archive_that_is_not_there_is_named(tmp_path: Path) -> None:
    code, _, err = run("events", "--db", str(tmp_path / "none.db"))
    assert code == 1
    assert "There is no archive" in err
