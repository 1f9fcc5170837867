"""Free questions: SQL that somebody wrote, which may read and nothing else, and not for ever.

In: an archive, a SELECT, seconds. Out: an answer.
What it does not know: what is asked. Types are not declared here: they are those of all the values, which are looked at
only where a form needs types (Arrow, Parquet).
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager

from chancery.ask.answer import BATCH, Answer, Row
from chancery.ask.query import Column, Query, Type
from chancery.errors import QueryError
from chancery.store.archive import Archive

READING = frozenset({
    sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE,
})  # fmt: skip
"""What a question may do (sqlite3_set_authorizer)."""
ASKING = frozenset({"data_version", "table_info", "table_xinfo", "table_list", "index_list", "index_info"})
"""Pragmas that only tell; the full-text index asks for the first by itself."""
STEPS = 10_000  # of SQLite's machine between two looks at the clock
LONGEST = 100_000_000
"""Bytes of one value; SQLite's own limit, 1 GB, would let one call fill the memory."""


def guard(archive: Archive) -> Archive:
    """Make an archive's connection one that can only read."""
    archive.connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    archive.connection.set_authorizer(_allowed)
    return archive


def _allowed(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    """Return whether something may be done, as SQLite asks while it prepares a statement."""
    if action == sqlite3.SQLITE_PRAGMA:
        return sqlite3.SQLITE_OK if first in ASKING else sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_UPDATE:  # how a virtual table (words, json_each) sets itself up; nobody else can do it
        return sqlite3.SQLITE_OK if first == "sqlite_master" else sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_FUNCTION and second == "load_extension":
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK if action in READING else sqlite3.SQLITE_DENY


class Free(Answer):
    """The answer to a question in SQL."""

    def __init__(self, archive: Archive, query: str, patience: float) -> None:
        """Ask, up to the first row.

        Args:
            archive: a guarded one.
            query: one SELECT.
            patience: seconds of SQLite's work after which it is given up.

        Raises:
            QueryError: it is no single SELECT, does more than read, is wrong, or takes too long.
        """
        super().__init__(archive, Query(query, (), ()))
        self._patience = patience
        self._typed: tuple[Column, ...] = ()
        self._started: _Run | None = self._run(query)
        self._names = self._started.names

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns, in order."""
        return self._names

    @property
    def columns(self) -> tuple[Column, ...]:
        """Names and types of the columns; for the types the question is asked once more."""
        if not self._typed:
            types = self._types()
            self._typed = tuple(Column(name, kind) for name, kind in zip(self.names, types, strict=True))
        return self._typed

    def batches(self) -> Iterator[list[Row]]:
        """Yield the rows in lists of up to `BATCH`; what is no text and no number is written in hexadecimal digits."""
        run, self._started = self._started or self._run(self.query.sql), None
        while rows := run.fetch():
            yield rows

    def _run(self, query: str) -> _Run:
        return _Run(self._archive.connection, query, self._patience)

    def _types(self) -> list[Type]:
        """Return for each column the type that holds all of its values."""
        kinds: list[set[type]] = [set() for _ in self.names]
        run = self._run(self.query.sql)
        while rows := run.fetch():
            for kind, values in zip(kinds, zip(*rows, strict=True), strict=True):
                kind.update(map(type, values))
        return [_type(kind - {type(None)}) for kind in kinds]


def _type(kinds: set[type]) -> Type:
    if kinds == {int}:
        return "integer"
    return "real" if kinds and kinds <= {int, float} else "text"


class _Run:
    """A question under way, whose clock runs only while SQLite works and not while its rows are used."""

    def __init__(self, connection: sqlite3.Connection, query: str, patience: float) -> None:
        self._connection = connection
        self._patience = patience
        self._left = patience
        with self._working():
            self._cursor = connection.execute(query)
        if self._cursor.description is None:
            raise QueryError("It is no question: write one SELECT.")
        self.names = tuple(column[0] for column in self._cursor.description)

    def fetch(self) -> list[Row]:
        with self._working():
            rows = self._cursor.fetchmany(BATCH)
        return [tuple(value.hex() if isinstance(value, bytes) else value for value in row) for row in rows]

    @contextmanager
    def _working(self) -> Iterator[None]:
        began = time.monotonic()
        until = began + self._left
        self._connection.set_progress_handler(lambda: int(time.monotonic() > until), STEPS)
        try:
            yield
        except sqlite3.ProgrammingError as error:
            raise QueryError(f"Write one SELECT ({error}).") from None
        except (sqlite3.DatabaseError, sqlite3.InterfaceError) as error:
            raise QueryError(_in_words(error, self._patience)) from None
        finally:
            self._connection.set_progress_handler(None, 0)
            self._left -= time.monotonic() - began


def _in_words(error: sqlite3.Error, patience: float) -> str:
    if "not authorized" in str(error) or "prohibited" in str(error):
        return "The archive is only read here: write one SELECT."
    if "interrupted" in str(error):
        return f"It took more than {patience:g} seconds: ask for less, or give it more time."
    return f"SQLite says: {error}. The tables and columns are in docs/archive.md."
