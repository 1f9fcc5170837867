"""Reading back: the record of a document, as it was when it was put in.

In: an archive and a document's number. Out: a `Record`, equal to the one that was written.
What it does not know: decisions that people took about it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from chancery.errors import ArchiveError
from chancery.record import (
    Actor,
    ActorMention,
    Document,
    Event,
    Figure,
    Mention,
    Place,
    Reader,
    Record,
    Role,
    Span,
    Statement,
    Time,
)  # fmt: skip
from chancery.store.archive import Archive

Row = dict[str, Any]


def number_of(archive: Archive, document: str) -> int:
    """Return the number of a document by its id.

    Raises:
        ArchiveError: there is none.
    """
    found = archive.connection.execute("SELECT doc FROM documents WHERE id = ?", (document,)).fetchone()
    if found is None:
        raise ArchiveError(f"There is no document {document}: `chancery documents --db {archive.path}` lists them.")
    return int(found[0])


def record_of(archive: Archive, doc: int, *, reading: int | None = None) -> Record:
    """Return the record of a document.

    Args:
        archive: an archive.
        doc: the document's number.
        reading: which reading of it; the live one by default.

    Raises:
        ArchiveError: the document was not read (a copy, or in another language).
    """
    return _Reading(archive, doc, reading).record()


class _Reading:
    """One reading of a document, while its record is put together."""

    def __init__(self, archive: Archive, doc: int, reading: int | None) -> None:
        self.archive = archive
        self.document = self._one("SELECT * FROM documents WHERE doc = ?", doc)
        self.text: str = self.document["text"]
        which = "until_run IS NULL" if reading is None else f"reading = {int(reading)}"
        found = list(self.archive.rows(f"SELECT * FROM readings WHERE doc = ? AND {which}", doc))
        if not found:
            raise ArchiveError(f"Document {self.document['id']} was not read: it is a {self.document['state']}.")
        self.run: int = found[0]["run"]
        self.number: int = found[0]["reading"]

    def record(self) -> Record:
        run = self._one("SELECT * FROM runs WHERE run = ?", self.run)
        columns = ("id", "url", "title", "publisher", "author", "language", "published", "published_from", "dateline")
        return Record(
            reader=Reader(run["version"], run["model"], run["model_sha256"]),
            document=Document(**{name: self.document[name] for name in columns}, text=self.text),
            actors=self._in_order("appearances", self._actor),
            events=self._in_order("all_events", self._event),
            statements=self._in_order("all_statements", self._statement),
            figures=self._in_order("all_figures", self._figure),
            times=tuple(self._time(row, "span_") for row in self._of("times", "n")),
            places=tuple(self._place(row, "span_", "name", "country") for row in self._of("places", "n")),
            roles=tuple(self._role(row) for row in self._of("all_roles", "n")),
        )

    def _one(self, query: str, *values: str | int) -> Row:
        return next(self.archive.rows(query, *values))

    def _of(self, table: str, order: str) -> Iterator[Row]:
        return self.archive.rows(f"SELECT * FROM {table} WHERE reading = ? ORDER BY {order}", self.number)

    def _in_order(self, table: str, make: Any) -> Any:
        """Make the findings of a table in the order of their ids: a2 before a10."""
        rows = sorted(self._of(table, "local"), key=lambda row: int(row["local"][1:]))
        return tuple(make(row) for row in rows)

    def _words(self, span: Span) -> str:
        return self.text[span[0] : span[1]]

    def _actor(self, row: Row) -> Actor:
        like = self._one("SELECT * FROM actors WHERE actor = ?", row["actor"])
        mentions = tuple(
            ActorMention((start, end), self._words((start, end)), form)
            for start, end, form in json.loads(row["mentions"])
        )
        sectors = tuple(like["sectors"].split())
        return Actor(row["local"], like["name"], like["kind"], like["country"] or None, sectors, mentions)

    def _time(self, row: Row, prefix: str = "time_") -> Time:
        span = (row[f"{prefix}start"], row[f"{prefix}end"])
        return Time(span, self._words(span), row["edtf"], row["earliest"], row["latest"])

    def _time_or_none(self, row: Row) -> Time | None:
        return None if row["time_start"] is None else self._time(row)

    def _place(self, row: Row, prefix: str, name: str, country: str) -> Place:
        span = (row[f"{prefix}start"], row[f"{prefix}end"])
        return Place(
            span, self._words(span), row[name], row[country], row["latitude"], row["longitude"], row["precision"],
            row["geonames"], row["place_use"],
        )  # fmt: skip

    def _event(self, row: Row) -> Event:
        number = row["event"]
        spans = self.archive.connection.execute(
            "SELECT span_start, span_end FROM event_mentions WHERE event = ? ORDER BY n", (number,)
        ).fetchall()
        place = None if row["place_start"] is None else self._place(row, "place_", "place", "place_country")
        return Event(
            row["local"], row["type"], row["mode"], row["status"],
            tuple(Mention(tuple(span), self._words(span)) for span in spans),
            self._participants(number, "actor"), self._participants(number, "recipient"), self._time_or_none(row),
            place, tuple(row["contexts"].split()), row["said_by"], self._participants(number, "denier"),
            row["confidence"], tuple(json.loads(row["why"])),
        )  # fmt: skip

    def _participants(self, event: int, role: str) -> tuple[str, ...]:
        rows = self.archive.rows("SELECT local FROM participants WHERE event = ? AND role = ? ORDER BY n", event, role)
        return tuple(row["local"] for row in rows)

    def _statement(self, row: Row) -> Statement:
        source, cue = ((row[f"{name}_start"], row[f"{name}_end"]) for name in ("source", "cue"))
        return Statement(
            row["local"], row["source_local"], None if source[0] is None else source, None if cue[0] is None else cue,
            row["cue"], tuple((start, end) for start, end in json.loads(row["contents"])), row["form"], row["act"],
            row["via_local"], row["addressee_local"], self._time_or_none(row), row["within"], row["confidence"],
            tuple(json.loads(row["why"])),
        )  # fmt: skip

    def _figure(self, row: Row) -> Figure:
        span = (row["span_start"], row["span_end"])
        about = self.archive.rows("SELECT local FROM figure_actors WHERE figure = ? ORDER BY n", row["figure"])
        return Figure(
            row["local"], span, self._words(span), row["value"], row["upper"], row["compare"], row["unit"],
            row["what"], row["change"], self._time_or_none(row), row["status"], row["said_by"],
            tuple(one["local"] for one in about),
        )  # fmt: skip

    def _role(self, row: Row) -> Role:
        span = (row["span_start"], row["span_end"])
        return Role(
            row["person_local"], row["title"], row["organization"], row["country"], span, self._words(span),
            self._time_or_none(row),
        )  # fmt: skip
