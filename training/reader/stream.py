"""Questions → batches, made as they are needed, by other processes where there are cores for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import torch
from tokenizers import Tokenizer
from torch.utils.data import DataLoader, Dataset

from training.reader.batches import Batch, batches
from training.reader.groups import Sampler

PART = 2_000
"""Questions that are put into batches together, those of like size in one."""


class Parts(Dataset[list[Batch]]):
    """Item n are the batches of the n-th part of the questions: the same ones for the same seed."""

    def __init__(
        self, sampler: Sampler, questions: int, tokenizer: Tokenizer, pieces: int, seed: int
    ) -> None:
        self._sampler, self._asked = sampler, sampler.questions(questions)
        self._tokenizer, self._pieces, self._seed = tokenizer, pieces, seed

    def __len__(self) -> int:
        return -(-len(self._asked) // PART)

    def __getitem__(self, part: int) -> list[Batch]:
        groups = self._sampler.groups(self._asked[part * PART : (part + 1) * PART], part)
        return batches(groups, self._tokenizer, self._pieces, self._seed + part)


def parts_from(parts: Parts, first: int, workers: int) -> Iterator[list[Batch]]:
    """The parts from `first` on, in order, `workers` processes ahead (0: none)."""
    # Tensors go through files in memory: thousands of them would be too many open descriptors.
    torch.multiprocessing.set_sharing_strategy("file_system")  # type: ignore[no-untyped-call]
    loader = DataLoader(
        torch.utils.data.Subset(parts, range(first, len(parts))),
        batch_size=None,
        num_workers=workers,
        prefetch_factor=2 if workers else None,
    )
    return cast("Iterator[list[Batch]]", iter(loader))
