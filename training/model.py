"""The model: one MiniLM encoder, several heads, in two steps that the reader decides between.

`states` turns word pieces into one vector a word and scores what stands by itself: tags, arcs, entities,
cues, triggers of events. `links` takes the reader's decisions (the head of each word, the cues, the triggers) and
scores what hangs on them: relation labels, for each cue which words are its source and its content, for each trigger
its status, its mode, and which words are its actor, recipient, time and place.

Shapes: pieces `(windows, pieces)`, words `(windows, words)`, cues `(windows, cues)`, triggers `(windows, triggers)`.
Backbone: all-MiniLM-L6-v2 (Apache-2.0). Arcs: Dozat and Manning 2017, deep biaffine attention.
"""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

WIDTH = 384
LAYERS = 6
HEADS = 12
CASES = 6  # lower, Title, UPPER, mIxed, digit, other
ARC = 256
LABEL = 128
LINK = 160
DROP = 0.15  # inside the heads that link: without it they over-fit, docs/log.md
NEAR = 65  # buckets of the signed distance from the cue


class Layer(nn.Module):
    """A transformer layer as BERT has it (post-norm), without attention dropout."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """x: (windows, pieces, WIDTH); bias: (windows, 1, 1, pieces), added to the attention scores."""
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) * (1 / math.sqrt(WIDTH // HEADS))
        if bias is not None:
            scores = scores + bias
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(b, t, WIDTH)
        x = self.norm1(x + self.out(mixed))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Encoder(nn.Module):
    """Word pieces with their casing to contextual vectors."""

    def __init__(self, vocabulary: int = 30522, positions: int = 512) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, WIDTH)
        self.position = nn.Embedding(positions, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.case = nn.Embedding(CASES, WIDTH)
        nn.init.zeros_(self.case.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, pieces: Tensor, casing: Tensor, mask: Tensor | None = None) -> Tensor:
        """Return (windows, pieces, WIDTH); mask is 1 for pieces and 0 for padding."""
        places = self.position.weight[: pieces.shape[1]]
        x = self.norm(self.word(pieces) + places + self.kind + self.case(casing))
        bias = None if mask is None else (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load_minilm(self, weights: dict[str, Tensor]) -> None:
        """Take the pretrained weights (names as in a Hugging Face BERT checkpoint)."""
        get = lambda name: weights.get(name, weights.get("bert." + name))  # noqa: E731
        with torch.no_grad():
            self.word.weight.copy_(get("embeddings.word_embeddings.weight"))
            self.position.weight.copy_(get("embeddings.position_embeddings.weight"))
            self.kind.copy_(get("embeddings.token_type_embeddings.weight")[0])
            self._copy(self.norm, get, "embeddings.LayerNorm")
            for number, layer in enumerate(self.layers):
                at = f"encoder.layer.{number}."
                for which, part in enumerate(("query", "key", "value")):
                    rows = slice(which * WIDTH, (which + 1) * WIDTH)
                    layer.qkv.weight[rows] = get(f"{at}attention.self.{part}.weight")
                    layer.qkv.bias[rows] = get(f"{at}attention.self.{part}.bias")
                self._copy(layer.out, get, at + "attention.output.dense")
                self._copy(layer.norm1, get, at + "attention.output.LayerNorm")
                self._copy(layer.up, get, at + "intermediate.dense")
                self._copy(layer.down, get, at + "output.dense")
                self._copy(layer.norm2, get, at + "output.LayerNorm")

    @staticmethod
    def _copy(module: nn.Module, get, name: str) -> None:  # type: ignore[no-untyped-def]
        module.weight.copy_(get(name + ".weight"))
        module.bias.copy_(get(name + ".bias"))


class Arcs(nn.Module):
    """Deep biaffine scores: how well word j (or the root, index 0) governs word i."""

    def __init__(self) -> None:
        super().__init__()
        self.dependent = nn.Linear(WIDTH, ARC)
        self.governor = nn.Linear(WIDTH, ARC)
        self.between = nn.Linear(ARC, ARC, bias=False)
        self.prior = nn.Linear(ARC, 1)
        self.root = nn.Parameter(torch.randn(ARC) * 0.02)

    def forward(self, states: Tensor) -> Tensor:
        """States (windows, words, WIDTH) to scores (windows, words, 1 + words)."""
        dependent = F.gelu(self.dependent(states))
        governor = F.gelu(self.governor(states))
        root = self.root.expand(governor.shape[0], 1, ARC)
        governor = torch.cat([root, governor], 1)
        return self.between(dependent) @ governor.transpose(1, 2) + self.prior(governor).transpose(1, 2)


class Labels(nn.Module):
    """Relation of each word to its head: a low-rank bilinear form and both sides by themselves."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.dependent = nn.Linear(WIDTH, LABEL)
        self.governor = nn.Linear(WIDTH, LABEL)
        self.out = nn.Linear(3 * LABEL, labels)

    def forward(self, states: Tensor, heads: Tensor) -> Tensor:
        """Heads (windows, words): index of the head, the word itself for a root. Returns (…, words, labels)."""
        governors = torch.gather(states, 1, heads[..., None].expand(-1, -1, WIDTH))
        dependent, governor = F.gelu(self.dependent(states)), F.gelu(self.governor(governors))
        return self.out(torch.cat([dependent, governor, dependent * governor], -1))


class Links(nn.Module):
    """Scores of every word as seen from a given one: a cue's source and content, or a trigger's roles."""

    def __init__(self, outputs: int) -> None:
        super().__init__()
        self.word = nn.Linear(WIDTH, 2 * LINK)
        self.cue = nn.Linear(WIDTH, 2 * LINK)
        self.near = nn.Embedding(NEAR, LINK)
        self.same = nn.Embedding(2, LINK)
        self.mix = nn.Linear(LINK, LINK)
        self.widen = nn.Conv1d(LINK, LINK, 5, padding=2, groups=LINK)
        self.out = nn.Linear(LINK, outputs)

    def forward(self, states: Tensor, cues: Tensor, sentence: Tensor) -> Tensor:
        """Cues (windows, cues): word index of each cue or trigger; returns (windows, cues, words, outputs)."""
        b, w, _ = states.shape
        word = self.word(states)
        cue = self.cue(torch.gather(states, 1, cues[..., None].expand(-1, -1, WIDTH)))
        added, scaled = word[:, None, :, :LINK], word[:, None, :, LINK:]
        near = torch.arange(w, device=states.device)[None, None, :] - cues[..., None]
        same = (sentence[:, None, :] == torch.gather(sentence, 1, cues)[..., None]).long()
        z = added + cue[:, :, None, :LINK] + scaled * cue[:, :, None, LINK:]
        z = F.gelu(z + self.near(near.clamp(-32, 32) + 32) + self.same(same))
        z = F.dropout(F.gelu(self.mix(z)), DROP, self.training)
        c = z.shape[1]
        wide = self.widen(z.reshape(b * c, w, LINK).transpose(1, 2)).transpose(1, 2).reshape(b, c, w, LINK)
        return self.out(F.gelu(z + wide))


class Reader(nn.Module):
    """The encoder and all heads."""

    def __init__(self, sizes: dict[str, int]) -> None:
        """Make the heads; sizes has the number of labels of upos, xpos, deprel, entity, event, status, mode and role.

        `links` tags a word as outside (0), the first (1) or inside (2) of a cue's source, then of its content.
        """
        super().__init__()
        self.encoder = Encoder()
        self.upos = nn.Linear(WIDTH, sizes["upos"])
        self.xpos = nn.Linear(WIDTH, sizes["xpos"])
        self.arcs = Arcs()
        self.labels = Labels(sizes["deprel"])
        self.entity = nn.Sequential(nn.Linear(WIDTH, 192), nn.GELU(), nn.Linear(192, sizes["entity"]))
        self.cue = nn.Sequential(nn.Linear(WIDTH, 192), nn.GELU(), nn.Linear(192, 3))
        self.parts = nn.Linear(WIDTH, 6)  # source and content tags by themselves: a second loss in training only
        self.links = Links(6)
        self.event = nn.Sequential(nn.Linear(WIDTH, 192), nn.GELU(), nn.Linear(192, sizes["event"]))
        self.status = nn.Sequential(nn.Linear(WIDTH, 128), nn.GELU(), nn.Linear(128, sizes["status"]))
        self.mode = nn.Linear(WIDTH, sizes["mode"])
        self.roles = Links(sizes["role"])
        self.sure = nn.Linear(WIDTH, 1)  # how sure a deed is, -3 to 3: a loss in training only

    def words(self, pieces: Tensor, casing: Tensor, first: Tensor, last: Tensor, mask: Tensor | None) -> Tensor:
        """One vector a word: the mean of its first and its last piece. first, last: (windows, words)."""
        x = self.encoder(pieces, casing, mask)
        pick = lambda index: torch.gather(x, 1, index[..., None].expand(-1, -1, WIDTH))  # noqa: E731
        return (pick(first) + pick(last)) * 0.5
