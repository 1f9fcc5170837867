"""Records made by hand, for tests of what shows them."""

from __future__ import annotations

from chancery.record import (
    Actor,
    Document,
    Event,
    Figure,
    Mention,
    Place,
    Reader,
    Record,
    Role,
    Statement,
    Status,
    Time,
)

TEXT = (
    "Doha Talks Open\n\nEnvoys of Arland met in Doha on Monday, Qatar said. "
    "Arland may sign a truce with 30% of its foes."
)


def time_of(words: str, edtf: str | None) -> Time:
    """Make a time that covers one day."""
    at = TEXT.index(words)
    return Time((at, at + len(words)), words, edtf, edtf, edtf)


def event_of(words: str, *, status: Status = "happened", time: Time | None = None) -> Event:
    """Make an event with one actor."""
    at = TEXT.index(words)
    return Event(
        id="e1", type="CONSULT", mode="visit", status=status, mentions=(Mention((at, at + len(words)), words),),
        actors=("a1",), recipients=(), time=time, place=None, contexts=(), said_by="s1", denied_by=(),
        confidence=0.9, why=("by hand",),
    )  # fmt: skip


def record_of(*events: Event, text: str = TEXT, title: str | None = "Doha Talks Open") -> Record:
    """Make a record of a report about talks in Doha."""
    at = text.find("Qatar")
    said = (at, at + 5) if at >= 0 else None
    return Record(
        reader=Reader("0.1.0", "none", ""),
        document=Document("doc_1", None, title, None, None, "en", "2026-03-12", "given", "DOHA", text),
        actors=(
            Actor("a1", "Arland", "state", None, ("GOV",), ()),
            Actor("a2", "Qatar", "state", "QAT", ("GOV",), ()),
        ),
        events=events,
        statements=(
            Statement("s1", "a2", said, None, "said", ((17, 54),), "indirect", "say", None, None, None, None, 0.9),
        ),
        figures=(
            Figure("f1", (0, 4), "30%", 30.0, None, "~", "percent", "foes", None, None, "possible", None, ("a1",)),
        ),
        times=(),
        places=(Place((46, 50), "Doha", "Doha", "QAT", 25.3, 51.5, "city"),),
        roles=(Role("a1", "envoy", "a2", "QAT", (0, 4), "Doha", None),),
    )
