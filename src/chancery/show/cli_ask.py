"""The command line's commands that ask an archive: events, statements, figures, roles, actors, documents, and more.

In: arguments. Out: rows on standard output or in a file, pictures on a terminal.
What it does not know: SQL; `ask` does.

Exit codes: 0 answered, 1 the archive cannot be asked, 2 the question was wrong.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from chancery.errors import DateError, QueryError
from chancery.show.complaints import complaining

if TYPE_CHECKING:
    from chancery.ask.answers import Answer, Answers
    from chancery.show.text import Page

TABLE_ROWS = 50
"""Rows of a table where nobody says how many: two screens."""
PIPED = 160
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


class Span(StrEnum):
    """What dyads are cut into."""

    month = "month"
    year = "year"
    all = "all"


class By(StrEnum):
    """What a timeline counts apart."""

    status = "status"
    type = "type"
    quad = "quad"


Several = list[str] | None
Db = Annotated[Path, typer.Option("--db", metavar="FILE", envvar="CHANCERY_DB", help="The archive.")]
Actor = Annotated[Several, typer.Option(metavar="NAME", help="Part of the name of somebody who takes part.")]
Country = Annotated[Several, typer.Option(metavar="ISO3", help="Country of either side, such as EGY.")]
Source = Annotated[Several, typer.Option(metavar="ISO3", help="Country of who acts or speaks.")]
Target = Annotated[Several, typer.Option(metavar="ISO3", help="Country of whom it is done to.")]
Party = Annotated[Several, typer.Option(metavar="N", help="Numbers of actors, of `sql`, all of whom take part.")]
Linked = Annotated[bool, typer.Option("--linked", help="Only deeds that link two countries, as dyads counts them.")]
Type = Annotated[Several, typer.Option("--type", help="PLOVER type; several with commas.")]
Mode = Annotated[Several, typer.Option(help="PLOVER mode; several with commas.")]
Status = Annotated[Several, typer.Option(help="happened, planned, possible, alleged, not_happened.")]
Counted = Annotated[Several, typer.Option("--status", help="What counts and is scored; without it, happened.")]
Act = Annotated[Several, typer.Option(help="say, deny, accuse, demand, promise, threaten, praise …")]
SaidBy = Annotated[Several, typer.Option(metavar="NAME", help="Part of the name of the source who says so.")]
Since = Annotated[str, typer.Option(metavar="DAY", help="First day, YYYY-MM-DD.")]
Until = Annotated[str, typer.Option(metavar="DAY", help="Last day.")]
Place = Annotated[Several, typer.Option(metavar="NAME", help="Part of a place's name, or its country's ISO3.")]
Words = Annotated[str, typer.Option(help="Words of the report, all of them; '\"in quotes\"' next to each other.")]
Publisher = Annotated[Several, typer.Option(help="Where the report was seen.")]
Document = Annotated[Several, typer.Option(metavar="ID", help="One report: doc_…")]
AsOf = Annotated[str, typer.Option(metavar="RUN|DAY", help="What the archive would have answered then.")]
Decision = Annotated[Several, typer.Option(help="What people decided: none, accept, reject, correct.")]
Verdict = Annotated[Several, typer.Option("--decision", help="accept, reject, correct.")]
Decided = Annotated[bool, typer.Option("--decided", help="As people decided, instead of as it was read.")]
Newest = Annotated[bool, typer.Option("--newest", help="The last ones first.")]
Limit = Annotated[int | None, typer.Option(min=0, help=f"Rows at most, 0 for all; tables {TABLE_ROWS}, else all.")]
Offset = Annotated[int, typer.Option(min=0, help="Rows passed over before.")]
Format = Annotated[Form | None, typer.Option("--format", help="Without it a table, or by the ending of --out.")]
Picture = Annotated[Drawn | None, typer.Option("--format", help="Without it a chart on a terminal, else a table.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write there; parquet needs it.")]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there.")]
ShowSql = Annotated[bool, typer.Option("--show-sql", help="Print the SQL instead of its answer.")]


def register(app: typer.Typer) -> None:
    """Add the commands to an application."""
    for command in (events, statements, figures, roles, actors, documents, decisions, timeline, dyads, sql):
        app.command()(command)


def events(
    db: Db, actor: Actor = None, country: Country = None, source: Source = None, target: Target = None,
    linked: Linked = False, party: Party = None,
    type_: Type = None, mode: Mode = None, status: Status = None, said_by: SaidBy = None, since: Since = "",
    until: Until = "", place: Place = None, words: Words = "", publisher: Publisher = None, document: Document = None,
    as_of: AsOf = "", decision: Decision = None, decided: Decided = False, newest: Newest = False,
    limit: Limit = None, offset: Offset = 0, form: Format = None, out: Out = None, force: Force = False,
    show_sql: ShowSql = False,
) -> None:  # fmt: skip
    """List deeds: who did what to whom, when, where, and whether it happened."""
    _answer("events", locals())


def statements(
    db: Db, actor: Actor = None, country: Country = None, source: Source = None, target: Target = None,
    act: Act = None, since: Since = "", until: Until = "", words: Words = "", publisher: Publisher = None,
    document: Document = None, as_of: AsOf = "", decision: Decision = None, decided: Decided = False,
    newest: Newest = False, limit: Limit = None, offset: Offset = 0, form: Format = None, out: Out = None,
    force: Force = False, show_sql: ShowSql = False,
) -> None:  # fmt: skip
    """List who said what, through whom."""
    _answer("statements", locals())


def figures(
    db: Db, actor: Actor = None, country: Country = None, status: Status = None, said_by: SaidBy = None,
    since: Since = "", until: Until = "", words: Words = "", publisher: Publisher = None, document: Document = None,
    as_of: AsOf = "", decision: Decision = None, decided: Decided = False, newest: Newest = False,
    limit: Limit = None, offset: Offset = 0, form: Format = None, out: Out = None, force: Force = False,
    show_sql: ShowSql = False,
) -> None:  # fmt: skip
    """List the figures that were given, and by whom."""
    _answer("figures", locals())


def roles(
    db: Db, actor: Actor = None, country: Country = None, since: Since = "", until: Until = "", words: Words = "",
    publisher: Publisher = None, document: Document = None, as_of: AsOf = "", decision: Decision = None,
    decided: Decided = False, newest: Newest = False, limit: Limit = None, offset: Offset = 0, form: Format = None,
    out: Out = None, force: Force = False, show_sql: ShowSql = False,
) -> None:  # fmt: skip
    """List who held which office, as reports give it."""
    _answer("roles", locals())


def actors(
    db: Db, actor: Actor = None, country: Country = None, limit: Limit = None, offset: Offset = 0,
    form: Format = None, out: Out = None, force: Force = False, show_sql: ShowSql = False,
) -> None:  # fmt: skip
    """List who appears, those of most reports first."""
    _answer("actors", locals())


def documents(
    db: Db, actor: Actor = None, country: Country = None, source: Source = None, target: Target = None,
    linked: Linked = False, party: Party = None,
    type_: Type = None, mode: Mode = None, status: Status = None, said_by: SaidBy = None, since: Since = "",
    until: Until = "", place: Place = None, words: Words = "", publisher: Publisher = None, document: Document = None,
    decided: Decided = False, newest: Newest = False, limit: Limit = None, offset: Offset = 0, form: Format = None,
    out: Out = None, force: Force = False, show_sql: ShowSql = False,
) -> None:  # fmt: skip
    """List the reports, copies and those in other languages among them."""
    _answer("documents", locals())


def decisions(
    db: Db, decision: Verdict = None, document: Document = None, since: Since = "", until: Until = "",
    newest: Newest = False, limit: Limit = None, offset: Offset = 0, form: Format = None, out: Out = None,
    force: Force = False, show_sql: ShowSql = False,
) -> None:  # fmt: skip
    """List what people decided about findings on the page (`chancery serve`), when and who."""
    _answer("decisions", locals())


def timeline(
    db: Db, period: Annotated[Period, typer.Option(help="What a bar or row is.")] = Period.month,
    by: Annotated[By, typer.Option(help="What is counted apart.")] = By.status, actor: Actor = None,
    country: Country = None, source: Source = None, target: Target = None, linked: Linked = False, party: Party = None,
    type_: Type = None, mode: Mode = None,
    status: Status = None, said_by: SaidBy = None, since: Since = "", until: Until = "", place: Place = None,
    words: Words = "", publisher: Publisher = None, document: Document = None, as_of: AsOf = "",
    decision: Decision = None, decided: Decided = False, form: Picture = None, out: Out = None, force: Force = False,
    show_sql: ShowSql = False,
) -> None:  # fmt: skip
    """Count events by day, month or year: a picture in the terminal."""
    _answer("timeline", locals(), chart=True)


def dyads(
    db: Db, source: Source = None, target: Target = None, country: Country = None, status: Counted = None,
    since: Since = "", until: Until = "", as_of: AsOf = "", decided: Decided = False,
    period: Annotated[Span, typer.Option(help="A row for each; all: the pairs with most events first.")] = Span.month,
    undirected: Annotated[bool, typer.Option("--undirected", help="Two countries are one pair, whoever acts.")] = False,
    together: Annotated[bool, typer.Option("--together", help="All pairs asked for are one; so is a chart.")] = False,
    limit: Limit = None, offset: Offset = 0, form: Picture = None, out: Out = None, force: Force = False,
    show_sql: ShowSql = False,
) -> None:  # fmt: skip
    """Count conflict and cooperation between countries by month: a picture in the terminal."""
    _answer("dyads", locals(), chart=period is not Span.all)


def sql(
    query: Annotated[str, typer.Argument(metavar="SELECT", help="One SELECT over the tables of docs/archive.md.")],
    db: Db,
    time_limit: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="After which it is given up.")] = 60,
    limit: Annotated[int, typer.Option(min=0, help="Rows of a table at most, 0 for all.")] = 0,
    form: Format = None, out: Out = None, force: Force = False,
) -> None:  # fmt: skip
    """Ask in SQL, reading only."""
    with complaining(QueryError, DateError), _opened(db) as archive:
        _write(archive.sql(query, patience=time_limit), _form(form, out), _Output(out, force, limit))


def _answer(kind: str, given: dict[str, Any], *, chart: bool = False) -> None:
    """Put a question of one kind, and write the answer; `chart` says whether it can be drawn."""
    db, form, out, force, show_sql = (given.pop(name) for name in ("db", "form", "out", "force", "show_sql"))
    filters = {name.rstrip("_"): _plain(value) for name, value in given.items() if value not in (None, "", [], False)}
    with complaining(QueryError, DateError), _opened(db) as archive:
        name = "chart" if chart and form is None and out is None and sys.stdout.isatty() else _form(form, out)
        if name == "chart":
            if not chart:
                raise QueryError("All of it has no periods that could be drawn: ask by month or year.")
            filters |= {"together": True} if kind == "dyads" else {}
        if name == "table" and out is None and kind != "timeline":
            filters.setdefault("limit", TABLE_ROWS)
        answer: Answer = getattr(archive, kind)(**filters)
        if show_sql:
            typer.echo(answer.query.written_out)
        elif name == "chart":
            _draw(kind, answer, _Output(out, force))
        else:
            _write(answer, name, _Output(out, force, filters.get("limit", 0)))


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, StrEnum) else value


def _opened(db: Path) -> Answers:
    from chancery.ask.answers import Answers

    return Answers(db)


def _form(form: Form | Drawn | None, out: Path | None) -> str:
    """Return the form that is asked for, or that the ending of a file's name says, or a table."""
    name = form.value if form is not None else (out.suffix.lstrip(".").lower() if out is not None else "table")
    if name not in Drawn.__members__:
        raise QueryError(f"{out}: give --format, one of {', '.join(Form.__members__)}.")
    if name == "parquet" and out is None:
        raise QueryError("Parquet is not for a terminal: give --out FILE.parquet.")
    return name


@dataclass(frozen=True, slots=True)
class _Output:
    """Where an answer goes: a file, replaced if it is there, or standard output; and rows at most."""

    out: Path | None
    force: bool = False
    limit: int = 0


def _write(answer: Answer, name: str, output: _Output) -> None:
    """Write rows in a form, to a file or to standard output."""
    from chancery.show import answers

    if name == "parquet" and output.out is not None:
        from chancery.show.export.output import check_free

        check_free(output.out, force=output.force)
        answers.write_parquet(answer, output.out)
        return
    if name == "table":
        _table(answer, output)
        return
    with _stream(output) as stream:
        for piece in answers.lines(answer, name):
            stream.write(piece)


@contextmanager
def _stream(output: _Output) -> Iterator[BinaryIO]:
    """Open what is written to; a file takes its name when all is in it."""
    from chancery.show.export.output import STANDARD_OUTPUT, writing

    with writing(str(output.out or STANDARD_OUTPUT), force=output.force) as stream:
        yield stream


def _table(answer: Answer, output: _Output) -> None:
    """Write a table, and say of how many rows it is a part."""
    from chancery.show.tables import table

    left_out, lines = table(answer, _page(output))
    count = -1  # the header is no row
    with _stream(output) as stream:
        for line in islice(lines, output.limit + 1 if output.limit else None):
            stream.write(f"{line}\n".encode("utf8" if output.out else _encoding(), "replace"))
            count += 1
    if left_out:
        typer.echo(f"Too narrow for {', '.join(left_out)}: --format csv or jsonl has all columns.", err=True)
    total = answer.total() if output.limit and count >= output.limit else None
    if total is not None and total > count:
        typer.echo(f"{count:,} of {total:,} shown: --limit 0 for all.", err=True)


def _draw(kind: str, answer: Answer, output: _Output) -> None:
    """Draw a picture."""
    from chancery.show import pictures

    page = _page(output)
    canvas = pictures.Canvas(page.width, page.colour, blocks=_encoding().replace("-", "").startswith("utf"))
    lines = pictures.timeline(answer.rows(), canvas) if kind == "timeline" else pictures.dyads(iter(answer), canvas)
    with _stream(output) as stream:
        for line in lines:
            stream.write(f"{line}\n".encode(_encoding(), "replace"))


def _page(output: _Output) -> Page:
    """Return width and colour: plain in a pipe or file, with NO_COLOR, or on a dumb terminal."""
    from chancery.show.text import Page

    terminal = output.out is None and sys.stdout.isatty()
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Page(width=shutil.get_terminal_size((100, 24)).columns if terminal else PIPED, colour=colour)


def _encoding() -> str:
    return (getattr(sys.stdout, "encoding", None) or "utf-8").lower()
