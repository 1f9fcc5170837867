"""Roles: who held which office, as reports give it, filtered.

In: filters. Out: a query with a row for each mention of an office.
What it does not know: terms of office beyond what the reports say.
"""

from __future__ import annotations

from chancery.ask.conditions import Where, counted, dated, judged, named, reported
from chancery.ask.filters import Filters
from chancery.ask.query import Column, Found, Query, spelled

SHOWN = (
    (Column("role", "integer"), "r.role"), (Column("day", "day"), "r.day"), (Column("day_from"), "r.day_from"),
    (Column("person"), "a.name"), (Column("office"), "r.title"), (Column("organization"), "r.organization"),
    (Column("country"), "r.country"), (Column("edtf"), "r.edtf"),
    (Column("words"), "substr(d.text, r.span_start + 1, r.span_end - r.span_start)"), (Column("document"), "d.id"),
    (Column("title"), "d.title"), (Column("publisher"), "d.publisher"), (Column("published", "day"), "d.published"),
    (Column("url"), "d.url"),
)  # fmt: skip
_TABLES = (
    "all_roles r ON r.role = n.number CROSS JOIN documents d ON d.doc = r.doc CROSS JOIN actors a ON a.actor = r.person"
)


def roles(filters: Filters) -> Query:
    """Return the query for offices; `country` is the office's."""
    where = Where()
    where.among("r.country", filters.country)
    dated(where, filters, "r.day")
    named(where, "name", filters.actor, "r.person IN (SELECT actor FROM actors WHERE {})")
    reported(where, filters, "r.doc")
    judged(where, filters, "role", "r.role")
    return spelled(
        Found("all_roles r", counted(where, filters, "r", kind="role"), "r.role", "r.day"), SHOWN, _TABLES, filters
    )
