"""Averages of runs: old weights count by their share, new heads stay as they are."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")


def test_old_weights_count_by_their_share_and_new_heads_stay_as_they_are() -> None:
    from training.average import average

    new = {"encoder": torch.tensor([1.0]), "event": torch.tensor([5.0])}
    mixed = average(new, {"encoder": torch.tensor([0.0])}, 0.25)
    assert {name: weight.item() for name, weight in mixed.items()} == {"encoder": 0.75, "event": 5.0}
