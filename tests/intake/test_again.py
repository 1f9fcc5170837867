"""Documents are read again by the reader of today; what an earlier one said stays."""

from __future__ import annotations

from pathlib import Path

from archives import ACCORD, empty, small
from chancery.compose import reader
from chancery.intake.again import read_again
from chancery.pipeline import read
from chancery.store.archive import open_archive
from chancery.store.reading import record_of
from chancery.store.verify import verify
from chancery.store.writing import Writer


def test_every_document_is_read_by_the_reader_of_today(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db"), write=True) as archive:
        assert read_again(archive).reports == 3
        assert record_of(archive, 1).events == read(ACCORD, "2026-03-12").events
        assert record_of(archive, 1).reader == reader()
        assert record_of(archive, 1, reading=1).reader.model == "by-hand"
        assert verify(archive) == []


def test_what_is_up_to_date_is_not_read_again(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db"), write=True) as archive:
        read_again(archive)
        assert read_again(archive).reports == 0


def test_a_copy_that_took_the_place_of_a_forgotten_report_is_read(tmp_path: Path) -> None:
    with empty(tmp_path / "a.db") as archive:
        writer = Writer(archive)
        with writer.transaction():
            writer.add_document(read(ACCORD, "2026-03-12").document, state="read")
        assert read_again(archive).reports == 1
        assert len(record_of(archive, 1).events) > 0
