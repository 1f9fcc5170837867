"""Tables: an entry for each row of a table, with what the other columns say of it.

In: a CSV, TSV, Parquet, JSON or JSON Lines file, packed or not. Out: entries in the order of the rows.
What it does not know: how each of them is written.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any

from chancery.errors import EmptyReport, InputError, ReportError, TooLarge
from chancery.ingest.columns import choose
from chancery.ingest.dates import Order, day_of, is_open, order_of
from chancery.ingest.delimited import Delimited
from chancery.ingest.encodings import undouble
from chancery.ingest.entries import Entry, Known, Refusal
from chancery.ingest.objects import JsonFile, JsonLines
from chancery.ingest.options import Limits, Options
from chancery.ingest.parquet import Parquet
from chancery.ingest.sheets import Sheet

SHEETS: dict[str, Callable[[str, Limits], Sheet]] = {
    ".csv": Delimited, ".tsv": Delimited, ".tab": Delimited, ".parquet": Parquet,
    ".jsonl": JsonLines, ".ndjson": JsonLines, ".json": JsonFile,
}  # fmt: skip
"""How each kind of table is read, by the end of its name."""
PACKED = ".gz"
MOST_DATES = 10_000_000
"""Rows whose dates are looked at to find the order of day and month: as many as are read."""


def read_table(path: str, options: Options) -> Iterator[Entry | Refusal]:
    """Read the rows of a table.

    Args:
        path: the file; the end of its name tells how it is written.
        options: the columns and limits.

    Yields:
        An entry for each row with a text, a refusal for each that cannot be read. If the table itself cannot be read,
        or not to its end, the last is a refusal of all that is left.
    """
    number = 0
    try:
        sheet = _open(path, options.limits)
        chosen = choose(sheet.columns, options.columns)
        table = _Table(path, sheet, chosen)
        for number, row in sheet.rows(tuple(chosen.values())):
            if number > options.limits.rows:
                raise TooLarge(f"It has more than {options.limits.rows:,} rows: split it.")
            yield table.item(number, row)
    except (InputError, ReportError) as error:
        yield Refusal(path, f"from row {number} on" if number else "", error)


def _open(path: str, limits: Limits) -> Sheet:
    """Open a table by the end of its name."""
    name = path.lower().removesuffix(PACKED)
    return SHEETS[name[name.rindex(".") :]](path, limits)


class _Table:
    """A table whose columns are known."""

    def __init__(self, path: str, sheet: Sheet, chosen: dict[str, str]) -> None:
        self._path = path
        self._sheet = sheet
        self._chosen = chosen
        self._order: Order | None = None
        self._looked = False

    def item(self, number: int, row: dict[str, Any] | InputError | ReportError) -> Entry | Refusal:
        """Make an entry of a row."""
        locator = f"row {number}"
        if not isinstance(row, dict):
            return Refusal(self._path, locator, row)
        text = _text(row.get(self._chosen["text"]))
        if not text:
            return Refusal(self._path, locator, EmptyReport(f"Its {self._chosen['text']!r} is empty."))
        return Entry(self._path, locator, "row", text.encode(errors="replace"), self._known(row))

    def _known(self, row: dict[str, Any]) -> Known:
        """Say what the other columns hold."""
        said = {what: _words(row.get(column)) for what, column in self._chosen.items()}
        published = said.get("date")
        day = self._day(published) if published else None
        return Known(
            url=said.get("url"),
            title=said.get("title"),
            publisher=said.get("publisher"),
            author=said.get("author"),
            published=day.isoformat() if day else published,
            published_how=f"column {self._chosen['date']}" if published else None,
        )

    def _day(self, words: str) -> date | None:
        """Read a date; where its order is open, all dates of the column are looked at, once."""
        if is_open(words) and not self._looked:
            self._looked = True
            self._order = order_of(self._dates())
        return day_of(words, self._order)

    def _dates(self) -> Iterator[str]:
        """Yield the dates of the column."""
        column = self._chosen["date"]
        try:
            for _, row in islice(self._sheet.rows((column,)), MOST_DATES):
                if isinstance(row, dict) and (words := _words(row.get(column))):
                    yield words
        except InputError:
            return  # what comes after is not read either


def _text(value: object) -> str:
    """Return a text; a list is taken for its paragraphs."""
    if isinstance(value, list):
        return "\n\n".join(_text(one) for one in value)
    return value.strip("\r\n") if isinstance(value, str) and not value.isspace() else ""


def _words(value: object) -> str | None:
    """Return a value in words, None where there is none."""
    match value:
        case None:
            return None
        case str():
            return undouble(value).strip() or None
        case datetime() | date():
            return value.isoformat()
        case float():
            return None if math.isnan(value) else f"{value:.0f}" if value.is_integer() else str(value)
        case dict():
            return _words(value.get("name") or value.get("title"))
        case list():
            return ", ".join(words for one in value if (words := _words(one))) or None
        case _:
            return str(value)
