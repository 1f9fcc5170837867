"""Rows: the live events of an archive as flat rows, one after another.

In: an archive and which of its events are wanted. Out: `EventRow`s in the order of their numbers, so that those of one
document stand together, from one query and one snapshot of the archive.
What it does not know: formats; `story` looks up what stands beside an event in its document.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import msgspec

from chancery.errors import ExportError
from chancery.record import EventType, Status
from chancery.store.archive import Archive

CLASSIC: tuple[Status, ...] = ("happened", "planned")
"""What goes into files that have no column for the status: the codebooks say what a planned deed is called, and they
have no place for what is only possible, alleged, or did not happen."""


DECIDED = (
    "(e.live = 1 AND e.event NOT IN (SELECT number FROM standing WHERE kind = 'event' AND verdict <> 'accept') "
    "OR e.event IN (SELECT corrected FROM standing WHERE corrected IS NOT NULL))"
)
"""What counts as people decided: what nobody rejected or corrected, and what corrections made of it."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which events; an empty tuple asks for all.

    Attributes:
        since, until: days, both inclusive; an event without a day is not between them.
        countries: ISO 3166-1 alpha-3; one of them acts, is acted upon, or is where it happens.
        types: PLOVER types.
        statuses: as the archive has them.
        documents: ids (`doc_…`).
        decided: events as people decided that they are, instead of as they were read.
    """

    since: str | None = None
    until: str | None = None
    countries: tuple[str, ...] = ()
    types: tuple[EventType, ...] = ()
    statuses: tuple[Status, ...] = ()
    documents: tuple[str, ...] = ()
    decided: bool = False

    def condition(self) -> tuple[str, list[str]]:
        """Return a condition on `all_events e` and `documents d`, and the values of its placeholders."""
        parts, values = [DECIDED if self.decided else "e.live = 1"], []
        for text, value in (("e.day >= ?", self.since), ("e.day <= ?", self.until)):
            if value is not None:
                parts.append(text)
                values.append(value)
        for text, many in (
            ("e.type IN (SELECT value FROM json_each(?))", self.types),
            ("e.status IN (SELECT value FROM json_each(?))", self.statuses),
            ("d.id IN (SELECT value FROM json_each(?))", self.documents),
        ):
            if many:
                parts.append(text)
                values.append(_as_list(many))
        if self.countries:
            inside = "country IN (SELECT value FROM json_each(?))"
            parts.append(
                f"(e.place_{inside} OR EXISTS (SELECT 1 FROM event_countries c WHERE c.event = e.event AND c.{inside}))"
            )
            values += [_as_list(self.countries)] * 2
        return " AND ".join(parts), values


class Party(msgspec.Struct, frozen=True, array_like=True):
    """Somebody who acts or is acted upon; of a denier only `role` and `local`, the id of a statement."""

    role: str
    local: str
    name: str | None
    kind: str | None
    country: str | None
    sectors: str | None


class Spot(msgspec.Struct, frozen=True, array_like=True):
    """Where words of an event stand: their span, and the number and span of their sentence."""

    start: int
    end: int
    sentence: int
    sentence_start: int
    sentence_end: int


class EventRow(msgspec.Struct):
    """One event of the archive, with its document's metadata; columns are those of `all_events` and `documents`."""

    event: int
    reading: int
    doc: int
    local: str
    type: EventType
    mode: str | None
    status: Status
    score: float
    day: str | None
    day_from: str | None
    edtf: str | None
    earliest: str | None
    latest: str | None
    place: str | None
    place_country: str | None
    latitude: float | None
    longitude: float | None
    precision: str | None
    geonames: int | None
    place_start: int | None
    place_end: int | None
    contexts: str
    said_by: str | None
    confidence: float
    why: str
    document: str
    family: int
    language: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    added: str
    actors: list[Party]
    recipients: list[Party]
    deniers: list[str]
    spots: list[Spot]


_EVENT = (
    "event", "reading", "doc", "local", "type", "mode", "status", "score", "day", "day_from", "edtf", "earliest",
    "latest", "place", "place_country", "latitude", "longitude", "precision", "geonames", "place_start", "place_end",
    "contexts", "said_by", "confidence", "why",
)  # fmt: skip
_DOCUMENT = ("id", "family", "language", "title", "publisher", "url", "published", "added")
_PARTIES = """(SELECT json_group_array(json_array(role, local, name, kind, nullif(country, ''), sectors)) FROM
  (SELECT p.role, p.local, a.name, a.kind, a.country, a.sectors FROM participants p LEFT JOIN actors a USING (actor)
   WHERE p.event = e.event ORDER BY p.role, p.n))"""
_SPOTS = """(SELECT json_group_array(json_array(span_start, span_end, sentence, sentence_start, sentence_end)) FROM
  (SELECT * FROM event_mentions m WHERE m.event = e.event ORDER BY m.n))"""
_QUERY = (
    f"SELECT {', '.join(f'e.{name}' for name in _EVENT)}, {', '.join(f'd.{name}' for name in _DOCUMENT)}, "
    f"{_PARTIES}, {_SPOTS} FROM all_events e JOIN documents d ON d.doc = e.doc WHERE {{}} ORDER BY {{}}"
)

_parties = msgspec.json.Decoder(list[Party]).decode
_spots = msgspec.json.Decoder(list[Spot]).decode


@contextmanager
def snapshot(archive: Archive) -> Iterator[None]:
    """Read one state of the archive, whatever another process writes meanwhile.

    Raises:
        ExportError: SQLite cannot read it.
    """
    try:
        archive.connection.execute("BEGIN")
        yield
    except sqlite3.DatabaseError as error:
        raise ExportError(
            f"{archive.path} cannot be read ({error}): run `chancery verify --db {archive.path}`, and go back to a "
            "copy where it is damaged."
        ) from error
    finally:
        if archive.connection.in_transaction:
            archive.connection.execute("ROLLBACK")


def events(archive: Archive, selection: Selection) -> Iterator[EventRow]:
    """Yield events in the order of their numbers.

    Args:
        archive: an archive.
        selection: which events.

    Yields:
        Each event once; memory does not grow with their number.
    """
    condition, values = selection.condition()
    order = "e.doc, e.event" if selection.decided else "e.event"  # corrected events have numbers of their own
    for row in archive.connection.execute(_QUERY.format(condition, order), values):
        sides: dict[str, list[Party]] = {"actor": [], "recipient": [], "denier": []}
        for party in _parties(row[-2]):
            sides[party.role].append(party)
        deniers = [party.local for party in sides["denier"]]
        yield EventRow(*[*row[:-2], sides["actor"], sides["recipient"], deniers, _spots(row[-1])])


def other_statuses(archive: Archive, selection: Selection) -> Counter[str]:
    """Count the events that a selection leaves out for their status alone, by status."""
    if not selection.statuses:
        return Counter()
    wider, values = replace(selection, statuses=()).condition()
    query = f"SELECT e.status, count(*) FROM all_events e JOIN documents d ON d.doc = e.doc WHERE {wider} GROUP BY 1"
    found = Counter(dict(archive.connection.execute(query, values).fetchall()))
    return Counter({status: count for status, count in found.items() if status not in selection.statuses})


def _as_list(values: Sequence[str]) -> str:
    return msgspec.json.encode(values).decode()
