"""HTTP messages: status, headers and body out of the bytes of a response, unpacked within bounds.

In: bytes as a server sent them or a crawler kept them. Out: a `Response` with its body as it was meant.
What it does not know: connections, WARC.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from chancery.errors import DamagedInput, TooLarge

LONGEST_HEAD = 1 << 16
"""Bytes of the status line and headers; servers themselves refuse more than 8 to 64 KiB."""
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})\b")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w:.-]{2,40})", re.IGNORECASE)
_CHUNK = re.compile(rb"\r?\n?([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")


@dataclass(frozen=True, slots=True)
class Response:
    """A response.

    Attributes:
        status: 200, 404, …
        headers: by their names in small letters, the first of each.
        body: as it was sent; `unpacked` undoes that.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def type(self) -> str:
        """The media type without parameters, in small letters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that the server named."""
        found = _CHARSET.search(self.headers.get("content-type", ""))
        return found[1] if found else None


def parse_response(block: bytes) -> Response | None:
    """Parse a response as a crawler kept it; None where it is none."""
    status = _STATUS.match(block)
    end = re.compile(rb"\r?\n\r?\n").search(block, 0, LONGEST_HEAD)
    if not status or not end:
        return None
    headers = parse_headers(block[: end.start()].split(b"\n")[1:])
    return Response(int(status[1]), headers, block[end.end() :])


def parse_headers(lines: list[bytes]) -> dict[str, str]:
    """Return headers by their names in small letters, the first of each name."""
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.decode("latin-1").partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    return headers


def unpacked(response: Response, limit: int) -> bytes:
    """Return the body without chunks and compression.

    Args:
        response: a response; crawlers often undo one or both and leave the headers, so that bytes which are not
            chunked or compressed are taken as they are.
        limit: bytes that it may have.

    Raises:
        TooLarge: it unpacks to more.
        DamagedInput: it is compressed, and broken, or in a way that is not known.
    """
    body = response.body
    if "chunked" in response.headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    for coding in reversed(response.headers.get("content-encoding", "").lower().split(",")):
        body = _decompressed(body, coding.strip(), limit)
    if len(body) > limit:
        raise _too_large(limit)
    return body


def _joined(body: bytes) -> bytes:
    """Join the chunks of a body, or return it as it is where it has none; a cut one gives what is there."""
    chunks: list[bytes] = []
    at = 0
    while found := _CHUNK.match(body, at):
        size = int(found[1], 16)
        chunks.append(body[found.end() : found.end() + size])
        at = found.end() + size
        if not size:
            break
    return b"".join(chunks) if chunks else body


def _decompressed(body: bytes, coding: str, limit: int) -> bytes:
    """Undo one compression."""
    if coding in ("", "identity"):
        return body
    if coding in ("gzip", "x-gzip"):
        return _inflated(body, 31, limit) if body.startswith(b"\x1f\x8b") else body
    if coding == "deflate":
        return _deflated(body, limit)
    if coding == "br":
        return _unbrotlied(body, limit)
    raise DamagedInput(f"It is compressed as {coding[:20]!r}, which is not known here: keep it as gzip.")


def _inflated(body: bytes, window: int, limit: int) -> bytes:
    """Undo gzip (window 31), zlib (15) or bare deflate (-15)."""
    inflate = zlib.decompressobj(window)
    try:
        data = inflate.decompress(body, limit + 1)
    except zlib.error as error:
        raise DamagedInput(f"It is compressed and broken ({error}): fetch it again.") from None
    if len(data) > limit:
        raise _too_large(limit)
    return data


def _deflated(body: bytes, limit: int) -> bytes:
    """Undo "deflate", which servers take for zlib or for bare deflate."""
    for window in (15, -15):
        try:
            return _inflated(body, window, limit)
        except DamagedInput:
            continue
    return body  # a page cannot begin like zlib, and nearly none is bare deflate by chance


def _unbrotlied(body: bytes, limit: int) -> bytes:
    """Undo Brotli."""
    import brotli

    decompressor = brotli.Decompressor()
    try:
        data: bytes = decompressor.process(body, output_buffer_limit=limit + 1)
    except brotli.error:
        if body.lstrip()[:1] == b"<":
            return body
        raise DamagedInput("It is compressed (br) and broken: fetch it again.") from None
    if len(data) > limit or not decompressor.can_accept_more_data():
        raise _too_large(limit)
    return data


def _too_large(limit: int) -> TooLarge:
    """Say that a body is too large for a page."""
    return TooLarge(f"It unpacks to more than {limit:,} bytes, more than a page of news has: leave it out.")
