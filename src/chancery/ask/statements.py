"""Statements: who said what, filtered.

In: filters. Out: a query with a row for each statement.
What it does not know: how rows are shown.
"""

from __future__ import annotations

from chancery.ask.conditions import Where, counted, dated, judged, marks, named, reported
from chancery.ask.filters import Filters
from chancery.ask.query import Column, Found, Query, spelled
from chancery.store.excerpts import CONTENTS

SHOWN = (
    (Column("statement", "integer"), "s.statement"), (Column("day", "day"), "s.day"),
    (Column("day_from"), "s.day_from"),
    (Column("source"), "a.name"), (Column("source_kind"), "a.kind"),
    (Column("source_country"), "nullif(a.country, '')"), (Column("act"), "s.act"), (Column("form"), "s.form"),
    (Column("cue"), "s.cue"), (Column("words"), CONTENTS.format("s")),
    (Column("via"), "(SELECT name FROM actors WHERE actor = s.via)"),
    (Column("addressee"), "(SELECT name FROM actors WHERE actor = s.addressee)"), (Column("within"), "s.within"),
    (Column("edtf"), "s.edtf"), (Column("confidence", "real"), "s.confidence"), (Column("document"), "d.id"),
    (Column("id"), "s.local"), (Column("title"), "d.title"), (Column("publisher"), "d.publisher"),
    (Column("published", "day"), "d.published"), (Column("url"), "d.url"),
)  # fmt: skip
_TABLES = (
    "all_statements s ON s.statement = n.number CROSS JOIN documents d ON d.doc = s.doc "
    "LEFT JOIN actors a ON a.actor = s.source"
)


def statements(filters: Filters) -> Query:
    """Return the query for statements; `country` and `source` are the source's, `target` the addressee's."""
    where = Where()
    where.among("s.act", filters.act)
    dated(where, filters, "s.day")
    named(where, "name", filters.actor, "s.source IN (SELECT actor FROM actors WHERE {})")
    for column, codes in (("source", filters.country), ("source", filters.source), ("addressee", filters.target)):
        if codes:
            where.add(f"s.{column} IN (SELECT actor FROM actors WHERE country IN ({marks(codes)}))", *codes)
    reported(where, filters, "s.doc")
    judged(where, filters, "statement", "s.statement")
    found = Found("all_statements s", counted(where, filters, "s", kind="statement"), "s.statement", "s.day")
    return spelled(found, SHOWN, _TABLES, filters)
