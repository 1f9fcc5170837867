"""Drafts: attributions in the making, as rules and model fill them in.

In: nothing; this is the noun that the readers share. Out: `Draft`.
What it does not know: how any of it was found.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from chancery.analysis import Tokens
from chancery.extract.sources import Source
from chancery.record import Act


@dataclass(slots=True)
class Draft:
    """An attribution in the making.

    Attributes:
        head: the token that governs the cue; None without a cue.
        takes: the pattern that gave the content; "passive", "noun" or "" where the table has none.
        sure: whether commas, not trees, show where the content ends.
        phrase: whether the cue is more than a verb ("claimed responsibility").
        score: from 0 to 1; the others are as in `mentions.StatementMention`.
    """

    head: int | None
    cue: Tokens | None
    source: Source | None
    contents: tuple[Tokens, ...]
    act: Act
    score: float
    via: int | None = None
    addressee: int | None = None
    takes: str = ""
    sure: bool = False
    phrase: bool = False
    why: tuple[str, ...] = field(default_factory=tuple)
