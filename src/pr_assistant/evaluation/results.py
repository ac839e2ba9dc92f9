"""results.json: every outcome, the measures, and what they were measured with."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pr_assistant import __version__
from pr_assistant.errors import UsageError
from pr_assistant.evaluation.cases import SPLITS
from pr_assistant.evaluation.outcomes import Outcome
from pr_assistant.evaluation.summary import Measure, by_category, summarise

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Results:
    """One run of the suite. `splits` maps "dev" and "test" to their measures."""

    suite: str
    outcomes: tuple[Outcome, ...]
    splits: dict[str, list[Measure]]
    setup: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Baseline:
    """What an earlier run measured, as far as a comparison needs it."""

    splits: dict[str, dict[str, Measure]]
    right: dict[str, bool]
    """By case id."""
    setup: dict[str, Any]


def collect(suite: str, outcomes: Sequence[Outcome], setup: dict[str, Any]) -> Results:
    """Summarise outcomes by split; `setup` is completed with version, git revision and date."""
    splits = {
        split: summarise(chosen)
        for split in SPLITS
        if (chosen := [o for o in outcomes if o.case.split == split])
    }
    stamp = {
        "version": __version__,
        "revision": _revision(),
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    return Results(suite, tuple(outcomes), splits, stamp | setup)


def save(results: Results, path: Path) -> None:
    """Write results.json. Raises `UsageError` if the place cannot be written."""
    body = {
        "schema": SCHEMA,
        "suite": results.suite,
        "setup": results.setup,
        "measures": {split: [asdict(m) for m in ms] for split, ms in results.splits.items()},
        "categories": {
            split: by_category([o for o in results.outcomes if o.case.split == split])
            for split in results.splits
        },
        "outcomes": [outcome.to_dict() for outcome in results.outcomes],
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(body, ensure_ascii=False, indent=1) + "\n", "utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be written ({error.strerror}).") from error


def load_baseline(path: Path) -> Baseline | None:
    """The run that a results.json holds; None if there is no such file. Raises `UsageError`."""
    if not path.exists():
        return None
    try:
        body = json.loads(path.read_text("utf-8"))
        return Baseline(
            {
                split: {m["name"]: Measure(**m) for m in measures}
                for split, measures in body["measures"].items()
            },
            {outcome["case"]["id"]: outcome["right"] for outcome in body["outcomes"]},
            body["setup"],
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path} is not a results.json of this version ({error}).") from error


def as_baseline(results: Results) -> Baseline:
    """A run as what another is compared with."""
    return Baseline(
        {split: {m.name: m for m in ms} for split, ms in results.splits.items()},
        {outcome.case.id: outcome.right for outcome in results.outcomes},
        results.setup,
    )


def _revision() -> str | None:
    """The git revision of the working folder, "+" if it has changes; None outside a checkout."""
    try:
        done = subprocess.run(
            ["git", "describe", "--always", "--dirty=+", "--abbrev=12"],
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.strip()
