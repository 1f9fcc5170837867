"""Verdicts: the findings of a document with their numbers, and the decision that holds for each.

In: an archive, a document or a finding. Out: numbers, ids, decisions.
What it does not know: what was found; the record says it.
"""

from __future__ import annotations

from dataclasses import dataclass

from chancery.store.archive import Archive
from chancery.store.decisions import LOCAL, Finding, Kind

KINDS: tuple[Kind, ...] = ("event", "statement", "figure", "role")
"""The kinds of findings that can be decided about."""


@dataclass(frozen=True, slots=True)
class Held:
    """A decision that holds: its number, what it is, by whom and when; `value` is a correction's JSON."""

    decision: int
    verdict: str
    by: str
    decided: str
    value: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding is: its document's number and id, its id in the record, whether it counts."""

    doc: int
    document: str
    local: str
    live: bool


def about(archive: Archive, doc: int) -> dict[str, tuple[Finding, Held | None]]:
    """Return the findings of a document that count, by their ids in its record, with what holds for them."""
    found: dict[str, tuple[Finding, Held | None]] = {}
    for kind in KINDS:
        rows = archive.connection.execute(
            f"SELECT {LOCAL[kind]}, f.{kind}, d.decision, d.verdict, d.decided_by, d.decided, d.value, d.note "
            f"FROM all_{kind}s f LEFT JOIN standing s ON s.kind = ? AND s.number = f.{kind} "
            "LEFT JOIN decisions d ON d.decision = s.decision WHERE f.doc = ? AND f.live = 1",
            (kind, doc),
        )
        for local, number, decision, *held in rows:
            found[local] = (Finding(kind, number), None if decision is None else Held(decision, *held))
    return found


def place_of(archive: Archive, finding: Finding) -> Place | None:
    """Return where a finding is, None where there is none of that number."""
    row = archive.connection.execute(
        f"SELECT f.doc, d.id, {LOCAL[finding.kind]}, f.live FROM {finding.table} f JOIN documents d ON d.doc = f.doc "
        f"WHERE f.{finding.kind} = ?",
        (finding.number,),
    ).fetchone()
    return None if row is None else Place(row[0], row[1], row[2], bool(row[3]))
