"""Packed members are read within bounds, and found again behind broken ones."""

from __future__ import annotations

import gzip
import io

import pytest

from chancery.errors import DamagedInput, TooLarge
from chancery.ingest.members import PIECE, Member, next_member


def opened(data: bytes, *, start: int = 0, left: int = 1_000_000) -> tuple[io.BufferedReader, Member]:
    member = Member(io.BytesIO(data), start, left)
    return io.BufferedReader(member), member


def test_a_member_is_unpacked_and_its_end_noted() -> None:
    first, second = gzip.compress(b"one"), gzip.compress(b"two")
    stream, member = opened(first + second)
    assert (stream.read(), member.end) == (b"one", len(first))


def test_what_is_left_bounds_what_is_unpacked_and_can_be_raised() -> None:
    stream, member = opened(gzip.compress(b"a" * 500_000), left=100_000)
    with pytest.raises(TooLarge):
        list(iter(lambda: stream.read1(PIECE), b""))
    taken = member.count
    member.left = 1_000_000
    assert taken < 100_000 + PIECE
    assert len(stream.read()) + taken == 500_000


def test_a_member_that_is_cut_is_refused() -> None:
    with pytest.raises(DamagedInput, match="ends inside"):
        opened(gzip.compress(b"one two three")[:-9])[0].read()


def test_a_member_that_is_broken_is_refused() -> None:
    data = bytearray(gzip.compress(b"one two three"))
    data[12] ^= 0xFF
    with pytest.raises(DamagedInput, match="broken"):
        opened(bytes(data))[0].read()


def test_the_next_member_is_found_by_what_it_unpacks_to() -> None:
    wrong, right = gzip.compress(b"other"), gzip.compress(b"WARC/1.0")
    data = b"\x1f\x8b\x08 junk" + wrong + b"junk" + right
    assert next_member(io.BytesIO(data), 0, b"WARC/") == len(data) - len(right)


@pytest.mark.parametrize("padding", [PIECE - 2, PIECE - 1, PIECE, 2 * PIECE + 1])
def test_a_member_on_the_edge_of_a_piece_is_found(padding: int) -> None:
    data = b"x" * padding + gzip.compress(b"WARC/1.0")
    assert next_member(io.BytesIO(data), 0, b"WARC/") == padding


def test_where_no_other_member_is_none_is_found() -> None:
    assert next_member(io.BytesIO(b"x" * (2 * PIECE)), 0, b"WARC/") is None
