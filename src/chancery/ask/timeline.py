"""Timelines: how many events a day, month or year, by status, type or quad.

In: filters, a period, what to count by. Out: a query with a row for each period and value.
What it does not know: pictures.
"""

from __future__ import annotations

from typing import Literal

from chancery.ask.events import Source, source_of
from chancery.ask.filters import Filters
from chancery.ask.query import Query, columns

Period = Literal["day", "month", "year"]
By = Literal["status", "type", "quad"]
LENGTH: dict[str, int] = {"day": 10, "month": 7, "year": 4}
"""Characters of a day that name its period."""


def timeline(filters: Filters, *, period: Period = "month", by: By = "status") -> Query:
    """Return the query for a timeline.

    Args:
        filters: which events; `limit` and `offset` have no meaning.
        period: day, month or year.
        by: what is counted apart: status, type or quad.

    Returns:
        Rows of `period`, `value` and `events`, in order; events without a day are left out.
    """
    start = source_of(filters)
    counted = "e" if start.alias == "y" and by != "status" else start.alias
    day, value = f"{start.alias}.day", f"{counted}.{by}"
    groups = f"{day}, {value}" if by == "status" else f"{counted}.type, {day}" + ", quad" * (by == "quad")
    tables = _fewest(start, groups)
    days = (  # indexes have day and status, and type, day and quad in this order: they are counted without sorting
        f"SELECT {day} AS day, {value} AS value, count(*) AS n FROM {tables} WHERE {start.where.sql} GROUP BY {groups}"
    )
    sql = (
        f"SELECT substr(day, 1, {LENGTH[period]}) AS period, value, sum(n) AS events FROM ({days}) "
        "WHERE day IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2"
    )
    return Query(sql, tuple(start.where.values), columns(period="text", value="text", events="integer"))


def _fewest(start: Source, value: str) -> str:
    """Return the tables without the events where the first table has all that is asked."""
    if start.alias == "e" or " e." in f" {value} {start.where.sql}".replace("(", " "):
        return start.tables
    return start.tables.partition(" JOIN ")[0]
