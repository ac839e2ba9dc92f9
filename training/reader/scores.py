"""Held questions → token F1 on the answerable and accuracy on the others, with their curve."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from pr_assistant.evaluation.measures import token_f1
from pr_assistant.extraction import LONGEST_SPAN
from training.reader.sources import Asked, Corpus

MAX_PIECES = 320
ROWS = 32

Logits = Callable[[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]], NDArray[np.float32]]
"""(input_ids, attention_mask, token_type_ids) → (rows, pieces, 4)."""


@dataclass(frozen=True, slots=True)
class Held:
    """A held question with the best span found for it."""

    source: str
    answerable: bool
    f1: float
    """Of the best span against the answer, were it given; 0 if there is no answer."""
    margin: float
    """How far the best span's logits are above "nowhere", the mean of its passages, as in use."""


def of_network(network: torch.nn.Module) -> Logits:
    """The logits of a network in training."""

    device = next(network.parameters()).device

    def logits(*arrays: NDArray[np.int64]) -> NDArray[np.float32]:
        with torch.no_grad():
            found = network(*(torch.from_numpy(array).to(device) for array in arrays))
        read: NDArray[np.float32] = found.cpu().numpy()
        return read

    return logits


def held(corpus: Corpus, asked: list[Asked], tokenizer: Tokenizer, logits: Logits) -> list[Held]:
    """Put each question to its own context (all of a release's that are named)."""
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_PIECES, strategy="only_second")
    jobs = [
        (number, asked_one, index)
        for number, asked_one in enumerate(asked)
        for index in [i for i, _ in asked_one.gold] or list(asked_one.near) or [asked_one.home]
    ]
    texts = [corpus.contexts[index].text for _, _, index in jobs]
    encodings = tokenizer.encode_batch(
        [(asked_one.question, text) for (_, asked_one, _), text in zip(jobs, texts, strict=True)]
    )
    best: dict[int, tuple[float, str]] = {}
    nowhere: dict[int, list[float]] = {}
    order = sorted(range(len(jobs)), key=lambda i: len(encodings[i].ids))
    for first in range(0, len(order), ROWS):
        rows = order[first : first + ROWS]
        width = max(len(encodings[i].ids) for i in rows)
        ids, mask, types = (np.zeros((len(rows), width), np.int64) for _ in range(3))
        for place, i in enumerate(rows):
            size = len(encodings[i].ids)
            ids[place, :size], types[place, :size] = encodings[i].ids, encodings[i].type_ids
            mask[place, :size] = 1
        found = logits(ids, mask, types)
        for place, i in enumerate(rows):
            size = len(encodings[i].ids)
            passage = np.array([kind == 1 for kind in encodings[i].sequence_ids])
            score, first_piece, last_piece = best_span(found[place, :size], passage)
            offsets = encodings[i].offsets
            text = texts[i][offsets[first_piece][0] : offsets[last_piece][1]]
            number = jobs[i][0]
            best[number] = max(best.get(number, (-np.inf, "")), (score, text))
            nowhere.setdefault(number, []).append(float(found[place, 0, :2].sum()))
    return [
        _held(one, corpus, best[number], float(np.mean(nowhere[number])))
        for number, one in enumerate(asked)
    ]


def _held(asked: Asked, corpus: Corpus, best: tuple[float, str], nowhere: float) -> Held:
    score, text = best
    answers = [corpus.contexts[i].text[slice(*s)] for i, spans in asked.gold for s in spans]
    joined = [" ".join(answers)] if len(answers) > 1 else []
    f1 = token_f1(text, answers + joined) if answers else 0.0
    return Held(asked.source, bool(asked.gold), f1, score - nowhere)


def best_span(logits: NDArray[np.float32], passage: NDArray[np.bool_]) -> tuple[float, int, int]:
    """(sum of its two logits, first piece, last piece) of the best span in a passage."""
    start = np.where(passage, logits[:, 0], -np.inf)
    end = np.where(passage, logits[:, 1], -np.inf)
    size = len(start)
    pairs = start[:, None] + end[None, :]
    any_span = np.ones((size, size), bool)
    allowed = np.triu(any_span) & ~np.triu(any_span, LONGEST_SPAN)
    pairs = np.where(allowed, pairs, -np.inf)
    first, last = np.unravel_index(int(pairs.argmax()), pairs.shape)
    return float(pairs[first, last]), int(first), int(last)


@dataclass(frozen=True, slots=True)
class Point:
    """What a threshold on the margin gives: both in percent."""

    threshold: float
    f1: float
    """Mean token F1 on the answerable, where a refusal scores 0."""
    refused: float
    """Share of the unanswerable that is refused."""


def curve(found: list[Held], points: int = 21) -> list[Point]:
    """Thresholds from "answer everything" on, at even steps of the refused share."""
    margins = np.array([one.margin for one in found])
    answerable = np.array([one.answerable for one in found])
    f1 = np.array([one.f1 for one in found])
    absent = np.sort(margins[~answerable])
    thresholds = [-np.inf] + (
        [float(np.quantile(absent, q)) for q in np.linspace(0, 1, points)] if len(absent) else []
    )
    return [
        Point(
            t,
            100 * float((f1 * (margins > t))[answerable].mean()) if answerable.any() else 0.0,
            100 * float((absent <= t).mean()) if len(absent) else 0.0,
        )
        for t in thresholds
    ]
