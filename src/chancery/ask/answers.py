"""Answers: an archive that is asked.

In: an archive's path, filters. Out: an answer to each question.
What it does not know: how answers are shown.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self, get_args

from chancery.ask import (
    actors,
    decisions,
    documents,
    dyads,
    events,
    facets,
    figures,
    links,
    places,
    roles,
    statements,
    timeline,
)
from chancery.ask.answer import Answer, in_words
from chancery.ask.conditions import matching
from chancery.ask.filters import Filters, filters_of
from chancery.ask.free import Free, guard
from chancery.errors import QueryError
from chancery.store.archive import Archive, open_archive

__all__ = ["UNDERSTOOD", "Answer", "Answers"]

_ALWAYS = frozenset({
    "since", "until", "words", "publisher", "document", "as_of", "newest", "limit", "offset", "decided",
})  # fmt: skip
_DEED = frozenset({"party", "country", "source", "target", "linked", "type", "mode", "status", "place", "said_by"})
UNDERSTOOD: dict[str, frozenset[str]] = {
    "events": _ALWAYS | _DEED | {"actor", "decision"},
    "statements": _ALWAYS | {"actor", "country", "source", "target", "act", "decision"},
    "figures": _ALWAYS | {"actor", "country", "status", "said_by", "decision"},
    "roles": _ALWAYS | {"actor", "country", "decision"},
    "actors": frozenset({"actor", "country", "limit", "offset"}),
    "documents": (_ALWAYS - {"as_of"}) | _DEED | {"actor"},
    "decisions": frozenset({"decision", "document", "since", "until", "newest", "limit", "offset"}),
    "timeline": (_ALWAYS - {"newest", "limit", "offset"}) | _DEED | {"actor", "decision"},
    "dyads": frozenset({
        "source", "target", "country", "status", "since", "until", "as_of", "limit", "offset", "decided",
    }),
}  # fmt: skip
"""The filters that each kind of question understands."""
FREQUENT = 20
"""Words are frequent if they are in more than one of so many reports (measured: `benchmarks.queries`)."""
CACHE = 64 * 1024
"""KiB of pages that a connection keeps: most of the indexes of a month of a large archive; SQLite's own 2 MiB make a
timeline over a million events half as fast again."""


class Answers:
    """An archive that is asked.

    Every question takes the filters of `ask.filters.Filters` by name.

    Example:
        ``Answers("news.db").events(country="EGY", status="planned", since="2026-01-01").arrow()``
    """

    def __init__(self, path: Path | str) -> None:
        """Open an archive for reading.

        Raises:
            ArchiveError: there is none, or it cannot be read.
        """
        self.archive = _opened(path)
        self._guarded: Archive | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the archive."""
        self.archive.close()
        if self._guarded is not None:
            self._guarded.close()

    def events(self, **filters: Any) -> Answer:
        """Ask for events."""
        filtered = _understood("events", filters)
        return Answer(self.archive, events.events(filtered, frequent=self._frequent(filtered)))

    def statements(self, **filters: Any) -> Answer:
        """Ask who said what."""
        return Answer(self.archive, statements.statements(_understood("statements", filters)))

    def figures(self, **filters: Any) -> Answer:
        """Ask which figures were given."""
        return Answer(self.archive, figures.figures(_understood("figures", filters)))

    def roles(self, **filters: Any) -> Answer:
        """Ask who held which office."""
        return Answer(self.archive, roles.roles(_understood("roles", filters)))

    def actors(self, **filters: Any) -> Answer:
        """Ask who appears."""
        return Answer(self.archive, actors.actors(_understood("actors", filters)))

    def documents(self, **filters: Any) -> Answer:
        """Ask which reports there are."""
        return Answer(self.archive, documents.documents(_understood("documents", filters)))

    def decisions(self, **filters: Any) -> Answer:
        """Ask what people decided about findings, when and who."""
        return Answer(self.archive, decisions.decisions(_understood("decisions", filters)))

    def timeline(self, *, period: timeline.Period = "month", by: timeline.By = "status", **filters: Any) -> Answer:
        """Ask how many events there were in each day, month or year, by status, type or quad."""
        _choice("period", period, get_args(timeline.Period))
        _choice("by", by, get_args(timeline.By))
        filtered = _understood("timeline", filters)
        query = timeline.timeline(filtered, period=period, by=by, frequent=self._frequent(filtered))
        return Answer(self.archive, query)

    def facets(self, **filters: Any) -> Answer:
        """Ask which types, statuses, countries and publishers the newest events have that the filters let through."""
        filtered = _understood("timeline", filters)
        return Answer(self.archive, facets.facets(filtered, frequent=self._frequent(filtered)))

    def places(self, **filters: Any) -> Answer:
        """Ask how many events happened, are planned or alleged at each place, those of most events first."""
        filtered = _understood("timeline", filters)
        return Answer(self.archive, places.places(filtered, frequent=self._frequent(filtered)))

    def links(self, **filters: Any) -> Answer:
        """Ask which actors take part in deeds with each other, of the newest that the filters let through."""
        limit = filters.pop("limit", 0)
        filtered = replace(_understood("timeline", filters), limit=limit)
        return Answer(self.archive, links.links(filtered, frequent=self._frequent(filtered)))

    def dyads(
        self, *, period: dyads.Span = "month", undirected: bool = False, together: bool = False, **filters: Any
    ) -> Answer:
        """Ask for conflict and cooperation between countries.

        Args:
            period: a row for each month, for each year, or for all of it, the most frequent pairs first.
            undirected: two countries are one pair, whoever acts; otherwise each direction is one.
            together: all pairs that are asked for are one.
            filters: of `ask.filters.Filters`.
        """
        _choice("period", period, get_args(dyads.Span))
        filtered = _understood("dyads", filters)
        query = dyads.dyads(filtered, period=period, undirected=undirected, together=together)
        return Answer(self.archive, query)

    def pairs(self, **filters: Any) -> Answer:
        """Ask for the most frequent pairs of countries, with few of the counts of `dyads`."""
        return Answer(self.archive, dyads.pairs(_understood("dyads", filters)))

    def published(self, **filters: Any) -> Answer:
        """Ask how many reports were published and read in each month: the denominators of `dyads`."""
        return Answer(self.archive, dyads.published(_understood("dyads", filters)))

    def sql(self, query: str, *, patience: float = 60.0) -> Answer:
        """Ask in SQL, reading only.

        Args:
            query: one SELECT over the tables and views of `docs/archive.md`.
            patience: seconds of work after which it is given up.

        Raises:
            QueryError: it is no single SELECT, does more than read, is wrong, or takes too long.
        """
        if self._guarded is None:
            self._guarded = guard(_opened(self.archive.path))
        return Free(self._guarded, query, patience)

    def _frequent(self, filters: Filters) -> bool:
        """Tell whether words are in so many reports that it is quicker to look at all events in order."""
        if not filters.words:
            return False
        with in_words(self.archive.path):
            read = self.archive.connection.execute("SELECT max(doc) FROM documents").fetchone()[0] or 0
            counting = "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)"
            most = read // FREQUENT
            found = self.archive.connection.execute(counting, (matching(filters.words), most + 1)).fetchone()[0]
        return bool(found > most)


def _opened(path: Path | str) -> Archive:
    archive = open_archive(path)
    archive.connection.execute(f"PRAGMA cache_size = -{CACHE}")
    return archive


def _choice(name: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise QueryError(f"There is no {name} {value!r}: there are {', '.join(known)}.")


def _understood(kind: str, given: dict[str, Any]) -> Filters:
    """Return the filters of a question, refusing those that it would not heed."""
    filters = filters_of(**given)
    for name in given:
        if name not in UNDERSTOOD[kind] and getattr(filters, name):
            raise QueryError(f"{kind} cannot be filtered by {name}: by {', '.join(sorted(UNDERSTOOD[kind]))} they can.")
    return filters
