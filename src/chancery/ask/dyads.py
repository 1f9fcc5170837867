"""Dyads: conflict and cooperation between pairs of countries, month by month, with the reports as denominators.

In: filters. Out: a query with a row for each month and pair.
What it does not know: pictures.

The score is PLOVER's, of deeds that happened; planned, possible, alleged and denied ones stand beside it as counts.
"""

from __future__ import annotations

from chancery.ask.conditions import Where, counting, dated, marks
from chancery.ask.filters import Filters
from chancery.ask.query import Query, columns, cut

COLUMNS = columns(
    month="text", source="text", target="text", events="integer", verbal_cooperation="integer",
    material_cooperation="integer", verbal_conflict="integer", material_conflict="integer", score="real",
    mean_score="real", planned="integer", possible="integer", alleged="integer", not_happened="integer",
    reports="integer", reports_in_month="integer",
)  # fmt: skip
_QUADS = ", ".join(
    f"sum(y.status = 'happened' AND y.quad = {quad}) AS {name}"
    for quad, name in enumerate(
        ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"), start=1
    )
)
_HAPPENED = "y.status = 'happened'"
_USED = "y.event, y.source, y.target, y.day, y.quad, y.score, y.status, y.doc"
_PUBLISHED = (  # by day first, as the index has it, then by month
    "SELECT substr(published, 1, 7) AS month, sum(n) AS reports FROM (SELECT published, count(*) AS n FROM documents "
    "WHERE state = 'read' AND published IS NOT NULL GROUP BY published) GROUP BY 1"
)
_OTHERS = ", ".join(f"sum(y.status = '{one}') AS {one}" for one in ("planned", "possible", "alleged", "not_happened"))


def dyads(filters: Filters, *, together: bool = False) -> Query:
    """Return the query for pairs of countries.

    Args:
        together: one row a month for all pairs, each deed once whichever way it links them; for a picture.
        filters: `source`, `target`, `country` (either side), `status`, `since`, `until`, `as_of`, `limit`, `offset`.

    Returns:
        Rows in the order of the months; `events`, the quads and the scores count deeds that happened, `reports` the
        reports that tell of the pair, `reports_in_month` all reports read that were published in the month.
    """
    where = _where(filters)
    pair, groups, of = "y.source, y.target", "1, 2, 3", "dyads y"
    values = tuple(where.values)
    if len(filters.country) == 1 and not filters.as_of:  # two indexes, one for each side
        sides = ("y.source = ?", "y.target = ? AND y.source <> y.target")
        parts = (f"SELECT {_USED} FROM dyads y WHERE {side} AND {where.sql}" for side in sides)
        of, where = f"({' UNION ALL '.join(parts)}) y", Where()
        values = (filters.country[0], *values) * 2
    if together:
        pair, groups = "NULL AS source, NULL AS target", "1"
        of = f"(SELECT DISTINCT event, day, quad, score, status, doc FROM {of} WHERE {where.sql}) y"
        where = Where()
    sql = (
        f"WITH published AS ({_PUBLISHED}) "
        "SELECT n.*, coalesce((SELECT reports FROM published p WHERE p.month = n.month), 0) AS reports_in_month FROM ("
        f"SELECT substr(y.day, 1, 7) AS month, {pair}, sum({_HAPPENED}) AS events, {_QUADS}, "
        f"coalesce(sum(CASE WHEN {_HAPPENED} THEN y.score END), 0.0) AS score, "
        f"round(avg(CASE WHEN {_HAPPENED} THEN y.score END), 3) AS mean_score, {_OTHERS}, "
        f"count(DISTINCT y.doc) AS reports FROM {of} WHERE {where.sql} "
        f"GROUP BY {groups} ORDER BY {groups}) n"
    )
    return cut(Query(sql, values, COLUMNS), filters)


def _where(filters: Filters) -> Where:
    """Return the conditions on the pairs, but for one country on either side of what counts now."""
    where = Where(["y.day IS NOT NULL"])
    if filters.as_of:
        then = Where()
        counting(then, filters, "e")
        where.add(f"y.event IN (SELECT e.event FROM all_events e WHERE {then.sql})", *then.values)
    else:
        where.add("y.live = 1")
    where.among("y.source", filters.source)
    where.among("y.target", filters.target)
    where.among("y.status", filters.status)
    if filters.country and (len(filters.country) > 1 or filters.as_of):
        either = marks(filters.country)
        where.add(f"(y.source IN ({either}) OR y.target IN ({either}))", *filters.country, *filters.country)
    dated(where, filters, "y.day")
    return where
