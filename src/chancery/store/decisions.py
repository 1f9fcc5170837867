"""Decisions: what people say of findings, kept beside what was read, and taken back without being lost.

In: an archive opened for writing, findings, verdicts. Out: rows that are never changed, and which of them holds.
What it does not know: how decisions are asked for; a finding that was decided is not changed by it.

A decision holds for its finding until another is taken or it is undone; then the one before it holds again. When a
later version of the reader reads the report anew, a decision goes on to the finding over the same words: a correction
always, an acceptance or a rejection where type, mode and status are as they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import msgspec

from chancery.errors import DecisionError
from chancery.store import corrections
from chancery.store.archive import Archive
from chancery.store.corrections import Correction
from chancery.store.rows import Rows

Kind = Literal["event", "statement", "figure", "role"]
Verdict = Literal["accept", "reject", "correct"]
LOCAL: dict[Kind, str] = {"event": "f.local", "statement": "f.local", "figure": "f.local", "role": "'r' || f.n"}
"""The id of a finding in its record, as SQL over a table that is called f."""
HOLDS = "x.verdict <> 'undo' AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = x.decision)"
"""Whether a decision has not been undone, as SQL over decisions that are called x."""
_LIKE: dict[Kind, str] = {
    "event": "SELECT n.event FROM all_events o JOIN event_mentions w ON w.event = o.event AND w.n = 1 "
    "JOIN all_events n ON n.reading = ? JOIN event_mentions m ON m.event = n.event "
    "AND (m.span_start, m.span_end) = (w.span_start, w.span_end) WHERE o.event = ? ORDER BY m.n LIMIT 1",
    "statement": "SELECT n.statement FROM all_statements o JOIN all_statements n ON n.reading = ? "
    "AND n.contents = o.contents AND n.source_start IS o.source_start WHERE o.statement = ? LIMIT 1",
    "figure": "SELECT n.figure FROM all_figures o JOIN all_figures n ON n.reading = ? "
    "AND (n.span_start, n.span_end) = (o.span_start, o.span_end) WHERE o.figure = ? LIMIT 1",
    "role": "SELECT n.role FROM all_roles o JOIN all_roles n ON n.reading = ? "
    "AND (n.span_start, n.span_end) = (o.span_start, o.span_end) WHERE o.role = ? LIMIT 1",
}
"""The finding of a later reading over the same words."""
_SAME: dict[Kind, str] = {
    "event": "type, mode, status", "statement": "act, source_local", "figure": "value, unit, status",
    "role": "title, person",
}  # fmt: skip
"""What must be as it was for an acceptance or a rejection to go on."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding: its kind, and its number in the table of that kind."""

    kind: Kind
    number: int

    @property
    def table(self) -> str:
        """The table that it is in."""
        return f"all_{self.kind}s"


@dataclass(frozen=True, slots=True)
class _Holding:
    """The decision that holds."""

    decision: int
    verdict: str
    value: str | None


class Decider:
    """Takes decisions; each call is one transaction."""

    def __init__(self, archive: Archive, by: str) -> None:
        """Prepare to decide.

        Args:
            archive: opened for writing.
            by: who decides, as it is kept.

        Raises:
            DecisionError: no name.
        """
        if not by.strip():
            raise DecisionError("Say who decides: a name, or initials.")
        self._archive = archive
        self._by = by.strip()
        self._rows = Rows(archive.connection)

    def decide(
        self, findings: Iterable[Finding], verdict: str, *, correction: Correction | None = None, note: str = ""
    ) -> list[int]:
        """Take the same decision about findings, all or none.

        Args:
            findings: which.
            verdict: accept (it is right), reject (it is not in the report), correct (it is, but otherwise).
            correction: for `correct`, of an event.
            note: why, in a person's words.

        Returns:
            The numbers of the decisions.

        Raises:
            DecisionError: an unknown finding or verdict, a correction that is missing or of no event.
            ArchiveBusy: the archive cannot be written.
        """
        _check(verdict, correction)
        value = None if correction is None else msgspec.json.encode(correction).decode()
        with self._archive.transaction():
            self._rows.forget_numbers()
            return [self._decide(finding, verdict, value, note) for finding in findings]

    def undo(self, decisions: Sequence[int]) -> list[Finding]:
        """Take decisions back: what held before holds again.

        Returns:
            The findings.

        Raises:
            DecisionError: there is no such decision, or it has been undone.
        """
        with self._archive.transaction():
            self._rows.forget_numbers()
            return [finding for decision in decisions for finding in self._undo(decision)]

    def last(self) -> list[int]:
        """Return this person's latest decision that is not undone, and those that were taken with it."""
        found = self._archive.connection.execute(
            f"SELECT decided, coalesce(note, '') FROM decisions x WHERE decided_by = ? AND {HOLDS} "
            "ORDER BY decision DESC LIMIT 1",
            (self._by,),
        ).fetchone()
        if found is None:
            return []
        rows = self._archive.connection.execute(
            f"SELECT decision FROM decisions x WHERE decided_by = ? AND decided = ? AND note IS ? AND {HOLDS} "
            "ORDER BY decision DESC",
            (self._by, found[0], found[1] or None),
        ).fetchall()
        numbers = [int(row[0]) for row in rows]
        return numbers if found[1].startswith(TOGETHER) else numbers[:1]

    def _decide(self, finding: Finding, verdict: str, value: str | None, note: str) -> int:
        """Add a decision, and let it hold."""
        if value is not None and finding.kind != "event":
            raise DecisionError(f"A {finding.kind} can be accepted or rejected: only events are corrected.")
        found = self._archive.connection.execute(
            f"SELECT doc, reading, {LOCAL[finding.kind]}, live FROM {finding.table} f WHERE {finding.kind} = ?",
            (finding.number,),
        ).fetchone()
        if found is None or not found[3]:
            raise DecisionError(f"There is no {finding.kind} {finding.number} that counts: it may have been read anew.")
        doc, reading, local, _ = found
        decision = self._rows.insert("decisions", {
            "doc": doc, "reading": reading, "kind": finding.kind, "local": local, "verdict": verdict,
            "field": _fields(value), "value": value, "note": note or None, "decided_by": self._by,
            "decided": self._archive.now(),
        })  # fmt: skip
        hold(self._rows, finding, _Holding(decision, verdict, value), self._archive.now())
        return decision

    def _undo(self, decision: int) -> list[Finding]:
        run = self._archive.connection.execute
        found = run(
            f"SELECT doc, reading, kind, local FROM decisions x WHERE decision = ? AND {HOLDS}", (decision,)
        ).fetchone()
        if found is None:
            raise DecisionError(f"There is no decision {decision} that could be undone.")
        doc, reading, kind, local = found
        self._rows.insert("decisions", {
            "doc": doc, "reading": reading, "kind": kind, "local": local, "verdict": "undo",
            "decided_by": self._by, "decided": self._archive.now(), "undoes": decision,
        })  # fmt: skip
        holding = run("SELECT kind, number FROM standing WHERE decision = ?", (decision,)).fetchall()
        before = self._before(reading, kind, local)
        for kind_, number in holding:
            hold(self._rows, Finding(kind_, number), before, self._archive.now())
        return [Finding(kind_, number) for kind_, number in holding]

    def _before(self, reading: int, kind: str, local: str) -> _Holding | None:
        """Return the latest decision about a finding that is not undone."""
        found = self._archive.connection.execute(
            "SELECT decision, verdict, value FROM decisions x WHERE reading = ? AND kind = ? AND local = ? "
            f"AND {HOLDS} ORDER BY decision DESC LIMIT 1",
            (reading, kind, local),
        ).fetchone()
        return _Holding(*found) if found else None


TOGETHER = "all of "
"""How the note of a decision begins that was taken about many findings at once; they are undone together."""


def hold(rows: Rows, finding: Finding, holding: _Holding | None, now: str) -> None:
    """Let a decision hold for a finding in place of another, or none; use it inside a transaction."""
    run = rows.connection.execute
    key = (finding.kind, finding.number)
    before = run("SELECT corrected FROM standing WHERE kind = ? AND number = ?", key).fetchone()
    run("DELETE FROM standing WHERE kind = ? AND number = ?", key)
    if before is not None and before[0] is not None:
        corrections.erase(rows, before[0])
    if holding is None:
        return
    query = f"SELECT doc, reading FROM {finding.table} WHERE {finding.kind} = ?"
    doc, reading = run(query, (finding.number,)).fetchone()
    corrected = None
    if holding.value is not None:
        correction = msgspec.json.decode(holding.value, type=Correction)
        corrected = corrections.write(rows, finding.number, correction, now)
    rows.insert("standing", {
        "kind": finding.kind, "number": finding.number, "verdict": holding.verdict, "decision": holding.decision,
        "corrected": corrected, "doc": doc, "reading": reading,
    })  # fmt: skip


def carry(rows: Rows, old: int, new: int, now: str) -> None:
    """Let the decisions about one reading hold for the findings of a later one over the same words.

    Args:
        rows: of an archive in a transaction.
        old: the reading that no longer counts.
        new: the one that counts now.
        now: the time, as the archive writes it.
    """
    standing = rows.connection.execute(
        "SELECT s.kind, s.number, s.decision, s.verdict, d.value FROM standing s JOIN decisions d USING (decision) "
        "WHERE s.reading = ?",
        (old,),
    ).fetchall()
    for kind, number, decision, verdict, value in standing:
        before = Finding(kind, number)
        hold(rows, before, None, now)
        found = rows.connection.execute(_LIKE[before.kind], (new, number)).fetchone()
        if found is not None and (verdict == "correct" or _alike(rows, before, found[0])):
            hold(rows, Finding(before.kind, found[0]), _Holding(decision, verdict, value), now)


def _alike(rows: Rows, finding: Finding, other: int) -> bool:
    """Tell whether another finding says what this one said."""
    query = f"SELECT {_SAME[finding.kind]} FROM {finding.table} WHERE {finding.kind} = ?"
    first, second = (rows.connection.execute(query, (number,)).fetchone() for number in (finding.number, other))
    return bool(first == second)


def _check(verdict: str, correction: Correction | None) -> None:
    if verdict not in get_args(Verdict):
        raise DecisionError(f"There is no verdict {verdict!r}: there are {', '.join(get_args(Verdict))}.")
    if (verdict == "correct") != (correction is not None):
        raise DecisionError("To correct, say what is different; to accept or reject, nothing.")


def _fields(value: str | None) -> str | None:
    """Return the names of what is corrected."""
    return None if value is None else " ".join(sorted(msgspec.json.decode(value, type=dict[str, object])))
