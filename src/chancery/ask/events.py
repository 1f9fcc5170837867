"""Events: deeds of reports, filtered.

In: filters. Out: a query with a row for each event.
What it does not know: how rows are shown.

A question about one country or one pair starts from the table that lists the events of countries or pairs by day, so
that its first rows come without sorting; any other starts from the events.
"""

from __future__ import annotations

from dataclasses import dataclass

from chancery.ask.conditions import Where, containing, counting, dated, marks, reported
from chancery.ask.filters import Filters
from chancery.ask.query import Column, Query, selected

_NAMES = (
    "(SELECT group_concat(name, '; ') FROM (SELECT a.name FROM participants p JOIN actors a USING (actor) "
    "WHERE p.event = e.event AND p.role = '{role}' ORDER BY p.n))"
)
_COUNTRIES = (
    "(SELECT group_concat(country, '; ') FROM event_countries x WHERE x.event = e.event AND x.role <> '{other}')"
)
_SAID_BY = (
    "(SELECT a.name FROM all_statements s JOIN actors a ON a.actor = s.source "
    "WHERE s.reading = e.reading AND s.local = e.said_by)"
)
_WORDS = (
    "(SELECT substr(d.text, m.{0}_start + 1, m.{0}_end - m.{0}_start) FROM event_mentions m "
    "WHERE m.event = e.event AND m.n = 1)"
)
SHOWN = (
    (Column("event", "integer"), "e.event"), (Column("day", "day"), "e.day"), (Column("day_from"), "e.day_from"),
    (Column("type"), "e.type"), (Column("mode"), "e.mode"), (Column("status"), "e.status"),
    (Column("actors"), _NAMES.format(role="actor")), (Column("recipients"), _NAMES.format(role="recipient")),
    (Column("actor_countries"), _COUNTRIES.format(other="recipient")),
    (Column("recipient_countries"), _COUNTRIES.format(other="actor")),
    (Column("edtf"), "e.edtf"), (Column("earliest", "day"), "e.earliest"), (Column("latest", "day"), "e.latest"),
    (Column("place"), "e.place"), (Column("place_country"), "e.place_country"),
    (Column("latitude", "real"), "e.latitude"), (Column("longitude", "real"), "e.longitude"),
    (Column("precision"), "e.precision"), (Column("quad", "integer"), "e.quad"), (Column("score", "real"), "e.score"),
    (Column("contexts"), "e.contexts"), (Column("said_by"), _SAID_BY), (Column("confidence", "real"), "e.confidence"),
    (Column("words"), _WORDS.format("span")), (Column("sentence"), _WORDS.format("sentence")),
    (Column("document"), "d.id"), (Column("id"), "e.local"), (Column("title"), "d.title"),
    (Column("publisher"), "d.publisher"), (Column("published", "day"), "d.published"), (Column("url"), "d.url"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """Where a question about events starts: tables, conditions, and the columns with day, status, type and quad."""

    tables: str
    where: Where
    alias: str


def events(filters: Filters) -> Query:
    """Return the query for events."""
    start = source_of(filters)
    tables = f"{start.tables} JOIN documents d ON d.doc = e.doc"
    return selected(SHOWN, tables, start.where, filters, f"{start.alias}.day, {start.alias}.event")


def source_of(filters: Filters) -> Source:
    """Return where a question starts, with all of its conditions."""
    start = _start(filters)
    where = start.where
    counted = "e" if start.alias == "y" else start.alias
    where.among(f"{counted}.type", filters.type)
    where.among("e.mode", filters.mode)
    where.among(f"{start.alias}.status", filters.status)
    dated(where, filters, f"{start.alias}.day")
    if filters.actor:
        where.add(
            "e.event IN (SELECT p.event FROM participants p WHERE p.role <> 'denier' AND p.actor IN "
            "(SELECT actor FROM actors WHERE name LIKE ? ESCAPE '\\'))",
            containing(filters.actor),
        )
    if filters.place:
        _placed(where, filters.place)
    reported(where, filters, "e.doc")
    return start


def _start(filters: Filters) -> Source:
    """Choose the table that lists the events of one pair or one country, or that of all events."""
    where = Where()
    one_pair = len(filters.source) == len(filters.target) == 1
    one_country = len(filters.country) == 1 or len((*filters.source, *filters.target)) == 1
    if filters.as_of or not (one_pair or one_country) or (filters.country and (filters.source or filters.target)):
        counting(where, filters, "e")
        _sides(where, filters)
        return Source("all_events e", where, "e")
    if one_pair:
        where.add("y.live = 1 AND y.source = ? AND y.target = ?", *filters.source, *filters.target)
        return Source("dyads y JOIN all_events e ON e.event = y.event", where, "y")
    where.add("c.live = 1 AND c.country = ?", *filters.country, *filters.source, *filters.target)
    if not filters.country:
        where.add("c.role <> ?", "recipient" if filters.source else "actor")
    return Source("event_countries c JOIN all_events e ON e.event = c.event", where, "c")


def _sides(where: Where, filters: Filters) -> None:
    """Ask for countries of any or of either side."""
    if filters.source and filters.target:
        where.add(
            f"e.event IN (SELECT event FROM dyads WHERE source IN ({marks(filters.source)}) "
            f"AND target IN ({marks(filters.target)}))",
            *filters.source, *filters.target,
        )  # fmt: skip
    elif filters.source or filters.target:
        side, other = (filters.source, "recipient") if filters.source else (filters.target, "actor")
        where.add(
            f"e.event IN (SELECT event FROM event_countries WHERE country IN ({marks(side)}) AND role <> ?)",
            *side, other,
        )  # fmt: skip
    if filters.country:
        where.add(
            f"e.event IN (SELECT event FROM event_countries WHERE country IN ({marks(filters.country)}))",
            *filters.country,
        )


def _placed(where: Where, place: str) -> None:
    """Ask for a place by the code of its country or by a part of its name."""
    if len(place) == 3 and place.isupper():
        where.add("e.place_country = ?", place)
    else:
        where.add(
            "e.event IN (SELECT event FROM all_events WHERE place LIKE ? ESCAPE '\\' AND place IS NOT NULL)",
            containing(place),
        )
