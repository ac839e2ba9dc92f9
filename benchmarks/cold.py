"""Whole processes: one cold question against the LangChain chain and a bare script; `--help`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from statistics import median

from benchmarks.load import cpu_seconds
from benchmarks.measure import ROOT, Figure, Limit, Options, alternate, program, python, say

QUESTION = "How many people does Huawei employ?"


def cold(options: Options) -> list[Figure]:
    """`pr-assistant ask` from start to end, against two other ways to look the question up."""
    corpus, index, store = ROOT / "corpus", options.work / "index", options.work / "chain"
    say("cold: building both indexes")
    python("-m", "pr_assistant", "index", "--corpus", corpus, "--index", index)
    program("chain", "build", options.original, store, corpus)
    (generation,) = index.glob("vectors-*")

    def ours() -> None:
        python("-m", "pr_assistant", "ask", QUESTION, "--corpus", corpus, "--index", index)

    def chain() -> None:
        program("chain", "ask", options.original, store, QUESTION)

    def bare() -> None:
        program("bare", options.model, generation, QUESTION)

    say("cold: one round that does not count, to fill the file cache")
    alternate(1, ours, chain, bare)
    rounds = max(9, options.repetitions)
    cpu: dict[str, list[float]] = {"ours": [], "chain": [], "bare": []}
    works = zip(cpu.values(), (ours, chain, bare), strict=True)
    timed = [partial(_with_cpu, seconds, work) for seconds, work in works]
    mine, chained, barely = (median(times) for times in alternate(rounds, *timed))
    mine_cpu, chained_cpu, barely_cpu = map(median, cpu.values())
    return [
        Figure(
            "cold ask, times faster than the LangChain chain",
            mine,
            chained,
            chained / mine,
            "s",
            rounds,
            Limit(">=", 5),
            f"by CPU time {chained_cpu / mine_cpu:.2f}",
        ),
        Figure(
            "cold ask, times a bare ONNX + Chroma script",
            mine,
            barely,
            mine / barely,
            "s",
            rounds,
            Limit("<=", 1.6),
            f"by CPU time {mine_cpu / barely_cpu:.2f}",
        ),
    ]


def _with_cpu(seconds: list[float], work: Callable[[], None]) -> None:
    """CPU time moves less than the clock when other processes are busy."""
    before = cpu_seconds()
    work()
    seconds.append(cpu_seconds() - before)


def help_(options: Options) -> list[Figure]:
    """`pr-assistant --help` against a Python that does nothing."""
    rounds = max(15, options.repetitions)
    mine, empty = (
        median(times)
        for times in alternate(
            rounds,
            lambda: python("-m", "pr_assistant", "--help"),
            lambda: python("-c", "pass"),
        )
    )
    limit = Limit("<=", 0.5, of="ours")
    return [Figure("--help, times `python -c pass`", mine, empty, mine / empty, "s", rounds, limit)]
