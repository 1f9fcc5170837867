"""Documents: the reports of an archive, filtered.

In: filters. Out: a query with a row for each report, with how much was read in it and where it was seen.
What it does not know: how rows are shown.
"""

from __future__ import annotations

from chancery.ask.conditions import Where, containing, dated, marks, reported
from chancery.ask.filters import Filters
from chancery.ask.query import Column, Query, selected

_COUNT = "(SELECT count(*) FROM {0} x WHERE x.doc = d.doc AND x.live = 1)"
SHOWN = (
    (Column("document"), "d.id"), (Column("published", "day"), "d.published"),
    (Column("published_from"), "d.published_from"), (Column("modified", "day"), "d.modified"),
    (Column("title"), "d.title"), (Column("publisher"), "d.publisher"), (Column("author"), "d.author"),
    (Column("state"), "d.state"), (Column("language"), "d.language"),
    (Column("family"), "(SELECT id FROM documents f WHERE f.doc = d.family)"),
    (Column("seen", "integer"), "(SELECT count(*) FROM sightings s WHERE s.doc = d.doc)"),
    (Column("events", "integer"), _COUNT.format("all_events")),
    (Column("statements", "integer"), _COUNT.format("all_statements")),
    (Column("figures", "integer"), _COUNT.format("all_figures")),
    (Column("roles", "integer"), _COUNT.format("all_roles")),
    (Column("characters", "integer"), "length(d.text)"), (Column("url"), "d.url"), (Column("added"), "d.added"),
)  # fmt: skip


def documents(filters: Filters) -> Query:
    """Return the query for reports; `country`, `actor`, `type` and `status` are of events in them."""
    where = Where()
    dated(where, filters, "d.published")
    for column, values in (("type", filters.type), ("status", filters.status)):
        if values:
            where.add(
                f"d.doc IN (SELECT doc FROM all_events WHERE live = 1 AND {column} IN ({marks(values)}))", *values
            )
    if filters.country:
        where.add(
            "d.doc IN (SELECT e.doc FROM event_countries c JOIN all_events e ON e.event = c.event "
            f"WHERE c.live = 1 AND c.country IN ({marks(filters.country)}))",
            *filters.country,
        )
    if filters.actor:
        where.add(
            "d.doc IN (SELECT r.doc FROM actors a JOIN appearances p USING (actor) JOIN readings r USING (reading) "
            "WHERE r.until_run IS NULL AND a.name LIKE ? ESCAPE '\\')",
            containing(filters.actor),
        )
    reported(where, filters, "d.doc")
    return selected(SHOWN, "documents d", where, filters, "d.published, d.doc")
