"""An answer: rows of an archive, as tuples, dicts, Arrow or a DuckDB relation.

In: an open archive and a query. Out: its rows, in batches; a column's type is what the query declares, never a guess.
What it does not know: what was asked.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chancery.ask.query import Column, Query
from chancery.errors import ArchiveBusy, ArchiveError
from chancery.store.archive import Archive, damaged

if TYPE_CHECKING:
    from arro3.core import Array, RecordBatch, RecordBatchReader, Schema
    from duckdb import DuckDBPyRelation

BATCH = 10_000
"""Rows that are fetched together: some ten MiB of events with their sentences."""
Row = tuple[Any, ...]
_EPOCH = date(1970, 1, 1).toordinal()


class Answer:
    """The answer to one question; it is asked anew each time that it is used.

    Attributes:
        query: what is asked.
    """

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

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    def rows(self) -> Iterator[Row]:
        """Yield the rows as tuples; days are strings, YYYY-MM-DD.

        Raises:
            ArchiveError: the archive is damaged, or cannot be read now.
        """
        for batch in self.batches():
            yield from batch

    def batches(self) -> Iterator[list[Row]]:
        """Yield the rows in lists of up to `BATCH`."""
        with in_words(self._archive.path):
            cursor = self._archive.connection.execute(self.query.sql, self.query.values)
            while rows := cursor.fetchmany(BATCH):
                yield rows

    def __iter__(self) -> Iterator[dict[str, Any]]:
        names = self.names
        return (dict(zip(names, row, strict=True)) for row in self.rows())

    def total(self, most: int = 0) -> int | None:
        """Return how many rows there are without limit and offset, None where that is not known.

        Args:
            most: count no further than this and one more, where rows have numbers; 0 counts all.
        """
        if not self.query.counting:
            return None
        sql, values = self.query.counting, self.query.counted
        if most and self.query.numbering:
            sql, values = f"SELECT count(*) FROM ({self.query.numbering} LIMIT ?)", (*values, most + 1)
        with in_words(self._archive.path):
            found = self._archive.connection.execute(sql, values).fetchone()
        return int(found[0])

    def numbers(self) -> list[int]:
        """Return the archive's numbers of all rows without limit and offset, in their order."""
        with in_words(self._archive.path):
            found = self._archive.connection.execute(self.query.numbering, self.query.counted)
            return sorted(row[0] for row in found)

    def arrow(self) -> RecordBatchReader:
        """Return the rows as a stream of Arrow batches, which can be read once.

        The reader speaks the Arrow PyCapsule interface: pyarrow, polars, pandas and DuckDB take it as it is.
        """
        from arro3.core import RecordBatchReader

        schema = self._schema()
        return RecordBatchReader.from_batches(schema, self._record_batches(schema))

    def relation(self) -> DuckDBPyRelation:
        """Return the rows as a relation of DuckDB, in memory, which can be queried again and again."""
        import duckdb
        from arro3.core import Table

        schema = self._schema()
        connection = duckdb.connect()
        return connection.from_arrow(Table.from_batches(list(self._record_batches(schema)), schema=schema))

    def _schema(self) -> Schema:
        from arro3.core import DataType, Field, Schema

        types = {
            "integer": DataType.int64(), "real": DataType.float64(), "text": DataType.utf8(), "day": DataType.date32(),
        }  # fmt: skip
        return Schema([Field(column.name, types[column.type]) for column in self.columns])

    def _record_batches(self, schema: Schema) -> Iterator[RecordBatch]:
        from arro3.core import RecordBatch

        for rows in self.batches():
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
            return Array([None if value is None else str(value) for value in values], DataType.utf8())


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Say in words what SQLite says in codes while an archive is read."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise damaged(path, error) from error
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise ArchiveBusy(f"{path} is being written by another process ({error}): try again.") from error
        if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_NOMEM):
            raise ArchiveError(f"{path} cannot be read ({error}): check the disk, then ask again.") from error
        raise
