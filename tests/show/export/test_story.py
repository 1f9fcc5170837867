"""A story looks up what stands beside an event in its document."""

from __future__ import annotations

from pathlib import Path

import pytest

from archives import CLASH, NOON, small
from chancery.record import Document
from chancery.show.export.story import Sighting, host_of, source_of
from chancery.store.archive import open_archive
from chancery.store.writing import Sighting as Seen
from chancery.store.writing import Writer
from show.export.made import with_stories


def test_words_are_cut_from_the_text(tmp_path: Path) -> None:
    row, story = with_stories(small(tmp_path / "a.db"))[0]
    assert story.words(row) == ["signed", "sign"]


def test_the_nearest_mention_is_nearest_to_the_first_words(tmp_path: Path) -> None:
    row, story = with_stories(small(tmp_path / "a.db"))[2]
    story.mentions["a1"] = [(0, 6), (35, 41), (134, 140)]
    assert story.nearest(row.actors[0], row) == (35, 41)


def test_statements_offices_names_and_places_are_found(tmp_path: Path) -> None:
    stories = with_stories(small(tmp_path / "a.db"))
    accord, clash = stories[0][1], stories[2][1]
    assert (clash.sayings["s2"].source, clash.sayings["s2"].act) == ("Russia", "deny")
    assert [CLASH[start:end] for start, end in clash.sayings["s2"].contents] == ["it sent them"]
    assert accord.offices == {"a4": "Foreign Minister"}
    assert accord.names["state"] == ["Egypt", "Turkey"]
    assert accord.places == ["Geneva", "Ankara"]


def test_events_of_one_document_share_a_story(tmp_path: Path) -> None:
    stories = with_stories(small(tmp_path / "a.db"))
    assert stories[0][1] is stories[1][1]
    assert stories[1][1] is not stories[2][1]


def test_copies_are_places_where_a_report_was_seen(tmp_path: Path) -> None:
    db = small(tmp_path / "a.db")
    with open_archive(db, write=True, clock=lambda: NOON) as archive:
        writer = Writer(archive)
        with writer.transaction():
            copy = Document(
                "doc_copy", None, "Copied", None, None, "en", "2026-03-07", "given", None, CLASH + "More.\n"
            )
            doc = writer.add_document(copy, state="copy", family=2)
            writer.add_sighting(doc, Seen(1, "row 1", url="https://www.paper.example/1", published="2026-03-07"))
            writer.add_sighting(doc, Seen(2, "", publisher="Agency C"))
    row, story = with_stories(db)[2]
    noon = "2026-04-01T12:00:00Z"
    assert story.sightings == [
        Sighting("Agency B", "https://example.org/doc_b", "2026-03-06", noon),
        Sighting("paper.example", "https://www.paper.example/1", "2026-03-07", noon),
        Sighting("Agency C", None, "2026-03-07", noon),
    ]
    assert row.family == 2


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.example.org/a", "example.org"),
        ("http://news.example:8080", "news.example"),
        ("https://[", ""),
        (None, ""),
    ],
)
def test_a_host_is_read_from_an_address(url: str | None, expected: str) -> None:
    assert host_of(url) == expected


def test_a_source_is_its_publisher_or_else_its_host() -> None:
    assert (source_of("Agency", "https://a.example"), source_of(None, "https://a.example")) == ("Agency", "a.example")
