"""The command line's commands that write an archive: add, reread, forget, verify.

In: arguments. Out: an archive, a summary on standard output, progress and complaints on standard error.
What it does not know: how reports are taken in; `intake` does.

Exit codes: 0 all went in, 1 something failed (the rest went in) or is damaged, 2 the command was wrong, 130 stopped by
Ctrl-C (what is in is safe).
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chancery.show.complaints import FAILED, INTERRUPTED, complaining, refuse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chancery.ingest.options import Options
    from chancery.intake.add import Means, Watch
    from chancery.intake.filing import Summary
    from chancery.store.archive import Archive

SHOWN = 5
"""Failures that are named on the terminal; all of them stand in the file of failures."""

Db = Annotated[
    Path, typer.Option("--db", metavar="FILE", envvar="CHANCERY_DB", help="The archive; made if there is none.")
]
Jobs = Annotated[int, typer.Option(min=1, help="Worker processes.")]
Limit = Annotated[float, typer.Option("--time-limit", min=1, metavar="SECONDS", help="For one report; then it fails.")]
FailuresFile = Annotated[
    Path | None, typer.Option("--failures", metavar="FILE", help="Where failures are listed; else beside the archive.")
]


def register(app: typer.Typer) -> None:
    """Add the commands to an application."""
    for command in (add, reread, forget, verify):
        app.command()(command)


def add(
    paths: Annotated[list[str], typer.Argument(metavar="PATHS...", help="Files, folders, WARCs, tables, feeds' URLs.")],
    db: Db,
    published: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Day of publication of all of it.")
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="WHAT=NAME", help="Column of a table: text, date, url, title, publisher or author."),
    ] = None,
    jobs: Jobs = 1,
    limit: Limit = 120,
    retry: Annotated[bool, typer.Option("--retry", help="Try again what failed before.")] = False,
    allow_private: Annotated[bool, typer.Option(help="Allow feeds on this machine and private networks.")] = False,
    failures: FailuresFile = None,
) -> None:
    """Add reports to an archive: what is new in the paths is read, what is known is passed over.

    Stopped at any moment, the same command goes on where it was.
    """
    with complaining():
        from chancery.intake.add import Means

        options = _options(published, column or [], allow_private)
        summary = _add(paths, db, options, Means(jobs, limit, retry))
        _report(summary, db, failures)


def add_folder(path: Path, db: Path, jobs: int = 1) -> None:
    """Add a folder or file to an archive, with progress and summary, as `add` does."""
    from chancery.ingest.options import Options
    from chancery.intake.add import Means

    for line in _lines(_add([str(path)], db, Options(), Means(jobs))):
        typer.echo(line, err=True)


def _add(paths: list[str], db: Path, options: Options, means: Means) -> Summary:
    """Add what lies at the paths, with progress."""
    from chancery.ingest.inputs import find
    from chancery.intake.add import add as add_inputs

    inputs = list(find(paths, options))
    with _open(db) as archive, _watching(sum(getattr(one, "size", 0) or 0 for one in inputs), "bytes") as watch:
        return add_inputs(inputs, archive, options, means=means, watch=watch)


def reread(db: Db, jobs: Jobs = 1, limit: Limit = 120, failures: FailuresFile = None) -> None:
    """Read again what an earlier version has read; its findings stay (--as-of)."""
    with complaining():
        from chancery.intake.add import Means
        from chancery.intake.again import read_again

        with _open(db, create=False) as archive:
            total = archive.connection.execute("SELECT count(*) FROM documents WHERE state = 'read'").fetchone()[0]
            with _watching(total, "reports") as watch:
                summary = read_again(archive, means=Means(jobs, limit), watch=watch)
        _report(summary, db, failures)


def forget(
    documents: Annotated[list[str], typer.Argument(metavar="DOCUMENTS...", help="Ids: doc_…")],
    db: Db,
    reason: Annotated[str, typer.Option(help="Why, kept beside the ids.")] = "",
) -> None:
    """Purge documents and all that was read in them; their ids stay, so that they do not come back."""
    with complaining():
        from chancery.store.forget import forget as purge

        with _open(db, create=False) as archive:
            count = purge(archive, documents, reason)
        typer.echo(f"{_number(count, 'document')} purged from {db}. Backups and exports still have them.")


def verify(db: Db) -> None:
    """Check that every row of an archive is as it was written; exit code 1 where one is not."""
    with complaining():
        from chancery.ingest.shingles import bands
        from chancery.store.verify import verify as check

        with _open(db, create=False) as archive:
            found = check(archive, bands)
        for damage in found:
            typer.echo(f"{damage.table} {damage.row}: {damage.what}".replace(" :", ":"))
        if found:
            typer.echo(
                f"chancery: {db} is damaged. Go back to a copy; or forget the documents concerned and add them again.",
                err=True,
            )
            raise typer.Exit(FAILED)
        typer.echo(f"{db} is as it was written.")


def _options(published: str | None, columns: list[str], allow_private: bool) -> Options:
    """Return how inputs are taken in."""
    from chancery.ingest.options import Options
    from chancery.ingest.report import parse_date

    pairs = [pair.partition("=") for pair in columns]
    for what, equals, name in pairs:
        if what not in ("text", "date", "url", "title", "publisher", "author") or not (equals and name):
            refuse(
                f"--column {what}{equals}{name}: write it as text=NAME, date=NAME, url=, title=, publisher= or author=."
            )
    named = {what: name for what, _, name in pairs}
    return Options(published=parse_date(published), columns=named, allow_private=allow_private)


def _open(db: Path, *, create: bool = True) -> Archive:
    """Open an archive for writing; its clock is SOURCE_DATE_EPOCH's where that is set (reproducible-builds.org)."""
    from chancery.show.clock import now
    from chancery.store.archive import open_archive

    return open_archive(db, write=True, create=create, clock=now)


@contextmanager
def _watching(total: int, unit: str) -> Iterator[Watch]:
    """Show progress where somebody watches: reports a second, events, errors, time left."""
    if not sys.stderr.isatty():
        yield lambda _summary, _done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (
        TextColumn("[progress.description]{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"),
        TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Adding" if unit == "bytes" else "Reading", total=total or None)

        def watch(summary: Summary, done: int) -> None:
            elapsed = progress.tasks[0].elapsed or 0
            rate = summary.reports / elapsed if elapsed else 0
            words = f"{summary.reports:,} reports ({rate:.1f}/s), {summary.findings['events']:,} events, "
            progress.update(task, completed=done, description=f"{words}{len(summary.failures):,} errors")

        yield watch


def _report(summary: Summary, db: Path, failures: Path | None) -> None:
    """Print what an add or a reread came to, list the failures in a file, and set the exit code."""
    for line in _lines(summary):
        typer.echo(line)
    if summary.failures:
        path = failures or db.with_name(f"{db.stem}.failures.csv")
        _list_failures(summary, path)
        for failure in summary.failures[:SHOWN]:
            where = f"{failure.path} {failure.locator}".strip()
            typer.echo(f"chancery: {where}: {failure.message}", err=True)
        typer.echo(f"chancery: {_number(len(summary.failures), 'failure')}: all of them are in {path}", err=True)
    if summary.interrupted:
        typer.echo("chancery: stopped; the same command goes on where it was.", err=True)
        raise typer.Exit(INTERRUPTED)
    if summary.failures:
        raise typer.Exit(FAILED)


def _lines(summary: Summary) -> Iterable[str]:
    """Yield the lines of a summary."""
    found = summary.findings
    kinds = ", ".join(_number(found[f"{kind}s"], kind) for kind in ("event", "statement", "figure", "role"))
    yield f"{_number(summary.reports, 'report')} read: {kinds}."
    if summary.copies:
        yield f"{_number(summary.copies, 'copy', 'copies')} of reports kept beside them, not read."
    if summary.known:
        yield f"{_number(summary.known, 'report')} known already."
    if summary.foreign:
        named = ", ".join(f"{language} {count:,}" for language, count in summary.foreign.most_common())
        yield f"{_number(sum(summary.foreign.values()), 'report')} in other languages kept aside ({named})."
    if summary.forgotten:
        yield f"{_number(summary.forgotten, 'report')} left out, as forgotten earlier."
    if summary.unchanged:
        yield f"{_number(summary.unchanged, 'input')} unchanged since the last time."
    if summary.undated:
        yield f"{_number(summary.undated, 'report')} without a date of publication: their 'on Tuesday' stays undated."


def _number(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _list_failures(summary: Summary, path: Path) -> None:
    """Write the failures as CSV."""
    with path.open("w", encoding="utf8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("path", "part", "error", "message"))
        rows.writerows((one.path, one.locator, one.error, one.message) for one in summary.failures)
