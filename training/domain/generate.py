"""Writes synthetic releases with questions: one JSON object a line, gzip."""

import argparse
import gzip
import json
import random
from dataclasses import asdict, dataclass
from pathlib import Path

from tqdm import tqdm

from training.domain import kinds
from training.domain.questions import Question, questions
from training.domain.release import write

HELD_SHARE = 0.05
SEPARATE_SEEDS = 1_000_003


@dataclass(frozen=True)
class Example:
    """One release with its questions; ``split`` is "train" or "held"."""

    source: str
    split: str
    kind: str
    paragraphs: tuple[str, ...]
    questions: tuple[Question, ...]


def example(seed: int, number: int) -> Example:
    """Release ``number`` of the set that ``seed`` makes; no other release changes it."""
    rng = random.Random(seed * SEPARATE_SEEDS + number)
    names = kinds.names()
    kind = kinds.load(names[number % len(names)])
    held = rng.random() < HELD_SHARE
    text = write(kind, rng, held)
    return Example(
        source="domain",
        split="held" if held else "train",
        kind=kind.name,
        paragraphs=text.paragraphs,
        questions=tuple(questions(text)),
    )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, default=3000, help="how many releases to write")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", type=Path, required=True, help="a .jsonl.gz file")
    arguments = parser.parse_args()
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    with (
        arguments.output.open("wb") as raw,
        gzip.GzipFile(fileobj=raw, mode="wb", filename="", mtime=0) as file,
    ):
        for number in tqdm(range(arguments.releases), desc="releases", unit=""):
            line = json.dumps(asdict(example(arguments.seed, number)), ensure_ascii=False)
            file.write(line.encode() + b"\n")
