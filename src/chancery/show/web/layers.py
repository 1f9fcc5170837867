"""Layers: overlapping and nested findings over one text, none dropped.

In: spans, each with what it marks. Out: pieces of the text with the marks that cover them, each mark on a lane of its
own wherever it runs, so that underlines never meet.
What it does not know: HTML, colours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from chancery.record import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to be marked: the finding it belongs to ("e1"), its kind and what tells it apart (a status, a part)."""

    span: Span
    of: str
    kind: str
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text, and the marks that cover it with their lanes, the lowest lane last."""

    span: Span
    marks: tuple[tuple[int, Mark], ...]


def lanes_of(marks: Sequence[Mark]) -> list[int]:
    """Return a lane for each mark, such that marks which share text have different ones.

    Args:
        marks: in any order; longer ones get the lower lanes where they begin together.

    Example:
        >>> lanes_of([Mark((0, 9), "s1", "statement"), Mark((2, 4), "e1", "event"), Mark((9, 12), "e2", "event")])
        [0, 1, 0]
    """
    lanes = [0] * len(marks)
    open_until: list[int] = []  # of each lane, where its last mark ends
    order = sorted(range(len(marks)), key=lambda n: (marks[n].span[0], -marks[n].span[1], marks[n].of, n))
    for n in order:
        start, end = marks[n].span
        lane = next((lane for lane, until in enumerate(open_until) if until <= start), len(open_until))
        open_until[lane : lane + 1] = [end]
        lanes[n] = lane
    return lanes


def pieces_of(span: Span, marks: Iterable[Mark]) -> list[Piece]:
    """Cut a stretch of text at every edge of a mark.

    Args:
        span: the stretch, a paragraph.
        marks: those that touch it; what reaches beyond it is cut off.

    Returns:
        Pieces in order, without gaps; their words together are the stretch.
    """
    start, end = span
    inside = [mark for mark in marks if mark.span[0] < end and mark.span[1] > start and mark.span[0] < mark.span[1]]
    lanes = lanes_of(inside)
    edges = {start, end} | {min(max(edge, start), end) for mark in inside for edge in mark.span}
    cuts = sorted(edges)
    pieces = []
    for first, last in pairwise(cuts):
        over = [(lane, m) for lane, m in zip(lanes, inside, strict=True) if m.span[0] <= first and last <= m.span[1]]
        pieces.append(Piece((first, last), tuple(sorted(over, key=lambda pair: -pair[0]))))
    return pieces
