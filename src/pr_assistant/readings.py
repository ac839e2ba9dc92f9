"""What a reader finds: slices that answer, and how sure that is; several findings as one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from pr_assistant.models import Passage, ScoredPassage
from pr_assistant.sentences import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """A slice of a release that a reader points at; `exact` are the words in it that answer.

    `said`: they name who says the slice.
    """

    passage: Passage
    start: int
    end: int
    score: float
    exact: tuple[Span, ...] = ()
    said: bool = False

    @property
    def text(self) -> str:
        """The slice."""
        begin = self.passage.start
        return self.passage.text[self.start - begin : self.end - begin]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found: `evidence` in the order of the release, best-scored `related`."""

    answered: bool
    confidence: float
    """The chance that the evidence answers the question, in [0, 1]."""
    evidence: tuple[Evidence, ...]
    related: tuple[Evidence, ...]
    absent: tuple[str, ...] = ()
    """Names of the question that stand nowhere in the releases."""


class Reader(Protocol):
    """What finds the answer in passages."""

    def read(self, question: str, passages: Sequence[ScoredPassage]) -> Reading:
        """Read `passages`, best first, for a question that stands alone."""


def joined(found: Sequence[Reading]) -> Reading:
    """Readings of the parts of a question as one, as sure as they are together.

    What a part gives in whole sentences counts as exact words beside the words of another.
    """
    given: dict[tuple[str, int, int], list[tuple[Evidence, tuple[Span, ...]]]] = {}
    for reading in found:
        is_whole = not any(one.exact for one in reading.evidence)
        for one in reading.evidence:
            exact = (_unstopped(one),) if is_whole else one.exact
            place = one.passage.release_id, one.start, one.end
            given.setdefault(place, []).append((one, exact))
    evidence = [
        replace(those[0][0], exact=_merged([span for _, exact in those for span in exact]))
        for _, those in sorted(given.items())
    ]
    if not any(one.exact for reading in found for one in reading.evidence):
        evidence = [replace(one, exact=()) for one in evidence]
    sure = math.prod(one.confidence for one in found)
    return Reading(True, round(sure, 4), tuple(evidence), ())


def _unstopped(one: Evidence) -> Span:
    """A statement without its full stop: more may follow it."""
    text = one.passage.text[one.start - one.passage.start : one.end - one.passage.start]
    return Span(one.start, one.start + len(text.removesuffix(".")))


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, those that overlap made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
