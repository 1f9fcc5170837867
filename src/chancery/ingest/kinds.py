"""Kinds: what a file is, by the end of its name and, where it has none, by its first bytes.

In: a file's name and beginning. Out: its kind, or `UnknownKind` with the cure.
What it does not know: folders.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from chancery.errors import UnknownKind
from chancery.ingest.encodings import HEAD, is_binary
from chancery.ingest.members import MAGIC
from chancery.ingest.tables import PACKED, SHEETS

Kind = Literal["text", "html", "warc", "table", "feed", "unknown"]
TEXTS = frozenset([".txt", ".text", ".md"])
PAGES = frozenset([".html", ".htm", ".xhtml", ".shtml"])
_CURES = {
    ".pdf": "take its text out (pdftotext FILE)",
    ".doc .docx .odt .rtf .pages .epub": "save it as plain text",
    ".xls .xlsx .ods .numbers": "save it as CSV",
    ".zip .tar .tgz .7z .rar .xz .bz2 .zst .lz4": "unpack it first",
    ".jpg .jpeg .png .gif .webp .svg .bmp .tif .tiff .heic": "pictures hold no text",
    ".mp3 .mp4 .wav .avi .mov .mkv .ogg .webm": "recordings hold no text",
    ".css .js .mjs .woff .woff2 .ico .map": "it is a part of a page: give the page",
    ".xml .rss .atom": "give the feed's address, http:// or https://",
    ".mht .mhtml .webarchive": "save the page as HTML",
    ".db .sqlite .sqlite3 .duckdb": "export its table as CSV or Parquet",
}
_BY_SUFFIX = {suffix: cure for suffixes, cure in _CURES.items() for suffix in suffixes.split()}


def kind_of(path: str) -> Kind:
    """Tell what a file is.

    Raises:
        UnknownKind: reports are not read from such files; the message says what to do.
        OSError: it cannot be opened, where it has to be.
    """
    name = path.lower()
    packed = name.endswith(PACKED)
    suffix = Path(name.removesuffix(PACKED)).suffix
    if suffix == ".warc":
        return "warc"
    if suffix in SHEETS:
        return "table"
    if not packed and suffix in TEXTS:
        return "text"
    if not packed and suffix in PAGES:
        return "html"
    if not suffix and not packed:
        return _kind_of_nameless(path)
    cure = "unpack it first (gunzip)" if packed else _BY_SUFFIX.get(suffix, "give it an ending that says what it is")
    ending = suffix + PACKED if packed else suffix
    raise UnknownKind(
        f"Reports are not read from {ending} files, but from text (.txt), pages (.html), "
        f"crawls (.warc) and tables (.csv .tsv .jsonl .json .parquet): {cure}."
    )


def _kind_of_nameless(path: str) -> Kind:
    """Tell what a file without an ending is, by its first bytes."""
    with Path(path).open("rb") as file:
        head = file.read(HEAD)
    opening = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower()
    if opening.startswith(b"warc/"):
        return "warc"
    if opening.startswith((b"<!doctype html", b"<html")):
        return "html"
    if head.startswith(MAGIC) or (is_binary(head) and not head.startswith((b"\xff\xfe", b"\xfe\xff"))):
        raise UnknownKind("It is a binary file without an ending that says what it is: give it one, or leave it out.")
    return "text"
