"""The command line's commands that ask an archive: events, statements, figures, roles, actors, documents, and more.

In: arguments. Out: rows on standard output or in a file, pictures on a terminal.
What it does not know: SQL; `ask` does.

Exit codes: 0 answered, 1 the archive cannot be asked, 2 the question was wrong.
"""

from __future__ import annotations

import os
import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from chancery.errors import ChanceryError, DateError, QueryError

if TYPE_CHECKING:
    from chancery.ask.answers import Answer, Answers
    from chancery.show.pictures import Canvas

FAILED, WRONG = 1, 2
TABLE_ROWS = 50
"""Rows of a table where nobody says how many: two screens."""
PIPED = 140
"""Columns of a table that no terminal bounds."""


class Form(StrEnum):
    """How rows are written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    tsv = "tsv"
    parquet = "parquet"


class Drawn(StrEnum):
    """The same, or as a picture in the terminal."""

    chart = "chart"
    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    tsv = "tsv"
    parquet = "parquet"


class Period(StrEnum):
    """What a timeline is cut into."""

    day = "day"
    month = "month"
    year = "year"


class By(StrEnum):
    """What a timeline counts apart."""

    status = "status"
    type = "type"
    quad = "quad"


Db = Annotated[Path, typer.Option("--db", metavar="FILE", envvar="CHANCERY_DB", help="The archive.")]
Actor = Annotated[str, typer.Option(metavar="NAME", help="Part of the name of somebody who takes part.")]
Country = Annotated[list[str] | None, typer.Option(metavar="ISO3", help="Country of either side, such as EGY.")]
Source = Annotated[list[str] | None, typer.Option(metavar="ISO3", help="Country of who acts or speaks.")]
Target = Annotated[list[str] | None, typer.Option(metavar="ISO3", help="Country of whom it is done to.")]
Type = Annotated[list[str] | None, typer.Option("--type", help="PLOVER type; several with commas.")]
Mode = Annotated[list[str] | None, typer.Option(help="PLOVER mode; several with commas.")]
Status = Annotated[list[str] | None, typer.Option(help="happened, planned, possible, alleged, not_happened.")]
Act = Annotated[list[str] | None, typer.Option(help="say, deny, accuse, demand, promise, threaten, praise …")]
Since = Annotated[str, typer.Option(metavar="DAY", help="First day, YYYY-MM-DD.")]
Until = Annotated[str, typer.Option(metavar="DAY", help="Last day.")]
Place = Annotated[str, typer.Option(metavar="NAME", help="Part of a place's name, or its country's ISO3.")]
Words = Annotated[str, typer.Option(help="Words of the report, all of them; '\"in quotes\"' next to each other.")]
Publisher = Annotated[list[str] | None, typer.Option(help="Where the report was seen.")]
Document = Annotated[str, typer.Option(metavar="ID", help="One report: doc_…")]
AsOf = Annotated[str, typer.Option(metavar="RUN|DAY", help="What the archive would have answered then.")]
Newest = Annotated[bool, typer.Option("--newest", help="The last ones first.")]
Limit = Annotated[int | None, typer.Option(min=0, help=f"Rows at most, 0 for all; tables {TABLE_ROWS}, else all.")]
Offset = Annotated[int, typer.Option(min=0, help="Rows passed over before.")]
Format = Annotated[Form | None, typer.Option("--format", help="Without it a table.")]
Picture = Annotated[Drawn | None, typer.Option("--format", help="Without it a picture in the terminal.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write there; parquet needs it.")]
ShowSql = Annotated[bool, typer.Option("--show-sql", help="Print the SQL instead of its answer.")]


def register(app: typer.Typer) -> None:
    """Add the commands to an application."""
    for command in (events, statements, figures, roles, actors, documents, timeline, dyads, sql):
        app.command()(command)


def events(
    db: Db, actor: Actor = "", country: Country = None, source: Source = None, target: Target = None,
    type_: Type = None, mode: Mode = None, status: Status = None, since: Since = "", until: Until = "",
    place: Place = "", words: Words = "", publisher: Publisher = None, document: Document = "", as_of: AsOf = "",
    newest: Newest = False, limit: Limit = None, offset: Offset = 0, form: Format = None, out: Out = None,
    show_sql: ShowSql = False,
) -> None:  # fmt: skip
    """List deeds: who did what to whom, when, where, and whether it happened."""
    _answer("events", locals())


def statements(
    db: Db, actor: Actor = "", country: Country = None, source: Source = None, target: Target = None, act: Act = None,
    since: Since = "", until: Until = "", words: Words = "", publisher: Publisher = None, document: Document = "",
    as_of: AsOf = "", newest: Newest = False, limit: Limit = None, offset: Offset = 0, form: Format = None,
    out: Out = None, show_sql: ShowSql = False,
) -> None:  # fmt: skip
    """List who said what, through whom."""
    _answer("statements", locals())


def figures(
    db: Db, actor: Actor = "", country: Country = None, status: Status = None, since: Since = "", until: Until = "",
    words: Words = "", publisher: Publisher = None, document: Document = "", as_of: AsOf = "", newest: Newest = False,
    limit: Limit = None, offset: Offset = 0, form: Format = None, out: Out = None, show_sql: ShowSql = False,
) -> None:  # fmt: skip
    """List the figures that were given, and by whom."""
    _answer("figures", locals())


def roles(
    db: Db, actor: Actor = "", country: Country = None, since: Since = "", until: Until = "", words: Words = "",
    publisher: Publisher = None, document: Document = "", as_of: AsOf = "", newest: Newest = False,
    limit: Limit = None, offset: Offset = 0, form: Format = None, out: Out = None, show_sql: ShowSql = False,
) -> None:  # fmt: skip
    """List who held which office, as reports give it."""
    _answer("roles", locals())


def actors(
    db: Db, actor: Actor = "", country: Country = None, limit: Limit = None, offset: Offset = 0, form: Format = None,
    out: Out = None, show_sql: ShowSql = False,
) -> None:  # fmt: skip
    """List who appears, those of most reports first."""
    _answer("actors", locals())


def documents(
    db: Db, actor: Actor = "", country: Country = None, type_: Type = None, status: Status = None, since: Since = "",
    until: Until = "", words: Words = "", publisher: Publisher = None, document: Document = "", newest: Newest = False,
    limit: Limit = None, offset: Offset = 0, form: Format = None, out: Out = None, show_sql: ShowSql = False,
) -> None:  # fmt: skip
    """List the reports, copies and those in other languages among them."""
    _answer("documents", locals())


def timeline(
    db: Db, period: Period = Period.month, by: By = By.status, actor: Actor = "", country: Country = None,
    source: Source = None, target: Target = None, type_: Type = None, mode: Mode = None, status: Status = None,
    since: Since = "", until: Until = "", place: Place = "", words: Words = "", publisher: Publisher = None,
    as_of: AsOf = "", form: Picture = None, out: Out = None, show_sql: ShowSql = False,
) -> None:  # fmt: skip
    """Count events by day, month or year: a picture in the terminal."""
    _answer("timeline", locals(), picture=True)


def dyads(
    db: Db, source: Source = None, target: Target = None, country: Country = None, status: Status = None,
    since: Since = "", until: Until = "", as_of: AsOf = "", limit: Limit = None, offset: Offset = 0,
    form: Picture = None, out: Out = None, show_sql: ShowSql = False,
) -> None:  # fmt: skip
    """Count conflict and cooperation between countries by month: a picture in the terminal."""
    _answer("dyads", locals(), picture=True)


def sql(
    query: Annotated[str, typer.Argument(metavar="SELECT", help="One SELECT over the tables of docs/archive.md.")],
    db: Db,
    time_limit: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="After which it is given up.")] = 60,
    form: Format = None, out: Out = None,
) -> None:  # fmt: skip
    """Ask in SQL, reading only."""
    with _complaining(), _opened(db) as archive:
        _write(archive.sql(query, patience=time_limit), form, out, limit=0)


def _answer(kind: str, given: dict[str, Any], *, picture: bool = False) -> None:
    """Put a question of one kind, and write the answer."""
    db, form, out, show_sql = (given.pop(name) for name in ("db", "form", "out", "show_sql"))
    filters = {name.rstrip("_"): _plain(value) for name, value in given.items() if value not in (None, "", [], False)}
    drawn = picture and form in (None, Drawn.chart) and out is None
    limit = filters.get("limit")
    if limit is None and not picture and form in (None, Form.table) and out is None:
        filters["limit"] = limit = TABLE_ROWS
    with _complaining(), _opened(db) as archive:
        options = {"together": True} if drawn and kind == "dyads" else {}
        answer: Answer = getattr(archive, kind)(**options, **filters)
        if show_sql:
            typer.echo(answer.query.written_out)
        elif drawn:
            _draw(kind, answer)
        else:
            _write(answer, form, out, limit=limit or 0)


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, StrEnum) else value


def _opened(db: Path) -> Answers:
    from chancery.ask.answers import Answers

    return Answers(db)


class _complaining:  # noqa: N801  # used like a function
    """Say in one line what was refused."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, ChanceryError):
            typer.echo(f"chancery: {error}", err=True)
            raise typer.Exit(WRONG if isinstance(error, (QueryError, DateError)) else FAILED) from None


def _write(answer: Answer, form: Form | Drawn | None, out: Path | None, *, limit: int) -> None:
    """Write rows in a form, to a file or to standard output."""
    from chancery.show import answers

    name = form.value if form is not None else (out.suffix.lstrip(".").lower() if out is not None else "table")
    if name not in Form.__members__:
        raise QueryError(f"{out}: give --format, one of {', '.join(Form.__members__)}.")
    if name == Form.parquet:
        if out is None:
            raise QueryError("Parquet is not for a terminal: give --out FILE.parquet.")
        answers.write_parquet(answer, out)
        return
    if name == Form.table:
        _table(answer, out, limit)
        return
    pieces = answers.lines(answer, name)
    if out is not None:
        with out.open("wb") as file:
            file.writelines(pieces)
        return
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()


def _table(answer: Answer, out: Path | None, limit: int) -> None:
    """Print a table, and how many rows there would be."""
    from chancery.show.answers import print_table

    canvas = _canvas()
    if out is not None:
        with out.open("wb") as file:
            print_table(answer, file, limit=limit, width=200, colour=False)
        return
    print_table(answer, sys.stdout.buffer, limit=limit, width=canvas.width, colour=canvas.colour)
    sys.stdout.buffer.flush()
    total = answer.total() if limit else None
    if total is not None and total > limit:
        typer.echo(f"{limit:,} of {total:,} shown: --limit 0 for all.", err=True)


def _draw(kind: str, answer: Answer) -> None:
    """Draw a picture."""
    from rich.console import Console

    from chancery.show import pictures

    canvas = _canvas()
    lines = pictures.timeline(answer.rows(), canvas) if kind == "timeline" else pictures.dyads(iter(answer), canvas)
    console = Console(no_color=not canvas.colour, force_terminal=canvas.colour, highlight=False, soft_wrap=True)
    for line in lines:
        console.print(line, markup=canvas.colour, emoji=False)


def _canvas() -> Canvas:
    """Return where is drawn: plain in a pipe, with NO_COLOR or on a dumb terminal; ASCII where there are no blocks."""
    from chancery.show.pictures import Canvas

    terminal = sys.stdout.isatty()
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower()
    return Canvas(
        width=shutil.get_terminal_size((100, 24)).columns if terminal else PIPED,
        colour=colour,
        blocks=encoding.replace("-", "") == "utf8",
    )
