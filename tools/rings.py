"""Rings: outlines that share their edges, put together, cut, and simplified so that they still share them.

In: rings of points, each edge between neighbours the same points in both. Out: other such rings.
What it does not know: files, names, projections.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import hypot

Point = tuple[float, float]
Ring = list[Point]
"""Points in order; the last one is joined to the first, which is not repeated."""
Areas = dict[str, list[Ring]]

JOINED = 0.03
"""Degrees between the ends of two pieces of one line: Natural Earth's pieces meet, a few only nearly."""


def dissolved(rings: Iterable[Ring]) -> list[Ring]:
    """Return the outlines of what rings cover together: edges that run both ways are inside and fall away.

    Raises:
        ValueError: a ring that does not close, which happens where a cut runs along an edge.
    """
    edges = {edge for ring in rings for edge in zip(ring, [*ring[1:], ring[0]], strict=True)}
    onward: dict[Point, list[Point]] = defaultdict(list)
    for start, end in sorted(edges):
        if (end, start) not in edges:
            onward[start].append(end)
    found = []
    for start in sorted(onward):
        while onward[start]:
            ring, here = [], start
            while onward[here]:
                ring.append(here)
                here = onward[here].pop()
            if here != start:
                raise ValueError(f"the outline that begins at {start} ends at {here}")
            found.append(ring)
    return found


def chained(pieces: Iterable[Sequence[Point]]) -> list[Ring]:
    """Return lines put together from pieces whose ends meet, in any order and direction."""
    lines: list[Ring] = []
    rest = [list(piece) for piece in pieces]
    while rest:
        line = rest.pop(0)
        while joints := [joint for n, piece in enumerate(rest) for joint in _joints(line, piece, n)]:
            _, n, line = min(joints)
            rest.pop(n)
        lines.append(line)
    return lines


def _joints(line: Ring, piece: Ring, n: int) -> Iterator[tuple[float, int, Ring]]:
    """Yield how a piece could go on with a line: the gap between them, the piece's number, both together."""
    for one in (line, line[::-1]):
        for other in (piece, piece[::-1]):
            gap = distance(one[-1], other[0])
            if gap <= JOINED:
                yield gap, n, one + (other if gap else other[1:])


def cut(ring: Ring, line: Ring) -> tuple[Ring, Ring]:
    """Return the two rings into which a line cuts one; its ends are joined to the ring's nearest points."""
    first, last = (min(range(len(ring)), key=lambda n: distance(ring[n], end)) for end in (line[0], line[-1]))
    inner = line[1:-1]
    if first > last:
        first, last, inner = last, first, inner[::-1]
    there, back = ring[first : last + 1], ring[last:] + ring[: first + 1]
    return there + inner[::-1], back + inner


def holds(ring: Ring, point: Point) -> bool:
    """Tell whether a point lies in a ring."""
    inside = False
    x, y = point
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def area(ring: Ring) -> float:
    """Return how large a ring is, whichever way round it goes."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2


def distance(one: Point, other: Point) -> float:
    """Return how far two points are apart."""
    return hypot(one[0] - other[0], one[1] - other[1])


def simplified(areas: Areas, least: float) -> Areas:
    """Return areas with fewer points: a line between two areas is simplified once, for both.

    Args:
        areas: rings by name.
        least: the smallest triangle, of a point and its neighbours, for which it is kept (Visvalingam and Whyatt 1993).
    """
    ends = _ends(ring for rings in areas.values() for ring in rings)
    made: dict[tuple[Point, ...], Ring] = {}
    return {
        name: [one for ring in rings if len(one := _ring_of(ring, ends, made, least)) > 2]
        for name, rings in areas.items()
    }


def _ends(rings: Iterable[Ring]) -> set[Point]:
    """Return the points where lines begin and end: those that have more than two neighbours in all rings together."""
    beside: dict[Point, set[Point]] = defaultdict(set)
    for ring in rings:
        for before, point, after in zip([ring[-1], *ring], ring, [*ring[1:], ring[0]], strict=False):
            beside[point] |= {before, after}
    return {point for point, others in beside.items() if len(others) > 2}


def _ring_of(ring: Ring, ends: set[Point], made: dict[tuple[Point, ...], Ring], least: float) -> Ring:
    at = [n for n, point in enumerate(ring) if point in ends] or [ring.index(min(ring))]
    if len(at) == 1:  # one end is too few to keep a shape: the farthest point is another
        far = max(range(len(ring)), key=lambda n: distance(ring[n], ring[at[0]]))
        at = sorted({at[0], far})
    found: Ring = []
    for start, stop in zip(at, [*at[1:], at[0] + len(ring)], strict=True):
        line = [ring[n % len(ring)] for n in range(start, stop + 1)]
        found += _line_of(line, made, least)[:-1]
    return found


def _line_of(line: Ring, made: dict[tuple[Point, ...], Ring], least: float) -> Ring:
    """Return a line simplified, in its own direction; it is simplified once in the direction that sorts first."""
    turned = line[::-1] < line
    key = tuple(line[::-1] if turned else line)
    if key not in made:
        made[key] = _thinned(list(key), least)
    return made[key][::-1] if turned else made[key]


def _thinned(line: Ring, least: float) -> Ring:
    """Return a line without the points whose triangles are smaller than `least`, the smallest ones first."""
    from heapq import heapify, heappop, heappush

    before, after = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))
    size = [float("inf"), *(area(line[n - 1 : n + 2]) for n in range(1, len(line) - 1)), float("inf")]
    heap = [(size[n], n) for n in range(1, len(line) - 1)]
    heapify(heap)
    gone = [False] * len(line)
    while heap and heap[0][0] < least:
        now, n = heappop(heap)
        if gone[n] or now != size[n]:
            continue
        gone[n] = True
        left, right = before[n], after[n]
        after[left], before[right] = right, left
        for m in (left, right):
            if 0 < m < len(line) - 1:
                size[m] = max(now, area([line[before[m]], line[m], line[after[m]]]))
                heappush(heap, (size[m], m))
    return [point for point, lost in zip(line, gone, strict=True) if not lost]
