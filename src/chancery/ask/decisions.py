"""Decisions: what people decided about findings, filtered.

In: filters. Out: a query with a row for each decision, those that were undone among them.
What it does not know: how rows are shown.
"""

from __future__ import annotations

from chancery.ask.conditions import Where, marks
from chancery.ask.filters import Filters
from chancery.ask.query import Column, Found, Query, spelled

_WORDS = (
    "CASE s.kind WHEN 'event' THEN (SELECT substr(d.text, m.sentence_start + 1, m.sentence_end - m.sentence_start) "
    "FROM all_events x JOIN event_mentions m ON m.event = x.event AND m.n = 1 "
    "WHERE x.reading = s.reading AND x.local = s.local) "
    "WHEN 'statement' THEN (SELECT group_concat(substr(d.text, json_extract(c.value, '$[0]') + 1, "
    "json_extract(c.value, '$[1]') - json_extract(c.value, '$[0]')), ' … ') FROM all_statements x, "
    "json_each(x.contents) c WHERE x.reading = s.reading AND x.local = s.local) "
    "WHEN 'figure' THEN (SELECT substr(d.text, x.span_start + 1, x.span_end - x.span_start) FROM all_figures x "
    "WHERE x.reading = s.reading AND x.local = s.local) "
    "ELSE (SELECT substr(d.text, x.span_start + 1, x.span_end - x.span_start) FROM all_roles x "
    "WHERE x.reading = s.reading AND 'r' || x.n = s.local) END"
)
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
    return spelled(Found("s.decision", "s.decided", "decisions s", [where]), SHOWN, _TABLES, filters)
