"""What an analyst does on the page, in a real browser."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from browser.faults import opened, serious, width_on_a_phone
from chancery.show.web.lists import KINDS
from served import Served

VIEWS = (
    "/", "/timeline", "/timeline?type=ACCUSE", "/dyads", "/dyads?source=NOR&target=RUS", "/reports/doc_b", "/read",
    "/actors/1", "/review/events", "/review/events/5", "/review/figures", "/audits", "/audits/1",
    "/map", "/map?view=IND", "/network", "/network?of=actors", "/series", "/series?unit=person", "/search?words=norway",
    *(f"/{kind}" for kind in KINDS),
)  # fmt: skip


@pytest.fixture
def page(browser: Any, served: Served) -> Any:
    """Return a tab that writes down what it asks for and what it complains of."""
    tab = browser.new_page(viewport={"width": 1280, "height": 900})
    served.asked.clear()
    served.complaints.clear()
    tab.on("request", lambda request: served.asked.append(request.url))
    tab.on("console", lambda message: served.complaints.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: served.complaints.append(str(error)))
    yield tab
    tab.close()


def test_a_bar_of_a_dyad_leads_to_the_words(page: Any, served: Served) -> None:
    page.goto(served.at("/dyads?source=NOR&target=RUS"))
    page.click("svg a:has(rect.conflict)")
    page.click("td.words a")
    assert page.url.endswith("/reports/doc_b#e1")
    assert page.locator("#e1.lit").count() == 1
    assert page.locator(".text .mark.lit").all_inner_texts() == ["accused"]


def test_the_timeline_is_filtered(page: Any, served: Served) -> None:
    page.goto(served.at("/timeline"))
    page.fill("#f-country", "NOR")
    page.press("#f-country", "Enter")
    assert "country=NOR" in page.url
    assert page.locator(".tracks li").count() == 3
    assert page.locator(".counts li").all_inner_texts()[0].strip() == "happened 1"


def test_words_and_findings_light_up_together(page: Any, served: Served) -> None:
    page.goto(served.at("/reports/doc_a"))
    page.hover("#e2")
    assert page.locator(".text .lit").all_inner_texts() == ["will visit"]
    page.focus("#s1")
    assert "officials" in page.locator(".text .lit").all_inner_texts()


def test_a_report_is_pasted_and_read(page: Any, served: Served) -> None:
    page.goto(served.at("/read"))
    page.fill("#text", "Norway expelled two envoys of Chad on Monday.")
    page.fill("#published", "2026-03-12")
    page.click("button:has-text('Read')")
    assert page.locator(".entry.event strong").first.inner_text() == "SANCTION expel"


def test_a_list_is_taken_as_csv(page: Any, served: Served, tmp_path: Path) -> None:
    page.goto(served.at("/events?country=NOR"))
    with page.expect_download() as download:
        page.click("text=CSV")
    download.value.save_as(tmp_path / "events.csv")
    with (tmp_path / "events.csv").open(encoding="utf8", newline="") as file:
        assert len(list(csv.DictReader(file))) == 3


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_asks_another_host_or_breaks_its_policy(page: Any, served: Served, view: str) -> None:
    page.goto(served.at(view))
    assert {url for url in served.asked if not url.startswith(served.at("/"))} == set()
    assert served.complaints == []


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_has_a_serious_fault_of_accessibility(browser: Any, served: Served, view: str, scheme: str) -> None:
    page = opened(browser, served.at(view), scheme=scheme)
    assert serious(page) == []
    page.close()


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_is_wider_than_a_phone(browser: Any, served: Served, view: str) -> None:
    assert width_on_a_phone(browser, served.at(view)) <= 390
