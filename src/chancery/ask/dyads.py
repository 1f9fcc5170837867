"""Dyads: conflict and cooperation between pairs of countries over time, with the reports as denominators.

In: filters. Out: a query with a row for each pair in each month or year, or for each pair.
What it does not know: pictures.

Counts by quad and the score (PLOVER's) are of deeds that happened, or of those whose status is asked for; how many
there are of each status stands beside them, whatever is asked for.
"""

from __future__ import annotations

from typing import Literal

from chancery.ask.conditions import Value, Where, counted, dated, marks
from chancery.ask.filters import Filters
from chancery.ask.query import Column, Parts, Query, columns, cut
from chancery.ask.timeline import LENGTH
from chancery.record import STATUSES

Span = Literal["month", "year", "all"]
_QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
_USED = "y.event, y.day, y.quad, y.score, y.status, y.doc, y.source, y.target"
_COUNTS = columns(
    source="text", target="text", events="integer", verbal_cooperation="integer", material_cooperation="integer",
    verbal_conflict="integer", material_conflict="integer", score="real", mean_score="real", happened="integer",
    planned="integer", possible="integer", alleged="integer", not_happened="integer", reports="integer",
)  # fmt: skip


def dyads(filters: Filters, *, period: Span = "month", undirected: bool = False, together: bool = False) -> Query:
    """Return the query for pairs of countries.

    Args:
        filters: `source`, `target`, `country` (either side), `status`, `since`, `until`, `as_of`, `limit`, `offset`.
        period: month, year, or all of it: then the pairs with the most events come first.
        undirected: two countries are one pair, in the order of their codes, with each deed once whichever way it links
            them; otherwise each direction is one.
        together: all pairs that are asked for are one, with each deed once.

    Returns:
        Rows in the order of the periods. `events`, the quads, `score` (a sum) and `mean_score` count deeds that
        happened, or of the status that is asked for; `reports` those that tell of any deed of the pair;
        `reports_in_month` (`_year`, `_all`) all that were published in that time and read.
    """
    linked, values = _linked(filters, undirected=undirected, together=together)
    keys = [] if together else ["source", "target"]
    named = keys or ["NULL AS source", "NULL AS target"]
    if period != "all":
        keys, named = [period, *keys], [f"substr(day, 1, {LENGTH[period]}) AS {period}", *named]
    counts, chosen = _counts(filters)
    grouped = f"SELECT {', '.join((*named, *counts))} FROM ({linked})" + (
        f" GROUP BY {', '.join(keys)}" if keys else ""
    )
    order = ", ".join(keys) if period != "all" else ", ".join(("events DESC", *keys))
    sql = f"SELECT n.*, {_published(period)} ORDER BY {order}".replace("{n}", f"({grouped}) n")
    shown = (*_COUNTS, Column(f"reports_in_{period}", "integer"))
    given = (*chosen, *values)
    query = Query(
        sql, given, shown if period == "all" else (Column(period), *shown), f"SELECT count(*) FROM ({grouped})", given
    )
    return cut(query, filters)


def pairs(filters: Filters) -> Query:
    """Return the query for the most frequent pairs, with what a network shows of them: a quarter of `dyads`' work.

    Args:
        filters: as of `dyads`.

    Returns:
        Rows of `source`, `target`, `events`, those of `cooperation` and `conflict`, and their `mean_score`, those with
        most events first; of deeds that happened, or of the status that is asked for.
    """
    linked, values = _linked(filters, undirected=False, together=False)
    statuses = filters.status or ("happened",)
    sql = (
        "SELECT source, target, count(*) AS events, sum(quad <= 2) AS cooperation, sum(quad > 2) AS conflict, "
        f"round(avg(score), 3) AS mean_score FROM ({linked}) WHERE status IN ({marks(statuses)}) "
        "GROUP BY source, target ORDER BY events DESC, source, target"
    )
    shown = columns(
        source="text", target="text", events="integer", cooperation="integer", conflict="integer", mean_score="real"
    )
    return cut(Query(sql, (*values, *statuses), shown), filters)


def published(filters: Filters) -> Query:
    """Return the query for how many reports were published and read in each month, between `since` and `until`."""
    where = Where(["state = 'read'", "published IS NOT NULL"])
    dated(where, filters, "published")
    sql = (
        "SELECT substr(published, 1, 7) AS month, sum(n) AS reports FROM (SELECT published, count(*) AS n "
        f"FROM documents WHERE {where.sql} GROUP BY published) GROUP BY 1 ORDER BY 1"
    )
    return Query(sql, tuple(where.values), columns(month="text", reports="integer"))


def _counts(filters: Filters) -> tuple[list[str], list[Value]]:
    """Return the columns with counts, and the values of their placeholders."""
    statuses = filters.status or ("happened",)
    counted = f"status IN ({marks(statuses)})"
    chosen = [
        f"count(CASE WHEN {counted} THEN 1 END) AS events",
        *(f"count(CASE WHEN {counted} AND quad = {n} THEN 1 END) AS {name}" for n, name in enumerate(_QUADS, start=1)),
        f"total(CASE WHEN {counted} THEN score END) AS score",
        f"round(avg(CASE WHEN {counted} THEN score END), 3) AS mean_score",
    ]
    all_ = [f"count(CASE WHEN status = '{status}' THEN 1 END) AS {status}" for status in STATUSES]
    return [*chosen, *all_, "count(DISTINCT doc) AS reports"], [*statuses] * len(chosen)


def _published(period: Span) -> str:
    """Return the column of denominators, and where it comes from; `{n}` stands for the rows to which it is put."""
    read = "FROM documents WHERE state = 'read' AND published IS NOT NULL"
    if period == "all":
        return f"(SELECT count(*) {read}) AS reports_in_all FROM {{n}}"
    name = f"substr(published, 1, {LENGTH[period]})"
    return (
        f"coalesce(p.reports, 0) AS reports_in_{period} FROM {{n}} LEFT JOIN "
        f"(SELECT {name} AS named, sum(reports) AS reports FROM (SELECT published, count(*) AS reports {read} "
        f"GROUP BY published) GROUP BY 1) p ON p.named = n.{period}"  # by day first, as the index has it
    )


def _linked(filters: Filters, *, undirected: bool, together: bool) -> tuple[str, list[Value]]:
    """Return a SELECT of the events of the pairs, each as often as it is to be counted, and its values."""
    tables = "dyads y JOIN all_events e ON e.event = y.event" if filters.as_of else "dyads y"
    parts: list[Where] = []
    for side in _sides(filters, either=undirected):
        where = side.with_("y.day IS NOT NULL")
        _dated(where, filters)
        parts += counted(where, filters, "e" if filters.as_of else "y", "y")
    found = Parts(tables, parts)
    linked = found.select(_USED)
    used = "event, day, quad, score, status, doc"
    if together:
        linked = f"SELECT {used} FROM ({linked}) GROUP BY event"
    elif undirected:
        two = "min(source, target) AS source, max(source, target) AS target"
        linked = f"SELECT * FROM (SELECT {used}, {two} FROM ({linked})) GROUP BY event, source, target"
    return linked, list(found.values)


def _dated(where: Where, filters: Filters) -> None:
    """Ask for days; the index of all pairs begins with the month, so that it is asked for as well."""
    dated(where, filters, "y.day")
    for sign, day in ((">=", filters.since), ("<=", filters.until)):
        if day:
            where.add(f"substr(y.day, 1, 7) {sign} ?", day[:7])


def _sides(filters: Filters, *, either: bool) -> list[Where]:
    """Return conditions on source and target; a pair that is asked for fulfils just one, and each has its index."""
    ways = [(filters.source, filters.target)]
    if either and filters.source != filters.target:
        ways.append((filters.target, filters.source))
    found: list[Where] = []
    for source, target in ways:
        for side in ("y.source", "y.target") if filters.country else ("",):
            where = Where()
            where.among("y.source", source)
            where.among("y.target", target)
            where.among(side, filters.country)
            for other in found[:]:
                where.add(f"NOT ({other.sql})", *other.values)
            found.append(where)
    return found
