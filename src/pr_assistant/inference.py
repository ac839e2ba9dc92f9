"""An ONNX file on the CPU: each batch on one core, as many batches at a time as there are cores.

ONNX Runtime's own threads share each batch and wait for each other at every step of it: the longer,
the busier the cores are with other things, be it the text of the next releases or the questions of
others.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Inputs = Mapping[str, NDArray[np.int64]]
Numbers = NDArray[np.float32]

CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Network:
    """Serves an exported network. Safe to share between threads."""

    def __init__(self, path: Path) -> None:
        """Raises what ONNX Runtime raises, bare exceptions, if the file is none of its own."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"]
        )

    def run(self, batches: Sequence[Inputs]) -> Iterator[Numbers]:
        """The first output of each batch, in their order; leaving early drops what is left."""
        if len(batches) < 2:
            return map(self._one, batches)
        return _pool().map(self._one, batches)

    def _one(self, inputs: Inputs) -> Any:
        return self._session.run(None, dict(inputs))[0]


@lru_cache(maxsize=1)
def _pool() -> ThreadPoolExecutor:
    """One for all networks, so that together they keep each core busy once."""
    return ThreadPoolExecutor(CORES, "inference")
