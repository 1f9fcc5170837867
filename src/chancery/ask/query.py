"""Queries: a statement, the values of its placeholders, and the names and types of its columns.

In: what the kinds of questions put together. Out: what can be run, counted, or shown as SQL.
What it does not know: archives.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from chancery.ask.conditions import Value, Where
from chancery.ask.filters import Filters

Type = Literal["integer", "real", "text", "day"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an answer."""

    name: str
    type: Type = "text"


@dataclass(frozen=True, slots=True)
class Query:
    """A question in SQL.

    Attributes:
        sql: one SELECT with placeholders.
        values: of the placeholders.
        columns: of its answer, in order.
        counting: a SELECT of how many rows there are without limit and offset.
        counted: the values of that.
        numbering: a SELECT of the numbers of all those rows, with the same values; empty where they have none.
    """

    sql: str
    values: tuple[Value, ...]
    columns: tuple[Column, ...]
    counting: str = ""
    counted: tuple[Value, ...] = ()
    numbering: str = ""

    @property
    def written_out(self) -> str:
        """The SQL with its values in it, to be shown and tried elsewhere."""
        parts = self.sql.split("?")
        values = [*(_literal(value) for value in self.values), ""]
        return "".join(part + value for part, value in zip(parts, values, strict=True))


@dataclass(frozen=True, slots=True)
class Parts:
    """Where rows are looked up, in parts that share none.

    Attributes:
        tables: the FROM clause.
        parts: the conditions of each part.
    """

    tables: str
    parts: Sequence[Where]

    @property
    def values(self) -> tuple[Value, ...]:
        """The values of all placeholders."""
        return tuple(value for where in self.parts for value in where.values)

    def select(self, shown: str, grouped: str = "") -> str:
        """Return a SELECT of all parts, each grouped by itself if a GROUP BY clause is given."""
        end = f" GROUP BY {grouped}" if grouped else ""
        return " UNION ALL ".join(f"SELECT {shown} FROM {self.tables} WHERE {where.sql}{end}" for where in self.parts)


@dataclass(frozen=True, slots=True)
class Found(Parts):
    """Where rows are looked up that are ordered by their days and numbers.

    Attributes:
        number: the column with a row's number.
        day: the column with its day.
    """

    number: str
    day: str


def columns(**types: Type) -> tuple[Column, ...]:
    """Return columns by their names and types."""
    return tuple(Column(name, kind) for name, kind in types.items())


def spelled(found: Found, shown: Sequence[tuple[Column, str]], tables: str, filters: Filters) -> Query:
    """Put a question together: the numbers of rows are found, ordered and cut first, and only those are spelled out.

    So names and sentences are looked up for the rows that are asked for, and what is sorted is small.

    Args:
        found: where the rows are.
        shown: the columns and their expressions.
        tables: what is joined to the numbers, `n.number`, to spell them out, one row for each.
        filters: with `newest`, `limit`, `offset`.
    """
    turned = " DESC" if filters.newest else ""
    expressions = ", ".join(f"{expression} AS {column.name}" for column, expression in shown)
    lookup = found.select(f"{found.number} AS number, {found.day} AS day")
    ordered = f"{lookup} ORDER BY day{turned}, number{turned} LIMIT ? OFFSET ?"
    return Query(  # CROSS JOIN: the numbers come first, in their order; the limit, even of all, keeps SQLite to it
        f"SELECT {expressions} FROM ({ordered}) n CROSS JOIN {tables}",
        (*found.values, filters.limit or -1, filters.offset),
        tuple(column for column, _ in shown),
        f"SELECT sum(n) FROM ({found.select('count(*) AS n')})",
        found.values,
        found.select(f"{found.number} AS number"),
    )


def cut(query: Query, filters: Filters) -> Query:
    """Return a query for the rows between an offset and a limit."""
    if not filters.limit and not filters.offset:
        return query
    limit = filters.limit or -1
    return replace(query, sql=f"{query.sql} LIMIT ? OFFSET ?", values=(*query.values, limit, filters.offset))


def _literal(value: Value) -> str:
    """Return a value as SQL has it; a NUL, at which SQLite's parser stops, is put in by its number."""
    if value is None:
        return "NULL"
    if not isinstance(value, str):
        return str(value)
    quoted = ("'" + part.replace("'", "''") + "'" for part in value.split("\x00"))
    return "||char(0)||".join(quoted)
