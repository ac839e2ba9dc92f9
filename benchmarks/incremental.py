"""Indexing again: with nothing changed, and with one release more."""

from __future__ import annotations

import json
import time
import uuid
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.measure import Figure, Limit, Options, alternate, program, python, say
from benchmarks.prose import Newsroom
from pr_assistant import indexing
from pr_assistant.embedding import EmbedderSpec, OnnxEmbedder
from pr_assistant.exporting import SPEC_FILE

SEED = 2000
SMALL, LARGE = 20, 2_000
MOST_TIMES = 1.5
"""What adding a release to many may take, times adding it to few."""
_PARAGRAPHS = (1, 2)
_QUICK_ROUNDS = 45
"""Of what takes a tenth of a second, and half as much again when anything else runs."""


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
    return [_nothing(options), _command(options, newsroom), _one_more(options, newsroom)]


def _nothing(options: Options) -> Figure:
    """What a run costs that finds nothing to do, after imports and the model."""
    rounds = max(5, options.repetitions)
    corpus, index = _place(options, LARGE)
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


def _command(options: Options, newsroom: Newsroom) -> Figure:
    """`pr-assistant index` after one release was added to many and to few, as a user runs it."""
    embedder = OnnxEmbedder(options.model, EmbedderSpec.load(options.model / SPEC_FILE))
    places = {count: _place(options, count) for count in (LARGE, SMALL)}
    for corpus, index in places.values():  # as the command itself would have it
        indexing.build(corpus, index, embedder)
    rounds = max(9, options.repetitions)

    def add(count: int) -> None:
        corpus, index = places[count]
        (corpus / f"command-{uuid.uuid4().hex}.txt").write_text(
            newsroom.release(_PARAGRAPHS), "utf-8"
        )
        python("-m", "pr_assistant", "index", "--corpus", corpus, "--index", index)

    many, few = alternate(rounds, partial(add, LARGE), partial(add, SMALL))
    measure = f"`pr-assistant index` with one release more than {LARGE:,}, times more than {SMALL}"
    return _compared(measure, many, few)


def _place(options: Options, count: int) -> tuple[Path, Path]:
    return options.work / f"corpus-{count}", options.work / f"index-{count}"


def _one_more(options: Options, newsroom: Newsroom) -> Figure:
    """One release added to many and to few, in turn, with the model and Chroma loaded."""
    embedder = OnnxEmbedder(options.model, EmbedderSpec.load(options.model / SPEC_FILE))
    rounds = max(_QUICK_ROUNDS, options.repetitions)
    seconds: dict[int, list[float]] = {LARGE: [], SMALL: []}
    for number in range(rounds + 1):  # the first imports Chroma, and does not count
        text = newsroom.release(_PARAGRAPHS)
        for count in sorted(seconds, reverse=bool(number % 2)):
            corpus, index = _place(options, count)
            (corpus / f"added-{number:06d}.txt").write_text(text, "utf-8")
            seconds[count].append(_build(corpus, index, embedder))
        say(
            f"one more, {number}/{rounds}: " + ", ".join(f"{s[-1]:.3g} s" for s in seconds.values())
        )
    many, few = (times[1:] for times in seconds.values())
    return _compared("the same, in a process that has everything loaded", many, few)


def _compared(measure: str, many: list[float], few: list[float]) -> Figure:
    """Seconds of adding a release to many and to few."""
    ours, reference = median(many), median(few)
    return Figure(
        measure, ours, reference, ours / reference, "s", len(many), Limit("<=", MOST_TIMES)
    )


def _build(corpus: Path, index: Path, embedder: OnnxEmbedder) -> float:
    began = time.perf_counter()
    report = indexing.build(corpus, index, embedder)
    assert report.added == 1 and not report.rebuilt, report
    return time.perf_counter() - began
