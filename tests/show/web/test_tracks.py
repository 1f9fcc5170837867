"""Extents begin and end where their days do, and reach the edge where they are open."""

from __future__ import annotations

from chancery.show.web.tracks import terms, tracks


def test_an_uncertain_time_is_an_extent_and_an_open_one_reaches_the_edge() -> None:
    event = {"event": 1, "type": "AID", "mode": None, "status": "happened", "actors": "Chad", "recipients": None,
             "document": "doc_a", "id": "e1", "day_from": "text", "edtf": "x", "denied_by": "Russia"}  # fmt: skip
    day = {**event, "day": "2026-01-01", "earliest": "2026-01-01", "latest": "2026-01-01"}
    month = {**event, "day": "2026-01-01", "earliest": "2026-01-01", "latest": "2026-01-31"}
    until = {**event, "day": "2026-01-10", "earliest": None, "latest": "2026-01-10"}
    extents = [(track.left, track.width) for track in tracks([day, month, until])]
    assert tracks([day])[0].denied == "Russia"
    assert extents == [(0.0, round(100 / 31, 3)), (0.0, 100.0), (0.0, round(1000 / 31, 3))]


def test_offices_stand_between_the_first_and_the_last_report_of_all() -> None:
    rows = [{"first": "2026-01-01", "last": "2026-01-05"}, {"first": "2026-01-06", "last": "2026-01-10"}]
    assert [(row["left"], row["width"]) for row in terms(rows)] == [(0.0, 50.0), (50.0, 50.0)]


def test_an_office_of_reports_without_a_date_has_no_extent() -> None:
    rows = [{"first": None, "last": None}, {"first": "2026-01-06", "last": "2026-01-10"}]
    assert [row["width"] for row in terms(rows)] == [0.0, 100.0]
    assert terms([{"first": None, "last": None}])[0]["width"] == 0.0
