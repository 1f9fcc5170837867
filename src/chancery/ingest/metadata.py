"""Metadata: what the head of a page and its JSON-LD say of the article, and where each was said.

In: the tree of a page and what was known before. Out: `Particulars`.
What it does not know: the body of the page; `page_dates` searches that where nothing here gives a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import chain, islice
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import msgspec

from chancery.ingest.dates import LONGEST_URL, day_of
from chancery.ingest.json_ld import Article, plain, read_article

if TYPE_CHECKING:
    from lxml.html import HtmlElement

PUBLISHED = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time",
    "itemprop datepublished", "datepublished",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "citation_publication_date",
    "dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "pubdate", "publishdate",
    "publish-date", "publish_date", "publication_date", "article.published", "originalpublicationdate", "displaydate",
    "date",
)  # fmt: skip
"""Names of meta tags that hold the date of publication, the exact ones first: Open Graph's article object, schema.org's
microdata (itemprop), the analytics of publishers (Parse.ly, Sailthru, cXense), Highwire, Dublin Core."""
MODIFIED = (
    "article:modified_time", "article:modified", "og:article:modified_time", "og:modified_time", "og:updated_time",
    "itemprop datemodified", "datemodified", "dcterms.modified", "dc.modified", "article.updated", "lastmod",
    "last-modified",
)  # fmt: skip
TITLES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "itemprop headline",
)
PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title", "application-name")
AUTHORS = (
    "author",
    "itemprop author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "dcterms.creator",
)
URLS = ("og:url", "parsely-link", "twitter:url")
MOST_METAS = 2_000
"""Meta tags that are looked at; pages have some fifty."""
_SUFFIX = re.compile(r"\s+[|–—·•»-]\s+(?P<site>[^|–—·•»]{2,40})$")


class Particulars(msgspec.Struct, frozen=True):
    """What is said of an article beside its text; `heading` is the title as the page shows it."""

    title: str | None = None
    heading: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    published_how: str | None = None
    modified: date | None = None
    modified_how: str | None = None
    language: str | None = None
    body: str | None = None


def read_particulars(tree: HtmlElement, url: str | None = None) -> Particulars:
    """Read what a page says of its article.

    Args:
        tree: the page.
        url: where it was found, None where that is not known.

    Returns:
        What is found; JSON-LD before meta tags. Dates that are not certain are left out.
    """
    metas = _metas(tree)
    shown = _heading(tree)
    found = url or _canonical(tree, metas)
    article = read_article(_scripts(tree), url=found, headline=shown) or Article()
    published, published_how = _date(article.published, "datePublished", metas, PUBLISHED)
    modified, modified_how = _date(article.modified, "dateModified", metas, MODIFIED)
    publisher = article.publisher or _first(metas, PUBLISHERS)
    return Particulars(
        title=article.headline or _title(tree, metas, shown, publisher),
        heading=shown,
        url=found or article.url,
        publisher=publisher,
        author=article.author or _first(metas, AUTHORS),
        published=published,
        published_how=published_how,
        modified=modified,
        modified_how=modified_how,
        language=(plain(tree.get("lang")) or plain(tree.get("xml:lang")) or article.language),
        body=article.body,
    )


def _scripts(tree: HtmlElement) -> list[str]:
    """Return the contents of the JSON-LD scripts."""
    return [one.text for one in tree.iter("script") if "ld+json" in (one.get("type") or "").lower() and one.text]


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Return the values of meta tags and dated elements by their names in small letters, the first of each name."""
    found: dict[str, str] = {}
    for one in islice(chain(tree.iter("meta"), tree.xpath("//time[@itemprop]")), MOST_METAS):
        name = one.get("property") or one.get("name") or one.get("http-equiv") or f"itemprop {one.get('itemprop')}"
        value = plain(one.get("content") or one.get("datetime"))
        if value:
            found.setdefault(name.strip().lower(), value)
    return found


def _first(metas: dict[str, str], names: Iterable[str]) -> str | None:
    """Return the first of these values that is no address."""
    values = (metas.get(name) for name in names)
    return next((value for value in values if value and not value.startswith(("http:", "https:", "@"))), None)


def _date(in_json: str | None, key: str, metas: dict[str, str], names: Iterable[str]) -> tuple[date | None, str | None]:
    """Return the first certain day, and where it stood."""
    if day := day_of(in_json):
        return day, f"JSON-LD {key}"
    for name in names:
        if day := day_of(metas.get(name)):
            return day, name if name.startswith("itemprop") else f"meta {name}"
    return None, None


def _heading(tree: HtmlElement) -> str | None:
    """Return the only first-rank heading of a page."""
    headings = [plain(one.text_content()) for one, _ in zip(tree.iter("h1"), range(2), strict=False)]
    return headings[0] if len(headings) == 1 else None


def _title(tree: HtmlElement, metas: dict[str, str], shown: str | None, publisher: str | None) -> str | None:
    """Return the headline: the heading where it is named as the title, too, else the title without the site's name."""
    element = next(tree.iter("title"), None)
    named = _first(metas, TITLES) or (plain(element.text_content()) if element is not None else None)
    if shown and (named is None or named.lower().startswith(shown.lower())):
        return shown
    suffix = _SUFFIX.search(named or "")
    if named and suffix and (publisher is None or suffix["site"].lower() in f"{publisher} {publisher}.com".lower()):
        return named[: suffix.start()]
    return named


def _canonical(tree: HtmlElement, metas: dict[str, str]) -> str | None:
    """Return the address that a page gives for itself."""
    links = (one.get("href") for one in tree.iter("link") if (one.get("rel") or "").lower() == "canonical")
    for value in (next(links, None), *(metas.get(name) for name in URLS)):
        url = (value or "").strip()
        if url.startswith("//"):
            url = urljoin("https:", url)
        if url.startswith(("http://", "https://")) and len(url) <= LONGEST_URL:
            return url
    return None
