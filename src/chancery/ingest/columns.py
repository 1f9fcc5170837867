"""Columns: which column of a table holds the text, the date, the URL, the title, the publisher and the author.

In: the names of the columns, and those that the user named. Out: a choice, or `NoTextColumn` with the names.
What it does not know: what stands in the columns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from chancery.errors import NoTextColumn

USUAL: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "article", "story", "fulltext", "articletext", "articlebody", "bodytext", "maintext",
        "cleantext", "plaintext", "newstext", "textcontent", "paragraphs", "hlead", "transcript", "raw_text",
    ),
    "date": (
        "date", "published", "publicationdate", "publisheddate", "datepublished", "publishdate", "pubdate",
        "publishedat", "publishedon", "publicationtime", "publishedtime", "published_parsed", "articledate", "docdate",
        "newsdate", "timestamp", "datetime", "created", "createdat", "day", "time",
    ),
    "url": ("url", "link", "href", "articleurl", "sourceurl", "weburl", "permalink", "uri", "address"),
    "title": ("title", "headline", "articletitle", "heading", "subject", "head"),
    "publisher": (
        "publisher", "source", "outlet", "newspaper", "sourcename", "publication", "publicationname", "media", "site",
        "sitename", "domain", "journal", "provider", "agency",
    ),
    "author": ("author", "byline", "authors", "writer", "journalist", "reporter", "creator"),
}  # fmt: skip
"""Usual names, the surest first, without case and marks: of the corpora that licensed archives, news services and
collections of news hand out, and of the columns that crawlers write."""
_MARKS = re.compile(r"[^\w]|_")
LISTED = 40
"""Columns that an error names."""


def choose(columns: Sequence[str], named: Mapping[str, str]) -> dict[str, str]:
    """Choose the columns of a table.

    Args:
        columns: their names, as they stand.
        named: what the user said, as in `Options.columns`.

    Returns:
        What to column's name, for what there is; "text" always is.

    Raises:
        NoTextColumn: a column that was named is not there, or none looks like that of the texts.
    """
    chosen = {what: _find(columns, what, name) for what, name in named.items()}
    plain = {_plain(column): column for column in reversed(columns)}
    for what, usual in USUAL.items():
        found = next((plain[name] for name in map(_plain, usual) if name in plain), None)
        if found is not None and what not in chosen and found not in chosen.values():
            chosen[what] = found
    if "text" not in chosen:
        raise NoTextColumn(f"No column looks like that of the texts: {_list(columns)}. Name it: --column text=NAME.")
    return chosen


def _find(columns: Sequence[str], what: str, name: str) -> str:
    """Return a column that was named, in its own spelling."""
    if name in columns:
        return name
    matching = [column for column in columns if column.strip().lower() == name.strip().lower()]
    if not matching:
        raise NoTextColumn(f"There is no column {name!r} for {what}: {_list(columns)}. Name one of them.")
    return matching[0]


def _list(columns: Sequence[str]) -> str:
    """Name columns, not more than one can read."""
    more = f" and {len(columns) - LISTED:,} more" if len(columns) > LISTED else ""
    return "the columns are " + ", ".join(repr(column[:60]) for column in columns[:LISTED]) + more


def _plain(name: str) -> str:
    """Return a name without case and marks."""
    return _MARKS.sub("", name.lower())
