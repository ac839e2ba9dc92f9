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
    """Mean loss a question against what is right; `logits` of shape (rows, pieces, 4)."""
    spans = (_spans(logits, batch, 0) + _spans(logits, batch, 1)) / 2
    return spans + _others(logits, batch, batch.labels)


def distance(logits: torch.Tensor, taught: torch.Tensor, batch: Batch) -> torch.Tensor:
    """Mean loss a question against the logits of a teacher, taken as chances."""
    spans = torch.zeros((), device=logits.device)
    for head in (0, 1):
        wanted = shared(taught, batch, head).softmax(1)
        spans = spans - (wanted * shared(logits, batch, head).log_softmax(1)).sum(1).mean() / 2
    return spans + _others(logits, batch, taught.sigmoid())


def shared(logits: torch.Tensor, batch: Batch, head: int) -> torch.Tensor:
    """(groups, 1 + all pieces of a group) "nowhere", the mean of its passages, and every place."""
    there = batch.rows >= 0
    rows = batch.rows.clamp(min=0)
    scores = logits[..., head].masked_fill(~batch.passage, _NEVER)[rows]
    scores = scores.masked_fill(~there[..., None], _NEVER).flatten(1)
    null = (logits[:, 0, head][rows] * there).sum(1) / there.sum(1)
    return torch.cat([null[:, None], scores], 1)


def _spans(logits: torch.Tensor, batch: Batch, head: int) -> torch.Tensor:
    """−log of the chance of the right starts (or ends) among all of a question's passages."""
    scores = shared(logits, batch, head)
    there = batch.rows >= 0
    gold = (batch.labels[..., head][batch.rows.clamp(min=0)] * there[..., None]).flatten(1).bool()
    gold = torch.cat([~gold.any(1, keepdim=True), gold], 1)
    return (scores.logsumexp(1) - scores.masked_fill(~gold, _NEVER).logsumexp(1)).mean()


def _others(logits: torch.Tensor, batch: Batch, labels: torch.Tensor) -> torch.Tensor:
    """The losses of the pieces of passages, and of each passage as a whole."""
    share = batch.passage / batch.passage.sum()
    inside, evidence = (
        (
            binary_cross_entropy_with_logits(logits[..., n], labels[..., n], reduction="none")
            * share
        ).sum()
        for n in (2, 3)
    )
    passage = binary_cross_entropy_with_logits(logits[:, 0, 3], labels[:, 0, 3])
    return INSIDE * inside + EVIDENCE * evidence + PASSAGE * passage
