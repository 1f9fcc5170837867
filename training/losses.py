"""Losses: what a batch pays, by the heads that its dataset has annotated.

In: a `Reader` and a `Batch`. Out: one loss, and its parts for the log.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from training.batches import IGNORE, Batch
from training.model import Reader

DROP = 0.2  # of the words' vectors before the heads, the only dropout there is

LINK_WEIGHT = 0.06  # a cue's loss is a sum over some 100 words, most of them easy
EVENT_WEIGHT = 10  # one word in twenty is a trigger
ROLE_WEIGHT = 0.15  # a trigger's loss is a sum over some 100 words, most of them easy
FAR = -1e4


def losses(model: Reader, batch: Batch, smoothing: float = 0.03) -> dict[str, Tensor]:
    """Return the named losses of one batch, each about 1 at the start of training."""
    states = model.words(batch.pieces, batch.casing, batch.first, batch.last, batch.mask)
    states = F.dropout(states.float(), DROP, model.training)
    found: dict[str, Tensor] = {}
    tags = lambda scores, gold: F.cross_entropy(  # noqa: E731
        scores.float().flatten(0, 1), gold.flatten(), ignore_index=IGNORE, label_smoothing=smoothing
    )
    if batch.heads is not None:
        found["upos"] = 0.5 * tags(model.upos(states), batch.upos)
        found["xpos"] = 0.5 * tags(model.xpos(states), batch.xpos)
        scores = model.arcs(states).float() + sentence_mask(batch.sentence)
        found["arcs"] = F.cross_entropy(scores.flatten(0, 1), batch.heads.flatten(), ignore_index=IGNORE)
        own = torch.arange(states.shape[1])[None].expand_as(batch.heads).to(batch.heads.device)
        heads = torch.where(batch.heads > 0, batch.heads - 1, own)
        found["labels"] = 0.7 * tags(model.labels(states, heads), batch.deprels)
    if batch.entities is not None:
        found["entities"] = 3 * tags(model.entity(states), batch.entities)
    if batch.links is not None and batch.cue is not None:
        found["cue"] = 3 * tags(model.cue(states), batch.cue)
        parts = model.parts(states)
        found["source"] = tags(parts[..., :3], batch.source)
        found["content"] = tags(parts[..., 3:], batch.content)
        scores = model.links(states, batch.cues, batch.sentence).float()
        for side, name in enumerate(("link source", "link content")):
            gold = batch.links[..., side]
            each = F.cross_entropy(
                scores[..., 3 * side : 3 * side + 3].flatten(0, 2),
                gold.flatten(),
                ignore_index=IGNORE,
                reduction="sum",
            )
            found[name] = LINK_WEIGHT * each * (4 if side == 0 else 1) / batch.real.sum().clamp(min=1)
    if batch.sure is not None:
        told = ~batch.sure.isnan()
        found["sure"] = F.smooth_l1_loss(model.sure(states)[..., 0].float()[told], batch.sure[told])
    if batch.roles is not None:
        found |= _event_losses(model, batch, states, smoothing)
    return found


def _event_losses(model: Reader, batch: Batch, states: Tensor, smoothing: float) -> dict[str, Tensor]:
    """Return the losses of triggers, and of what hangs on each: status, mode, roles."""
    near = torch.gather(states, 1, batch.triggers[..., None].expand(-1, -1, states.shape[-1]))
    tags = lambda scores, gold: F.cross_entropy(  # noqa: E731
        scores.float().flatten(0, 1), gold.flatten(), ignore_index=IGNORE, label_smoothing=smoothing
    )
    each = F.cross_entropy(
        model.roles(states, batch.triggers, batch.sentence).float().flatten(0, 2),
        batch.roles.flatten(),
        ignore_index=IGNORE,
        reduction="sum",
    )
    found = {"roles": ROLE_WEIGHT * each / batch.told.sum().clamp(min=1)}
    if batch.events is not None:
        found["event"] = EVENT_WEIGHT * F.cross_entropy(
            model.event(states).float().flatten(0, 1), batch.events.flatten(), ignore_index=IGNORE
        )
        if (batch.status != IGNORE).any():
            found["status"] = tags(model.status(near), batch.status)
            found["mode"] = 0.3 * tags(model.mode(near), batch.mode)
    return found


def sentence_mask(sentence: Tensor) -> Tensor:
    """(windows, words) to (windows, words, 1 + words): 0 for the root and words of the same sentence."""
    same = sentence[:, :, None] == sentence[:, None, :]
    blocked = torch.where(same, 0.0, FAR)
    return torch.cat([torch.zeros_like(blocked[..., :1]), blocked], -1)
