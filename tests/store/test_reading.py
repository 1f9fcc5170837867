"""Records come back from an archive as they went in."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from archives import LATER, RECORDS, empty, put, small
from chancery.errors import ArchiveError
from chancery.record import Record
from chancery.store.archive import open_archive
from chancery.store.reading import number_of, record_of
from chancery.store.writing import Writer


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_record_comes_back_as_it_went_in(tmp_path: Path, number: int) -> None:
    with open_archive(small(tmp_path / "a.db")) as archive:
        assert record_of(archive, number) == RECORDS[number - 1]()


def test_an_earlier_reading_comes_back_too(tmp_path: Path) -> None:
    first = RECORDS[0]()
    with empty(tmp_path / "a.db") as archive:
        writer = Writer(archive)
        with writer.transaction():
            doc = put(writer, first, writer.run_of(first.reader))
            later: Record = replace(first, reader=LATER, events=first.events[:1])
            writer.add_reading(doc, later, writer.run_of(LATER))
        assert [record_of(archive, doc), record_of(archive, doc, reading=1)] == [later, first]


def test_a_document_that_was_not_read_has_no_record(tmp_path: Path) -> None:
    with empty(tmp_path / "a.db") as archive:
        writer = Writer(archive)
        with writer.transaction():
            writer.add_document(RECORDS[0]().document, state="foreign")
        with pytest.raises(ArchiveError, match="was not read: it is a foreign"):
            record_of(archive, number_of(archive, "doc_a"))


def test_an_unknown_document_is_named(tmp_path: Path) -> None:
    with open_archive(small(tmp_path / "a.db")) as archive, pytest.raises(ArchiveError, match="no document doc_x"):
        number_of(archive, "doc_x")
