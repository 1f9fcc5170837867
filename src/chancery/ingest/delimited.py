"""Delimited tables: CSV and TSV, row by row, so that one broken row fails alone and has its own number.

In: a file whose first row names the columns. Out: a `Sheet` of strings.
What it does not know: types; nothing is guessed of numbers and dates here.

The standard library's reader is used, not DuckDB's: a row that cannot be read is given with its number and the rows
after it keep theirs, and tables in older encodings are read as well.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

from chancery.errors import DamagedInput, NotText
from chancery.ingest.encodings import find_encoding
from chancery.ingest.options import Limits
from chancery.ingest.sheets import Row, open_bytes

SAMPLE = 1 << 18
"""Bytes from which the encoding and the marks between fields are told."""
_HINT = re.compile(r"sep=(.)\r?\n")
"""A line before the table that tells Excel its mark."""
_QUOTED = re.compile(r'"(?:[^"]|"")*"')


class Delimited:
    """A CSV or TSV file."""

    def __init__(self, path: str, limits: Limits) -> None:
        """Look at its beginning.

        Raises:
            NotText: it is in no encoding that makes sense.
            DamagedInput: it has no first row.
        """
        self._path = path
        self._limits = limits
        with open_bytes(path, limits) as stream:
            sample = stream.read(SAMPLE)
        self._encoding = find_encoding(sample)
        text = sample.decode(self._encoding, errors="replace")
        self._hint = _HINT.match(text)
        self._form = {"delimiter": self._hint[1]} if self._hint else _form(text)
        number, header = next(self._read(), (0, []))
        if not number or not isinstance(header, list) or not any(header):
            raise DamagedInput("It has no first row that names the columns: add one.")
        self.columns: Sequence[str] = [name.strip() for name in header]

    def rows(self, columns: Sequence[str]) -> Iterator[tuple[int, Row]]:
        """Yield the rows below the names of the columns."""
        places = {column: self.columns.index(column) for column in columns}
        for number, fields in self._read():
            if number == 1:
                continue
            if isinstance(fields, DamagedInput):
                yield number - 1, fields
            elif len(fields) != len(self.columns):
                yield (
                    number - 1,
                    DamagedInput(f"It has {len(fields)} fields, the first row {len(self.columns)}: check its quotes."),
                )
            else:
                yield number - 1, _row({column: fields[place] for column, place in places.items()})

    def _read(self) -> Iterator[tuple[int, list[str] | DamagedInput]]:
        """Yield all rows that are not empty, numbered from 1."""
        csv.field_size_limit(self._limits.row)  # for the whole process: the csv module has no other way
        with open_bytes(self._path, self._limits) as stream:
            text = io.TextIOWrapper(stream, self._encoding, errors="surrogateescape", newline="")
            if self._hint:
                text.readline()
            reader = csv.reader(_Lines(text, self._limits.row), strict=True, **self._form)
            number = 0
            while True:
                try:
                    fields: list[str] | DamagedInput = next(reader)
                except StopIteration:
                    return
                except (csv.Error, _TooLong) as error:  # not what the stream raises: it ends there
                    fields = DamagedInput(f"Its fields cannot be told apart ({error}): check its quotes.")
                if fields:
                    number += 1
                    yield number, fields


class _TooLong(Exception):
    """A line above the limit."""


class _Lines:
    """The lines of a text, each within bounds; behind one that is not, it goes on."""

    def __init__(self, text: io.TextIOWrapper, longest: int) -> None:
        self._text = text
        self._longest = longest

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._text.readline(self._longest)
        if not line:
            raise StopIteration
        if len(line) < self._longest or line.endswith(("\n", "\r")):
            return line
        while line and not line.endswith(("\n", "\r")):
            line = self._text.readline(self._longest)
        raise _TooLong(f"a line of more than {self._longest:,} characters")


def _form(sample: str) -> dict[str, Any]:
    """Tell the marks of a table from its beginning."""
    first = sample.partition("\n")[0].strip("\r")
    bare = _QUOTED.sub("", first)
    delimiter = max(",;\t|", key=bare.count)
    if delimiter == "\t" and not re.search(r'(?:^|\t)"', sample, re.MULTILINE):
        return {"delimiter": delimiter, "quoting": csv.QUOTE_NONE}
    if '\\"' in sample and '""' not in sample:
        return {"delimiter": delimiter, "doublequote": False, "escapechar": "\\"}
    return {"delimiter": delimiter}


def _row(values: dict[str, str]) -> Row:
    """Return values, unless a byte in them does not belong to the encoding of the table."""
    for column, value in values.items():
        try:
            value.encode()
        except UnicodeEncodeError:
            return NotText(
                f"Its {column!r} has bytes in another encoding than the rows before: save the table as UTF-8."
            )
    return values
