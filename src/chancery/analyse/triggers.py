"""Triggers: from the scores of the event heads to words that may name a deed, with what hangs on them.

In: scores of one window. Out: `Trigger` values in report tokens.
What it does not know: trees, and whether a trigger is one; `extract.events` weighs it beside the lexicon.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from chancery.analyse.model import Linked
from chancery.analyse.spans import shares
from chancery.analysis import Trigger

Floats = NDArray[np.float32]
LIKELY = 0.1  # chance of any deed from which a word is looked at; below it the lexicon's hits were wrong 9 times in 10
SMALL = 0.03  # chance below which a type, mode or role is not kept


def likely(events: Floats) -> list[int]:
    """Return the words of a window that may name a deed; scores are `(words, 1 + types)`."""
    return [int(word) for word in np.flatnonzero(1 - shares(events)[:, 0] >= LIKELY)]


def triggers_of(
    words: Sequence[int], events: Floats, linked: Linked, labels: Mapping[str, Sequence[str]], start: int
) -> list[Trigger]:
    """Return the triggers of one window.

    Args:
        words: from `likely`.
        events: `(words, 1 + types)` scores.
        linked: the second step over the same triggers.
        labels: the labels of the heads event, status, mode and role.
        start: index of the window's first token in the report.
    """
    if not words:
        return []
    types, statuses, modes = shares(events), shares(linked.status), shares(linked.modes)
    roles = shares(linked.roles)  # (triggers, words, roles)
    found = []
    for row, word in enumerate(words):
        found.append(
            Trigger(
                word + start,
                _kept(types[word][1:], labels["event"][1:]),
                {name: round(float(share), 4) for name, share in zip(labels["status"], statuses[row], strict=True)},
                _kept(modes[row], labels["mode"]),
                _roles(roles[row], labels["role"], start),
            )
        )
    return found


def _kept(chances: Floats, names: Sequence[str]) -> dict[str, float]:
    """Return the names that are likely enough, the likeliest first."""
    order = np.argsort(-chances, kind="stable")
    return {names[i]: round(float(chances[i]), 4) for i in order if chances[i] >= SMALL}


def _roles(chances: Floats, names: Sequence[str], start: int) -> dict[str, dict[int, float]]:
    """Return for each role the words that are likely part of it; chances are `(words, roles)`, no role first."""
    found: dict[str, dict[int, float]] = {}
    words, roles = np.nonzero(chances[:, 1:] >= SMALL)
    shares_of = chances[words, roles + 1].tolist()
    for word, role, share in zip(words.tolist(), roles.tolist(), shares_of, strict=True):
        found.setdefault(names[role + 1], {})[word + start] = round(share, 4)
    return found
