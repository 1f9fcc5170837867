"""Markup: HTML as a tree, unless it has more tags, attributes or levels than a page of news can have.

In: the text of a page. Out: its tree, or `UnreadablePage`.
What it does not know: what the page says.

libxml2 looks through all attributes of a tag for each further one, so that 30,000 attributes in one tag take five
seconds and three million a day. The tags are therefore counted before the parser sees them, in one pass that reads as
the HTML standard does: quoted values, comments and scripts are stepped over.
"""

from __future__ import annotations

import re
from collections import Counter
from html import escape
from typing import TYPE_CHECKING

from chancery.errors import EmptyReport, UnreadablePage

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ELEMENTS = 20_000
"""Start tags of a page; live blogs have some ten thousand, and the worst page found yet takes 4 s at this many."""
ATTRIBUTES = 128
"""Attributes of a tag; 20,000 tags of 128 take libxml2 two seconds, and hand-written tags have less than 50."""

_START = re.compile(
    rb"<(?P<name>[a-z][^\s/>]*+)"
    rb"(?P<attributes>(?:[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>\"'][^\s>]*+)?+)?+){0,%d}+)"
    rb"[\s/]*+>?" % (ATTRIBUTES + 1)
)
_ATTRIBUTE = re.compile(rb"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>\"'][^\s>]*+)?+)?+")
_NEXT = re.compile(rb"<(?=[a-z!])")
_RAW = frozenset([b"script", b"style", b"textarea", b"title", b"xmp", b"iframe", b"noembed", b"noframes"])
"""Elements whose content is no markup (HTML standard, section 13.2.5)."""
_NO_TEXT = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127))
_DRESS = re.compile(
    rb"</?(?:abbr|acronym|b|big|em|font|i|ins|mark|nobr|strong|tt|u|wbr)(?:\s[^<>]*+)?/?>", re.IGNORECASE
)
"""Tags that only dress words; without them a paragraph is one piece."""
_INLINE = (
    "a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "input",
    "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
    "u", "var",
)  # fmt: skip
PIECES = 2_000
"""Links and other pieces of text side by side; trafilatura takes 0.3 s for 2,000, and 150 s for 29,000 (lxml looks
through all neighbours of each), and what has more is an index."""


def parse(html: str) -> HtmlElement:
    """Parse a page.

    Args:
        html: its text, of any origin.

    Returns:
        The tree, without comments and without tags that only dress words.

    Raises:
        UnreadablePage: too many tags or attributes, or nested too deeply.
        EmptyReport: nothing in it.
    """
    data = html.translate(_NO_TEXT).encode()
    check_tags(data)
    tree = _tree(_DRESS.sub(b"", data))
    pieces = Counter(element.getparent() for element in tree.iter(*_INLINE))
    if max(pieces.values(), default=0) > PIECES:
        raise UnreadablePage(
            f"It has more than {PIECES:,} links or pieces of text side by side: it is an index, no report."
        )
    return tree


def page_of(fragment: str, title: str | None) -> bytes:
    """Make a page of the HTML of an article alone, as feeds and tables hold it."""
    head = f"<title>{escape(title)}</title>" if title else ""
    return f"<html><head>{head}</head><body><article>{fragment}</article></body></html>".encode(errors="replace")


def check_tags(data: bytes, elements: int = ELEMENTS) -> None:
    """Count tags and their attributes, and refuse what no page has.

    Args:
        data: HTML or XML as UTF-8.
        elements: how many tags there may be.

    Raises:
        UnreadablePage: more tags, or a tag of more than `ATTRIBUTES` attributes.
    """
    low = data.lower()
    count = at = 0
    while found := _NEXT.search(low, at):
        if low.startswith(b"<!", found.start()):
            at = _after_comment(low, found.start())
            continue
        tag = _START.match(low, found.start())
        assert tag is not None  # a letter follows the bracket
        count += 1
        if count > elements:
            raise UnreadablePage(f"It has more than {elements:,} tags, more than any report: give its text alone.")
        if len(tag["attributes"]) > 2 * ATTRIBUTES and len(_ATTRIBUTE.findall(tag["attributes"])) > ATTRIBUTES:
            raise UnreadablePage(
                f"Its tag <{tag['name'][:20].decode(errors='replace')}> has more than {ATTRIBUTES} attributes, "
                "more than any page has: give its text alone."
            )
        at = _after_raw(low, tag)


def _after_comment(low: bytes, at: int) -> int:
    """Return where a comment or declaration ends; an open one ends with the page."""
    if not low.startswith(b"<!--", at):
        return at + 2
    if low.startswith((b"<!-->", b"<!--->"), at):
        return at + 5
    end = low.find(b"-->", at + 4)
    return len(low) if end < 0 else end + 3


def _after_raw(low: bytes, tag: re.Match[bytes]) -> int:
    """Return where markup goes on after a start tag: behind the content of a script."""
    if tag["name"] not in _RAW:
        return tag.end()
    end = low.find(b"</" + tag["name"], tag.end())
    return len(low) if end < 0 else end


def _tree(data: bytes) -> HtmlElement:
    """Parse bytes whose tags have been counted."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise EmptyReport("There is no page in it: check the file.") from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadablePage(
            "It is nested more than 256 levels deep or has ten million characters in one piece, as no page has: "
            "give its text alone."
        )
    return tree
