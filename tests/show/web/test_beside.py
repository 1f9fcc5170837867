"""Beside: sources differ where they cannot both be right about the same."""

from __future__ import annotations

from typing import Any

import pytest

from chancery.show.web import beside

ROW: dict[str, Any] = {
    "unit": "person", "what": "people", "words": "14 people", "before": "", "after": " died.", "compare": "=",
    "value": 14.0, "upper": None, "status": "happened", "said_by": "government", "publisher": "Agency A",
}  # fmt: skip


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ({"value": 17.0, "compare": ">"}, "14 to 17"), ({"value": 12.0, "compare": ">"}, ""),
        ({"value": 12.0, "compare": "<"}, "12 to 14"), ({"value": 15.0, "compare": "<"}, ""),
        ({"value": 15.0, "compare": "~"}, ""), ({"value": 30.0, "compare": "~"}, "14 to 30"),
        ({"value": 10.0, "upper": 15.0}, ""), ({"value": 17.0, "status": "planned"}, ""),
        ({"value": 17.0, "status": "alleged"}, "14 to 17"), ({"value": 17.0, "said_by": "government"}, ""),
        ({"value": 9.0, "what": "soldiers"}, ""), ({"value": 14.0}, ""),
    ],
)  # fmt: skip
def test_sources_differ_where_they_cannot_both_be_right(others: dict[str, Any], expected: str) -> None:
    assert beside.differing([ROW, {**ROW, "said_by": "church", **others}]) == expected


def test_sources_with_most_figures_have_shapes_of_their_own() -> None:
    rows = [{**ROW, "said_by": f"source {n}"} for n in range(7) for _ in range(7 - n)]
    assert [beside.shapes_of(rows)[f"Source {n}"] for n in range(7)] == [0, 1, 2, 3, 4, 5, 5]
