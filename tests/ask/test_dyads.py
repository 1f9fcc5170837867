"""Dyads: counts and scores of pairs by hand, with their denominators."""

from __future__ import annotations

from typing import Any

import pytest

from chancery.ask.answers import Answers


def test_a_dyad_counts_by_quad_and_status_and_scores_what_happened(archive: Answers) -> None:
    (row,) = archive.dyads(source="NOR", target="RUS")
    assert row == {
        "month": "2026-03", "source": "NOR", "target": "RUS", "events": 1, "verbal_cooperation": 0,
        "material_cooperation": 0, "verbal_conflict": 1, "material_conflict": 0, "score": -3.5, "mean_score": -3.5,
        "happened": 1, "planned": 0, "possible": 1, "alleged": 0, "not_happened": 0, "reports": 1,
        "reports_in_month": 2,
    }  # fmt: skip


def test_another_status_can_be_scored(archive: Answers) -> None:
    (row,) = archive.dyads(source="NOR", target="RUS", status="happened,possible")
    assert (row["events"], row["verbal_conflict"], row["score"], row["mean_score"]) == (2, 2, -9.0, -4.5)
    assert (row["happened"], row["possible"]) == (1, 1)


def test_a_pair_without_a_counted_deed_has_no_mean(archive: Answers) -> None:
    (row,) = archive.dyads(source="RUS", target="NOR")
    assert (row["events"], row["score"], row["mean_score"], row["alleged"], row["reports"]) == (0, 0.0, None, 1, 1)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, [
            ("2026-02", "EGY", "EGY"), ("2026-03", "EGY", "TUR"), ("2026-03", "NOR", "RUS"), ("2026-03", "RUS", "NOR"),
            ("2026-03", "TUR", "EGY"), ("2026-04", "EGY", "TUR"), ("2026-04", "TUR", "EGY"),
        ]),
        ({"limit": 2, "offset": 1}, [("2026-03", "EGY", "TUR"), ("2026-03", "NOR", "RUS")]),
        ({"source": "EGY"}, [("2026-02", "EGY", "EGY"), ("2026-03", "EGY", "TUR"), ("2026-04", "EGY", "TUR")]),
        ({"target": "NOR"}, [("2026-03", "RUS", "NOR")]),
        ({"country": "NOR"}, [("2026-03", "NOR", "RUS"), ("2026-03", "RUS", "NOR")]),
        ({"country": "EGY", "until": "2026-02-28"}, [("2026-02", "EGY", "EGY")]),
        ({"country": "EGY", "source": "TUR"}, [("2026-03", "TUR", "EGY"), ("2026-04", "TUR", "EGY")]),
        ({"since": "2026-04-01"}, [("2026-04", "EGY", "TUR"), ("2026-04", "TUR", "EGY")]),
        ({"since": "2026-03-07", "until": "2026-03-31"}, [("2026-03", "EGY", "TUR"), ("2026-03", "TUR", "EGY")]),
        ({"undirected": True}, [
            ("2026-02", "EGY", "EGY"), ("2026-03", "EGY", "TUR"), ("2026-03", "NOR", "RUS"), ("2026-04", "EGY", "TUR"),
        ]),
        ({"undirected": True, "source": "TUR"}, [("2026-03", "EGY", "TUR"), ("2026-04", "EGY", "TUR")]),
        ({"undirected": True, "source": "RUS", "target": "NOR"}, [("2026-03", "NOR", "RUS")]),
        ({"period": "year", "country": "TUR"}, [("2026", "EGY", "TUR"), ("2026", "TUR", "EGY")]),
        ({"together": True, "country": "TUR"}, [("2026-03", None, None), ("2026-04", None, None)]),
        ({"together": True, "period": "year"}, [("2026", None, None)]),
    ],
)  # fmt: skip
def test_dyads_are_the_pairs_that_are_asked_for(archive: Answers, options: dict[str, Any], expected: list[Any]) -> None:
    assert [row[:3] for row in archive.dyads(**options).rows()] == expected


@pytest.mark.parametrize("country", ["EGY", ["EGY", "TUR"]])
def test_a_deed_inside_one_country_counts_once(archive: Answers, country: object) -> None:
    row = next(iter(archive.dyads(country=country)))
    assert (row["source"], row["target"], row["events"]) == ("EGY", "EGY", 1)


def test_a_mutual_deed_counts_in_each_direction_and_once_undirected(archive: Answers) -> None:
    ordered = [row["events"] for row in archive.dyads(since="2026-03-10", until="2026-03-10")]
    unordered = [row["events"] for row in archive.dyads(since="2026-03-10", until="2026-03-10", undirected=True)]
    assert (ordered, unordered) == ([1, 1], [1])


def test_both_directions_of_a_pair_add_up_undirected(archive: Answers) -> None:
    (row,) = archive.dyads(source="RUS", target="NOR", undirected=True)
    assert (row["events"], row["alleged"], row["possible"], row["reports"]) == (1, 1, 1, 1)


def test_all_pairs_together_count_each_deed_once(archive: Answers) -> None:
    rows = [(row["month"], row["events"], row["planned"], row["reports"]) for row in archive.dyads(together=True)]
    assert rows == [("2026-02", 1, 0, 1), ("2026-03", 2, 0, 2), ("2026-04", 0, 1, 1)]


def test_over_all_time_the_most_frequent_pairs_come_first(archive: Answers) -> None:
    answer = archive.dyads(period="all", country=["NOR", "EGY"], status="happened,planned")
    rows = [(row["source"], row["target"], row["events"], row["reports_in_all"]) for row in answer]
    assert rows == [
        ("EGY", "TUR", 2, 3), ("TUR", "EGY", 2, 3), ("EGY", "EGY", 1, 3), ("NOR", "RUS", 1, 3), ("RUS", "NOR", 0, 3),
    ]  # fmt: skip
    assert answer.total() == 5


@pytest.mark.parametrize(("as_of", "expected"), [("", ["2026-03"]), ("1", ["2026-03", "2026-04"]), ("2", ["2026-03"])])
def test_as_of_counts_what_counted_then(superseded: Answers, as_of: str, expected: list[str]) -> None:
    answer = superseded.dyads(source="EGY", target="TUR", as_of=as_of)
    assert [row["month"] for row in answer] == expected


@pytest.mark.parametrize(
    "filters", [{}, {"country": "NOR"}, {"source": "EGY"}, {"status": ["alleged", "possible"]}, {"since": "2026-03-06"}]
)
def test_pairs_count_what_dyads_count_over_all(archive: Answers, filters: dict[str, Any]) -> None:
    all_ = [row for row in archive.dyads(period="all", **filters) if row["events"]]
    pairs = list(archive.pairs(**filters))
    for row, pair in zip(all_, pairs, strict=True):
        cooperation, conflict = (
            row[f"verbal_{kind}"] + row[f"material_{kind}"] for kind in ("cooperation", "conflict")
        )
        expected = (row["source"], row["target"], row["events"], cooperation, conflict, row["mean_score"])
        assert tuple(pair.values()) == expected


def test_reports_are_counted_by_the_month_in_which_they_were_published(archive: Answers) -> None:
    assert list(archive.published().rows()) == [("2026-02", 1), ("2026-03", 2)]
    assert list(archive.published(until="2026-03-06").rows()) == [("2026-02", 1), ("2026-03", 1)]
