"""Answers as programs take them: what is read back is what was asked for."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archives import small
from chancery.ask.answers import UNDERSTOOD, Answer, Answers
from chancery.errors import ExportError
from chancery.show.answers import lines, write_parquet


class Given:
    """An answer with the rows that a test has."""

    def __init__(self, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        self.names = names
        self._rows = rows

    def batches(self) -> Iterator[Sequence[Sequence[Any]]]:
        yield from (self._rows[n : n + 2] for n in range(0, len(self._rows), 2))


def written(form: str, rows: Sequence[Sequence[Any]], names: Sequence[str] = ("a", "b")) -> str:
    return b"".join(lines(cast("Answer", Given(names, rows)), form)).decode()


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Return the path of the small archive."""
    return small(tmp_path / "a.db")


def test_csv_is_that_of_rfc_4180() -> None:
    rows = [("=1+1", 'a "quoted", one'), (None, 2.5), ("line\nbreak", "tab\t")]
    assert written("csv", rows) == 'a,b\r\n=1+1,"a ""quoted"", one"\r\n,2.5\r\n"line\nbreak",tab\t\r\n'


def test_tsv_writes_tabs_and_breaks_as_signs() -> None:
    assert written("tsv", [("a\tb\\", "c\r\nd"), (None, 1)]) == "a\tb\na\\tb\\\\\tc\\r\\nd\n\t1\n"


def test_json_is_an_array_and_json_lines_are_objects() -> None:
    rows = [("é", None), (1, 2.0), (True, float("inf"))]
    objects = ['{"a":"é","b":null}', '{"a":1,"b":2.0}', '{"a":true,"b":null}']
    assert written("jsonl", rows) == "".join(f"{one}\n" for one in objects)
    assert json.loads(written("json", rows)) == [json.loads(one) for one in objects]
    assert json.loads(written("json", [])) == []


CELLS = st.none() | st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_csv_and_tsv_give_back_any_text(rows: list[tuple[str | None, str | None]]) -> None:
    expected = [tuple(cell or "" for cell in row) for row in rows]
    found = list(csv.reader(io.StringIO(written("csv", rows), newline="")))
    assert [tuple(row) for row in found[1:]] == expected
    back = {"\\t": "\t", "\\n": "\n", "\\r": "\r", "\\\\": "\\"}
    tsv = [line.split("\t") for line in written("tsv", rows).split("\n")[1:-1]]
    assert [tuple(_unescaped(cell, back) for cell in row) for row in tsv] == expected


def _unescaped(cell: str, back: dict[str, str]) -> str:
    out, n = "", 0
    while n < len(cell):
        pair = cell[n : n + 2]
        out, n = (out + back[pair], n + 2) if pair in back else (out + cell[n], n + 1)
    return out


@pytest.mark.parametrize("kind", sorted(UNDERSTOOD))
@pytest.mark.parametrize("form", ["csv", "jsonl", "json", "tsv", "parquet"])
def test_duckdb_reads_the_same_rows_back(db: Path, tmp_path: Path, kind: str, form: str) -> None:
    path = tmp_path / f"rows.{form}"
    with Answers(db) as archive:
        answer = getattr(archive, kind)()
        relation = answer.relation()
        if form == "parquet":
            write_parquet(answer, path)
            found = duckdb.read_parquet(str(path))
        else:
            path.write_bytes(b"".join(lines(answer, form)))
            found = _read(path, form, relation)
        assert found.columns == relation.columns
        assert found.fetchall() == relation.fetchall()


def _read(path: Path, form: str, like: duckdb.DuckDBPyRelation) -> duckdb.DuckDBPyRelation:
    types = dict(zip(like.columns, map(str, like.types), strict=True))
    if form in ("json", "jsonl"):
        return duckdb.read_json(str(path), columns=types)
    separator = "," if form == "csv" else "\t"
    return duckdb.read_csv(str(path), header=True, sep=separator, dtype=types)


def test_parquet_leaves_nothing_behind_where_it_cannot_be_written(db: Path, tmp_path: Path) -> None:
    with Answers(db) as archive, pytest.raises(ExportError, match="cannot be written"):
        write_parquet(archive.events(), tmp_path / "nowhere" / "x.parquet")
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix != ".db") in ([], ["a.db-shm", "a.db-wal"])


def test_rows_are_written_as_they_come(db: Path) -> None:
    with Answers(db) as archive:
        endless = archive.sql("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c")
        pieces = lines(endless, "csv")
        assert [next(pieces), next(pieces)[:6]] == [b"x\r\n", b"1\r\n2\r\n"]
