"""PLOVER records have the manual's keys, and ours beside them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from archives import small
from chancery.show.export.plover import Manner
from chancery.show.export.rows import Selection
from show.export.made import TEXT, archive_of, event, exported, hostile, oslo, record

Json = dict[str, Any]
MANUAL = set(
    "id has_event date enddate actor recipient event event_loc event_text quad_code event_scale mode context text "
    "text_info cite_info coder coded_date coded_time".split()
)
OURS = set("status attribution mentions document date_from edtf confidence why".split())


def records(db: Path, **manner: bool) -> list[Json]:
    data, _ = exported(db, "plover", selection=Selection(), manner=Manner(**manner))
    return [json.loads(line) for line in data.decode().splitlines()]


def one(path: Path, *arguments: Any, strict: bool = False, **more: Any) -> Json:
    return records(archive_of(path / "a.db", record("doc_a", [event("e1", *arguments, **more)])), strict=strict)[0]


def test_keys_are_the_manuals_and_ours(tmp_path: Path) -> None:
    keys = {key for made in records(small(tmp_path / "a.db")) for key in made}
    assert keys == MANUAL | OURS


def test_a_record_is_read_off_the_archive(tmp_path: Path) -> None:
    made = records(small(tmp_path / "a.db"))[1]
    assert {key: made[key] for key in ("id", "date", "enddate", "event", "mode", "quad_code", "event_scale")} == {
        "id": "doc_a:e2", "date": "2026-04-01", "enddate": "2026-04-30", "event": ["CONSULT"], "mode": ["visit"],
        "quad_code": 1, "event_scale": 4.0,
    }  # fmt: skip
    assert made["actor"][0] == {
        "code": "EGY", "sector": "GOVEXE", "entity_text": "Nadia Farouk", "identifier_text": "Nadia Farouk",
        "office": "Foreign Minister", "id": "a4", "kind": "person", "sectors": ["GOV", "EXE"], "span": [129, 141],
    }  # fmt: skip
    assert made["event_loc"]["cc3"] == "TUR"
    assert made["text"] == "Egyptian Foreign Minister Nadia Farouk will visit Ankara in April."
    assert made["status"] == "planned"


def test_who_says_so_and_who_denies_it_stand_beside_a_deed(tmp_path: Path) -> None:
    attribution = records(small(tmp_path / "a.db"))[3]["attribution"]
    assert (attribution["said_by"]["source"], attribution["denied_by"][0]["source"]) == ("Norway", "Russia")


def test_those_who_meet_are_all_actors(tmp_path: Path) -> None:
    made = one(tmp_path, "CONSULT")
    assert ([party["code"] for party in made["actor"]], made["recipient"]) == (["NOR", "RUS"], [])


def test_who_visits_is_the_actor_and_the_host_the_recipient(tmp_path: Path) -> None:
    made = one(tmp_path, "CONSULT", "visit", place=oslo("NOR"))
    assert [party["code"] for party in (*made["actor"], *made["recipient"])] == ["RUS", "NOR"]


@pytest.mark.parametrize(
    ("arguments", "called", "contexts"),
    [
        (("CONSULT", "visit", "planned"), ["AGREE"], []),
        (("COERCE", "arrest", "planned"), ["THREATEN", "arrest"], []),
        (("RETREAT", "release", "planned"), ["RETREAT", "release"], ["future"]),
        (("ASSAULT", "aerial", "possible"), ["ASSAULT", "aerial"], ["hypothetical"]),
        (("ASSAULT", "aerial", "alleged"), ["ASSAULT", "aerial"], []),
        (("CONSULT", None, "not_happened"), ["REJECT", "meet"], []),
    ],
)
def test_strict_records_call_a_deed_by_its_status(
    tmp_path: Path, arguments: tuple[str, ...], called: list[str], contexts: list[str]
) -> None:
    made = one(tmp_path, *arguments, strict=True)
    assert (made["event"] + made.get("mode", []), made["context"]) == (called, contexts)


def test_other_records_keep_the_type(tmp_path: Path) -> None:
    made = one(tmp_path, "CONSULT", "visit", "planned")
    assert (made["event"], made["mode"], made["status"]) == (["CONSULT"], ["visit"], "planned")


def test_strict_records_need_a_date_and_an_actor(tmp_path: Path) -> None:
    deeds = [event("e1", "ASSAULT", time=None), event("e2", "ASSAULT", actors=())]
    db = archive_of(tmp_path / "a.db", record("doc_a", deeds, published=None, published_from=None))
    _, tally = exported(db, "plover", selection=Selection(), manner=Manner(strict=True))
    assert (tally.rows, tally.left_out) == (0, {"without a date": 1, "without an actor": 1})


def test_other_records_have_undated_events_too(tmp_path: Path) -> None:
    made = record("doc_a", [event("e1", "ASSAULT", time=None)], published=None, published_from=None)
    assert records(archive_of(tmp_path / "a.db", made))[0]["date"] is None


def test_without_texts_only_spans_are_left(tmp_path: Path) -> None:
    made = records(small(tmp_path / "a.db"), texts=False)[0]
    assert {"text", "event_text", "why"} & set(made) == set()
    assert made["mentions"] == [{"start": 47, "end": 53, "sentence": 2}, {"start": 17, "end": 21, "sentence": 1}]
    assert "entity_text" not in made["actor"][0]


def test_hostile_text_survives_on_one_line_each(tmp_path: Path) -> None:
    db = hostile(tmp_path / "a.db")
    data, tally = exported(db, "plover", selection=Selection())
    assert len(data.decode().splitlines()) == tally.rows == 40
    made = [json.loads(line) for line in data.decode().splitlines()]
    names = [one["actor"][0]["identifier_text"] for one in made[::2]]
    assert 'the "front"' in names
    assert "NUL\x00here" in names
    assert "line\u2028separator" in names


def test_spans_are_the_words(tmp_path: Path) -> None:
    made = one(tmp_path, "CONSULT")
    assert [TEXT[spot["start"] : spot["end"]] for spot in made["mentions"]] == made["event_text"] == ["met"]
