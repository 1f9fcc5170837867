"""The guard: who may ask, from where, how much, and what a browser may do with the answer.

In: requests to the page. Out: those that come from the page itself, with strict headers on every answer.
What it does not know: archives.

A page on 127.0.0.1 can be reached by any other page in the same browser. So the Host header must be one that we serve
(else DNS rebinding makes another site's name point here), whatever changes something must come from the same origin
(else another site's form could send it), and beyond this machine a token is asked for.
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
LARGEST_BODY = 4 * 1024 * 1024
"""Bytes of the largest request: a pasted report of 400,000 characters, in a form's encoding, with room."""
LONGEST_QUERY = 8192
"""Bytes of the longest address; what browsers and proxies agree on."""
COOKIE = "chancery_token"
HEADERS = (
    ("content-security-policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
     "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),  # with "no-referrer" browsers send "Origin: null" with forms
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
)  # fmt: skip
"""On every answer: nothing from elsewhere is loaded, nothing inline runs, nobody frames the page."""


@dataclass(frozen=True, slots=True)
class Door:
    """Where the page is served.

    Attributes:
        hosts: values of the Host header that are ours, such as "127.0.0.1:8000".
        token: what must be shown; None where only this machine can ask.
        schemes: of the origins that are ours.
    """

    hosts: frozenset[str]
    token: str | None = None
    schemes: frozenset[str] = field(default=frozenset({"http", "https"}))


class Guard:
    """ASGI middleware that turns away what does not come from the page itself.

    Attributes:
        app: what it stands before.
    """

    def __init__(self, app: App, door: Door) -> None:
        """Stand before an application."""
        self.app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await _answer(send, *refusal)
            return
        entry = self._entry(scope)
        if entry is not None:
            await _redirect(send, *entry)
            return
        if not self._has_token(headers):
            await _answer(send, 401, "This page asks for its token: open the address that `chancery serve` printed.")
            return
        await self.app(scope, _Counted(receive).receive, _with_headers(send))

    def _refusal(self, scope: Scope, headers: dict[str, str]) -> tuple[int, str] | None:
        """Return why a request is turned away, None where it is not."""
        if headers.get("host", "").lower() not in self._door.hosts:
            return 421, "This page is not served under that name: use the address that `chancery serve` printed."
        if len(scope.get("query_string", b"")) > LONGEST_QUERY:
            return 414, f"The address is longer than {LONGEST_QUERY} bytes: ask for less at once."
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > LARGEST_BODY:
            return 413, f"A request may have {LARGEST_BODY // 2**20} MiB: add long files with `chancery add`."
        if scope["method"] not in SAFE_METHODS and not self._is_ours(headers):
            return 403, "Only the page itself may change something: open it and try there."
        return None

    def _is_ours(self, headers: dict[str, str]) -> bool:
        """Tell whether a request that changes something comes from a page of this origin."""
        origin = urlsplit(headers.get("origin", ""))
        if origin.scheme not in self._door.schemes or origin.netloc.lower() != headers["host"].lower():
            return False
        return headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")

    def _entry(self, scope: Scope) -> tuple[str, str] | None:
        """Return the address without the token and the cookie to set, where a right token is in the address."""
        if self._door.token is None:
            return None
        pairs = parse_qsl(scope.get("query_string", b"").decode("latin-1"))
        shown = [value for name, value in pairs if name == "token"]
        if not any(hmac.compare_digest(value.encode(), self._door.token.encode()) for value in shown):
            return None
        rest = urlencode([(name, value) for name, value in pairs if name != "token"])
        path = "/" + quote(scope["path"].lstrip("/"))  # "//elsewhere" would leave this machine
        return f"{path}?{rest}" if rest else path, self._door.token

    def _has_token(self, headers: dict[str, str]) -> bool:
        if self._door.token is None:
            return True
        shown = [headers.get("authorization", "").removeprefix("Bearer ")]
        cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        shown += [cookie.value] if cookie is not None else []
        return any(hmac.compare_digest(one.encode(), self._door.token.encode()) for one in shown)


class TooLarge(Exception):
    """A body that is larger than was said."""


class _Counted:
    """Receives a body up to the limit, whatever its length was said to be."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._got = 0

    async def receive(self) -> Message:
        message = await self._receive()
        self._got += len(message.get("body", b""))
        if self._got > LARGEST_BODY:
            raise TooLarge
        return message


def _with_headers(send: Send) -> Send:
    """Return a send that puts the strict headers on the answer."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", []), *_encoded(HEADERS)]
        await send(message)

    return sending


def _encoded(headers: Iterable[tuple[str, str]]) -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value.encode()) for name, value in headers]


async def _answer(send: Send, status: int, words: str, extra: tuple[tuple[str, str], ...] = ()) -> None:
    """Answer in plain words."""
    headers = (("content-type", "text/plain; charset=utf-8"), ("cache-control", "no-store"), *extra, *HEADERS)
    await send({"type": "http.response.start", "status": status, "headers": _encoded(headers)})
    await send({"type": "http.response.body", "body": f"{words}\n".encode()})


async def _redirect(send: Send, address: str, token: str) -> None:
    """Take the token out of the address and into a cookie."""
    cookie = f"{COOKIE}={token}; HttpOnly; SameSite=Strict; Path=/"
    await _answer(send, 303, "Go on without the token.", (("location", address), ("set-cookie", cookie)))
