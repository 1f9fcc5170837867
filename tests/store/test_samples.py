"""A sample stays as it was drawn, and knows what was decided about each of its findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archives import LATER, accord, lines, small
from chancery.errors import DecisionError
from chancery.store.archive import Archive, open_archive
from chancery.store.decisions import Decider, Finding, Kind
from chancery.store.samples import Judged, audits, draw, judged
from chancery.store.writing import Writer

ABOUT = {"question": "{}", "seed": 7, "drawn_by": "ada"}


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """Yield the small archive, open for writing."""
    with open_archive(small(tmp_path / "a.db"), write=True) as one:
        yield one


def test_a_sample_has_each_finding_once(archive: Archive) -> None:
    draw(archive, "event", [1, 2, 3, 4, 5, 6], 4, **ABOUT)
    (audit,) = audits(archive)
    drawn = [one.finding.number for one in judged(archive, audit)]
    assert (len(drawn), len(set(drawn)), audit.population) == (4, 4, 6)


def test_the_same_seed_draws_the_same(archive: Archive) -> None:
    for _ in range(2):
        draw(archive, "event", [1, 2, 3, 4, 5, 6], 4, **ABOUT)
    first, second = (judged(archive, audit) for audit in audits(archive))
    assert first == second


def test_a_sample_is_no_larger_than_what_it_is_drawn_from(archive: Archive) -> None:
    draw(archive, "role", [1], 50, **ABOUT)
    words = "Egyptian Foreign Minister Nadia Farouk"
    assert judged(archive, audits(archive)[0]) == [Judged(Finding("role", 1), None, "Foreign Minister", words)]


def test_nothing_cannot_be_drawn_from(archive: Archive) -> None:
    with pytest.raises(DecisionError, match="nothing to draw from"):
        draw(archive, "event", [], 4, **ABOUT)


def test_decisions_count_for_what_was_drawn_though_it_is_read_anew(archive: Archive) -> None:
    draw(archive, "event", [1], 1, **ABOUT)
    decider = Decider(archive, "ada")
    decider.decide([Finding("event", 1)], "accept")
    decider.undo(decider.decide([Finding("event", 1)], "reject"))
    writer = Writer(archive)
    with writer.transaction():
        writer.add_reading(1, accord(), writer.run_of(LATER), lines(accord().document.text))
    assert [(one.finding.number, one.verdict) for one in judged(archive, audits(archive)[0])] == [(1, "accept")]


@pytest.mark.parametrize(
    ("kind", "what", "words"),
    [
        ("event", "AGREE, happened", "Egypt and Turkey signed an accord in Geneva on Tuesday, officials said."),
        ("statement", "say", "Egypt and Turkey signed an accord in Geneva on Tuesday"), ("figure", "12 drone", "12"),
    ],
)  # fmt: skip
def test_a_finding_of_a_sample_says_what_it_is(archive: Archive, kind: Kind, what: str, words: str) -> None:
    draw(archive, kind, [1], 1, **ABOUT)
    assert judged(archive, audits(archive)[0]) == [Judged(Finding(kind, 1), None, what, words)]
