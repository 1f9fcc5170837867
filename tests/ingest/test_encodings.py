"""Bytes are decoded right or refused; wrong letters are not let through where they can be told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.errors import NotText
from chancery.ingest.encodings import decode, find_encoding, is_binary, undouble

WESTERN = "The minister’s visit to São Paulo — “a success” — cost €3m, said Müller of Zürich."
OTHERS = {
    "cp1251": "Президент сказал, что переговоры начнутся завтра в Женеве. Министр заявил о готовности.",
    "koi8-r": "Президент сказал, что переговоры начнутся завтра в Женеве. Министр заявил о готовности.",
    "cp932": "外務大臣は月曜日に会談を行った。政府は来週の会議に参加する予定だと述べた。",
    "gb18030": "外交部长周一在北京举行会谈,政府发言人说将于下周参加会议。",
    "cp949": "대통령은 내일 회담이 시작될 것이라고 말했다. 정부는 다음 주 회의에 참석한다.",
    "cp1256": "قال الرئيس إن المحادثات ستبدأ غدا في جنيف وأعلن الوزير استعداده",
    "cp1253": "Ο πρόεδρος είπε ότι οι συνομιλίες θα αρχίσουν αύριο στη Γενεύη",
}


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff")))
def test_utf8_keeps_every_character(text: str) -> None:
    assert decode(text.encode()) == undouble(text)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_tells_the_encoding_and_is_left_out(encoding: str) -> None:
    assert decode(WESTERN.encode(encoding)) == WESTERN


@pytest.mark.parametrize("encoding", ["windows-1252", "mac-roman"])
def test_western_encodings_are_told_by_what_makes_sense(encoding: str) -> None:
    assert decode(WESTERN.encode(encoding)) == WESTERN


@pytest.mark.parametrize(("encoding", "text"), OTHERS.items())
def test_other_letters_are_told_by_their_statistics(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_what_is_declared_is_believed_where_it_fits() -> None:
    text = "Cumhurbaşkanı görüşmelerin yarın İstanbul'da başlayacağını söyledi"
    assert decode(text.encode("windows-1254"), declared="ISO-8859-9") == text


def test_a_wrong_declaration_does_not_spoil_utf8() -> None:
    assert decode(WESTERN.encode(), declared="iso-8859-1") == WESTERN


def test_a_declared_encoding_that_does_not_exist_is_passed_over() -> None:
    assert decode(WESTERN.encode("windows-1252"), declared="x-nonsense\x00") == WESTERN


def test_a_character_that_is_cut_at_the_end_is_left_out() -> None:
    assert decode("Zürich “x”".encode()[:-1]) == "Zürich “x"


def test_damaged_utf8_is_refused_with_its_place() -> None:
    with pytest.raises(NotText, match=r"Byte 82 \(0xff\) is not UTF-8, though most"):
        decode(("é" * 40).encode() + b"ab\xffcd")


def test_one_dash_in_utf8_is_enough_to_tell_damage_from_another_encoding() -> None:
    with pytest.raises(NotText, match="0xff"):
        decode("GENEVA — Envoys met.".encode() + b"\xff")


def test_bytes_that_fit_their_mark_no_more_are_refused() -> None:
    with pytest.raises(NotText, match="UTF-16"):
        decode("x".encode("utf-16") + b"\x00\xd8a\x00b\x00c\x00")


@pytest.mark.parametrize("data", [b"\x7fELF\x02\x01\x01\x00\x00\x00", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00"])
def test_binary_files_are_refused(data: bytes) -> None:
    with pytest.raises(NotText, match="binary"):
        decode(data)


def test_text_that_was_encoded_twice_is_turned_back() -> None:
    doubled = "It’s “fine”, said José".encode().decode("cp1252", errors="surrogateescape")
    again = doubled.encode("utf-8", errors="surrogateescape").replace(b"\x9d", b"\xc2\x9d")
    assert decode(again) == "It’s “fine”, said José"


def test_text_that_only_looks_doubled_in_a_place_stays_as_it_is() -> None:
    text = "The bytes Ã© stand for é in UTF-8, wrote 田中."
    assert undouble(text) == text


def test_the_encoding_of_a_beginning_is_told_though_a_character_is_cut() -> None:
    assert find_encoding(WESTERN.encode()[:24]) == "utf-8"


def test_few_control_characters_make_no_binary_file() -> None:
    assert not is_binary(b"page one\x0cpage two\x00 and so on for a while")
