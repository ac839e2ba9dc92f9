"""`indexing.build` in a fresh process; times of its stages and the memory it took."""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from pr_assistant import indexing
from pr_assistant.embedding import EmbedderSpec, OnnxEmbedder, Progress, Vectors
from pr_assistant.exporting import SPEC_FILE


class RandomVectors(OnnxEmbedder):
    """The real embedder, but passages get random directions: scale without hours of embedding."""

    def __init__(self, folder: Path, spec: EmbedderSpec) -> None:
        super().__init__(folder, spec)
        self._random = np.random.default_rng(20250627)

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        shape = (len(texts), self.spec.dimension)
        vectors: Vectors = self._random.standard_normal(shape, np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        if progress:
            progress(len(texts))
        return vectors


def peak_mb() -> float:
    """The most memory this process has had resident, in megabytes; 0 where it cannot be told.

    Not `ru_maxrss`, which counts the parent's memory at the moment it started us.
    """
    status = Path("/proc/self/status")
    found = status.exists() and re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
    return int(found[1]) / 1000 if found else 0.0


def main() -> None:
    began = time.perf_counter()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("index", type=Path)
    parser.add_argument("--random-vectors", action="store_true")
    given = parser.parse_args()
    kind = RandomVectors if given.random_vectors else OnnxEmbedder
    embedder = kind(given.model, EmbedderSpec.load(given.model / SPEC_FILE))
    opened = time.perf_counter()
    cpu = time.process_time()
    stages: dict[str, list[float]] = {}

    def progress(what: str, done: float, total: float) -> None:
        stages[what] = [time.perf_counter() - opened, time.process_time() - cpu]

    report = indexing.build(given.corpus, given.index, embedder, progress)
    print(
        json.dumps(
            {
                "startup_s": opened - began,
                "build_s": time.perf_counter() - opened,
                "build_cpu_s": time.process_time() - cpu,
                "stages_end_s_cpu_s": stages,
                "embedded": report.embedded,
                "passages": report.passages,
                "peak_mb": peak_mb(),
            }
        )
    )


if __name__ == "__main__":
    main()
