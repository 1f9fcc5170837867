"""Responses are taken apart, and their bodies unpacked within bounds."""

from __future__ import annotations

import gzip
import zlib

import brotli
import pytest

from chancery.errors import DamagedInput, TooLarge
from chancery.ingest.http_messages import Response, parse_response, unpacked

BODY = b"<html>Envoys met.</html>"


def unpack(body: bytes, limit: int = 1000, **headers: str) -> bytes:
    return unpacked(Response(200, {name.replace("_", "-"): value for name, value in headers.items()}, body), limit)


def test_a_response_is_taken_apart() -> None:
    found = parse_response(b'HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; charset="UTF-8"\r\nA: 1\r\nA: 2\r\n\r\nx')
    assert found is not None
    assert (found.status, found.type, found.charset, found.headers["a"], found.body) == (
        200, "text/html", "UTF-8", "1", b"x",
    )  # fmt: skip


@pytest.mark.parametrize("block", [b"", b"x", b"HTTP/1.1 200 OK", b"HTTP/1.1 abc\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n"])
def test_what_is_no_response_is_none(block: bytes) -> None:
    assert parse_response(block) is None


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", gzip.compress(BODY)),
        ("x-gzip", gzip.compress(BODY)),
        ("deflate", zlib.compress(BODY)),
        ("deflate", zlib.compress(BODY)[2:-4]),
        ("br", brotli.compress(BODY)),
        ("identity", BODY),
        ("deflate, gzip", gzip.compress(zlib.compress(BODY))),
    ],
)
def test_compression_is_undone(coding: str, packed: bytes) -> None:
    assert unpack(packed, content_encoding=coding) == BODY


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_a_body_that_is_unpacked_already_is_taken_as_it_is(coding: str) -> None:
    assert unpack(BODY, content_encoding=coding) == BODY


def test_chunks_are_joined() -> None:
    assert unpack(b"5\r\n<html\r\n4;x=y\r\n>abc\r\n0\r\n\r\n", transfer_encoding="chunked") == b"<html>abc"


def test_a_body_whose_chunks_are_joined_already_is_taken_as_it_is() -> None:
    assert unpack(BODY, transfer_encoding="chunked") == BODY


@pytest.mark.parametrize(
    ("coding", "bomb"), [("gzip", gzip.compress(b"a" * 1_000_000)), ("br", brotli.compress(b"a" * 1_000_000))]
)
def test_a_bomb_is_not_unpacked(coding: str, bomb: bytes) -> None:
    with pytest.raises(TooLarge, match="1,000 bytes"):
        unpack(bomb, content_encoding=coding)


def test_an_unknown_compression_is_refused() -> None:
    with pytest.raises(DamagedInput, match="zstd"):
        unpack(BODY, content_encoding="zstd")


@pytest.mark.parametrize(("coding", "broken"), [("gzip", b"\x1f\x8b\x08" + b"\xff" * 30), ("br", b"\xff" * 30)])
def test_a_broken_compression_is_refused(coding: str, broken: bytes) -> None:
    with pytest.raises(DamagedInput, match="broken"):
        unpack(broken, content_encoding=coding)
