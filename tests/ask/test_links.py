"""Links count the deeds in which two actors take part."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from archives import READER, accord, clash, empty, march, put, small
from chancery.ask import links
from chancery.ask.answers import Answers
from chancery.store.writing import Writer


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Answers]:
    """Yield the small archive."""
    with Answers(small(tmp_path / "a.db")) as one:
        yield one


def pairs(archive: Answers, **filters: object) -> list[tuple[object, ...]]:
    """Return the pairs with their counts."""
    columns = ("a_name", "b_name", "events", "forth", "back", "cooperation", "conflict", "mean_score")
    return [tuple(row[column] for column in columns) for row in archive.links(**filters)]


def test_a_pair_counts_deeds_of_both_directions(archive: Answers) -> None:
    assert pairs(archive) == [
        ("Norway", "Russia", 2, 1, 1, 0, 2, -3.5), ("Egypt", "Turkey", 1, 0, 0, 1, 0, 2.5),
        ("Turkey", "Nadia Farouk", 1, 0, 1, 1, 0, None), ("Norway", "two envoys", 1, 1, 0, 0, 1, None),
        ("workers", "government", 1, 1, 0, 0, 1, -5.0),
    ]  # fmt: skip


def test_links_are_of_what_is_filtered(archive: Answers) -> None:
    assert [pair[:2] for pair in pairs(archive, status="planned")] == [("Turkey", "Nadia Farouk")]
    assert len(pairs(archive, limit=2)) == 2


def test_a_pair_leads_to_the_events_in_which_both_take_part(archive: Answers) -> None:
    row = next(iter(archive.links()))
    assert len(list(archive.events(party=[str(row["a"]), str(row["b"])]))) == row["events"]


def test_only_the_newest_are_counted(archive: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "NEWEST", 1)
    assert [pair[:2] for pair in pairs(archive)] == [("Turkey", "Nadia Farouk")]


def test_one_name_in_one_country_is_one_whatever_its_kind(tmp_path: Path) -> None:
    workers, government = march().actors
    named = replace(march(), actors=(workers, replace(government, name="Egypt")))
    unknown = replace(clash(), actors=tuple(replace(one, country=None) for one in clash().actors))
    with empty(tmp_path / "b.db") as archive:
        writer = Writer(archive)
        with writer.transaction():
            run = writer.run_of(READER)
            for record in (accord(), named, clash(), replace(unknown, document=replace(unknown.document, id="doc_x"))):
                put(writer, record, run)
    with Answers(tmp_path / "b.db") as asked:
        numbers = {(row["name"], row["kind"], row["country"]): row["actor"] for row in asked.actors()}
        egypt = [str(numbers["Egypt", kind, "EGY"]) for kind in ("state", "government")]
        assert [len(list(asked.events(party=number))) for number in egypt] == [2, 2]
        assert [len(list(asked.events(party=str(numbers["Norway", "state", one])))) for one in ("NOR", None)] == [3, 3]
        assert ("Egypt", "workers") in {(row["a_name"], row["b_name"]) for row in asked.links()}
        between = [row["events"] for row in asked.links() if (row["a_name"], row["b_name"]) == ("Norway", "Russia")]
        assert between == [2, 2]
