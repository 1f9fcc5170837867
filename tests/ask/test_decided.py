"""Every question can be asked as people decided."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archives import small
from chancery.ask.answers import Answers
from chancery.errors import QueryError
from chancery.store.archive import open_archive
from chancery.store.corrections import Correction, Dates, Party
from chancery.store.decisions import Decider, Finding

CORRECTION = Correction(
    type="COERCE", mode="deport", status="happened", actors=(Party("Sweden", "SWE"),),
    time=Dates("2026-05-04", "2026-05-04", "2026-05-04"),
)  # fmt: skip


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Answers]:
    """Yield the small archive: the accord accepted, the march rejected, the expulsion corrected."""
    db = small(tmp_path / "a.db")
    with open_archive(db, write=True) as archive:
        decider = Decider(archive, "ada")
        decider.decide([Finding("event", 1)], "accept")
        decider.decide([Finding("event", 6), Finding("statement", 1), Finding("role", 1)], "reject")
        decider.decide([Finding("event", 5)], "correct", correction=CORRECTION)
    with Answers(db) as one:
        yield one


def test_without_being_asked_for_decisions_change_nothing(asked: Answers) -> None:
    assert len(list(asked.events())) == 6


def test_what_was_rejected_is_left_out_and_what_was_corrected_is_as_corrected(asked: Answers) -> None:
    answer = asked.events(decided=True)
    shown = [(row["day"], row["type"], row["actors"], row["document"], row["id"], row["words"]) for row in answer]
    assert shown == [
        ("2026-03-05", "ACCUSE", "Norway", "doc_b", "e1", "accused"),
        ("2026-03-06", "MOBILIZE", "Russia", "doc_b", "e2", "sending"),
        ("2026-03-10", "AGREE", "Egypt; Turkey", "doc_a", "e1", "signed"),
        ("2026-04-01", "CONSULT", "Nadia Farouk", "doc_a", "e2", "will visit"),
        ("2026-05-04", "COERCE", "Sweden", "doc_b", "e3", "expel"),
    ]
    assert answer.total() == 5


@pytest.mark.parametrize(
    ("filters", "days"),
    [
        ({"country": "SWE"}, ["2026-05-04"]), ({"source": "SWE", "target": "RUS"}, ["2026-05-04"]),
        ({"source": "SWE,NOR"}, ["2026-03-05", "2026-05-04"]),
        ({"country": "NOR,SWE", "type": "COERCE"}, ["2026-05-04"]),
        ({"source": "SWE,FIN", "target": "RUS,EGY"}, ["2026-05-04"]),
        ({"actor": "Sweden"}, ["2026-05-04"]), ({"type": "SANCTION"}, []), ({"status": "possible"}, []),
        ({"words": "envoys", "mode": "deport"}, ["2026-05-04"]), ({"place": "Geneva"}, ["2026-03-10"]),
        ({"place": ["Geneva", "EGY"]}, ["2026-03-10"]), ({"said_by": "Norway"}, ["2026-03-06"]),
        ({"decision": "correct"}, ["2026-05-04"]), ({"decision": "none"}, ["2026-03-05", "2026-03-06", "2026-04-01"]),
    ],
)  # fmt: skip
def test_filters_are_of_what_was_decided(asked: Answers, filters: dict[str, str], days: list[str]) -> None:
    assert [row["day"] for row in asked.events(decided=True, **filters)] == days


@pytest.mark.parametrize(
    ("decision", "numbers"), [("none", [2, 3, 4]), ("reject", [6]), ("accept,correct", [1, 5])]
)  # fmt: skip
def test_findings_are_found_by_what_was_decided_about_them(asked: Answers, decision: str, numbers: list[int]) -> None:
    assert asked.events(decision=decision).numbers() == numbers


def test_other_findings_are_left_out_too(asked: Answers) -> None:
    assert [len(list(getattr(asked, kind)(decided=True))) for kind in ("statements", "figures", "roles")] == [2, 2, 0]


def test_timelines_and_dyads_count_what_was_decided(asked: Answers) -> None:
    assert list(asked.timeline(decided=True, status="happened", by="type").rows()) == [
        ("2026-03", "ACCUSE", 1), ("2026-03", "AGREE", 1), ("2026-05", "COERCE", 1),
    ]  # fmt: skip
    (row,) = asked.dyads(decided=True, source="SWE")
    assert (row["month"], row["target"], row["material_conflict"], row["score"]) == ("2026-05", "RUS", 1, -7.0)


def test_reports_are_found_by_a_corrected_event(asked: Answers) -> None:
    assert [row["document"] for row in asked.documents(source="SWE", decided=True)] == ["doc_b"]


def test_decisions_are_listed_with_the_words_they_are_about(asked: Answers) -> None:
    rows = [(row["verdict"], row["kind"], row["id"], row["words"]) for row in asked.decisions()]
    assert rows == [
        ("accept", "event", "e1", "Egypt and Turkey signed an accord in Geneva on Tuesday, officials said."),
        ("reject", "event", "e1", "Thousands of workers marched against the government in Cairo on Sunday."),
        ("reject", "statement", "s1", "Egypt and Turkey signed an accord in Geneva on Tuesday"),
        ("reject", "role", "r1", "Egyptian Foreign Minister Nadia Farouk"),
        ("correct", "event", "e3", "Norway may expel two envoys."),
    ]


def test_what_was_decided_is_known_as_it_stands_only(asked: Answers) -> None:
    with pytest.raises(QueryError, match="decided or for as_of"):
        asked.events(decided=True, as_of="1")
