from hypothesis import given
from hypothesis import strategies as st

from chancery.analyse.windows import pack


def test_a_paragraph_that_fits_is_never_cut() -> None:
    assert pack([60, 60, 60], [True, False, True], 130) == [(0, 1), (1, 3)]


def test_a_paragraph_that_does_not_fit_is_cut_between_sentences() -> None:
    assert pack([60, 60, 60], [False, False, True], 130) == [(0, 2), (2, 3)]


@given(st.lists(st.tuples(st.integers(1, 300), st.booleans()), max_size=40))
def test_windows_hold_every_sentence_once_and_overflow_only_alone(rows: list[tuple[int, bool]]) -> None:
    sizes = [size for size, _ in rows]
    windows = pack(sizes, [closed for _, closed in rows], 192)
    assert [i for a, b in windows for i in range(a, b)] == list(range(len(rows)))
    assert all(b - a == 1 or sum(sizes[a:b]) <= 192 for a, b in windows)
