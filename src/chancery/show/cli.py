"""The command line: `chancery read FILES…`.

In: arguments, files, standard input. Out: records on standard output; everything else on standard error.
What it does not know: how a report is read.

Exit codes: 0 all were read, 1 a report could not be read (the others were), 2 the command was wrong.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from chancery.errors import ChanceryError, DateError, ReportError
from chancery.show import cli_add, cli_ask, cli_export, cli_serve, inputs
from chancery.show.complaints import FAILED, INTERRUPTED, refuse

if TYPE_CHECKING:
    from datetime import date

    from chancery.ingest.report import Report
    from chancery.record import Record
    from chancery.show.text import Page

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,  # rich would cost half of the time that --help takes
    pretty_exceptions_enable=False,
    help="Read news reports on international affairs into dated, sourced records.",
)
cli_add.register(app)
cli_ask.register(app)
cli_export.register(app)
cli_serve.register(app)


class Format(StrEnum):
    """How records are printed."""

    text = "text"
    json = "json"
    jsonl = "jsonl"


def main() -> None:
    """Run the command line; what `chancery` calls."""
    sys.stdin, sys.stdout, sys.stderr = (  # None where the caller closed them ("<&-")
        stream or open(os.devnull, mode, encoding="utf8")  # noqa: SIM115  # open until the process ends
        for stream, mode in ((sys.stdin, "r"), (sys.stdout, "w"), (sys.stderr, "w"))
    )
    try:
        app()
    except BrokenPipeError:  # whoever reads has enough ("| head")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except OSError as error:  # a full disk, a closed output: what was printed so far may be cut off
        print(
            f"chancery: the output cannot be written ({error.strerror}): the records are not complete.", file=sys.stderr
        )
        sys.exit(FAILED)


def _print_version(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        from importlib.metadata import version

        typer.echo(f"chancery {version('chancery')}")
        raise typer.Exit


@app.callback()
def chancery(
    show_version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Take the options that come before a command."""


@app.command()
def read(
    files: Annotated[list[str], typer.Argument(metavar="FILES...", help="Reports as UTF-8 text; - is standard input.")],
    published: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="Day of publication; without it 'on Tuesday' stays undated."),
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="jsonl: one record a line.")] = Format.text,
    jobs: Annotated[int, typer.Option(min=1, help="Worker processes for many reports.")] = 1,
) -> None:
    """Read reports and print what happened, who said what, the figures and the offices.

    Exit code 1 where a report cannot be read (the others are), 2 where the command is wrong.
    """
    if form is Format.json and len(files) > 1:
        refuse("--format json prints one record: use --format jsonl for several files.")
    if files.count(inputs.STANDARD_INPUT) > 1:
        refuse("Standard input (-) can be read only once.")
    try:
        failures = _read_all(files, published, form, jobs)
    except DateError as error:
        refuse(str(error))
    except ChanceryError as error:
        typer.echo(f"chancery: {error}", err=True)
        failures = 1
    if failures:
        raise typer.Exit(FAILED)


def _read_all(files: list[str], published: str | None, form: Format, jobs: int) -> int:
    """Read files and print their records.

    Returns:
        How many could not be read.
    """
    from chancery.ingest.report import parse_date
    from chancery.pipeline import read_many

    desk = _Desk(parse_date(published))
    reports = desk.reports(_with_progress(files))
    for count, record in enumerate(read_many(reports, jobs=jobs, refused=desk.refused)):
        _print(record, form, desk.under_way.popleft(), heading=len(files) > 1, first=count == 0)
    return desk.failures


class _Desk:
    """Which file each record and refusal belongs to: the pipeline answers in the order of the reports."""

    def __init__(self, published: date | None) -> None:
        self.published = published
        self.under_way: deque[str] = deque()
        self.failures = 0

    def reports(self, files: Iterable[str]) -> Iterator[Report]:
        """Yield the files that can be opened as reports; the others are named on standard error."""
        from chancery.ingest.report import Report
        from chancery.settings import Settings

        for path in files:
            try:
                text = inputs.read_text(path, Settings())
            except ReportError as error:
                self._complain(path, error)
                continue
            self.under_way.append(path)
            yield Report(text, self.published)

    def refused(self, _: Report, error: ReportError) -> None:
        """Name the file that the pipeline refused."""
        self._complain(self.under_way.popleft(), error)

    def _complain(self, path: str, error: ReportError) -> None:
        """Write one line on standard error: file, what is wrong, the cure."""
        self.failures += 1
        name = "standard input" if path == inputs.STANDARD_INPUT else path
        typer.echo(f"chancery: {name}: {error}", err=True)


def _with_progress(files: list[str]) -> Iterable[str]:
    """Yield the files behind a progress bar where somebody watches: many files, a terminal, output elsewhere."""
    if len(files) < 2 or not sys.stderr.isatty() or sys.stdout.isatty():
        return files
    from rich.console import Console
    from rich.progress import track

    return track(files, description="Reading", console=Console(stderr=True), transient=True)


def _print(record: Record, form: Format, path: str, *, heading: bool, first: bool) -> None:
    """Write one record to standard output."""
    if form is Format.text:
        from chancery.show.text import clean, render

        words = render(record, _page())
        named = f"== {clean(path)}\n{words}" if heading else words
        output = named if first else f"\n{named}"
        encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
        data = output.encode(encoding, errors="replace")
    else:
        from chancery.record import to_json

        data = to_json(record)
    sys.stdout.buffer.write(data + b"\n")
    sys.stdout.buffer.flush()


def _page() -> Page:
    """Return the width and colour of standard output: plain in a pipe, with NO_COLOR or on a dumb terminal."""
    from chancery.show.text import Page

    terminal = sys.stdout.isatty()
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Page(width=shutil.get_terminal_size((100, 24)).columns, colour=colour)
