"""The command line prints records on standard output, all else on standard error, and says by its exit code
whether every report was read. The pipeline is a stand-in, so that no model is needed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

from chancery import pipeline
from chancery.errors import NotEnglish, ReportError
from chancery.ingest.report import Report
from chancery.record import Record, from_json
from chancery.show.cli import app
from show.records import record_of

Result = tuple[int, str, str]
Run = Callable[..., Result]


def fake_read_many(
    reports: Iterable[Report], *, jobs: int, refused: Callable[[Report, ReportError], None]
) -> Iterator[Record]:
    """Answer each report with a record of its text; "Nein" is no English."""
    del jobs
    for report in reports:
        if report.text == "Nein":
            refused(report, NotEnglish("It is not in English."))
            continue
        made = record_of(text=report.text)
        day = report.published.isoformat() if report.published else None
        yield msgspec.structs.replace(made, document=msgspec.structs.replace(made.document, published=day))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setattr(pipeline, "read_many", fake_read_many)
    monkeypatch.chdir(tmp_path)
    Path("one.txt").write_text("Envoys met.")
    Path("two.txt").write_text("Envoys left.")
    Path("nein.txt").write_text("Nein")

    def invoke(*arguments: str, given: str | None = None) -> Result:
        result = CliRunner().invoke(app, list(arguments), input=given)
        return result.exit_code, result.stdout, result.stderr

    return invoke


def test_one_report_is_shown_as_text(run: Run) -> None:
    code, out, err = run("read", "one.txt")
    assert (code, out.splitlines()[0], err) == (0, "Doha Talks Open", "")


def test_standard_input_is_a_dash(run: Run) -> None:
    code, out, _ = run("read", "-", "--format", "json", given="Envoys stayed.")
    assert (code, from_json(out).document.text) == (0, "Envoys stayed.")


def test_the_date_reaches_the_report(run: Run) -> None:
    _, out, _ = run("read", "one.txt", "--published", "2026-03-12", "--format", "json")
    assert from_json(out).document.published == "2026-03-12"


def test_several_reports_are_json_lines_in_the_order_given(run: Run) -> None:
    _, out, _ = run("read", "two.txt", "one.txt", "--format", "jsonl")
    assert [from_json(line).document.text for line in out.splitlines()] == ["Envoys left.", "Envoys met."]


def test_several_reports_as_text_stand_under_their_names(run: Run) -> None:
    _, out, _ = run("read", "one.txt", "two.txt")
    assert [line for line in out.splitlines() if line.startswith("==")] == ["== one.txt", "== two.txt"]


def test_json_of_several_reports_is_a_wrong_command_that_names_jsonl(run: Run) -> None:
    code, out, err = run("read", "one.txt", "two.txt", "--format", "json")
    assert (code, out, "--format jsonl" in err) == (2, "", True)


def test_an_impossible_date_is_a_wrong_command(run: Run) -> None:
    code, out, err = run("read", "one.txt", "--published", "2023-02-30")
    assert (code, out, "'2023-02-30' is not a date" in err) == (2, "", True)


def test_an_unknown_format_is_a_wrong_command(run: Run) -> None:
    assert run("read", "one.txt", "--format", "xml")[0] == 2


def test_no_file_is_a_wrong_command(run: Run) -> None:
    assert run("read")[0] == 2


def test_standard_input_cannot_be_read_twice(run: Run) -> None:
    assert run("read", "-", "-", given="Envoys met.")[0] == 2


def test_a_missing_file_is_named_and_the_others_are_read(run: Run) -> None:
    code, out, err = run("read", "none.txt", "two.txt", "--format", "jsonl")
    assert (code, from_json(out).document.text) == (1, "Envoys left.")
    assert err == "chancery: none.txt: There is no such file: check its name.\n"


def test_a_report_that_the_pipeline_refuses_is_named_by_its_file(run: Run) -> None:
    code, out, err = run("read", "one.txt", "nein.txt", "two.txt", "--format", "jsonl")
    assert (code, len(out.splitlines()), err) == (1, 2, "chancery: nein.txt: It is not in English.\n")


def test_the_version_is_printed(run: Run) -> None:
    code, out, _ = run("--version")
    assert (code, out.split()[0]) == (0, "chancery")


def test_help_names_the_command(run: Run) -> None:
    code, out, _ = run("--help")
    assert (code, "read" in out) == (0, True)


def test_a_reader_that_closes_the_pipe_is_no_error() -> None:
    program = (
        "import sys; from chancery.show import cli\ndef closed(): raise BrokenPipeError\ncli.app = closed\ncli.main()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_full_disk_is_told_in_one_line() -> None:
    program = (
        "from chancery.show import cli\ndef full(): raise OSError(28, 'No space left')\ncli.app = full\ncli.main()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


def test_help_loads_neither_the_model_runtime_nor_rich() -> None:
    program = (
        "import sys; sys.argv = ['chancery', '--help']\n"
        "from chancery.show.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([name for name in ('onnxruntime', 'numpy', 'rich', 'tokenizers') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "[]"
