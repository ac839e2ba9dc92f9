"""Runs → the mean of their weights: `python -m training.reader.averaging RUN_DIR… --output DIR`.

Of runs that went on from one another the mean answers better than any of them (Wortsman et al.
2022, "Model soups"), and the next runs may go on from it.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch

WEIGHTS = "weights.pt"


def main() -> None:
    """Read the options, write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "runs", nargs="+", type=Path, metavar="RUN_DIR", help=f"with {WEIGHTS}; twice counts twice"
    )
    parser.add_argument("--output", type=Path, required=True, metavar="DIR")
    given = parser.parse_args()
    given.output.mkdir(parents=True, exist_ok=True)
    torch.save(mean([run / WEIGHTS for run in given.runs]), given.output / WEIGHTS)


def mean(files: Sequence[Path]) -> dict[str, torch.Tensor]:
    """The mean of the weights of networks that are alike."""
    found = [torch.load(file, map_location="cpu", weights_only=True) for file in files]
    return {
        name: torch.stack([one[name].float() for one in found]).mean(0).to(value.dtype)
        for name, value in found[0].items()
    }


if __name__ == "__main__":
    main()
