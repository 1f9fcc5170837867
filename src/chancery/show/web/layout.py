"""Layout: where the nodes of a network and their names stand: linked ones near, none hidden by another.

In: nodes and weighted links. Out: positions in a unit square, and on which side of a node its name has room; the same
ones for the same network.
What it does not know: what the nodes are, and how they are drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

ROUNDS = 300
"""Steps after which forty nodes hardly move any more."""
START, END = 0.12, 0.002
"""How far a node may move in the first and in the last step, in sides of the square."""
NUDGE = 0.15
"""How far nodes start beside the circle at most: on it forces can balance each other before anything has moved."""
GRAVITY, PULL = 2.0, 0.25
"""How strongly nodes are drawn to the middle, so that parts without a link between them stay in sight, and the heaviest
link pulls. Of 16 pairs of values tried on two networks of an archive's countries and actors these leave the nearest
nodes of 52 with 75 units of 1,020 between them and links 114 long; with 0.35 and 1 they had 30."""
Point = tuple[float, float]
Positions = dict[str, Point]


def placed(nodes: Sequence[str], links: Iterable[tuple[str, str, float]]) -> Positions:
    """Place nodes by forces (Fruchterman and Reingold 1991, doi:10.1002/spe.4380211102).

    Args:
        nodes: in any order; they start on a circle in this one.
        links: pairs of nodes with a weight above 0; heavier ones pull more, by the root of it.

    Returns:
        For each node x and y, 0 to 1.

    Example:
        >>> placed(["a"], [])
        {'a': (0.5, 0.5)}
    """
    if len(nodes) < 2:
        return dict.fromkeys(nodes, (0.5, 0.5))
    pull = _pulls(nodes, links)
    turns = 2 * np.pi * np.arange(len(nodes)) / len(nodes)
    points = 0.5 + 0.4 * np.stack([np.cos(turns), np.sin(turns)], axis=1)  # (nodes, 2)
    points += np.random.default_rng(0).uniform(-NUDGE, NUDGE, points.shape)
    near = np.sqrt(1 / len(nodes))  # how far apart nodes are at rest
    for step in np.geomspace(START, END, ROUNDS):
        apart = points[:, None, :] - points[None, :, :]  # (nodes, nodes, 2)
        distance = np.maximum(np.sqrt((apart**2).sum(axis=2)), 1e-4)  # (nodes, nodes)
        force = near**2 / distance**2 - pull * distance / near
        moves = (apart * force[:, :, None]).sum(axis=1) + GRAVITY * (0.5 - points)
        length = np.maximum(np.sqrt((moves**2).sum(axis=1, keepdims=True)), 1e-9)
        points = points + moves / length * np.minimum(length, step)
    return dict(zip(nodes, _fitted(points), strict=True))


def named_below(boxes: Sequence[tuple[Point, Point]], leaving: Sequence[Sequence[Point]]) -> list[bool]:
    """Tell which nodes have their names below, since above there are links, or other nodes and names.

    Args:
        boxes: the middle of each node, and half the width and the height that it takes up with its name on one side,
            the earlier ones first to choose.
        leaving: the direction in which each link leaves each node, of length 1, y downwards.

    Example:
        >>> named_below([((0, 0), (30, 20))], [[(0, -1)]])
        [True]
    """
    taken: list[tuple[float, float, float, float]] = []
    chosen: list[bool] = []
    for (middle, size), links in zip(boxes, leaving, strict=True):
        costs = []
        for side in (-1, 1):  # above, below
            hidden = max((side * y for _, y in links), default=0.0)
            box = _beside(middle, size, side)
            costs.append(max(hidden, 0.0) + sum(_meet(box, other) for other in taken))
        chosen.append(costs[1] < costs[0])
        taken.append(_beside(middle, size, 1 if chosen[-1] else -1))
    return chosen


def _beside(middle: Point, size: Point, side: int) -> tuple[float, float, float, float]:
    """Return the left, right, top and bottom of a node with its name above (-1) or below (1)."""
    x, y = middle
    top, bottom = sorted((y, y + side * size[1]))
    return x - size[0], x + size[0], top, bottom


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def _pulls(nodes: Sequence[str], links: Iterable[tuple[str, str, float]]) -> np.ndarray:
    """Return how strongly each node is pulled to each other: (nodes, nodes), at most `PULL`."""
    index = {node: n for n, node in enumerate(nodes)}
    pull = np.zeros((len(nodes), len(nodes)))
    for source, target, weight in links:
        if source != target:
            pull[index[source], index[target]] += weight
            pull[index[target], index[source]] += weight
    most = pull.max()
    return np.asarray(PULL * np.sqrt(pull / most)) if most else pull


def _fitted(points: np.ndarray) -> list[tuple[float, float]]:
    """Return points moved and scaled into the unit square."""
    low, high = points.min(axis=0), points.max(axis=0)
    size = np.maximum(high - low, 1e-9)
    return [(round(float(x), 4), round(float(y), 4)) for x, y in (points - low) / size]
