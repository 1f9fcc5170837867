"""Objects: JSON Lines, and JSON files that hold objects in a list, one after another or alone.

In: a file. Out: a `Sheet` whose rows are the objects and whose columns are their keys.
What it does not know: what lies deeper in the objects.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec

from chancery.errors import DamagedInput
from chancery.ingest.options import Limits
from chancery.ingest.sheets import Row, is_packed, open_bytes

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LOOKED_AT = 100
"""Objects whose keys are taken for the columns; those of one source have the same, some of them optional."""
BATCH = 64
"""Objects or rows that are held at a time."""
MEMORY = "1GiB"
"""What DuckDB may use for one table; row groups of 122,880 reports take 450 MB."""


class JsonLines:
    """A file with an object a line."""

    def __init__(self, path: str, limits: Limits) -> None:
        """Look at its beginning.

        Raises:
            DamagedInput: none of the first lines is an object.
        """
        self._path = path
        self._limits = limits
        self.columns: Sequence[str] = _keys(self.rows(()))

    def rows(self, columns: Sequence[str]) -> Iterator[tuple[int, Row]]:  # noqa: ARG002  # an object has all its keys
        """Yield the objects; empty lines do not count."""
        number = 0
        with open_bytes(self._path, self._limits) as stream:
            while line := stream.readline(self._limits.row):
                cut = len(line) == self._limits.row and not line.endswith(b"\n")
                while cut and (rest := stream.readline(self._limits.row)) and not rest.endswith(b"\n"):
                    pass
                if not line.strip():
                    continue
                number += 1
                yield number, self._too_long() if cut else _object(line.removeprefix(b"\xef\xbb\xbf"))

    def _too_long(self) -> DamagedInput:
        return DamagedInput(f"It has more than {self._limits.row:,} bytes, more than a report: leave it out.")


class JsonFile:
    """A file with a list of objects, or objects one after another."""

    def __init__(self, path: str, limits: Limits) -> None:
        """Look at its beginning.

        Raises:
            DamagedInput: it is no JSON, or none of the first values is an object.
        """
        self._path = path
        self._limits = limits
        _check_size(path, limits)
        self.columns: Sequence[str] = _keys(self.rows(()))

    def rows(self, columns: Sequence[str]) -> Iterator[tuple[int, Row]]:  # noqa: ARG002  # an object has all its keys
        """Yield the objects."""
        call = "read_json_objects(?, format = 'auto', maximum_object_size = ?)"
        values = query(f"SELECT json FROM {call}", [literal(self._path), self._limits.row])
        for number, (value,) in enumerate(values, start=1):
            yield number, _object(value.encode())


def query(sql: str, parameters: Sequence[object]) -> Iterator[tuple[Any, ...]]:
    """Ask DuckDB, which reads on while the rows are used.

    Raises:
        DamagedInput: it cannot read the file, or not from here on.
    """
    import duckdb

    try:
        with connect() as connection:
            result = connection.execute(sql, parameters)
            while rows := result.fetchmany(BATCH):
                yield from rows
    except duckdb.Error as error:
        said = str(error).partition("\n")[0][:300]
        raise DamagedInput(f"It cannot be read from here on ({said}): check the file.") from None


def connect() -> DuckDBPyConnection:
    """Open DuckDB without a file, on one thread, and without its way to the network."""
    import duckdb

    return duckdb.connect(
        ":memory:",
        config={
            "threads": 1,
            "memory_limit": MEMORY,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        },
    )


def literal(path: str) -> str:
    """Return a path so that DuckDB takes it for this file, not for a pattern."""
    return "".join(f"[{character}]" if character in "[*?" else character for character in path)


def _check_size(path: str, limits: Limits) -> None:
    """Go through a packed file once, as DuckDB does not know how much it may unpack to."""
    if is_packed(path):
        with open_bytes(path, limits) as stream:
            while stream.read(1 << 20):
                pass


def _keys(rows: Iterator[tuple[int, Row]]) -> list[str]:
    """Return the keys of the first objects, in their order."""
    keys: dict[str, None] = {}
    for _, row in islice(rows, LOOKED_AT):
        if isinstance(row, dict):
            keys.update(dict.fromkeys(row))
    if not keys:
        raise DamagedInput("It holds no JSON objects: one report an object, one object a line, or a list of them.")
    return list(keys)


def _object(line: bytes) -> Row:
    """Parse an object."""
    try:
        value = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return DamagedInput(f"It is no JSON ({str(error)[:100]}): check it.")
    return value if isinstance(value, dict) else DamagedInput("It is no JSON object: give one report an object.")
