"""Writing: documents, where they were seen, and what was read in them, into an archive.

In: documents, sightings, records. Out: rows. Every method belongs inside `Archive.transaction`.
What it does not know: files, feeds, and how a report is read; `intake` does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from chancery.record import Actor, Document, Reader, Record, Span
from chancery.store.archive import Archive
from chancery.store.decisions import carry
from chancery.store.findings import as_json, findings_of, place_row, plain_time
from chancery.store.hashing import Value
from chancery.store.rows import Rows

LIVE_TABLES = ("all_events", "all_statements", "all_figures", "all_roles")
"""Tables of findings with a column `live`."""
LINK_TABLES = ("event_countries", "dyads")
"""Tables that repeat `live` of the event on which they hang, for the sake of their indexes."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where a document was seen: its input's number, the part of it, and what stood there about it."""

    input: int
    locator: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_how: str | None = None
    modified: str | None = None
    modified_how: str | None = None


class Writer:
    """Writes into an archive, and remembers the numbers of actors and runs while nobody else writes."""

    def __init__(self, archive: Archive) -> None:
        """Prepare to write.

        Args:
            archive: opened for writing.
        """
        self.archive = archive
        self.rows = Rows(archive.connection)
        self._actors: dict[tuple[str, str, str, str], int] = {}
        self._seen_version = -1

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all or nothing; see `Archive.transaction`."""
        with self.archive.transaction() as connection:
            version: int = connection.execute("PRAGMA data_version").fetchone()[0]
            if version != self._seen_version:  # another process has written: its rows have numbers of their own
                self._seen_version = version
                self._clear()
            try:
                yield
            except BaseException:
                self._clear()
                raise

    def _clear(self) -> None:
        self.rows.forget_numbers()
        self._actors.clear()

    def run_of(self, reader: Reader, settings: str = "{}") -> int:
        """Return the number of the run of a reader, made where there is none.

        Args:
            reader: version and model.
            settings: JSON of how it reads.
        """
        key = (reader.version, reader.model, reader.sha256, settings)
        found = self.archive.connection.execute(
            "SELECT run FROM runs WHERE version = ? AND model = ? AND model_sha256 = ? AND settings = ?", key
        ).fetchone()
        if found:
            return int(found[0])
        columns = ("version", "model", "model_sha256", "settings")
        return self.rows.insert("runs", {**dict(zip(columns, key, strict=True)), "started": self.archive.now()})

    def add_document(
        self, document: Document, *, state: str, family: int | None = None, modified: str | None = None
    ) -> int:
        """Add a document that is not in the archive.

        Args:
            document: the report.
            state: `read`, `copy` or `foreign`.
            family: the number of the document that it is a copy of, None where it begins a family.
            modified: the day on which it was changed after publication.

        Returns:
            Its number.
        """
        number = self.rows.take_number("documents")
        row: dict[str, Value] = {
            "doc": number, "id": document.id, "state": state, "family": family or number,
            "language": document.language, "title": document.title, "publisher": document.publisher,
            "author": document.author, "url": document.url, "published": document.published,
            "published_from": document.published_from, "modified": modified, "dateline": document.dateline,
            "text": document.text, "added": self.archive.now(),
        }  # fmt: skip
        self.rows.insert("documents", row)
        return number

    def add_signature(self, doc: int, minhash: bytes, bands: Sequence[int]) -> None:
        """Keep a document's MinHash, so that copies of it are found."""
        self.rows.insert("signatures", {"doc": doc, "minhash": minhash})
        self.archive.connection.executemany(
            "INSERT INTO bands (band, doc) VALUES (?, ?)", [(band, doc) for band in sorted(set(bands))]
        )

    def add_sighting(self, doc: int, sighting: Sighting) -> bool:
        """Note where a document was seen, once.

        Returns:
            Whether it was not known.
        """
        known = self.archive.connection.execute(
            "SELECT 1 FROM sightings WHERE input = ? AND locator = ? AND doc = ?",
            (sighting.input, sighting.locator, doc),
        ).fetchone()
        if known:
            return False
        row: dict[str, Value] = {name: getattr(sighting, name) for name in Sighting.__slots__}
        self.rows.insert("sightings", {**row, "doc": doc, "seen": self.archive.now()})
        return True

    def add_reading(self, doc: int, record: Record, run: int, sentences: Sequence[Span] = ()) -> int:
        """Keep what was read in a document; an earlier reading of it is superseded.

        Args:
            doc: the document's number.
            record: what was read.
            run: who read it, from `run_of`.
            sentences: the spans of the text's sentences, by which words are shown.

        Returns:
            The reading's number.
        """
        before = self._supersede(doc, run)
        reading = self.rows.insert("readings", {"doc": doc, "run": run, "made": self.archive.now()})
        numbers = {actor.id: self._appearance(reading, actor) for actor in record.actors}
        for finding in findings_of(record, numbers, sentences):
            head = {"reading": reading, "doc": doc, "live": 1}
            number = self.rows.insert(finding.table, {**head, **finding.row})
            for table, part in finding.parts:
                self.rows.insert(table, {finding.number: number, "doc": doc, "live": 1, **part})
        for n, time in enumerate(record.times, start=1):
            self.rows.insert("times", {"reading": reading, "n": n, **plain_time(time, "span_")})
        for n, place in enumerate(record.places, start=1):
            self.rows.insert("places", {"reading": reading, "n": n, **place_row(place, "span_", "name", "country")})
        if before is not None:
            carry(self.rows, before, reading, self.archive.now())
        return reading

    def _appearance(self, reading: int, actor: Actor) -> int:
        """Note an actor of a reading, and return the archive's number of the like."""
        key = (actor.name, actor.kind, actor.country or "", " ".join(actor.sectors))
        number = self._actors.get(key) or self._actor(key)
        self._actors[key] = number
        mentions = as_json([[*mention.span, mention.form] for mention in actor.mentions])
        self.rows.insert("appearances", {"reading": reading, "local": actor.id, "actor": number, "mentions": mentions})
        return number

    def _actor(self, key: tuple[str, str, str, str]) -> int:
        found = self.archive.connection.execute(
            "SELECT actor FROM actors WHERE name = ? AND kind = ? AND country = ? AND sectors = ?", key
        ).fetchone()
        columns = ("name", "kind", "country", "sectors")
        return int(found[0]) if found else self.rows.insert("actors", dict(zip(columns, key, strict=True)))

    def _supersede(self, doc: int, run: int) -> int | None:
        """Close the reading that counted until now, and return it: its findings stay, but are no longer live."""
        found = self.archive.connection.execute(
            "SELECT reading FROM readings WHERE doc = ? AND until_run IS NULL", (doc,)
        ).fetchone()
        if found is None:
            return None
        reading = int(found[0])
        self.rows.change("readings", "reading = ?", [reading], {"until_run": run, "until": self.archive.now()})
        for table in LINK_TABLES:
            self.rows.change(table, "event IN (SELECT event FROM all_events WHERE reading = ?)", [reading], {"live": 0})
        for table in LIVE_TABLES:
            self.rows.change(table, "reading = ?", [reading], {"live": 0})
        return reading
