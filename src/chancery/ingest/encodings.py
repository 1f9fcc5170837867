"""Encodings: bytes as text, by their mark, as UTF-8, as declared, or as an older encoding that makes sense of them.

In: bytes, and what a server or page says of them. Out: the text without its mark, or `NotText`.
What it does not know: HTML. Wrong letters are never let through where they can be told: bytes that no encoding makes
sense of are refused with their place, and UTF-8 that was taken for Windows-1252 on its way is turned back.
"""

from __future__ import annotations

import codecs
import re

from chancery.errors import NotText

HEAD = 4096
"""Bytes that are looked at to tell a picture or a program from a text."""
BINARY_SHARE = 0.05
"""Share of control bytes from which a file is no text; text has none, damaged text a few."""
MOSTLY = 3
"""Whole UTF-8 sequences for each broken one from which bytes are damaged UTF-8, not another encoding; in other
encodings two bytes follow each other as in UTF-8 by chance only."""
FOREIGN_SHARE = 0.25
"""Share of letters with accents above which a text is not in Latin letters; Vietnamese has 0.3, French 0.04."""
SAMPLE = 100_000
"""Bytes that an encoding is guessed from."""

_CONTROLS = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32))
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MEANT = {
    label: meant
    for meant, labels in {
        "windows-1252": "ascii us-ascii iso-8859-1 iso8859-1 latin1 latin-1 l1 cp1252",
        "windows-1254": "iso-8859-9 latin5",
        "gb18030": "gb2312 gbk gb_2312-80",
        "cp949": "euc-kr ks_c_5601-1987",
        "cp932": "shift_jis shift-jis sjis",
    }.items()
    for label in labels.split()
}
"""What a label stands for on the web (WHATWG Encoding Standard, table of names and labels): the wider encoding."""
_WESTERN = ("windows-1252", "mac-roman", "cp850")
"""Encodings of Western text, the likeliest first: what Windows, the Macintosh and DOS wrote."""
_ODD = re.compile(
    r"[a-z][\u00c0-\u00de\u00d7]"  # a capital after a small letter: Macintosh's curly apostrophe, "itÕs"
    r"|[A-Za-z][^\W\d_a-zA-Z\u00c0-\u024f]"  # a letter of another script in a word
    r"|[A-Za-z][\u0080-\u00a0\u201a\u201e\u2020\u2021\u02c6\u2030\u2039\u2022\u00a1-\u00b6\u00b8-\u00bf][a-z]"
    r"|[\u0000-\u0008\u007f-\u009f\ufffd\u2500-\u259f]"  # controls, boxes that were drawn in DOS
)
"""What no text in Latin letters has: signs of a wrong encoding."""
_DOUBLED = re.compile(
    "\u00e2\u20ac[\u2122\u0153\u009d\u201c\u201d\u02dc\u00a6\u00a2]|\u00c3[\u0080-\u00bf\u0192-\u02dc]"
)
"""UTF-8 that was read as Windows-1252 and written again: "â€™" for an apostrophe, "Ã©" for "é"."""
_PUNCTUATION = re.compile("[\u2010-\u2027]")
"""Dashes and quotation marks, three bytes in UTF-8 that stand together in no older encoding ("â€”")."""
_BACK = {ord(bytes([byte]).decode("cp1252")): byte for byte in range(0x80, 0xA0) if byte not in b"\x81\x8d\x8f\x90\x9d"}


def is_binary(head: bytes) -> bool:
    """Tell whether the first bytes of a file hold more control characters than any text does."""
    head = head[:HEAD]
    return len(head) - len(head.translate(None, _CONTROLS)) > BINARY_SHARE * len(head)


def decode(data: bytes, *, declared: str | None = None) -> str:
    """Return bytes as text.

    Args:
        data: a whole file or page; a character that is cut at its very end is left out.
        declared: the encoding that a server, a page or the user named; believed where UTF-8 does not fit.

    Returns:
        The text, without its byte order mark.

    Raises:
        NotText: a binary file, damaged UTF-8, or bytes that no encoding makes sense of.

    Example:
        >>> decode("Zürich".encode("windows-1252"))
        'Zürich'
        >>> decode("Â£5 for the cafÃ©".encode())
        '£5 for the café'
    """
    encoding = find_encoding(data, declared=declared)
    text = _whole(data, encoding)
    return undouble(text) if encoding.startswith("utf-8") else text


def find_encoding(data: bytes, *, declared: str | None = None) -> str:
    """Name the encoding of bytes.

    Args:
        data: a file or its beginning; a character may be cut at its end.
        declared: what it is said to be.

    Returns:
        The name by which Python knows it; "utf-8-sig", "utf-16" and "utf-32" for text that begins with a mark.

    Raises:
        NotText: as `decode` does.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if is_binary(data):
        raise NotText("It is a binary file, not text: give the text of a news report.")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if not _is_cut(error, data):
            return _older(data, declared, error)
    return "utf-8"


def undouble(text: str) -> str:
    """Turn a text back that was UTF-8, was read as Windows-1252 and encoded again.

    Returns:
        The text as it was meant where all of it can be turned back, else the text itself.
    """
    if not _DOUBLED.search(text):
        return text
    try:
        return text.translate(_BACK).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def _is_cut(error: UnicodeDecodeError, data: bytes) -> bool:
    """Tell whether all that is wrong is that the last character is cut."""
    return error.end == len(data) and error.start > len(data) - 4 and "unexpected end" in error.reason


def _whole(data: bytes, encoding: str) -> str:
    """Decode bytes whose encoding is known."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        left = len(error.object) - error.start  # the mark does not count in it
        if left < 4:
            return data[: len(data) - left].decode(encoding)
        raise NotText(
            f"Byte {error.start} does not belong to {encoding.upper().removesuffix('-SIG')}, which the file's mark "
            "names: save the file again as UTF-8."
        ) from None


def _older(data: bytes, declared: str | None, error: UnicodeDecodeError) -> str:
    """Name the encoding of bytes that are not UTF-8: the declared one, a Western one, or what their letters suggest."""
    if _is_damaged_utf8(data):
        raise NotText(
            f"Byte {error.start} (0x{data[error.start]:02x}) is not UTF-8, though most of the file is: "
            "mend it there, or save it again from its source."
        )
    label = (declared or "").strip().lower()
    named = _MEANT.get(label, label)
    if named and named not in (*_WESTERN, "utf-8", "utf8") and _attempt(data, named) is not None:
        return named
    for encoding in _WESTERN:
        text = _attempt(data, encoding)
        if text is not None and _is_western(text):
            return encoding
    return _guess(data, error)


def _is_damaged_utf8(data: bytes) -> bool:
    """Tell whether all but a few of the bytes above ASCII stand as UTF-8 has them, or a quotation mark or dash does."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if _PUNCTUATION.search(text):
        return True
    return sum(character > "\x7f" for character in text) - broken >= MOSTLY * broken


def _attempt(data: bytes, encoding: str) -> str | None:
    """Decode bytes, None where they are not of this encoding or there is no such one."""
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):  # ValueError: a name with a null character
        return None


def _is_western(text: str) -> bool:
    """Tell whether a text makes sense in Latin letters: few accents, none where no word has one."""
    letters = sum(character.isalpha() for character in text)
    accented = sum(character > "\x7f" and character.isalpha() for character in text)
    return accented <= FOREIGN_SHARE * letters and not _ODD.search(text) and not _DOUBLED.search(text)


def _guess(data: bytes, error: UnicodeDecodeError) -> str:
    """Name the encoding that the statistics of bytes suggest, if it fits all of them."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    text = _attempt(data, best.encoding) if best is not None else None
    if best is not None and text is not None and not (_is_latin(text) and _ODD.search(text)):
        return best.encoding
    raise NotText(
        f"Byte {error.start} (0x{data[error.start]:02x}) is not UTF-8, and no older encoding makes sense of it: "
        "convert the file (iconv -f ENCODING -t UTF-8)."
    ) from None


def _is_latin(text: str) -> bool:
    """Tell whether most letters are Latin."""
    letters = [character for character in text[:SAMPLE] if character.isalpha()]
    return sum(character < "\u0250" for character in letters) * 2 > len(letters)
