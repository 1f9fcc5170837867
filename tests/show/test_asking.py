"""The page on asking: its commands and its Python run, and it names every filter and every column."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from archives import small
from chancery.ask.answers import UNDERSTOOD, Answers
from chancery.show.cli import app

TEXT = (Path(__file__).parents[2] / "docs" / "asking.md").read_text(encoding="utf8")
BLOCKS = {kind: re.findall(rf"^```{kind}\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE) for kind in ("sh", "python")}
COMMANDS = [line for block in BLOCKS["sh"] for line in block.splitlines()]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.chdir(tmp_path)
    small(Path("news.db"))
    result = CliRunner().invoke(app, shlex.split(command)[1:])
    assert (result.exit_code, result.stderr) == (0, "")


def test_the_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    small(Path("news.db"))
    for block in BLOCKS["python"]:
        exec(compile(block, "asking.md", "exec"), {})


@pytest.mark.parametrize("kind", sorted(UNDERSTOOD))
def test_every_column_and_filter_is_named(tmp_path: Path, kind: str) -> None:
    with Answers(small(tmp_path / "a.db")) as archive:
        names = getattr(archive, kind)().names
    assert [name for name in names if f"`{name}`" not in TEXT] == []
    options = [f"--{name.replace('_', '-')}" for name in UNDERSTOOD[kind]]
    assert [option for option in options if f"`{option}" not in TEXT] == []


@pytest.mark.parametrize("kind", sorted(UNDERSTOOD))
def test_every_filter_is_an_option(kind: str) -> None:
    known = CliRunner().invoke(app, [kind, "--help"], env={"COLUMNS": "200"}).stdout
    options = [f"--{name.replace('_', '-')}" for name in UNDERSTOOD[kind]]
    assert [option for option in options if option not in known] == []
