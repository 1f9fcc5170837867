"""Links count the deeds in which two actors take part."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archives import small
from chancery.ask import links
from chancery.ask.answers import Answers


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
