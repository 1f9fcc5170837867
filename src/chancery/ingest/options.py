"""Options: what is said of an input, and how much of it is taken at most.

In: nothing. Out: `Options` and `Limits`, frozen and passed in.
What it does not know: any input. The tables of what is usual (columns, kinds) lie beside the code that reads them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from chancery.settings import Settings

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken at most; what is above is refused by itself, and the rest goes on.

    Attributes:
        page: bytes of an HTML page; the heaviest live blogs have some 5 MiB.
        text: code points of a text, that of `Settings`.
        row: bytes of one row of a table: a page of some size in one column, and room for the others.
        rows: rows of one table; at twenty reports a second ten million are six days of reading.
        record: bytes of one page in a WARC, packed or not; the limit of a page.
        skipped: bytes that one record may unpack to before its end is looked for in the packed file instead;
            films in crawls are longer, and unpacking 64 MiB takes a fifth of a second.
        ratio: how many times its size a packed file may unpack to in all. Crawls have 4 to 8, tables of text 3 to 40;
            deflate ends at 1,032, which only bombs come near.
        unpacked: bytes that any packed file may unpack to, however small it is.
        feed: bytes of a feed; the fullest, of a hundred whole articles, have 3 MiB.
        feed_entries: entries of a feed; the longest have some hundred.
        seconds: of one request, from the first packet to the last byte.
    """

    page: int = 20 * MIB
    text: int = Settings().longest
    row: int = 8 * MIB
    rows: int = 10_000_000
    record: int = 20 * MIB
    skipped: int = 64 * MIB
    ratio: int = 200
    unpacked: int = 1024 * MIB
    feed: int = 5 * MIB
    feed_entries: int = 1_000
    seconds: float = 30.0

    def whole(self, packed: int) -> int:
        """Return how many bytes a packed file of this size may unpack to."""
        return max(self.unpacked, self.ratio * packed)


@dataclass(frozen=True, slots=True)
class Options:
    """What is said of the inputs.

    Attributes:
        published: the date of publication of all reports, whatever they say themselves.
        columns: which columns of a table hold what: text, date, url, title, publisher, author to a column's name.
            What is not named is looked for under its usual names.
        allow_private: fetch from private networks and this machine, too.
        delay: seconds between two requests to the same host; a site's robots.txt may ask for more.
        limits: how much is taken.
    """

    published: date | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    allow_private: bool = False
    delay: float = 2.0
    limits: Limits = field(default_factory=Limits)
