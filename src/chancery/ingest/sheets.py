"""Sheets: the rows of a table, one after another, whatever it is written in.

In: a file. Out: a `Sheet`, which can be gone through more than once, in bounded memory.
What it does not know: what the columns mean.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from chancery.errors import DamagedInput, InputError, ReportError, TooLarge
from chancery.ingest.members import MAGIC, PIECE
from chancery.ingest.options import Limits

Row = dict[str, Any] | InputError | ReportError
"""Values by their columns, or why the row cannot be read."""


class Sheet(Protocol):
    """A table.

    Attributes:
        columns: their names.
    """

    columns: Sequence[str]

    def rows(self, columns: Sequence[str]) -> Iterator[tuple[int, Row]]:
        """Yield the rows from the first on, each with its number from 1, with the values of these columns at least.

        Raises:
            InputError: what comes after the last one cannot be read.
        """
        ...


def is_packed(path: str) -> bool:
    """Tell whether a file is packed, from its first bytes."""
    with Path(path).open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def open_bytes(path: str, limits: Limits) -> io.BufferedReader:
    """Open a file, packed or not, to be read from its beginning."""
    file = Path(path).open("rb")  # noqa: SIM115  # whoever reads it closes it
    if not is_packed(path):
        return file
    size = Path(path).stat().st_size
    return io.BufferedReader(_Unpacked(file, limits.whole(size), limits.ratio), PIECE)


class _Unpacked(io.RawIOBase):
    """What a packed file unpacks to, up to a limit."""

    def __init__(self, file: BinaryIO, limit: int, ratio: int) -> None:
        self._file = file
        self._gzip = gzip.GzipFile(fileobj=file)
        self._left = limit
        self._ratio = ratio

    def readable(self) -> bool:
        return True

    def close(self) -> None:
        self._file.close()
        super().close()

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Unpack the next bytes.

        Raises:
            TooLarge: there are more than any table packs that well.
            DamagedInput: it is broken or cut.
        """
        try:
            data = self._gzip.read(len(buffer))
        except (OSError, EOFError, zlib.error) as error:
            raise DamagedInput(f"It is packed and broken ({error}): fetch or pack it again.") from None
        self._left -= len(data)
        if self._left < 0:
            raise TooLarge(f"It unpacks to more than {self._ratio} times its size, as only bombs do: unpack it first.")
        buffer[: len(data)] = data
        return len(data)
