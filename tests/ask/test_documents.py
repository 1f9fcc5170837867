"""Documents: what was read in them, where they were seen, and which events they have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from archives import accord, small
from chancery.ask.answers import Answers
from chancery.store.archive import open_archive
from chancery.store.writing import Sighting, Writer


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, "cba"),
        ({"newest": True, "limit": 1}, "a"),
        ({"actor": "farouk"}, "a"),
        ({"actor": "officials"}, "a"),
        ({"country": "EGY"}, "ca"),
        ({"source": "NOR", "target": "RUS"}, "b"),
        ({"target": "RUS"}, "b"),
        ({"type": "AGREE"}, "a"),
        ({"type": "ACCUSE", "status": "possible"}, ""),
        ({"type": "SANCTION", "status": "possible", "mode": "expel"}, "b"),
        ({"status": "happened"}, "cba"),
        ({"place": "cairo"}, "c"),
        ({"said_by": "norway"}, "b"),
        ({"since": "2026-03-06"}, "ba"),
        ({"until": "2026-03-06"}, "cb"),
        ({"words": "accord OR"}, ""),
        ({"words": "norway russia"}, "b"),
        ({"publisher": "Agency A"}, "ca"),
        ({"document": "doc_b"}, "b"),
    ],
)
def test_documents_are_those_that_a_filter_lets_through(
    archive: Answers, filters: dict[str, Any], expected: str
) -> None:
    assert [row["document"] for row in archive.documents(**filters)] == [f"doc_{letter}" for letter in expected]


def test_documents_say_what_was_read_in_them(archive: Answers) -> None:
    row = next(iter(archive.documents(document="doc_b")))
    expected = {
        "published": "2026-03-06", "published_from": "given", "title": "Norway accuses Russia over drones",
        "publisher": "Agency B", "state": "read", "language": "en", "family": "doc_b", "seen": 1, "events": 3,
        "statements": 2, "figures": 1, "roles": 0,
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected


def test_a_copy_names_its_family_and_counts_no_event(tmp_path: Path) -> None:
    path = small(tmp_path / "a.db")
    with open_archive(path, write=True) as opened:
        writer = Writer(opened)
        with writer.transaction():
            copy = writer.add_document(replace(accord().document, id="doc_x"), state="copy", family=1)
            writer.add_sighting(copy, Sighting(1, "row 9"))
            writer.add_sighting(copy, Sighting(2, "row 9"))
    with Answers(path) as archive:
        answer = archive.documents(words="accord")
        rows = [(row["document"], row["state"], row["family"], row["seen"], row["events"]) for row in answer]
    assert rows == [("doc_a", "read", "doc_a", 1, 2), ("doc_x", "copy", "doc_a", 2, 0)]
