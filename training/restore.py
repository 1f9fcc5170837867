"""Restore weights for training from an exported model: `python -m training.restore --model DIR --out DIR`.

In: `states.onnx`, `links.onnx` and `card.json` as `training.export` writes them. Out: `model.pt` and `labels.json`,
as `training.train` writes them, each weight as exact as its eight bits are. Heads that the export lacks
(those with a loss in training only, or newer ones) are left out; `training.train --start` begins them anew.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from training.model import LAYERS

Arrays = dict[str, NDArray[np.generic]]
STATES = [
    *(f"encoder.layers.{n}.{part}" for n in range(LAYERS) for part in ("qkv", "out", "up", "down")),
    "upos", "xpos", "arcs.dependent", "arcs.governor", "arcs.between", "arcs.prior",
    "entity.0", "entity.2", "cue.0", "cue.2", "event.0", "event.2",
]  # fmt: skip
"""Matrix products of the first step, in the order in which the graph has them."""
LINKS = [
    "labels.dependent", "labels.governor", "labels.out", "links.word", "links.cue", "links.mix", "links.out",
    "roles.word", "roles.cue", "roles.mix", "roles.out", "status.0", "status.2", "mode",
]  # fmt: skip
"""Matrix products of the second step, in the order in which the graph has them."""


def restore(model: Path) -> dict[str, Tensor]:
    """Return the weights of an exported model, by the names that `training.model.Reader` gives them."""
    found: dict[str, Tensor] = {}
    for name, products in (("states.onnx", STATES), ("links.onnx", LINKS)):
        arrays = {i.name: numpy_helper.to_array(i) for i in onnx.load(model / name).graph.initializer}
        found |= {key.removeprefix("reader."): torch.tensor(value) for key, value in arrays.items() if _is_plain(key)}
        quantised = [key.removesuffix("_quantized") for key in arrays if key.endswith("_quantized")]
        for product, key in zip(products, quantised, strict=False):
            found[f"{product}.weight"] = torch.tensor(_product(arrays, key).T.copy())
    rows = found.pop("encoder.word.rows").float() * found.pop("encoder.word.scale")
    return found | {"encoder.word.weight": rows}


def _is_plain(key: str) -> bool:
    """Tell whether an array is kept under its own name."""
    return "::" not in key and "_Transposed" not in key


def _product(arrays: Arrays, key: str) -> NDArray[np.float32]:
    """Return a matrix `(in, out)` from its eight bits and the scale of each column."""
    scale = arrays[f"{key}_scale"].astype(np.float32)
    shifted = arrays[f"{key}_quantized"].astype(np.float32) - arrays[f"{key}_zero_point"].astype(np.float32)
    return shifted * scale


def main() -> None:
    """Restore one model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save(restore(args.model), args.out / "model.pt")
    labels = json.loads((args.model / "card.json").read_text())["labels"]
    (args.out / "labels.json").write_text(json.dumps(labels, indent=1))


if __name__ == "__main__":
    main()
