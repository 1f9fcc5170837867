"""Feeds: RSS and Atom, whose entries are whole articles or lead to them.

In: the URL of a feed, and what it said of itself the last time. Out: its entries, and what it says now.
What it does not know: where entries go. Nothing is fetched before somebody asks for the next entry.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Any
from urllib.parse import urljoin

from chancery.errors import ChanceryError, DamagedInput, EmptyReport, FetchError, TooLarge, UnreadablePage
from chancery.ingest.entries import Entry, Known, Refusal
from chancery.ingest.fetching import Fetcher
from chancery.ingest.http_messages import Response, unpacked
from chancery.ingest.markup import check_tags, page_of
from chancery.ingest.options import Options
from chancery.ingest.warcs import TYPES

FULL = 150
"""Words from which what a feed holds of an entry is taken for the article: teasers have at most a hundred, the
shortest reports of agencies more than this."""
MOST_TAGS = 200_000
"""Tags of a feed, those of its articles among them; feedparser takes a second for each 100,000."""
HEAD = 1 << 16
"""Bytes in which a feed's document type stands."""
_DECLARED = re.compile(rb"<!DOCTYPE[^>\[]{0,1000}\[", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class FeedState:
    """What a feed said of its own version, to be sent with the next request."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it is now.

    Attributes:
        state: to be kept for the next time.
        unchanged: it is what it was; `items` is empty.
        items: its entries, the newest first as feeds have them; each is fetched when it is asked for.
    """

    state: FeedState
    unchanged: bool = False
    items: Iterator[Entry | Refusal] = field(default_factory=lambda: iter(()))


def read_feed(
    url: str, options: Options, *, state: FeedState | None = None, passed: Container[str] = frozenset()
) -> Feed:
    """Read a feed.

    Args:
        url: where it is.
        options: the limits, the delay, whether private addresses are allowed.
        state: what it said of its version the last time.
        passed: links of entries that are known; their pages are not fetched again.

    Returns:
        The feed.

    Raises:
        AddressRefused, FetchError, TooLarge: it cannot be fetched.
        DamagedInput: it is no feed.
    """
    state = state or FeedState()
    fetcher = Fetcher(options)
    asked = {"If-None-Match": state.etag, "If-Modified-Since": state.last_modified}
    headers = {name: value for name, value in asked.items() if value}
    fetched = fetcher.get(url, limit=options.limits.feed, headers=headers, obey=False)
    if fetched.response.status == 304:
        return Feed(state, unchanged=True)
    parsed = _parse(_body(fetched.response, options.limits.feed), fetched.response, fetched.url)
    now = FeedState(fetched.response.headers.get("etag"), fetched.response.headers.get("last-modified"))
    return Feed(now, items=_items(url, fetched.url, parsed, _Pages(fetcher, options, passed)))


def _body(response: Response, limit: int) -> bytes:
    """Return the body of a response that brings something."""
    if response.status != 200:
        raise FetchError(f"The server answers {response.status}: check the address, or try again later.")
    return unpacked(response, limit)


def _parse(data: bytes, response: Response, url: str) -> Any:
    """Parse a feed."""
    import feedparser

    logging.getLogger("feedparser").addHandler(logging.NullHandler())
    if _DECLARED.search(data[:HEAD]):
        raise DamagedInput("It is no feed that can be read: it declares entities, as only bombs do.")
    try:
        check_tags(data, MOST_TAGS)
    except UnreadablePage as error:
        raise DamagedInput(f"It is no feed that can be read: {error}") from None
    parsed = feedparser.parse(
        io.BytesIO(data),  # a string would be taken for a URL or a file
        response_headers={"content-type": response.headers.get("content-type", "")},
        sanitize_html=False,  # the extraction of the text does it, and this is slow
        resolve_relative_uris=False,
    )
    if not parsed.get("version") and not parsed.entries:
        raise DamagedInput(f"{url[:100]} is no feed: give the address of an RSS or Atom feed.")
    return parsed


@dataclass(frozen=True, slots=True)
class _Pages:
    """How the pages of entries are fetched."""

    fetcher: Fetcher
    options: Options
    passed: Container[str]


def _items(url: str, base: str, parsed: Any, pages: _Pages) -> Iterator[Entry | Refusal]:
    """Yield the entries that are not known, each once."""
    publisher = _value(parsed.feed, "title")
    seen: set[str] = set()
    for number, one in enumerate(parsed.entries, start=1):
        if number > pages.options.limits.feed_entries:
            most = pages.options.limits.feed_entries
            yield Refusal(url, f"from entry {number} on", TooLarge(f"It has more than {most:,} entries."))
            return
        link = urljoin(base, _value(one, "link") or "") if _value(one, "link") else None
        locator = link or _value(one, "id") or f"entry {number}"
        if locator in seen or locator in pages.passed:
            continue
        seen.add(locator)
        try:
            yield _entry(url, locator, _known(one, link, publisher), _content(one), pages)
        except ChanceryError as error:
            yield Refusal(url, locator, error)


def _entry(url: str, locator: str, known: Known, content: str, pages: _Pages) -> Entry:
    """Make an entry of what the feed holds of it, or of its page."""
    if len(_TAG.sub(" ", content).split()) >= FULL:
        return Entry(url, locator, "html", page_of(content, known.title), known)
    if known.url is None:
        raise EmptyReport("It has neither an article nor a link to one.")
    limit = pages.options.limits.record
    fetched = pages.fetcher.get(known.url, limit=limit)
    body = _body(fetched.response, limit)
    kind = TYPES.get(fetched.response.type)
    if kind is None:
        raise FetchError(f"Its page is {fetched.response.type or 'of no type'}, which holds no article.")
    return Entry(url, locator, kind, body, _at(known, fetched.url, fetched.response.charset))


def _known(one: Any, link: str | None, publisher: str | None) -> Known:
    """Say what a feed tells of an entry."""
    published, modified = _value(one, "published") or _value(one, "created"), _value(one, "updated")
    if published is None:  # Atom asks for the time of the last change alone
        published, how, modified = modified, "feed updated", None
    else:
        how = "feed published"
    return Known(
        url=link,
        title=unescape(_TAG.sub("", _value(one, "title") or "")) or None,
        publisher=publisher,
        author=_value(one, "author"),
        published=published,
        published_how=how if published else None,
        modified=modified,
        modified_how="feed updated" if modified else None,
    )


def _at(known: Known, url: str, charset: str | None) -> Known:
    """Add where the page was in the end, and its encoding."""
    import msgspec

    return msgspec.structs.replace(known, url=url, charset=charset)


def _content(one: Any) -> str:
    """Return the longest that a feed holds of an entry, as HTML."""
    pieces = [piece for piece in (dict.get(one, "content") or []) if isinstance(piece.get("value"), str)]
    found = [_markup(piece["value"], piece.get("type")) for piece in pieces]
    summary = _value(one, "summary")
    if summary:
        found.append(_markup(summary, (dict.get(one, "summary_detail") or {}).get("type")))
    return max(found, key=len, default="")


def _markup(value: str, kind: str | None) -> str:
    """Return a piece of a feed as HTML: plain text has its paragraphs marked."""
    if kind != "text/plain" and _TAG.search(value):
        return value
    plain = unescape(value) if kind != "text/plain" else value
    return "".join(f"<p>{escape(piece)}</p>" for piece in plain.split("\n") if piece.strip())


def _value(one: Any, key: str) -> str | None:
    """Return what stands under a key itself; feedparser's own lookup would take one date for another."""
    value = dict.get(one, key)
    return value.strip() or None if isinstance(value, str) else None
