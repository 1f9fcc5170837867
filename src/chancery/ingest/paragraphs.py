"""Paragraphs: the text of an article out of the tree of its page, as the reader expects texts.

In: the tree of a page. Out: its paragraphs; comments, navigation, and tables without sentences are left out.
What it does not know: the headline, which `reading` puts before them.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from chancery.errors import UnreadablePage

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

SENTENCE = 8
"""Words from which a piece of a table is taken for a sentence of the article; pages of the nineties are laid out in
tables, and the cells of tables of figures or links are shorter."""
_BLOCKS = frozenset("p head item list quote table row cell div code body".split())
"""Tags of trafilatura's tree at which a paragraph begins or ends."""
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def paragraphs_of(tree: HtmlElement) -> list[str]:
    """Find the article on a page.

    Args:
        tree: the page; it is left as it is.

    Returns:
        Its paragraphs in order, each without blank lines in it; headings and items of lists are paragraphs. Empty
        where the page has no article.

    Raises:
        UnreadablePage: the extraction fails on it.
    """
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).addHandler(logging.NullHandler())  # they would write to standard error
    try:
        found = bare_extraction(tree, include_comments=False, include_tables=True, fast=True)
    except Exception as error:  # a page can make any of its code fail, and no other page may suffer from it
        raise UnreadablePage(
            f"The extraction of its text fails ({type(error).__name__}): give its text alone."
        ) from error
    return list(_pieces(found.body)) if isinstance(found, Document) and found.body is not None else []


def lines_of(text: str) -> list[str]:
    """Cut a text with line breaks into paragraphs: at blank lines where it has any, else at each line."""
    pieces = _BLANK_LINE.split(text) if _BLANK_LINE.search(text.strip()) else text.split("\n")
    return [" ".join(piece.split()) for piece in pieces if piece.strip()]


def _pieces(body: _Element) -> Iterator[str]:
    """Walk through trafilatura's tree and yield its paragraphs."""
    from lxml import etree

    words: list[str] = []
    tables = deleted = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        tag = element.tag
        if event == "end":
            deleted -= tag == "del"
        if tag in _BLOCKS:
            yield from _paragraphs("".join(words), in_table=tables > 0)
            words.clear()
        if event == "start":
            tables += tag == "table"
            deleted += tag == "del"
            if tag == "lb":
                words.append("\n")
            if element.text and not deleted:
                words.append(element.text)
        else:
            tables -= tag == "table"
            if element.tail and not deleted and element is not body:
                words.append(element.tail)
    yield from _paragraphs("".join(words), in_table=False)


def _paragraphs(words: str, *, in_table: bool) -> Iterator[str]:
    """Cut a piece into paragraphs at its line breaks; in tables only sentences count."""
    for line in lines_of(words):
        if not in_table or len(line.split()) >= SENTENCE:
            yield line
