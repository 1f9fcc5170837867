"""Actors: who appears in an archive, filtered.

In: filters. Out: a query with a row for each combination of name, kind, country and sectors.
What it does not know: whether two names mean one person; nothing is merged across reports.
"""

from __future__ import annotations

from chancery.ask.conditions import Where, named
from chancery.ask.filters import Filters
from chancery.ask.query import Query, columns, cut

_COLUMNS = columns(
    actor="integer", name="text", kind="text", country="text", sectors="text", reports="integer", as_actor="integer",
    as_recipient="integer", statements="integer", first="day", last="day",
)  # fmt: skip
_COUNTS = (  # each actor once through the index of participants; events that no longer count are taken off
    "SELECT p.actor, count(CASE WHEN p.role = 'actor' THEN 1 END) AS as_actor, "
    "count(CASE WHEN p.role = 'recipient' THEN 1 END) AS as_recipient "
    "FROM n CROSS JOIN participants p ON p.actor = n.actor WHERE p.role <> 'denier' "
    "AND p.event NOT IN (SELECT event FROM all_events WHERE live = 0 AND reading > 0) GROUP BY p.actor"
)
_DAYS = (
    "SELECT p.actor, min(d.published) AS first, max(d.published) AS last FROM n CROSS JOIN appearances p "
    "ON p.actor = n.actor CROSS JOIN readings r ON r.reading = p.reading CROSS JOIN documents d ON d.doc = r.doc "
    "WHERE r.until_run IS NULL GROUP BY p.actor"
)
_PAST = "p.reading IN (SELECT reading FROM readings WHERE until_run IS NOT NULL)"


def actors(filters: Filters) -> Query:
    """Return the query for actors, those of most reports first; `country` is theirs, days are of publication."""
    where = Where()
    where.among("a.country", filters.country)
    named(where, "a.name", filters.actor)
    tables, of = "actors a JOIN appearances p ON p.actor = a.actor", "a.actor"
    if not where.conditions:  # nobody is left out: names can wait until it is known whose are wanted
        tables, of = "appearances p", "p.actor"
    chosen = cut(Query(
        f"SELECT {of} AS actor, count(*) AS reports FROM {tables} WHERE NOT {_PAST} AND {where.sql} GROUP BY {of} "
        f"ORDER BY reports DESC, {of}",
        tuple(where.values), (),
    ), filters)  # fmt: skip
    sql = (
        f"WITH n AS MATERIALIZED ({chosen.sql}) "
        "SELECT n.actor, a.name, a.kind, nullif(a.country, '') AS country, nullif(a.sectors, '') AS sectors, "
        "n.reports, coalesce(c.as_actor, 0) AS as_actor, coalesce(c.as_recipient, 0) AS as_recipient, "
        "(SELECT count(*) FROM all_statements WHERE source = n.actor AND live = 1) AS statements, s.first, s.last "
        f"FROM n CROSS JOIN actors a ON a.actor = n.actor LEFT JOIN ({_COUNTS}) c ON c.actor = n.actor "
        f"LEFT JOIN ({_DAYS}) s ON s.actor = n.actor ORDER BY n.reports DESC, n.actor"
    )
    counting = (
        f"SELECT count(*) FROM actors a WHERE {where.sql} AND EXISTS "
        f"(SELECT 1 FROM appearances p WHERE p.actor = a.actor AND NOT {_PAST})"
    )
    return Query(sql, chosen.values, _COLUMNS, counting, tuple(where.values))
