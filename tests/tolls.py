"""Reports that give figures of the same things: the toll of an attack, and a duty; built by hand."""

from __future__ import annotations

from pathlib import Path

from archives import READER, actor, document, empty, put, time, within
from chancery.record import Actor, Figure, Record, Statement, Time
from chancery.store.writing import Writer

GOVERNMENT = (
    "Attack near Magwi\n\n"
    "Fourteen people were killed in Monday's attack near Magwi, the government said.\n\n"
    "Around 3,000 people fled towards the border.\n"
)
CHURCH = (
    "Church counts the dead\n\n"
    "At least 17 persons died in Monday's attack, nine of them soldiers, the church said.\n\n"
    "The 120 people at the talks went home.\n"
)
DUTY = (
    "Duty on nickel\n\n"
    "The export duty was 15 percent on March 16. It may be cut to between 8 and 10 percent.\n\n"
    "The duty rose by 2 percent.\n"
)


def _figure(text: str, local: str, words: str, value: float, unit: str, what: str | None, **more: object) -> Figure:
    """Build a figure that the given words tell."""
    plain: dict[str, object] = {
        "upper": None, "compare": "=", "change": None, "time": None, "status": "happened", "said_by": None, "about": (),
    }  # fmt: skip
    known = {**plain, **more}
    return Figure(
        local, within(text, words), words, value, known["upper"], known["compare"], unit, what, known["change"],
        known["time"], known["status"], known["said_by"], known["about"],
    )  # type: ignore[arg-type]  # fmt: skip


def _record(
    name: str, text: str, publisher: str, figures: tuple[Figure, ...], *, said: tuple[tuple[Actor, str], ...] = (),
    times: tuple[Time, ...] = (),
) -> Record:  # fmt: skip
    """Build a record of figures and of who says the first of them."""
    statements = tuple(
        Statement(
            f"s{n}", one.id, one.mentions[0].span, within(text, "said"), "said", (within(text, words),), "indirect",
            "say", None, None, None, None, 0.9,
        )
        for n, (one, words) in enumerate(said, start=1)
    )  # fmt: skip
    return Record(
        READER, document(name, text, "2026-03-18", publisher), tuple(one for one, _ in said), (), statements, figures,
        times, (), (),
    )  # fmt: skip


def government() -> Record:
    """Build the record of `GOVERNMENT`: 14 killed, some 3,000 displaced."""
    text = GOVERNMENT
    monday = time(text, "Monday", "2026-03-16", "2026-03-16", "2026-03-16")
    said = ((actor(text, "a1", "government", "SSD", "government"), "Fourteen people were killed"),)
    return _record("doc_g", text, "Agency A", (
        _figure(text, "f1", "Fourteen people", 14.0, "person", "people", time=monday, said_by="s1"),
        _figure(text, "f2", "Around 3,000 people", 3000.0, "person", "people", compare="~"),
    ), said=said, times=(monday,))  # fmt: skip


def church() -> Record:
    """Build the record of `CHURCH`: at least 17 killed, nine of them soldiers, and 120 people who were not."""
    text = CHURCH
    monday = time(text, "Monday", "2026-03-16", "2026-03-16", "2026-03-16")
    said = ((actor(text, "a1", "church", None, "church", kind="organization"), "At least 17 persons died"),)
    return _record("doc_h", text, "Agency B", (
        _figure(text, "f1", "At least 17 persons", 17.0, "person", "persons", compare=">", time=monday, said_by="s1"),
        _figure(text, "f2", "nine of them", 9.0, "person", "them soldiers", time=monday),
        _figure(text, "f3", "120 people", 120.0, "person", "people"),
    ), said=said, times=(monday,))  # fmt: skip


def duty() -> Record:
    """Build the record of `DUTY`: a duty of 15 percent, a range that is possible, and a rise."""
    text = DUTY
    day = time(text, "on March 16", "2026-03-16", "2026-03-16", "2026-03-16")
    return _record("doc_i", text, "Agency C", (
        _figure(text, "f1", "15 percent", 15.0, "percent", "The export duty", time=day),
        _figure(text, "f2", "8 and 10 percent", 8.0, "percent", "the duty", upper=10.0, status="possible"),
        _figure(text, "f3", "2 percent", 2.0, "percent", "The duty", change="increase"),
    ), times=(day,))  # fmt: skip


def counted(path: Path, *records: Record) -> Path:
    """Make an archive of records, of the three above where none are given."""
    with empty(path) as archive:
        writer = Writer(archive)
        with writer.transaction():
            run = writer.run_of(READER)
            for one in records or (government(), church(), duty()):
                put(writer, one, run)
    return path
