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
_CORRECTED = "SELECT corrected FROM standing WHERE corrected IS NOT NULL"
ALIKE = (
    "SELECT {0} UNION SELECT b.actor FROM actors a JOIN actors b ON b.name = a.name AND +b.country = a.country "
    "WHERE a.actor = {0} AND a.country <> ''"  # plus: fewer actors have a name than a country
)
"""The numbers of an actor and of those with its name and country, of another kind or other sectors: as a state's
government in one report and as the state in another. Where the country is not known, a name alone says too little."""
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


def counted(where: Where, filters: Filters, table: str, first: str = "", kind: str = "event") -> list[Where]:
    """Return conditions with what makes a finding count, in one part, or in two that share no finding.

    As of then those count that are live and had been read, and those that were read and are live no longer. As decided
    those count that are live and were neither rejected nor corrected, and those that corrections made. Each part has
    indexes of its own.

    Args:
        where: all other conditions.
        filters: with `as_of`.
        table: the alias of a table with `live` and `reading`.
        first: the alias of a table before it that has `live` too.
        kind: of the finding; its number is in a column of that name.
    """
    live = f"{first or table}.live = 1"
    if filters.decided:
        return _decided(where, live, kind, f"{first or table}.{kind}")
    if not filters.as_of:
        return [where.with_(live)]
    made, until, then = _then(filters.as_of)
    later = f"SELECT reading FROM readings WHERE until_run IS NULL AND {made} > ?"
    past = f"SELECT reading FROM readings WHERE until_run IS NOT NULL AND {made} <= ? AND {until} > ?"
    return [
        where.with_(f"{live} AND {table}.reading NOT IN ({later})", then),
        where.with_(f"{table}.live = 0 AND {table}.reading IN ({past})", then, then),
    ]


def _decided(where: Where, live: str, kind: str, number: str) -> list[Where]:
    """Return conditions with what people decided that counts."""
    overruled = f"SELECT number FROM standing WHERE kind = '{kind}' AND verdict <> 'accept'"
    as_read = where.with_(f"{live} AND {number} NOT IN ({overruled})")
    if kind != "event":
        return [as_read]
    return [as_read, where.with_(f"{live.replace('= 1', '= 0')} AND {number} IN ({_CORRECTED})")]


def events_in(table: str, condition: Where, filters: Filters) -> Where:
    """Return a SELECT of the events of a table that fulfil a condition, and its values.

    Args:
        table: with `event` and `live`, and indexes of the rows that are live.
        condition: on its columns.
        filters: by which other rows than those can count.
    """
    chosen = f"SELECT event FROM {table} WHERE {condition.sql}"
    if filters.as_of:
        return Where([chosen], condition.values)
    live = f"SELECT event FROM {table} WHERE live = 1 AND {condition.sql}"
    if not filters.decided:
        return Where([live], condition.values)
    return Where([f"{live} UNION ALL {chosen} AND event IN ({_CORRECTED})"], condition.values * 2)


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
    live = "" if filters.as_of or filters.decided else " AND s.live = 1"
    named(
        where, "name", filters.said_by, f"({table}.reading, {table}.said_by) IN (SELECT s.reading, s.local {by}{live})"
    )


def judged(where: Where, filters: Filters, kind: str, number: str) -> None:
    """Ask what people decided about a finding.

    Args:
        where: to which it is added.
        filters: with `decision`.
        kind: of the finding.
        number: the column with its number.
    """
    verdicts = [one for one in filters.decision if one != "none"]
    of = "coalesce(corrected, number)" if filters.decided else "number"
    decided = f"SELECT {of} FROM standing WHERE kind = '{kind}'"
    ways = []
    if verdicts:
        ways.append(f"{number} IN ({decided} AND verdict IN ({marks(verdicts)}))")
    if "none" in filters.decision:
        ways.append(f"{number} NOT IN ({decided})")
    if ways:
        where.add(f"({' OR '.join(ways)})", *verdicts)


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
