"""Faults of accessibility, as axe-core finds them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf8")


def serious(page: Any) -> list[tuple[str, str]]:
    """Return the serious and critical faults of an open page, each with the first element that has it."""
    found = page.evaluate(f"() => {{ {AXE}; return axe.run().then(result => result.violations); }}")
    return [(one["id"], one["nodes"][0]["html"][:120]) for one in found if one["impact"] in ("serious", "critical")]
