"""The JSON interface keeps to its description, whatever it is asked."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from archives import small
from chancery.show.web.interface import description
from served import Served

schemathesis = pytest.importorskip("schemathesis", reason="no interface tests: pip install '.[browser]'")
checks = pytest.importorskip("schemathesis.checks")
CHECKS = [
    checks.not_a_server_error,
    *(check for check in checks.CHECKS.get_all() if check.__name__ in (
        "status_code_conformance", "content_type_conformance", "response_schema_conformance",
    )),
]  # fmt: skip
"""What is checked; that a country must exist is not in the description, so that a wrong one is no fault of it."""


@pytest.fixture(scope="module")
def operations(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return the described questions to a served archive, by their paths."""
    served = Served(small(tmp_path_factory.mktemp("interface") / "a.db"))
    schema = schemathesis.openapi.from_url(served.at("/api/openapi.json"))
    return {one.ok().path: one.ok() for one in schema.get_all_operations()}


@pytest.mark.parametrize("path", sorted(description()["paths"]))
def test_every_answer_is_as_described(operations: dict[str, Any], path: str) -> None:
    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=operations[path].as_strategy())
    def ask(case: Any) -> None:
        case.call_and_validate(checks=CHECKS)

    ask()


def test_the_source_of_axe_is_named() -> None:
    folder = Path(__file__).parent
    digest = sha256((folder / "axe.min.js").read_bytes()).hexdigest()
    assert digest in (folder / "SOURCES.md").read_text(encoding="utf8")
