"""Cast the actors of a hand-built report, so that tests of `resolve` can speak in names."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from chancery.analysis import Analysis, Tokens
from chancery.extract import actors as extract_actors
from chancery.extract import roles as extract_roles
from chancery.resolve import actors
from chancery.resolve.actors import Cast


def cast_of(
    analysis: Analysis,
    *,
    needed: Iterable[int] = (),
    published: str | None = None,
    speakers: Iterable[tuple[Tokens, int]] = (),
) -> Cast:
    """Find and resolve the actors of an analysis."""
    mentions = extract_actors.find(analysis, list(needed))
    roles = extract_roles.find(analysis, mentions)
    date = datetime.date.fromisoformat(published) if published is not None else None
    return actors.resolve(analysis, mentions, roles, date, speakers)


def names_at(cast: Cast, token: int) -> list[str]:
    """Return the names of all whom a token stands for."""
    return [cast.actor(actor).name for actor in cast.all_at(token)]
