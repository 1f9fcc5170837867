"""Worldviews: the outlines of countries and disputed areas, and to whom each view draws an area that several claim.

In: the committed table `chancery/data/map.json` (`tools/build_map.py`), the name of a view. Out: outlines, choices.
What it does not know: events. A view changes what is drawn to whom, never the country that a record gives.
"""

from __future__ import annotations

from functools import cache

import msgspec

from chancery import knowledge
from chancery.errors import QueryError

NEUTRAL, HELD, UN = "neutral", "held", "un"


class Outline(msgspec.Struct, frozen=True):
    """A country as it is drawn where nobody else claims its land.

    Attributes:
        name: of the country.
        path: its outline, as SVG has it, in units of `projection`.
        x, y: the middle of its largest part.
        size: square units.
    """

    name: str
    path: str
    x: int
    y: int
    size: int


class Disputed(msgspec.Struct, frozen=True):
    """Land that several claim.

    Attributes:
        name: of the area.
        codes: countries in records whose events as a whole are the area's own, such as XKX.
        places: what the reader calls the area.
        administered: the state that administers it, and under which code; empty where that is no one state.
        authority: who administers it, in words, where that is no one state.
        claimed: who claims it, and under which code each counts it.
        un: to whom organs of the United Nations count it; empty where they leave it open.
        why: their resolution, or why it is open.
        recorded: codes that records have for it; none where they have none.
        path, x, y, size: as of a country.
    """

    name: str
    codes: tuple[str, ...]
    places: tuple[str, ...]
    administered: dict[str, str]
    authority: str
    claimed: dict[str, str]
    un: dict[str, str]
    why: str
    recorded: tuple[str, ...]
    path: str
    x: int
    y: int
    size: int


class Line(msgspec.Struct, frozen=True):
    """The line of a claim to land too narrow to be an area."""

    name: str
    administered: dict[str, str]
    claimed: dict[str, str]
    path: str


class World(msgspec.Struct, frozen=True):
    """All outlines, and what countries are called by their codes."""

    countries: dict[str, Outline]
    disputed: dict[str, Disputed]
    lines: tuple[Line, ...]
    names: dict[str, str]


@cache
def world() -> World:
    """Return the outlines, read once."""
    return msgspec.json.decode(knowledge.read_table("map.json"), type=World)


@cache
def views() -> dict[str, str]:
    """Return the views that can be chosen and what each is called: three of no state, then those of claimants."""
    claimants = {state for area in world().disputed.values() for state in area.claimed}
    called = sorted((world().names[state], state) for state in claimants)
    return {
        NEUTRAL: "to nobody, hatched",
        HELD: "to who administers them",
        UN: "as UN resolutions say",
        **{state: f"as {name} claims" for name, state in called},
    }


def check(view: str) -> str:
    """Return a view, the neutral one for none.

    Raises:
        QueryError: there is no such view.
    """
    chosen = view.strip() or NEUTRAL
    if chosen not in views():
        raise QueryError(f"There is no view {chosen!r}: there are {', '.join(views())}.")
    return chosen


def drawn_to(area: Disputed, view: str) -> str | None:
    """Return the code of the country to which a view draws an area, None where it stays hatched.

    Example:
        >>> crimea = world().disputed["crimea"]
        >>> [drawn_to(crimea, view) for view in ("neutral", "held", "un", "RUS", "CHN")]
        [None, 'RUS', 'UKR', 'RUS', None]
    """
    if view == NEUTRAL:
        return None
    if view in (HELD, UN):
        return next(iter((area.administered if view == HELD else area.un).values()), None)
    return area.claimed.get(view)


def described(area: Disputed | Line) -> str:
    """Return who administers and who claims, in words.

    Example:
        >>> described(world().disputed["kurils"])
        'administered by Russia, claimed by Japan and Russia'
    """
    names = world().names
    held = [names[state] for state in area.administered] or [getattr(area, "authority", "")]
    *others, last = sorted(names[state] for state in area.claimed)
    return f"administered by {held[0]}, claimed by {', '.join(others)}{' and ' if others else ''}{last}"
