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
        counting: a SELECT of how many rows there are without a limit, with the same values at its beginning.
        counted: the values of that.
    """

    sql: str
    values: tuple[Value, ...]
    columns: tuple[Column, ...]
    counting: str = ""
    counted: tuple[Value, ...] = ()

    @property
    def written_out(self) -> str:
        """The SQL with its values in it, to be shown and tried elsewhere."""
        parts = self.sql.split("?")
        values = [*(_literal(value) for value in self.values), ""]
        return "".join(part + value for part, value in zip(parts, values, strict=True))


def columns(**types: Type) -> tuple[Column, ...]:
    """Return columns by their names and types."""
    return tuple(Column(name, kind) for name, kind in types.items())


def selected(shown: Sequence[tuple[Column, str]], tables: str, where: Where, filters: Filters, order: str) -> Query:
    """Put a question together: filter, order and cut first, then spell out only the rows that are left.

    Args:
        shown: the columns and their expressions.
        tables: the FROM clause.
        where: the conditions.
        filters: with `newest`, `limit`, `offset`.
        order: the columns by which it is ordered; all of them are turned round for `newest`.
    """
    names = [part.strip() for part in order.split(",")]
    ordered = ", ".join(f"{name} DESC" for name in names) if filters.newest else order
    expressions = ", ".join(f"{expression} AS {column.name}" for column, expression in shown)
    sql = f"SELECT {expressions} FROM {tables} WHERE {where.sql} ORDER BY {ordered}"
    query = Query(
        sql, tuple(where.values), tuple(column for column, _ in shown),
        f"SELECT count(*) FROM {tables} WHERE {where.sql}", tuple(where.values),
    )  # fmt: skip
    return cut(query, filters)


def cut(query: Query, filters: Filters) -> Query:
    """Return a query for the rows between an offset and a limit."""
    if not filters.limit and not filters.offset:
        return query
    limit = filters.limit or -1
    return replace(query, sql=f"{query.sql} LIMIT ? OFFSET ?", values=(*query.values, limit, filters.offset))


def _literal(value: Value) -> str:
    if value is None:
        return "NULL"
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)
