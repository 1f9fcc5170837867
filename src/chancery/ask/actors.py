"""Actors: who appears in an archive, filtered.

In: filters. Out: a query with a row for each combination of name, kind and country.
What it does not know: whether two names mean one person; nothing is merged across reports.
"""

from __future__ import annotations

from chancery.ask.conditions import Where, containing
from chancery.ask.filters import Filters
from chancery.ask.query import Query, columns, cut

_COLUMNS = columns(
    actor="integer", name="text", kind="text", country="text", sectors="text", reports="integer", as_actor="integer",
    as_recipient="integer", statements="integer", first="day", last="day",
)  # fmt: skip
_ROLE = (
    "(SELECT count(*) FROM participants p JOIN all_events e USING (event) "
    "WHERE p.actor = n.actor AND p.role = '{0}' AND e.live = 1)"
)
_DAY = (
    "(SELECT {0}(d.published) FROM appearances p JOIN readings r USING (reading) JOIN documents d ON d.doc = r.doc "
    "WHERE p.actor = n.actor AND r.until_run IS NULL)"
)


def actors(filters: Filters) -> Query:
    """Return the query for actors, those of most reports first; `country` is theirs."""
    where = Where()
    where.among("country", filters.country)
    if filters.actor:
        where.add("name LIKE ? ESCAPE '\\'", containing(filters.actor))
    chosen = cut(Query(
        "SELECT a.actor, count(*) AS reports FROM actors a JOIN appearances p USING (actor) JOIN readings r "
        f"USING (reading) WHERE r.until_run IS NULL AND {where.sql} GROUP BY a.actor "
        "ORDER BY reports DESC, a.name, a.actor",
        tuple(where.values), (),
    ), filters)  # fmt: skip
    sql = (
        f"SELECT n.actor, a.name, a.kind, nullif(a.country, '') AS country, a.sectors, n.reports, "
        f"{_ROLE.format('actor')} AS as_actor, {_ROLE.format('recipient')} AS as_recipient, "
        "(SELECT count(*) FROM all_statements s WHERE s.source = n.actor AND s.live = 1) AS statements, "
        f"{_DAY.format('min')} AS first, {_DAY.format('max')} AS last "
        f"FROM ({chosen.sql}) n JOIN actors a ON a.actor = n.actor ORDER BY n.reports DESC, a.name, a.actor"
    )
    counting = f"SELECT count(*) FROM actors WHERE {where.sql}"
    return Query(sql, chosen.values, _COLUMNS, counting, tuple(where.values))
