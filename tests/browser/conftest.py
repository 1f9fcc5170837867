"""A real browser over a real server; where there is none, these tests are skipped with a word."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from archives import small
from served import Served

playwright = pytest.importorskip("playwright.sync_api", reason="no browser tests: pip install '.[browser]'")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve the small archive."""
    one = Served(small(tmp_path_factory.mktemp("browser") / "a.db"))
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
