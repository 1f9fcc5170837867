"""Answers: an archive that is asked, and what it answers, as rows, Arrow or a DuckDB relation.

In: an archive's path, filters. Out: answers that can be iterated or handed to another library.
What it does not know: how answers are shown.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from chancery.ask import actors, documents, dyads, events, figures, roles, statements, timeline
from chancery.ask.filters import Filters, filters_of
from chancery.ask.query import Column, Query
from chancery.errors import QueryError
from chancery.store.archive import Archive, open_archive

if TYPE_CHECKING:
    from arro3.core import Array, RecordBatch, RecordBatchReader, Schema
    from duckdb import DuckDBPyRelation

BATCH = 10_000
"""Rows of an Arrow batch: a few MiB with their sentences."""
Row = tuple[Any, ...]
_ALWAYS = frozenset({"since", "until", "words", "publisher", "document", "as_of", "newest", "limit", "offset"})
_DEEDS = _ALWAYS | {"actor", "country", "source", "target", "type", "mode", "status", "place"}
UNDERSTOOD: dict[str, frozenset[str]] = {
    "events": _DEEDS,
    "statements": _ALWAYS | {"actor", "country", "source", "target", "act"},
    "figures": _ALWAYS | {"actor", "country", "status"},
    "roles": _ALWAYS | {"actor", "country"},
    "actors": frozenset({"actor", "country", "limit", "offset"}),
    "documents": (_ALWAYS - {"as_of"}) | {"actor", "country", "type", "status"},
    "timeline": _DEEDS - {"newest"},
    "dyads": frozenset({"source", "target", "country", "status", "since", "until", "as_of", "limit", "offset"}),
}
"""The filters that each kind of question understands."""
READING = frozenset({
    sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE,
})  # fmt: skip
"""What a question in SQL may do (sqlite3_set_authorizer)."""
STEPS = 10_000  # of SQLite's machine between two looks at the clock
_EPOCH = date(1970, 1, 1).toordinal()


class Answer:
    """The answer to one question; it is asked anew each time that it is used."""

    def __init__(self, archive: Archive, query: Query) -> None:
        """Keep the question.

        Args:
            archive: an open archive.
            query: what is asked.
        """
        self._archive = archive
        self.query = query

    @property
    def columns(self) -> tuple[Column, ...]:
        """Names and types of the columns, in order."""
        return self.query.columns

    def rows(self) -> Iterator[Row]:
        """Yield the rows as tuples; days are strings, YYYY-MM-DD."""
        yield from self._archive.connection.execute(self.query.sql, self.query.values)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        names = [column.name for column in self.columns]
        return (dict(zip(names, row, strict=True)) for row in self.rows())

    def total(self) -> int | None:
        """Return how many rows there are without limit and offset, None where that is not known."""
        if not self.query.counting:
            return None
        found = self._archive.connection.execute(self.query.counting, self.query.counted).fetchone()
        return int(found[0])

    def arrow(self) -> RecordBatchReader:
        """Return the rows as a stream of Arrow batches, once.

        The reader speaks the Arrow PyCapsule interface: pyarrow, polars, pandas and DuckDB take it as it is.
        """
        from arro3.core import RecordBatchReader

        schema = self._schema()
        return RecordBatchReader.from_batches(schema, self._batches(schema))

    def relation(self) -> DuckDBPyRelation:
        """Return the rows as a relation of DuckDB, in memory."""
        import duckdb
        from arro3.core import Table

        schema = self._schema()
        connection = duckdb.connect()
        return connection.from_arrow(Table.from_batches(list(self._batches(schema)), schema=schema))

    def _schema(self) -> Schema:
        from arro3.core import DataType, Field, Schema

        types = {
            "integer": DataType.int64(), "real": DataType.float64(), "text": DataType.utf8(), "day": DataType.date32(),
        }  # fmt: skip
        return Schema([Field(column.name, types[column.type]) for column in self.columns])

    def _batches(self, schema: Schema) -> Iterator[RecordBatch]:
        from arro3.core import RecordBatch

        cursor = self._archive.connection.execute(self.query.sql, self.query.values)
        while rows := cursor.fetchmany(BATCH):
            values = zip(*rows, strict=True)
            arrays = [_array(column, list(one)) for column, one in zip(self.columns, values, strict=True)]
            yield RecordBatch.from_arrays(arrays, schema=schema)


def _array(column: Column, values: list[Any]) -> Array:
    """Return a column's values as an Arrow array of its type."""
    from arro3.core import Array, DataType

    match column.type:
        case "integer":
            return Array(values, DataType.int64())
        case "real":
            return Array([None if value is None else float(value) for value in values], DataType.float64())
        case "day":
            days = [None if value is None else date.fromisoformat(value).toordinal() - _EPOCH for value in values]
            return Array(days, DataType.int32()).cast(DataType.date32())
        case _:
            return Array(values, DataType.utf8())


class Answers:
    """An archive that is asked.

    Every question takes the filters of `ask.filters.Filters` by name.

    Example:
        ``Answers("news.db").events(country="EGY", status="planned", since="2026-01-01").arrow()``
    """

    def __init__(self, path: Path | str) -> None:
        """Open an archive for reading.

        Raises:
            ArchiveError: there is none, or it cannot be read.
        """
        self.archive = open_archive(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the archive."""
        self.archive.close()

    def events(self, **filters: Any) -> Answer:
        """Ask for events."""
        return Answer(self.archive, events.events(_understood("events", filters)))

    def statements(self, **filters: Any) -> Answer:
        """Ask who said what."""
        return Answer(self.archive, statements.statements(_understood("statements", filters)))

    def figures(self, **filters: Any) -> Answer:
        """Ask which figures were given."""
        return Answer(self.archive, figures.figures(_understood("figures", filters)))

    def roles(self, **filters: Any) -> Answer:
        """Ask who held which office."""
        return Answer(self.archive, roles.roles(_understood("roles", filters)))

    def actors(self, **filters: Any) -> Answer:
        """Ask who appears."""
        return Answer(self.archive, actors.actors(_understood("actors", filters)))

    def documents(self, **filters: Any) -> Answer:
        """Ask which reports there are."""
        return Answer(self.archive, documents.documents(_understood("documents", filters)))

    def timeline(self, *, period: timeline.Period = "month", by: timeline.By = "status", **filters: Any) -> Answer:
        """Ask how many events there were in each day, month or year, by status, type or quad."""
        if period not in timeline.LENGTH:
            raise QueryError(f"There is no period {period!r}: there are {', '.join(timeline.LENGTH)}.")
        if by not in ("status", "type", "quad"):
            raise QueryError(f"Events are not counted by {by!r}: choose status, type or quad.")
        return Answer(self.archive, timeline.timeline(_understood("timeline", filters), period=period, by=by))

    def dyads(self, *, together: bool = False, **filters: Any) -> Answer:
        """Ask for conflict and cooperation between countries, month by month, pair by pair or all pairs together."""
        return Answer(self.archive, dyads.dyads(_understood("dyads", filters), together=together))

    def sql(self, query: str, *, patience: float = 60.0) -> Answer:
        """Ask in SQL, reading only.

        Args:
            query: one SELECT over the tables and views of `docs/archive.md`.
            patience: seconds after which it is given up.

        Raises:
            QueryError: it is no single SELECT, does more than read, is wrong, or takes too long.
        """
        return _Free(self.archive, query, patience)


def _understood(kind: str, given: dict[str, Any]) -> Filters:
    """Return the filters of a question, refusing those that it would not heed."""
    filters = filters_of(**given)
    for name in given:
        if name not in UNDERSTOOD[kind] and getattr(filters, name):
            raise QueryError(f"{kind} cannot be filtered by {name}: by {', '.join(sorted(UNDERSTOOD[kind]))} they can.")
    return filters


class _Free(Answer):
    """The answer to a question in SQL, whose types are those of its rows."""

    def __init__(self, archive: Archive, query: str, patience: float) -> None:
        self._patience = patience
        self._found, names = _guarded(archive.connection, query, patience)
        types = [_type(row[n] for row in self._found) for n in range(len(names))]
        shown = tuple(Column(name, kind) for name, kind in zip(names, types, strict=True))  # type: ignore[arg-type]
        super().__init__(archive, Query(query, (), shown))

    def rows(self) -> Iterator[Row]:
        yield from self._found

    def _batches(self, schema: Schema) -> Iterator[RecordBatch]:
        from arro3.core import RecordBatch

        for start in range(0, len(self._found), BATCH):
            values = zip(*self._found[start : start + BATCH], strict=True)
            arrays = [_array(column, list(one)) for column, one in zip(self.columns, values, strict=True)]
            yield RecordBatch.from_arrays(arrays, schema=schema)


def _type(values: Iterator[Any]) -> str:
    """Return the type that holds all values of a column."""
    kinds = {type(value) for value in values if value is not None}
    if kinds == {int}:
        return "integer"
    return "real" if kinds and kinds <= {int, float} else "text"


def _guarded(connection: sqlite3.Connection, query: str, patience: float) -> tuple[list[Row], list[str]]:
    """Run a question that somebody wrote, which may read and nothing else, for so many seconds."""
    deadline = time.monotonic() + patience
    connection.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in READING else sqlite3.SQLITE_DENY)
    connection.set_progress_handler(lambda: int(time.monotonic() > deadline), STEPS)
    try:
        cursor = connection.execute(query)
        if cursor.description is None:
            raise QueryError("It is no question: write one SELECT.")
        names = [column[0] for column in cursor.description]
        return [tuple(_plain(value) for value in row) for row in cursor], names
    except sqlite3.ProgrammingError as error:
        raise QueryError(f"Write one SELECT ({error}).") from None
    except sqlite3.DatabaseError as error:
        raise QueryError(_in_words(error, patience)) from None
    finally:
        connection.set_authorizer(None)
        connection.set_progress_handler(None, 0)


def _plain(value: Any) -> Any:
    return value.hex() if isinstance(value, bytes) else value


def _in_words(error: sqlite3.DatabaseError, patience: float) -> str:
    if "not authorized" in str(error) or "prohibited" in str(error):
        return "The archive is only read here: write one SELECT."
    if "interrupted" in str(error):
        return f"It took more than {patience:.0f} seconds: ask for less, or add a condition on day or type."
    return f"SQLite says: {error}. The tables and columns are in docs/archive.md."
