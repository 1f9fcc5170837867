"""Export the trained model: `python -m training.export --run DIR --out src/chancery/data/model`.

In: `model.pt` and `labels.json` of a training run. Out: `states.onnx` and `links.onnx` (int8 where it costs
nothing), `tokenizer.json`, and the part of `card.json` that the loader needs.
Weights of matrix products become int8 (dynamic: activations are scaled at run time). Word-piece vectors
become int8 with one scale a row, which a lookup multiplies back.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.model import WIDTH, Reader
from training.train import backbone, tokenizer_of

OPSET = 17


class SmallEmbedding(nn.Module):
    """Word-piece vectors as int8 rows with a scale each."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True) / 127
        self.rows = nn.Parameter((weight / scale).round().to(torch.int8), requires_grad=False)
        self.scale = nn.Parameter(scale, requires_grad=False)

    def forward(self, pieces: Tensor) -> Tensor:
        """Look rows up and scale them back."""
        return self.rows[pieces].float() * self.scale[pieces]


class States(nn.Module):
    """The first step for one window, without a batch dimension outside."""

    def __init__(self, reader: Reader, *, small: bool) -> None:
        super().__init__()
        self.reader = reader
        if small:
            self.reader.encoder.word = SmallEmbedding(reader.encoder.word.weight.data)  # type: ignore[assignment]

    def forward(self, pieces: Tensor, casing: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        """All arguments `(n,)`; results as `chancery.analyse.model.Seen` says."""
        r = self.reader
        x = r.encoder(pieces[None], casing[None])[0]
        states = (x[first] + x[last]) * 0.5
        tags = (r.upos(states).argmax(-1), r.xpos(states).argmax(-1))
        return states, *tags, r.arcs(states[None])[0], r.entity(states), r.cue(states), r.event(states)


class LinksStep(nn.Module):
    """The second step for one window."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.labels, self.links = reader.labels, reader.links
        self.status, self.mode, self.roles = reader.status, reader.mode, reader.roles

    def forward(
        self, states: Tensor, heads: Tensor, cues: Tensor, sentence: Tensor, triggers: Tensor
    ) -> tuple[Tensor, ...]:
        """States (words, WIDTH), heads (words,), cues (cues,), sentence (words,), triggers (triggers,)."""
        labels = self.labels(states[None], heads[None])[0].argmax(-1)
        links = self.links(states[None], cues[None], sentence[None])[0]
        near = states[triggers]
        roles = self.roles(states[None], triggers[None], sentence[None])[0]
        return labels, links, self.status(near), self.mode(near), roles


def load_run(run: Path) -> tuple[Reader, dict[str, list[str]]]:
    """Load a trained model and its labels."""
    labels = json.loads((run / "labels.json").read_text())
    reader = Reader({kind: len(names) for kind, names in labels.items()})
    reader.load_state_dict(torch.load(run / "model.pt", map_location="cpu"))
    return reader.eval(), labels


def export(run: Path, out: Path, *, quantise: bool = True) -> None:
    """Write the model's files."""
    out.mkdir(parents=True, exist_ok=True)
    reader, labels = load_run(run)
    one = torch.arange(7)
    words = torch.tensor([0, 2, 5])
    links = LinksStep(reader)
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder)
        _trace(
            links,
            (torch.randn(3, WIDTH), *map(torch.tensor, ([1, 1, 1], [0, 2], [0, 0, 1], [2, 1]))),
            raw / "links.onnx",
            {"states": "words", "heads": "words", "cues": "cues", "sentence": "words", "triggers": "triggers"},
            ["labels", "links", "status", "modes", "roles"],
        )  # fmt: skip
        _trace(
            States(reader, small=quantise), (one, one % 6, words, torch.tensor([1, 4, 6])), raw / "states.onnx",
            {"pieces": "pieces", "casing": "pieces", "first": "words", "last": "words"},
            ["states", "upos", "xpos", "arcs", "entities", "cues", "events"],
        )  # fmt: skip
        for name in ("states.onnx", "links.onnx"):
            if quantise:
                quantize_dynamic(
                    raw / name, out / name, weight_type=QuantType.QInt8, per_channel=True,
                    op_types_to_quantize=["MatMul", "Gemm"], extra_options={"MatMulConstBOnly": True},
                )  # fmt: skip
            else:
                (out / name).write_bytes((raw / name).read_bytes())
    tokenizer_of(backbone()).save(str(out / "tokenizer.json"), pretty=False)
    names = ("states.onnx", "links.onnx", "tokenizer.json")
    digests = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in names}
    card = {"name": "en-2", "labels": labels, "sha256": digests}
    (out / "card.json").write_text(json.dumps(card, indent=1) + "\n")
    print({name: (out / name).stat().st_size for name in names})


def _trace(
    module: nn.Module, example: tuple[Tensor, ...], path: Path, axes: dict[str, str], outputs: list[str]
) -> None:
    """Trace a module to ONNX with free sizes."""
    torch.onnx.export(
        module.eval(), example, str(path), input_names=list(axes), output_names=outputs, opset_version=OPSET,
        dynamic_axes={name: {0: axis} for name, axis in axes.items()}, dynamo=False,
    )  # fmt: skip
    onnx.checker.check_model(str(path))


def main() -> None:
    """Export one run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="keep 32-bit weights, to measure what int8 costs")
    args = parser.parse_args()
    export(args.run, args.out, quantise=not args.float)


if __name__ == "__main__":
    main()
