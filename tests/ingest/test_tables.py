"""The rows of a table come out in order, each with what its columns say; a broken row fails alone."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import duckdb
import pytest

from chancery.errors import DamagedInput, EmptyReport, NoTextColumn, NotText, TooLarge
from chancery.ingest.entries import Entry, Known, Refusal
from chancery.ingest.options import Limits, Options
from chancery.ingest.tables import read_table


def read(folder: Path, name: str, data: str | bytes, options: Options | None = None) -> list[Entry | Refusal]:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read_table(str(path), options or Options()))


def brief(found: list[Entry | Refusal]) -> list[tuple[str, str]]:
    """Return the locators, each with the text of its entry or the name of its refusal."""
    return [
        (one.locator, type(one.error).__name__ if isinstance(one, Refusal) else (one.data or b"").decode())
        for one in found
    ]


def days(found: list[Entry | Refusal]) -> list[str | None]:
    return [one.known.published for one in found if isinstance(one, Entry)]


ROW = {"date": "2024-03-12", "headline": "Talks", "body": "Envoys met.", "url": "http://x.example/", "source": "Wire"}
KNOWN = Known(
    url="http://x.example/", title="Talks", publisher="Wire", published="2024-03-12", published_how="column date"
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", ",".join(ROW) + "\n" + ",".join(ROW.values()) + "\n"),
        ("b.csv", ";".join(ROW) + "\n" + ";".join(ROW.values()) + "\n"),
        ("c.tsv", "\t".join(ROW) + "\n" + "\t".join(ROW.values()) + "\n"),
        ("d.csv.gz", gzip.compress((",".join(ROW) + "\n" + ",".join(ROW.values()) + "\n").encode())),
        ("e.csv", ("sep=;\n" + ";".join(ROW) + "\n" + ";".join(ROW.values()) + "\n")),
        ("f.csv", ("\ufeff" + ",".join(ROW) + "\r\n" + ",".join(ROW.values()) + "\r\n")),
        ("g.jsonl", json.dumps(ROW) + "\n"),
        ("h.ndjson", json.dumps(ROW)),
        ("i.jsonl.gz", gzip.compress(json.dumps(ROW).encode())),
        ("j.json", json.dumps([ROW])),
        ("k.json", json.dumps(ROW, indent=2)),
        ("l.json.gz", gzip.compress(json.dumps([ROW]).encode())),
    ],
)
def test_every_kind_of_table_gives_the_same_entry(tmp_path: Path, name: str, data: str | bytes) -> None:
    assert read(tmp_path, name, data) == [Entry(str(tmp_path / name), "row 1", "row", b"Envoys met.", KNOWN)]


def parquet(path: Path, select: str) -> None:
    duckdb.sql(select).write_parquet(str(path))


def test_parquet_gives_typed_columns_as_words(tmp_path: Path) -> None:
    path = tmp_path / "a[1]*.parquet"
    plain = tmp_path / "plain.parquet"
    parquet(plain, "SELECT 'Envoys met.' AS text, DATE '2024-03-12' AS date, ['Roe', 'Doe'] AS author, NULL AS url")
    plain.rename(path)
    known = Known(author="Roe, Doe", published="2024-03-12", published_how="column date")
    assert list(read_table(str(path), Options())) == [Entry(str(path), "row 1", "row", b"Envoys met.", known)]


def test_rows_of_parquet_keep_their_order(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    parquet(path, "SELECT 'Report ' || n AS text FROM range(5000) t(n)")
    found = brief(list(read_table(str(path), Options())))
    assert found == [(f"row {n + 1}", f"Report {n}") for n in range(5000)]


def test_quoted_fields_may_hold_marks_and_lines(tmp_path: Path) -> None:
    assert brief(read(tmp_path, "a.csv", 'date,text\n2024-03-12,"He said ""no"", then\nleft."\n')) == [
        ("row 1", 'He said "no", then\nleft.')
    ]


def test_quotes_may_be_escaped_with_a_backslash(tmp_path: Path) -> None:
    assert brief(read(tmp_path, "a.csv", 'id,text\n1,"He said \\"no\\", then left."\n')) == [
        ("row 1", 'He said "no", then left.')
    ]


def test_quotes_in_a_table_of_tabs_are_letters(tmp_path: Path) -> None:
    assert brief(read(tmp_path, "a.tsv", 'id\ttext\n1\tHe said "no" today.\n')) == [("row 1", 'He said "no" today.')]


def test_broken_rows_fail_alone_and_the_others_keep_their_numbers(tmp_path: Path) -> None:
    data = 'id,text\n1,one,more\n2,two\n3\n\n4,"a "b" c"\n5,five\n6,\n'
    assert brief(read(tmp_path, "a.csv", data)) == [
        ("row 1", "DamagedInput"), ("row 2", "two"), ("row 3", "DamagedInput"), ("row 4", "DamagedInput"),
        ("row 5", "five"), ("row 6", "EmptyReport"),
    ]  # fmt: skip


def test_a_quote_that_stays_open_is_refused(tmp_path: Path) -> None:
    assert brief(read(tmp_path, "a.csv", 'id,text\n1,one\n2,"two\n3,three\n')) == [
        ("row 1", "one"), ("row 2", "DamagedInput"),
    ]  # fmt: skip


def test_a_row_above_the_limit_fails_alone(tmp_path: Path) -> None:
    data = "id,text\n1," + "x" * 1000 + "\n2,two\n"
    assert brief(read(tmp_path, "a.csv", data, Options(limits=Limits(row=100)))) == [
        ("row 1", "DamagedInput"), ("row 2", "two"),
    ]  # fmt: skip


def test_an_object_above_the_limit_fails_alone(tmp_path: Path) -> None:
    data = '{"text": "' + "x" * 1000 + '"}\n{"text": "two"}\n'
    assert brief(read(tmp_path, "a.jsonl", data, Options(limits=Limits(row=100)))) == [
        ("row 1", "DamagedInput"), ("row 2", "two"),
    ]  # fmt: skip


def test_broken_objects_fail_alone(tmp_path: Path) -> None:
    data = '{"text": "one"}\n{"text": oops}\n[1]\n\n' + '{"text":' + "[" * 99_999 + '\n{"text": "five"}\n{"id": 6}\n'
    assert brief(read(tmp_path, "a.jsonl", data)) == [
        ("row 1", "one"), ("row 2", "DamagedInput"), ("row 3", "DamagedInput"), ("row 4", "DamagedInput"),
        ("row 5", "five"), ("row 6", "EmptyReport"),
    ]  # fmt: skip


def test_names_deeper_in_an_object_are_found(tmp_path: Path) -> None:
    row = {"content": ["One.", "Two."], "source": {"id": 7, "name": "Wire"}, "authors": [{"name": "Roe"}, "Doe"]}
    (found,) = read(tmp_path, "a.jsonl", json.dumps(row))
    assert isinstance(found, Entry)
    assert (found.data, found.known.publisher, found.known.author) == (b"One.\n\nTwo.", "Wire", "Roe, Doe")


def test_a_table_in_an_older_encoding_is_read(tmp_path: Path) -> None:
    assert brief(read(tmp_path, "a.csv", "id,text\n1,“Zürich” café\n".encode("windows-1252"))) == [
        ("row 1", "“Zürich” café")
    ]


def test_a_row_in_another_encoding_fails_alone(tmp_path: Path) -> None:
    data = b"id,text\n" + b"1,one\n" * 60_000 + "2,café\n".encode("windows-1252") + b"3,three\n"
    found = read(tmp_path, "a.csv", data)
    assert brief(found)[-2:] == [("row 60001", "NotText"), ("row 60002", "three")]


def test_names_that_were_encoded_twice_are_turned_back(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.csv", "author,text\nJosÃ©,Envoys met.\n")
    assert isinstance(found, Entry)
    assert found.known.author == "José"


def test_dates_are_read_in_the_order_that_the_column_shows(tmp_path: Path) -> None:
    assert days(read(tmp_path, "a.csv", "date,text\n3/4/2024,a\n5/6/2024,b\n25/6/2024,c\n")) == [
        "2024-04-03", "2024-06-05", "2024-06-25",
    ]  # fmt: skip


def test_dates_stay_unread_where_the_column_shows_no_order(tmp_path: Path) -> None:
    assert days(read(tmp_path, "a.csv", "date,text\n3/4/2024,a\n2024-03-12,b\n,c\n")) == [
        "3/4/2024",
        "2024-03-12",
        None,
    ]


def test_numbers_are_taken_for_days_and_seconds(tmp_path: Path) -> None:
    data = '{"text": "a", "date": 20240312}\n{"text": "b", "date": 1710230400}\n{"text": "c", "date": 1710230400000.0}'
    assert days(read(tmp_path, "a.jsonl", data)) == ["2024-03-12"] * 3


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.csv", "id,number\n1,2\n", NoTextColumn),
        ("b.csv", "", DamagedInput),
        ("c.csv", b"\x00\x01\x02\x03" * 99, NotText),
        ("d.jsonl", "[1]\n", DamagedInput),
        ("e.json", '[{"text": "one"}, oops]', DamagedInput),
        ("f.json", "", DamagedInput),
        ("g.parquet", b"PAR1 and nothing else PAR1", DamagedInput),
        ("h.csv.gz", b"\x1f\x8b\x08 junk", DamagedInput),
        ("i.csv.gz", gzip.compress(b"text\n" + b"a" * 3_000_000), TooLarge),
        ("j.json.gz", gzip.compress(b"[" + b" " * 3_000_000 + b"]"), TooLarge),
    ],
)
def test_a_table_that_cannot_be_read_is_one_refusal(
    tmp_path: Path, name: str, data: str | bytes, error: type[Exception]
) -> None:
    (found,) = read(tmp_path, name, data, Options(limits=Limits(unpacked=1_000_000)))
    assert isinstance(found, Refusal)
    assert (found.locator, type(found.error)) == ("", error)


def test_a_table_that_is_cut_gives_what_comes_before(tmp_path: Path) -> None:
    rows = b"".join(b"%d,Report %d of the day\n" % (n, n * n) for n in range(20_000))
    found = brief(read(tmp_path, "a.csv.gz", gzip.compress(b"id,text\n" + rows)[:-4000]))
    assert (found[0], found[-1][1], len(found) > 1000) == (("row 1", "Report 0 of the day"), "DamagedInput", True)
    assert found[-1][0] == f"from row {len(found) - 1} on"


def test_rows_above_the_limit_are_refused_at_once(tmp_path: Path) -> None:
    assert brief(read(tmp_path, "a.csv", "text\na\nb\nc\nd\n", Options(limits=Limits(rows=2)))) == [
        ("row 1", "a"), ("row 2", "b"), ("from row 3 on", "TooLarge"),
    ]  # fmt: skip


def test_an_empty_text_is_refused_with_its_column(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.csv", "Body,id\n ,1\n")
    assert isinstance(found, Refusal)
    assert (type(found.error), str(found.error)) == (EmptyReport, "Its 'Body' is empty.")


def test_columns_that_are_named_are_used(tmp_path: Path) -> None:
    options = Options(columns={"text": "lead", "publisher": "who"})
    (found,) = read(tmp_path, "a.csv", "text,Lead,who\nx,Envoys met.,Wire\n", options)
    assert isinstance(found, Entry)
    assert (found.data, found.known.publisher) == (b"Envoys met.", "Wire")
