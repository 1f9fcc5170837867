"""The commands that write an archive, as a person runs them."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from archives import small
from chancery.show.cli import app
from chancery.store.archive import open_archive

TEXT = "Envoy expelled\n\nPeru expelled the envoy of Bolivia on Tuesday. Bolivia denied that he was a spy.\n"


def run(*arguments: str) -> tuple[int, str, str]:
    """Run a command in this process."""
    result = CliRunner().invoke(app, list(arguments))
    return result.exit_code, result.stdout, result.stderr


def test_add_says_what_went_in(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    code, out, _ = run("add", str(tmp_path / "a.txt"), "--db", str(tmp_path / "a.db"), "--published", "2026-03-12")
    assert code == 0
    assert out.startswith("1 report read: ")
    with open_archive(tmp_path / "a.db") as archive:
        assert archive.connection.execute("SELECT published, published_from FROM documents").fetchall() == [
            ("2026-03-12", "given")
        ]


def test_add_again_says_that_nothing_is_new(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    arguments = ("add", str(tmp_path / "a.txt"), "--db", str(tmp_path / "a.db"))
    run(*arguments)
    code, out, _ = run(*arguments)
    assert code == 0
    assert "1 input unchanged since the last time." in out


def test_failures_are_listed_beside_the_archive(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.txt").write_bytes(b"\x00\x01" * 3000)
    code, out, err = run("add", str(folder), "--db", str(tmp_path / "a.db"))
    assert code == 1
    assert out.startswith("1 report read")
    assert "a.failures.csv" in err
    with (tmp_path / "a.failures.csv").open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(Path(row["path"]).name, row["error"]) for row in rows] == [("b.txt", "NotText")]


def test_a_wrong_column_is_refused_before_anything_is_opened(tmp_path: Path) -> None:
    code, _, err = run("add", "x.csv", "--db", str(tmp_path / "a.db"), "--column", "body")
    assert code == 2
    assert "text=NAME" in err
    assert not (tmp_path / "a.db").exists()


def test_a_sound_archive_is_verified(tmp_path: Path) -> None:
    code, out, _ = run("verify", "--db", str(small(tmp_path / "a.db")))
    assert (code, out) == (0, f"{tmp_path / 'a.db'} is as it was written.\n")


def test_damage_is_named_and_the_cure_too(tmp_path: Path) -> None:
    path = small(tmp_path / "a.db")
    with open_archive(path, write=True) as archive:
        archive.connection.execute("UPDATE actors SET name = 'X' WHERE actor = 2")
    code, out, err = run("verify", "--db", str(path))
    assert code == 1
    assert out == "actors 2: the row is not what it was when it was written\n"
    assert "Go back to a copy" in err


def test_forget_says_what_it_did(tmp_path: Path) -> None:
    code, out, _ = run("forget", "doc_a", "--db", str(small(tmp_path / "a.db")))
    assert code == 0
    assert out.startswith("1 document purged")


def test_an_archive_of_a_later_version_is_refused_in_words(tmp_path: Path) -> None:
    path = small(tmp_path / "a.db")
    with open_archive(path, write=True) as archive:
        archive.connection.execute("PRAGMA user_version = 99")
        archive.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (tmp_path / "a.txt").write_text(TEXT)
    code, _, err = run("add", str(tmp_path / "a.txt"), "--db", str(path))
    assert code == 1
    assert "update it" in err


@pytest.mark.parametrize("module", ["duckdb", "trafilatura", "onnxruntime", "sqlite3", "rich", "msgspec"])
def test_help_does_not_wait_for_what_it_does_not_need(module: str) -> None:
    code = f"import sys; from chancery.show import cli; print({module!r} in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "False\n"
