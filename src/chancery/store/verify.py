"""Verify: whether an archive is as it was written, row by row.

In: an archive. Out: what is damaged, by table and row.
What it does not know: how to mend it; a damaged document can be forgotten and added again.

SQLite's own check finds broken pages and indexes, but few flipped bits inside a row (35 of 200, measured); the rows'
hashes find the others. The search index is compared with the texts, the bands with the signatures, and the schema
with the one that the migrations make.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from chancery.errors import DamagedArchive
from chancery.store import migrations
from chancery.store.archive import APPLICATION, Archive
from chancery.store.hashing import digest
from chancery.store.rows import Table, hashed

Bands = Callable[[bytes], Sequence[int]]
"""From a signature to its bands (`ingest.shingles.bands`)."""
MOST = 1000  # complaints after which no more are looked for


@dataclass(frozen=True, slots=True)
class Damage:
    """Something that is not as it was written: a table, its row where one is known, and what is wrong."""

    table: str
    row: str
    what: str


def verify(archive: Archive, bands: Bands | None = None) -> list[Damage]:
    """Check an archive.

    Args:
        archive: opened for writing, as the search index checks itself only there; nothing is changed.
        bands: how a signature is cut into bands; None leaves the bands unchecked.

    Returns:
        The damage, none where all is well, at most `MOST`.
    """
    found: list[Damage] = []
    for check in (_schema, _pages, _foreign_keys, _rows, _words):
        found += _guarded(check, archive)
    if bands is not None:
        found += _guarded(lambda a: _bands(a, bands), archive)
    return found[:MOST]


def _guarded(check: Callable[[Archive], Iterator[Damage]], archive: Archive) -> Iterator[Damage]:
    """Run a check; where SQLite cannot go on, that is damage too."""
    count = 0
    try:
        for damage in check(archive):
            yield damage
            count += 1
            if count == MOST:
                return
    except (sqlite3.DatabaseError, DamagedArchive, UnicodeDecodeError, OverflowError) as error:
        yield Damage("archive", "", f"cannot be read on: {error}")


def _schema(archive: Archive) -> Iterator[Damage]:
    """Compare the schema with the one that the migrations make."""
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    migrations.migrate(fresh, APPLICATION)
    query = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'"
    there, here = (set(connection.execute(query)) for connection in (fresh, archive.connection))
    query = "SELECT * FROM words_config"
    expected, found = (connection.execute(query).fetchall() for connection in (fresh, archive.connection))
    fresh.close()
    if expected != found:
        yield Damage("words_config", "", "the settings of the search index are not as this version makes them")
    if archive.connection.execute("SELECT 1 FROM forgetting").fetchone():
        yield Damage("forgetting", "", "the table is empty but while a document is purged")
    for kind, name, _, _ in sorted(there ^ here, key=str):
        yield Damage("sqlite_master", str(name), f"the {kind} is not as this version makes it")


def _pages(archive: Archive) -> Iterator[Damage]:
    """Ask SQLite about pages, and about indexes against their tables."""
    for (message,) in archive.connection.execute(f"PRAGMA integrity_check({MOST})"):
        if message != "ok":
            yield Damage("archive", "", str(message))


def _foreign_keys(archive: Archive) -> Iterator[Damage]:
    for table, row, parent, _ in archive.connection.execute("PRAGMA foreign_key_check"):
        yield Damage(str(table), str(row), f"points at a row of {parent} that is not there")


def _rows(archive: Archive) -> Iterator[Damage]:
    """Compute every row's hash again."""
    for table in hashed(archive.connection):
        yield from _hashes(archive, table)


def _hashes(archive: Archive, table: Table) -> Iterator[Damage]:
    cursor = archive.connection.execute(table.selection)
    for row in cursor:
        if digest(row[:-1]) != row[-1]:
            key = ", ".join(str(row[table.columns.index(name)]) for name in table.key)
            yield Damage(table.name, key, "the row is not what it was when it was written")


def _words(archive: Archive) -> Iterator[Damage]:
    """Have the search index compare itself with the texts; it complains by an error."""
    try:
        archive.connection.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        yield Damage("words", "", f"the search index does not fit the texts ({error})")


def _bands(archive: Archive, bands: Bands) -> Iterator[Damage]:
    """Cut every signature again, and compare."""
    stored: dict[int, set[int]] = {}
    for band, doc in archive.connection.execute("SELECT band, doc FROM bands"):
        stored.setdefault(doc, set()).add(band)
    for doc, minhash in archive.connection.execute("SELECT doc, minhash FROM signatures"):
        if stored.pop(doc, set()) != set(bands(minhash)):
            yield Damage("bands", str(doc), "the bands are not those of the signature")
    for doc in sorted(stored):
        yield Damage("bands", str(doc), "there are bands without a signature")
