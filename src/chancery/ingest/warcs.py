"""WARCs: the pages of a crawl (ISO 28500), packed record by record, in one piece, or not at all.

In: a `.warc` or `.warc.gz` file. Out: an entry for each page that came with status 200; what is broken is refused.
What it does not know: HTML. The day of the crawl is noted as `seen`, and never taken for the day of publication.

Each record is read within bounds of its own. Behind one that is broken, cut or a bomb the next is looked for in the
file: packed records begin with gzip's mark, others with "WARC/" behind an empty line.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from chancery.errors import DamagedInput, InputError, TooLarge
from chancery.ingest.entries import Entry, EntryKind, Known, Refusal
from chancery.ingest.http_messages import LONGEST_HEAD, Response, parse_headers, parse_response, unpacked
from chancery.ingest.members import MAGIC, PIECE, Member, next_member
from chancery.ingest.options import Options

BEGINNING = b"WARC/"
TYPES: dict[str, EntryKind] = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
"""Media types that reports come in."""
LONGEST_LINE = 1 << 14
"""Bytes of a header of a record; URLs end before."""
MOST_LINES = 200
"""Headers of a record; there are some fifteen."""
_NO_REPORT = re.compile(r"/(?:robots|ads|app-ads|humans|security|llms)\.txt$", re.IGNORECASE)
"""Texts at fixed places of a site, which crawlers take first."""
_BREAK = re.compile(rb"\n\r?\n(?=WARC/)")


def read_warc(path: str, options: Options) -> Iterator[Entry | Refusal]:
    """Read the pages of a crawl.

    Args:
        path: the file; whether it is packed is told from its first bytes.
        options: the limits.

    Yields:
        Entries in the order of the file, and a refusal for each record that cannot be read.
    """
    with Path(path).open("rb") as file:
        crawl = _Crawl(path, file, options)
        packed = file.read(len(MAGIC)) == MAGIC
        yield from crawl.packed() if packed else crawl.plain()


class _Leap(Exception):
    """The rest of a record is stepped over; it goes on at a place of the file."""

    def __init__(self, to: int) -> None:
        super().__init__(to)
        self.to = to


@dataclass(slots=True)
class _Source:
    """Records one after another: a whole file, or one gzip member of it."""

    stream: io.BufferedReader
    member: Member | None
    start: int = 0
    record: int = 0

    @property
    def locator(self) -> str:
        """Where the record is that is being read."""
        return f"offset {self.start}" + (f", record {self.record}" if self.member and self.record > 1 else "")


class _Crawl:
    """A WARC that is being read."""

    def __init__(self, path: str, file: io.BufferedReader, options: Options) -> None:
        self._path = path
        self._file = file
        self._limits = options.limits
        size = file.seek(0, io.SEEK_END)
        file.seek(0)
        self._left = self._limits.whole(size)
        self._last = ""

    def plain(self) -> Iterator[Entry | Refusal]:
        """Read a file that is not packed."""
        at: int | None = 0
        while at is not None:
            self._file.seek(at)
            source = _Source(self._file, None, at)
            try:
                yield from self._records(source)
                return
            except InputError as error:
                yield from self._refused(source.locator, error)
                at = self._next_plain(source.start + 1)

    def packed(self) -> Iterator[Entry | Refusal]:
        """Read a file of gzip members."""
        at: int | None = 0
        while at is not None:
            member = Member(self._file, at, 0)
            source = _Source(io.BufferedReader(member, PIECE), member, at)
            after: int | None = None
            try:
                yield from self._records(source)
                after = member.end
            except _Leap as leap:
                after = leap.to
            except InputError as error:
                yield from self._refused(source.locator, error)
            self._left -= member.count
            if self._left <= 0:
                yield Refusal(self._path, f"from offset {at} on", self._exhausted())
                return
            at = next_member(self._file, at + 1 if after is None else after, BEGINNING)
            if after is not None and after != at:
                yield from self._between(after, at)

    def _between(self, start: int, end: int | None) -> Iterator[Refusal]:
        """Refuse what lies between two members, unless it is padding."""
        self._file.seek(start)
        if self._file.read(PIECE if end is None else min(end - start, PIECE)).strip(b"\0"):
            yield from self._refused(f"offset {start}", DamagedInput("No packed record begins there: fetch it again."))

    def _refused(self, locator: str, error: InputError) -> Iterator[Refusal]:
        """Refuse a record once; a bomb can be too large and cut."""
        if locator != self._last:
            self._last = locator
            yield Refusal(self._path, locator, error)

    def _records(self, source: _Source) -> Iterator[Entry | Refusal]:
        """Read records to the end of a source.

        Raises:
            InputError: one is broken or unpacks to too much; where the next one is must be looked for.
            _Leap: the rest of one is stepped over.
        """
        while True:
            if source.member is not None:
                source.member.left = min(self._limits.skipped, self._left - source.member.count)
            line = _first_line(source.stream)
            if not line:
                return
            source.record += 1
            if source.member is None:
                source.start = self._file.tell() - len(line)
            yield from self._record(source, _headers(source.stream, line))

    def _record(self, source: _Source, headers: dict[str, str]) -> Iterator[Entry | Refusal]:
        """Read one record: its page, or nothing where it is something else."""
        length = _length(headers)
        if headers.get("warc-type", "").lower() != "response":
            self._skip(source, length)
            return
        head = source.stream.read(min(length, LONGEST_HEAD))
        response = parse_response(head)
        rest = length - len(head)
        no_report = _NO_REPORT.search(headers.get("warc-target-uri", ""))
        if response is None or response.status != 200 or response.type not in TYPES or no_report:
            self._skip(source, rest)
        elif length > self._limits.record + LONGEST_HEAD:
            yield from self._refused(source.locator, self._too_large(length))
            self._skip(source, rest)
        else:
            body = source.stream.read(rest)
            if len(body) < rest:
                raise DamagedInput("The file ends inside it: fetch it again.")
            yield self._page(source.locator, headers, Response(200, response.headers, response.body + body))

    def _page(self, locator: str, headers: dict[str, str], response: Response) -> Entry | Refusal:
        """Make an entry of a response."""
        try:
            body = unpacked(response, self._limits.record)
        except InputError as error:
            return Refusal(self._path, locator, error)
        url = headers.get("warc-target-uri", "").strip("<> ")
        known = Known(url=url or None, seen=headers.get("warc-date"), charset=response.charset)
        return Entry(self._path, locator, TYPES[response.type], body, known)

    def _skip(self, source: _Source, length: int) -> None:
        """Step over the rest of a record; over a long packed one, by looking for the next member."""
        while length > 0:
            try:
                piece = source.stream.read1(min(length, PIECE))
            except TooLarge:
                following = next_member(self._file, source.start + 1, BEGINNING)
                if following is not None:
                    raise _Leap(following) from None
                assert source.member is not None  # only members count
                source.member.left = self._left - source.member.count
                if source.member.left <= 0:
                    raise
                continue
            if not piece:
                raise DamagedInput("The file ends inside it: fetch it again.")
            length -= len(piece)

    def _next_plain(self, start: int) -> int | None:
        """Find the next record of a file that is not packed."""
        window = b""
        while True:
            self._file.seek(start + len(window))
            piece = self._file.read(PIECE)
            window += piece
            if found := _BREAK.search(window):
                return start + found.end()
            if not piece:
                return None
            start += max(len(window) - 16, 0)  # the break and "WARC/" have eight bytes at most
            window = window[-16:]

    def _too_large(self, length: int) -> TooLarge:
        return TooLarge(
            f"Its {length:,} bytes are more than a page has ({self._limits.record:,} at most): leave it out."
        )

    def _exhausted(self) -> TooLarge:
        return TooLarge(
            f"It unpacks to more than {self._limits.ratio} times its size, as only bombs do: "
            "the rest of the file is not read."
        )


def _first_line(stream: BinaryIO) -> bytes:
    """Read the first line of the next record, empty at the end."""
    line = b"\n"
    while line in (b"\r\n", b"\n"):
        line = stream.readline(LONGEST_LINE)
    return line


def _headers(stream: BinaryIO, first: bytes) -> dict[str, str]:
    """Read the headers of a record.

    Raises:
        DamagedInput: what stands there is no record.
    """
    if not first.startswith(BEGINNING):
        raise DamagedInput(f"No WARC record begins there, but {first[:20]!r}: what comes before the next is left out.")
    lines: list[bytes] = []
    while (line := stream.readline(LONGEST_LINE)) not in (b"\r\n", b"\n"):
        if not line or len(lines) == MOST_LINES:
            raise DamagedInput("Its headers do not end: fetch it again.")
        lines.append(line)
    return parse_headers(lines)


def _length(headers: dict[str, str]) -> int:
    """Return how many bytes follow the headers of a record."""
    length = headers.get("content-length", "")
    if not length.isascii() or not length.isdigit() or len(length) > 15:
        raise DamagedInput(f"Its length is {length[:20]!r}, no number of bytes: fetch it again.")
    return int(length)
