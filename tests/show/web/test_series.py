"""Series: figures of one quantity side by side, each with its words, and where sources differ."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from chancery.show.web import series
from served import client
from tolls import church, counted, duty, government


@pytest.fixture
def page(tmp_path: Path) -> Iterator[TestClient]:
    """Yield the page over three reports with figures."""
    with client(counted(tmp_path / "a.db")) as one:
        yield one


def cells(text: str) -> list[list[str]]:
    """Return the rows of the first table that sets sources side by side, without marks and line breaks."""
    body = text.split('class="beside"')[1].split("<tbody>")[1].split("</tbody>")[0]
    rows = re.findall(r"<tr.*?</tr>", body, re.DOTALL)
    plain = (
        [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)] for row in rows
    )
    return [[unescape(" ".join(cell.split())) for cell in row] for row in plain]


def test_without_a_choice_quantities_are_listed_with_the_way_to_their_series(page: TestClient) -> None:
    text = page.get("/series").text
    assert '<a href="/series?unit=person&amp;what=killed">killed</a>' in text
    assert '<a href="/series?unit=percent&amp;what=duty">duty</a>' in text
    assert '<a href="/series?unit=percent">percent</a> <span class="count">3</span>' in text


def test_the_way_keeps_the_filters(page: TestClient) -> None:
    assert "/series?unit=person&amp;what=killed&amp;until=2026-03-17" in page.get("/series?until=2026-03-17").text


def test_differing_figures_of_one_day_stand_side_by_side(page: TestClient) -> None:
    text = page.get("/series?unit=person&what=killed").text
    assert cells(text) == [["2026-03-16", "14 people", "> 17 persons", "9 them soldiers", "14 to 17"]]
    assert "Sources differ at 1 of 1 times" in text


@pytest.mark.parametrize("average", ["15.5", "13.3", "40"])
def test_nothing_is_averaged_or_added(page: TestClient, average: str) -> None:
    assert average not in cells(page.get("/series?unit=person&what=killed").text)[0]


def test_every_figure_leads_to_its_words_from_the_drawing_and_from_the_table(page: TestClient) -> None:
    text = page.get("/series?unit=person&what=killed").text
    for address in ("/reports/doc_g#f1", "/reports/doc_h#f1", "/reports/doc_h#f2"):
        assert text.count(f'href="{address}"') == 2
        assert page.get(address).status_code == 200


def test_a_mark_says_its_figure_and_a_bound_is_marked(page: TestClient) -> None:
    text = page.get("/series?unit=person&what=killed").text
    assert 'aria-label="2026-03-16: more than 17 person, persons – Church"' in text
    assert text.count('class="sign"') == 1


def test_what_is_counted_together_is_said_with_the_way_to_each(page: TestClient) -> None:
    text = page.get("/series?unit=person&what=killed").text
    assert "Counted together" in text
    assert 'href="/series?what=people%20killed&amp;unit=person">' in text


def test_what_is_left_out_is_said(page: TestClient) -> None:
    text = page.get("/series?unit=person&what=people").text
    assert 'href="/series?what=people%20killed&amp;unit=person">killed</a> <span class="count">2</span>' in text
    assert 'href="/series?what=people%20displaced&amp;unit=person">displaced</a> <span class="count">1</span>' in text


def test_rises_and_falls_are_apart_from_levels(page: TestClient) -> None:
    text = page.get("/series?unit=percent&what=duty").text
    levels, rises = text.split("How much there was</h2>")[1].split("By how much it rose", 1)
    assert 'href="/reports/doc_i#f1"' in levels
    assert 'href="/reports/doc_i#f3"' not in levels
    assert 'href="/reports/doc_i#f3"' in rises


def test_a_range_is_drawn_and_what_is_only_possible_is_told(page: TestClient) -> None:
    text = page.get("/series?unit=percent&what=duty").text
    assert '<a class="s0 possible" href="/reports/doc_i#f2"' in text
    assert text.count('class="range"') == 1
    assert ">8 to 10</a>" in text


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("what=killed&said_by=church", 1), ("what=killed&publisher=Agency+B", 2), ("what=duty&status=possible", 1),
        ("what=killed&words=Magwi", 1), ("unit=person&until=2026-03-17", 3), ("what=nothing", 0),
    ],
)  # fmt: skip
def test_a_series_is_filtered(page: TestClient, query: str, count: int) -> None:
    plural = "" if count == 1 else "s"
    assert f'<span class="count">{count} figure{plural}</span>' in page.get(f"/series?{query}").text


@pytest.mark.parametrize("query", ["since=soon", "country=Egypt", "status=wrong", "until=2026-02-30"])
def test_a_wrong_filter_is_said(page: TestClient, query: str) -> None:
    assert page.get(f"/series?{query}").status_code == 400


def test_equal_factors_are_offered_where_values_are_far_apart(page: TestClient) -> None:
    assert "scale=log" not in page.get("/series?unit=percent&what=duty").text
    assert 'href="/series?unit=person&amp;scale=log"' in page.get("/series?unit=person").text
    assert ">1,000</text>" in page.get("/series?unit=person&scale=log").text


def test_more_figures_than_can_be_drawn_are_said(page: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(series, "DRAWN", 1)
    assert "The newest 1 of 3 are shown" in page.get("/series?unit=person&what=killed").text


def test_that_not_all_figures_were_looked_through_is_said(page: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(series, "NEWEST", 2)
    assert "the newest 2 figures" in page.get("/series?unit=person&what=killed").text
    assert "Counted in the newest 2 figures" in page.get("/series").text


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_series_can_be_taken_away(page: TestClient, form: str) -> None:
    text = page.get(f"/series.{form}?unit=person&what=killed").text
    rows = list(csv.DictReader(io.StringIO(text))) if form == "csv" else text.splitlines()
    assert len(rows) == 3


def test_its_sql_can_be_taken_away_and_a_wrong_filter_is_said(page: TestClient) -> None:
    assert "f.unit = 'percent'" in page.get("/series.sql?unit=percent&what=duty").text
    assert page.get("/series.sql?since=soon").status_code == 400


def test_sources_beyond_those_with_a_shape_share_a_column_and_are_named_in_it(tmp_path: Path) -> None:
    records = [
        replace(duty(), document=replace(duty().document, id=f"doc_{n}", publisher=f"Paper {n}")) for n in range(8)
    ]
    with client(counted(tmp_path / "a.db", *records)) as page:
        text = page.get("/series?unit=percent&what=duty").text
    assert '<th scope="col">others</th>' in text
    assert "– Paper 7" in text


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> {{ 7 * 7 }}"


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    records = [
        replace(
            one, document=replace(one.document, publisher=HOSTILE),
            figures=tuple(replace(figure, what=HOSTILE, unit=HOSTILE) for figure in one.figures),
        )
        for one in (government(), church())
    ]  # fmt: skip
    with client(counted(tmp_path / "a.db", *records)) as page:
        shown = [page.get("/series").text, page.get("/series", params={"unit": HOSTILE, "what": "script"}).text]
    for text in shown:
        assert "&lt;script&gt;" in text
        assert "<script>alert" not in text
        assert "<img" not in text
        assert " style=" not in text


def test_an_archive_without_figures_has_no_series(tmp_path: Path) -> None:
    with client(counted(tmp_path / "a.db", replace(duty(), figures=()))) as page:
        assert "No quantity of which two figures or more are known." in page.get("/series").text
