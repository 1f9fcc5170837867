"""Reading an entry: from the bytes of an input to a `Report`, in a worker process.

In: an `Entry`. Out: its report, in any language, or the reason why there is none.
What it does not know: other entries, where reports go. Nothing here reads the network.
"""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from chancery.errors import EmptyReport, NotText, ReportError, ReportTooLong
from chancery.ingest.dates import LONGEST, day_of
from chancery.ingest.encodings import decode
from chancery.ingest.entries import Entry, Known
from chancery.ingest.json_ld import plain
from chancery.ingest.language import language_of
from chancery.ingest.markup import page_of, parse
from chancery.ingest.metadata import Particulars, read_particulars
from chancery.ingest.options import Options
from chancery.ingest.page_dates import find_day
from chancery.ingest.paragraphs import lines_of, paragraphs_of
from chancery.ingest.report import Report
from chancery.record import PublishedFrom

BYTES_A_CHARACTER = 4
"""The longest encoding of a code point in UTF-8."""
CHARSET_WITHIN = 4096
"""Bytes in which a page names its encoding; the HTML standard asks for the first 1024, pages are laxer."""
HEADLINE_WITHIN = 4
"""Paragraphs among which the headline is looked for: section, date and byline stand before it at most."""
OPENING = 5_000
"""Code points in which those paragraphs lie; a headline has at most 1,000."""
TEASER = 0.6
"""Share of the words of JSON-LD's `articleBody` below which what the page shows is taken for a teaser of it."""
BLOCK = 2
"""Paragraphs, a headline among them, that are an article in one block: trafilatura's way to give JSON-LD's."""

_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,40})""", re.I)
_MARKUP = re.compile(r"<(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|table)\b[^<>]*>", re.I)
_BREAK = re.compile(r"</?(?:p|br|div|li|h[1-6])\b[^<>]*>", re.I)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.I)
_WORD = re.compile(r"\w+")


class Dated(NamedTuple):
    """A day of publication, where it comes from and how it was found."""

    day: date
    source: PublishedFrom
    how: str | None


def report_of(entry: Entry, options: Options) -> Report:
    """Read an entry.

    Args:
        entry: what an input holds.
        options: the day of publication, where it is given for all, and the limits.

    Returns:
        The report with all that is known of it; `language` is "en", or what else it is in: `check` refuses that.

    Raises:
        ReportError: no file, no text, no article on the page, or more than the limits.
    """
    data = entry.data if entry.data is not None else _read(entry.path, _most(entry, options))
    if entry.kind == "html":
        return _page(data, entry.known, options)
    text = decode(data, declared=entry.known.charset)
    if entry.kind == "row" and len(_MARKUP.findall(text[:OPENING])) >= 2:
        return _page(page_of(text, entry.known.title), entry.known, options)
    if entry.kind == "row" and entry.known.title:
        text = with_headline(text, plain(entry.known.title))
    nothing = Particulars()
    return _report(text, entry.known, nothing, _dated(entry.known, nothing, options), options)


def with_headline(text: str, headline: str | None) -> str:
    """Put the headline before a text that does not begin with it."""
    if not headline:
        return text
    wanted = _letters(headline)
    opening = [_letters(line) for line in lines_of(text[:OPENING])[:HEADLINE_WITHIN]]
    if not wanted or any(line.startswith(wanted) for line in opening):
        return text
    return f"{headline}\n\n{text}"


def _letters(words: str) -> str:
    """Return what two ways to print a headline have in common."""
    return "".join(_WORD.findall(words.casefold()))


def _read(path: str, most: int) -> bytes:
    """Read a whole file, which may have grown since it was found."""
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(most + 1)
    except OSError as error:
        raise ReportError(f"It cannot be read ({os.strerror(error.errno or 0)}): check the file.") from None
    if len(data) > most:
        raise ReportTooLong(f"It has more than {most:,} bytes, the most that are read: split it into its reports.")
    return data


def _most(entry: Entry, options: Options) -> int:
    """Return how many bytes of a file are read."""
    return options.limits.page if entry.kind == "html" else options.limits.text * BYTES_A_CHARACTER


def _page(data: bytes, known: Known, options: Options) -> Report:
    """Read a page: its article and what it says of it."""
    named = _CHARSET.search(data[:CHARSET_WITHIN])
    html = _decode_page(data, known.charset or (named[1].decode() if named else None))
    tree = parse(html)
    said = read_particulars(tree, known.url)
    paragraphs = _without_heading(_better(paragraphs_of(tree), said.body), said.heading)
    text = "\n\n".join(paragraphs)
    if not any(character.isalpha() for character in text):
        raise EmptyReport("No article is found on the page: give the page of one article, or its text.")
    if "\ufffd" in text:
        raise NotText(f"Its article has damaged letters ({_around(text)!r}): save the page again from its source.")
    dated = _dated(known, said, options) or _inferred(*find_day(tree, html, said.url))
    return _report(with_headline(text, plain(known.title) or said.title), known, said, dated, options)


def _without_heading(paragraphs: list[str], heading: str | None) -> list[str]:
    """Leave out the heading that a page shows: the title, which may be worded in another way, takes its place."""
    shown = bool(heading and len(paragraphs) > 1) and _letters(paragraphs[0]) == _letters(heading or "")
    return paragraphs[1:] if shown else paragraphs


def _decode_page(data: bytes, declared: str | None) -> str:
    """Decode a page; a broken letter of its menus spoils nothing, one of its article is found afterwards."""
    try:
        return decode(data, declared=declared)
    except NotText:
        text = data.decode("utf-8", errors="replace")
        if "<" not in text or text.count("\ufffd") * 1000 > len(text):
            raise
        return text


def _around(text: str) -> str:
    """Return the words around the first damaged letter."""
    at = text.index("\ufffd")
    return text[max(0, at - 15) : at + 15]


def _better(paragraphs: list[str], body: str | None) -> list[str]:
    """Return the article as the page shows it, or as its JSON-LD gives it where the page shows a part or one block."""
    whole = lines_of(_TAG.sub("", _BREAK.sub("\n\n", body or "")))
    shown, given = (sum(len(one.split()) for one in pieces) for pieces in (paragraphs, whole))
    is_block = len(paragraphs) <= BLOCK < len(whole) and shown <= given
    return whole if shown < TEASER * given or is_block else paragraphs


def _dated(known: Known, said: Particulars, options: Options) -> Dated | None:
    """Return the day of publication: as given, else as the page says, else as the input does; None where none does."""
    if options.published:
        return Dated(options.published, "given", "given")
    if said.published:
        return Dated(said.published, "metadata", said.published_how)
    day = day_of(known.published)
    return Dated(day, "metadata", known.published_how) if day else None


def _inferred(day: date | None, how: str | None) -> Dated | None:
    """Return a day that was inferred, if there is one."""
    return Dated(day, "inferred", how) if day else None


def _not_understood(known: Known) -> str | None:
    """Say which date of the input was not understood, and where it stands."""
    return f"{known.published_how}, not understood: {known.published[:LONGEST]}" if known.published else None


def _report(text: str, known: Known, said: Particulars, dated: Dated | None, options: Options) -> Report:
    """Put a report together: what the page says, else what the input says of it; title and URL the other way round."""
    limit = options.limits.text
    if len(text) > limit:
        raise ReportTooLong(
            f"{len(text):,} characters are more than one report has ({limit:,} at most): split it into its reports."
        )
    modified = day_of(known.modified)
    return Report(
        text,
        dated.day if dated else None,
        title=plain(known.title) or said.title,
        url=known.url or said.url,
        publisher=said.publisher or plain(known.publisher),
        author=said.author or plain(known.author),
        published_from=dated.source if dated else None,
        published_how=dated.how if dated else _not_understood(known),
        modified=said.modified or modified,
        modified_how=said.modified_how or (known.modified_how if modified else None),
        language=language_of(text, hint=said.language),
    )
