"""Triggers: words whose chance of a deed is worth a look, with what hangs on them, in words of the report."""

from __future__ import annotations

import numpy as np

from chancery.analyse.model import Linked
from chancery.analyse.triggers import likely, triggers_of

LABELS = {
    "event": ["O", "AID", "COERCE"],
    "status": ["happened", "planned"],
    "mode": ["-", "arrest"],
    "role": ["-", "actor", "recipient"],
}
EVENTS = np.array([[9, 0, 0], [0, 0, 9], [9, 0, 0]], dtype=np.float32)
LINKED = Linked(
    labels=np.zeros(3, dtype=np.int64),
    links=np.zeros((1, 3, 6), dtype=np.float32),
    status=np.array([[0, 9]], dtype=np.float32),
    modes=np.array([[0, 9]], dtype=np.float32),
    roles=np.array([[[0, 9, 0], [9, 0, 0], [0, 0, 9]]], dtype=np.float32),
)


def test_words_that_surely_name_no_deed_are_passed_over() -> None:
    assert likely(EVENTS) == [1]


def test_a_trigger_tells_what_hangs_on_it() -> None:
    (one,) = triggers_of([1], EVENTS, LINKED, LABELS, 10)
    assert (one.token, list(one.types), list(one.modes)) == (11, ["COERCE"], ["arrest"])
    assert {role: list(words) for role, words in one.roles.items()} == {"actor": [10], "recipient": [12]}
    assert max(one.statuses, key=lambda s: one.statuses[s]) == "planned"


def test_a_window_without_triggers_has_none() -> None:
    assert triggers_of([], EVENTS, LINKED, LABELS, 0) == []
