"""What the network is trained for: spans normalised over all passages of a question, and more.

Shared normalisation is of Clark & Gardner, "Simple and Effective Multi-Paragraph Reading
Comprehension" (2018): the chances of all starts in all passages of a question sum to one, together
with that of "nowhere", so that scores of different passages can be compared.
"""

from __future__ import annotations

import torch
from torch.nn.functional import binary_cross_entropy_with_logits

from training.reader.batches import Batch

INSIDE, EVIDENCE, PASSAGE = 0.5, 0.5, 0.5
"""Weights of the other heads' losses beside the spans'."""

_NEVER = -1e4


def loss(logits: torch.Tensor, batch: Batch) -> torch.Tensor:
    """Mean loss a question; `logits` of shape (rows, pieces, 4)."""
    spans = (_spans(logits, batch, 0) + _spans(logits, batch, 1)) / 2
    return spans + _others(logits, batch)


def _spans(logits: torch.Tensor, batch: Batch, head: int) -> torch.Tensor:
    """−log of the chance of the right starts (or ends) among all of a question's passages."""
    there = batch.rows >= 0
    rows = batch.rows.clamp(min=0)
    scores = logits[..., head].masked_fill(~batch.passage, _NEVER)[rows]
    scores = scores.masked_fill(~there[..., None], _NEVER).flatten(1)
    gold = (batch.labels[..., head][rows] * there[..., None]).flatten(1).bool()
    null = (logits[:, 0, head][rows] * there).sum(1) / there.sum(1)
    everything = torch.cat([null[:, None], scores], 1).logsumexp(1)
    right = scores.masked_fill(~gold, _NEVER).logsumexp(1)
    right = torch.where(gold.any(1), right, null)
    return (everything - right).mean()


def _others(logits: torch.Tensor, batch: Batch) -> torch.Tensor:
    """The losses of the pieces of passages, and of each passage as a whole."""
    share = batch.passage / batch.passage.sum()
    inside, evidence = (
        (
            binary_cross_entropy_with_logits(logits[..., n], batch.labels[..., n], reduction="none")
            * share
        ).sum()
        for n in (2, 3)
    )
    passage = binary_cross_entropy_with_logits(logits[:, 0, 3], batch.labels[:, 0, 3])
    return INSIDE * inside + EVIDENCE * evidence + PASSAGE * passage
