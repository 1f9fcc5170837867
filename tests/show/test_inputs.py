"""Files that are no text of a report are refused with the place and the cure."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from chancery.errors import NotText, ReportError, ReportTooLong
from chancery.settings import Settings
from chancery.show.inputs import read_text

SMALL = Settings(longest=10)


def file_of(folder: Path, data: bytes) -> str:
    path = folder / "report.txt"
    path.write_bytes(data)
    return str(path)


def test_a_text_keeps_every_character(tmp_path: Path) -> None:
    text = "\ufeffZürich\r\n\x00\u200b\u200f“x”"
    assert read_text(file_of(tmp_path, text.encode()), Settings()) == text


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"Envoys met.")))
    assert read_text("-", Settings()) == "Envoys met."


def test_standard_input_above_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"a" * 41)))
    with pytest.raises(ReportTooLong, match="40 bytes at most"):
        read_text("-", SMALL)


def test_a_long_file_is_refused_before_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file_of(tmp_path, b"a" * 41)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("opened"))
    with pytest.raises(ReportTooLong, match="Its 41 bytes are more"):
        read_text(path, SMALL)


def test_a_byte_that_is_not_utf8_is_named_with_its_offset_and_iconv(tmp_path: Path) -> None:
    with pytest.raises(NotText, match=r"Byte 1 \(0xfc\).*iconv -f WINDOWS-1252 -t UTF-8"):
        read_text(file_of(tmp_path, b"Z\xfcrich"), Settings())


def test_utf16_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotText, match=r"UTF-16.*iconv"):
        read_text(file_of(tmp_path, "Zürich".encode("utf-16")), Settings())


def test_a_binary_file_is_refused_as_such(tmp_path: Path) -> None:
    with pytest.raises(NotText, match="binary"):
        read_text(file_of(tmp_path, b"\x7fELF\x02\x01\x01\x00\x00\x00"), Settings())


def test_a_directory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="directory"):
        read_text(str(tmp_path), Settings())


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="no such file"):
        read_text(str(tmp_path / "none.txt"), Settings())


def test_a_name_with_a_null_character_is_refused() -> None:
    with pytest.raises(ReportError, match="name"):
        read_text("a\x00b", Settings())
