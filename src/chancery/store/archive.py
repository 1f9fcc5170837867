"""The archive: one SQLite file, opened for reading beside a writer, or for writing.

In: a path. Out: an `Archive` with a connection whose schema is this version's.
What it does not know: reports; `writing` puts them in, `ask` takes them out.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

from chancery.errors import ArchiveBusy, ArchiveError, DamagedArchive, NewerArchive, NoArchive, NotAnArchive
from chancery.store import migrations

APPLICATION = 0x43484E43
"""SQLite's application id of an archive: "CHNC"."""
PATIENCE = 60_000
"""Milliseconds that a connection waits for another writer; a batch of reports takes some hundred."""
_HEADER = b"SQLite format 3\x00"
_VERSION_AT, _APPLICATION_AT, _HEADER_SIZE = 60, 68, 100  # SQLite file format, section 1.3

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the time in UTC."""
    return datetime.now(UTC)


class Archive:
    """An open archive.

    Attributes:
        path: the file.
        connection: in autocommit mode, with foreign keys on; rows are tuples.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, clock: Clock = utc_now) -> None:
        """Keep a connection; `open_archive` makes one."""
        self.path = path
        self.connection = connection
        self._clock = clock

    def now(self) -> str:
        """Return the time in UTC, to the second, as the archive writes it."""
        return self._clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write all or nothing.

        Raises:
            ArchiveBusy: another process holds the archive for longer than `PATIENCE`, or the disk is full; what was
                committed before stays.
        """
        with _in_words(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def rows(self, sql: str, *values: str | int | float | None) -> Iterator[dict[str, Any]]:
        """Ask, and yield the rows by the names of their columns."""
        cursor = self.connection.execute(sql, values)
        names = [column[0] for column in cursor.description]
        return (dict(zip(names, row, strict=True)) for row in cursor)

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_archive(path: Path | str, *, write: bool = False, create: bool = False, clock: Clock = utc_now) -> Archive:
    """Open an archive.

    Args:
        path: the file.
        write: open it for writing; an archive of an earlier version is brought to this one's schema.
        create: make it where there is none; needs `write`.
        clock: what tells the time for what is written.

    Returns:
        The archive; reading goes on while another process writes.

    Raises:
        NoArchive: there is none and `create` is not given.
        NotAnArchive: a file of another kind.
        NewerArchive: it was written by a later version; nothing is touched.
        DamagedArchive: SQLite cannot make sense of it.
        ArchiveError: an archive of an earlier version opened for reading only, or no permission.
    """
    path = Path(path)
    version = _version_of(path)
    if version is None and not (write and create):
        raise NoArchive(f"There is no archive at {path}: make one with `chancery add FILES --db {path}`.")
    with _in_words(path):
        connection = _connect(path, write)
        try:
            _prepare(connection, path, write)
        except BaseException:
            connection.close()
            raise
    return Archive(path, connection, clock)


def _version_of(path: Path) -> int | None:
    """Return the schema version in a file's header, None where there is no file or an empty one."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_SIZE)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ArchiveError(f"{path} cannot be read ({error.strerror}): give the path of an archive.") from None
    if not header:
        return None
    version = int.from_bytes(header[_VERSION_AT : _VERSION_AT + 4], "big")
    application = int.from_bytes(header[_APPLICATION_AT : _APPLICATION_AT + 4], "big")
    if not header.startswith(_HEADER) or application not in (0, APPLICATION):
        raise NotAnArchive(f"{path} is not an archive of Chancery: choose another name for --db.")
    _check_version(version, path)
    return version


def _check_version(version: int, path: Path) -> None:
    if version > migrations.LATEST:
        raise NewerArchive(
            f"{path} has schema {version}, this program knows {migrations.LATEST}: update it "
            "(pip install --upgrade chancery). The archive was not touched."
        )


def _connect(path: Path, write: bool) -> sqlite3.Connection:
    """Connect in autocommit mode."""
    mode = "rwc" if write else "ro"
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    connection = sqlite3.connect(  # DuckDB reads a stream of rows from threads of its own, one at a time
        address, uri=True, isolation_level=None, timeout=PATIENCE / 1000, check_same_thread=False
    )
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, write: bool) -> None:
    """Bring the schema up to date, or check that it is."""
    if not write:
        connection.execute("PRAGMA query_only = ON")
        _check(connection, path)
        return
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")  # one flush a batch; a power cut loses nothing committed
    connection.execute("PRAGMA secure_delete = ON")  # what is forgotten is overwritten
    _check_version(_pragma(connection, "user_version"), path)
    if _pragma(connection, "application_id") == 0 and connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        raise NotAnArchive(f"{path} is an SQLite file of another program: choose another name for --db.")
    migrations.migrate(connection, APPLICATION)


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse to read what has another schema."""
    version = _pragma(connection, "user_version")
    _check_version(version, path)
    if _pragma(connection, "application_id") != APPLICATION:
        raise NotAnArchive(f"{path} is an SQLite file of another program: give the path of an archive.")
    if version < migrations.LATEST:
        raise ArchiveError(
            f"{path} has the earlier schema {version}: run `chancery add --db {path}` once to bring it to "
            f"{migrations.LATEST}."
        )


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    value: int = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return value


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    """Say in words what SQLite says in codes."""
    try:
        yield
    except sqlite3.OperationalError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise ArchiveBusy(
                f"Another process has been writing to {path} for {PATIENCE // 1000} seconds: try again when it is done."
            ) from error
        if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
            raise ArchiveBusy(
                f"{path} cannot be written ({error}): make space on the disk and run the command again; "
                "what was committed is safe."
            ) from error
        if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
            raise ArchiveError(f"{path} cannot be opened ({error}): check the folder and its permissions.") from error
        raise
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise damaged(path, error) from error
        raise


def damaged(path: Path, error: sqlite3.DatabaseError) -> DamagedArchive:
    """Return what is said of an archive that SQLite cannot make sense of."""
    return DamagedArchive(f"{path} is damaged ({error}): run `chancery verify --db {path}`, and go back to a copy.")
