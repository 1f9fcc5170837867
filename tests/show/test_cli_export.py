"""`chancery export` and `chancery freeze` write files whole, tell what was left out, and refuse what would be lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from archives import small
from chancery.show import cli_export

app = typer.Typer()
cli_export.register(app)
Result = tuple[int, str, str]
Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CHANCERY_DB", raising=False)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    small(Path("a.db"))

    def invoke(*arguments: str) -> Result:
        result = CliRunner().invoke(app, list(arguments))
        return result.exit_code, result.stdout, result.stderr

    return invoke


@pytest.mark.parametrize(
    ("name", "rows"),
    [("plover", 6), ("polecat", 5), ("icews", 7), ("gdelt", 6), ("gdelt-mentions", 8), ("panel", 7)],
)
def test_each_format_is_written_to_standard_output(run: Run, name: str, rows: int) -> None:
    code, out, _ = run("export", name, "--db", "a.db")
    assert (code, len(out.splitlines())) == (0, rows)


def test_what_was_written_and_left_out_is_told(run: Run) -> None:
    code, out, err = run("export", "icews", "--db", "a.db", "--out", "a.tab")
    assert (code, out) == (0, "")
    assert err == "chancery: 6 rows of 4 events written to a.tab. Left out: 1 alleged, 1 possible.\n"
    assert len(Path("a.tab").read_bytes().splitlines()) == 7


def test_a_file_that_is_there_stays_unless_forced(run: Run) -> None:
    Path("a.tab").write_text("mine")
    code, _, err = run("export", "gdelt", "--db", "a.db", "--out", "a.tab")
    assert (code, err, Path("a.tab").read_text()) == (
        1, "chancery: a.tab exists: give another name, or --force to replace it.\n", "mine",
    )  # fmt: skip
    assert run("export", "gdelt", "--db", "a.db", "--out", "a.tab", "--force")[0] == 0
    assert len(Path("a.tab").read_bytes().splitlines()) == 6


def test_events_are_chosen_by_options(run: Run) -> None:
    options = (
        "--since",
        "2026-03-01",
        "--country",
        "nor",
        "--type",
        "mobilize,AID",
        "--status",
        "alleged",
        "--document",
        "doc_b",
    )
    _, out, _ = run("export", "plover", "--db", "a.db", *options)
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["doc_b:e2"]


def test_a_strict_export_has_what_the_manual_has(run: Run) -> None:
    _, out, _ = run("export", "plover", "--db", "a.db", "--strict", "--status", "planned")
    assert [json.loads(line)["event"] for line in out.splitlines()] == [["AGREE"]]


def test_without_texts_no_sentence_is_given(run: Run) -> None:
    _, out, _ = run("export", "plover", "--db", "a.db", "--without-texts")
    assert "officials said" not in out


def test_a_panel_is_parquet_where_the_name_says_so(run: Run) -> None:
    assert run("export", "panel", "--db", "a.db", "--balanced", "--out", "p.parquet")[0] == 0
    assert Path("p.parquet").read_bytes()[:4] == b"PAR1"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("icews", "--strict"), "--strict is for plover"),
        (("gdelt", "--without-texts"), "--without-texts is for plover"),
        (("plover", "--balanced"), "--balanced is for panel"),
        (("plover", "--country", "Egypt"), "--country Egypt: there is none of that name. Write it as AFG, ALA, ALB"),
        (("plover", "--type", "AID,HELP"), "--type HELP: there is none of that name. Write it as AGREE, CONSULT"),
        (("plover", "--status", "maybe"), "--status maybe: there is none of that name. Write it as happened, planned"),
    ],
)
def test_a_wrong_command_is_refused_in_words(run: Run, arguments: tuple[str, ...], words: str) -> None:
    code, _, err = run("export", *arguments, "--db", "a.db")
    assert (code, words in err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(("--db", "none.db"), "no archive at none.db"), (("--db", "a.db", "--since", "March"), "'March' is not a date")],
)
def test_what_cannot_be_done_is_told_in_words(run: Run, arguments: tuple[str, ...], words: str) -> None:
    code, _, err = run("export", "plover", *arguments)
    assert (code, words in err) == (1, True)


def test_an_archive_is_frozen_and_checked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    code, _, err = run("freeze", "--db", "a.db", "--out", "release")
    assert (code, err) == (0, "chancery: 6 events of 3 documents frozen in release.\n")
    assert json.loads(Path("release/manifest.json").read_text())["made"] == "2026-01-01T00:00:00Z"
    assert run("freeze", "--check", "release") == (0, "", "chancery: release is as it was frozen.\n")


def test_a_release_that_was_touched_is_told(run: Run) -> None:
    run("freeze", "--db", "a.db", "--out", "release", "--without-texts")
    Path("release/manifest.json").write_text("{}")
    code, _, err = run("freeze", "--check", "release")
    assert (code, err) == (1, "chancery: release: manifest.json is not as it was frozen\n")


def test_a_folder_in_use_is_refused(run: Run) -> None:
    Path("release").mkdir()
    Path("release/mine").write_text("mine")
    code, _, err = run("freeze", "--db", "a.db", "--out", "release")
    assert (code, "not an empty folder" in err) == (1, True)


@pytest.mark.parametrize("arguments", [(), ("--out", "a", "--check", "b"), ("--out", "a")])
def test_freezing_needs_an_archive_and_a_folder_or_a_release_to_check(run: Run, arguments: tuple[str, ...]) -> None:
    assert run("freeze", *arguments)[0] == 2


@pytest.mark.parametrize("name", list(cli_export.Name))
def test_every_format_is_in_the_documentation(name: str) -> None:
    docs = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf8")
    assert f"| `{name}` |" in docs
