from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.resolve import edtf
from chancery.resolve.edtf import Extent

DAY = datetime.date(2016, 7, 8)


def written(extent: Extent | None) -> str | None:
    return extent.edtf if extent else None


@pytest.mark.parametrize(
    ("extent", "expected"),
    [
        (edtf.day_of(DAY), "2016-07-08"),
        (edtf.month_of(2016, 7), "2016-07"),
        (edtf.month_of(2016, 13), None),
        (edtf.year_of(0), None),
        (edtf.decade_of(1994), "199X"),
        (edtf.century_of(19), "18XX"),
        (edtf.week_of(datetime.date(2018, 4, 1)), "2018-03-26/2018-04-01"),
        (edtf.thirds(edtf.month_of(2016, 2), "late"), "2016-02-21/2016-02-29"),
        (edtf.thirds(edtf.year_of(2016), "mid"), "2016-05/2016-08"),
        (edtf.thirds(edtf.decade_of(1950), "early"), "1950/1953"),
        (edtf.thirds(edtf.day_of(DAY), "late"), "2016-07-08"),
        (edtf.halves(edtf.year_of(2023), 0), "2023-01/2023-06"),
        (edtf.halves(edtf.month_of(2016, 2), 1), "2016-02-16/2016-02-29"),
        (edtf.fraction(edtf.year_of(2016), 2, 4), "2016-07/2016-09"),
        (edtf.since(edtf.year_of(1986)), "1986/.."),
        (edtf.until(edtf.span(DAY, datetime.date(2016, 8, 3), "day")), "../2016-08-03"),
        (edtf.about(edtf.year_of(2010)), "2010~"),
        (edtf.join(edtf.year_of(2014), edtf.year_of(2011)), None),
    ],
)
def test_extents_are_written_as_edtf(extent: Extent | None, expected: str | None) -> None:
    assert expected == written(extent)


@pytest.mark.parametrize(
    ("start", "number", "unit", "expected"),
    [
        ("2016-07-08", -1, "day", "2016-07-07"),
        ("2016-07-08", 2, "week", "2016-07-18/2016-07-24"),
        ("2016-07-08", -1, "year", "2015"),
        ("2023-03", 1, "day", "2023-03"),
        ("2016-01", -1, "month", "2015-12"),
        ("2016", 1, "decade", "202X"),
        ("9999", 1, "year", None),
    ],
)
def test_a_shifted_extent_is_told_in_the_coarser_unit(start: str, number: int, unit: str, expected: str | None) -> None:
    extent = edtf.parse(start)
    assert extent is not None

    assert expected == written(edtf.shift(extent, number, unit))


def test_a_month_back_from_the_31st_is_the_last_of_the_shorter_month() -> None:
    assert datetime.date(2015, 2, 28) == edtf.add(datetime.date(2015, 3, 31), -1, "month")


@pytest.mark.parametrize(
    "text", ["2016-07-08", "2016-07", "2016", "199X", "18XX", "2016-07-08/2016-08-03", "1986/..", "../2016-02", "2010~"]
)
def test_what_is_read_is_written_the_same(text: str) -> None:
    assert text == written(edtf.parse(text))


@given(st.text(alphabet="0123456789-/.X~", max_size=22))
def test_no_string_raises(text: str) -> None:
    edtf.parse(text)


@given(st.dates(), st.floats(-1e5, 1e5), st.sampled_from(["hour", "day", "fortnight", "month", "decade", "century"]))
def test_no_distance_raises(date: datetime.date, number: float, unit: str) -> None:
    edtf.add(date, number, unit)


@given(st.dates(), st.sampled_from(edtf.UNITS))
def test_a_unit_covers_the_day_it_was_made_from(date: datetime.date, unit: edtf.Unit) -> None:
    extent = edtf.cover(date, unit)

    assert extent is None or (extent.first and extent.last and extent.first <= date <= extent.last)
