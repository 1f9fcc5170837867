"""JSON-LD: the article of a page as its publisher describes it to search engines (schema.org).

In: the contents of the page's `application/ld+json` scripts. Out: an `Article`, or None.
What it does not know: the page itself, beyond the URL and headline that tell its article from others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

import msgspec

LONGEST_SCRIPT = 2 << 20
"""Code points of a script that is parsed; with the whole article in it one has some 100,000."""
MOST_NODES = 5_000
"""Objects that are looked at; a page that lists its whole site has some hundred."""
LONGEST_VALUE = 1_000
"""Code points of a headline, name or URL; what is longer is something else."""
ARTICLES = frozenset(
    "newsarticle analysisnewsarticle askpublicnewsarticle backgroundnewsarticle opinionnewsarticle "
    "reportagenewsarticle reviewnewsarticle article report blogposting liveblogposting socialmediaposting".split()
)
"""`NewsArticle`, its subtypes (https://schema.org/NewsArticle) and what news is published as besides."""
_INTO = ("@graph", "mainEntity", "mainEntityOfPage")
"""Where the article of a page lies; elsewhere ("itemListElement", "hasPart", "review") are other pages' articles."""
_WRAPPED = re.compile(r"^\s*(?://)?\s*(?:<!--|<!\[CDATA\[)?\s*|\s*(?://)?\s*(?:-->|\]\]>)?\s*;?\s*$")
_TAG = re.compile(r"<[^<>]{0,200}>")
_SPACE = re.compile(r"\s+")

Node = dict[str, Any]


class Article(msgspec.Struct, frozen=True):
    """What JSON-LD says of an article; strings as they stand, tags and entities undone."""

    headline: str | None = None
    published: str | None = None
    modified: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    body: str | None = None


def read_article(scripts: Iterable[str], *, url: str | None = None, headline: str | None = None) -> Article | None:
    """Find the article of a page.

    Args:
        scripts: contents of its JSON-LD scripts.
        url: where the page was found; tells its article where several are described.
        headline: the headline that the page shows, which does the same.

    Returns:
        The article of the page's URL, else of its headline, else the first; None where there is none.
    """
    nodes = list(_nodes([parsed for script in scripts if (parsed := _parse(script)) is not None]))
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
    articles = [_article(node, named) for node in nodes if _is_article(node)]
    for key, wanted in (("url", url), ("headline", headline)):
        if wanted:
            matching = [one for one in articles if _same(getattr(one, key), wanted)]
            if matching:
                return matching[0]
    return next(iter(articles), None)


def plain(value: object) -> str | None:
    """Return a value as one line of words; None where it is no string, empty, or too long."""
    if not isinstance(value, str) or len(value) > LONGEST_VALUE:
        return None
    return _SPACE.sub(" ", _TAG.sub("", unescape(value))).strip() or None


def _parse(script: str) -> object:
    """Parse a script, None where it is no JSON."""
    if len(script) > LONGEST_SCRIPT:
        return None
    try:
        return json.loads(_WRAPPED.sub("", script), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(roots: list[object]) -> Iterator[Node]:
    """Yield the objects that describe the page, in order, those inside after those around them."""
    waiting = list(reversed(roots))
    for _ in range(MOST_NODES):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value[:MOST_NODES]))
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[key] for key in reversed(_INTO) if isinstance(value.get(key), dict | list))


def _is_article(node: Node) -> bool:
    """Tell whether an object describes an article."""
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and re.split(r"[/:#]", kind)[-1].lower() in ARTICLES
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _article(node: Node, named: dict[str, Node]) -> Article:
    """Take what is said of an article."""
    body = node.get("articleBody")
    return Article(
        headline=plain(node.get("headline")) or plain(node.get("name")),
        published=plain(node.get("datePublished")),
        modified=plain(node.get("dateModified")),
        author=_names(node.get("author"), named) or _names(node.get("creator"), named),
        publisher=_names(node.get("publisher"), named) or _names(node.get("sourceOrganization"), named),
        url=_url(node),
        language=plain(node.get("inLanguage")),
        body=unescape(body) if isinstance(body, str) else None,
    )


def _names(value: object, named: dict[str, Node]) -> str | None:
    """Return the names of persons or organizations, which may be written elsewhere and pointed to."""
    found: list[str] = []
    for one in (value if isinstance(value, list) else [value])[:20]:
        if isinstance(one, dict) and "name" not in one and isinstance(one.get("@id"), str):
            one = named.get(one["@id"], one)
        name = plain(one.get("name") if isinstance(one, dict) else one)
        if name and not name.startswith(("http://", "https://")) and name not in found:
            found.append(name)
    return ", ".join(found) or None


def _url(node: Node) -> str | None:
    """Return the page of an article."""
    page = node.get("mainEntityOfPage")
    page = page.get("@id") or page.get("url") if isinstance(page, dict) else page
    for value in (node.get("url"), page, node.get("@id")):
        url = plain(value)
        if url and url.startswith(("http://", "https://")):
            return url.partition("#")[0]
    return None


def _same(found: str | None, wanted: str) -> bool:
    """Tell whether two URLs or headlines are the same, but for what often differs."""

    def essence(words: str) -> str:
        return re.sub(r"^https?://(www\.)?|[?#].*$|\W", "", words.lower())

    return found is not None and essence(found) == essence(wanted)
