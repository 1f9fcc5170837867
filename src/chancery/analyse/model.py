"""The model at run time: the only place where the ONNX runtime is called.

In: one window of word pieces. Out: numpy arrays of scores for its words.
What it does not know: text. One window a call, without padding, on one thread: dynamic int8 scales its
activations over all that a call holds, so neighbours would change the numbers (docs/decisions/003).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec
import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from chancery.errors import ModelError

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


class Card(msgspec.Struct, frozen=True):
    """The model card, `data/model/card.json`: what the files are, and what they were trained on.

    `labels` has the tags of each head in the order of the scores; `sha256` the digest of each file.
    """

    name: str
    labels: dict[str, list[str]]
    sha256: dict[str, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the first step says of one window.

    `states` (words, 384); `upos`, `xpos` (words,) tag numbers; `arcs` (words, 1 + words), column 0 the root;
    `entities` (words, tags); `cues` (words, 3); `events` (words, 1 + types), column 0 for no deed.
    """

    states: Floats
    upos: Ints
    xpos: Ints
    arcs: Floats
    entities: Floats
    cues: Floats
    events: Floats


@dataclass(frozen=True, slots=True)
class Linked:
    """What the second step says of one window.

    `labels` (words,) relation numbers; `links` (cues, words, 6), outside, begin and inside of each cue's source, then
    of its content; `status` (triggers, 5), `modes` (triggers, modes); `roles` (triggers, words, 5), no role first.
    """

    labels: Ints
    links: Floats
    status: Floats
    modes: Floats
    roles: Floats


class Model:
    """The two graphs, the tokenizer and the card; made once by `load`."""

    def __init__(self, card: Card, states: bytes, links: bytes, tokenizer: str) -> None:
        self.card = card
        self.tokenizer = Tokenizer.from_str(tokenizer)
        self._states = open_graph(states)
        self._links = open_graph(links)

    def knows(self, word: str) -> bool:
        """Tell whether a lower-case spelling is a word of the vocabulary by itself."""
        return self.tokenizer.token_to_id(word) is not None

    def see(self, pieces: list[int], casing: list[int], first: list[int], last: list[int]) -> Seen:
        """Run the first step over one window.

        Args:
            pieces: word-piece numbers, at most 512.
            casing: casing class of each piece.
            first: index of each word's first piece.
            last: index of each word's last piece.
        """
        feed = {"pieces": pieces, "casing": casing, "first": first, "last": last}
        return Seen(*self._states.run(None, {k: np.array(v, dtype=np.int64) for k, v in feed.items()}))

    def link(
        self, states: Floats, *, heads: list[int], cues: list[int], triggers: list[int], sentence: list[int]
    ) -> Linked:
        """Run the second step over the same window.

        Args:
            states: from `see`.
            heads: the head of each word in the window, the word itself for a root.
            cues: first word of each cue; at least one (any word, where there is none).
            triggers: words that may name a deed; at least one (any word, where there is none).
            sentence: sentence number of each word.
        """
        feed = {"heads": heads, "cues": cues, "sentence": sentence, "triggers": triggers}
        arrays = {k: np.array(v, dtype=np.int64) for k, v in feed.items()}
        return Linked(*self._links.run(None, {"states": states, **arrays}))


def open_graph(graph: bytes) -> onnxruntime.InferenceSession:
    """Open a graph on one thread, with results that do not depend on what ran before."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = False  # windows differ in size: the arena would keep the sum of them
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def open_model(folder: Traversable) -> Model:
    """Open the model in a folder.

    Args:
        folder: holds `card.json` and the files that it names.

    Raises:
        ModelError: a file is missing or is not the one of the card.
    """
    try:
        card = msgspec.json.decode((folder / "card.json").read_bytes(), type=Card)
        parts = {name: (folder / name).read_bytes() for name in card.sha256}
    except FileNotFoundError as error:
        raise ModelError(f"The model's file {error.filename} is missing: install chancery again.") from error
    for name, data in parts.items():
        if hashlib.sha256(data).hexdigest() != card.sha256[name]:
            raise ModelError(f"The model's file {name} is not that of card.json: install chancery again.")
    return Model(card, parts["states.onnx"], parts["links.onnx"], parts["tokenizer.json"].decode())


@cache
def load() -> Model:
    """Load the model that ships with the package; the same object at every call."""
    return open_model(files("chancery") / "data" / "model")
