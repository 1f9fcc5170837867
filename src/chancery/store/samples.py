"""Samples: findings drawn at random, so that how many are right can be told of all by judging a few.

In: an archive opened for writing, the numbers of findings. Out: an audit, whose sample stays as it was drawn.
What it does not know: which question the numbers answer; it keeps the words of it.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from chancery.errors import DecisionError
from chancery.store.archive import Archive
from chancery.store.decisions import HOLDS, LOCAL, Finding, Kind
from chancery.store.excerpts import WORDS
from chancery.store.rows import Rows

LARGEST = 2000
"""Findings of a sample: more than a person judges; with them the interval is two points wide either way."""


@dataclass(frozen=True, slots=True)
class Audit:
    """A sample that was drawn: of what, how many there were, by whom and when."""

    audit: int
    kind: Kind
    question: str
    seed: int
    population: int
    drawn_by: str
    drawn: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding of a sample: what was decided about it, None for nothing yet, what it is, and its words."""

    finding: Finding
    verdict: str | None
    what: str
    words: str | None


_WHAT: dict[Kind, str] = {
    "event": "f.type || coalesce(' ' || f.mode, '') || ', ' || replace(f.status, '_', ' ')", "statement": "f.act",
    "figure": "printf('%.10g', f.value) || coalesce(' ' || f.unit, '')", "role": "f.title",
}  # fmt: skip


def draw(archive: Archive, kind: Kind, numbers: Sequence[int], size: int, **about: str | int) -> int:
    """Draw a sample without putting any finding back.

    Args:
        archive: opened for writing.
        kind: of the findings.
        numbers: all that could be drawn.
        size: how many are, at most all and `LARGEST`.
        **about: `question` (JSON of the filters), `seed`, `drawn_by`.

    Returns:
        The number of the audit; the same numbers, size and seed draw the same findings.

    Raises:
        DecisionError: there is nothing to draw from, or no size.
    """
    if not numbers or size < 1:
        raise DecisionError("There is nothing to draw from: choose filters that let something through, and a size.")
    chosen = random.Random(int(about["seed"])).sample(list(numbers), min(size, len(numbers), LARGEST))
    rows = Rows(archive.connection)
    with archive.transaction() as connection:
        audit = rows.insert("audits", {"kind": kind, "population": len(numbers), "drawn": archive.now(), **about})
        for n, number in enumerate(chosen, start=1):
            query = f"SELECT doc FROM all_{kind}s WHERE {kind} = ?"
            (doc,) = connection.execute(query, (number,)).fetchone()
            rows.insert("samples", {"audit": audit, "n": n, "number": number, "doc": doc})
    return audit


def audits(archive: Archive) -> list[Audit]:
    """Return all audits, the latest first."""
    columns = ", ".join(Audit.__slots__)
    return [Audit(*row) for row in archive.connection.execute(f"SELECT {columns} FROM audits ORDER BY audit DESC")]


def judged(archive: Archive, audit: Audit) -> list[Judged]:
    """Return the findings of an audit in the order in which they were drawn, each with what was decided about it.

    What counts is the latest decision about the finding as it was drawn, also when its report has been read anew since.
    """
    rows = archive.connection.execute(
        "SELECT s.number, (SELECT x.verdict FROM decisions x WHERE x.reading = f.reading AND x.kind = ?1 "
        f"AND x.local = {LOCAL[audit.kind]} AND {HOLDS} ORDER BY x.decision DESC LIMIT 1), "
        f"{_WHAT[audit.kind]}, {WORDS[audit.kind]} FROM samples s "
        f"JOIN all_{audit.kind}s f ON f.{audit.kind} = s.number JOIN documents d ON d.doc = f.doc "
        "WHERE s.audit = ?2 ORDER BY s.n",
        (audit.kind, audit.audit),
    )
    return [Judged(Finding(audit.kind, number), *rest) for number, *rest in rows]
