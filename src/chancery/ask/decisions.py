"""Decisions: what people decided about findings, filtered.

In: filters. Out: a query with a row for each decision, those that were undone among them.
What it does not know: how rows are shown.
"""

from __future__ import annotations

from chancery.ask.conditions import Where, marks
from chancery.ask.filters import Filters
from chancery.ask.query import Column, Found, Query, spelled
from chancery.store.decisions import LOCAL
from chancery.store.excerpts import WORDS

_WORDS = "CASE s.kind {} END".format(" ".join(
    f"WHEN '{kind}' THEN (SELECT {words} FROM all_{kind}s f WHERE f.reading = s.reading AND {LOCAL[kind]} = s.local)"
    for kind, words in WORDS.items()
))  # fmt: skip
SHOWN = (
    (Column("decision", "integer"), "s.decision"), (Column("decided"), "s.decided"),
    (Column("decided_by"), "s.decided_by"), (Column("verdict"), "s.verdict"), (Column("kind"), "s.kind"),
    (Column("field"), "s.field"), (Column("value"), "s.value"), (Column("note"), "s.note"),
    (Column("undoes", "integer"), "s.undoes"),
    (Column("undone_by", "integer"), "(SELECT u.decision FROM decisions u WHERE u.undoes = s.decision)"),
    (Column("words"), _WORDS), (Column("document"), "d.id"), (Column("id"), "s.local"), (Column("title"), "d.title"),
    (Column("publisher"), "d.publisher"), (Column("published", "day"), "d.published"), (Column("url"), "d.url"),
)  # fmt: skip
_TABLES = "decisions s ON s.decision = n.number CROSS JOIN documents d ON d.doc = s.doc"


def decisions(filters: Filters) -> Query:
    """Return the query for decisions; days are those on which they were taken (UTC), `decision` is the verdict."""
    where = Where()
    where.among("s.verdict", filters.decision)
    if filters.since:
        where.add("s.decided >= ?", filters.since)
    if filters.until:
        where.add("s.decided <= ?", f"{filters.until}T23:59:59Z")
    if filters.document:
        where.add(f"s.doc IN (SELECT doc FROM documents WHERE id IN ({marks(filters.document)}))", *filters.document)
    return spelled(Found("decisions s", [where], "s.decision", "s.decided"), SHOWN, _TABLES, filters)
