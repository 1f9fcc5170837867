"""Figures: which numbers were given, filtered.

In: filters. Out: a query with a row for each figure.
What it does not know: which of two figures is right; differing ones stand side by side.
"""

from __future__ import annotations

from chancery.ask.conditions import Where, counted, dated, judged, marks, named, reported, said
from chancery.ask.filters import Filters
from chancery.ask.query import Column, Found, Query, spelled

_ABOUT = (
    "(SELECT group_concat(name, '; ') FROM (SELECT a.name FROM figure_actors g JOIN actors a USING (actor) "
    "WHERE g.figure = f.figure ORDER BY g.n))"
)
_SAID_BY = (
    "(SELECT a.name FROM all_statements s JOIN actors a ON a.actor = s.source "
    "WHERE s.reading = f.reading AND s.local = f.said_by)"
)
_OF = "f.figure IN (SELECT g.figure FROM figure_actors g WHERE g.actor IN (SELECT actor FROM actors WHERE {}))"
SHOWN = (
    (Column("figure", "integer"), "f.figure"), (Column("day", "day"), "f.day"), (Column("day_from"), "f.day_from"),
    (Column("compare"), "f.compare"), (Column("value", "real"), "f.value"), (Column("upper", "real"), "f.upper"),
    (Column("unit"), "f.unit"), (Column("what"), "f.what"), (Column("change"), "f.change"),
    (Column("status"), "f.status"), (Column("about"), _ABOUT), (Column("said_by"), _SAID_BY),
    (Column("edtf"), "f.edtf"), (Column("earliest", "day"), "f.earliest"), (Column("latest", "day"), "f.latest"),
    (Column("words"), "substr(d.text, f.span_start + 1, f.span_end - f.span_start)"), (Column("document"), "d.id"),
    (Column("id"), "f.local"), (Column("title"), "d.title"), (Column("publisher"), "d.publisher"),
    (Column("published", "day"), "d.published"), (Column("url"), "d.url"),
)  # fmt: skip
TABLES = "all_figures f ON f.figure = n.number CROSS JOIN documents d ON d.doc = f.doc"


def figures(filters: Filters) -> Query:
    """Return the query for figures; `actor` and `country` are of those whom a figure is about."""
    return spelled(found(filters, Where()), SHOWN, TABLES, filters)


def found(filters: Filters, where: Where) -> Found:
    """Return where figures are looked up, under filters and other conditions on `all_figures f`."""
    where.among("f.status", filters.status)
    dated(where, filters, "f.day")
    named(where, "name", filters.actor, _OF)
    if filters.country:
        where.add(_OF.format(f"country IN ({marks(filters.country)})"), *filters.country)
    said(where, filters, "f")
    reported(where, filters, "f.doc")
    judged(where, filters, "figure", "f.figure")
    return Found("all_figures f", counted(where, filters, "f", kind="figure"), "f.figure", "f.day")
