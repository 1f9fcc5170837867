"""Inputs: files and standard input as the text of reports, refused with the cure where they are none.

In: paths, `-` for standard input. Out: texts, every code point as it stands in the file.
What it does not know: whether the text is a report in English; `ingest` tells that.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from chancery.errors import NotText, ReportError, ReportTooLong
from chancery.ingest.encodings import is_binary
from chancery.settings import Settings

STANDARD_INPUT = "-"
BYTES_A_CHARACTER = 4
"""The longest encoding of a code point in UTF-8."""
_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


def read_text(path: str, settings: Settings) -> str:
    """Return the text of a file.

    Args:
        path: a file, or "-" for standard input.
        settings: `longest` bounds what is read: a larger file is refused before it is opened.

    Raises:
        ReportError: no such file, a directory, no permission.
        ReportTooLong: more bytes than the longest report can have.
        NotText: a binary file, or bytes that are not UTF-8.
    """
    limit = settings.longest * BYTES_A_CHARACTER
    if path == STANDARD_INPUT:
        return decode(_at_most(sys.stdin.buffer, limit), "-")
    file = Path(path)
    try:
        status = file.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ReportError(f"It is a directory: name the files in it ({os.path.join(path, '*.txt')}).")
        if stat.S_ISREG(status.st_mode) and status.st_size > limit:
            raise _too_long(status.st_size, limit)
        with file.open("rb") as stream:
            return decode(_at_most(stream, limit), path)
    except FileNotFoundError:
        raise ReportError("There is no such file: check its name.") from None
    except PermissionError:
        raise ReportError("It may not be read: change its permissions (chmod u+r).") from None
    except ValueError:
        raise ReportError("It is no file name: check it.") from None
    except OSError as error:
        raise ReportError(f"It cannot be read ({error.strerror}): check the file.") from None


def decode(data: bytes, path: str) -> str:
    """Return bytes as text.

    Raises:
        NotText: a binary file, or bytes that are not UTF-8; the message says where and how to convert them.

    Example:
        >>> decode("Zürich".encode(), "report.txt")
        'Zürich'
    """
    name = "FILE" if path == STANDARD_INPUT else path
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            raise NotText(f"It is in {encoding}, not UTF-8: convert it (iconv -f {encoding} -t UTF-8 '{name}').")
    if is_binary(data):
        raise NotText("It is a binary file, not text: give the text of a news report.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotText(
            f"Byte {error.start} (0x{data[error.start]:02x}) is not UTF-8: "
            f"convert it (iconv -f WINDOWS-1252 -t UTF-8 '{name}')."
        ) from None


def _at_most(stream: BinaryIO, limit: int) -> bytes:
    """Read a stream to its end, or refuse it at the limit."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise _too_long(None, limit)
    return data


def _too_long(size: int | None, limit: int) -> ReportTooLong:
    """Say that a file is too long to be one report."""
    found = f"Its {size:,} bytes are" if size is not None else "It is"
    return ReportTooLong(f"{found} more than one report has ({limit:,} bytes at most): split it into its reports.")
