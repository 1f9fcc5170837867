"""Timelines: how many events a day, month or year, by status or type.

In: filters, a period, what to count by. Out: a query with a row for each period and value.
What it does not know: pictures.
"""

from __future__ import annotations

from typing import Literal

from chancery.ask.conditions import Where, counting, dated, marks
from chancery.ask.events import events
from chancery.ask.filters import Filters
from chancery.ask.query import Query, columns

Period = Literal["day", "month", "year"]
By = Literal["status", "type", "quad"]
LENGTH: dict[str, int] = {"day": 10, "month": 7, "year": 4}
"""Characters of a day that name its period."""


def timeline(filters: Filters, *, period: Period = "month", by: By = "status") -> Query:
    """Return the query for a timeline.

    Args:
        filters: which events; `limit` and `offset` are of rows.
        period: day, month or year.
        by: what is counted apart: status, type or quad.

    Returns:
        Rows of `period`, `value` and `events`, in order; events without a day are left out.
    """
    where = Where()
    if _simple(filters):
        counting(where, filters, "e")
        where.among("e.type", filters.type)
        where.among("e.status", filters.status)
        dated(where, filters, "e.day")
        if filters.country:
            where.add(
                f"e.event IN (SELECT event FROM event_countries WHERE country IN ({marks(filters.country)}))",
                *filters.country,
            )
        source = f"all_events e WHERE {where.sql} AND e.day IS NOT NULL"
    else:
        chosen = events(filters)
        where.values = list(chosen.counted)
        source = f"{chosen.counting.partition(' FROM ')[2]} AND e.day IS NOT NULL"
    length = LENGTH[period]
    sql = (
        f"SELECT substr(e.day, 1, {length}) AS period, e.{by} AS value, count(*) AS events FROM {source} "
        "GROUP BY 1, 2 ORDER BY 1, 2"
    )
    return Query(sql, tuple(where.values), columns(period="text", value="text", events="integer"))


def _simple(filters: Filters) -> bool:
    """Tell whether the events' own table and their countries are enough."""
    others = ("actor", "source", "target", "mode", "place", "words", "publisher", "document")
    return not any(getattr(filters, name) for name in others)
