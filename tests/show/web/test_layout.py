"""Nodes of a network stand apart, linked ones nearer than others, and always in the same places."""

from __future__ import annotations

from itertools import combinations
from math import dist
from statistics import mean

from hypothesis import given
from hypothesis import strategies as st

from chancery.show.web.layout import named_below, placed

TWO_GROUPS = [(a, b, 3.0) for group in ("abcd", "wxyz") for a, b in combinations(group, 2)]


def test_linked_nodes_are_nearer_than_others() -> None:
    spots = placed(list("awbxcydz"), TWO_GROUPS)
    within = mean(dist(spots[a], spots[b]) for a, b, _ in TWO_GROUPS)
    between = mean(dist(spots[a], spots[b]) for a in "abcd" for b in "wxyz")
    assert within < 0.75 * between


def test_the_same_network_stands_in_the_same_places() -> None:
    assert placed(list("abcd"), TWO_GROUPS[:6]) == placed(list("abcd"), TWO_GROUPS[:6])


def test_a_link_of_a_node_with_itself_pulls_nothing() -> None:
    assert placed(["a", "b"], [("a", "a", 9.0)]) == placed(["a", "b"], [])


def test_no_nodes_have_no_places() -> None:
    assert placed([], []) == {}


def test_a_name_stands_below_where_a_link_leaves_upwards() -> None:
    box = ((0.0, 0.0), (30.0, 20.0))
    leaving = [[(0.0, -1.0)], [(0.0, 1.0)], []]
    assert [named_below([box], [links]) for links in leaving] == [[True], [False], [False]]


def test_the_second_of_two_neighbours_has_its_name_where_there_is_room() -> None:
    boxes = [((0.0, 0.0), (30.0, 20.0)), ((20.0, 0.0), (30.0, 20.0)), ((200.0, 0.0), (30.0, 20.0))]
    assert named_below(boxes, [[], [], []]) == [False, True, False]


@given(st.integers(1, 30), st.data())
def test_all_nodes_are_in_the_square_and_apart(count: int, data: st.DataObject) -> None:
    nodes = [f"n{n}" for n in range(count)]
    pairs = st.tuples(st.sampled_from(nodes), st.sampled_from(nodes), st.floats(1, 1e6))
    spots = placed(nodes, data.draw(st.lists(pairs, max_size=60)))
    assert set(spots) == set(nodes)
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in spots.values())
    assert all(dist(spots[a], spots[b]) > 0.005 for a, b in combinations(nodes, 2))
