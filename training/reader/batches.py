"""Groups of passages → padded tensors, groups of like size together."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, fields

import torch
from tokenizers import Encoding, Tokenizer

from pr_assistant.sentences import Span
from training.reader.groups import Group, Window

MAX_PIECES = 256
"""Of question and passage in training; in use a passage alone may have 254."""


@dataclass(frozen=True, slots=True)
class Batch:
    """R rows (a question with one passage) of T pieces, in groups that belong together."""

    input_ids: torch.Tensor
    attention_mask: torch.Tensor
    token_type_ids: torch.Tensor
    passage: torch.Tensor
    """(R, T) whether a piece is of the passage."""
    labels: torch.Tensor
    """(R, T, 4) 1 where a head should say so; see `training.reader.model.HEADS`."""
    rows: torch.Tensor
    """(groups, passages of the largest) row numbers, −1 where a group has fewer."""

    def to(self, device: torch.device) -> Batch:
        """The same there."""
        return Batch(*(getattr(self, one.name).to(device) for one in fields(self)))


@dataclass(frozen=True, slots=True)
class _Row:
    ids: list[int]
    types: list[int]
    passage: list[bool]
    labels: list[tuple[int, int, int, int]]


def batches(groups: Sequence[Group], tokenizer: Tokenizer, pieces: int, seed: int) -> list[Batch]:
    """Batches of about `pieces` word pieces, padding included; random order, seeded."""
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_PIECES, strategy="only_second")
    encoded = [rows for group in groups if (rows := _rows(group, tokenizer))]
    encoded.sort(key=lambda rows: max(len(row.ids) for row in rows))
    packed: list[list[list[_Row]]] = [[]]
    count = 0
    for rows in encoded:
        longest = max(len(row.ids) for row in rows)
        if packed[-1] and (count + len(rows)) * longest > pieces:
            packed.append([])
            count = 0
        packed[-1].append(rows)
        count += len(rows)
    random.Random(seed).shuffle(packed)
    return [_collate(one) for one in packed if one]


def _rows(group: Group, tokenizer: Tokenizer) -> list[_Row]:
    """Empty where the question leaves no room for a passage."""
    if len(group.question) > 600:
        return []
    encodings = tokenizer.encode_batch([(group.question, w.text) for w in group.windows])
    return [_row(e, w) for e, w in zip(encodings, group.windows, strict=True)]


def _row(encoding: Encoding, window: Window) -> _Row:
    offsets = encoding.offsets
    passage = [kind == 1 for kind in encoding.sequence_ids]
    labels = [[0, 0, 0, 0] for _ in offsets]
    for span in window.spans:
        covered = [i for i in range(len(offsets)) if passage[i] and _meets(offsets[i], span)]
        if covered and offsets[covered[-1]][1] >= span.end:  # not cut off
            labels[covered[0]][0] = labels[covered[-1]][1] = 1
            for i in covered:
                labels[i][2] = 1
    for i in range(len(offsets)):
        if passage[i]:
            labels[i][3] = int(any(_meets(offsets[i], span) for span in window.evidence))
    labels[0][3] = int(any(label[0] for label in labels))
    tuples = [(a, b, c, d) for a, b, c, d in labels]
    return _Row(encoding.ids, encoding.type_ids, passage, tuples)


def _meets(offsets: tuple[int, int], span: Span) -> bool:
    return offsets[0] < span.end and span.start < offsets[1]


def _collate(groups: list[list[_Row]]) -> Batch:
    flat = [row for rows in groups for row in rows]
    width = max(len(row.ids) for row in flat)
    shape = (len(flat), width)
    ids, types = torch.zeros(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.long)
    mask, passage = torch.zeros(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.bool)
    labels = torch.zeros((*shape, 4))
    for number, row in enumerate(flat):
        size = len(row.ids)
        ids[number, :size] = torch.tensor(row.ids)
        types[number, :size] = torch.tensor(row.types)
        mask[number, :size] = 1
        passage[number, :size] = torch.tensor(row.passage)
        labels[number, :size] = torch.tensor(row.labels, dtype=torch.float)
    rows_of = torch.full((len(groups), max(map(len, groups))), -1)
    number = 0
    for place, rows in enumerate(groups):
        for column in range(len(rows)):
            rows_of[place, column] = number
            number += 1
    return Batch(ids, mask, types, passage, labels, rows_of)
