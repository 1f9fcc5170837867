"""Stories: what stands beside an event in its document, looked up once a document and only when asked for.

In: an archive and events in the order of their documents. Out: for each a `Story`: text, mentions, offices, statements,
sightings. What it does not know: formats.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from urllib.parse import urlsplit

from chancery.show.export.rows import EventRow, Party
from chancery.store.archive import Archive

Span = tuple[int, int]


class Sighting(NamedTuple):
    """A place where a document or a copy of it was seen; `source` is who published it there, or the host."""

    source: str
    url: str | None
    published: str | None
    seen: str


class Saying(NamedTuple):
    """A statement of the document: who says it, how, and its spans."""

    source: str | None
    act: str
    cue: str | None
    cue_span: Span | None
    contents: list[Span]


@dataclass
class Story:
    """One reading of a document; `Stories` makes them."""

    archive: Archive
    row: EventRow

    @cached_property
    def text(self) -> str:
        """The document's text."""
        query = "SELECT text FROM documents WHERE doc = ?"
        found: str = self.archive.connection.execute(query, (self.row.doc,)).fetchone()[0]
        return found

    def words(self, row: EventRow) -> list[str]:
        """Return the words that tell of an event, in reading order."""
        return [self.text[spot.start : spot.end] for spot in row.spots]

    @cached_property
    def mentions(self) -> dict[str, list[Span]]:
        """Where each actor is mentioned, by its id in the record."""
        query = "SELECT local, mentions FROM appearances WHERE reading = ?"
        found = self.archive.connection.execute(query, (self.row.reading,))
        return {local: [(start, end) for start, end, _ in json.loads(spans)] for local, spans in found}

    def nearest(self, party: Party, row: EventRow) -> Span | None:
        """Return where a party is mentioned, nearest to the first words of an event."""
        at = row.spots[0].start if row.spots else 0
        return min(self.mentions.get(party.local, ()), key=lambda span: abs(span[0] - at), default=None)

    @cached_property
    def offices(self) -> dict[str, str]:
        """The first office of each person, by its id in the record."""
        query = "SELECT person_local, title FROM all_roles WHERE reading = ? ORDER BY n DESC"
        return dict(self.archive.connection.execute(query, (self.row.reading,)).fetchall())

    @cached_property
    def sayings(self) -> dict[str, Saying]:
        """The statements, by their ids in the record."""
        query = (
            "SELECT s.local, a.name, s.act, s.cue, s.cue_start, s.cue_end, s.contents FROM all_statements s "
            "LEFT JOIN actors a ON a.actor = s.source WHERE s.reading = ?"
        )
        rows = self.archive.connection.execute(query, (self.row.reading,))
        return {
            local: Saying(
                name, act, cue, None if start is None else (start, end), [tuple(c) for c in json.loads(contents)]
            )
            for local, name, act, cue, start, end, contents in rows
        }

    @cached_property
    def names(self) -> dict[str, list[str]]:
        """The names of all actors of the reading, each once, by kind."""
        query = (
            "SELECT DISTINCT a.kind, a.name FROM appearances p JOIN actors a USING (actor) WHERE p.reading = ? "
            "ORDER BY length(p.local), p.local"
        )
        named: dict[str, list[str]] = {}
        for kind, name in self.archive.connection.execute(query, (self.row.reading,)):
            named.setdefault(kind, []).append(name)
        return named

    @cached_property
    def places(self) -> list[str]:
        """The names of all places of the reading, each once."""
        query = "SELECT name FROM places WHERE reading = ? ORDER BY n"
        return list(dict.fromkeys(name for (name,) in self.archive.connection.execute(query, (self.row.reading,))))

    @cached_property
    def reader(self) -> tuple[str, str, str]:
        """Version and model that read it, and when."""
        query = "SELECT r.version, r.model, g.made FROM readings g JOIN runs r USING (run) WHERE g.reading = ?"
        found: tuple[str, str, str] = self.archive.connection.execute(query, (self.row.reading,)).fetchone()
        return found

    @cached_property
    def sightings(self) -> list[Sighting]:
        """Where the document and its copies were seen; the document alone where nothing was noted."""
        query = (
            "SELECT s.publisher, s.url, d.publisher, d.url, coalesce(s.published, d.published), s.seen "
            "FROM documents d JOIN sightings s USING (doc) WHERE d.family = ? ORDER BY s.sighting"
        )
        found = self.archive.connection.execute(query, (self.row.family,)).fetchall()
        alone = (None, None, self.row.publisher, self.row.url, self.row.published, self.row.added)
        return [
            Sighting(source_of(by, at) or source_of(publisher, url), at or url, published, seen)
            for by, at, publisher, url, published, seen in found or [alone]
        ]


class Stories:
    """Hands out the story of each event; the one of the last document is kept."""

    def __init__(self, archive: Archive) -> None:
        """Keep an archive."""
        self._archive = archive
        self._last: Story | None = None

    def of(self, row: EventRow) -> Story:
        """Return the story of an event."""
        if self._last is None or self._last.row.reading != row.reading:
            self._last = Story(self._archive, row)
        return self._last


def source_of(publisher: str | None, url: str | None) -> str:
    """Return who published: the name, or the host of an address, or nothing."""
    return publisher or host_of(url) or ""


def host_of(url: str | None) -> str:
    """Return the host of an address, without "www.".

    Example:
        >>> host_of("https://www.example.org/news?id=1")
        'example.org'
    """
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:  # "https://[" is no address
        return ""
    return host.removeprefix("www.")
