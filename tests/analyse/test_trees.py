import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from chancery.analyse.trees import heads_of


def test_greedy_heads_stand_where_they_are_a_tree() -> None:
    scores = np.array([[0, 0, 9, 0], [9, 0, 0, 0], [0, 0, 9, 0]], dtype=np.float32)
    assert heads_of(scores) == [1, -1, 1]


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    scores = np.array([[1, 0, 10], [2, 10, 0]], dtype=np.float32)
    assert heads_of(scores) == [1, -1]


@given(
    st.integers(1, 9).flatmap(
        lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-8, 8, width=16, allow_nan=False))
    )
)
def test_any_scores_give_a_tree_with_one_root(scores: np.ndarray) -> None:
    heads = heads_of(scores)
    assert heads.count(-1) == 1
    for node in range(len(heads)):
        seen = set()
        while node >= 0:
            assert node not in seen
            seen.add(node)
            node = heads[node]
