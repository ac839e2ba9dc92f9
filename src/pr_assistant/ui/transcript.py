"""What was asked and answered in one browser window, and how its citations are numbered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from uuid import uuid4

from pr_assistant.models import Answer, Citation, Turn
from pr_assistant.ui.markup import Mark, MarkKind

KEPT = 50
"""Exchanges a window keeps; the oldest make room."""

Slice = tuple[str, int, int]
"""Release id, start and end: what a number of a citation stands for."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with its answer or, where there is none, why. Neither: it is being answered."""

    number: int
    question: str
    answer: Answer | None = None
    failure: str | None = None
    good: bool | None = None
    """What its reader says of the answer, if anything."""
    reason: str | None = None
    """And why; empty: they would not say."""
    key: str = field(default_factory=lambda: uuid4().hex)
    """Of its own among those of all windows; numbers are given anew after an edit."""

    @property
    def pending(self) -> bool:
        return self.answer is None and self.failure is None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All that is cited, as answer or as what comes closest."""
        return (*self.answer.citations, *self.answer.related) if self.answer else ()


@dataclass(frozen=True, slots=True)
class Transcript:
    """The exchanges, oldest first. Immutable: each step gives a new one."""

    exchanges: tuple[Exchange, ...] = ()

    def ask(self, question: str) -> Transcript:
        """With a question that is being answered."""
        number = self.exchanges[-1].number + 1 if self.exchanges else 1
        return Transcript((*self.exchanges, Exchange(number, question))[-KEPT:])

    def answer(self, answer: Answer) -> Transcript:
        """With what is known so far of the answer to the last question."""
        return self._settle(replace(self.exchanges[-1], answer=answer))

    def fail(self, why: str) -> Transcript:
        """With the reason why the last question has no answer."""
        return self._settle(replace(self.exchanges[-1], answer=None, failure=why))

    def before(self, number: int) -> Transcript:
        """Without the exchange of that number and all that follow it."""
        return Transcript(tuple(e for e in self.exchanges if e.number < number))

    def find(self, number: int) -> Exchange | None:
        """The exchange of that number, if it is still there."""
        return next((e for e in self.exchanges if e.number == number), None)

    def judge(self, number: int, good: bool, reason: str | None) -> Transcript:
        """With what its reader says of the answer of that number."""
        return Transcript(
            tuple(
                replace(e, good=good, reason=reason) if e.number == number else e
                for e in self.exchanges
            )
        )

    def turns(self) -> tuple[Turn, ...]:
        """The history that a follow-up is read with: what was answered."""
        return tuple(
            Turn(exchange.question, exchange.answer.answer)
            for exchange in self.exchanges
            if exchange.answer
        )

    def numbers(self) -> dict[Slice, int]:
        """The number of each cited slice, by first mention: one slice, one number."""
        numbers: dict[Slice, int] = {}
        for exchange in self.exchanges:
            for citation in exchange.citations:
                numbers.setdefault(slice_of(citation), len(numbers) + 1)
        return numbers

    def marks(self, release_id: str) -> list[Mark]:
        """The marks of a release: those of the newest answer stand out."""
        numbers = self.numbers()
        kinds: dict[Slice, MarkKind] = {}
        exact: dict[Slice, tuple[tuple[int, int], ...]] = {}
        for exchange in self.exchanges:
            if exchange.answer:
                kinds = _kinds(exchange.answer.related, "related") | kinds
                newest = exchange is self.exchanges[-1]
                kinds.update(_kinds(exchange.answer.citations, "now" if newest else "earlier"))
                exact.update({slice_of(c): c.exact for c in exchange.answer.citations})
        return [
            Mark(numbers[place], place[1], place[2], kind, exact.get(place, ()))
            for place, kind in kinds.items()
            if place[0] == release_id
        ]

    def _settle(self, last: Exchange) -> Transcript:
        return Transcript((*self.exchanges[:-1], last))


def slice_of(citation: Citation) -> Slice:
    """What a citation points at."""
    return citation.release_id, citation.start, citation.end


def _kinds(citations: Iterable[Citation], kind: MarkKind) -> dict[Slice, MarkKind]:
    return {slice_of(citation): kind for citation in citations}
