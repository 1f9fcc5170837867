"""The command line's commands that write files from an archive: export, freeze.

In: arguments. Out: a file, a folder, or standard output; a line about it on standard error.
What it does not know: formats; `show.export` does.

Exit codes: 0 written, 1 refused or damaged, 2 the command was wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from chancery.show.clock import now
from chancery.show.complaints import FAILED, complaining, refuse

if TYPE_CHECKING:
    from chancery.show.export.formats import Tally
    from chancery.show.export.plover import Manner
    from chancery.show.export.rows import Selection


class Name(StrEnum):
    """Formats that `chancery export` writes."""

    plover = "plover"
    polecat = "polecat"
    icews = "icews"
    gdelt = "gdelt"
    gdelt_mentions = "gdelt-mentions"
    panel = "panel"


Db = Annotated[Path, typer.Option("--db", metavar="FILE", envvar="CHANCERY_DB", help="The archive.")]
Since = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="First day.")]
Until = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Last day.")]
Texts = Annotated[bool, typer.Option("--without-texts", help="Leave out the reports' words, as licences may ask.")]


def register(app: typer.Typer) -> None:
    """Add the commands to an application."""
    app.command()(export)
    app.command(name="freeze")(freeze_archive)


def export(
    name: Annotated[Name, typer.Argument(metavar="FORMAT", help=", ".join(Name))],
    db: Db,
    out: Annotated[str, typer.Option(metavar="FILE", help="Where to; - is standard output.")] = "-",
    since: Since = None,
    until: Until = None,
    country: Annotated[
        list[str] | None, typer.Option(metavar="ISO3", help="Party to the event, or its place; several with commas.")
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option("--type", metavar="TYPE", help="PLOVER type; several with commas.")
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option(help="Several with commas. Default: happened, planned; of plover and panel: all."),
    ] = None,
    document: Annotated[list[str] | None, typer.Option(metavar="ID", help="Only events of this report: doc_…")] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="plover: planned deeds by the types the manual gives them.")
    ] = False,
    without_texts: Texts = False,
    balanced: Annotated[bool, typer.Option("--balanced", help="panel: a row also where nothing happened.")] = False,
    decided: Annotated[bool, typer.Option("--decided", help="As people decided, instead of as it was read.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> None:
    """Write an archive's events as a file of another dataset, or as a dyad-month panel."""
    if strict and name is not Name.plover:
        refuse("--strict is for plover: the other formats are strict by themselves.")
    if without_texts and name is not Name.plover:
        refuse("--without-texts is for plover: the other formats have no texts.")
    if balanced and name is not Name.panel:
        refuse("--balanced is for panel.")
    with complaining():
        from chancery.record import EventType, Status
        from chancery.show.export.codes import load
        from chancery.show.export.plover import Manner
        from chancery.show.export.rows import CLASSIC, Selection

        has_statuses = name is Name.panel or (name is Name.plover and not strict)
        selection = Selection(
            _day(since), _day(until), _several("--country", country, load().countries),
            _several("--type", kind, get_args(EventType)),
            _several("--status", status, get_args(Status)) or (() if has_statuses else CLASSIC),
            tuple(document or ()), decided,
        )  # fmt: skip
        if name is Name.panel:
            tally = _panel(db, out, selection, balanced=balanced, force=force)
        else:
            manner = Manner(strict=strict, texts=not without_texts)
            tally = _events(db, out, name, selection, manner, force=force)
        _tell(tally, out)


def freeze_archive(
    db: Annotated[Path | None, typer.Option("--db", metavar="FILE", envvar="CHANCERY_DB", help="The archive.")] = None,
    out: Annotated[Path | None, typer.Option(metavar="FOLDER", help="A new folder.")] = None,
    since: Since = None,
    until: Until = None,
    without_texts: Texts = False,
    check: Annotated[Path | None, typer.Option("--check", metavar="FOLDER", help="Check a release instead.")] = None,
) -> None:
    """Freeze an archive into a release: Parquet, manifest, checksums, data dictionary.

    --since and --until are days of publication. SOURCE_DATE_EPOCH sets the moment that the manifest names.
    """
    if (check is None) == (out is None):
        refuse("Give --out FOLDER to freeze an archive, or --check FOLDER to check a release.")
    with complaining():
        if check is not None:
            _check(check)
            return
        if db is None or out is None:
            refuse("Give --db FILE: which archive to freeze.")
        from chancery.show.export.freeze import Scope, freeze
        from chancery.store.archive import open_archive

        with open_archive(db) as archive:
            scope = Scope(_day(since), _day(until))
            manifest = freeze(archive, out, now(), scope=scope, texts=not without_texts)
        tables = manifest["tables"]
        typer.echo(
            f"chancery: {tables['events']:,} events of {tables['documents']:,} documents frozen in {out}.", err=True
        )


def _events(db: Path, out: str, name: Name, selection: Selection, manner: Manner, *, force: bool) -> Tally:
    """Write a file of events."""
    from chancery.show.export.formats import format_of, write
    from chancery.show.export.output import writing
    from chancery.store.archive import open_archive

    with open_archive(db) as archive, writing(out, force=force) as file:
        return write(archive, format_of(name.value, manner), selection, file)


def _panel(db: Path, out: str, selection: Selection, *, balanced: bool, force: bool) -> Tally:
    """Write a panel, as Parquet where the name says so."""
    from chancery.show.export.output import writing
    from chancery.show.export.panel import count, write_csv, write_parquet
    from chancery.store.archive import open_archive

    with open_archive(db) as archive, writing(out, force=force) as file:
        panel = count(archive, selection)
        write_panel = write_parquet if out.endswith(".parquet") else write_csv
        write_panel(panel, file, balanced=balanced)
        return panel.tally


def _tell(tally: Tally, out: str) -> None:
    """Say how much was written and what was left out."""
    where = "standard output" if out == "-" else out
    words = f"{_number(tally.rows, 'row')} of {_number(tally.events, 'event')} written to {where}."
    if tally.left_out:
        reasons = ", ".join(f"{count:,} {reason}" for reason, count in sorted(tally.left_out.items()))
        words += f" Left out: {reasons}."
    typer.echo(f"chancery: {words}", err=True)


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _check(folder: Path) -> None:
    """Say whether a release is whole; exit code 1 where it is not."""
    from chancery.show.export.unfrozen import check

    damaged = check(folder)
    for what in damaged:
        typer.echo(f"chancery: {folder}: {what}", err=True)
    if damaged:
        raise typer.Exit(FAILED)
    typer.echo(f"chancery: {folder} is as it was frozen.", err=True)


def _several(option: str, values: list[str] | None, known: Iterable[str]) -> tuple[Any, ...]:
    """Return what an option asks for, as it is written in the archive; several may stand with commas."""
    written = {one.lower(): one for one in known}
    asked = [one.strip() for value in values or () for one in value.split(",") if one.strip()]
    unknown = [one for one in asked if one.lower() not in written]
    if unknown:
        some = ", ".join(list(written.values())[:5])
        refuse(f"{option} {unknown[0]}: there is none of that name. Write it as {some} …")
    return tuple(written[one.lower()] for one in asked)


def _day(value: str | None) -> str | None:
    """Return a day, checked."""
    from chancery.ingest.report import parse_date

    day = parse_date(value)
    return None if day is None else day.isoformat()
