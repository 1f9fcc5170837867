"""Amounts: a figure in words says all that it is."""

from __future__ import annotations

from chancery.show.web import amounts


def test_a_figure_is_told_with_its_time_bound_range_change_status_and_source() -> None:
    row = {
        "day": "2026-03-16", "day_from": "text", "edtf": "2026-03", "unit": "person", "what": "people", "compare": ">",
        "value": 2e6, "upper": 3e6, "status": "possible", "said_by": "church", "change": "increase",
    }  # fmt: skip
    told = "2026-03: more than 2,000,000 to 3,000,000 person, people (increase), possible – Church"
    assert amounts.in_words(row) == told


def test_a_figure_that_its_report_does_not_date_has_the_day_of_the_report() -> None:
    assert amounts.when({"day": "2026-03-18", "day_from": "published"}) == "reported 2026-03-18"
    assert amounts.when({"day": None, "day_from": None}) == "without a day"
