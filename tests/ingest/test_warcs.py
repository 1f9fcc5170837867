"""The pages of a crawl come out one by one; what is broken, cut or a bomb fails alone."""

from __future__ import annotations

import gzip
import time
from pathlib import Path

import pytest

from chancery.errors import TooLarge
from chancery.ingest.entries import Entry, Known, Refusal
from chancery.ingest.options import Limits, Options
from chancery.ingest.warcs import read_warc
from pages import page, read_page, record

A, B = record("http://a.example/", b"<p>a"), record("http://b.example/", b"<p>b")
INFO = record("", b"", kind="warcinfo")
IMAGE = record("http://i.example/", b"x" * 1000, type_="image/png")
GONE = record("http://g.example/", b"gone", status=404)
BIG = b"<p>" + b"a" * 2_000_000
SMALL = Limits(record=1_000_000, skipped=1_500_000)


def read(folder: Path, data: bytes, limits: Limits | None = None) -> list[tuple[str, str]]:
    """Return the locators of a crawl, each with the body of its page or the name of its refusal."""
    path = folder / "crawl.warc"
    path.write_bytes(data)
    return [
        (one.locator, type(one.error).__name__ if isinstance(one, Refusal) else (one.data or b"").decode())
        for one in read_warc(str(path), Options(limits=limits or Limits()))
    ]


def packed(*records: bytes) -> bytes:
    return b"".join(gzip.compress(one) for one in records)


def test_pages_alone_come_out_of_a_plain_crawl(tmp_path: Path) -> None:
    assert read(tmp_path, INFO + A + IMAGE + GONE + B) == [
        (f"offset {len(INFO)}", "<p>a"),
        (f"offset {len(INFO + A + IMAGE + GONE)}", "<p>b"),
    ]


def test_pages_come_out_of_a_crawl_that_is_packed_by_records(tmp_path: Path) -> None:
    assert read(tmp_path, packed(INFO, A, IMAGE, B)) == [
        (f"offset {len(packed(INFO))}", "<p>a"),
        (f"offset {len(packed(INFO, A, IMAGE))}", "<p>b"),
    ]


def test_pages_come_out_of_a_crawl_that_is_packed_in_one_piece(tmp_path: Path) -> None:
    assert read(tmp_path, packed(INFO + A + IMAGE + B)) == [
        ("offset 0, record 2", "<p>a"),
        ("offset 0, record 4", "<p>b"),
    ]


def test_texts_at_fixed_places_of_a_site_are_passed_over(tmp_path: Path) -> None:
    rules = record("https://a.example/robots.txt", b"User-agent: *", type_="text/plain")
    assert [body for _, body in read(tmp_path, rules + A)] == ["<p>a"]


def test_an_entry_knows_url_time_of_the_crawl_and_encoding(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(record("http://a.example/", b"x", type_="text/plain; charset=koi8-r"))
    known = Known(url="http://a.example/", seen="2024-03-12T00:00:00Z", charset="koi8-r")
    assert list(read_warc(str(path), Options())) == [Entry(str(path), "offset 0", "text", b"x", known)]


def test_a_page_of_a_crawl_is_read(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    packed_page = gzip.compress(page().encode())
    path.write_bytes(packed(record("http://a.example/", packed_page, headers="Content-Encoding: gzip\r\n")))
    entry = next(read_warc(str(path), Options()))
    assert isinstance(entry, Entry)
    assert read_page(entry.data or b"", entry.known).text == read_page(page()).text


def test_a_cut_crawl_gives_what_is_whole(tmp_path: Path) -> None:
    assert read(tmp_path, A + B[:-9]) == [("offset 0", "<p>a"), (f"offset {len(A)}", "DamagedInput")]


def test_a_cut_packed_crawl_gives_what_is_whole(tmp_path: Path) -> None:
    assert read(tmp_path, packed(A, B)[:-20]) == [("offset 0", "<p>a"), (f"offset {len(packed(A))}", "DamagedInput")]


def test_a_crawl_that_is_cut_in_headers_gives_what_is_whole(tmp_path: Path) -> None:
    assert read(tmp_path, A + B[:50]) == [("offset 0", "<p>a"), (f"offset {len(A)}", "DamagedInput")]


@pytest.mark.parametrize("damage", [b"junk", b"\x1f\x8b\x08\x00junk", gzip.compress(B)[:40] + b"junk"])
def test_what_is_no_member_fails_alone(tmp_path: Path, damage: bytes) -> None:
    first = packed(A)
    assert read(tmp_path, first + damage + packed(B)) == [
        ("offset 0", "<p>a"),
        (f"offset {len(first)}", "DamagedInput"),
        (f"offset {len(first + damage)}", "<p>b"),
    ]


def test_padding_between_members_is_passed_over(tmp_path: Path) -> None:
    assert [body for _, body in read(tmp_path, packed(A) + bytes(99) + packed(B))] == ["<p>a", "<p>b"]


@pytest.mark.parametrize("length", [-5, 10**30, 10**14, 60_000, 55])
def test_a_record_with_a_wrong_length_does_not_spoil_the_next(tmp_path: Path, length: int) -> None:
    wrong = record("http://w.example/", b"<p>w" * 9, length=length)
    found = read(tmp_path, wrong + B)
    assert ("DamagedInput" in dict(found).values() or "TooLarge" in dict(found).values(), found[-1]) == (
        True, (f"offset {len(wrong)}", "<p>b"),
    )  # fmt: skip


def test_no_crawl_at_all_is_refused(tmp_path: Path) -> None:
    assert read(tmp_path, b"hello\r\n\r\nhello\r\n\r\n") == [("offset 0", "DamagedInput")]


def test_an_empty_file_has_no_pages(tmp_path: Path) -> None:
    assert read(tmp_path, b"") == []


@pytest.mark.parametrize("together", [True, False])
def test_a_page_above_the_limit_fails_alone(tmp_path: Path, together: bool) -> None:
    big = record("http://big.example/", BIG)
    data = packed(A + big + B) if together else packed(A, big, B)
    assert [body for _, body in read(tmp_path, data, SMALL)] == ["<p>a", "TooLarge", "<p>b"]


@pytest.mark.parametrize("together", [True, False])
def test_a_film_is_passed_over_without_a_word(tmp_path: Path, together: bool) -> None:
    film = record("http://f.example/", BIG, type_="video/mp4")
    data = packed(A + film + B) if together else packed(A, film, B)
    assert [body for _, body in read(tmp_path, data, SMALL)] == ["<p>a", "<p>b"]


def test_a_bomb_behind_the_length_that_it_claims_fails_alone(tmp_path: Path) -> None:
    lie = record("http://l.example/", b"<p>l", length=48) + BIG
    assert [body for _, body in read(tmp_path, packed(A, lie, B))] == ["<p>a", "<p>l", "DamagedInput", "<p>b"]


def test_a_bomb_in_the_body_of_a_page_fails_alone(tmp_path: Path) -> None:
    bomb = record("http://h.example/", gzip.compress(BIG), headers="Content-Encoding: gzip\r\n")
    assert [body for _, body in read(tmp_path, A + bomb + B, SMALL)] == ["<p>a", "TooLarge", "<p>b"]


def test_many_bombs_end_at_the_limit_of_the_file(tmp_path: Path) -> None:
    found = read(tmp_path, packed(*[record("http://m.example/", BIG)] * 9), Limits(unpacked=5_000_000))
    assert [body[:3] for _, body in found] == ["<p>", "<p>", "Too", "Too"]
    assert found[-1][0].startswith("from offset")


def test_a_hundred_megabytes_are_stepped_over_quickly(tmp_path: Path) -> None:
    bomb = record("http://big.example/", b"a" * 100_000_000)
    data = packed(A, bomb, B)
    start = time.perf_counter()
    assert [body for _, body in read(tmp_path, data)] == ["<p>a", "TooLarge", "<p>b"]
    assert time.perf_counter() - start < 2


def test_refusals_say_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(A + record("http://big.example/", BIG))
    refusal = list(read_warc(str(path), Options(limits=SMALL)))[1]
    assert isinstance(refusal, Refusal)
    assert (type(refusal.error), "1,000,000 at most" in str(refusal.error)) == (TooLarge, True)
