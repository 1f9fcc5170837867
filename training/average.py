"""Average two runs: `python -m training.average --run RUN --old RUN --share 0.3 --out DIR`.

In: a run that learned something new and the run that it began from. Out: a run whose weights lie between them, those
that the old run lacks as they are. Averaging gives back most of what the old heads lost and keeps most of what is new
(Wortsman et al. 2022, robust fine-tuning); the new heads want a few passes of `--stage heads` afterwards.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch
from torch import Tensor


def average(new: dict[str, Tensor], old: dict[str, Tensor], share: float) -> dict[str, Tensor]:
    """Return the weights between two runs; `share` is that of the old one, 0 to 1."""
    mixed = {}
    for name, weight in new.items():
        before = old.get(name)
        known = before is not None and before.shape == weight.shape
        mixed[name] = (1 - share) * weight.float() + share * before.float() if known else weight  # type: ignore[union-attr]
    return mixed


def main() -> None:
    """Average and save."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("run", "old", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--share", type=float, required=True, help="of the old run, 0 to 1")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    new, old = (torch.load(run / "model.pt", map_location="cpu") for run in (args.run, args.old))
    torch.save(average(new, old, args.share), args.out / "model.pt")
    shutil.copy(args.run / "labels.json", args.out / "labels.json")


if __name__ == "__main__":
    main()
