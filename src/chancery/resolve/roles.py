"""Roles: from role mentions to the record, the same office of the same person once.

In: role mentions and the cast. Out: `record.Role`, in reading order.
What it does not know: how titles are found.
"""

from __future__ import annotations

from collections.abc import Sequence

from chancery.analysis import Analysis
from chancery.mentions import RoleMention
from chancery.record import Role
from chancery.resolve.actors import Cast
from chancery.resolve.aliases import words_of


def resolve(analysis: Analysis, roles: Sequence[RoleMention], cast: Cast) -> tuple[Role, ...]:
    """Write down who holds which office.

    Args:
        analysis: the report.
        roles: as `extract.roles.find` returns them.
        cast: who is who.

    Returns:
        Roles in reading order; of one office said twice the fullest wording.
    """
    kept: dict[tuple[str, int], tuple[RoleMention, Role]] = {}
    for k, role in enumerate(roles):
        person = cast.at(role.person)
        if person is None:
            continue
        made = _role(analysis, role, cast, person)
        same = next((key for key, (_, other) in kept.items() if _is_same(made, other)), None)
        if same is None:
            kept[(person, k)] = (role, made)
        elif _fullness(made) > _fullness(kept[same][1]):
            kept[same] = (role, made)
    return tuple(role for _, role in sorted(kept.values(), key=lambda pair: pair[0].tokens))


def _role(analysis: Analysis, role: RoleMention, cast: Cast, person: str) -> Role:
    """Write one role, its country from the person where the words tell none."""
    country = role.country or cast.actor(person).country
    return Role(
        person, role.title, role.organization, country, analysis.span(role.tokens), analysis.words(role.tokens), None
    )


def _is_same(one: Role, other: Role) -> bool:
    """Tell whether two roles are one office of one person: the words of one title hold those of the other."""
    if one.person != other.person:
        return False
    mine, theirs = set(words_of(one.title)), set(words_of(other.title))
    return mine <= theirs or theirs <= mine


def _fullness(role: Role) -> tuple[bool, int]:
    """Rank wordings: one that names the body first, then the longer title."""
    return role.organization is not None, len(role.title)
