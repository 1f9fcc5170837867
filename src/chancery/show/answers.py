"""Answers as people and programs take them: tables, JSON, CSV, TSV, Parquet.

In: an answer. Out: bytes on a stream, or a file.
What it does not know: what was asked.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from chancery.show.text import clean

if TYPE_CHECKING:
    from chancery.ask.answers import Answer

WIDEST = 60  # characters of a cell on a terminal; the other formats cut nothing
MAIN = {
    "event": "day type mode status actors recipients place words document id",
    "statement": "day source source_country act words via addressee document id",
    "figure": "day compare value upper unit what change status about said_by words document id",
    "role": "day person office organization country words document",
    "actor": "name kind country sectors reports as_actor as_recipient statements first last",
    "document": "document published title publisher state seen events statements",
}  # fmt: skip
"""The columns for which a terminal has room, by the first column of an answer; every other format has all."""


def lines(answer: Answer, form: str) -> Iterator[bytes]:
    """Yield an answer piece by piece as json, jsonl, csv or tsv, in UTF-8."""
    names = [column.name for column in answer.columns]
    match form:
        case "csv":
            yield from _separated(answer, names)
        case "tsv":
            yield ("\t".join(names) + "\n").encode()
            yield from (("\t".join(_tab_free(value) for value in row) + "\n").encode() for row in answer.rows())
        case "jsonl":
            yield from (_json(names, row) + b"\n" for row in answer.rows())
        case _:
            yield b"["
            for n, row in enumerate(answer.rows()):
                yield (b",\n" if n else b"\n") + _json(names, row)
            yield b"\n]\n"


def _json(names: list[str], row: tuple[Any, ...]) -> bytes:
    return json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False).encode()


def _separated(answer: Answer, names: list[str]) -> Iterator[bytes]:
    """Yield RFC 4180 lines; NULs, which no reader of CSV takes, are left out."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    for row in (names, *_some(answer)):
        writer.writerow([value.replace("\x00", "") if isinstance(value, str) else value for value in row])
        yield buffer.getvalue().encode()
        buffer.seek(0)
        buffer.truncate()


def _some(answer: Answer) -> Iterator[tuple[Any, ...]]:
    return answer.rows()


def _tab_free(value: Any) -> str:
    r"""Return a cell without tabs and line breaks: they are written \t, \n and \r, a backslash \\."""
    if value is None:
        return ""
    text = str(value).replace("\\", "\\\\").replace("\t", "\\t")
    return text.replace("\n", "\\n").replace("\r", "\\r")


def write_parquet(answer: Answer, path: Path) -> int:
    """Write an answer as Parquet, in batches.

    Returns:
        The bytes of the file.
    """
    import duckdb

    rows = answer.arrow()  # noqa: F841  # found by its name in the SQL below
    connection = duckdb.connect()
    target = str(path).replace("'", "''")
    connection.execute(f"COPY (SELECT * FROM rows) TO '{target}' (FORMAT parquet, COMPRESSION zstd)")
    return path.stat().st_size


def print_table(answer: Answer, stream: BinaryIO, *, limit: int, width: int, colour: bool) -> None:
    """Print an answer as a table for a terminal, and say how much of it that is."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    main = MAIN.get(answer.columns[0].name, "").split()
    shown = [n for n, column in enumerate(answer.columns) if not main or column.name in main]
    rows = list(islice(answer.rows(), limit or None))
    used = [n for n in shown if any(row[n] is not None for row in rows)] or shown
    table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    for n in used:
        column = answer.columns[n]
        right = column.type in ("integer", "real")
        table.add_column(
            column.name,
            justify="right" if right else "left",
            overflow="fold",
            no_wrap=right or column.type == "day",
            min_width=min(len(column.name), 10),
        )
    for row in rows:
        table.add_row(*(Text(_cell(row[n])) for n in used))
    text = io.StringIO()
    Console(file=text, width=width, no_color=not colour, force_terminal=colour, highlight=False).print(table)
    lines_ = (line.rstrip() for line in text.getvalue().splitlines())
    stream.write("".join(f"{line}\n" for line in lines_).encode("utf8", "replace"))


def _cell(value: Any) -> str:
    """Return a value as a terminal shows it: cut, without control characters."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.10g}"
    text = clean(str(value)).replace("\n", " ")
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"
