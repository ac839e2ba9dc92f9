"""What readers said of answers → cases: ready where an answer is right, else to be completed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pr_assistant.errors import UsageError
from pr_assistant.feedback import Verdict

READY, UNFINISHED = "cases.jsonl", "unfinished.jsonl"


@dataclass(frozen=True, slots=True)
class Written:
    """How many cases were written, and how many of them a person must complete first."""

    ready: int
    unfinished: int


def write(verdicts: Iterable[Verdict], folder: Path) -> Written:
    """Write `READY` and `UNFINISHED` into a folder. Raises `UsageError` if they cannot be written.

    An answer said to be right becomes a case that accepts its exact words. One said to be wrong
    becomes a line that rejects them and lacks what would be right: the suite refuses it by name
    until `accept` and `evidence` are filled in, or `answerable` is set to false.
    """
    lines: dict[bool, list[str]] = {True: [], False: []}
    for one in verdicts:
        lines[one.good].append(json.dumps(_case(one), ensure_ascii=False) + "\n")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, those in ((READY, lines[True]), (UNFINISHED, lines[False])):
            (folder / name).write_text("".join(those), "utf-8")
    except OSError as error:
        raise UsageError(f"{folder} cannot be written ({error.strerror}).") from error
    return Written(len(lines[True]), len(lines[False]))


def _case(one: Verdict) -> dict[str, Any]:
    answered = one.status == "answered"
    releases = {cited.release_id for cited in one.citations}
    words = [
        " ".join(piece.split())
        for cited in one.citations
        for piece in (cited.exact or (cited.quote,))
    ]
    speakers = {cited.speaker for cited in one.citations if cited.quoted}
    return {
        "id": f"feedback-{hashlib.sha256(one.id.encode()).hexdigest()[:12]}",
        "release": releases.pop() if len(releases) == 1 else None,
        "split": "dev",  # somebody has seen the answer
        "category": _category(one),
        "question": one.question,
        "history": list(one.history),
        "answerable": answered or not one.good,
        "accept": [[piece] for piece in words] if one.good else [],
        "reject": [] if one.good else words,
        "evidence": [cited.quote for cited in one.citations] if one.good else [],
        "speaker": speakers.pop() if one.good and len(speakers) == 1 else None,
    }


def _category(one: Verdict) -> str:
    """The nearest there is; for a person to change."""
    if one.status != "answered" and one.good:
        return "not_in_release"
    if one.history:
        return "follow_up"
    if any(cited.quoted for cited in one.citations):
        return "quotations"
    has_figure = any(c.isdecimal() for cited in one.citations for w in cited.exact for c in w)
    return "figures" if has_figure else "parties_people"
