"""Rows: how one is inserted or changed with its hash and, where it has one, its number.

In: a table's name and values by column. Out: rows whose `hash` fits.
What it does not know: what the tables mean.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from chancery.store.hashing import Value, digest


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns without `hash`, its number (an INTEGER PRIMARY KEY) if it has one, and its key."""

    name: str
    columns: tuple[str, ...]
    number: str | None
    key: tuple[str, ...]

    @property
    def insertion(self) -> str:
        """The statement that inserts a row."""
        columns = (*self.columns, "hash")
        return f"INSERT INTO {self.name} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"

    @property
    def selection(self) -> str:
        """The statement that reads all rows with their hashes."""
        return f"SELECT {', '.join(self.columns)}, hash FROM {self.name}"


class Rows:
    """Inserts and changes rows of an archive; use it inside a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read the tables' columns.

        Args:
            connection: an archive's, opened for writing.
        """
        self.connection = connection
        self.tables = {table.name: table for table in hashed(connection)}
        self._insertions = {name: table.insertion for name, table in self.tables.items()}
        self._next: dict[str, int] = {}

    def forget_numbers(self) -> None:
        """Ask the archive for the next numbers again, as another process may have written."""
        self._next.clear()

    def insert(self, name: str, values: Mapping[str, Value]) -> int:
        """Insert a row.

        Args:
            name: the table.
            values: by column; a missing column is NULL, a missing number the next one.

        Returns:
            The row's number, 0 where it was given or the table has none.
        """
        table = self.tables[name]
        number = 0
        if table.number is not None and table.number not in values:
            number = self.take_number(name)
            values = {table.number: number, **values}
        row = [values.get(column) for column in table.columns]
        self.connection.execute(self._insertions[name], [*row, digest(row)])
        return number

    def take_number(self, name: str) -> int:
        """Return the next number of a table, for a row that is to know its own."""
        number = self._next.get(name) or self._following(self.tables[name])
        self._next[name] = number + 1
        return number

    def change(self, name: str, where: str, given: Sequence[Value], changes: Mapping[str, Value]) -> int:
        """Change rows and their hashes.

        Args:
            name: the table.
            where: a condition with placeholders, filled with `given`.
            given: the values of the placeholders.
            changes: new values by column.

        Returns:
            How many rows it were.
        """
        table = self.tables[name]
        rows = self.connection.execute(f"{table.selection} WHERE {where}", given).fetchall()
        setting = ", ".join(f"{column} = ?" for column in changes)
        condition = " AND ".join(f"{column} = ?" for column in table.key)
        for row in rows:
            old = dict(zip(table.columns, row, strict=False))
            values = {**old, **changes}
            new = digest(values[column] for column in table.columns)
            self.connection.execute(
                f"UPDATE {name} SET {setting}, hash = ? WHERE {condition}",
                [*changes.values(), new, *(old[column] for column in table.key)],
            )
        return len(rows)

    def _following(self, table: Table) -> int:
        found = self.connection.execute(f"SELECT max({table.number}) FROM {table.name}").fetchone()
        return int(found[0] or 0) + 1


def hashed(connection: sqlite3.Connection) -> Iterator[Table]:
    """Yield the tables whose rows carry a hash, in the order in which they were made."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid").fetchall()
    for (name,) in names:
        columns = connection.execute(f"PRAGMA table_info({name})").fetchall()
        if not any(column[1] == "hash" for column in columns):
            continue
        key = tuple(c[1] for c in sorted(columns, key=lambda c: int(c[5])) if c[5])
        counted = len(key) == 1 and any(c[1] == key[0] and c[2] == "INTEGER" for c in columns)
        yield Table(name, tuple(c[1] for c in columns if c[1] != "hash"), key[0] if counted else None, key)
