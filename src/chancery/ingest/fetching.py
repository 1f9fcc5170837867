"""Fetching: pages and feeds from the web, politely and within bounds.

In: URLs. Out: what their servers give, at the end of their redirects.
What it does not know: feeds, HTML. Only http and https, only public addresses unless others are allowed, each redirect
checked anew; pages only where the site's robots.txt lets them be read.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from chancery.errors import FetchError
from chancery.ingest.addresses import Target, addresses_of, target_of
from chancery.ingest.connections import request
from chancery.ingest.encodings import decode
from chancery.ingest.http_messages import Response, unpacked
from chancery.ingest.options import Options

NAME = "chancery"
MOST_REDIRECTS = 5
"""Redirects that are followed, as RFC 2068 asked of clients; pages need two or three."""
LONGEST_ROBOTS = 500 * 1024
"""Bytes of a robots.txt that are read (RFC 9309, section 2.5)."""
LONGEST_DELAY = 60.0
"""Seconds between requests that a robots.txt can ask for; who asks for more does not mean readers of feeds."""
_MOVED = frozenset([301, 302, 303, 307, 308])


@dataclass(frozen=True, slots=True)
class Fetched:
    """A response, and the URL that gave it."""

    url: str
    response: Response


class Fetcher:
    """Fetches one URL after another, and waits between two from the same host."""

    def __init__(self, options: Options) -> None:
        """Begin without having asked anybody."""
        self._options = options
        self._asked: dict[str, float] = {}
        self._robots: dict[str, RobotFileParser] = {}

    def get(self, url: str, *, limit: int, headers: Mapping[str, str] | None = None, obey: bool = True) -> Fetched:
        """Fetch a URL.

        Args:
            url: it, or what leads to it.
            limit: bytes that it may have, packed and unpacked.
            headers: beside the usual ones.
            obey: ask the site's robots.txt; not needed for a feed, which is made for programs and which the user named.

        Returns:
            The last response of the redirects, of any status.

        Raises:
            AddressRefused: it, or a redirect, leads to a private address or out of the web.
            FetchError: no answer, too many redirects, or robots.txt says no.
            TooLarge: more bytes.
        """
        for _ in range(MOST_REDIRECTS + 1):
            target = target_of(url)
            if obey and not self._robots_of(target).can_fetch(NAME, url):
                raise FetchError(f"The robots.txt of {target.host} asks programs not to read {target.path[:100]!r}.")
            response = self._request(target, limit, headers or {})
            location = response.headers.get("location")
            if response.status not in _MOVED or not location:
                return Fetched(url, response)
            url = urljoin(url, location)
        raise FetchError(f"{url[:100]} is at the end of more than {MOST_REDIRECTS} redirects: check the address.")

    def _request(self, target: Target, limit: int, headers: Mapping[str, str]) -> Response:
        """Send one request, when its host has had its pause."""
        addresses = addresses_of(target, allow_private=self._options.allow_private)
        self._wait(target)
        usual = {
            "User-Agent": f"{NAME}/{version('chancery')} (reads news for an analyst)",
            "Accept-Encoding": "gzip",
            "Connection": "close",
        }
        try:
            return request(target, addresses, {**usual, **headers}, limit=limit, seconds=self._options.limits.seconds)
        finally:
            self._asked[target.host] = time.monotonic()

    def _wait(self, target: Target) -> None:
        """Wait until the host has had its pause."""
        if target.host not in self._asked:
            return
        robots = self._robots.get(target.origin)
        asked = robots.crawl_delay(NAME) if robots is not None else None
        pause = max(self._options.delay, min(float(asked or 0), LONGEST_DELAY))
        time.sleep(max(0.0, self._asked[target.host] + pause - time.monotonic()))

    def _robots_of(self, target: Target) -> RobotFileParser:
        """Return what a site's robots.txt says, asked once."""
        if target.origin not in self._robots:
            self._robots[target.origin] = self._ask_robots(target.origin)
        return self._robots[target.origin]

    def _ask_robots(self, origin: str) -> RobotFileParser:
        """Fetch a robots.txt: there is none, all is allowed; it cannot be had, nothing is (RFC 9309, section 2.3.1)."""
        found = self.get(f"{origin}/robots.txt", limit=LONGEST_ROBOTS, obey=False).response
        rules = ["User-agent: *", "Disallow: /"] if found.status >= 500 else []
        if found.status == 200:
            rules = decode(unpacked(found, LONGEST_ROBOTS)).splitlines()
        robots = RobotFileParser()
        robots.parse(rules)
        return robots
