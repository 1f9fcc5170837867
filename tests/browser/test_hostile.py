"""A report with code in it stays text, wherever it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from archives import READER, empty, lines, within
from chancery.record import Actor, ActorMention, Document, Event, Mention, Record, Role
from chancery.store.writing import Sighting, Writer
from served import Served

EVIL = '"><img src=x onerror="window.hit=1"><script>window.hit=1</script><svg onload=window.hit=1>'
TEXT = f"Envoys expelled {EVIL}\n\nNorway{EVIL} expelled two envoys on Monday. [here](javascript:window.hit=1)\n"
VIEWS = (
    "/", "/timeline", "/dyads", "/map", "/events", "/statements", "/figures", "/roles", "/actors", "/actors/1",
    "/reports", "/network", "/series", "/search?words=expelled", "/decisions", "/audits", "/review/events",
    "/reports/doc_evil",
)  # fmt: skip


def evil() -> Record:
    """Build a record in which every text is code."""
    text = TEXT
    document = Document(
        "doc_evil", "javascript:window.hit=1", text.split("\n")[0], EVIL, EVIL, "en", "2026-03-12", "given", EVIL, text
    )
    span = within(text, "Norway")
    return Record(
        READER, document,
        (Actor("a1", f"Norway{EVIL}", "state", "NOR", ("GOV",), (ActorMention(span, "Norway", "name"),)),),
        (Event("e1", "SANCTION", "expel", "happened", (Mention(within(text, "expelled", 2), "expelled"),), ("a1",), (),
               None, None, (), None, (), 0.9, (EVIL,)),),
        (), (), (), (), (Role("a1", EVIL, EVIL, "NOR", span, "Norway", None),),
    )  # fmt: skip


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve an archive with that report."""
    db = tmp_path_factory.mktemp("evil") / "a.db"
    with empty(db) as archive:
        writer = Writer(archive)
        with writer.transaction():
            given = writer.rows.insert("inputs", {"kind": "text", "options": "{}", "finished": 1, "path": EVIL})
            doc = writer.add_document(evil().document, state="read")
            writer.add_sighting(doc, Sighting(given, EVIL, publisher=EVIL))
            writer.add_reading(doc, replace(evil()), writer.run_of(READER), lines(TEXT))
    one = Served(db)
    yield one
    one.server.should_exit = True


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_runs_what_a_report_says(browser: Any, served: Served, view: str) -> None:
    page = browser.new_page()
    assert page.goto(served.at(view)).ok
    assert page.evaluate("window.hit") is None
    assert page.locator("main img, main script, main [onerror], main [onload], a[href^='javascript']").count() == 0
    page.close()


def test_the_code_is_shown_as_the_text_that_it_is(browser: Any, served: Served) -> None:
    page = browser.new_page()
    page.goto(served.at("/reports/doc_evil"))
    assert EVIL in page.locator("article.text p").nth(1).inner_text()
    page.close()


def test_a_pasted_report_with_code_stays_text(browser: Any, served: Served) -> None:
    page = browser.new_page()
    page.goto(served.at("/read"))
    page.fill("#text", TEXT + "The foreign minister said that they had to leave the country within two days.\n" * 3)
    page.click("button:has-text('Read')")
    assert page.locator("article.text").count() == 1
    assert page.evaluate("window.hit") is None
    page.close()
