"""Archives built by hand: three reports with what was read in them, for tests that need no model."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from chancery.record import (
    Actor,
    ActorMention,
    Document,
    Event,
    Figure,
    Mention,
    Place,
    Reader,
    Record,
    Role,
    Statement,
    Time,
)  # fmt: skip
from chancery.store.archive import Archive, open_archive
from chancery.store.writing import Sighting, Writer

READER = Reader("0.1.0", "by-hand", "00")
LATER = Reader("0.2.0", "by-hand", "11")
NOON = datetime(2026, 4, 1, 12, tzinfo=UTC)

ACCORD = (
    "Egypt and Turkey sign accord\n\n"
    "Egypt and Turkey signed an accord in Geneva on Tuesday, officials said.\n\n"
    "Egyptian Foreign Minister Nadia Farouk will visit Ankara in April.\n"
)
CLASH = (
    "Norway accuses Russia over drones\n\n"
    "Norway accused Russia on March 5 of sending 12 drones over its coast. Russia denied it sent them.\n\n"
    "Norway may expel two envoys.\n"
)
MARCH = "Crowds march in Cairo\n\nThousands of workers marched against the government in Cairo on Sunday.\n"


def within(text: str, words: str, nth: int = 1) -> tuple[int, int]:
    """Return the span of the nth occurrence of words in a text."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return start, start + len(words)


def actor(
    text: str, local: str, name: str, country: str | None, *words: str, kind: str = "state", sectors: str = ""
) -> Actor:
    """Build an actor that is mentioned by the given words."""
    mentions = tuple(ActorMention(within(text, one), one, "name") for one in words or (name,))
    return Actor(local, name, kind, country, tuple(sectors.split()), mentions)  # type: ignore[arg-type]


def time(text: str, words: str, edtf: str, earliest: str, latest: str) -> Time:
    """Build a time."""
    return Time(within(text, words), words, edtf, earliest, latest)


def document(name: str, text: str, published: str, publisher: str = "Agency A") -> Document:
    """Build a report."""
    title = text.split("\n")[0]
    url = f"https://example.org/{name}"
    return Document(name, url, title, publisher, None, "en", published, "given", None, text)


def accord() -> Record:
    """Build the record of `ACCORD`: an agreement that happened and a visit that is planned."""
    text = ACCORD
    geneva = Place(within(text, "Geneva"), "Geneva", "Geneva", "CHE", 46.2, 6.15, "city", 2660646)
    ankara = Place(within(text, "Ankara"), "Ankara", "Ankara", "TUR", 39.92, 32.85, "city", 323786)
    tuesday = time(text, "on Tuesday", "2026-03-10", "2026-03-10", "2026-03-10")
    april = time(text, "in April", "2026-04", "2026-04-01", "2026-04-30")
    return Record(
        READER,
        document("doc_a", text, "2026-03-12"),
        actors=(
            actor(text, "a1", "Egypt", "EGY", sectors="GOV"),
            actor(text, "a2", "Turkey", "TUR", sectors="GOV"),
            actor(text, "a3", "officials", None, "officials", kind="government", sectors="GOV"),
            actor(text, "a4", "Nadia Farouk", "EGY", kind="person", sectors="GOV EXE"),
        ),
        events=(
            Event(
                "e1", "AGREE", None, "happened",
                (Mention(within(text, "signed"), "signed"), Mention(within(text, "sign"), "sign")),
                ("a1", "a2"), (), tuesday, geneva, ("diplomatic",), "s1", (), 0.97, ("lexicon: sign",),
            ),
            Event(
                "e2", "CONSULT", "visit", "planned", (Mention(within(text, "will visit"), "will visit"),),
                ("a4",), ("a2",), april, ankara, ("diplomatic",), None, (), 0.91, ("lexicon: visit",),
            ),
        ),
        statements=(
            Statement(
                "s1", "a3", within(text, "officials"), within(text, "said"), "said",
                (within(text, "Egypt and Turkey signed an accord in Geneva on Tuesday"),), "indirect", "say",
                None, None, None, None, 0.9,
            ),
        ),
        figures=(),
        times=(tuesday, april),
        places=(geneva, ankara),
        roles=(
            Role(
                "a4", "Foreign Minister", "Egypt", "EGY", within(text, "Egyptian Foreign Minister Nadia Farouk"),
                "Egyptian Foreign Minister Nadia Farouk", None,
            ),
        ),
    )  # fmt: skip


def clash() -> Record:
    """Build the record of `CLASH`: an accusation, an alleged deed that is denied, and an expulsion that is possible."""
    text = CLASH
    fifth = time(text, "on March 5", "2026-03-05", "2026-03-05", "2026-03-05")
    return Record(
        READER,
        document("doc_b", text, "2026-03-06", "Agency B"),
        actors=(
            actor(text, "a1", "Norway", "NOR", sectors="GOV"),
            actor(text, "a2", "Russia", "RUS", sectors="GOV"),
            actor(text, "a3", "two envoys", "RUS", "two envoys", kind="person", sectors="GOV"),
        ),
        events=(
            Event(
                "e1", "ACCUSE", "allege", "happened", (Mention(within(text, "accused"), "accused"),), ("a1",), ("a2",),
                fifth, None, ("military",), None, (), 0.95, ("lexicon: accuse",),
            ),
            Event(
                "e2", "MOBILIZE", "weapons", "alleged", (Mention(within(text, "sending"), "sending"),), ("a2",),
                ("a1",), None, None, (), "s1", ("s2",), 0.8, ("the model 80 %",),
            ),
            Event(
                "e3", "SANCTION", "expel", "possible", (Mention(within(text, "expel"), "expel"),), ("a1",), ("a3",),
                None, None, (), None, (), 0.85, ("lexicon: expel",),
            ),
        ),
        statements=(
            Statement(
                "s1", "a1", within(text, "Norway", 2), within(text, "accused"), "accused",
                (within(text, "Russia", 2), within(text, "of sending 12 drones over its coast")), "indirect", "accuse",
                None, "a2", fifth, None, 0.9,
            ),
            Statement(
                "s2", "a2", within(text, "Russia", 3), within(text, "denied"), "denied",
                (within(text, "it sent them"),), "indirect", "deny", None, None, None, None, 0.88, ("cue: deny",),
            ),
        ),
        figures=(
            Figure(
                "f1", within(text, "12"), "12", 12.0, None, "=", "drone", None, None, None, "alleged", "s1", ("a2",)
            ),
        ),
        times=(fifth,),
        places=(),
        roles=(),
    )  # fmt: skip


def march() -> Record:
    """Build the record of `MARCH`: a demonstration inside one country."""
    text = MARCH
    cairo = Place(within(text, "Cairo", 2), "Cairo", "Cairo", "EGY", 30.06, 31.25, "city", 360630)
    sunday = time(text, "on Sunday", "2026-02-08", "2026-02-08", "2026-02-08")
    return Record(
        READER,
        document("doc_c", text, "2026-02-09"),
        actors=(
            actor(text, "a1", "workers", "EGY", "workers", kind="population", sectors="LAB"),
            actor(text, "a2", "government", "EGY", "government", kind="government", sectors="GOV"),
        ),
        events=(
            Event(
                "e1", "PROTEST", "demo", "happened", (Mention(within(text, "marched"), "marched"),), ("a1",), ("a2",),
                sunday, cairo, (), None, (), 0.96, ("lexicon: march",),
            ),
        ),
        statements=(),
        figures=(
            Figure(
                "f1", within(text, "Thousands"), "Thousands", 1000.0, None, ">", "person", "workers", None, sunday,
                "happened", None, ("a1",),
            ),
        ),
        times=(sunday,),
        places=(cairo,),
        roles=(),
    )  # fmt: skip


RECORDS = (accord, clash, march)


def lines(text: str) -> list[tuple[int, int]]:
    """Return the spans of a text's lines, as its sentences."""
    return [within(text, line) for line in text.split("\n") if line]


def empty(path: Path) -> Archive:
    """Make an archive whose clock stands still."""
    return open_archive(path, write=True, create=True, clock=lambda: NOON)


def put(writer: Writer, record: Record, run: int, *inputs: int) -> int:
    """Add a document with its record, seen once in each input."""
    doc = writer.add_document(record.document, state="read")
    for one in inputs:
        writer.add_sighting(doc, Sighting(one, "", publisher=record.document.publisher))
    writer.add_reading(doc, record, run, lines(record.document.text))
    return doc


def small(path: Path) -> Path:
    """Make an archive of three reports: documents 1 to 3, six events, three statements, two figures, one role."""
    with empty(path) as archive:
        writer = Writer(archive)
        with writer.transaction():
            run = writer.run_of(READER)
            folder = {"kind": "text", "options": "{}", "finished": 1}
            inputs = [writer.rows.insert("inputs", {**folder, "path": f"/news/{n}.txt"}) for n in (1, 2, 3)]
            for record, number in zip(RECORDS, inputs, strict=True):
                put(writer, record(), run, number)
    return path
