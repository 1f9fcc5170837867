"""Archives for the exports: of records made for a test, and of texts that are out to break files."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from archives import READER, empty, put, within
from chancery.record import (
    Actor,
    ActorMention,
    Document,
    Event,
    Mention,
    Place,
    Record,
    Time,
)  # fmt: skip
from chancery.show.export.formats import Tally, format_of, write
from chancery.show.export.plover import Manner
from chancery.show.export.rows import CLASSIC, EventRow, Selection, events
from chancery.show.export.story import Stories, Story
from chancery.store.archive import open_archive
from chancery.store.writing import Writer

TEXT = "Alpha met Beta and Gamma in Oslo on Monday.\n"
HOSTILE = (
    "a\ttab", "two\nlines", "a\r\nbreak", 'the "front"', '"quoted"', "NUL\x00here", "line\u2028separator",
    "next\x85line", "=1+1", "+49", "-2", "@cmd", "semi; colon", "comma, too", "back\\slash", "'single'", "\ufeffmark",
    "\x1b[31mred", "🛶 боат", "\x0bvertical\x0cfeed\x1c\x1d\x1e",
)  # fmt: skip


def actor(local: str, name: str, country: str | None = None, kind: str = "state", sectors: str = "GOV") -> Actor:
    words = ("Alpha", "Beta", "Gamma")[(int(local[1:]) - 1) % 3]
    span = within(TEXT, words)
    return Actor(local, name, kind, country, tuple(sectors.split()), (ActorMention(span, words, "name"),))  # type: ignore[arg-type]


def event(local: str, kind: str, mode: str | None = None, status: str = "happened", **more: Any) -> Event:
    """Build an event that Alpha does to Beta on a Monday, but for what is said otherwise."""
    monday = Time(within(TEXT, "on Monday"), "on Monday", "2026-03-09", "2026-03-09", "2026-03-09")
    words = more.pop("words", "met")
    given: dict[str, Any] = {
        "mentions": (Mention(within(TEXT, words), words),), "actors": ("a1",), "recipients": ("a2",), "time": monday,
        "place": None, "contexts": (), "said_by": None, "denied_by": (), "confidence": 0.9, "why": ("by hand",),
    }  # fmt: skip
    return Event(local, kind, mode, status, **{**given, **more})  # type: ignore[arg-type]


def oslo(country: str | None = "NOR", precision: str = "city", name: str = "Oslo") -> Place:
    return Place(within(TEXT, "Oslo"), "Oslo", name, country, 59.91, 10.75, precision, 3143244)


def record(name: str, events: Sequence[Event], actors: Sequence[Actor] = (), **document: Any) -> Record:
    given = {
        "url": f"https://example.org/{name}", "title": "Alpha met Beta", "publisher": "Agency A", "author": None,
        "language": "en", "published": "2026-03-10", "published_from": "given", "dateline": None, "text": TEXT,
    }  # fmt: skip
    people = actors or (actor("a1", "Alpha", "NOR"), actor("a2", "Beta", "RUS"), actor("a3", "Gamma", "USA"))
    return Record(READER, Document(name, **{**given, **document}), tuple(people), tuple(events), (), (), (), (), ())


def archive_of(path: Path, *records: Record) -> Path:
    """Make an archive of records, each document seen once."""
    with empty(path) as archive:
        writer = Writer(archive)
        with writer.transaction():
            run = writer.run_of(READER)
            one = writer.rows.insert("inputs", {"kind": "text", "options": "{}", "finished": 1, "path": "/news"})
            for made in records:
                put(writer, made, run, one)
    return path


def hostile(path: Path, texts: Sequence[str] = HOSTILE) -> Path:
    """Make an archive in which names, titles, publishers, places and addresses are hostile."""
    records = []
    for number, text in enumerate(texts):
        people = (actor("a1", text, "NOR"), actor("a2", text + "!", "RUS", sectors="GOV MIL"))
        deeds = (event("e1", "ACCUSE", "allege", place=oslo(name=text)), event("e2", "CONSULT", "visit", "planned"))
        made = {"title": text, "publisher": text, "url": f"https://example.org/{text}"}
        records.append(record(f"doc_{number:016x}", deeds, people, **made))
    return archive_of(path, *records)


def exported(
    db: Path, name: str, *, selection: Selection | None = None, manner: Manner | None = None
) -> tuple[bytes, Tally]:
    """Return an export's bytes and its tally."""
    file = io.BytesIO()
    with open_archive(db) as archive:
        tally = write(archive, format_of(name, manner or Manner()), selection or Selection(statuses=CLASSIC), file)
    return file.getvalue(), tally


def cells(db: Path, name: str, *, selection: Selection | None = None) -> list[list[str]]:
    """Return an export's rows, cut at tabs, without the header."""
    rows = [line.split("\t") for line in exported(db, name, selection=selection)[0].decode().split("\n")[:-1]]
    return rows[1:] if name in ("polecat", "icews") else rows


def first(db: Path) -> EventRow:
    """Return the first event of an archive."""
    with open_archive(db) as archive:
        return next(iter(events(archive, Selection())))


def with_stories(db: Path) -> list[tuple[EventRow, Story]]:
    """Return the events of an archive that stays open, with their stories."""
    archive = open_archive(db)
    stories = Stories(archive)
    return [(row, stories.of(row)) for row in list(events(archive, Selection()))]
