"""Links: who takes part in deeds with whom.

In: filters. Out: a query with a row for each pair of actors.
What it does not know: countries (`dyads` counts their pairs), and whether two names mean one; one name in one country
does.

Counting all pairs of a million events takes seconds; the newest ones that the filters let through are counted.
"""

from __future__ import annotations

from chancery.ask.events import joined, source_of
from chancery.ask.filters import Filters
from chancery.ask.query import Query, columns

NEWEST = 5_000
"""Events that are looked at, the newest ones: on an archive of a million events within 0.12 s."""
SHOWN = columns(
    a="integer", a_name="text", a_country="text", b="integer", b_name="text", b_country="text", events="integer",
    forth="integer", back="integer", cooperation="integer", conflict="integer", mean_score="real",
)  # fmt: skip

_FIRST = (
    "CASE WHEN a.country = '' THEN a.actor ELSE "
    "(SELECT min(b.actor) FROM actors b WHERE b.name = a.name AND +b.country = a.country) END"
)
"""The first number of those with the same name and country, which are one here (`conditions.ALIKE`)."""


def links(filters: Filters, *, frequent: bool = False) -> Query:
    """Return the query for pairs of actors, those with the most deeds first.

    Args:
        filters: which events; `limit` is how many pairs.
        frequent: the words are in many reports (`conditions.reported`).

    Returns:
        Rows of two actors, `a` and `b`: `events` in which both take part, on whichever sides; those in which a acts
        and b is acted upon, `forth`, and the other way, `back`; those of `cooperation` and `conflict`, and the
        `mean_score` of those that happened. Of the newest events only (`NEWEST`).
    """
    start = joined(source_of(filters, frequent=frequent))
    chosen = start.select(f"e.event, e.quad, e.score, e.status, {start.alias}.day AS day")
    sides = "role IN ('actor', 'recipient')"
    sql = (
        f"WITH n AS MATERIALIZED ({chosen} ORDER BY day DESC LIMIT {NEWEST}), "
        f"p AS MATERIALIZED (SELECT n.*, {_FIRST} AS actor, p.role FROM n CROSS JOIN participants p "
        f"ON p.event = n.event AND p.{sides} CROSS JOIN actors a ON a.actor = p.actor), "
        "t AS (SELECT event, actor, max(role = 'actor') AS acts, max(role = 'recipient') AS acted, quad, score, status "
        "FROM p GROUP BY 1, 2), "
        "c AS (SELECT x.actor AS a, y.actor AS b, count(*) AS events, sum(x.acts AND y.acted) AS forth, "
        "sum(y.acts AND x.acted) AS back, sum(x.quad <= 2) AS cooperation, sum(x.quad > 2) AS conflict, "
        "round(avg(CASE WHEN x.status = 'happened' THEN x.score END), 1) AS mean_score "
        "FROM t x JOIN t y ON y.event = x.event AND y.actor > x.actor "
        "GROUP BY 1, 2 ORDER BY events DESC, 1, 2 LIMIT ?) "
        "SELECT c.a, m.name AS a_name, nullif(m.country, '') AS a_country, c.b, o.name AS b_name, "
        "nullif(o.country, '') AS b_country, c.events, c.forth, c.back, c.cooperation, c.conflict, c.mean_score "
        "FROM c JOIN actors m ON m.actor = c.a JOIN actors o ON o.actor = c.b ORDER BY c.events DESC, c.a, c.b"
    )
    return Query(sql, (*start.values, filters.limit or -1), SHOWN)
