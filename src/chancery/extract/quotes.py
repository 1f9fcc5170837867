"""Quotations: which tokens stand between quotation marks, also where a mark was lost.

In: an `Analysis`. Out: `Quote`s in reading order, and the `Scene` that marks them token by token.
What it does not know: who speaks.

A quotation may hold several sentences. One that is never closed ends with its paragraph, as English
printers do it when the next paragraph goes on; one that is never opened starts with its sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chancery.analysis import Analysis, Tokens

OPENERS = frozenset(["“", "``", "«", "„"])
CLOSERS = frozenset(["”", "''", "»"])
STRAIGHT = '"'
SINGLE_OPENER = "‘"
SINGLE_CLOSERS = frozenset(["’", "'"])
MARKS = OPENERS | CLOSERS | {STRAIGHT, SINGLE_OPENER} | SINGLE_CLOSERS


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks: `tokens` includes them where they stand."""

    tokens: Tokens
    opened: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """A report with its quotations: `quoted` marks tokens, `quote_of` gives each its quotation or -1."""

    analysis: Analysis
    quotes: list[Quote]
    quoted: bytearray
    quote_of: list[int]


def scene_of(analysis: Analysis) -> Scene:
    """Return a report with its quotations marked token by token."""
    found = find(analysis)
    quoted, quote_of = bytearray(len(analysis)), [-1] * len(analysis)
    for index, quote in enumerate(found):
        for token in range(*quote.tokens):
            quoted[token], quote_of[token] = 1, index
    return Scene(analysis, found, quoted, quote_of)


def find(analysis: Analysis) -> list[Quote]:
    """Find the quotations of a report.

    Quotations inside quotations belong to the outer one.

    Args:
        analysis: the report.

    Returns:
        Quotations in reading order; they neither overlap nor cross a paragraph.

    Example:
        Of the paragraph ``“No. Never,” he said.`` the first six tokens are one quotation.
    """
    found: list[Quote] = []
    marked = [token for token, form in enumerate(analysis.forms) if form in MARKS]
    at = 0
    for paragraph in analysis.paragraphs:
        first = at
        while at < len(marked) and marked[at] < paragraph[1]:
            at += 1
        found.extend(_paragraph(analysis, paragraph, marked[first:at]))
    return found


def _paragraph(analysis: Analysis, paragraph: Tokens, marked: list[int]) -> Iterator[Quote]:
    """Pair the marks of one paragraph."""
    start: int | None = None
    closing = ""
    free = paragraph[0]  # tokens before this one belong to a quotation already
    for token in marked:
        kind = _kind(analysis, token, is_open=start is not None)
        if kind == "open" and start is None:
            start, closing = token, "'" if analysis.forms[token] in SINGLE_CLOSERS | {SINGLE_OPENER} else STRAIGHT
        elif kind == "close" and start is not None and _closes(analysis.forms[token], closing):
            yield Quote((start, token + 1), opened=True, closed=True)
            start, free = None, token + 1
        elif kind == "close" and start is None and analysis.forms[token] not in SINGLE_CLOSERS:
            first = max(free, analysis.sentence(token)[0])
            yield Quote((first, token + 1), opened=False, closed=True)
            free = token + 1
    if start is not None and closing == STRAIGHT:
        yield Quote((start, paragraph[1]), opened=True, closed=False)


def _closes(form: str, closing: str) -> bool:
    """Tell whether a closing mark is of the same kind, single or double, as the opening one."""
    return (form in SINGLE_CLOSERS) == (closing == "'")


def _kind(analysis: Analysis, token: int, *, is_open: bool) -> str:
    """Tell what a mark does: "open", "close", or "" for an apostrophe."""
    form = analysis.forms[token]
    if form in OPENERS or form == SINGLE_OPENER:
        return "open"
    before = token > 0 and analysis.ends[token - 1] == analysis.starts[token]
    after = token + 1 < len(analysis) and analysis.starts[token + 1] == analysis.ends[token]
    if form in CLOSERS:
        return "open" if form == "''" and after and not before else "close"
    if form in SINGLE_CLOSERS:
        if before:
            return "close" if not after or analysis.upos[token + 1] == "PUNCT" else ""
        return "open" if after and form == "'" else ""
    if before != after:
        return "close" if before else "open"
    return "close" if is_open else "open"
