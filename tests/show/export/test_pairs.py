"""An event becomes rows of one source and one target, as the CAMEO codebook has it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from chancery.show.export.pairs import pairs_of, sides_of
from chancery.show.export.refusals import LeftOut
from show.export.made import actor, archive_of, event, first, oslo, record

Linked = list[tuple[str | None, str | None]]


def linked(path: Path, kind: str, mode: str | None = None, **more: Any) -> Linked:
    row = first(archive_of(path / "a.db", record("doc_a", [event("e1", kind, mode, **more)])))
    return [(pair.source and pair.source.name, pair.target and pair.target.name) for pair in pairs_of(row)]


def test_compound_parties_give_a_row_each(tmp_path: Path) -> None:
    found = linked(tmp_path, "ACCUSE", actors=("a1", "a2"), recipients=("a3",))
    assert found == [("Alpha", "Gamma"), ("Beta", "Gamma")]


@pytest.mark.parametrize("kind", ["CONSULT", "COOPERATE"])
def test_what_both_do_gives_rows_both_ways(tmp_path: Path, kind: str) -> None:
    assert linked(tmp_path, kind) == [("Alpha", "Beta"), ("Beta", "Alpha")]


def test_an_agreement_with_a_recipient_is_an_offer_to_it(tmp_path: Path) -> None:
    assert linked(tmp_path, "AGREE") == [("Alpha", "Beta")]


@pytest.mark.parametrize("kind", ["AGREE", "CONSULT", "COOPERATE"])
def test_those_who_agree_meet_or_cooperate_are_linked_each_with_each(tmp_path: Path, kind: str) -> None:
    found = linked(tmp_path, kind, actors=("a1", "a2", "a3"), recipients=())
    assert sorted(found) == sorted(
        (a, b) for a in ("Alpha", "Beta", "Gamma") for b in ("Alpha", "Beta", "Gamma") if a != b
    )


def test_visitors_without_a_host_have_met_nobody(tmp_path: Path) -> None:
    assert linked(tmp_path, "CONSULT", "visit", actors=("a1", "a2"), recipients=()) == [("Alpha", None), ("Beta", None)]


def test_of_an_attack_without_a_known_attacker_the_target_stands_alone(tmp_path: Path) -> None:
    assert linked(tmp_path, "ASSAULT", actors=(), recipients=("a2",)) == [(None, "Beta")]


def test_an_event_of_nobody_is_left_out(tmp_path: Path) -> None:
    with pytest.raises(LeftOut, match="without actor and recipient"):
        linked(tmp_path, "ASSAULT", actors=(), recipients=())


def test_the_host_who_receives_a_guest_at_home_is_the_host(tmp_path: Path) -> None:
    row = first(archive_of(tmp_path / "a.db", record("doc_a", [event("e1", "CONSULT", "visit", place=oslo("NOR"))])))
    visitors, hosts = sides_of(row)
    assert ([one.name for one in visitors], [one.name for one in hosts]) == (["Beta"], ["Alpha"])


@pytest.mark.parametrize("country", ["RUS", "USA", None])
def test_who_visits_is_not_at_home(tmp_path: Path, country: str | None) -> None:
    row = first(archive_of(tmp_path / "a.db", record("doc_a", [event("e1", "CONSULT", "visit", place=oslo(country))])))
    assert [one.name for one in sides_of(row)[0]] == ["Alpha"]


def test_ids_are_the_events_number_and_the_pairs(tmp_path: Path) -> None:
    row = first(archive_of(tmp_path / "a.db", record("doc_a", [event("e1", "CONSULT")])))
    assert [pair.id_in(row) for pair in pairs_of(row)] == [1001, 1002]


@pytest.mark.parametrize(("many", "rows"), [(32, 992), (33, None)])
def test_a_gathering_of_more_than_32_is_left_out(tmp_path: Path, many: int, rows: int | None) -> None:
    people = [actor(f"a{n}", f"Actor {n}", "NOR") for n in range(1, many + 1)]
    deed = event("e1", "CONSULT", actors=tuple(one.id for one in people), recipients=())
    row = first(archive_of(tmp_path / "a.db", record("doc_a", [deed], people)))
    if rows is not None:
        assert len(pairs_of(row)) == rows
        return
    with pytest.raises(LeftOut, match="more than 999 pairs"):
        pairs_of(row)
