"""The facts of a release, against embedding the same release once."""

from __future__ import annotations

import time
from statistics import median

from benchmarks.measure import Figure, Limit, Options
from pr_assistant import passages, releases, settings
from pr_assistant.embedding import EmbedderSpec, OnnxEmbedder
from pr_assistant.exporting import SPEC_FILE
from pr_assistant.facts.extracting import extract

ROUNDS = 15


def facts(options: Options) -> list[Figure]:
    """The largest release of the corpus (some 1,400 words with its title)."""
    embedder = OnnxEmbedder(options.model, EmbedderSpec.load(options.model / SPEC_FILE))
    file = max(releases.scan(settings.load().corpus)[0], key=lambda one: one.size)
    release = releases.parse(releases.read_bytes(file), file.release_id)
    found = passages.split(release, embedder.tokenise, embedder.spec.max_pieces)
    texts = [passage.text for passage in found]
    reading, embedding = [], []
    for _ in range(ROUNDS + 1):  # the first loads patterns and warms the model
        began = time.perf_counter()
        extract.__wrapped__(release)
        between = time.perf_counter()
        embedder.embed(texts)
        reading.append(between - began)
        embedding.append(time.perf_counter() - between)
    ours, reference = median(reading[1:]), median(embedding[1:])
    measure = f"facts of a release of {len(release.text.split()):,} words, times embedding it"
    limit = Limit("<=", 0.1, "ours")
    return [Figure(measure, ours, reference, ours / reference, "s", ROUNDS, limit)]
