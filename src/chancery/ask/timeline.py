"""Timelines: how many events a day, month or year, by status, type or quad.

In: filters, a period, what to count by. Out: a query with a row for each period and value.
What it does not know: pictures.
"""

from __future__ import annotations

from typing import Literal

from chancery.ask.events import joined, source_of
from chancery.ask.filters import Filters
from chancery.ask.query import Query, columns

Period = Literal["day", "month", "year"]
By = Literal["status", "type", "quad"]
LENGTH: dict[str, int] = {"day": 10, "month": 7, "year": 4}
"""Characters of a day that name its period."""


def timeline(filters: Filters, *, period: Period = "month", by: By = "status", frequent: bool = False) -> Query:
    """Return the query for a timeline.

    Args:
        filters: which events; `limit` and `offset` have no meaning.
        period: day, month or year.
        by: what is counted apart: status, type or quad.
        frequent: the words are in many reports (`conditions.reported`).

    Returns:
        Rows of `period`, `value` and `events`, in order; events without a day are left out.
    """
    start = source_of(filters, frequent=frequent)
    first = start.alias
    if first == "y" and by == "type":
        start = joined(start)
    value = f"e.{by}" if first == "y" and by == "type" else f"{first}.{by}"
    groups = f"{first}.day, {value}"
    if first == "e" and by != "status":
        groups = "e.type, e.day" if by == "type" else "e.type, e.day, e.quad"
    # indexes have day and status, and type and day in this order: they are not sorted
    days = start.select(f"{first}.day AS day, {value} AS value, count(*) AS n", groups)
    sql = (
        f"SELECT substr(day, 1, {LENGTH[period]}) AS period, value, sum(n) AS events FROM ({days}) "
        "WHERE day IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2"
    )
    shown = columns(period="text", value="integer" if by == "quad" else "text", events="integer")
    return Query(sql, start.values, shown)
