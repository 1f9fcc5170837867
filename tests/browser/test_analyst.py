"""What an analyst does with the archive that comes with the program, in a real browser."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browser.faults import opened, serious, width_on_a_phone
from chancery.ask.answers import Answers
from chancery.show import cli_serve
from served import Served


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve the demo's archive, read anew."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        one = Served(cli_serve._demo(2))
    yield one
    one.server.should_exit = True


@pytest.fixture
def page(browser: Any, demo: Served) -> Any:
    """Return a tab over it, and check that it asked nobody else and broke no policy."""
    tab = browser.new_page(viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    complaints: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    yield tab
    tab.close()
    assert [url for url in asked if not url.startswith(demo.at("/"))] == []
    assert complaints == []


def test_a_bar_of_a_dyad_leads_to_the_words(page: Any, demo: Served) -> None:
    page.goto(demo.at("/dyads"))
    bar = page.locator("svg#dyad a:has(rect.conflict)").first
    counted = int(re.search(r": (\d+) of conflict", bar.get_attribute("aria-label"))[1])
    bar.click()
    assert page.locator("td.words a").count() == counted
    words = page.locator("td.words a").first
    expected = words.inner_text()
    words.click()
    lit = page.locator(".text .mark.lit")
    assert expected in lit.all_inner_texts()
    assert lit.first.is_visible()


def test_the_timeline_is_filtered_by_its_form_its_facets_and_by_drawing(page: Any, demo: Served) -> None:
    page.goto(demo.at("/timeline"))
    page.click(".facets a:has-text('planned')")
    assert page.url.endswith("?status=planned")
    assert {one.get_attribute("aria-label") for one in page.locator(".track").all()} == {"planned"}
    page.fill("#f-country", "BLR")
    page.press("#f-country", "Enter")
    assert "country=BLR" in page.url
    assert "status=planned" in page.url
    page.goto(demo.at("/timeline"))
    page.locator("#brush").scroll_into_view_if_needed()
    boxes = [bar.bounding_box() for bar in page.locator("#brush rect.happened").all()[-4:]]
    page.mouse.move(boxes[0]["x"] + 3, boxes[0]["y"] + 5)
    page.mouse.down()
    page.mouse.move(boxes[-1]["x"] + 3, boxes[0]["y"] + 5, steps=8)
    page.mouse.up()
    page.wait_for_url("**since=**")
    since, until = page.input_value("#f-since"), page.input_value("#f-until")
    assert (since[-3:], since < until) == ("-01", True)
    with Answers(demo.db) as archive:
        counted = sum(row["events"] for row in archive.timeline(since=since, until=until))
    shown = [int(one.split()[-1].replace(",", "")) for one in page.locator(".counts li").all_inner_texts()]
    assert sum(shown) == counted


def test_three_events_are_reviewed_with_the_keyboard_and_one_is_undone(page: Any, demo: Served) -> None:
    page.goto(demo.at("/review/events?status=alleged"))
    left = int(page.locator("h1 .count").inner_text().split()[0])
    with page.expect_navigation():
        page.keyboard.press("a")
    with page.expect_navigation():
        page.keyboard.press("r")
    page.keyboard.press("s")
    page.keyboard.press("h")  # the status that begins with it: happened
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    assert page.locator("h1 .count").inner_text().split()[0] == str(left - 3)
    with page.expect_navigation():
        page.keyboard.press("u")
    assert re.search(r"/review/events/\d+\?status=alleged$", page.url)
    assert page.locator(".held").count() == 0
    with Answers(demo.db) as archive:
        decided = [(row["verdict"], row["field"], row["decided_by"]) for row in archive.decisions()]
        shown = [len(list(archive.events(decision=verdict))) for verdict in ("accept", "reject", "correct")]
    assert decided == [
        ("accept", None, "ada"), ("reject", None, "ada"), ("correct", "status", "ada"), ("undo", None, "ada"),
    ]  # fmt: skip
    assert shown == [1, 1, 0]
    page.goto(demo.at("/decisions"))
    assert page.locator("tbody tr").count() == 4


def test_a_report_is_pasted_and_read(page: Any, demo: Served) -> None:
    page.goto(demo.at("/read"))
    page.fill("#text", "Envoys expelled\n\nNorway expelled two envoys of Chad on Monday, its foreign minister said.")
    page.fill("#published", "2026-03-12")
    page.click("button:has-text('Read')")
    entry = page.locator(".entry.event").first
    assert "2026-03-09" in entry.inner_text()
    entry.hover()
    assert page.locator(".text .lit").all_inner_texts() == ["expelled"]


def test_a_list_is_taken_as_csv_with_all_its_rows(page: Any, demo: Served, tmp_path: Path) -> None:
    page.goto(demo.at("/events?status=planned"))
    counted = int(page.locator("h1 .count").inner_text())
    with page.expect_download() as download:
        page.click("text=CSV")
    download.value.save_as(tmp_path / "events.csv")
    with (tmp_path / "events.csv").open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert (len(rows), {row["status"] for row in rows}) == (counted, {"planned"})


VIEWS = (
    "/", "/timeline", "/map", "/dyads", "/network", "/network?of=actors", "/series", "/series?unit=person", "/events",
    "/review/events", "/actors", "/search?words=sanctions",
)  # fmt: skip


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_has_a_serious_fault_of_accessibility(browser: Any, demo: Served, view: str, scheme: str) -> None:
    page = opened(browser, demo.at(view), scheme=scheme)
    assert serious(page) == []
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_report_has_a_serious_fault_of_accessibility(browser: Any, demo: Served, scheme: str) -> None:
    with Answers(demo.db) as archive:
        documents = [row["document"] for row in archive.documents(limit=6) if row["state"] == "read"]
    page = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    for document in documents:
        page.goto(demo.at(f"/reports/{document}"))
        assert serious(page) == []
    page.close()


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_is_wider_than_a_phone(browser: Any, demo: Served, view: str) -> None:
    assert width_on_a_phone(browser, demo.at(view)) <= 390


def test_a_town_on_the_map_leads_to_its_events_and_the_map_comes_nearer(page: Any, demo: Served) -> None:
    page.goto(demo.at("/map"))
    before = page.locator("#map").get_attribute("viewBox")
    page.click("#zoom button[data-do='in']")
    assert page.locator("#map").get_attribute("viewBox") != before
    page.click("#zoom button[data-do='all']")
    row = page.locator("tbody tr:has(th:text-is('Mombasa'))")
    counted = int(row.locator("a").first.inner_text())
    row.locator("a").first.click()
    assert int(page.locator("h1 .count").inner_text()) == counted
