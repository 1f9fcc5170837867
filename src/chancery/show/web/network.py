"""Network: who acts on whom, drawn, with a table of the same numbers.

In: requests with filters. Out: pages.
What it does not know: SQL, forces; `layout` places the nodes, the template writes the drawing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import hypot, log1p
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from chancery.ask.answers import UNDERSTOOD, Answers
from chancery.ask.links import NEWEST
from chancery.errors import QueryError
from chancery.show.web.layout import named_below, placed
from chancery.show.web.lists import filters_of
from chancery.show.web.pages import Pages, number_in

MOST, LEAST, LARGEST = 40, 5, 100
"""Links that are drawn where nobody says how many, and how few and many can be asked for: more cross each other."""
WIDTH, HEIGHT, EDGE = 1180.0, 720.0, 80.0
"""Units of the drawing, and of its margin, in which names have room."""
LONG, LETTER, LINE = 26, 7.2, 17.0
"""Characters of the longest name that is drawn, and units of a letter's width and a line's height: as measured, 183 for
26 letters of 13 units."""
CURVE = 0.14
"""How far a link bends to its right, as a share of its length, so that there and back are two lines."""
THIN, THICK, SMALL, GREAT = 1.2, 7.0, 7.0, 20.0
"""Units of the thinnest and thickest link, and of the smallest and greatest node."""
EVEN = 1.0
"""Mean scores nearer to 0 than that are neither conflict nor cooperation: less than a request or a promise."""
COUNTRIES, ACTORS = "countries", "actors"


@dataclass(frozen=True, slots=True)
class Tie:
    """A link: between whom, what it counts and where that is listed; `both` if it has no direction."""

    source: str
    target: str
    events: int
    cooperation: int
    conflict: int
    score: float | None
    address: str
    both: bool = False

    @property
    def sort(self) -> str:
        """What it is for the most part: cooperation, conflict or even."""
        if self.score is None or abs(self.score) < EVEN:
            return "even"
        return "cooperation" if self.score > 0 else "conflict"


@dataclass(frozen=True, slots=True)
class Node:
    """A party: its name, where it stands, how large it is, where its page is, and what is said of it."""

    name: str
    x: float
    y: float
    radius: float
    address: str
    words: str
    below: bool = False

    @property
    def label(self) -> str:
        """The name, cut between words where it is long: screen readers ask that what is seen begins what is said."""
        if len(self.name) <= LONG:
            return self.name
        kept = self.name[:LONG].rpartition(" ")[0]
        return f"{kept} …" if kept else self.name

    @property
    def label_x(self) -> float:
        """Where the middle of the name stands, inside the drawing."""
        half = len(self.label) * LETTER / 2
        return round(max(min(self.x, WIDTH - half), half), 1)

    @property
    def label_y(self) -> float:
        """Where the foot of the name stands."""
        return round(self.y + self.radius + LINE - 3 if self.below else self.y - self.radius - 4, 1)


@dataclass(frozen=True, slots=True)
class Line:
    """A link as it is drawn: a path, its width, and what is said of it."""

    path: str
    width: float
    tie: Tie
    words: str


async def network(request: Request) -> Response:
    """Show who acts on whom."""
    pages: Pages = request.app.state.pages
    of = _of(request)
    filters = filters_of(request, "timeline" if of == ACTORS else "dyads")
    most = _most(request)

    def ask() -> list[dict[str, Any]]:
        with Answers(pages.db) as archive:
            if of == ACTORS:
                return list(archive.links(**filters, limit=most))
            return list(archive.pairs(**filters, limit=most))

    try:
        key = {**filters, "most": most, "of": of}
        rows = await run_in_threadpool(lambda: pages.recall("network", key, ask))
    except QueryError as error:
        return pages.show(request, "message.html", 400, words=str(error))
    ties, names, homes = (of_actors if of == ACTORS else of_countries)(rows, filters)
    nodes, lines = drawing(ties, names, homes)
    shared = {name: value for name, value in filters.items() if name in UNDERSTOOD["timeline"] & UNDERSTOOD["dyads"]}
    other = {**shared, "of": COUNTRIES if of == ACTORS else ACTORS}
    return pages.show(
        request, "network.html", of=of, filters=filters, most=most, least=LEAST, largest=LARGEST, nodes=nodes,
        lines=lines, ties=ties, other="/network?" + urlencode(other), names=names, homes=homes, width=WIDTH,
        height=HEIGHT, newest=NEWEST,
        known=sorted(UNDERSTOOD["timeline" if of == ACTORS else "dyads"] & OFFERED),
    )  # fmt: skip


OFFERED = frozenset({
    "actor", "country", "source", "target", "type", "status", "since", "until", "place", "words", "publisher",
})  # fmt: skip
"""The filters that the page offers; its address takes all."""
Names = dict[str, str]


def _of(request: Request) -> str:
    """Return what the network is of: what is asked for, or actors where a filter is given that only they understand."""
    asked = request.query_params.get("of", "")
    if asked in (COUNTRIES, ACTORS):
        return asked
    return ACTORS if set(filters_of(request, "timeline")) - UNDERSTOOD["dyads"] else COUNTRIES


def of_countries(rows: Iterable[dict[str, Any]], filters: dict[str, Any]) -> tuple[list[Tie], Names, Names]:
    """Return ties of countries by rows of `Answers.pairs`, with their names and addresses."""
    kept = {"status": "happened", **filters, "linked": "1"}
    kept = {name: value for name, value in kept.items() if name not in ("source", "target", "country")}
    ties = [
        Tie(
            row["source"], row["target"], row["events"], row["cooperation"], row["conflict"], row["mean_score"],
            "/events?" + urlencode({**kept, "source": row["source"], "target": row["target"]}),
        )
        for row in rows
    ]  # fmt: skip
    codes = dict.fromkeys(code for tie in ties for code in (tie.source, tie.target))
    return ties, {code: code for code in codes}, {code: f"/dyads?country={code}" for code in codes}


def of_actors(rows: Iterable[dict[str, Any]], filters: dict[str, Any]) -> tuple[list[Tie], Names, Names]:
    """Return ties of actors by rows of `Answers.links`, with their names and addresses."""
    ties: list[Tie] = []
    names: Names = {}
    for row in rows:
        a, b = str(row["a"]), str(row["b"])
        names |= {key: _named(row[f"{side}_name"], row[f"{side}_country"]) for key, side in ((a, "a"), (b, "b"))}
        address = "/events?" + urlencode({**filters, "party": f"{a},{b}", "newest": "1"})
        if not row["forth"] and row["back"]:
            a, b = b, a
        both = bool(row["forth"]) == bool(row["back"])
        ties.append(
            Tie(a, b, row["events"], row["cooperation"], row["conflict"], row["mean_score"], address, both)
        )  # fmt: skip
    return ties, names, {key: f"/actors/{key}" for key in names}


def _named(name: str, country: str | None) -> str:
    return f"{name} ({country})" if country else name


def drawing(ties: Sequence[Tie], names: Names, homes: Names) -> tuple[list[Node], list[Line]]:
    """Return the nodes and lines of a network.

    Args:
        ties: between keys of `names`; what a party does to itself is counted and not drawn.
        names: of the parties.
        homes: the addresses of their pages.
    """
    weights: Counter[str] = Counter()
    for tie in ties:
        weights.update({tie.source: tie.events})
        weights.update({tie.target: tie.events} if tie.target != tie.source else {})
    keys = [key for key, _ in sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))]
    spots = placed(keys, [(tie.source, tie.target, tie.events) for tie in ties])
    inside = {tie.source: tie.events for tie in ties if tie.source == tie.target}
    most = max(weights.values(), default=1)
    nodes = {
        key: Node(
            names[key], round(EDGE + spots[key][0] * (WIDTH - 2 * EDGE), 1),
            round(EDGE / 2 + spots[key][1] * (HEIGHT - EDGE), 1),
            round(SMALL + (GREAT - SMALL) * (weights[key] / most) ** 0.5, 1), homes[key],
            f"{names[key]}: {_deeds(weights[key])}" + (f", {inside[key]:,} of them inside" if key in inside else ""),
        )
        for key in keys
    }  # fmt: skip
    heaviest = max((tie.events for tie in ties if tie.source != tie.target), default=1)
    drawn = [tie for tie in ties if tie.source != tie.target]
    return _labelled(nodes, drawn), [_line(tie, nodes, names, heaviest) for tie in drawn]


def _labelled(nodes: dict[str, Node], ties: Iterable[Tie]) -> list[Node]:
    """Return the nodes with their names on the side on which these hide least."""
    leaving: dict[str, list[tuple[float, float]]] = {key: [] for key in nodes}
    for tie in ties:
        middle = _middle(nodes[tie.source], nodes[tie.target])
        for key in (tie.source, tie.target):
            x, y = _towards(nodes[key], middle, 1.0)
            leaving[key].append((x - nodes[key].x, y - nodes[key].y))
    boxes = [
        ((node.label_x, node.y), (len(node.label) * LETTER / 2, node.radius + LINE)) for node in nodes.values()
    ]  # fmt: skip
    below = named_below(boxes, list(leaving.values()))
    return [replace(node, below=turned) for node, turned in zip(nodes.values(), below, strict=True)]


def _middle(start: Node, end: Node) -> tuple[float, float]:
    """Return the point towards which the link of two nodes bends."""
    return (start.x + end.x - 2 * (end.y - start.y) * CURVE) / 2, (start.y + end.y + 2 * (end.x - start.x) * CURVE) / 2


def _deeds(count: int) -> str:
    return "1 deed" if count == 1 else f"{count:,} deeds"


def _line(tie: Tie, nodes: dict[str, Node], names: Names, heaviest: int) -> Line:
    """Return a link as a curve from the edge of one node to the edge of the other."""
    start, end = nodes[tie.source], nodes[tie.target]
    middle = _middle(start, end)
    width = THIN + (THICK - THIN) * log1p(tie.events) / log1p(heaviest)
    first = _towards(start, middle, start.radius)
    last = _towards(end, middle, end.radius + (0 if tie.both else width + 4))  # room for the arrow's head
    path = f"M{first[0]} {first[1]}Q{middle[0]:.1f} {middle[1]:.1f} {last[0]} {last[1]}"
    arrow = "and" if tie.both else "to"
    score = "" if tie.score is None else f", mean score {tie.score:.1f}"
    words = f"{names[tie.source]} {arrow} {names[tie.target]}: {_deeds(tie.events)}{score}"
    return Line(path, round(width, 1), tie, words)


def _towards(node: Node, point: tuple[float, float], far: float) -> tuple[float, float]:
    """Return the point so far from a node's middle on the way to another."""
    dx, dy = point[0] - node.x, point[1] - node.y
    length = max(hypot(dx, dy), 1.0)
    return round(node.x + dx * far / length, 1), round(node.y + dy * far / length, 1)


def _most(request: Request) -> int:
    return min(max(number_in(request.query_params.get("most"), MOST, 4), LEAST), LARGEST)
