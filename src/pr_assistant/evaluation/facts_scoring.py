"""Found facts against annotated ones: precision and recall for each kind.

`python -m pr_assistant.evaluation.facts_scoring FOLDER [--show]` scores `pr_assistant.facts` on the
annotated releases of a folder. What counts as a fact: evals/facts/README.md.
"""

from __future__ import annotations

import argparse
import importlib
import json
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pr_assistant import releases

Fact = Mapping[str, Any]
"""One item of a kind, or the whole of a release, as `pr-assistant facts --json` prints it."""

SAME_WORDS = 0.9
"""So much of the longer of two quotations must be in both."""
SAME_ITEM = 0.7
"""So much of the longer of two list items must be in both."""


@dataclass(frozen=True, slots=True)
class Score:
    """How well the facts of one kind were found; the misses and false finds are for reading."""

    kind: str
    correct: int
    found: int
    gold: int
    misses: tuple[Fact, ...] = ()
    false_finds: tuple[Fact, ...] = ()

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return self.correct / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found; 1 where there is nothing."""
        return self.correct / self.gold if self.gold else 1.0

    def __add__(self, other: Score) -> Score:
        """Both counted together."""
        if self.kind != other.kind:
            raise ValueError(f"Scores of {self.kind} and of {other.kind} do not add up.")
        return Score(
            self.kind,
            self.correct + other.correct,
            self.found + other.found,
            self.gold + other.gold,
            self.misses + other.misses,
            self.false_finds + other.false_finds,
        )


def score(gold: Fact, found: Fact) -> list[Score]:
    """One `Score` for each kind of `KINDS`, of the release objects annotated and found.

    Every fact is paired once at most.
    """
    return [_score(kind, same, gold[kind], found[kind]) for kind, same in KINDS.items()]


def shared(one: Fact, other: Fact) -> float:
    """How much of the longer of two slices is in both, 0.0–1.0."""
    common = min(one["end"], other["end"]) - max(one["start"], other["start"])
    longer = max(one["end"] - one["start"], other["end"] - other["start"])
    return max(0, common) / longer if longer else 0.0


def _score(
    kind: str, same: Callable[[Fact, Fact], bool], gold: Iterable[Fact], found: Iterable[Fact]
) -> Score:
    wanted, left = list(gold), list(found)
    total, misses = len(left), []
    for fact in wanted:
        match = next((i for i, candidate in enumerate(left) if same(fact, candidate)), None)
        if match is None:
            misses.append(fact)
        else:
            del left[match]
    correct = len(wanted) - len(misses)
    return Score(kind, correct, total, len(wanted), tuple(misses), tuple(left))


def _alike(gold: Fact, found: Fact, *fields: str) -> bool:
    return all(_plain(gold.get(field)) == _plain(found.get(field)) for field in fields)


def _plain(value: str | None) -> str | None:
    return None if value is None else " ".join(value.split()).casefold()


def _same_person(gold: Fact, found: Fact) -> bool:
    return _alike(gold, found, "name", "title", "organisation") and shared(gold, found) > 0


def _same_quotation(gold: Fact, found: Fact) -> bool:
    if not _alike(gold, found, "speaker") or gold["indirect"] != found["indirect"]:
        return False
    return shared(gold, found) >= SAME_WORDS


def _same_figure(gold: Fact, found: Fact) -> bool:
    values = _equal(gold["value"], found["value"])
    values = values and _equal(gold.get("value_to"), found.get("value_to"))
    return values and _alike(gold, found, "unit", "qualifier") and shared(gold, found) > 0


def _equal(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-9)


def _same_date(gold: Fact, found: Fact) -> bool:
    return _alike(gold, found, "date") and shared(gold, found) > 0


def _same_enumeration(gold: Fact, found: Fact) -> bool:
    pairs = list(zip(gold["items"], found["items"], strict=False))
    if shared(gold, found) == 0 or len(gold["items"]) != len(found["items"]):
        return False
    return all(shared(one, other) >= SAME_ITEM for one, other in pairs)


def _same_term(gold: Fact, found: Fact) -> bool:
    return _alike(gold, found, "term", "expansion")


KINDS: dict[str, Callable[[Fact, Fact], bool]] = {
    "people": _same_person,
    "quotations": _same_quotation,
    "figures": _same_figure,
    "dates": _same_date,
    "enumerations": _same_enumeration,
    "terms": _same_term,
}


def load(path: Path) -> Fact:
    """The annotated release of a NAME.json."""
    release: Fact = json.loads(path.read_text(encoding="utf-8"))["releases"][0]
    return release


def score_folder(folder: Path) -> dict[str, list[Score]]:
    """The scores of each annotated release of a folder, by its name."""
    facts: Any = importlib.import_module("pr_assistant.facts")
    scores = {}
    for path in sorted(folder.glob("*.json")):
        release = releases.parse(path.with_suffix(".txt").read_bytes(), path.stem)
        scores[path.stem] = score(load(path), facts.read(release).to_dict(release))
    return scores


def table(name: str, scores: Iterable[Score]) -> str:
    """A line for each kind: its measures and its counts."""
    rows = [f"{name[:44]:44}{'precision':>10}{'recall':>8}{'correct':>9}{'found':>7}{'gold':>6}"]
    for s in scores:
        shares = f"{s.precision:>10.3f}{s.recall:>8.3f}"
        rows.append(f"  {s.kind:42}{shares}{s.correct:>9}{s.found:>7}{s.gold:>6}")
    return "\n".join(rows)


def differences(scores: Iterable[Score]) -> str:
    """What was missed and what was found wrongly, a line each."""
    lines = []
    for s in scores:
        marked = [("missed", f) for f in s.misses] + [("wrong", f) for f in s.false_finds]
        for mark, fact in sorted(marked, key=lambda pair: int(pair[1]["start"])):
            lines.append(f"  {mark:7}{s.kind:13}{json.dumps(fact, ensure_ascii=False)}")
    return "\n".join(lines)


def main() -> None:
    """Print the scores of a folder: by release (not of the unseen ones), then together."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print misses and false finds")
    arguments = parser.parse_args()
    by_release = score_folder(arguments.folder)
    if not by_release:
        parser.error(f"There is no annotated release (NAME.json) in {arguments.folder}.")
    for name, scores in by_release.items():
        if arguments.show or arguments.folder.resolve().name != "unseen":
            print(table(name, scores))
        if arguments.show:
            print(differences(scores))
    first, *others = by_release.values()
    total = list(first)
    for scores in others:
        total = [one + other for one, other in zip(total, scores, strict=True)]
    print(table(f"ALL {len(by_release)} RELEASES", total))


if __name__ == "__main__":
    main()
