"""Sentences and paragraphs: token ranges that cover every token once, in order.

In: a text and its token spans. Out: half-open token ranges.
What it does not know: grammar. A sentence never crosses a paragraph; a quotation may hold several.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chancery.analyse.tokens import tokenize
from chancery.analysis import Tokens
from chancery.record import Span

LONGEST = 160
"""Tokens of the longest sentence; longer ones (lists, tables, hostile text) are cut there, so that every
sentence fits into one model window. The longest sentence of UD English GUM news has 89."""

_FINAL = frozenset([".", "!", "?", "…", "..", "...", "...."])
_CLOSING = frozenset(["”", "’", '"', "''", "'", ")", "]", "»"])
_OPENERS = frozenset(
    "the a an he she it they we i you this that these those there in on at but and after before meanwhile "
    "however his her their its some many also when while as if according".split()
)
"""Words that open a sentence far more often than they follow an abbreviation inside one."""
_DASHES = frozenset(["—", "–", "--", "-"])
LONGEST_DATELINE = 12
"""Tokens before the dash: town, country, date and agency ("KABUL, AFGHANISTAN, Aug. 12 (AP) —")."""
_BREAK = re.compile(r"\n[ \t\r]*\n|\n|\r\n?|[\u2028\u2029\x0b\x0c]")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


def paragraphs(text: str, tokens: Sequence[Span]) -> list[Tokens]:
    """Group tokens into paragraphs.

    Line breaks end a paragraph, unless the text is wrapped at a column (blank lines between paragraphs,
    lines of about equal length), where only blank lines do.

    Args:
        text: the report.
        tokens: its token spans.

    Returns:
        Token ranges, in order, without gaps; empty for no tokens.
    """
    pattern = _BLANK_LINE if _is_wrapped(text) else _BREAK
    ranges: list[Tokens] = []
    first = 0
    breaks = [found.start() for found in pattern.finditer(text)]
    at = 0
    for index in range(1, len(tokens)):
        while at < len(breaks) and breaks[at] < tokens[index - 1][1]:
            at += 1
        if at < len(breaks) and breaks[at] < tokens[index][0]:
            ranges.append((first, index))
            first = index
    if tokens:
        ranges.append((first, len(tokens)))
    return ranges


def sentence_spans(text: str) -> list[Span]:
    """Return where the sentences of a text stand.

    Example:
        >>> sentence_spans("No. He left.")
        [(0, 3), (4, 12)]
    """
    spans = tokenize(text)
    forms = [text[start:end] for start, end in spans]
    return [(spans[a][0], spans[b - 1][1]) for a, b in sentences(forms, spans, paragraphs(text, spans))]


def _is_wrapped(text: str) -> bool:
    """Tell whether lines are cut at a column: most lines that another follows directly are 50-100 long."""
    if not _BLANK_LINE.search(text):
        return False
    blocks = [block.strip("\n").split("\n") for block in _BLANK_LINE.split(text)]
    inner = [len(line) for block in blocks for line in block[:-1]]
    return len(inner) >= 3 and sum(50 <= size <= 100 for size in inner) >= 0.8 * len(inner)


def sentences(forms: Sequence[str], spans: Sequence[Span], blocks: Sequence[Tokens]) -> list[Tokens]:
    """Cut paragraphs into sentences.

    Args:
        forms: the words of the report.
        spans: where each of them stands.
        blocks: its paragraphs.

    Returns:
        Token ranges, in order, without gaps, none longer than `LONGEST`.

    Example:
        >>> forms, spans = ["No", ".", "He", "left", "."], [(0, 2), (2, 3), (4, 6), (7, 11), (11, 12)]
        >>> sentences(forms, spans, [(0, 5)])
        [(0, 2), (2, 5)]
    """
    touches = [bool(i) and spans[i - 1][1] == span[0] for i, span in enumerate(spans)]
    ranges: list[Tokens] = []
    for first, last in blocks:
        start = first
        for index in range(first, last):
            cut = index + 1 < last and (_ends(forms, touches, index) or _ends_dateline(forms, first, index))
            if cut or index + 1 == last or index + 1 - start == LONGEST:
                ranges.append((start, index + 1))
                start = index + 1
    return ranges


def _ends_dateline(forms: Sequence[str], first: int, index: int) -> bool:
    """Tell whether a dash closes a dateline, which is no part of the sentence after it ("GENEVA, Feb 3 —")."""
    if forms[index] not in _DASHES or not 0 < index - first <= LONGEST_DATELINE:
        return False
    return len(forms[first]) > 2 and forms[first].isupper() and not forms[index + 1][0].islower()


def _ends(forms: Sequence[str], touches: Sequence[bool], index: int) -> bool:
    """Tell whether a sentence ends with this token (which is not the last of its paragraph)."""
    form, following = forms[index], forms[index + 1]
    if touches[index + 1]:
        return False  # a closing quotation mark, a bracket or another full stop belongs to this sentence
    while form in _CLOSING and touches[index]:
        index -= 1
        form = forms[index]
    opening = following if following[0].isalnum() or index + 2 >= len(forms) else forms[index + 2]
    if form in _FINAL:
        return not opening[0].islower()
    return (
        len(form) > 2
        and form[-1] == "."
        and form[0].isalpha()
        and following.lower() in _OPENERS
        and following[0].isupper()
    )
