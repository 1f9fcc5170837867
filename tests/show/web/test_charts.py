"""Charts stack, balance and lead to what they count."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from chancery.show.web import charts

ROWS = [("2026-01", "happened", 6), ("2026-01", "planned", 2), ("2026-04", "alleged", 4)]
DYAD = {
    "month": "2026-03", "verbal_cooperation": 1, "material_cooperation": 2, "verbal_conflict": 0,
    "material_conflict": 6, "reports": 3, "reports_in_month": 10,
}  # fmt: skip


def test_a_month_without_events_has_its_place() -> None:
    chart = charts.timeline(ROWS, {})
    assert {bar.x for bar in chart.bars} == {0.0, 3 * charts.WIDEST}


def test_statuses_stand_on_each_other_and_the_fullest_month_is_the_tallest() -> None:
    happened, planned, alleged = charts.timeline(ROWS, {}).bars
    assert happened.height + planned.height == charts.HEIGHT
    assert planned.y + planned.height == happened.y
    assert alleged.height == charts.HEIGHT / 2


def test_a_bar_leads_to_its_events_under_the_same_filters() -> None:
    bar = charts.timeline(ROWS, {"country": "EGY"}).bars[1]
    asked = {name: values[0] for name, values in parse_qs(urlsplit(bar.address).query).items()}
    assert asked == {"country": "EGY", "since": "2026-01-01", "until": "2026-01-31", "status": "planned"}


def test_conflict_and_cooperation_stand_on_either_side_of_the_line() -> None:
    chart = charts.dyad([DYAD], {}, {"2026-03": 10})
    up, down, reports = chart.bars
    assert up.y + up.height == chart.zero == down.y
    assert down.height == 2 * up.height
    assert reports.words == "2026-03: 3 of 10 reports tell of them"


def test_a_month_without_deeds_has_its_reports() -> None:
    later = {**DYAD, "month": "2026-05"}
    chart = charts.dyad([DYAD, later], {}, {"2026-03": 10, "2026-04": 20})
    strip = [(bar.words, bar.height, bar.address) for bar in chart.bars if bar.sort == "reports"]
    assert strip == [
        ("2026-03: 3 of 10 reports tell of them", 30.0, "/reports?since=2026-03-01&until=2026-03-31"),
        ("2026-04: 0 of 20 reports tell of them", 60.0, "/reports?since=2026-04-01&until=2026-04-30"),
    ]


def test_a_side_of_a_dyad_leads_to_the_deeds_that_it_counts() -> None:
    up, down, _ = charts.dyad([DYAD], {"country": "EGY"}, {"2026-03": 10}).bars
    for bar, type_ in ((up, "AID"), (down, "ASSAULT")):
        asked = {name: values[0] for name, values in parse_qs(urlsplit(bar.address).query).items()}
        assert (asked["linked"], asked["country"], asked["status"]) == ("1", "EGY", "happened")
        assert type_ in asked["type"].split(",")
    assert set(charts.COOPERATION.split(",")) & set(charts.CONFLICT.split(",")) == set()


def test_today_is_a_line_where_it_is_among_the_months() -> None:
    chart = charts.timeline(ROWS, {}, "2026-02-15")
    assert (chart.first, chart.now) == ("2026-01", 1.5 * chart.step)
    assert charts.timeline(ROWS, {}, "2027-02-15").now is None


def test_events_far_off_are_said_and_not_drawn() -> None:
    rows = [
        ("1962-04", "happened", 1), ("2025-01", "happened", 90), ("2025-03", "planned", 60), ("2040-01", "planned", 1),
    ]  # fmt: skip
    chart = charts.timeline(rows, {"country": "EGY"})
    assert (chart.first, chart.width) == ("2025-01", 3 * charts.WIDEST)
    assert chart.outside == (
        ("1 earlier", "/events?country=EGY&until=1962-04-30"), ("1 later", "/events?country=EGY&since=2040-01-01"),
    )  # fmt: skip


def test_few_months_are_all_drawn() -> None:
    assert charts.stretch_of({"2023-01": 1, "2025-01": 900}) == charts.months_between("2023-01", "2025-01")


def test_nothing_makes_an_empty_chart() -> None:
    assert charts.timeline([], {}).bars == charts.dyad([], {}, {}).bars == ()


def test_what_somebody_does_is_above_the_line_and_what_is_done_to_them_below() -> None:
    rows = [
        {"month": "2026-01", "acts": 4, "acted": 1, "deeds": 5},
        {"month": "2026-03", "acts": 0, "acted": 2, "deeds": 2},
    ]
    chart = charts.sides(rows, {"party": "7"})
    assert [(bar.sort, bar.height) for bar in chart.bars] == [("acts", 60.0), ("acted", 15.0), ("acted", 30.0)]
    assert chart.bars[0].address == "/events?party=7&since=2026-01-01&until=2026-01-31"
