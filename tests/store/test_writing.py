"""What is written has numbers, hashes and links, and a later reading supersedes."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from archives import LATER, READER, RECORDS, accord, clash, empty, put, small
from chancery.store.archive import Archive, open_archive
from chancery.store.verify import verify
from chancery.store.writing import Sighting, Writer


def rows(archive: Archive, query: str) -> list[tuple[object, ...]]:
    return archive.connection.execute(query).fetchall()


def test_a_mutual_deed_links_both_countries_both_ways(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db")) as archive:
        found = rows(archive, "SELECT source, target, day, status FROM dyads WHERE event = 1 ORDER BY source")
    assert found == [("EGY", "TUR", "2026-03-10", "happened"), ("TUR", "EGY", "2026-03-10", "happened")]


def test_another_deed_links_the_actor_with_the_recipient(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db")) as archive:
        assert rows(archive, "SELECT source, target FROM dyads WHERE event = 3") == [("NOR", "RUS")]


def test_a_deed_without_a_time_is_filed_under_its_publication(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db")) as archive:
        found = rows(archive, "SELECT day, day_from FROM all_events ORDER BY event")
    assert found[1] == ("2026-04-01", "text")
    assert found[3] == ("2026-03-06", "published")


def test_the_sentence_around_a_deed_is_kept(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db")) as archive:
        found = rows(archive, "SELECT sentence FROM events WHERE event = 2")
    assert found == [("Egyptian Foreign Minister Nadia Farouk will visit Ankara in April.",)]


def test_like_actors_of_several_reports_are_one(tmp_path: Path) -> None:
    again = replace(accord(), document=replace(accord().document, id="doc_z"))
    with empty(tmp_path / "a.db") as archive:
        writer = Writer(archive)
        with writer.transaction():
            run = writer.run_of(READER)
            put(writer, accord(), run)
            put(writer, again, run)
        assert rows(archive, "SELECT count(*), count(DISTINCT actor) FROM appearances") == [(8, 4)]


def test_a_later_reading_supersedes(tmp_path: Path) -> None:
    with empty(tmp_path / "a.db") as archive:
        writer = Writer(archive)
        with writer.transaction():
            doc = put(writer, clash(), writer.run_of(READER))
            later = replace(clash(), reader=LATER, events=clash().events[:1], statements=(), figures=())
            writer.add_reading(doc, later, writer.run_of(LATER))
        assert rows(archive, "SELECT run, until_run FROM readings") == [(1, 2), (2, None)]
        assert rows(archive, "SELECT local, reading FROM all_events WHERE live = 1") == [("e1", 2)]
        assert rows(archive, "SELECT count(*) FROM dyads WHERE live = 1") == [(1,)]
        assert rows(archive, "SELECT count(*) FROM statements") == [(0,)]
        assert verify(archive) == []


def test_a_run_is_a_reader(tmp_path: Path) -> None:
    with empty(tmp_path / "a.db") as archive:
        writer = Writer(archive)
        with writer.transaction():
            assert [writer.run_of(READER), writer.run_of(READER), writer.run_of(LATER)] == [1, 1, 2]


def test_a_sighting_is_noted_once(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db"), write=True) as archive:
        writer = Writer(archive)
        with writer.transaction():
            assert [writer.add_sighting(1, Sighting(2, "row 1")) for _ in range(2)] == [True, False]


def test_words_are_found(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db")) as archive:
        assert rows(archive, "SELECT rowid FROM words WHERE words MATCH 'drones'") == [(2,)]


def test_two_writers_share_the_numbers(tmp_path: Path) -> None:
    path = small(tmp_path / "a.db")
    with open_archive(path, write=True) as one, open_archive(path, write=True) as two:
        writers = (Writer(one), Writer(two))
        for n, writer in enumerate((*writers, *writers)):
            record = replace(RECORDS[n % 3](), document=replace(RECORDS[n % 3]().document, id=f"doc_{n}x"))
            with writer.transaction():
                put(writer, record, writer.run_of(READER))
        assert rows(one, "SELECT count(*) FROM documents") == [(7,)]
        assert verify(one) == []
