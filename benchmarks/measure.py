"""What a figure is, and how it is measured: alternating, several times, the median."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Limit:
    """What a figure should be: its `of` at most or at least `bound`."""

    relation: Literal["<=", ">="]
    bound: float
    of: Literal["ratio", "ours"] = "ratio"

    def __str__(self) -> str:
        return f"{'ours ' if self.of == 'ours' else ''}{self.relation} {self.bound:g}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table. `ours` and `reference` are medians of `n` runs, in `unit`."""

    measure: str
    ours: float
    reference: float | None
    ratio: float | None
    unit: str
    n: int
    limit: Limit | None = None
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the target was met; None if there is none."""
        if self.limit is None:
            return None
        value = self.ratio if self.limit.of == "ratio" else self.ours
        assert value is not None
        return (
            value <= self.limit.bound if self.limit.relation == "<=" else value >= self.limit.bound
        )


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line sets."""

    work: Path
    """An empty folder for what is built on the way."""
    model: Path
    """The folder of the exported embedding model."""
    original: Path
    """The folder of the sentence-transformers model it was exported from."""
    passages: int
    repetitions: int
    largest: int


def say(text: str) -> None:
    """A line of progress, to stderr."""
    print(f"  {text}", file=sys.stderr, flush=True)


def alternate(rounds: int, *works: Callable[[], Any]) -> list[list[float]]:
    """Seconds each work took, round by round; every other round runs them in reverse."""
    seconds: list[list[float]] = [[] for _ in works]
    for at in range(rounds):
        places = range(len(works)) if at % 2 == 0 else reversed(range(len(works)))
        for place in places:
            began = time.perf_counter()
            works[place]()
            seconds[place].append(time.perf_counter() - began)
        say(f"round {at + 1}/{rounds}: " + ", ".join(f"{s[-1]:.3g} s" for s in seconds))
    return seconds


def python(*arguments: str | Path) -> str:
    """Run this Python to its end; what it wrote to stdout. Raises `RuntimeError` if it fails."""
    quiet = {"HF_HUB_OFFLINE": "1", "ANONYMIZED_TELEMETRY": "False"}
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | quiet,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{arguments} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return done.stdout


def program(name: str, *arguments: str | Path) -> dict[str, Any]:
    """Run one of `benchmarks.programs`; the JSON object it prints."""
    found: dict[str, Any] = json.loads(python("-m", f"benchmarks.programs.{name}", *arguments))
    return found


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of the values do not exceed (nearest rank)."""
    return sorted(values)[min(len(values) - 1, max(0, round(share * len(values) + 0.5) - 1))]
