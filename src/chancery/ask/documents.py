"""Documents: the reports of an archive, filtered.

In: filters. Out: a query with a row for each report, with how much was read in it and where it was seen.
What it does not know: how rows are shown.
"""

from __future__ import annotations

from dataclasses import replace

from chancery.ask.conditions import Where, dated, named, reported
from chancery.ask.events import joined, source_of
from chancery.ask.filters import Filters
from chancery.ask.query import Column, Found, Query, spelled

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
_APPEARS = (
    "d.doc IN (SELECT r.doc FROM actors a JOIN appearances p USING (actor) JOIN readings r USING (reading) "
    "WHERE r.until_run IS NULL AND {})"
)


def documents(filters: Filters) -> Query:
    """Return the query for reports.

    `since` and `until` are days of publication; `actor` is anybody who appears; `country`, `source`, `target`, `type`,
    `mode`, `status`, `place`, `said_by`, `party` and `linked` are all of one event in the report.
    """
    where = Where()
    dated(where, filters, "d.published")
    named(where, "a.name", filters.actor, _APPEARS)
    _with_event(where, filters)
    reported(where, filters, "d.doc")
    found = Found("documents d", [where], "d.doc", "d.published")
    return spelled(found, SHOWN, "documents d ON d.doc = n.number", filters)


def _with_event(where: Where, filters: Filters) -> None:
    """Ask for an event in the report."""
    wanted = replace(
        Filters(), country=filters.country, source=filters.source, target=filters.target, type=filters.type,
        mode=filters.mode, status=filters.status, place=filters.place, said_by=filters.said_by, linked=filters.linked,
        party=filters.party,
    )  # fmt: skip
    if wanted == Filters():
        return
    wanted = replace(wanted, decided=filters.decided)
    start = source_of(wanted)
    if start.alias == "c":
        start = joined(start)
    doc = "y.doc" if start.alias == "y" else "e.doc"
    where.add(f"d.doc IN ({start.select(doc)})", *start.values)
