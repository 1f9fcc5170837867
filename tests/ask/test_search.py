"""Search: reports, statements and events that have all the words, by the rules of one index."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from archives import READER, clash, empty, put, small
from chancery.ask import search
from chancery.ask.answers import Answer, Answers
from chancery.ask.filters import Filters
from chancery.errors import QueryError
from chancery.store import m001_first
from chancery.store.archive import open_archive
from chancery.store.decisions import Decider, Finding
from chancery.store.writing import Writer


def plain(marked: str) -> str:
    """Return a text with square brackets around what was found."""
    return marked.replace(search.BEGIN, "[").replace(search.END, "]")


def reports(archive: Answers, words: str, order: search.Order = "newest", limit: int = 10) -> list[str]:
    """Return the ids of the reports that have the words."""
    return [row["document"] for row in Answer(archive.archive, search.reports(words, order=order, limit=limit))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("norway", ["doc_b"]), ("ACCORD", ["doc_a"]), ("egypt geneva", ["doc_a"]), ("egypt norway", []),
        ("cairo", ["doc_c"]), ('"signed an accord"', ["doc_a"]), ('"accord signed an"', []), ("in", ["doc_a", "doc_c"]),
        ("", []), ("-", []), ('"', []), ("OR", []),
    ],
)  # fmt: skip
def test_reports_are_found_by_all_words(archive: Answers, words: str, expected: list[str]) -> None:
    assert reports(archive, words) == expected


def test_reports_come_best_or_newest_first(tmp_path: Path) -> None:
    with empty(tmp_path / "a.db") as opened:
        writer = Writer(opened)
        with writer.transaction():
            run = writer.run_of(READER)
            for name, day, more in (("doc_d", "2026-03-01", "drones drones drones"), ("doc_e", "2026-03-07", "drones")):
                text = f"{clash().document.text}\n{more}"
                document = replace(clash().document, id=name, text=text, published=day)
                put(writer, replace(clash(), document=document), run)
    with Answers(tmp_path / "a.db") as archive:
        assert reports(archive, "drones", "best") == ["doc_d", "doc_e"]
        assert reports(archive, "drones", "newest") == ["doc_e", "doc_d"]
        assert reports(archive, "drones", "newest", limit=1) == ["doc_e"]


def test_there_are_two_orders() -> None:
    with pytest.raises(QueryError, match="there are best, newest"):
        search.reports("norway", order="oldest", limit=1)  # type: ignore[arg-type]


def test_what_was_found_is_marked_in_title_and_text(archive: Answers) -> None:
    (row,) = Answer(archive.archive, search.reports("marched crowds", order="best", limit=1))
    assert plain(row["title"]) == "[Crowds] march in Cairo"
    assert "Thousands of workers [marched] against the government" in plain(row["excerpt"])


def test_reports_are_counted_up_to_a_bound(archive: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(Answer(archive.archive, search.count("in")).rows()) == [(2,)]
    monkeypatch.setattr(search, "COUNTED", 0)
    assert list(Answer(archive.archive, search.count("in")).rows()) == [(1,)]


@pytest.mark.parametrize(
    ("words", "kind", "expected"),
    [
        ("drones", "statements", ["Russia … of sending 12 [drones] over its coast"]),
        ("norway drones", "statements", ["Russia … of sending 12 [drones] over its coast"]),
        ("sent", "statements", ["it [sent] them"]),
        ("russia sent", "statements", ["it [sent] them"]),
        ("envoys", "statements", []),
        ("envoys", "events", ["Norway may expel two [envoys]."]),
        ("accord ankara", "events", []),
        ('"an accord"', "events", ["Egypt and Turkey signed [an accord] in Geneva on Tuesday, officials said."]),
    ],
)  # fmt: skip
def test_statements_and_events_are_found_by_all_words_of_their_own(
    archive: Answers, words: str, kind: search.Kind, expected: list[str]
) -> None:
    found = search.looked_for(archive.archive, words, kind, 10, Filters())
    assert [plain(hit.words) for hit in found.hits] == expected
    assert found.whole


@pytest.mark.parametrize(
    ("words", "found"), [("malaga", True), ("MÁLAGA", True), ("málaga", True), ("malag", False), ("málagá", True)]
)  # fmt: skip
def test_case_and_accents_do_not_matter(words: str, found: bool) -> None:
    assert bool(search.having(words, [(1, None, "Talks in Málaga")])) is found


def test_the_rules_are_those_of_the_archive() -> None:
    assert f"tokenize = '{search.TOKENIZER}'" in m001_first.WORDS


def test_hits_are_those_of_the_newest_reports_first(archive: Answers) -> None:
    found = search.looked_for(archive.archive, "in", "events", 10, Filters())
    assert [hit.number for hit in found.hits] == [1, 2, 6]


def test_looking_stops_when_there_are_enough(archive: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "BATCH", 1)
    found = search.looked_for(archive.archive, "in", "events", 1, Filters())
    assert ([hit.number for hit in found.hits], found.reports, found.whole) == ([1, 2], 1, False)


def test_no_more_reports_are_looked_at_than_a_bound(archive: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "LOOKED", 1)
    found = search.looked_for(archive.archive, "in", "events", 10, Filters())
    assert ([hit.number for hit in found.hits], found.reports, found.whole) == ([1, 2], 1, False)


def test_what_people_rejected_is_not_found_as_decided(tmp_path: Path) -> None:
    db = small(tmp_path / "a.db")
    with open_archive(db, write=True) as opened:
        Decider(opened, "ada").decide([Finding("event", 5), Finding("statement", 3)], "reject")
    with Answers(db) as archive:
        for words, kind in (("envoys", "events"), ("sent", "statements")):
            read, decided = (
                search.looked_for(archive.archive, words, kind, 10, Filters(decided=one)).hits  # type: ignore[arg-type]
                for one in (False, True)
            )
            assert (len(read), len(decided)) == (1, 0)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("", []),
        ("plain", [("plain", False)]),
        ("\x02a\x03\x02b\x03 c", [("a", True), ("b", True), (" c", False)]),
        ("stray \x03 end", [("stray  end", False)]),
        ("open \x02end", [("open ", False), ("end", True)]),
    ],
)
def test_marks_never_remain_in_the_parts(marked: str, expected: list[tuple[str, bool]]) -> None:
    assert search.parts(marked) == expected


def test_the_ids_of_reports_are_found_by_their_findings(archive: Answers) -> None:
    assert sorted(Answer(archive.archive, search.documents("events", [1, 2, 6])).rows()) == [("doc_a",), ("doc_c",)]


def test_as_many_words_can_be_asked_for_as_an_address_has(archive: Answers) -> None:
    assert reports(archive, " ".join(f"w{n}" for n in range(1500))) == []
    assert reports(archive, " ".join(["accord"] * 1000)) == ["doc_a"]
