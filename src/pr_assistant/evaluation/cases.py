"""Evaluation cases: read from JSON Lines, and checked against the releases they are about."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pr_assistant.decoding import normalise
from pr_assistant.errors import UsageError
from pr_assistant.models import Release

CATEGORIES = frozenset(
    "parties_people roles when_where pillars figures quotations boilerplate several_facts lists"
    " yes_no typos_telegraphic follow_up not_in_release false_premise prompt_injection".split()
)
ALL_NEEDED = frozenset({"several_facts", "lists"})
"""Categories whose evidence is needed whole; elsewhere any one piece of it settles the answer."""

SPLITS = ("dev", "test")
_YES_NO = frozenset({"yes", "no"})


@dataclass(frozen=True, slots=True)
class Case:
    """A question, and how to tell whether an answer to it is right."""

    id: str
    question: str
    release: str | None = None
    """Id of the release it is asked of; None: of the whole corpus."""
    split: str = "test"
    category: str = "figures"
    history: tuple[str, ...] = ()
    answerable: bool = True
    accept: tuple[tuple[str, ...], ...] = ()
    """An answer holds one alternative of every group."""
    reject: tuple[str, ...] = ()
    """Words that an answer must not hold."""
    evidence: tuple[str, ...] = ()
    """The text that settles it, exactly as it stands in the release."""
    speaker: str | None = None
    """Who says so, where it is said in a quotation."""
    source: str = ""
    """File and line, for messages."""


def load(paths: Iterable[Path]) -> list[Case]:
    """The cases of files, or of the .jsonl files of folders. Raises `UsageError` with the line."""
    cases: list[Case] = []
    for path in paths:
        files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
        if not files:
            raise UsageError(f"There are no .jsonl files in {path}.")
        for file in files:
            try:
                lines = file.read_text("utf-8").split("\n")  # a text may hold other line ends
            except (OSError, UnicodeDecodeError) as error:
                raise UsageError(f"{file} cannot be read ({error}).") from error
            cases += [
                _parse(line, f"{file.name}:{number}")
                for number, line in enumerate(lines, start=1)
                if line.strip()
            ]
    return cases


def _parse(line: str, source: str) -> Case:
    try:
        given: dict[str, Any] = json.loads(line)
        for name in ("history", "reject", "evidence"):
            given[name] = tuple(map(str, given.get(name, ())))
        given["accept"] = tuple(tuple(map(str, group)) for group in given.get("accept", ()))
        return Case(**given, source=source)
    except (ValueError, TypeError, AttributeError) as error:
        raise UsageError(f"{source} is not a case ({error}). See evals/README.md.") from error


def faults(cases: Sequence[Case], releases: Mapping[str, Release]) -> list[str]:
    """What is wrong with cases, a line each; none may be scored while there is any."""
    found: list[str] = []
    seen: dict[str, str] = {}
    for case in cases:
        reasons = list(_faults(case, releases))
        if case.id in seen:
            reasons.append(f"has the id of {seen[case.id]}")
        seen[case.id] = case.source
        found += [f"{case.source} ({case.id}) {reason}" for reason in reasons]
    return found


def _faults(case: Case, releases: Mapping[str, Release]) -> Iterable[str]:
    if case.category not in CATEGORIES:
        yield f"has the unknown category {case.category!r}"
    if case.split not in SPLITS:
        yield f"has the unknown split {case.split!r}"
    if not case.question.strip():
        yield "has no question"
    if case.release is not None and case.release not in releases:
        yield f"is about the release {case.release!r}, which is not in the corpus"
        return
    asked = [releases[case.release]] if case.release else list(releases.values())
    for evidence in case.evidence:
        if not any(normalise(evidence) in release.text for release in asked):
            yield f"has evidence that is not in the release: {evidence[:60]!r}"
    if case.answerable and not (case.accept and case.evidence):
        yield "is answerable but has no accepted answer or no evidence"
    if not case.answerable and (case.accept or case.evidence):
        yield "is not answerable but has an accepted answer or evidence"
    text = plain(" ".join(release.text for release in asked))
    for group in case.accept:
        if not any(plain(a) in text or plain(a) in _YES_NO for a in group):
            yield f"accepts only what is not in the release: {list(group)}"


def plain(text: str) -> str:
    """What answers are compared in: lower case, one space between words, straight quotes."""
    return " ".join(text.lower().replace("’", "'").replace("‘", "'").split())


def category_text(category: str) -> str:
    """A category as a person reads it: "when and where"."""
    return _SPELT_OUT.get(category, category.replace("_", " "))


_SPELT_OUT = {
    "parties_people": "parties and people",
    "typos_telegraphic": "typos, telegraphic style",
    "when_where": "when and where",
    "yes_no": "yes or no",
}
