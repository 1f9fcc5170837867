"""Events: deeds of reports, filtered.

In: filters. Out: a query with a row for each event.
What it does not know: how rows are shown.

A question about one country or one pair starts from the table that lists the events of countries or pairs by day, so
that its first rows come without sorting; any other starts from the events.
"""

from __future__ import annotations

from dataclasses import dataclass

from chancery.ask.conditions import ALIKE, Where, counted, dated, events_in, judged, marks, named, reported, said
from chancery.ask.countries import COUNTRIES
from chancery.ask.filters import NOWHERE, Filters
from chancery.ask.query import Column, Found, Parts, Query, spelled

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
_DENIED_BY = (
    "(SELECT group_concat(a.name, '; ') FROM participants p JOIN all_statements s ON s.reading = e.reading "
    "AND s.local = p.local JOIN actors a ON a.actor = s.source WHERE p.event = e.event AND p.role = 'denier')"
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
    (Column("contexts"), "nullif(e.contexts, '')"), (Column("said_by"), _SAID_BY),
    (Column("denied_by"), _DENIED_BY),
    (Column("confidence", "real"), "e.confidence"),
    (Column("words"), "substr(d.text, m.span_start + 1, m.span_end - m.span_start)"),
    (Column("sentence"), "substr(d.text, m.sentence_start + 1, m.sentence_end - m.sentence_start)"),
    (Column("document"), "d.id"), (Column("id"), "e.local"), (Column("title"), "d.title"),
    (Column("publisher"), "d.publisher"), (Column("published", "day"), "d.published"), (Column("url"), "d.url"),
)  # fmt: skip
_TABLES = (
    "all_events e ON e.event = n.number CROSS JOIN documents d ON d.doc = e.doc "
    "LEFT JOIN event_mentions m ON m.event = e.event AND m.n = 1"
)


@dataclass(frozen=True, slots=True)
class Source(Parts):
    """Where a question about events starts.

    Attributes:
        alias: of the table with the day and the status: `e`, events; `c`, those of a country; `y`, those of a pair.
    """

    alias: str


def events(filters: Filters, *, frequent: bool = False) -> Query:
    """Return the query for events; `frequent` says that the words are in many reports (`conditions.reported`)."""
    start = source_of(filters, frequent=frequent)
    found = Found(start.tables, start.parts, f"{start.alias}.event", f"{start.alias}.day")
    return spelled(found, SHOWN, _TABLES, filters)


def source_of(filters: Filters, *, frequent: bool = False) -> Source:
    """Return where a question starts, with all of its conditions, and the events joined to it if one needs them."""
    tables, first, where = _start(filters)
    where.among("c.type" if first == "c" else "e.type", filters.type)
    where.among("e.mode", filters.mode)
    where.among(f"{first}.status", filters.status)
    dated(where, filters, f"{first}.day")
    named(
        where, "name", filters.actor,
        f"{first}.event IN (SELECT p.event FROM participants p WHERE p.role <> 'denier' AND p.actor IN "
        "(SELECT actor FROM actors WHERE {}))",
    )  # fmt: skip
    for number in filters.party:
        taking_part = f"SELECT event FROM participants WHERE actor IN ({ALIKE.format('?')}) AND role <> 'denier'"
        where.add(f"{first}.event IN ({taking_part})", int(number), int(number))
    _placed(where, filters, f"{first}.event")
    if filters.linked and first != "y":
        _linked(where, filters, f"{first}.event")
    said(where, filters, "e")
    judged(where, filters, "event", f"{first}.event")
    reported(where, filters, "y.doc" if first == "y" else "e.doc", frequent=frequent and first == "e")
    start = Source(tables, counted(where, filters, "e" if filters.as_of else first, first), first)
    elsewhere = (filters.type,) if first == "y" else (filters.words, filters.publisher, filters.document)
    needed = (*elsewhere, filters.mode, filters.place, filters.said_by, filters.as_of)
    return joined(start) if any(needed) else start


def joined(start: Source) -> Source:
    """Return a start to which the events are joined, if it does not begin with them."""
    if start.alias == "e" or " JOIN " in start.tables:
        return start
    return Source(f"{start.tables} JOIN all_events e ON e.event = {start.alias}.event", start.parts, start.alias)


def _start(filters: Filters) -> tuple[str, str, Where]:
    """Choose the table that lists the events of one pair or one country, or that of all events."""
    where = Where()
    one_pair = len(filters.source) == len(filters.target) == 1
    one_country = len(filters.country) == 1 or len((*filters.source, *filters.target)) == 1
    if not (one_pair or one_country) or (filters.country and (filters.source or filters.target)):
        _sides(where, filters)
        return "all_events e", "e", where
    if one_pair:
        where.add("y.source = ? AND y.target = ?", *filters.source, *filters.target)
        return "dyads y", "y", where
    where.add("c.country = ?", *filters.country, *filters.source, *filters.target)
    if not filters.country and not filters.linked:
        where.add("c.role <> ?", "recipient" if filters.source else "actor")
    return "event_countries c", "c", where


def _sides(where: Where, filters: Filters) -> None:
    """Ask for countries of any or of either side."""
    chosen = Where()
    if filters.source and filters.target:
        chosen.among("source", filters.source)
        chosen.among("target", filters.target)
        _among(where, "e.event", events_in("dyads", chosen, filters))
    elif (filters.source or filters.target) and not filters.linked:  # else `_linked` asks for them
        side, other = (filters.source, "recipient") if filters.source else (filters.target, "actor")
        chosen.among("country", side)
        chosen.add("role <> ?", other)
        _among(where, "e.event", events_in("event_countries", chosen, filters))
    if filters.country:
        chosen = Where()
        chosen.among("country", filters.country)
        _among(where, "e.event", events_in("event_countries", chosen, filters))


def _placed(where: Where, filters: Filters, event: str) -> None:
    """Ask for places by the codes of their countries, by parts of their names, or by their names in full."""
    codes = [place for place in filters.place if place in COUNTRIES]
    others = [place for place in filters.place if place not in COUNTRIES]
    if not others:
        where.among("e.place_country", codes)
        return
    if filters.place == (NOWHERE,):
        where.add("e.place IS NULL")
        return
    ways = [_exactly(place) for place in others if place.startswith(NOWHERE)]
    parts = [place for place in others if not place.startswith(NOWHERE)]
    if parts:
        ways.append(Where(["place IS NOT NULL"]))
        named(ways[-1], "place", parts)
    if codes:
        ways.append(Where())
        ways[-1].among("place_country", codes)
    found = [events_in("all_events", one, filters) for one in ways]
    values = [value for one in found for value in one.values]
    _among(where, event, Where([" UNION ALL ".join(one.sql for one in found)], values))


def _exactly(place: str) -> Where:
    """Ask for one place: "=Tripoli", "=Tripoli (LBY)"; for "=" alone, that none is known."""
    name = place.removeprefix(NOWHERE)
    if not name:
        return Where(["place IS NULL"])
    code = name[-4:-1]
    if name.endswith(f" ({code})") and code in COUNTRIES:
        return Where(["place = ?", "place_country = ?"], [name[:-6], code])
    return Where(["place = ?"], [name])


def _linked(where: Where, filters: Filters, event: str) -> None:
    """Ask for a pair of countries that the event links; of those that are asked for, if any are."""
    pair = Where([f"z.event = {event}"])
    pair.among("z.source", filters.source)
    pair.among("z.target", filters.target)
    if filters.country:
        countries = marks(filters.country)
        pair.add(f"(z.source IN ({countries}) OR z.target IN ({countries}))", *filters.country * 2)
    where.add(f"EXISTS (SELECT 1 FROM dyads z WHERE {pair.sql})", *pair.values)


def _among(where: Where, event: str, chosen: Where) -> None:
    """Ask for the events of a SELECT."""
    where.add(f"{event} IN ({chosen.sql})", *chosen.values)
