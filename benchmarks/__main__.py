"""`python -m benchmarks [GROUP…]`: measure, print the table, keep it in results.json."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import cold, incremental, indexing, reading_facts, report, scale, users, warm
from benchmarks.load import Load
from benchmarks.measure import Figure, Options, say
from pr_assistant import exporting, settings

_GROUPS: dict[str, Callable[[Options], list[Figure]]] = {
    "cold": cold.cold,
    "help": cold.help_,
    "warm": warm.warm,
    "indexing": indexing.indexing,
    "batches": indexing.batches,
    "incremental": incremental.incremental,
    "facts": reading_facts.facts,
    "scale": scale.scale,
    "users": users.users,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=f"of {', '.join(_GROUPS)}")
    parser.add_argument("--passages", type=int, default=5000, help="for indexing (%(default)s)")
    parser.add_argument("--largest", type=int, default=100_000, help="for scale (%(default)s)")
    parser.add_argument(
        "--repetitions", type=int, default=2, help="at least so many of each (%(default)s)"
    )
    parser.add_argument("--dry", action="store_true", help="leave results.json and README.md alone")
    given = parser.parse_args()
    if unknown := set(given.groups) - set(_GROUPS):
        parser.error(f"no such group: {', '.join(sorted(unknown))}; there is {', '.join(_GROUPS)}")
    model = exporting.exported(settings.DEFAULT_MODEL, settings.load().cache)
    figures: list[Figure] = []
    for group in given.groups or _GROUPS:
        before = Load.now()
        with tempfile.TemporaryDirectory(prefix="benchmarks-") as work:
            options = Options(
                Path(work),
                model,
                exporting.default_model_folder(),
                given.passages,
                given.repetitions,
                given.largest,
            )
            found = _GROUPS[group](options)
        others = Load.now().others_since(before)
        if others is not None:
            say(f"{group}: other processes took {others:.0%} of the CPU time")
        if not given.dry:
            report.keep(group, found, others)
        figures += found
    print(report.table(figures))


if __name__ == "__main__":
    main()
