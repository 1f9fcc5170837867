"""Filters: which findings are asked for, checked before anything is asked.

In: what a person wrote. Out: a frozen value that every kind of question understands.
What it does not know: SQL.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import get_args

from chancery.errors import QueryError
from chancery.record import MODES, Act, EventType, Status

_COUNTRY = re.compile(r"[A-Z]{3}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?Z?)?")


@dataclass(frozen=True, slots=True)
class Filters:
    """Which findings are asked for; an empty filter lets all through, several values of one let any of them through.

    Attributes:
        actor: part of the name of somebody who takes part, speaks or holds an office, in any case.
        country: ISO 3166-1 alpha-3, of either side.
        source, target: countries of a dyad: who acts (or speaks), and on whom.
        type, mode, status: PLOVER types and modes, status of an event (or figure).
        act: of a statement: say, deny, accuse …
        since, until: days, both included.
        place: part of a place's name, or the code of its country.
        words: words of the report's title or text, all of them; "in quotes" next to each other.
        publisher: where the report was seen, in full.
        document: the report's id.
        as_of: a run's number, or a day or moment (UTC): what the archive would have answered then.
        newest: the last ones first.
        limit: rows at most, 0 for all; offset: rows passed over before.
    """

    actor: str = ""
    country: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    place: str = ""
    words: str = ""
    publisher: tuple[str, ...] = ()
    document: str = ""
    as_of: str = ""
    newest: bool = False
    limit: int = 0
    offset: int = 0

    def __post_init__(self) -> None:
        """Refuse what can let nothing through.

        Raises:
            QueryError: an unknown type, mode, status, act or form of a country; a day that does not exist.
        """
        _among("type", self.type, get_args(EventType))
        _among("mode", self.mode, sorted({mode for modes in MODES.values() for mode in modes}))
        _among("status", self.status, get_args(Status))
        _among("act", self.act, get_args(Act))
        for name in ("country", "source", "target"):
            for code in getattr(self, name):
                if not _COUNTRY.fullmatch(code):
                    raise QueryError(f"{name} {code!r}: give the ISO 3166-1 alpha-3 code of a country, such as EGY.")
        for name in ("since", "until"):
            _day(name, getattr(self, name))
        _moment(self.as_of)
        if self.limit < 0 or self.offset < 0:
            raise QueryError("limit and offset are counts of rows: 0 or more.")


def filters_of(**given: object) -> Filters:
    """Make filters of loose values: a string where several are allowed is split at commas, types and codes upper-cased.

    Raises:
        QueryError: an unknown filter, or an unknown value of one.

    Example:
        >>> filters_of(type="aid,consult", country="egy").type
        ('AID', 'CONSULT')
    """
    made: dict[str, object] = {}
    for name, value in given.items():
        if name not in Filters.__slots__:
            raise QueryError(f"There is no filter {name!r}: there are {', '.join(Filters.__slots__)}.")
        if value is None:
            continue
        made[name] = _several(name, value) if name in _MANY else value
    return Filters(**made)  # type: ignore[arg-type]


_MANY = frozenset({"country", "source", "target", "type", "mode", "status", "act", "publisher"})
_UPPER = frozenset({"country", "source", "target", "type"})


def _several(name: str, value: object) -> tuple[str, ...]:
    parts = [value] if isinstance(value, str) else list(value)  # type: ignore[call-overload]
    split = parts if name == "publisher" else [one for part in parts for one in str(part).split(",")]
    cleaned = (str(one).strip() for one in split)
    return tuple(one.upper() if name in _UPPER else one for one in cleaned if one)


def _among(name: str, values: tuple[str, ...], known: object) -> None:
    names = list(known)  # type: ignore[call-overload]
    for value in values:
        if value not in names:
            raise QueryError(f"There is no {name} {value!r}: there are {', '.join(names)}.")


def _day(name: str, value: str) -> None:
    if value:
        try:
            date.fromisoformat(value)
        except ValueError:
            raise QueryError(f"{name} {value!r} is not a day: write it as YYYY-MM-DD.") from None


def _moment(value: str) -> None:
    if not value or value.isdigit():
        return
    try:
        if not _MOMENT.fullmatch(value):
            raise ValueError(value)
        datetime.fromisoformat(value)
    except ValueError:
        raise QueryError(f"as-of {value!r} is neither a run's number nor a day (YYYY-MM-DD, UTC).") from None
