"""Conditions: filters as SQL with placeholders.

In: filters. Out: conditions and their values; nothing that a person wrote is ever part of the SQL.
What it does not know: what is selected.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from chancery.ask.filters import Filters

_WORD = re.compile(r'"([^"]*)"|(\S+)')
Value = str | int | float | None


@dataclass(slots=True)
class Where:
    """Conditions, all of which must hold, and the values of their placeholders."""

    conditions: list[str] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)

    def add(self, condition: str, *values: Value) -> None:
        """Add a condition with its values."""
        self.conditions.append(condition)
        self.values.extend(values)

    def among(self, column: str, values: Sequence[str]) -> None:
        """Ask that a column has one of several values, if any are given."""
        if values:
            self.add(f"{column} IN ({marks(values)})", *values)

    def with_(self, condition: str, *values: Value) -> Where:
        """Return other conditions: these and one more."""
        return Where([*self.conditions, condition], [*self.values, *values])

    @property
    def sql(self) -> str:
        """The conditions as the end of a statement."""
        return " AND ".join(self.conditions) or "1"


def marks(values: Sequence[object]) -> str:
    """Return a placeholder for each value."""
    return ", ".join("?" * len(values))


def counted(where: Where, filters: Filters, table: str, first: str = "") -> list[Where]:
    """Return conditions with what makes a finding count, in one part, or as of then in two that share no finding.

    As of then those count that are live and had been read, and those that were read and are live no longer. Each part
    has indexes of its own.

    Args:
        where: all other conditions.
        filters: with `as_of`.
        table: the alias of a table with `live` and `reading`.
        first: the alias of a table before it that has `live` too.
    """
    live = f"{first or table}.live = 1"
    if not filters.as_of:
        return [where.with_(live)]
    made, until, then = _then(filters.as_of)
    later = f"SELECT reading FROM readings WHERE until_run IS NULL AND {made} > ?"
    past = f"SELECT reading FROM readings WHERE until_run IS NOT NULL AND {made} <= ? AND {until} > ?"
    return [
        where.with_(f"{live} AND {table}.reading NOT IN ({later})", then),
        where.with_(f"{table}.live = 0 AND {table}.reading IN ({past})", then, then),
    ]


def _then(as_of: str) -> tuple[str, str, Value]:
    """Return the columns of `readings` with what is compared with a run or a moment, and that."""
    return ("run", "until_run", int(as_of)) if as_of.isdigit() else ("made", "until", last_second(as_of))


def last_second(value: str) -> str:
    """Return the last moment that a day or minute covers, as the archive writes moments."""
    full = {10: f"{value}T23:59:59Z", 16: f"{value}:59Z", 17: f"{value[:-1]}:59Z", 19: f"{value}Z"}
    return full.get(len(value), value)


def reported(where: Where, filters: Filters, doc: str, *, frequent: bool = False) -> None:
    """Ask for what the report must be like: its words, publisher and id.

    Args:
        where: to which it is added.
        filters: with `words`, `publisher`, `document`.
        doc: the column with the document's number.
        frequent: the words are in so many reports that findings are not looked up by them: each is looked at, in the
            order of another index, whether its report is among those (SQLite's unary plus).
    """
    if filters.words:
        where.add(f"{'+' * frequent}{doc} IN (SELECT rowid FROM words WHERE words MATCH ?)", matching(filters.words))
    if filters.publisher:  # a copy stands for what was read in the document that it is a copy of
        seen = marks(filters.publisher)
        where.add(
            f"{doc} IN (SELECT d.doc FROM documents d WHERE d.publisher IN ({seen}) OR d.family IN "
            f"(SELECT c.family FROM sightings s JOIN documents c ON c.doc = s.doc WHERE s.publisher IN ({seen})))",
            *filters.publisher, *filters.publisher,
        )  # fmt: skip
    if filters.document:
        where.add(f"{doc} IN (SELECT doc FROM documents WHERE id IN ({marks(filters.document)}))", *filters.document)


def dated(where: Where, filters: Filters, day: str) -> None:
    """Ask for days between `since` and `until`."""
    if filters.since:
        where.add(f"{day} >= ?", filters.since)
    if filters.until:
        where.add(f"{day} <= ?", filters.until)


def named(where: Where, column: str, parts: Sequence[str], condition: str = "{}") -> None:
    """Ask that a column has a part of a name in it, in any case, if any are given.

    Args:
        where: to which it is added.
        column: with the names.
        parts: any of which is to be found.
        condition: around that on the column.
    """
    patterns = [pattern for part in parts for pattern in containing(part)]
    if patterns:
        like = " OR ".join([f"{column} LIKE ? ESCAPE '\\'"] * len(patterns))
        where.add(condition.format(f"({like})"), *patterns)


def said(where: Where, filters: Filters, table: str) -> None:
    """Ask by whose words a finding is known; `table` is the alias of one with `reading` and `said_by`."""
    by = "FROM all_statements s WHERE s.source IN (SELECT actor FROM actors WHERE {})"
    live = "" if filters.as_of else " AND s.live = 1"
    named(
        where, "name", filters.said_by, f"({table}.reading, {table}.said_by) IN (SELECT s.reading, s.local {by}{live})"
    )


def matching(words: str) -> str:
    """Return words as an FTS5 query in which they are nothing but words.

    Example:
        >>> matching('cease-fire "Security Council" OR')
        '"cease-fire" "Security Council" "OR"'
    """
    found = ("".join(pair) for pair in _WORD.findall(words))
    quoted = ('"' + one.replace('"', "").replace("\x00", "") + '"' for one in found)
    return " ".join(one for one in quoted if one != '""') or '""'


def containing(part: str) -> list[str]:
    r"""Return patterns for LIKE, with a backslash as escape, that find a part in any case, whatever characters it has.

    SQLite folds the case of ASCII letters only, so that a part with others is looked for in its usual forms.

    Example:
        >>> containing("50%"), containing("Łódź")
        (['%50\\%%'], ['%Łódź%', '%łódź%', '%ŁÓDŹ%'])
    """
    escaped = re.sub(r"([\\%_])", r"\\\1", part.replace("\x00", "\ufffd"))  # LIKE ends at a NUL
    forms = [escaped] if escaped.isascii() else [escaped, escaped.lower(), escaped.upper(), escaped.title()]
    return [f"%{form}%" for form in dict.fromkeys(forms)]
