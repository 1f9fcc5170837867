"""Connections: one request to one address, within a limit of bytes and of time.

In: a target and the addresses it was found at. Out: a `Response`.
What it does not know: redirects, politeness, robots.txt.

The connection goes to the address that was checked; the name is used for the certificate and the Host header alone.
A timer ends it: a server that sends a byte now and then would outlast every timeout of single reads.
"""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Mapping
from functools import cache
from threading import Timer

from chancery.errors import FetchError, TooLarge
from chancery.ingest.addresses import Target
from chancery.ingest.http_messages import Response

PIECE = 1 << 16


def request(
    target: Target, addresses: list[str], headers: Mapping[str, str], *, limit: int, seconds: float
) -> Response:
    """Send a GET request.

    Args:
        target: where it goes.
        addresses: where that is; they are tried in this order.
        headers: beside Host.
        limit: bytes of the body.
        seconds: for all of it.

    Returns:
        The response; its body may be packed, but has no chunks.

    Raises:
        TooLarge: the body is longer.
        FetchError: no connection, no certificate for this name, no HTTP, or too slow.
    """
    connection = _Pinned(target, addresses, seconds)
    timer = Timer(seconds, connection.abort)
    timer.daemon = True
    timer.start()
    try:
        connection.request("GET", target.path, headers=dict(headers))
        answer = connection.getresponse()
        body = _body(answer, limit, target)
        if connection.aborted:  # a response without a length ends where it is cut
            raise TimeoutError
        return Response(answer.status, _headers(answer), body)
    except (OSError, http.client.HTTPException, ValueError) as error:
        slow = connection.aborted or isinstance(error, TimeoutError)
        what = f"does not answer within {seconds:g} seconds" if slow else f"cannot be read ({_words(error)})"
        raise FetchError(f"{target.origin} {what}: try again later.") from None
    finally:
        timer.cancel()
        connection.close()


class _Pinned(http.client.HTTPConnection):
    """A connection to addresses that have been checked."""

    def __init__(self, target: Target, addresses: list[str], seconds: float) -> None:
        super().__init__(target.host, target.port, timeout=seconds)
        self.default_port = 443 if target.scheme == "https" else 80  # so that Host has no port where none is needed
        self.aborted = False
        self._secure = target.scheme == "https"
        self._addresses = addresses
        self._raw: socket.socket | None = None

    def connect(self) -> None:
        """Connect to the first address that answers."""
        error: OSError = OSError("no address")
        for address in self._addresses:
            try:
                self._raw = socket.create_connection((address, self.port), self.timeout)
                break
            except OSError as failed:
                error = failed
        if self._raw is None:
            raise error
        self.sock = _context().wrap_socket(self._raw, server_hostname=self.host) if self._secure else self._raw

    def abort(self) -> None:
        """End it from another thread."""
        self.aborted = True
        for sock in (self.sock, self._raw):
            try:
                if sock is not None:
                    sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # it has ended by itself


@cache
def _context() -> ssl.SSLContext:
    """Return what certificates are checked with: those that the system trusts."""
    return ssl.create_default_context()


def _body(answer: http.client.HTTPResponse, limit: int, target: Target) -> bytes:
    """Read a body piece by piece."""
    pieces: list[bytes] = []
    left = limit
    while piece := answer.read1(PIECE):
        pieces.append(piece)
        left -= len(piece)
        if left < 0:
            raise TooLarge(
                f"{target.origin} sends more than {limit:,} bytes, more than a page or feed has: leave it out."
            )
    return b"".join(pieces)


def _headers(answer: http.client.HTTPResponse) -> dict[str, str]:
    """Return the headers, without that of the chunks, which are joined by now."""
    headers: dict[str, str] = {}
    for name, value in answer.getheaders():
        headers.setdefault(name.lower(), value)
    headers.pop("transfer-encoding", None)
    return headers


def _words(error: Exception) -> str:
    """Say what went wrong."""
    return (str(error) or type(error).__name__)[:200]
