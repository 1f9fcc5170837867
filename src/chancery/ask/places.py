"""Places: how many events happened, are planned or alleged where.

In: filters. Out: a query with a row for each place.
What it does not know: maps.
"""

from __future__ import annotations

from chancery.ask.events import joined, source_of
from chancery.ask.filters import Filters
from chancery.ask.query import Parts, Query, columns, cut
from chancery.record import STATUSES

_PLACE = ("place", "place_country", "precision", "latitude", "longitude")
"""What makes two places one: also the order of the index `events_town`, so that a count over all needs no sorting."""
_INDEXED = frozenset({"status", "type", "since", "until"})
"""Filters on columns that this index has."""
SHOWN = columns(
    place="text", place_country="text", precision="text", latitude="real", longitude="real", events="integer",
    happened="integer", planned="integer", possible="integer", alleged="integer", not_happened="integer",
)  # fmt: skip


def places(filters: Filters, *, frequent: bool = False) -> Query:
    """Return the query for places, those of most events first.

    Args:
        filters: which events; events without a place are left out.
        frequent: the words are in many reports (`conditions.reported`).

    Returns:
        Rows of a place, its country, precision and coordinates, its events, and those of each status.
    """
    start = joined(source_of(filters, frequent=frequent))
    tables = f"{start.tables} INDEXED BY events_town" if _in_index(filters) else start.tables
    placed = Parts(tables, [where.with_("e.place IS NOT NULL") for where in start.parts])
    place = ", ".join(f"e.{column} AS {column}" for column in _PLACE)
    grouped = ", ".join(f"e.{column}" for column in _PLACE)
    counts = placed.select(f"{place}, e.status AS status, count(*) AS n", f"{grouped}, e.status")
    by_status = ", ".join(f"sum(n * (status = '{status}')) AS {status}" for status in STATUSES)
    named = ", ".join(_PLACE)
    rows = f"SELECT {named}, sum(n) AS events, {by_status} FROM ({counts}) GROUP BY {named}"
    ordered = f"{rows} ORDER BY events DESC, {named}"
    return cut(Query(ordered, placed.values, SHOWN, f"SELECT count(*) FROM ({rows})", placed.values), filters)


def _in_index(filters: Filters) -> bool:
    """Tell whether the index of places alone answers: SQLite would take one of days, and look up every event."""
    unset = Filters()
    return all(
        getattr(filters, name) == getattr(unset, name)
        for name in Filters.__slots__
        if name not in _INDEXED | {"newest", "limit", "offset"}
    )
