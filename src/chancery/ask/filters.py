"""Filters: which findings are asked for, checked before anything is asked.

In: what a person wrote. Out: a frozen value that every kind of question understands.
What it does not know: SQL.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, get_args

from chancery.ask.countries import COUNTRIES
from chancery.errors import QueryError
from chancery.record import MODES, Act, EventType, Status

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?Z?)?")
_NUMBER = re.compile(r"[0-9]{1,18}")
_RUN = re.compile(r"[0-9]{1,9}")  # runs are versions of the reader: far fewer than that
MOST = 2**63 - 1
"""The largest integer that SQLite has."""
NOWHERE = "="
"""The filter for events whose place is not known; before a name it asks for the name in full."""
DECISIONS = ("none", "accept", "reject", "correct")
"""What can have been decided about a finding; none is no decision."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which findings are asked for; an empty filter lets all through, several values of one let any of them through.

    Attributes:
        actor: part of the name of somebody who takes part, speaks or holds an office, in any case.
        party: numbers of actors, as `actors` lists them, all of whom take part; each stands for all of its name and
            country (`conditions.ALIKE`).
        country: ISO 3166-1 alpha-3, of either side.
        source, target: countries of a dyad: who acts (or speaks), and on whom.
        linked: only deeds that link two of the countries that are asked for, as `dyads` counts them.
        type, mode, status: PLOVER types and modes, status of an event (or figure).
        act: of a statement: say, deny, accuse …
        said_by: part of the name of the source by whose words an event or figure is known.
        since, until: days, both included.
        place: part of a place's name, or the code of its country in capitals; "=Tripoli" the name in full, with
            "=Tripoli (LBY)" its country too, "=" no place at all.
        words: words of the report's title or text, all of them; "in quotes" next to each other.
        publisher: where the report was seen, in full.
        document: the report's id.
        as_of: a run's number, or a day or moment (UTC): what the archive would have answered then.
        decision: what people decided about a finding, of `DECISIONS`.
        decided: findings as people decided that they are, instead of as they were read.
        newest: the last ones first.
        limit: rows at most, 0 for all; offset: rows passed over before.
    """

    actor: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    linked: bool = False
    type: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    place: tuple[str, ...] = ()
    words: str = ""
    publisher: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    as_of: str = ""
    decision: tuple[str, ...] = ()
    decided: bool = False
    newest: bool = False
    limit: int = 0
    offset: int = 0

    def __post_init__(self) -> None:
        """Refuse what can let nothing through.

        Raises:
            QueryError: an unknown type, mode, status, act or country; a day that does not exist; no text.
        """
        for name in self.__slots__:
            _check_text(name, getattr(self, name))
        _among("type", self.type, get_args(EventType))
        _among("mode", self.mode, sorted({mode for kind in self.type or MODES for mode in MODES.get(kind, ())}))
        _among("status", self.status, get_args(Status))
        _among("act", self.act, get_args(Act))
        for name in ("country", "source", "target"):
            _countries(name, getattr(self, name))
        for number in self.party:
            if not _NUMBER.fullmatch(number):
                raise QueryError(f"party {number!r}: give the number of an actor, as `chancery actors` lists them.")
        for name in ("since", "until"):
            _day(name, getattr(self, name))
        if self.since and self.until and self.since > self.until:
            raise QueryError(f"since {self.since} is after until {self.until}: no day is between them.")
        _moment(self.as_of)
        _among("decision", self.decision, DECISIONS)
        if self.decided and self.as_of:
            raise QueryError("What people decided is known as it stands now: ask for decided or for as_of.")
        if not (0 <= self.limit <= MOST and 0 <= self.offset <= MOST):
            raise QueryError("limit and offset are counts of rows: 0 or more.")


_MANY = frozenset({
    "actor", "country", "source", "target", "type", "mode", "status", "act", "said_by", "place", "publisher",
    "document", "decision", "party",
})  # fmt: skip
_CODES = frozenset({"country", "source", "target", "type", "mode", "status", "act", "decision", "party"})
"""Filters whose values have no commas in them, so that several can stand in one string."""
_UPPER = frozenset({"country", "source", "target", "type"})


def filters_of(**given: object) -> Filters:
    """Make filters of loose values: where several are allowed, one or many; codes are split at commas.

    Types and codes of countries are upper-cased, days may be `datetime.date`, None is no filter.

    Raises:
        QueryError: an unknown filter, or an unknown value of one.

    Example:
        >>> filters_of(type="aid,consult", country="egy").type
        ('AID', 'CONSULT')
    """
    made: dict[str, Any] = {}
    for name, value in given.items():
        if name not in Filters.__slots__:
            raise QueryError(f"There is no filter {name!r}: there are {', '.join(Filters.__slots__)}.")
        if value is not None:
            made[name] = _several(name, value) if name in _MANY else _one(name, value)
    return Filters(**made)


def _several(name: str, value: object) -> tuple[str, ...]:
    """Return one or many strings as a tuple."""
    if not isinstance(value, Iterable):
        raise QueryError(f"{name} {value!r}: give a string, or a list of strings.")
    parts = [value] if isinstance(value, str) else list(value)
    for part in parts:
        _check_text(name, (part,))
    if name in _CODES:
        parts = [one for part in parts for one in part.split(",")]
    stripped = (part.strip() for part in parts)
    return tuple(one.upper() if name in _UPPER else one for one in stripped if one)


def _one(name: str, value: object) -> object:
    """Return a value of a filter that has one."""
    if name in ("newest", "decided", "linked"):
        return value not in ("0", "false") and bool(value)
    if name in ("limit", "offset"):
        if not isinstance(value, int) or isinstance(value, bool):
            raise QueryError(f"{name} {value!r}: give a whole number.")
        return value
    if isinstance(value, date):
        moment = isinstance(value, datetime)
        return value.isoformat() if not moment else value.strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, int) and name == "as_of":
        return str(value)
    _check_text(name, (value,))
    return str(value).strip()


def _check_text(name: str, value: object) -> None:
    """Refuse what is no string, or one that no text in an archive can be equal to."""
    for one in value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ():
        if not isinstance(one, str):
            raise QueryError(f"{name} {one!r}: give a string.")
        try:
            one.encode()
        except UnicodeEncodeError:
            raise QueryError(f"{name} {one!r} is not text in UTF-8: write it again.") from None


def _among(name: str, values: tuple[str, ...], known: Iterable[str]) -> None:
    names = list(known)
    for value in values:
        if value not in names:
            raise QueryError(f"There is no {name} {value!r}: there are {', '.join(names) or 'none of that type'}.")


def _countries(name: str, values: tuple[str, ...]) -> None:
    for value in values:
        if value not in COUNTRIES:
            raise QueryError(f"{name} {value!r}: give the ISO 3166-1 alpha-3 code of a country, such as EGY for Egypt.")


def _day(name: str, value: str) -> None:
    if not value:
        return
    try:
        if not _DAY.fullmatch(value):
            raise ValueError(value)
        date.fromisoformat(value)
    except ValueError:
        raise QueryError(f"{name} {value!r} is not a day: write it as YYYY-MM-DD.") from None


def _moment(value: str) -> None:
    if not value or _RUN.fullmatch(value):
        return
    try:
        if not _MOMENT.fullmatch(value):
            raise ValueError(value)
        datetime.fromisoformat(value)
    except ValueError:
        raise QueryError(
            f"as_of {value!r} is neither a run's number nor a day or moment (YYYY-MM-DD or YYYY-MM-DDTHH:MM, UTC)."
        ) from None
