"""Scatter: a mark for each figure, at its day and its value, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from chancery.show.web import scatter
from chancery.show.web.scatter import HEIGHT, WIDTH

ROW: dict[str, Any] = {
    "figure": 1, "day": "2026-03-16", "day_from": "text", "edtf": "2026-03-16", "earliest": "2026-03-16",
    "latest": "2026-03-16", "compare": "=", "value": 10.0, "upper": None, "unit": "person", "what": "people",
    "change": None, "status": "happened", "said_by": None, "publisher": "Agency A", "document": "doc_a", "id": "f1",
}  # fmt: skip


def field(*rows: dict[str, Any], **options: Any) -> scatter.Field:
    """Return the field of rows that are as `ROW` but for what is given."""
    made = scatter.field([{**ROW, **row} for row in rows], {"Agency A": 0, "Church": 1}, **options)
    assert made is not None
    return made


def test_a_mark_stands_at_its_share_of_the_days_and_of_the_values() -> None:
    first, last = field(
        {"day": "2026-03-01", "earliest": "2026-03-01", "latest": "2026-03-01", "value": 0.0},
        {"day": "2026-03-31", "earliest": "2026-03-31", "latest": "2026-03-31", "value": 9.0},
    ).marks
    assert (first.x, last.x) == (round(WIDTH / 32, 1), round(WIDTH * 31 / 32, 1))
    assert (first.y, last.y) == (HEIGHT, round(HEIGHT * 0.1, 1))


def test_an_uncertain_day_has_its_extent_drawn_and_a_certain_one_none() -> None:
    month, day = field({"earliest": "2026-03-01", "latest": "2026-03-31"}, {"value": 5.0}).marks
    assert month.extent is not None
    assert month.extent[1] - month.extent[0] == pytest.approx(WIDTH * 31 / 32, abs=0.2)
    assert day.extent is None


def test_an_open_side_of_a_time_reaches_to_the_edge() -> None:
    (mark,) = field({"earliest": "2026-03-16", "latest": None}).marks
    assert mark.extent is not None
    assert mark.extent[1] == WIDTH


def test_a_figure_without_a_time_of_its_own_has_no_extent() -> None:
    (mark,) = field({"day_from": "published", "edtf": None, "earliest": None, "latest": None}).marks
    assert mark.extent is None
    assert mark.words.startswith("reported 2026-03-16: ")


def test_a_range_stands_upright_between_its_ends() -> None:
    (mark,) = field({"value": 8.0, "upper": 10.0}).marks
    assert mark.upright is not None
    assert mark.upright[0] < mark.upright[1] == mark.y


@pytest.mark.parametrize(("compare", "sign"), [(">", "↑"), ("<", "↓"), ("~", "~"), ("=", "")])
def test_bounds_and_rough_figures_are_marked(compare: str, sign: str) -> None:
    assert field({"compare": compare}).marks[0].sign == sign


def test_a_source_has_its_own_shape_and_all_others_share_one() -> None:
    marks = field({}, {"said_by": "church"}, {"said_by": "somebody"}).marks
    assert [mark.source for mark in marks] == [0, 1, len(scatter.SHAPES) - 1]


def test_no_mark_covers_another_of_the_same_day_and_value() -> None:
    marks = field({}, {"said_by": "church"}, {"said_by": "somebody"}).marks
    assert len({mark.x for mark in marks}) == 3
    assert len({mark.y for mark in marks}) == 1


def test_what_did_not_happen_is_crossed() -> None:
    happened, denied = (field({"status": one}).marks[0].path for one in ("happened", "not_happened"))
    assert denied.startswith(happened)
    assert len(denied) > len(happened)


def test_equal_factors_are_offered_where_values_are_far_apart() -> None:
    assert [field({}, {"value": value}).wide for value in (1000.0, 1001.0)] == [False, True]


def test_with_equal_factors_powers_of_ten_are_equally_far_apart() -> None:
    made = field({"value": 10.0}, {"value": 100.0}, {"value": 1000.0}, log=True)
    heights = [mark.y for mark in made.marks]
    assert heights[0] - heights[1] == pytest.approx(heights[1] - heights[2], abs=0.2)
    assert [words for _, words in made.values] == ["10", "100", "1,000"]


def test_where_a_value_is_0_steps_stay_equal() -> None:
    made = field({"value": 0.0}, {"value": 100.0}, log=True)
    assert not made.log
    assert not made.wide


def test_values_below_0_have_room() -> None:
    low, high = field({"value": -6.0}, {"value": 6.0}).marks
    assert HEIGHT > low.y > high.y > 0


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        (("2026-01-10", "2026-03-20"), ["2026-01", "2026-02", "2026-03"]),
        (("1990-01-01", "2020-01-01"), ["1990", "1995", "2000", "2005", "2010", "2015"]),
    ],
)
def test_the_axis_has_as_many_labels_as_there_is_room_for(days: tuple[str, str], labels: list[str]) -> None:
    rows = [{"day": day, "earliest": day, "latest": day} for day in days]
    found = [words for _, words in field(*rows).days]
    assert set(labels) & set(found)
    assert len(found) <= WIDTH / scatter.LABEL + 1


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_of_the_calendar_can_be_drawn(day: str) -> None:
    (mark,) = field({"day": day, "earliest": day, "latest": day}).marks
    assert 0 <= mark.x <= WIDTH


def test_today_is_drawn_where_it_is_among_the_days() -> None:
    assert field({}, today="2026-03-16").now == WIDTH / 2
    assert field({}, today="2027-01-01").now is None


def test_nothing_is_drawn_of_figures_without_a_day() -> None:
    assert scatter.field([{**ROW, "day": None}], {}) is None
