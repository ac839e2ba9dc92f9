"""What readers say of answers: a line of JSON each in a file that only its owner may read.

A line holds the question with those before it, the answer, what it cites and the verdict; nothing
of who gave it. Of two lines with the same `id` the later counts.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pr_assistant.errors import PrAssistantError, UsageError
from pr_assistant.models import Answer

SCHEMA = 1
MAX_FILE = 16 * 1024 * 1024
"""Bytes after which nothing more is written: no visitor can fill the disk."""


@dataclass(frozen=True, slots=True)
class Words:
    """A slice of a release that an answer cites, and the words in it that are the answer."""

    release_id: str
    quote: str
    exact: tuple[str, ...] = ()
    quoted: bool = False
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an answer is right, and why, as far as its reader says."""

    id: str
    good: bool
    question: str
    status: str
    answer: str
    history: tuple[str, ...] = ()
    reason: str = ""
    confidence: float = 0.0
    engine: str = "extractive"
    citations: tuple[Words, ...] = ()


def verdict(
    identity: str, good: bool, reason: str, answer: Answer, history: tuple[str, ...]
) -> Verdict:
    """A verdict on `answer`; `history` is the questions before its own, oldest first."""
    words = (
        Words(
            c.release_id,
            c.quote,
            tuple(c.quote[start - c.start : end - c.start] for start, end in c.exact),
            c.quoted,
            c.speaker,
        )
        for c in answer.citations
    )
    return Verdict(
        identity, good, answer.question, answer.status, answer.answer, history, reason,
        answer.confidence, answer.engine, tuple(words),
    )  # fmt: skip


def write(path: Path, given: Verdict) -> None:
    """Add a line to the file, which is made if need be. Raises `PrAssistantError`."""
    body = {"schema": SCHEMA, "at": datetime.now(UTC).isoformat(timespec="seconds")}
    line = json.dumps(body | asdict(given), ensure_ascii=False).encode() + b"\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        with os.fdopen(os.open(path, flags, 0o600), "ab") as file:
            if os.fstat(file.fileno()).st_size + len(line) > MAX_FILE:
                raise PrAssistantError(f"{path} is full. Move it away to collect more feedback.")
            file.write(line)
    except OSError as error:
        raise PrAssistantError(f"{path} cannot be written ({error.strerror}).") from error


def read(path: Path) -> list[Verdict]:
    """The verdicts of a file, the last of each `id`. Raises `UsageError` with the line."""
    try:
        lines = path.read_text("utf-8").split("\n")  # a quote may hold other line ends
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read ({error}).") from error
    return list({one.id: one for one in _parsed(lines, path)}.values())


def _parsed(lines: list[str], path: Path) -> Iterator[Verdict]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                given: dict[str, Any] = json.loads(line)
                if given.pop("schema") != SCHEMA:
                    raise ValueError(f"its schema is not {SCHEMA}")
                del given["at"]
                words = (Words(**(w | {"exact": tuple(w["exact"])})) for w in given["citations"])
                given |= {"citations": tuple(words), "history": tuple(given["history"])}
                yield Verdict(**given)
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                raise UsageError(f"{path}:{number} is no feedback ({error}).") from error
