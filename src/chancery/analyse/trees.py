"""Trees: from arc scores to one well-formed tree a sentence.

In: scores of every word for every head. Out: a head for each word, one root, no cycle.
Greedy heads are taken where they already form a tree; else the maximum spanning tree
(Chu and Liu 1965, Edmonds 1967), the root chosen among the likeliest.
What it does not know: words or labels.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

ROOTS_TRIED = 3  # on UD English GUM dev the best root is among the three likeliest in all but odd fragments
BLOCKED = -1e9
CONTRACTIONS = 12  # cycles broken the best way; sentences of news need up to four, junk needs one every other word

Scores = NDArray[np.float32]


def heads_of(scores: Scores) -> list[int]:
    """Return the head of each word.

    Args:
        scores: `(words, 1 + words)`; column 0 is the root, column j + 1 the word j.

    Returns:
        For each word the index of its head, -1 for the root; exactly one root, no cycles.

    Example:
        >>> heads_of(np.array([[0, 0, 5], [4, 0, 0]], dtype=np.float32))
        [1, -1]
    """
    size = len(scores)
    if size == 1:
        return [-1]
    scores = scores.copy()
    scores[np.arange(size), np.arange(1, size + 1)] = BLOCKED
    greedy: list[int] = (scores.argmax(1) - 1).tolist()
    if greedy.count(-1) == 1 and _cycle(greedy) is None:
        return greedy
    likeliest = np.argsort(-scores[:, 0], kind="stable")[:ROOTS_TRIED].tolist()
    trees = [_rooted(scores[:, 1:], root) for root in likeliest]
    totals = [
        float(scores[root, 0] + sum(scores[w, h + 1] for w, h in enumerate(tree) if h >= 0))
        for root, tree in zip(likeliest, trees, strict=True)
    ]
    return trees[totals.index(max(totals))]


def _rooted(scores: Scores, root: int) -> list[int]:
    """Return the best tree with the given root; scores are `(words, words)`."""
    weights = scores.astype(np.float64)
    weights[root] = BLOCKED
    heads = _edmonds(weights, root, CONTRACTIONS)
    heads[root] = -1
    return heads


def _edmonds(weights: NDArray[np.float64], root: int, left: int) -> list[int]:
    """Return the head of each node in the maximum arborescence; `weights[i, j]` scores j as head of i.

    `left` is how many more cycles are broken the best way; after them a cycle's first word goes to the root.
    """
    size = len(weights)
    best = weights.argmax(1)
    heads = [-1 if node == root else int(best[node]) for node in range(size)]
    cycle = _cycle(heads)
    while cycle is not None and not left:
        heads[min(cycle)] = root
        cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.array(cycle, dtype=np.intp)
    outside = np.setdiff1d(np.arange(size), inside)
    held = weights[inside, [heads[node] for node in cycle]]
    # Entering the cycle at a node breaks its arc there: gain of the new arc over the broken one.
    entering = weights[np.ix_(inside, outside)] - held[:, None]
    leaving = weights[np.ix_(outside, inside)]
    small = np.full((len(outside) + 1, len(outside) + 1), BLOCKED)
    small[:-1, :-1] = weights[np.ix_(outside, outside)]
    small[-1, :-1] = entering.max(0)
    small[:-1, -1] = leaving.max(1)
    contracted = _edmonds(small, int(np.flatnonzero(outside == root)[0]), left - 1)
    for number, node in enumerate(outside.tolist()):
        head = contracted[number]
        if head == len(outside):
            heads[node] = cycle[int(leaving[number].argmax())]
        elif head >= 0:
            heads[node] = int(outside[head])
    source = contracted[-1]
    entry = cycle[int(entering[:, source].argmax())]
    heads[entry] = int(outside[source])
    return heads


def _cycle(heads: list[int]) -> list[int] | None:
    """Return the nodes of one cycle, or None."""
    state = [0] * len(heads)  # 0 unseen, else the number of the walk that came by
    for walk, start in enumerate(range(len(heads)), 1):
        node = start
        while node >= 0 and not state[node]:
            state[node] = walk
            node = heads[node]
        if node >= 0 and state[node] == walk:
            cycle = [node]
            while heads[cycle[-1]] != node:
                cycle.append(heads[cycle[-1]])
            return cycle
    return None
