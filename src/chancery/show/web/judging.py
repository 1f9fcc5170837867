"""Judging: a form about an event as a correction of it, and an event as the values of that form.

In: forms, events with their actors. Out: corrections, of what differs from what was read; values to fill a form with.
What it does not know: HTTP, archives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from chancery import plover
from chancery.ask.countries import COUNTRIES
from chancery.errors import DecisionError
from chancery.record import MODES, Actor, Event, Record
from chancery.resolve import edtf
from chancery.store.corrections import Correction, correction_of

_PARTY = re.compile(r"(?P<name>.+?)\s*(?:\((?P<country>[A-Za-z]{3})\))?")


def values_of(event: Event, record: Record) -> dict[str, str]:
    """Return an event as the values of the form by which it is corrected."""
    return {
        "deed": _deed(event.type, event.mode), "status": event.status,
        "actors": _lines(_parties(event.actors, record)), "recipients": _lines(_parties(event.recipients, record)),
        "time": (event.time.edtf or "") if event.time is not None else "",
    }  # fmt: skip


def corrected_values(values: Mapping[str, str], correction: Correction) -> dict[str, str]:
    """Return the values of a form after a correction."""
    changed = dict(values)
    if correction.type is not None:
        changed["deed"] = _deed(correction.type, correction.mode)
    if correction.status is not None:
        changed["status"] = correction.status
    for side, parties in (("actors", correction.actors), ("recipients", correction.recipients)):
        if parties is not None:
            changed[side] = _lines((party.name, party.country) for party in parties)
    if correction.time is not None:
        changed["time"] = correction.time.edtf
    return changed


def deeds() -> list[str]:
    """Return what the form's list of deeds offers: each type, and each type with each of its modes."""
    return [deed for kind in plover.QUADS for deed in (kind, *(f"{kind} {mode}" for mode in MODES.get(kind, ())))]


def correction_from(form: Mapping[str, Any], event: Event, record: Record) -> Correction:
    """Return what a form says is different from what was read.

    Args:
        form: `deed`, `status`, `actors`, `recipients` (a party a line: "Nadia Farouk (EGY)"), `time` (EDTF); one that
            is missing says nothing.
        event: as it was read.
        record: with its actors.

    Raises:
        DecisionError: nothing is different, or a value cannot be used.
    """
    read = values_of(event, record)
    given = {name: _plain(str(form[name])) for name in read if name in form}
    changed = {name: value for name, value in given.items() if value != read[name]}
    made: dict[str, Any] = {}
    if "deed" in changed:
        kind, _, mode = changed["deed"].partition(" ")
        made |= {"type": kind, "mode": mode or None}
    if "status" in changed:
        made["status"] = changed["status"]
    for side in ("actors", "recipients"):
        if side in changed:
            made[side] = [_party(line, record.actors) for line in changed[side].splitlines()]
    if "time" in changed:
        made["time"] = _dates(changed["time"])
    return correction_of(made)


def _deed(kind: str, mode: str | None) -> str:
    return kind if mode is None else f"{kind} {mode}"


def _parties(ids: Sequence[str], record: Record) -> Iterable[tuple[str, str | None]]:
    """Yield the names and countries of actors by their ids."""
    by_id = {actor.id: actor for actor in record.actors}
    return ((by_id[one].name, by_id[one].country) for one in ids if one in by_id)


def _lines(parties: Iterable[tuple[str, str | None]]) -> str:
    return "\n".join(name if country is None else f"{name} ({country})" for name, country in parties)


def _plain(value: str) -> str:
    """Return a value of a form without blank lines and blanks at the ends of lines."""
    return "\n".join(line.strip() for line in value.splitlines() if line.strip())


def _party(line: str, actors: Iterable[Actor]) -> dict[str, Any]:
    """Return a party of the form: the actor of that name and country where the report has one."""
    found = _PARTY.fullmatch(line)
    name, country = (found["name"], (found["country"] or "").upper() or None) if found else (line, None)
    if country is not None and country not in COUNTRIES:
        raise DecisionError(f"There is no country {country!r}: write the ISO 3166-1 alpha-3 code, such as EGY.")
    for actor in actors:
        if (actor.name, actor.country) == (name, country):
            return {"name": name, "country": country, "kind": actor.kind, "sectors": list(actor.sectors)}
    return {"name": name, "country": country}


def _dates(value: str) -> dict[str, str | None]:
    """Return a time of the form with the days that it allows."""
    extent = edtf.parse(value)
    if extent is None or (extent.first is None and extent.last is None):
        raise DecisionError(f"{value!r} is no time: write 2026-03-05, 2026-03, 2026 or 2026-03-05/2026-03-08 (EDTF).")
    first, last = (None if day is None else day.isoformat() for day in (extent.first, extent.last))
    return {"edtf": value, "earliest": first, "latest": last}


def decoded(value: str | None) -> Correction | None:
    """Return a correction from the JSON that a decision keeps."""
    return None if value is None else msgspec.json.decode(value, type=Correction)
