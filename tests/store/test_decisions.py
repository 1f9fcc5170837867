"""Decisions are kept beside what was read; one that is undone leaves what held before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from archives import LATER, accord, clash, empty, lines, small
from chancery.errors import DecisionError
from chancery.store.archive import Archive, open_archive
from chancery.store.corrections import Correction, Dates, Party, correction_of
from chancery.store.decisions import Decider, Finding
from chancery.store.forget import forget
from chancery.store.reading import record_of
from chancery.store.verify import verify
from chancery.store.writing import Writer

SIGNING, VISIT, ACCUSING, SENDING, EXPULSION, MARCHING = (Finding("event", n) for n in range(1, 7))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """Yield the small archive, open for writing."""
    with open_archive(small(tmp_path / "a.db"), write=True) as one:
        yield one


def standing(archive: Archive) -> list[tuple[str, int, str]]:
    """Return what holds."""
    return archive.connection.execute("SELECT kind, number, verdict FROM standing ORDER BY kind, number").fetchall()


def row(archive: Archive, event: int, *columns: str) -> Any:
    """Return columns of the event as it is after its correction."""
    query = f"SELECT {', '.join(columns)} FROM all_events JOIN standing ON corrected = event WHERE number = ?"
    return archive.connection.execute(query, (event,)).fetchone()


def test_what_was_decided_holds(archive: Archive) -> None:
    Decider(archive, "ada").decide([SIGNING, Finding("statement", 1)], "accept")
    assert standing(archive) == [("event", 1, "accept"), ("statement", 1, "accept")]


def test_who_decided_and_when_is_kept(archive: Archive) -> None:
    (decision,) = Decider(archive, " ada ").decide([Finding("role", 1)], "reject", note="no office")
    found = archive.connection.execute(
        "SELECT kind, local, verdict, note, decided_by, length(decided) FROM decisions WHERE decision = ?", (decision,)
    ).fetchone()
    assert found == ("role", "r1", "reject", "no office", "ada", 20)


def test_undoing_brings_back_what_held_before(archive: Archive) -> None:
    decider = Decider(archive, "ada")
    decider.decide([SIGNING], "accept")
    (second,) = decider.decide([SIGNING], "reject")
    assert decider.undo([second]) == [SIGNING]
    assert standing(archive) == [("event", 1, "accept")]


def test_nothing_is_undone_twice(archive: Archive) -> None:
    decider = Decider(archive, "ada")
    decisions = decider.decide([SIGNING], "accept")
    decider.undo(decisions)
    with pytest.raises(DecisionError, match="could be undone"):
        decider.undo(decisions)


def test_the_last_decisions_are_ones_own_and_those_taken_together(archive: Archive) -> None:
    ada, bob = Decider(archive, "ada"), Decider(archive, "bob")
    together = ada.decide([SIGNING, VISIT], "accept", note="all of country=EGY")
    bob.decide([ACCUSING], "accept")
    assert ada.last() == together[::-1]
    assert bob.undo(bob.last()) == [ACCUSING]
    assert bob.last() == []


def test_a_correction_leaves_the_event_as_it_was_read(archive: Archive) -> None:
    before = record_of(archive, 2)
    correction = Correction(type="THREATEN", mode="expel", status="planned", actors=(Party("Sweden", "SWE"),))
    Decider(archive, "ada").decide([EXPULSION], "correct", correction=correction)
    assert record_of(archive, 2) == before
    assert row(archive, 5, "type", "mode", "all_events.status", "quad", "score", "live", "local") == (
        "THREATEN", "expel", "planned", 3, -3.5, 0, "e3",
    )  # fmt: skip


def test_a_correction_has_the_parties_and_pairs_of_its_own(archive: Archive) -> None:
    correction = Correction(actors=(Party("Sweden", "SWE"),))
    Decider(archive, "ada").decide([EXPULSION], "correct", correction=correction)
    query = "SELECT {} FROM {} WHERE event = (SELECT corrected FROM standing)"
    run = archive.connection.execute
    assert run(query.format("source, target", "dyads")).fetchall() == [("SWE", "RUS")]
    assert run(query.format("role, name", "participants JOIN actors USING (actor)")).fetchall() == [
        ("actor", "Sweden"), ("recipient", "two envoys"),
    ]  # fmt: skip
    assert run(query.format("count(*)", "event_mentions")).fetchone() == (1,)


def test_a_correction_of_the_time_moves_the_day(archive: Archive) -> None:
    correction = Correction(time=Dates("2026-05", "2026-05-01", "2026-05-31"))
    Decider(archive, "ada").decide([EXPULSION], "correct", correction=correction)
    assert row(archive, 5, "day", "day_from", "edtf") == ("2026-05-01", "text", "2026-05")


def test_a_later_correction_takes_the_place_of_the_earlier(archive: Archive) -> None:
    decider = Decider(archive, "ada")
    for status in ("planned", "happened"):
        decider.decide([EXPULSION], "correct", correction=Correction(status=status))
    assert row(archive, 5, "all_events.status") == ("happened",)
    assert archive.connection.execute("SELECT count(*) FROM all_events").fetchone() == (7,)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({}, "Nothing is corrected"), ({"type": "WAR"}, "WAR"), ({"status": "maybe"}, "maybe"),
        ({"type": "AID", "mode": "visit"}, "no mode 'visit' of AID"), ({"mode": "visit"}, "no mode"),
        ({"actors": "Egypt"}, "actors"),
    ],
)  # fmt: skip
def test_a_wrong_correction_is_refused_with_a_word(value: object, words: str) -> None:
    with pytest.raises(DecisionError, match=words):
        correction_of(value)


def test_a_correction_comes_from_plain_values() -> None:
    made = correction_of({"type": "CONSULT", "mode": "visit", "actors": [{"name": "Egypt", "country": "EGY"}]})
    assert made == Correction(type="CONSULT", mode="visit", actors=(Party("Egypt", "EGY"),))


def test_only_events_are_corrected(archive: Archive) -> None:
    with pytest.raises(DecisionError, match="only events"):
        Decider(archive, "ada").decide([Finding("figure", 1)], "correct", correction=Correction(status="planned"))


def test_a_decision_about_many_is_taken_about_all_or_none(archive: Archive) -> None:
    with pytest.raises(DecisionError, match="no event 99"):
        Decider(archive, "ada").decide([SIGNING, Finding("event", 99)], "accept")
    assert standing(archive) == []


def test_nobody_decides_without_a_name(archive: Archive) -> None:
    with pytest.raises(DecisionError, match="who decides"):
        Decider(archive, " ")


def read_anew(archive: Archive, record: Any, doc: int) -> None:
    """Read a document with a later version of the reader."""
    writer = Writer(archive)
    with writer.transaction():
        writer.add_reading(doc, record, writer.run_of(LATER), lines(record.document.text))


def test_decisions_go_on_to_what_a_later_reader_finds_over_the_same_words(archive: Archive) -> None:
    decider = Decider(archive, "ada")
    decider.decide([SIGNING, Finding("statement", 1), Finding("role", 1)], "accept")
    decider.decide([VISIT], "correct", correction=Correction(status="possible"))
    read_anew(archive, accord(), 1)
    query = "SELECT kind, verdict, number > 6 OR kind <> 'event' FROM standing ORDER BY kind, number"
    assert archive.connection.execute(query).fetchall() == [
        ("event", "accept", 1), ("event", "correct", 1), ("role", "accept", 1), ("statement", "accept", 1),
    ]  # fmt: skip
    live = "SELECT count(*) FROM standing JOIN all_events ON event = number WHERE live = 1 AND kind = 'event'"
    assert archive.connection.execute(live).fetchone() == (2,)


def test_an_acceptance_does_not_go_on_to_what_is_read_otherwise(archive: Archive) -> None:
    Decider(archive, "ada").decide([ACCUSING, SENDING], "accept")
    first, *others = clash().events
    read_anew(archive, replace(clash(), events=(replace(first, status="alleged"), *others)), 2)
    query = "SELECT local FROM standing JOIN all_events ON event = number"
    assert archive.connection.execute(query).fetchall() == [("e2",)]


def test_a_decision_that_went_on_can_be_undone(archive: Archive) -> None:
    decider = Decider(archive, "ada")
    decisions = decider.decide([SIGNING], "accept")
    read_anew(archive, accord(), 1)
    decider.undo(decisions)
    assert standing(archive) == []


def test_an_archive_with_decisions_is_whole(archive: Archive) -> None:
    decider = Decider(archive, "ada")
    decider.decide([SIGNING], "correct", correction=Correction(actors=(Party("Chad", "TCD"),)))
    decider.decide([SENDING], "correct", correction=Correction(status="happened"))
    decider.decide([VISIT], "reject")
    assert verify(archive) == []


def test_nothing_that_was_decided_is_left_of_a_forgotten_document(tmp_path: Path) -> None:
    with empty(tmp_path / "b.db") as archive:
        writer = Writer(archive)
        with writer.transaction():
            doc = writer.add_document(clash().document, state="read")
            writer.add_reading(doc, clash(), writer.run_of(LATER))
        decider = Decider(archive, "ada")
        decider.decide([Finding("event", 2)], "correct", correction=Correction(actors=(Party("Zenobia"),)), note="seen")
        forget(archive, ["doc_b"])
        counts = [
            archive.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("decisions", "standing", "all_events", "all_statements", "actors", "readings")
        ]
        assert counts == [0] * 6
        assert verify(archive) == []
    assert b"Zenobia" not in (tmp_path / "b.db").read_bytes()
