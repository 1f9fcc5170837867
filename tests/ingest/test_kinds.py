"""A file is what its name says; what reports are not read from is refused with the cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from chancery.errors import UnknownKind
from chancery.ingest.kinds import Kind, kind_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("/a.txt", "text"), ("/A.TXT", "text"), ("/a.html", "html"), ("/a.b.htm", "html"), ("/a.warc", "warc"),
        ("/a.warc.gz", "warc"), ("/a.csv", "table"), ("/a.csv.gz", "table"), ("/a.parquet", "table"),
        ("/a.jsonl", "table"), ("/a.json", "table"), ("/a.tsv", "table"), ("/a.ndjson", "table"),
    ],
)  # fmt: skip
def test_names_tell_the_kind(name: str, kind: Kind) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("/a.pdf", "pdftotext"), ("/a.docx", "plain text"), ("/a.zip", "unpack"), ("/a.png", "pictures"),
        ("/a.xlsx", "CSV"), ("/a.txt.gz", "gunzip"), ("/a.rss", "address"), ("/a.xyz", "ending"),
        ("/a.css", "the page"),
    ],
)  # fmt: skip
def test_other_names_are_refused_with_the_cure(name: str, cure: str) -> None:
    with pytest.raises(UnknownKind, match=cure):
        kind_of(name)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"Envoys met.", "text"),
        (b"\n<!DOCTYPE html><p>x", "html"),
        (b"WARC/1.0\r\n", "warc"),
        (b"\xff\xfea\x00", "text"),
    ],
)
def test_a_file_without_an_ending_is_looked_into(tmp_path: Path, data: bytes, kind: Kind) -> None:
    (tmp_path / "report").write_bytes(data)
    assert kind_of(str(tmp_path / "report")) == kind


def test_a_binary_file_without_an_ending_is_refused(tmp_path: Path) -> None:
    (tmp_path / "report").write_bytes(b"\x7fELF\x02\x01\x01\x00")
    with pytest.raises(UnknownKind, match="binary"):
        kind_of(str(tmp_path / "report"))
