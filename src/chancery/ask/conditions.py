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

    @property
    def sql(self) -> str:
        """The conditions as the end of a statement."""
        return " AND ".join(self.conditions) or "1"


def marks(values: Sequence[object]) -> str:
    """Return a placeholder for each value."""
    return ", ".join("?" * len(values))


def counting(where: Where, filters: Filters, table: str) -> None:
    """Ask for the findings that count, now or as of then.

    Args:
        where: to which it is added.
        filters: with `as_of`.
        table: the alias of a table with `live` and `reading`.
    """
    if not filters.as_of:
        where.add(f"{table}.live = 1")
    elif filters.as_of.isdigit():
        run = int(filters.as_of)
        where.add(f"{table}.reading IN (SELECT reading FROM readings WHERE run <= ? AND coalesce(until_run, ?) > ?)",
                  run, run + 1, run)  # fmt: skip
    else:
        moment = last_second(filters.as_of)
        where.add(
            f"{table}.reading IN (SELECT reading FROM readings WHERE made <= ? AND coalesce(until, '9999') > ?)",
            moment, moment,
        )  # fmt: skip


def last_second(value: str) -> str:
    """Return the last moment that a day or minute covers, as the archive writes moments."""
    full = {10: f"{value}T23:59:59Z", 16: f"{value}:59Z", 17: f"{value[:-1]}:59Z", 19: f"{value}Z"}
    return full.get(len(value), value)


def reported(where: Where, filters: Filters, doc: str) -> None:
    """Ask for what the report must be like: its words, publisher and id.

    Args:
        where: to which it is added.
        filters: with `words`, `publisher`, `document`.
        doc: the column with the document's number.
    """
    if filters.words.strip():
        where.add(f"{doc} IN (SELECT rowid FROM words WHERE words MATCH ?)", matching(filters.words))
    if filters.publisher:
        where.add(
            f"{doc} IN (SELECT d.doc FROM documents d WHERE d.publisher IN ({marks(filters.publisher)}) OR d.family IN "
            "(SELECT c.family FROM sightings s JOIN documents c ON c.doc = s.doc WHERE s.publisher IN "
            f"({marks(filters.publisher)})))",
            *filters.publisher, *filters.publisher,
        )  # fmt: skip
    if filters.document:
        where.add(f"{doc} = (SELECT doc FROM documents WHERE id = ?)", filters.document)


def dated(where: Where, filters: Filters, day: str) -> None:
    """Ask for days between `since` and `until`."""
    if filters.since:
        where.add(f"{day} >= ?", filters.since)
    if filters.until:
        where.add(f"{day} <= ?", filters.until)


def matching(words: str) -> str:
    """Return words as an FTS5 query in which they are nothing but words.

    Example:
        >>> matching('cease-fire "Security Council" OR')
        '"cease-fire" "Security Council" "OR"'
    """
    found = ("".join(pair) for pair in _WORD.findall(words))
    quoted = ('"' + one.replace('"', "").replace("\x00", "") + '"' for one in found if one.strip('"'))
    return " ".join(quoted) or '""'


def containing(part: str) -> str:
    """Return a pattern for LIKE that finds a part, whatever characters it has; the escape is a backslash."""
    escaped = re.sub(r"([\\%_])", r"\\\1", part.replace("\x00", ""))
    return f"%{escaped}%"
