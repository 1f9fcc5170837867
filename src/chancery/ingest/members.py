"""Members: a packed file read piece by piece, each within bounds, and found again behind a broken or hostile one.

In: a file of gzip members. Out: streams of what each member unpacks to.
What it does not know: what is in them, beyond the first bytes by which a member is told from chance.
"""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO

from chancery.errors import DamagedInput, TooLarge

MAGIC = b"\x1f\x8b\x08"
"""How a gzip member begins (RFC 1952, section 2.3.1), with deflate as its method."""
PIECE = 1 << 16
"""Packed bytes read at a time."""


class Member(io.RawIOBase):
    """What one gzip member unpacks to.

    Attributes:
        start: where it begins in the file.
        end: where the next one begins, once this has been read to its end.
        left: bytes that may still be unpacked; whoever reads sets it for each record, and may raise it and go on.
        count: bytes unpacked so far.
    """

    def __init__(self, file: BinaryIO, start: int, left: int) -> None:
        """Open the member that begins at a place of a file."""
        self.start = start
        self.end: int | None = None
        self.left = left
        self.count = 0
        self._file = file
        self._at = start
        self._packed = b""
        self._inflate = zlib.decompressobj(31)

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Unpack the next bytes.

        Raises:
            TooLarge: `left` is used up.
            DamagedInput: it is broken, or the file ends in it.
        """
        if self.left <= 0 and self.end is None:
            raise TooLarge("It unpacks to far more than a page has, as only bombs and films do: leave it out.")
        while self.end is None:
            if not self._packed:
                self._file.seek(self._at)
                self._packed = self._file.read(PIECE)
                self._at += len(self._packed)
                if not self._packed:
                    raise DamagedInput("The file ends inside it: fetch it again.")
            data = self._next(len(buffer))
            if data:
                buffer[: len(data)] = data
                self.left -= len(data)
                self.count += len(data)
                return len(data)
        return 0

    def _next(self, size: int) -> bytes:
        """Unpack at most so many bytes."""
        try:
            data = self._inflate.decompress(self._packed, size)
        except zlib.error as error:
            raise DamagedInput(f"It is packed and broken ({error}): fetch it again.") from None
        self._packed = self._inflate.unconsumed_tail
        if self._inflate.eof:
            self.end = self._at - len(self._inflate.unused_data)
        return data


def next_member(file: BinaryIO, start: int, beginning: bytes) -> int | None:
    """Find the next member of a file.

    Args:
        file: a packed file.
        start: where to begin to look.
        beginning: how what a member unpacks to begins; what is packed can look like the beginning of a member.

    Returns:
        Where it begins, None where there is no other.
    """
    at, window = start, b""
    while True:
        file.seek(at + len(window))
        piece = file.read(PIECE)
        window += piece
        found = window.find(MAGIC)
        while found >= 0:
            if _begins(file, at + found, beginning):
                return at + found
            found = window.find(MAGIC, found + 1)
        if not piece:
            return None
        at += max(len(window) - len(MAGIC) + 1, 0)
        window = window[-(len(MAGIC) - 1) :]


def _begins(file: BinaryIO, at: int, beginning: bytes) -> bool:
    """Tell whether a member begins here."""
    file.seek(at)
    try:
        return zlib.decompressobj(31).decompress(file.read(1024), len(beginning)) == beginning
    except zlib.error:
        return False
