"""Release: the tables of a frozen release, column by column, with what each means.

In: nothing. Out: `TABLES`, from which the queries, the Parquet files and the data dictionary are made.
What it does not know: archives that are open, folders.

Queries may use two functions: `words(text, start, end)`, the words of a span, cut where texts are withheld, and
`given(text)`, which then gives nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

Kind = Literal["VARCHAR", "BIGINT", "DOUBLE"]


class Column(NamedTuple):
    """A column: its name, its type in DuckDB, the SQL expression that gives it, and what it means."""

    name: str
    kind: Kind
    sql: str
    meaning: str


class Table(NamedTuple):
    """A table.

    Attributes:
        name: of the table and its file.
        meaning: what a row is.
        source: FROM, WHERE and ORDER BY; `{scope}` stands for the condition on the documents `d`.
        columns: in the order of the file.
    """

    name: str
    meaning: str
    source: str
    columns: tuple[Column, ...]

    def query(self, scope: str) -> str:
        """Return the query that gives the rows."""
        columns = ", ".join(f"{column.sql} AS {column.name}" for column in self.columns)
        return f"SELECT {columns} {self.source.format(scope=scope)}"

    @property
    def kinds(self) -> dict[str, str]:
        """The columns' types by name."""
        return {column.name: column.kind for column in self.columns}


def _text(name: str, sql: str, meaning: str) -> Column:
    return Column(name, "VARCHAR", sql, meaning)


def _number(name: str, sql: str, meaning: str) -> Column:
    return Column(name, "BIGINT", sql, meaning)


def _real(name: str, sql: str, meaning: str) -> Column:
    return Column(name, "DOUBLE", sql, meaning)


def _span(name: str, sql: str, meaning: str) -> tuple[Column, Column]:
    return _number(f"{name}start", f"{sql}start", meaning), _number(f"{name}end", f"{sql}end", "its end")


def _time(row: str) -> tuple[Column, ...]:
    """Return the columns of a finding's time."""
    return (
        _text("day", f"{row}.day", "the day by which it is filed, YYYY-MM-DD"),
        _text(
            "day_from", f"{row}.day_from", "where the day comes from: `text`, or `published` where the text gives none"
        ),
        _text("edtf", f"{row}.edtf", "its time as the text gives it, in EDTF (ISO 8601-2)"),
        _text("earliest", f"{row}.earliest", "the first day of that time, empty where open"),
        _text("latest", f"{row}.latest", "its last day, empty where open"),
        *_span("time_", f"{row}.time_", "where the time stands in the text"),
    )


DOCUMENT = _text("document", "d.id", "the report: `documents.document`")
STATEMENT = "`statements.statement`"
ACTOR = "`actors.actor`"
_FINDINGS = (
    "FROM {table} {row} JOIN documents d ON d.doc = {row}.doc {join}WHERE {row}.live = 1 AND {{scope}} ORDER BY {order}"
)


def _findings(table: str, row: str, order: str, join: str = "") -> str:
    return _FINDINGS.format(table=table, row=row, order=order, join=join)


_OF_EVENTS = (
    "FROM {part} JOIN all_events e USING (event) JOIN documents d ON d.doc = e.doc "
    "WHERE e.live = 1 AND {{scope}} ORDER BY {order}"
)
EVENT_ID = "d.id || ':' || e.local"

TABLES: tuple[Table, ...] = (
    Table(
        "events",
        "one deed in one report, whatever its status",
        _findings("all_events", "e", "e.event", "LEFT JOIN event_mentions m ON m.event = e.event AND m.n = 1 "),
        (
            _text("event", EVENT_ID, "its id: the report's and its own in the record"),
            DOCUMENT,
            _text("type", "e.type", "PLOVER type"),
            _text("mode", "e.mode", "PLOVER mode"),
            _text("status", "e.status", "`happened`, `planned`, `possible`, `alleged` or `not_happened`"),
            _number(
                "quad", "e.quad", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"
            ),
            _real("score", "e.score", "PLOVER's conflict-cooperation score, -10 to 10"),
            *_time("e"),
            _text("place", "e.place", "where it is done"),
            _text("place_country", "e.place_country", "the country of the place, ISO 3166-1 alpha-3"),
            _real("latitude", "e.latitude", "WGS 84 degrees"),
            _real("longitude", "e.longitude", "WGS 84 degrees"),
            _text("precision", "e.precision", "how precise the place is: city, region, country …"),
            _number("geonames", "e.geonames", "the place's number in GeoNames"),
            *_span("place_", "e.place_", "where the place stands in the text"),
            _text("contexts", "e.contexts", "PLOVER contexts, separated by spaces"),
            _text("said_by", "d.id || ':' || e.said_by", f"the statement by which the report knows of it: {STATEMENT}"),
            _real("confidence", "e.confidence", "0 to 1, calibrated"),
            _text("why", "given(e.why)", "why the reader thinks so, a JSON list"),
            *_span("span_", "m.span_", "where its first words stand in the text"),
            _text("words", "words(d.text, m.span_start, m.span_end)", "its first words"),
            _number("sentence_number", "m.sentence", "the number of their sentence, from 1"),
            _text("sentence", "given(words(d.text, m.sentence_start, m.sentence_end))", "that sentence"),
        ),
    ),
    Table(
        "participants",
        "somebody's part in an event",
        _OF_EVENTS.format(part="participants p", order="p.event, p.role, p.n"),
        (
            _text("event", EVENT_ID, "`events.event`"),
            _text("role", "p.role", "`actor`, `recipient`, or `denier`: a statement that denies it"),
            _number("n", "p.n", "its place among those of the role, from 1"),
            _number("actor", "p.actor", f"{ACTOR}; empty for a denier"),
            _text("local", "CASE WHEN p.role <> 'denier' THEN p.local END", "the actor's id in the record"),
            _text(
                "statement", "CASE WHEN p.role = 'denier' THEN d.id || ':' || p.local END", f"of a denier: {STATEMENT}"
            ),
        ),
    ),
    Table(
        "mentions",
        "words that tell of an event",
        _OF_EVENTS.format(part="event_mentions m", order="m.event, m.n"),
        (
            _text("event", EVENT_ID, "`events.event`"),
            _number("n", "m.n", "in reading order, from 1"),
            *_span("span_", "m.span_", "where the words stand in the text"),
            _text("words", "words(d.text, m.span_start, m.span_end)", "the words"),
            _number("sentence_number", "m.sentence", "the number of their sentence, from 1"),
            *_span("sentence_", "m.sentence_", "where their sentence stands"),
        ),
    ),
    Table(
        "statements",
        "an attribution: who said what",
        _findings("all_statements", "s", "s.statement"),
        (
            _text("statement", "d.id || ':' || s.local", "its id: the report's and its own in the record"),
            DOCUMENT,
            _number("source", "s.source", f"who says it: {ACTOR}"),
            *_span("source_", "s.source_", "where the source stands in the text"),
            _text("act", "s.act", "say, deny, accuse, demand …"),
            _text("form", "s.form", "`direct`, `indirect` or `mixed`"),
            _text("cue", "s.cue", "the words that attribute"),
            *_span("cue_", "s.cue_", "where they stand"),
            _text("contents", "s.contents", "the spans of what is said, JSON: [[start, end], …]"),
            _number("via", "s.via", f"through whom: {ACTOR}"),
            _number("addressee", "s.addressee", f"to whom: {ACTOR}"),
            _text("within", "d.id || ':' || s.within", f"the statement that contains it: {STATEMENT}"),
            *_time("s"),
            _real("confidence", "s.confidence", "0 to 1"),
        ),
    ),
    Table(
        "figures",
        "a number that measures something",
        _findings("all_figures", "f", "f.figure"),
        (
            _text("figure", "d.id || ':' || f.local", "its id: the report's and its own in the record"),
            DOCUMENT,
            _real("value", "f.value", "the number"),
            _real("upper", "f.upper", "the upper end of a range"),
            _text("compare", "f.compare", "`=`, `>`, `<` or `~`"),
            _text("unit", "f.unit", "ISO 4217, `percent`, `person`, or a singular noun"),
            _text("what", "f.what", "what is measured"),
            _text("change", "f.change", "`increase` or `decrease`"),
            _text("status", "f.status", "as that of an event"),
            _text("said_by", "d.id || ':' || f.said_by", f"the statement that gives it: {STATEMENT}"),
            _text(
                "about",
                "(SELECT json_group_array(actor) FROM "
                "(SELECT actor FROM figure_actors g WHERE g.figure = f.figure ORDER BY n))",
                f"whom it is about, JSON list of {ACTOR}",
            ),
            *_time("f"),
            *_span("span_", "f.span_", "where it stands in the text"),
            _text("words", "words(d.text, f.span_start, f.span_end)", "its words"),
        ),
    ),
    Table(
        "roles",
        "an office that a person held, as the report gives it",
        _findings("all_roles", "r", "r.role"),
        (
            DOCUMENT,
            _number("n", "r.n", "its place in the record, from 1"),
            _number("person", "r.person", f"who: {ACTOR}"),
            _text("title", "r.title", "the office"),
            _text("organization", "r.organization", "of what"),
            _text("country", "r.country", "ISO 3166-1 alpha-3"),
            *_time("r"),
            *_span("span_", "r.span_", "where it stands in the text"),
            _text("words", "words(d.text, r.span_start, r.span_end)", "its words"),
        ),
    ),
    Table(
        "actors",
        "somebody, by name, kind, country and sectors",
        "FROM actors a WHERE EXISTS (SELECT 1 FROM appearances p JOIN readings g USING (reading) JOIN documents d "
        "ON d.doc = g.doc WHERE p.actor = a.actor AND g.until_run IS NULL AND {scope}) ORDER BY a.actor",
        (
            _number("actor", "a.actor", "its number in this release"),
            _text("name", "a.name", "the name, or the words where there is none"),
            _text(
                "kind",
                "a.kind",
                "person, state, government, organization, bloc, armed_group, population, media, unknown",
            ),
            _text("country", "nullif(a.country, '')", "ISO 3166-1 alpha-3"),
            _text("sectors", "a.sectors", "PLOVER sectors, separated by spaces"),
        ),
    ),
    Table(
        "appearances",
        "an actor in a report",
        "FROM appearances p JOIN readings g USING (reading) JOIN documents d ON d.doc = g.doc "
        "WHERE g.until_run IS NULL AND {scope} ORDER BY p.reading, length(p.local), p.local",
        (
            DOCUMENT,
            _text("local", "p.local", "the actor's id in the record"),
            _number("actor", "p.actor", ACTOR),
            _text("mentions", "p.mentions", "where it is mentioned, JSON: [[start, end, form], …]"),
        ),
    ),
    Table(
        "documents",
        "a report, or a copy of one",
        "FROM documents d LEFT JOIN readings g ON g.doc = d.doc AND g.until_run IS NULL WHERE {scope} ORDER BY d.doc",
        (
            _text("document", "d.id", "its id, from the day of publication and the text"),
            _text("state", "d.state", "`read`; `copy`, kept and not read; `foreign`, in another language"),
            _text(
                "family", "(SELECT id FROM documents o WHERE o.doc = d.family)", "the document of which it is a copy"
            ),
            _text("language", "d.language", "ISO 639-1"),
            _text("title", "d.title", "headline"),
            _text("publisher", "d.publisher", "who published it"),
            _text("author", "d.author", "who wrote it"),
            _text("url", "d.url", "where"),
            _text("published", "d.published", "when, YYYY-MM-DD"),
            _text("published_from", "d.published_from", "`given`, `metadata` or `inferred`"),
            _text("modified", "d.modified", "when it was changed"),
            _text("dateline", "d.dateline", "its dateline"),
            _number(
                "sightings", "(SELECT count(*) FROM sightings s WHERE s.doc = d.doc)", "in how many places it was seen"
            ),
            _number("run", "g.run", "who read it: `runs.run`"),
            _number("characters", "length_of(d.text)", "code points of the text; every start and end counts them"),
            _text("text_sha256", "sha256(d.text)", "SHA-256 of the text in UTF-8"),
            _text("text", "given(d.text)", "the text; empty in a release without texts"),
        ),
    ),
    Table(
        "decisions",
        "what a person decided about a finding of a reading that counts; nothing in the other tables follows from it",
        "FROM decisions s JOIN documents d ON d.doc = s.doc JOIN readings g ON g.reading = s.reading "
        "WHERE g.until_run IS NULL AND {scope} ORDER BY s.decision",
        (
            _number("decision", "s.decision", "its number in this release"),
            DOCUMENT,
            _text("kind", "s.kind", "of the finding: `event`, `statement`, `figure`, `role`"),
            _text("local", "s.local", "the finding's id in the record, of a role `r` and its place in it"),
            _text("verdict", "s.verdict", "`accept`, `reject`, `correct` or `undo`"),
            _text("field", "s.field", "what is corrected"),
            _text("value", "s.value", "what it was, JSON"),
            _number("undoes", "s.undoes", "the decision that is taken back"),
            _text("decided_by", "s.decided_by", "by whom"),
            _text("decided", "s.decided", "when, UTC"),
        ),
    ),
    Table(
        "runs",
        "who read: program, model, settings",
        "FROM runs r WHERE EXISTS (SELECT 1 FROM readings g JOIN documents d ON d.doc = g.doc WHERE g.run = r.run "
        "AND g.until_run IS NULL AND {scope}) ORDER BY r.run",
        (
            _number("run", "r.run", "its number in this release"),
            _text("version", "r.version", "of the program"),
            _text("model", "r.model", "the model's name"),
            _text("model_sha256", "r.model_sha256", "of the model's files"),
            _text("settings", "r.settings", "JSON"),
            _text("started", "r.started", "when it read for the first time, UTC"),
        ),
    ),
)


def dictionary() -> Iterator[str]:
    """Yield the lines of the data dictionary."""
    yield "# Data dictionary"
    yield ""
    yield "Every table is a Parquet file of the same name. Starts and ends are half-open spans of Unicode code points"
    yield "of `documents.text`. An empty cell is unknown. The program's `docs/codebook.md` says what types, modes and"
    yield "statuses mean."
    for table in TABLES:
        yield ""
        yield f"## {table.name}"
        yield ""
        yield f"A row is {table.meaning}."
        yield ""
        yield "| column | type | what it is |"
        yield "|---|---|---|"
        for column in table.columns:
            yield f"| `{column.name}` | {column.kind} | {column.meaning.replace('|', chr(92) + '|')} |"
