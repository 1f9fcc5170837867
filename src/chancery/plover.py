"""PLOVER's numbers: quad categories and conflict-cooperation scores of types and modes.

In: a type and a mode. Out: a quad category and a score.
What it does not know: what the types mean; `docs/codebook.md` says it. Source: PLOVER manual, 2021, table of scores.
"""

from __future__ import annotations

from typing import Literal

from chancery.record import EventType

Quad = Literal[1, 2, 3, 4]
"""1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""

QUADS: dict[EventType, Quad] = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "REQUEST": 3,
    "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "SANCTION": 3, "PROTEST": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
"""The manual puts SANCTION with verbal conflict, unlike later papers."""
TYPE_SCORES: dict[EventType, float] = {
    "AGREE": 2.5, "CONSULT": 2.5, "SUPPORT": 5, "CONCEDE": 4.5, "COOPERATE": 9.5, "AID": 10, "RETREAT": 6.5,
    "REQUEST": 0, "ACCUSE": -3, "REJECT": -2, "THREATEN": -3.5, "PROTEST": -5, "SANCTION": -6, "MOBILIZE": -5.5,
    "COERCE": -7, "ASSAULT": -9,
}  # fmt: skip
MODE_SCORES: dict[EventType, dict[str, float]] = {
    "CONSULT": {"visit": 4, "third-party": 1, "multilateral": 4, "phone": 1.5},
    "RETREAT": {"withdraw": 8, "release": 6.5, "disarm": 10, "ceasefire": 7.5, "access": 6.5, "resign": 4.5},
    "REQUEST": {"assist": 0.5, "change": -1, "yield": -1, "meet": 0},
    "ACCUSE": {"disapprove": -2, "investigate": -3.5, "allege": -3.5},
    "REJECT": {"assist": -1.5, "change": -2, "yield": -2, "meet": -2},
    "THREATEN": {"restrict": -3, "arrest": -3.5, "relations": -3.5, "expel": -3.5, "territory": -4, "violence": -3.5},
    "PROTEST": {"demo": -5, "riot": -7, "strike": -5, "hunger": -4.5, "boycott": -4.5, "obstruct": -4.5},
    "SANCTION": {"convict": -6, "expel": -5.5, "withdraw": -6, "discontinue": -6},
    "MOBILIZE": {"troops": -6.5, "weapons": -6.5, "police": -5.5, "militia": -6},
    "COERCE": {
        "seize": -7, "restrict": -7, "censor": -6.5, "curfew": -6.5, "martial-law": -7.5, "arrest": -7,
        "deport": -7, "withhold": -7, "misinformation": -6.5, "cyber": -7,
    },
    "ASSAULT": {
        "abduct": -8.5, "beat": -7.5, "torture": -8.5, "sexual": -8.5, "assassinate": -9.5, "destroy": -8.5,
        "primitive": -8, "firearms": -9, "explosives": -9, "suicide-attack": -9.5, "aerial": -9.5, "drone": -9.5,
        "heavy-weapons": -9.5, "crowd-control": -7.5, "unconventional": -10,
    },
}  # fmt: skip
"""The codebook has further modes without a score (`return`, `ban`, `rights`, `execute` …): the type's counts."""
MUTUAL: frozenset[EventType] = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types whose parties act alike ("mutual"): without a recipient they link each to each of the others."""


def score_of(kind: EventType, mode: str | None) -> float:
    """Return the conflict-cooperation score of a deed, -10 to 10.

    Example:
        >>> score_of("CONSULT", "visit"), score_of("COERCE", "ban")
        (4.0, -7.0)
    """
    return float(MODE_SCORES.get(kind, {}).get(mode or "", TYPE_SCORES[kind]))
