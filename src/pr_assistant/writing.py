"""What writes answers in prose, as the steps of an answer see it, whatever model is behind it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from pr_assistant.models import ScoredPassage, Turn
from pr_assistant.readings import Evidence

THREAD = "model-stream"
"""Name of a thread that reads what a provider sends; it may not be done when the program is."""

INSTEAD = "This is the extractive answer."


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a sentence: `evidence` if it is borne out, else `reason`."""

    text: str
    """As it may be shown; with its speaker, if the draft left that out."""
    evidence: tuple[Evidence, ...] = ()
    reason: str | None = None
    repaired: bool = False
    """Whether it is borne out by other words than the draft named, or got its speaker back."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a model wrote, as far as it is known."""

    kept: tuple[Verdict, ...] = ()
    dropped: tuple[Verdict, ...] = ()
    refused: bool = False
    """Whether it says that the passages do not answer."""
    failure: str | None = None
    """Why the model could not be used, if it could not."""
    tokens: tuple[int, int] | None = None


class Writer(Protocol):
    """What writes an answer in prose, each sentence of it verified."""

    name: str
    """As an answer's `engine` says it."""

    def rewrite(
        self, question: str, history: Sequence[Turn], stop: threading.Event | None = None
    ) -> str | None:
        """The question as it can be understood alone; None if that cannot be had."""

    def write(
        self, question: str, passages: Sequence[ScoredPassage], stop: threading.Event | None = None
    ) -> Iterator[Written]:
        """What is written, after each sentence; the last, of at least one, is all."""


def notice(written: Written) -> str | None:
    """Why what a model wrote is not the answer, if it is not."""
    if written.failure:
        return f"The model could not be used: {written.failure}. {INSTEAD}"
    if written.refused:
        return None
    if not written.kept:
        return f"Nothing that the model wrote is borne out by the release. {INSTEAD}"
    if len(written.dropped) > 2 * len(written.kept):
        return f"Most of what the model wrote is not borne out by the release. {INSTEAD}"
    return None
