"""Facets count what the filters let through, by each value."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archives import small
from chancery.ask import facets
from chancery.ask.answers import Answers


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Answers]:
    """Yield the small archive."""
    with Answers(small(tmp_path / "a.db")) as one:
        yield one


def counts(archive: Answers, **filters: str) -> dict[str, dict[str, int]]:
    """Return the facets by name and value."""
    found: dict[str, dict[str, int]] = {}
    for facet, value, events in archive.facets(**filters).rows():
        found.setdefault(facet, {})[value] = events
    return found


def test_every_facet_counts_events(archive: Answers) -> None:
    assert counts(archive) == {
        "country": {"EGY": 3, "NOR": 3, "RUS": 3, "TUR": 2},
        "publisher": {"Agency A": 3, "Agency B": 3},
        "status": {"happened": 3, "alleged": 1, "planned": 1, "possible": 1},
        "type": {"ACCUSE": 1, "AGREE": 1, "CONSULT": 1, "MOBILIZE": 1, "PROTEST": 1, "SANCTION": 1},
    }


@pytest.mark.parametrize("filters", [{"country": "TUR"}, {"source": "EGY", "target": "TUR"}, {"words": "accord"}])
def test_facets_are_of_what_is_filtered(archive: Answers, filters: dict[str, str]) -> None:
    assert counts(archive, **filters)["type"] == {"AGREE": 1, "CONSULT": 1}


def test_only_the_newest_are_counted(archive: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facets, "NEWEST", 2)
    assert counts(archive)["type"] == {"AGREE": 1, "CONSULT": 1}
