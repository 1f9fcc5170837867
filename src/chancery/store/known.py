"""What is known: whether an input, a part of it, a document or one like it is in the archive.

In: paths, ids, bands of signatures. Out: numbers and rows.
What it does not know: how alike two texts are; `ingest.shingles` compares signatures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chancery.store.archive import Archive


@dataclass(frozen=True, slots=True)
class KnownInput:
    """An input that was added before: as it was then, and whether all of it was."""

    number: int
    size: int | None
    changed: int | None
    options: str
    finished: bool
    etag: str | None
    last_modified: str | None


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document of the archive, as far as another one is compared with it."""

    id: str
    published: str | None
    minhash: bytes


def input_at(archive: Archive, path: str) -> KnownInput | None:
    """Return the input at a path, None where it is new."""
    row = archive.connection.execute(
        "SELECT input, size, changed, options, finished, etag, last_modified FROM inputs WHERE path = ?", (path,)
    ).fetchone()
    return None if row is None else KnownInput(row[0], row[1], row[2], row[3], bool(row[4]), row[5], row[6])


def seen_parts(archive: Archive, number: int) -> set[str]:
    """Return the locators of an input's parts that were added or failed."""
    rows = archive.connection.execute(
        "SELECT locator FROM sightings WHERE input = ? UNION SELECT locator FROM failures WHERE input = ?",
        (number, number),
    )
    return {row[0] for row in rows}


def failed_parts(archive: Archive, number: int) -> set[str]:
    """Return the locators of an input's parts that failed."""
    rows = archive.connection.execute("SELECT locator FROM failures WHERE input = ?", (number,))
    return {row[0] for row in rows}


def document_of(archive: Archive, document: str) -> int | None:
    """Return the number of the document with an id, None where it is new."""
    row = archive.connection.execute("SELECT doc FROM documents WHERE id = ?", (document,)).fetchone()
    return None if row is None else int(row[0])


def is_forgotten(archive: Archive, document: str) -> bool:
    """Tell whether a document was purged and is not to come back."""
    return archive.connection.execute("SELECT 1 FROM forgotten WHERE id = ?", (document,)).fetchone() is not None


def alike(archive: Archive, bands: Sequence[int]) -> list[KnownDocument]:
    """Return the documents that share a band of a signature, the first ones first."""
    if not bands:
        return []
    places = ", ".join("?" * len(bands))
    rows = archive.connection.execute(
        "SELECT d.id, d.published, s.minhash FROM documents d JOIN signatures s ON s.doc = d.doc "
        f"WHERE d.doc IN (SELECT doc FROM bands WHERE band IN ({places})) ORDER BY d.doc",
        list(bands),
    )
    return [KnownDocument(*row) for row in rows]


def has_decisions(archive: Archive, document: str) -> bool:
    """Tell whether a person has decided anything about a document."""
    query = "SELECT 1 FROM decisions WHERE doc = (SELECT doc FROM documents WHERE id = ?)"
    return archive.connection.execute(query, (document,)).fetchone() is not None


def unread(archive: Archive, run: int) -> list[int]:
    """Return the documents whose reading that counts is not of a run."""
    rows = archive.connection.execute(
        "SELECT d.doc FROM documents d LEFT JOIN readings r ON r.doc = d.doc AND r.until_run IS NULL "
        "WHERE d.state = 'read' AND r.run IS NOT ? ORDER BY d.doc",
        (run,),
    )
    return [row[0] for row in rows]
