"""Indexing again: with nothing changed, and with one release more."""

from __future__ import annotations

import json
import time
from pathlib import Path
from statistics import median

from benchmarks.measure import Figure, Limit, Options, program, say
from benchmarks.prose import Newsroom
from pr_assistant import indexing
from pr_assistant.embedding import EmbedderSpec, OnnxEmbedder
from pr_assistant.exporting import SPEC_FILE

SEED = 2000
SMALL, LARGE = 20, 2_000
_PARAGRAPHS = (1, 2)


def incremental(options: Options) -> list[Figure]:
    """Both against an index of 2,000 short releases."""
    newsroom = Newsroom(SEED)
    for count in (SMALL, LARGE):
        corpus = options.work / f"corpus-{count}"
        corpus.mkdir()
        for number in range(count):
            text = newsroom.release(_PARAGRAPHS)
            (corpus / f"release-{number:06d}.txt").write_text(text, "utf-8")
        say(f"incremental: indexing {count:,} releases")
        index = options.work / f"index-{count}"  # what is in it already may have any vectors
        found = program("our_index", options.model, corpus, index, "--random-vectors")
        say(json.dumps(found))
    return [_nothing(options), _one_more(options, newsroom)]


def _nothing(options: Options) -> Figure:
    """What a run costs that finds nothing to do, after imports and the model."""
    rounds = max(5, options.repetitions)
    corpus, index = options.work / f"corpus-{LARGE}", options.work / f"index-{LARGE}"
    runs = [program("our_index", options.model, corpus, index) for _ in range(rounds)]
    embedded = sum(run["embedded"] for run in runs)
    assert not embedded, f"{embedded} passages were embedded again"
    build, startup = (median(run[name] for run in runs) for name in ("build_s", "startup_s"))
    return Figure(
        f"indexing {LARGE:,} unchanged releases (0 embedded), beyond start-up",
        build,
        startup,
        build / startup,
        "s",
        rounds,
        Limit("<=", 2, of="ours"),
        "reference: the start-up itself",
    )


def _one_more(options: Options, newsroom: Newsroom) -> Figure:
    """One release added to many and to few, in turn, with the model and Chroma loaded."""
    embedder = OnnxEmbedder(options.model, EmbedderSpec.load(options.model / SPEC_FILE))
    rounds = max(9, options.repetitions)
    seconds: dict[int, list[float]] = {LARGE: [], SMALL: []}
    for number in range(rounds + 1):  # the first imports Chroma, and does not count
        text = newsroom.release(_PARAGRAPHS)
        for count in sorted(seconds, reverse=bool(number % 2)):
            corpus, index = options.work / f"corpus-{count}", options.work / f"index-{count}"
            (corpus / f"added-{number:06d}.txt").write_text(text, "utf-8")
            seconds[count].append(_build(corpus, index, embedder))
        say(
            f"one more, {number}/{rounds}: " + ", ".join(f"{s[-1]:.3g} s" for s in seconds.values())
        )
    many, few = (median(times[1:]) for times in seconds.values())
    return Figure(
        f"adding one release to {LARGE:,}, times adding it to {SMALL}",
        many,
        few,
        many / few,
        "s",
        rounds,
        Limit("<=", 1.5),
    )


def _build(corpus: Path, index: Path, embedder: OnnxEmbedder) -> float:
    began = time.perf_counter()
    report = indexing.build(corpus, index, embedder)
    assert report.added == 1 and not report.rebuilt, report
    return time.perf_counter() - began
