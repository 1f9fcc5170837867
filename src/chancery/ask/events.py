"""Events: deeds of reports, filtered.

In: filters. Out: a query with a row for each event.
What it does not know: how rows are shown.
"""

from __future__ import annotations

from chancery.ask.conditions import Where, containing, counting, dated, marks, reported
from chancery.ask.filters import Filters
from chancery.ask.query import Column, Query, selected

_NAMES = (
    "(SELECT group_concat(name, '; ') FROM (SELECT a.name FROM participants p JOIN actors a USING (actor) "
    "WHERE p.event = e.event AND p.role = '{role}' ORDER BY p.n))"
)
_COUNTRIES = "(SELECT group_concat(country, '; ') FROM event_countries c WHERE c.event = e.event AND c.role = '{role}')"
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
    (Column("actor_countries"), _COUNTRIES.format(role="actor")),
    (Column("recipient_countries"), _COUNTRIES.format(role="recipient")),
    (Column("edtf"), "e.edtf"), (Column("earliest", "day"), "e.earliest"), (Column("latest", "day"), "e.latest"),
    (Column("place"), "e.place"), (Column("place_country"), "e.place_country"),
    (Column("latitude", "real"), "e.latitude"), (Column("longitude", "real"), "e.longitude"),
    (Column("precision"), "e.precision"), (Column("quad", "integer"), "e.quad"), (Column("score", "real"), "e.score"),
    (Column("contexts"), "e.contexts"), (Column("said_by"), _SAID_BY), (Column("confidence", "real"), "e.confidence"),
    (Column("words"), _WORDS.format("span")), (Column("sentence"), _WORDS.format("sentence")),
    (Column("document"), "d.id"), (Column("id"), "e.local"), (Column("title"), "d.title"),
    (Column("publisher"), "d.publisher"), (Column("published", "day"), "d.published"), (Column("url"), "d.url"),
)  # fmt: skip


def events(filters: Filters) -> Query:
    """Return the query for events.

    Args:
        filters: `act` has no meaning here and is refused by the caller.
    """
    where = Where()
    counting(where, filters, "e")
    where.among("e.type", filters.type)
    where.among("e.mode", filters.mode)
    where.among("e.status", filters.status)
    dated(where, filters, "e.day")
    _takes_part(where, filters)
    if filters.place:
        where.add(
            "(e.place LIKE ? ESCAPE '\\' OR e.place_country = ?)", containing(filters.place), filters.place.upper()
        )
    reported(where, filters, "e.doc")
    return selected(SHOWN, "all_events e JOIN documents d ON d.doc = e.doc", where, filters, "e.day, e.event")


def _takes_part(where: Where, filters: Filters) -> None:
    """Ask for who takes part: a name, a country, either side of a dyad."""
    if filters.actor:
        where.add(
            "e.event IN (SELECT p.event FROM participants p JOIN actors a USING (actor) "
            "WHERE a.name LIKE ? ESCAPE '\\')",
            containing(filters.actor),
        )
    if filters.source and filters.target:
        where.add(
            f"e.event IN (SELECT event FROM dyads WHERE source IN ({marks(filters.source)}) "
            f"AND target IN ({marks(filters.target)}))",
            *filters.source, *filters.target,
        )  # fmt: skip
    elif filters.source or filters.target:
        side, role = (filters.source, "actor") if filters.source else (filters.target, "recipient")
        where.add(
            f"e.event IN (SELECT event FROM event_countries WHERE country IN ({marks(side)}) AND role = ?)", *side, role
        )
    if filters.country:
        where.add(
            f"e.event IN (SELECT event FROM event_countries WHERE country IN ({marks(filters.country)}))",
            *filters.country,
        )
