"""Marks over a text overlap and nest, and none is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from chancery.show.web.layers import Mark, lanes_of, pieces_of

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: (min(pair), max(pair)))
MARKS = st.lists(st.builds(Mark, SPANS, st.sampled_from(["e1", "s1", "f1"]), st.just("event")), max_size=12)


@given(MARKS)
def test_pieces_cover_the_text_once(marks: list[Mark]) -> None:
    pieces = pieces_of((0, 40), marks)
    assert [n for piece in pieces for n in range(*piece.span)] == list(range(40))


@given(MARKS)
def test_every_mark_covers_its_span_and_nothing_else(marks: list[Mark]) -> None:
    pieces = pieces_of((0, 40), marks)
    for mark in marks:
        covered = [n for piece in pieces if any(m is mark for _, m in piece.marks) for n in range(*piece.span)]
        assert covered == list(range(*mark.span))


@given(MARKS)
def test_marks_that_share_text_have_lanes_of_their_own(marks: list[Mark]) -> None:
    for piece in pieces_of((0, 40), marks):
        lanes = [lane for lane, _ in piece.marks]
        assert len(lanes) == len(set(lanes))


def test_a_mark_beyond_the_paragraph_is_cut_off() -> None:
    pieces = pieces_of((10, 20), [Mark((5, 12), "e1", "event")])
    assert [(piece.span, len(piece.marks)) for piece in pieces] == [((10, 12), 1), ((12, 20), 0)]


def test_a_lane_is_used_again() -> None:
    assert lanes_of([Mark((0, 3), "a", "event"), Mark((3, 6), "b", "event")]) == [0, 0]
