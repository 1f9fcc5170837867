"""Search: reports, statements and events that have words in them.

In: words as somebody types them. Out: queries for reports and for the texts of statements and events, and which of
these have all the words.
What it does not know: how hits are shown; they come with marks around the words.

Only reports have an index of their words. Statements and events are looked for in the newest reports that have all of
them, by the index's own rules: their texts go into an index in memory, a hundred reports at a time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Literal, get_args

from chancery.ask.answer import Answer
from chancery.ask.conditions import Where, counted, marks, matching
from chancery.ask.filters import Filters
from chancery.ask.query import Parts, Query, columns
from chancery.errors import QueryError
from chancery.store.archive import Archive
from chancery.store.excerpts import CONTENTS

Order = Literal["best", "newest"]
Kind = Literal["statements", "events"]
TOKENIZER = "unicode61 remove_diacritics 2"
"""That of the archive's index (`store.m001_first.WORDS`): case and accents do not matter."""
BEGIN, END = "\x02", "\x03"
"""Around words that are found; control characters, which no report needs, so that the rest stays text."""
AROUND = 40
"""Words of a report around its hits; FTS5 has 64 at most."""
RANKED = 2_000
"""Reports at most that are ordered by how well they match: each costs some 30 µs, as its words are counted again."""
COUNTED = 10_000
"""Reports that are counted; more are "more than" so many."""
LATEST = 5_000
"""Reports that were added last, of which the newest by their days come first."""
BATCH = 100
"""Reports whose statements and events are looked at together."""
LOOKED = 400
"""Reports at most whose statements or events are looked at: with ten of each in a report within 0.1 s."""
_RANK = "SELECT rowid AS doc, rank AS place FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?"
_PLACE = "row_number() OVER (ORDER BY d.published DESC, d.doc DESC) AS place"
_LAST = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?"


def count(words: str) -> Query:
    """Return the query for how many reports have the words, up to one more than `COUNTED`."""
    sql = "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)"
    return Query(sql, (matching(words), COUNTED + 1), columns(reports="integer"))


def reports(words: str, *, order: Order, limit: int) -> Query:
    """Return the query for reports that have all the words, with what stands around them.

    Args:
        words: all of which are to be found, "in quotes" next to each other.
        order: the best match first, or the newest.
        limit: rows at most.

    Returns:
        `title` and `excerpt` have `BEGIN` and `END` around the words that were found.
    """
    if order not in get_args(Order):
        raise QueryError(f"There is no order {order!r}: there are {', '.join(get_args(Order))}.")
    match = matching(words)
    chosen = f"({_RANK})" if order == "best" else f"({_newest(_PLACE)})"
    bounds: tuple[str | int, ...] = (match, limit) if order == "best" else (match, LATEST, limit)
    marked = f"'{BEGIN}', '{END}'"
    sql = (
        "SELECT d.id AS document, d.published AS published, d.publisher AS publisher, "
        f"highlight(words, 0, {marked}) AS title, snippet(words, 1, {marked}, '…', {AROUND}) AS excerpt, d.url AS url "
        f"FROM {chosen} n CROSS JOIN words ON words.rowid = n.doc CROSS JOIN documents d ON d.doc = n.doc "
        "WHERE words MATCH ? ORDER BY n.place"
    )
    return Query(
        sql, (*bounds, match),
        columns(document="text", published="day", publisher="text", title="text", excerpt="text", url="text"),
    )  # fmt: skip


def newest(words: str, limit: int = LOOKED) -> Query:
    """Return the query for the numbers of the newest reports that have the words."""
    return Query(_newest(), (matching(words), LATEST, limit), columns(doc="integer"))


def parts(marked: str) -> list[tuple[str, bool]]:
    r"""Return a text in parts, each with whether it was found.

    Example:
        >>> parts("the \x02truce\x03 holds")
        [('the ', False), ('truce', True), (' holds', False)]
    """
    made: list[tuple[str, bool]] = []
    for n, part in enumerate(marked.split(BEGIN)):
        found, _, rest = part.partition(END) if n else ("", "", part)
        made += [(found, True), (rest.replace(END, ""), False)]
    return [(words, is_found) for words, is_found in made if words]


def _newest(also: str = "") -> str:
    shown = ", ".join(one for one in ("d.doc", also) if one)
    return f"SELECT {shown} FROM documents d WHERE d.doc IN ({_LAST}) ORDER BY d.published DESC, d.doc DESC LIMIT ?"


def statements(docs: Sequence[int], filters: Filters) -> Query:
    """Return the query for the statements of reports, with their sources' names and the words of their contents."""
    where = Where([f"s.doc IN ({marks(docs)})"], list(docs))
    tables = "all_statements s CROSS JOIN documents d ON d.doc = s.doc LEFT JOIN actors a ON a.actor = s.source"
    shown = f"s.statement AS number, s.doc AS doc, a.name AS name, {CONTENTS.format('s')} AS words"
    return _texts(shown, tables, counted(where, filters, "s", kind="statement"))


def events(docs: Sequence[int], filters: Filters) -> Query:
    """Return the query for the events of reports, with their sentences; `name` is empty."""
    where = Where([f"e.doc IN ({marks(docs)})"], list(docs))
    tables = (
        "all_events e CROSS JOIN event_mentions m ON m.event = e.event AND m.n = 1 "
        "CROSS JOIN documents d ON d.doc = e.doc"
    )
    sentence = "substr(d.text, m.sentence_start + 1, m.sentence_end - m.sentence_start)"
    shown = f"e.event AS number, e.doc AS doc, '' AS name, {sentence} AS words"
    return _texts(shown, tables, counted(where, filters, "e"))


def documents(kind: Kind, numbers: Sequence[int]) -> Query:
    """Return the query for the ids of the reports that statements or events are in, by their numbers."""
    number = kind.removesuffix("s")
    sql = (
        f"SELECT DISTINCT d.id AS document FROM all_{kind} f JOIN documents d ON d.doc = f.doc "
        f"WHERE f.{number} IN ({marks(numbers)})"
    )
    return Query(sql, tuple(numbers), columns(document="text"))


def _texts(shown: str, tables: str, parts: Sequence[Where]) -> Query:
    found = Parts(tables, parts)
    return Query(found.select(shown), found.values, columns(number="integer", doc="integer", name="text", words="text"))


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement or event that has the words: its number, and its texts with marks around the words."""

    number: int
    name: str
    words: str


def having(words: str, texts: Iterable[tuple[int, str | None, str | None]]) -> list[Hit]:
    r"""Return those texts that have all the words, in their order, by the rules of the archive's index.

    Args:
        words: as of `reports`; a word may be in the name or in the words, a phrase in one of them.
        texts: number, name and words of each.

    Example:
        >>> [hit.name for hit in having("lodz talks", [(1, "Łódź", "No."), (2, "Lódź", "talks")])]
        ['\x02Lódź\x03']
    """
    rows = list(texts)
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute(f"CREATE VIRTUAL TABLE texts USING fts5 (name, words, tokenize = '{TOKENIZER}')")
        memory.executemany(
            "INSERT INTO texts (rowid, name, words) VALUES (?, ?, ?)",
            ((n, name, text) for n, (_, name, text) in enumerate(rows)),
        )
        found = memory.execute(
            "SELECT rowid, highlight(texts, 0, ?, ?), highlight(texts, 1, ?, ?) FROM texts WHERE texts MATCH ? "
            "ORDER BY rowid",
            (BEGIN, END, BEGIN, END, matching(words)),
        ).fetchall()
    return [Hit(rows[n][0], name or "", text or "") for n, name, text in found]


@dataclass(frozen=True, slots=True)
class Looked:
    """Statements or events that have the words, and how far they were looked for.

    Attributes:
        hits: of the newest reports first.
        reports: how many reports were looked at.
        whole: whether those are all that have the words.
    """

    hits: tuple[Hit, ...]
    reports: int
    whole: bool


def looked_for(archive: Archive, words: str, kind: Kind, limit: int, filters: Filters) -> Looked:
    """Look for statements or events in the newest reports that have the words, until there are enough.

    Args:
        archive: an open archive.
        words: as of `reports`.
        kind: what is looked for.
        limit: how many are enough.
        filters: with `decided` or `as_of`.
    """
    docs = [doc for (doc,) in Answer(archive, newest(words, LOOKED + 1)).rows()]
    hits: list[Hit] = []
    looked = 0
    while looked < min(len(docs), LOOKED) and len(hits) <= limit:
        batch = docs[looked : min(looked + BATCH, LOOKED)]
        hits += _hits_in(archive, words, kind, batch, filters)
        looked += len(batch)
    return Looked(tuple(hits), looked, looked == len(docs))


def _hits_in(archive: Archive, words: str, kind: Kind, docs: Sequence[int], filters: Filters) -> list[Hit]:
    """Return the hits in reports, those of the first report first."""
    query = (statements if kind == "statements" else events)(docs, filters)
    place = {doc: n for n, doc in enumerate(docs)}
    rows = sorted(Answer(archive, query).rows(), key=lambda row: (place[row[1]], row[0]))
    return having(words, ((number, name, text) for number, _, name, text in rows))
