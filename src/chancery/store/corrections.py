"""Corrections: an event as a person says it was, as rows of the tables that hold such events.

In: the number of an event, a correction. Out: the number of another event, in people's reading of the report; the first
one stays as it was read. The new one has `live` 0: only a question for what was decided finds it, by `standing`.
What it does not know: who decided, and whether the decision still holds; `decisions` does.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from chancery import plover
from chancery.errors import DecisionError
from chancery.record import MODES, Actor, ActorKind, Event, EventType, Status
from chancery.store.findings import Row, links_of
from chancery.store.hashing import Value
from chancery.store.rows import Rows

PEOPLE = "people"
"""The model of the run to which the readings with corrected events belong."""
_SIDES = ("actor", "recipient")


class Party(msgspec.Struct, frozen=True, omit_defaults=True):
    """Somebody who takes part in a corrected event; `country` is ISO 3166-1 alpha-3."""

    name: str
    country: str | None = None
    kind: ActorKind = "unknown"
    sectors: tuple[str, ...] = ()


class Dates(msgspec.Struct, frozen=True):
    """A time as EDTF, with the first and the last day that it allows, None where that side is open."""

    edtf: str
    earliest: str | None
    latest: str | None


class Correction(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an event was; what is None stays as it was read.

    Attributes:
        type: PLOVER type; with it `mode` counts, None for none.
        mode: of that type.
        status: whether it happened.
        actors, recipients: all of that side.
        time: when.
    """

    type: EventType | None = None
    mode: str | None = None
    status: Status | None = None
    actors: tuple[Party, ...] | None = None
    recipients: tuple[Party, ...] | None = None
    time: Dates | None = None


def correction_of(value: object) -> Correction:
    """Return a correction from plain values, as JSON has them.

    Raises:
        DecisionError: an unknown field, type, mode or status, or nothing that is corrected.
    """
    try:
        made = msgspec.convert(value, Correction, strict=False)
    except msgspec.ValidationError as error:
        raise DecisionError(f"The correction cannot be used: {error}.") from None
    if made == Correction():
        raise DecisionError("Nothing is corrected: change the type, the status, the parties or the time.")
    if made.mode is not None and made.mode not in MODES.get(made.type or "", ()):
        known = ", ".join(MODES.get(made.type, ())) if made.type else ""
        raise DecisionError(f"There is no mode {made.mode!r} of {made.type}: there are {known or 'none'}.")
    return made


def write(rows: Rows, event: int, correction: Correction, now: str) -> int:
    """Keep an event as it is after a correction.

    Args:
        rows: of an archive in a transaction.
        event: its number.
        correction: what is different.
        now: the time, as the archive writes it.

    Returns:
        The number of the corrected event: in people's reading of the report, with the words and the statement that the
        event was read from.
    """
    old = _row(rows, "all_events", "event = ?", event)
    reading = _reading(rows, int(str(old["doc"])), now)
    row = _corrected(old, correction) | {"reading": reading, "live": 0}
    made = rows.insert("all_events", {name: value for name, value in row.items() if name != "event"})
    parties = {role: _parties(rows, event, role, correction) for role in _SIDES}
    for role, side in parties.items():
        for n, party in enumerate(side, start=1):
            local, actor = _appearance(rows, reading, party)
            rows.insert("participants", {"event": made, "role": role, "n": n, "local": local, "actor": actor})
    deniers = _found(rows, "participants", "event = ? AND role = 'denier'", event)
    for table, found in (
        ("event_mentions", _found(rows, "event_mentions", "event = ?", event)),
        ("participants", deniers),
    ):
        for part in found:
            rows.insert(table, part | {"event": made})
    for table, link in links_of(*_as_event(row, parties), row):
        rows.insert(table, {"event": made, "doc": row["doc"], "live": 0, **link})
    for statement in (old["said_by"], *(denier["local"] for denier in deniers)):
        _copy_statement(rows, statement, old["reading"], reading)
    return made


def erase(rows: Rows, event: int) -> None:
    """Delete an event as it was after a correction."""
    rows.connection.execute("DELETE FROM all_events WHERE event = ?", (event,))
    rows.forget_numbers()  # its number is free again


def _found(rows: Rows, table: str, condition: str, *values: Value) -> list[Row]:
    columns = rows.tables[table].columns
    found = rows.connection.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE {condition}", values)
    return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]


def _row(rows: Rows, table: str, condition: str, *values: Value) -> Row:
    return _found(rows, table, condition, *values)[0]


def _reading(rows: Rows, doc: int, now: str) -> int:
    """Return people's reading of a document, made where there is none; it is over as soon as it is made."""
    reader: Row = {"version": "", "model": PEOPLE, "model_sha256": "", "settings": "{}"}
    runs = rows.connection.execute("SELECT run FROM runs WHERE model = ?", (PEOPLE,)).fetchone()
    run = int(runs[0]) if runs else rows.insert("runs", {**reader, "started": now})
    found = rows.connection.execute("SELECT reading FROM readings WHERE doc = ? AND run = ?", (doc, run)).fetchone()
    if found:
        return int(found[0])
    return rows.insert("readings", {"doc": doc, "run": run, "until_run": run, "made": now, "until": now})


def _copy_statement(rows: Rows, local: Value, old: Value, reading: int) -> None:
    """Have a statement of a reading in people's reading too, once: an event is known by it, or denied in it."""
    known = "reading = ? AND local = ?"
    if local is None or _found(rows, "all_statements", known, reading, local):
        return
    for said in _found(rows, "all_statements", known, old, local):
        copied = {name: value for name, value in said.items() if name != "statement"}
        rows.insert("all_statements", copied | {"reading": reading, "live": 0})


def _corrected(row: Row, correction: Correction) -> Row:
    """Return an event's row with what is different."""
    changed: dict[str, Value] = {}
    if correction.type is not None:
        changed |= {
            "type": correction.type, "mode": correction.mode, "quad": plover.QUADS[correction.type],
            "score": plover.score_of(correction.type, correction.mode),
        }  # fmt: skip
    if correction.status is not None:
        changed["status"] = correction.status
    if correction.time is not None:
        time = correction.time
        changed |= {"edtf": time.edtf, "earliest": time.earliest, "latest": time.latest, "day_from": "text"}
        changed |= {"day": time.earliest or time.latest, "time_start": None, "time_end": None}  # no words say so
    return {**row, **changed}


def _parties(rows: Rows, event: int, role: str, correction: Correction) -> list[Party]:
    """Return the parties of one side: those of the correction, else those that were read."""
    given = correction.actors if role == "actor" else correction.recipients
    if given is not None:
        return list(given)
    read = rows.connection.execute(
        "SELECT a.name, a.country, a.kind, a.sectors FROM participants p JOIN actors a ON a.actor = p.actor "
        "WHERE p.event = ? AND p.role = ? ORDER BY p.n",
        (event, role),
    )
    return [Party(name, country or None, kind, tuple(sectors.split())) for name, country, kind, sectors in read]


def _appearance(rows: Rows, reading: int, party: Party) -> tuple[str, int]:
    """Return a party's id in people's reading and the archive's number, both made where they are missing."""
    key: Row = {
        "name": party.name, "kind": party.kind, "country": party.country or "", "sectors": " ".join(party.sectors),
    }  # fmt: skip
    query = "SELECT actor FROM actors WHERE name = ? AND kind = ? AND country = ? AND sectors = ?"
    found = rows.connection.execute(query, [*key.values()]).fetchone()
    actor = int(found[0]) if found else rows.insert("actors", key)
    known = rows.connection.execute("SELECT local, actor FROM appearances WHERE reading = ?", (reading,)).fetchall()
    locals_ = {number: local for local, number in known}
    if actor not in locals_:
        locals_[actor] = f"a{len(known) + 1}"
        rows.insert("appearances", {"reading": reading, "local": locals_[actor], "actor": actor, "mentions": "[]"})
    return locals_[actor], actor


def _as_event(row: Row, parties: dict[str, list[Party]]) -> tuple[Event, dict[str, Actor]]:
    """Return an event with its parties, as `links_of` takes it."""
    actors: dict[str, Actor] = {}
    sides = [tuple(_ids(parties[role], actors)) for role in _SIDES]
    values: Any = row
    event = Event(
        values["local"], values["type"], values["mode"], values["status"], (), sides[0], sides[1], None, None, (), None,
        (), values["confidence"], (),
    )  # fmt: skip
    return event, actors


def _ids(parties: Iterable[Party], actors: dict[str, Actor]) -> Iterable[str]:
    """Yield an id for each party; the same one on both sides has one id."""
    for party in parties:
        local = f"{party.name}|{party.country}"
        actors[local] = Actor(local, party.name, party.kind, party.country, party.sectors, ())
        yield local
