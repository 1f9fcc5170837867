"""Entries: the reports-to-be of an input, as raw as they lie there, and what is refused beside them.

In: nothing; these are the nouns between an input and a report. Out: `Entry`, `Known`, `Refusal`.
What it does not know: how an input is opened, how an entry is read.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from chancery.errors import ChanceryError

EntryKind = Literal["text", "html", "row"]


class Known(msgspec.Struct, frozen=True):
    """What an input says of one of its entries, in the words that stand there.

    Attributes:
        url, title, publisher, author: as they stand.
        published, modified: as they stand; of a table, written YYYY-MM-DD where its column can be understood.
        published_how, modified_how: where that stood ("column date", "feed published").
        seen: when a crawler took the page; never taken for the day of publication.
        charset: the encoding that the server named.
    """

    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    published_how: str | None = None
    modified: str | None = None
    modified_how: str | None = None
    seen: str | None = None
    charset: str | None = None


class Entry(msgspec.Struct, frozen=True):
    """One report-to-be in an input; it can be pickled, for it is sent to a worker process.

    Attributes:
        path: absolute path of the file, or the URL of the feed.
        locator: "" for a whole file, "offset 4711" in a WARC, "row 17" in a table, the link of a feed's entry.
        kind: how `report_of` reads it.
        data: its bytes; None for a whole file, which the worker opens itself.
        known: what the input says of it.
    """

    path: str
    locator: str
    kind: EntryKind
    data: bytes | None = None
    known: Known = Known()


class Refusal(msgspec.Struct, frozen=True):
    """A part of an input that cannot be read, and why; what comes after it still can."""

    path: str
    locator: str
    error: ChanceryError
