"""Answers as programs take them: JSON, CSV, TSV, Parquet.

In: an answer. Out: bytes on a stream, or a file; a batch of rows at a time, so that any number of them fits.
What it does not know: what was asked.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from chancery.errors import ExportError

if TYPE_CHECKING:
    from chancery.ask.answers import Answer


def lines(answer: Answer, form: str) -> Iterator[bytes]:
    """Yield an answer piece by piece as json, jsonl, csv or tsv, in UTF-8."""
    forms = {"csv": _csv, "tsv": _tsv, "jsonl": _jsonl, "json": _json}
    return forms[form](answer, answer.names)


def _csv(answer: Answer, names: Sequence[str]) -> Iterator[bytes]:
    """Yield RFC 4180 lines; NULs, which no reader of CSV takes, are left out."""
    yield _rows_of_csv([names])
    for rows in answer.batches():
        yield _rows_of_csv(rows)


def _rows_of_csv(rows: Iterable[Sequence[Any]]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerows(rows)
    return buffer.getvalue().replace("\x00", "").encode()


def _tsv(answer: Answer, names: Sequence[str]) -> Iterator[bytes]:
    yield _rows_of_tsv([names])
    for rows in answer.batches():
        yield _rows_of_tsv(rows)


def _rows_of_tsv(rows: Iterable[Sequence[Any]]) -> bytes:
    return "".join("\t".join(map(_tab_free, row)) + "\n" for row in rows).encode()


def _tab_free(value: Any) -> str:
    r"""Return a cell without tabs and line breaks: they are written \t, \n and \r, a backslash \\."""
    if value is None:
        return ""
    text = str(value).replace("\\", "\\\\").replace("\t", "\\t")
    return text.replace("\n", "\\n").replace("\r", "\\r")


def _jsonl(answer: Answer, names: Sequence[str]) -> Iterator[bytes]:
    for rows in answer.batches():
        yield b"".join(_object(names, row) + b"\n" for row in rows)


def _json(answer: Answer, names: Sequence[str]) -> Iterator[bytes]:
    yield b"["
    before = b"\n"
    for rows in answer.batches():
        yield before + b",\n".join(_object(names, row) for row in rows)
        before = b",\n"
    yield b"\n]\n"


def _object(names: Sequence[str], row: Sequence[Any]) -> bytes:
    """Return a row as a JSON object; infinity, for which JSON has no word, is null."""
    return msgspec.json.encode(dict(zip(names, row, strict=True)))


def write_parquet(answer: Answer, path: Path) -> None:
    """Write an answer as Parquet, in batches; the file takes its name when all is in it.

    Raises:
        ExportError: it cannot be written; nothing is left of it.
    """
    import duckdb

    rows = answer.arrow()  # noqa: F841  # found by its name in the SQL below
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    target = str(part).replace("'", "''")
    try:
        with duckdb.connect(config={"threads": 1}) as connection:  # rows come from one cursor: more only take memory
            connection.execute(f"COPY (SELECT * FROM rows) TO '{target}' (FORMAT parquet, COMPRESSION zstd)")
        part.replace(path)
    except (duckdb.Error, OSError) as error:
        raise ExportError(
            f"{path} cannot be written ({str(error).splitlines()[0]}): nothing was left of it."
        ) from error
    finally:
        part.unlink(missing_ok=True)
