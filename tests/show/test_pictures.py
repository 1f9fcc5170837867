"""Pictures: bars as long as their counts, gaps that are seen, signs where there are no colours or blocks."""

from __future__ import annotations

from typing import Any

import pytest

from chancery.show.pictures import Canvas, dyads, timeline, with_gaps

PLAIN = Canvas(width=39, blocks=False)  # 20 columns for bars of a timeline


def test_a_bar_is_as_long_as_its_share_of_the_longest() -> None:
    rows = [("2026-01", "happened", 10), ("2026-02", "happened", 5)]
    assert list(timeline(rows, PLAIN))[:2] == [
        "2026-01    #################### 10",
        "2026-02    ########## 5",
    ]


def test_statuses_are_stacked_in_their_order_with_a_key() -> None:
    rows = [("2026-01", "alleged", 5), ("2026-01", "happened", 10), ("2026-01", "planned", 5)]
    assert list(timeline(rows, PLAIN)) == [
        "2026-01    ##########=====????? 20", "", "# happened 10   = planned 5", "? alleged 5",
    ]  # fmt: skip


def test_a_bar_that_is_almost_nothing_is_one_column() -> None:
    rows = [("2026-01", "happened", 1000), ("2026-02", "planned", 1), ("2026-02", "alleged", 2)]
    assert list(timeline(rows, PLAIN))[1] == "2026-02    = 3"


def test_of_many_values_the_rare_ones_are_taken_together() -> None:
    rows = [("2026", f"T{n}", 20 - n) for n in range(10)]
    assert list(timeline(rows, PLAIN))[2:] == [
        "# T0 20   = T1 19   - T2 18   ? T3 17", "x T4 16   * T5 15   + T6 14", "~ others 36",
    ]  # fmt: skip


def test_blocks_have_shades_where_there_are_no_colours() -> None:
    rows = [("2026", "happened", 1), ("2026", "possible", 1)]
    assert next(timeline(rows, Canvas(width=23))) == "2026       █████▒▒▒▒▒ 2"


def test_colours_are_those_of_the_statuses() -> None:
    rows = [("2026", "happened", 1)]
    assert "\x1b[32m██████████\x1b[0m" in next(timeline(rows, Canvas(width=23, colour=True)))


def test_without_events_a_picture_says_so() -> None:
    assert [list(timeline([], PLAIN)), list(dyads([], PLAIN))] == [
        ["No events with a day."],
        ["No events between them."],
    ]


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        (["2025-11", "2026-01"], ["2025-11", "2025-12", "2026-01"]),
        (["2026-02-27", "2026-03-01"], ["2026-02-27", "2026-02-28", "2026-03-01"]),
        (["1999", "2001"], ["1999", "2000", "2001"]),
        (["1945-05", "2026-01"], ["1945-05", "   967 months without", "2026-01"]),
        ([], []),
    ],
)
def test_periods_without_events_are_shown_or_counted(periods: list[str], expected: list[str]) -> None:
    assert list(with_gaps(periods)) == expected


def pair(month: str, conflict: int, cooperation: int, score: float | None) -> dict[str, Any]:
    return {
        "month": month, "verbal_conflict": conflict, "material_conflict": 0, "verbal_cooperation": 0,
        "material_cooperation": cooperation, "events": conflict + cooperation, "mean_score": score, "reports": 3,
        "reports_in_month": 1200,
    }  # fmt: skip


def test_conflict_is_left_and_cooperation_right_with_the_denominator() -> None:
    rows = [pair("2026-01", 8, 4, -1.25), pair("2026-03", 0, 0, None)]
    assert [line.rstrip() for line in dyads(rows, Canvas(width=61, blocks=False))] == [
        "           conflict | cooperation  events  score         reports",
        "2026-01    ######## | ####          12   -1.2      3 of 1,200",
        "2026-02",
        "2026-03             |                0      -      3 of 1,200",
    ]


def test_years_are_drawn_too() -> None:
    row = {**pair("", 1, 0, -3.0), "year": "2026", "reports_in_year": 9}
    del row["month"]
    assert list(dyads([row], Canvas(width=61, blocks=False)))[1].endswith("1   -3.0          3 of 9")
