"""A real browser over a real server; where there is none, these tests are skipped with a word."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from archives import small
from chancery.store.archive import open_archive
from chancery.store.corrections import Correction
from chancery.store.decisions import Decider, Finding
from chancery.store.samples import draw
from served import Served

playwright = pytest.importorskip("playwright.sync_api", reason="no browser tests: pip install '.[browser]'")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve the small archive, with some decisions and an audit."""
    db = small(tmp_path_factory.mktemp("browser") / "a.db")
    with open_archive(db, write=True) as archive:
        decider = Decider(archive, "ada")
        decider.decide([Finding("event", 1)], "accept", note="seen in the annex")
        decider.decide([Finding("event", 3)], "reject")
        decider.decide([Finding("event", 5)], "correct", correction=Correction(status="planned"))
        draw(archive, "event", [1, 3, 5, 6], 4, question="{}", seed=1, drawn_by="ada")
    one = Served(db)
    yield one
    one.server.should_exit = True


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """Start the system's Chromium."""
    if CHROMIUM is None:
        pytest.skip("no browser tests: there is no Chromium on this machine")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    """Return a colour scheme."""
    return str(request.param)
