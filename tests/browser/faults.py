"""Faults of accessibility, as axe-core finds them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf8")


def opened(browser: Any, address: str, *, width: int = 1280, scheme: str = "light") -> Any:
    """Open a page of its own."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(address)
    return page


def width_on_a_phone(browser: Any, address: str) -> int:
    """Return how wide a page is on a phone of 390 pixels."""
    page = opened(browser, address, width=390)
    width: int = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    return width


def serious(page: Any) -> list[tuple[str, str]]:
    """Return the serious and critical faults of an open page, each with the first element that has it."""
    found = page.evaluate(f"() => {{ {AXE}; return axe.run().then(result => result.violations); }}")
    return [(one["id"], one["nodes"][0]["html"][:120]) for one in found if one["impact"] in ("serious", "critical")]
