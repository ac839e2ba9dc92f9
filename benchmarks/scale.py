"""1,000 to 100,000 passages, their vectors random: time and memory of indexing, p95 of search."""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.measure import Figure, Limit, Options, percentile, program, say
from benchmarks.prose import Newsroom, write_corpus
from pr_assistant.embedding import EmbedderSpec, OnnxEmbedder
from pr_assistant.exporting import SPEC_FILE
from pr_assistant.live import LiveIndex
from pr_assistant.retrieval import HybridSearch

SEED = 100_000
QUESTIONS = 300
_ROUNDS = 3


def scale(options: Options) -> list[Figure]:
    """Three sizes, each ten times the one before; `--largest` is the last."""
    embedder = OnnxEmbedder(options.model, EmbedderSpec.load(options.model / SPEC_FILE))
    sizes = [options.largest // 100, options.largest // 10, options.largest]
    found = [_index(options, embedder, size) for size in sizes]
    small, middle, large = found
    growth = (large["peak_mb"] - middle["peak_mb"]) / (large["passages"] - middle["passages"])
    before = (middle["peak_mb"] - small["peak_mb"]) / (middle["passages"] - small["passages"])
    return [
        Figure(
            f"time of indexing {sizes[2]:,} passages, times {sizes[1]:,}",
            large["build_s"],
            middle["build_s"],
            large["build_s"] / middle["build_s"],
            "s",
            1,
            Limit("<=", 12),
            f"by CPU time {large['build_cpu_s'] / middle['build_cpu_s']:.1f};"
            f" {middle['build_cpu_s'] / small['build_cpu_s']:.1f} from {sizes[0]:,}",
        ),
        Figure(
            f"peak memory at {sizes[2]:,} passages, times {sizes[1]:,}",
            large["peak_mb"],
            middle["peak_mb"],
            large["peak_mb"] / middle["peak_mb"],
            "MB",
            1,
            Limit("<=", 12),
            f"{1000 * growth:.1f} kB a passage more; {1000 * before:.1f} up to {sizes[1]:,};"
            f" {small['peak_mb']:.0f} MB at {sizes[0]:,}",
        ),
        _search(options, embedder, sizes[0], sizes[2]),
    ]


def _index(options: Options, embedder: OnnxEmbedder, size: int) -> dict[str, Any]:
    corpus, index = options.work / f"corpus-{size}", options.work / f"index-{size}"
    limit = embedder.spec.max_pieces
    say(f"scale: writing and indexing {size:,} passages")
    write_corpus(corpus, size, Newsroom(SEED), embedder.tokenise, limit)
    found = program("our_index", options.model, corpus, index, "--random-vectors")
    say(str(found))
    return found


def _search(options: Options, embedder: OnnxEmbedder, small: int, large: int) -> Figure:
    """p95 over distinct questions, each asked of the small and the large index in turn."""
    newsroom = Newsroom(SEED + 1)
    questions: dict[str, None] = {}
    while len(questions) < QUESTIONS:
        questions[newsroom.question()] = None
    few = _searcher(options.work / f"index-{small}", embedder)
    many = _searcher(options.work / f"index-{large}", embedder)
    p95: dict[int, list[float]] = {small: [], large: []}
    for at in range(_ROUNDS + 1):  # the first opens everything, and does not count
        seconds: dict[int, list[float]] = {small: [], large: []}
        for question in questions:
            for size, searcher in ((small, few), (large, many)):
                began = time.perf_counter()
                searcher.search(question)
                seconds[size].append(time.perf_counter() - began)
        for size, times in seconds.items():
            p95[size].append(1000 * percentile(times, 0.95))
        say(f"search, round {at}/{_ROUNDS}: p95 {p95[small][-1]:.1f} and {p95[large][-1]:.1f} ms")
    slow, fast = median(p95[large][1:]), median(p95[small][1:])
    limit = Limit("<=", 2)
    measure = f"p95 of retrieval at {large:,} passages, times {small:,}"
    return Figure(measure, slow, fast, slow / fast, "ms", _ROUNDS * QUESTIONS, limit)


def _searcher(index: Path, embedder: OnnxEmbedder) -> HybridSearch:
    return HybridSearch(LiveIndex(index), embedder)
