"""Timelines: counts by period and by what tells events apart."""

from __future__ import annotations

from typing import Any

import pytest

from chancery.ask.answers import Answers


def test_a_timeline_counts_by_month_and_status(archive: Answers) -> None:
    assert list(archive.timeline().rows()) == [
        ("2026-02", "happened", 1), ("2026-03", "alleged", 1), ("2026-03", "happened", 2), ("2026-03", "possible", 1),
        ("2026-04", "planned", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"period": "day", "country": "NOR"}, [
            ("2026-03-05", "happened", 1), ("2026-03-06", "alleged", 1), ("2026-03-06", "possible", 1),
        ]),
        ({"period": "year", "by": "quad"}, [("2026", 1, 2), ("2026", 3, 2), ("2026", 4, 2)]),
        ({"period": "year", "by": "quad", "place": "Cairo"}, [("2026", 4, 1)]),
        ({"period": "year", "by": "type", "source": "EGY", "target": "TUR"}, [
            ("2026", "AGREE", 1), ("2026", "CONSULT", 1),
        ]),
        ({"period": "year", "by": "quad", "source": "EGY", "target": "TUR"}, [("2026", 1, 2)]),
        ({"period": "year", "by": "type", "country": "TUR"}, [("2026", "AGREE", 1), ("2026", "CONSULT", 1)]),
        ({"country": "EGY", "words": "drones"}, []),
        ({"source": "NOR", "mode": "expel", "by": "type"}, [("2026-03", "SANCTION", 1)]),
        ({"status": "planned", "since": "2026-04-01", "until": "2026-04-01"}, [("2026-04", "planned", 1)]),
    ],
)  # fmt: skip
def test_a_timeline_counts_what_is_asked_for(archive: Answers, options: dict[str, Any], expected: list[Any]) -> None:
    assert list(archive.timeline(**options).rows()) == expected


@pytest.mark.parametrize(("as_of", "expected"), [("", 5), ("1", 6), ("2", 5), ("2026-03-31", 0)])
def test_as_of_counts_what_counted_then(superseded: Answers, as_of: str, expected: int) -> None:
    assert sum(row["events"] for row in superseded.timeline(as_of=as_of)) == expected
