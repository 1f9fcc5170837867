"""Figures: found by whom they are about, by their status and by their source."""

from __future__ import annotations

from typing import Any

import pytest

from chancery.ask.answers import Answers


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, [1000.0, 12.0]),
        ({"country": "EGY"}, [1000.0]),
        ({"country": ["RUS", "NOR"]}, [12.0]),
        ({"actor": "worker"}, [1000.0]),
        ({"actor": "norway"}, []),
        ({"status": "alleged"}, [12.0]),
        ({"said_by": "norway"}, [12.0]),
        ({"said_by": "workers"}, []),
        ({"since": "2026-03-01"}, [12.0]),
        ({"until": "2026-03-01"}, [1000.0]),
        ({"words": "crowds"}, [1000.0]),
        ({"publisher": "Agency B"}, [12.0]),
        ({"document": "doc_c"}, [1000.0]),
        ({"newest": True, "limit": 1}, [12.0]),
    ],
)
def test_figures_are_those_that_a_filter_lets_through(
    archive: Answers, filters: dict[str, Any], expected: list[float]
) -> None:
    assert [row["value"] for row in archive.figures(**filters)] == expected


def test_a_figure_says_what_it_measures(archive: Answers) -> None:
    row = next(iter(archive.figures(status="happened")))
    expected = {
        "day": "2026-02-08", "compare": ">", "value": 1000.0, "upper": None, "unit": "person", "what": "workers",
        "change": None, "about": "workers", "said_by": None, "words": "Thousands", "document": "doc_c", "id": "f1",
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected
