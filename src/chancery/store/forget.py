"""Forget: a document and all that depends on it, purged from an archive, its bytes overwritten.

In: ids of documents. Out: an archive in which nothing of them is left but their ids, so that they do not come back.
What it does not know: copies of the file, backups, exports.
"""

from __future__ import annotations

from collections.abc import Sequence

from chancery.store.archive import Archive
from chancery.store.reading import number_of
from chancery.store.rows import Rows
from chancery.store.writing import LIVE_TABLES

JUDGING_TABLES = ("samples", "standing", "decisions")
"""Tables of what people decided, each before those that it points at."""


def forget(archive: Archive, documents: Sequence[str], reason: str = "") -> int:
    """Purge documents.

    Args:
        archive: opened for writing.
        documents: their ids.
        reason: why, kept beside the ids.

    Returns:
        How many documents were purged. Copies of them stay; the first of them is to be read in their place
        (`chancery reread`).

    Raises:
        ArchiveError: there is no such document; none is purged.
        ArchiveBusy: the archive cannot be written.
    """
    numbers = [number_of(archive, document) for document in dict.fromkeys(documents)]
    with archive.transaction():
        for number in numbers:
            _purge(archive, number, reason)
        archive.connection.execute("INSERT INTO words (words) VALUES ('rebuild')")  # deleted words linger in its pages
    archive.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # and in the log
    return len(numbers)


def give_way(archive: Archive, old: int, new: int) -> None:
    """Put a document in the place of another with the same text; use it inside a transaction.

    The sightings of the old one become the new one's, its copies copies of the new one; the old one is gone. It comes
    back by itself where it is added again as it was.

    Args:
        archive: opened for writing.
        old: the number of the document that gives way.
        new: the number of the one that takes its place.
    """
    rows = Rows(archive.connection)
    unseen = (
        "NOT EXISTS (SELECT 1 FROM sightings s "
        "WHERE (s.doc, s.input, s.locator) = (?, sightings.input, sightings.locator))"
    )
    rows.change("sightings", f"doc = ? AND {unseen}", [old, new], {"doc": new})
    rows.change("documents", "family = ? AND doc <> ?", [old, old], {"family": new})
    _delete(archive, old)


def _purge(archive: Archive, doc: int, reason: str) -> None:
    """Delete a document, and note that it is not to come back."""
    rows = Rows(archive.connection)
    run = archive.connection.execute
    (document,) = run("SELECT id FROM documents WHERE doc = ?", (doc,)).fetchone()
    _appoint(archive, rows, doc)
    _delete(archive, doc)
    if run("SELECT 1 FROM forgotten WHERE id = ?", (document,)).fetchone() is None:
        rows.insert("forgotten", {"id": document, "forgotten": archive.now(), "reason": reason})


def _delete(archive: Archive, doc: int) -> None:
    """Delete a document, what was read in it, and the actors that were in no other."""
    run = archive.connection.execute
    appeared = "SELECT DISTINCT actor FROM appearances WHERE reading IN (SELECT reading FROM readings WHERE doc = ?)"
    actors = [row[0] for row in run(appeared, (doc,))]
    run("INSERT INTO forgetting (doc) VALUES (?)", (doc,))
    for table in (*JUDGING_TABLES, *LIVE_TABLES, "readings", "bands", "signatures", "sightings", "documents"):
        run(f"DELETE FROM {table} WHERE doc = ?", (doc,))
    run("DELETE FROM forgetting")
    for actor in actors:
        if run("SELECT 1 FROM appearances WHERE actor = ? LIMIT 1", (actor,)).fetchone() is None:
            run("DELETE FROM actors WHERE actor = ?", (actor,))


def _appoint(archive: Archive, rows: Rows, doc: int) -> None:
    """Make the first copy of a document the one that is read in its place."""
    heir = archive.connection.execute(
        "SELECT min(doc) FROM documents WHERE family = ? AND doc <> ?", (doc, doc)
    ).fetchone()[0]
    if heir is not None:
        rows.change("documents", "doc = ?", [heir], {"state": "read"})
        rows.change("documents", "family = ? AND doc <> ?", [doc, doc], {"family": heir})
