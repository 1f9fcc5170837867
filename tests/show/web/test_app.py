"""The page shows an archive: every number leads to the words, and no report can do anything."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from archives import READER, accord, empty, put, small
from chancery.ask.answers import Answers
from chancery.record import Mention, Status
from chancery.show.web import lists
from chancery.show.web.app import create_app, warm
from chancery.show.web.guard import Door
from chancery.show.web.interface import SERIES
from chancery.show.web.lists import KINDS
from chancery.store.writing import Writer
from served import HOST, client


@pytest.fixture
def page(tmp_path: Path) -> Iterator[TestClient]:
    """Yield the page over the small archive."""
    with client(small(tmp_path / "a.db")) as one:
        yield one


@pytest.mark.parametrize("kind", SERIES)
def test_numbers_of_a_drawing_can_be_taken_as_csv(page: TestClient, kind: str) -> None:
    rows = list(csv.DictReader(io.StringIO(page.get(f"/{kind}.csv?country=TUR").text)))
    assert len(rows) == len(page.get(f"/api/{kind}?country=TUR").json()["rows"])
    assert page.get(f"/{kind}.sql?country=TUR").text.count("TUR") >= 1


def test_what_counts_all_can_be_asked_for_before_anybody_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(small(tmp_path / "a.db"), Door(frozenset({HOST})))
    warm(app)
    for question in ("timeline", "dyads", "pairs", "places"):
        monkeypatch.setattr(Answers, question, lambda *_, **__: pytest.fail("it is asked again"))
    with TestClient(app, base_url=f"http://{HOST}") as page:
        assert "Events a month by status" in page.get("/").text
        assert "NOR and all others" in page.get("/dyads?country=NOR").text
        assert "Map" in page.get("/map?country=NOR").text


@pytest.mark.parametrize("address", ["/", "/timeline", "/dyads", "/read", *(f"/{kind}" for kind in KINDS)])
def test_every_page_answers(page: TestClient, address: str) -> None:
    answer = page.get(address)
    assert answer.status_code == 200
    assert "<h1>" in answer.text


def test_a_report_is_shown_with_its_record(page: TestClient) -> None:
    text = page.get("/reports/doc_a").text
    assert '<span class="mark event planned lane0" data-of="e2">will visit</span>' in text
    assert 'id="e2"' in text
    assert "2026-04" in text


def test_a_long_list_is_counted_so_far_only(page: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "COUNTED", 2)
    assert 'Events <span class="count">more than 2</span>' in page.get("/events?words=norway").text
    assert 'Events <span class="count">6</span>' in page.get("/events").text


def test_a_list_leads_to_the_words(page: TestClient) -> None:
    assert '<a href="/reports/doc_a#e2">will visit</a>' in page.get("/events?status=planned").text


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_can_be_taken_as_csv(page: TestClient, kind: str) -> None:
    rows = list(csv.DictReader(io.StringIO(page.get(f"/{kind}.csv").text)))
    assert len(rows) == page.get(f"/api/{kind}").json()["total"]


def test_the_sql_of_a_list_can_be_taken(page: TestClient) -> None:
    assert "e.status IN ('planned')" in page.get("/events.sql?status=planned").text


def test_the_json_interface_pages(page: TestClient) -> None:
    first = page.get("/api/events?limit=4").json()
    second = page.get("/api/events?limit=4&offset=4").json()
    assert [len(first["rows"]), first["next"], len(second["rows"]), second["next"]] == [4, 4, 2, None]


@pytest.mark.parametrize("address", ["/api/events?type=WAR", "/api/events?colour=red", "/api/events?since=soon"])
def test_a_wrong_question_has_one_form_of_error(page: TestClient, address: str) -> None:
    answer = page.get(address)
    assert [answer.status_code, answer.headers["content-type"]] == [400, "application/problem+json"]
    assert answer.json()["status"] == 400


def test_a_wrong_filter_is_said_on_the_page(page: TestClient) -> None:
    answer = page.get("/events?type=WAR")
    assert answer.status_code == 400
    assert "there are AGREE" in answer.text


@pytest.mark.parametrize("address", ["/nothing", "/reports/doc_none", "/static/none.js"])
def test_what_is_not_there_is_404(page: TestClient, address: str) -> None:
    assert page.get(address).status_code == 404


def test_a_pasted_report_is_read_on_the_spot(page: TestClient) -> None:
    form = {"text": "Norway expelled two envoys of Chad on Monday.", "published": "2026-03-12"}
    answer = page.post("/read", data=form, headers={"origin": f"http://{HOST}"})
    assert answer.status_code == 200
    assert "SANCTION" in answer.text


def test_what_cannot_be_read_is_said_and_stays_in_the_form(page: TestClient) -> None:
    form = {"text": "Le ministre est arrivé dans la capitale avec les membres du parti.", "published": "2026-03-12"}
    answer = page.post("/read", data=form, headers={"origin": f"http://{HOST}"})
    assert answer.status_code == 422
    assert "not in English" in answer.text
    assert "Le ministre" in answer.text


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> {{ 7 * 7 }} javascript:alert(3)"


def test_a_hostile_report_stays_text(tmp_path: Path) -> None:
    text = f"{HOSTILE}\n\nEgypt and Turkey signed {HOSTILE} in Geneva on Tuesday, officials said.\n"
    record = accord()
    span = (text.index("signed"), text.index("signed") + len("signed " + HOSTILE))
    actors = tuple(replace(one, name=HOSTILE, mentions=()) for one in record.actors)
    events = tuple(
        replace(record.events[0], id=f"e{n}", status=status, mentions=(Mention(span, text[slice(*span)]),), place=None,
                time=None, why=(HOSTILE,), said_by=None)
        for n, status in enumerate(get_args(Status), start=1)
    )  # fmt: skip
    document = replace(
        record.document, text=text, title=HOSTILE, publisher=HOSTILE, url="javascript:alert(4)", author=HOSTILE
    )
    hostile = replace(
        record, document=document, actors=actors, events=events, statements=(), times=(), places=(), roles=()
    )
    with empty(tmp_path / "a.db") as archive:
        writer = Writer(archive)
        with writer.transaction():
            put(writer, hostile, writer.run_of(READER))
    page = client(tmp_path / "a.db")
    for address in ("/", "/timeline", "/dyads", "/reports/doc_a", *(f"/{kind}" for kind in KINDS)):
        shown = page.get(address).text
        assert "<script>alert" not in shown
        assert "<img" not in shown
        assert 'href="javascript' not in shown
        assert "49" not in shown.split("{{ 7 * 7 }}")[0][-30:]


def test_an_actor_has_its_offices_deeds_and_partners(page: TestClient) -> None:
    number = page.get("/api/actors?actor=Farouk").json()["rows"][0]["actor"]
    text = page.get(f"/actors/{number}").text
    assert "Foreign Minister" in text
    assert '<a href="/reports/doc_a#e2">' in text
    assert ">Turkey</a>" in text


@pytest.mark.parametrize("number", ["999", "99999999999999999999"])
def test_an_unknown_actor_is_404(page: TestClient, number: str) -> None:
    assert page.get(f"/actors/{number}").status_code == 404


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ("/api/events?linked=false&newest=false", 6), ("/api/dyads?period=all&undirected=true", 3),
        ("/api/dyads?together=true", 3), ("/api/facets?country=TUR", 7), ("/api/events?decision=none", 6),
    ],
)  # fmt: skip
def test_options_of_the_interface_are_heeded(page: TestClient, address: str, count: int) -> None:
    assert len(page.get(address).json()["rows"]) == count


def test_every_question_of_the_interface_is_described(page: TestClient) -> None:
    paths = page.get("/api/openapi.json").json()["paths"]
    assert set(paths) == {f"/api/{kind}" for kind in (*KINDS, *SERIES, "search")}
    for path in paths:
        assert page.get(path).status_code == 200


def test_the_interface_counts(page: TestClient) -> None:
    rows = page.get("/api/timeline?period=year&by=quad&country=NOR").json()["rows"]
    assert rows == [
        {"period": "2026", "value": 3, "events": 2}, {"period": "2026", "value": 4, "events": 1},
    ]  # fmt: skip
    assert page.get("/api/timeline?period=week").status_code == 400
    assert len(page.get("/api/dyads?country=TUR&together=true").json()["rows"]) == 2
