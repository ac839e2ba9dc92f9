"""Indexing in bulk, end to end and its embedding part; and what the size of a batch is worth."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Sequence
from functools import partial
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.measure import Figure, Limit, Options, alternate, program, say
from benchmarks.prose import Newsroom, write_corpus
from pr_assistant import embedding
from pr_assistant.embedding import EmbedderSpec, OnnxEmbedder
from pr_assistant.exporting import SPEC_FILE
from pr_assistant.updating import WINDOW

if TYPE_CHECKING:
    import onnxruntime
    from tokenizers import Tokenizer

SEED = 5000
_BUDGETS = (256, 512, 1024, 2048)


def indexing(options: Options) -> list[Figure]:
    """Ours against `Chroma.from_documents`, in fresh processes; then embedding by itself."""
    embedder = _embedder(options)
    texts = _corpus(options, embedder)
    (options.work / "texts.json").write_text(json.dumps(texts), "utf-8")
    runs = iter(range(1_000))

    def ours() -> None:
        found = program(
            "our_index", options.model, options.work / "corpus", options.work / f"ours-{next(runs)}"
        )
        assert found["embedded"] == found["passages"] == len(texts), found

    def chain() -> None:
        store = options.work / f"chain-{next(runs)}"
        program("chain_index", options.original, store, options.work / "texts.json")

    say(f"indexing: {len(texts):,} passages end to end")
    mine, chained = (
        len(texts) / median(times) for times in alternate(options.repetitions, ours, chain)
    )
    return [
        Figure(
            f"indexing {len(texts):,} passages, end to end, against Chroma.from_documents",
            mine,
            chained,
            mine / chained,
            "passages/s",
            options.repetitions,
            Limit(">=", 1.2),
        ),
        _embedding(options, embedder, texts),
    ]


def _embedding(options: Options, embedder: OnnxEmbedder, texts: list[str]) -> Figure:
    """Window by window, as indexing hands them over, against a loop that does nothing else."""
    bare = BareLoop(options)
    bare.embed(texts[:64], 8)  # the first run of a session is slow
    size = min((8, 16, 32), key=lambda size: _seconds(partial(bare.embed, texts[:256], size)))
    say(f"indexing: embedding against a bare loop over batches of {size}")
    windows = [texts[at : at + WINDOW] for at in range(0, len(texts), WINDOW)]
    ours: list[float] = []
    bares: list[float] = []
    for at, window in enumerate(windows):
        works: list[tuple[list[float], Callable[[], object]]] = [
            (ours, partial(embedder.embed, window)),
            (bares, partial(bare.embed, window, size)),
        ]
        for seconds, work in works if at % 2 == 0 else reversed(works):
            seconds.append(_seconds(work) / len(window))
        say(f"window {at + 1}/{len(windows)}: {ours[-1] / bares[-1]:.2f} of the loop's time")
    mine, loop = 1 / median(ours), 1 / median(bares)
    return Figure(
        f"embedding against a bare ONNX loop (batches of {size}, by length)",
        mine,
        loop,
        mine / loop,
        "passages/s",
        len(windows),
        Limit(">=", 0.9),
    )


def batches(options: Options) -> list[Figure]:
    """`embedding.BATCH_PIECES` at several sizes, against sentence-transformers' `encode`."""
    from sentence_transformers import SentenceTransformer

    network = SentenceTransformer(str(options.original), device="cpu")
    embedder = _embedder(options)
    texts = _corpus(options, embedder, 2 * WINDOW)
    works: list[Callable[[], object]] = [
        partial(_embed_with, embedder, texts, budget) for budget in _BUDGETS
    ]
    say(f"batches: BATCH_PIECES of {_BUDGETS}, then sentence-transformers")
    rounds = max(3, options.repetitions)
    *ours, theirs = (
        len(texts) / median(times)
        for times in alternate(rounds, *works, partial(network.encode, texts))
    )
    return [
        Figure(
            f"BATCH_PIECES = {budget} against SentenceTransformer.encode",
            speed,
            theirs,
            speed / theirs,
            "passages/s",
            rounds,
        )
        for budget, speed in zip(_BUDGETS, ours, strict=True)
    ]


class BareLoop:
    """The exported model without anything around it: texts in order of length, n at a time."""

    def __init__(self, options: Options) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        path = str(options.model / "model.onnx")
        self._session: onnxruntime.InferenceSession = onnxruntime.InferenceSession(
            path, providers=["CPUExecutionProvider"]
        )
        self._tokenizer: Tokenizer = Tokenizer.from_file(str(options.model / "tokenizer.json"))
        self._tokenizer.enable_truncation(256)
        self._tokenizer.enable_padding()

    def embed(self, texts: Sequence[str], size: int) -> embedding.Vectors:
        ordered = sorted(texts, key=len)
        rows = []
        for at in range(0, len(ordered), size):
            found = self._tokenizer.encode_batch(ordered[at : at + size])
            ids = np.array([encoding.ids for encoding in found], np.int64)
            mask = np.array([encoding.attention_mask for encoding in found], np.int64)
            inputs = {"input_ids": ids, "attention_mask": mask}
            rows.append(np.asarray(self._session.run(None, inputs)[0], np.float32))
        return np.concatenate(rows)


def _embedder(options: Options) -> OnnxEmbedder:
    return OnnxEmbedder(options.model, EmbedderSpec.load(options.model / SPEC_FILE))


def _corpus(options: Options, embedder: OnnxEmbedder, count: int | None = None) -> list[str]:
    """Passages in an order that says nothing about their length, and their files in `corpus`."""
    folder = options.work / "corpus"
    limit = embedder.spec.max_pieces
    newsroom = Newsroom(SEED)
    texts = write_corpus(folder, count or options.passages, newsroom, embedder.tokenise, limit)
    random.Random(SEED).shuffle(texts)
    return texts


def _embed_with(embedder: OnnxEmbedder, texts: Sequence[str], budget: int) -> None:
    before, embedding.BATCH_PIECES = embedding.BATCH_PIECES, budget
    try:
        embedder.embed(texts)
    finally:
        embedding.BATCH_PIECES = before


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
