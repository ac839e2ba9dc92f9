"""A question's way through: standalone question → passages → reading → citations → answer."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pr_assistant import conversation, grounding, listing
from pr_assistant.errors import IndexStaleError, UsageError
from pr_assistant.live import LiveIndex
from pr_assistant.models import Answer, Citation, Question, ScoredPassage, whole_characters
from pr_assistant.reading import Evidence, Reader, Reading
from pr_assistant.retrieval import HybridSearch

MAX_QUESTION = 2_000
"""Characters a question may have."""

NOT_IN_RELEASE = "The release does not say."

UNNAMED = "Somebody quoted in the release"
"""Who says what stands between quotation marks without a speaker who is certain."""

_NOTHING = Reading(False, 0.0, (), ())


@dataclass(frozen=True, slots=True)
class State:
    """What is known of a question so far."""

    question: Question
    standalone: str = ""
    passages: tuple[ScoredPassage, ...] = ()
    reading: Reading = _NOTHING
    citations: tuple[Citation, ...] = ()
    related: tuple[Citation, ...] = ()
    timings_ms: dict[str, float] = field(default_factory=dict)


Step = Callable[[State], State]


class Answerer:
    """Answers questions about the releases of an index. Safe to share between threads.

    It knows nothing of LangChain, whose import takes longer than an answer; `Assistant` puts its
    steps behind LangChain's interface.
    """

    def __init__(self, index: LiveIndex, search: HybridSearch, reader: Reader) -> None:
        self.index = index
        self.search = search
        self._reader = reader
        self.steps: dict[str, Step] = {
            "conversation": self._stand_alone,
            "retrieval": self._retrieve,
            "reading": self._read,
            "grounding": self._ground,
        }

    def answer(self, question: Question, run: Step | None = None) -> Answer:
        """Answer a question; `run` may take its state through the steps in another way.

        Raises `UsageError` for a question that is empty, too long or no text, and
        `IndexUnusableError` if the index was taken away or does not stop changing.
        """
        began = time.perf_counter()
        turns = tuple(replace(t, question=_earlier(t.question)) for t in question.history)
        asked = replace(question, text=_clean(question.text), history=turns)
        state = self._settled(State(asked), run or self._run)
        total = 1000 * (time.perf_counter() - began)
        return _answer(state, {"total": total} | state.timings_ms)

    def _settled(self, asked: State, run: Step) -> State:
        """Take all steps; once more where "not in the release" may only mean that it changed."""
        for last in (False, True):
            revision = self.index.revision()
            state = run(asked)
            if state.citations:
                return state
            changed = self.index.revision() != revision
            lost = grounding.lost(state.reading.evidence, self.index.release)
            if not lost and (last or not changed):
                return state
        raise IndexStaleError("The release changed while it was read. Ask again.")

    def take(self, name: str, state: State) -> State:
        """Take one step and note how long it took."""
        began = time.perf_counter()
        state = self.steps[name](state)
        spent = 1000 * (time.perf_counter() - began)
        return replace(state, timings_ms=state.timings_ms | {name: spent})

    def _run(self, state: State) -> State:
        for name in self.steps:
            state = self.take(name, state)
        return state

    def _stand_alone(self, state: State) -> State:
        text, history = state.question.text, state.question.history
        return replace(state, standalone=conversation.standalone(text, history))

    def _retrieve(self, state: State) -> State:
        return replace(state, passages=tuple(self.search.search(state.standalone)))

    def _read(self, state: State) -> State:
        reading = self._reader.read(state.standalone, state.passages)
        known = self.index.facts
        return replace(state, reading=listing.completed(reading, state.standalone, known))

    def _ground(self, state: State) -> State:
        return replace(
            state,
            citations=self._cited(state.reading.evidence),
            related=self._cited(state.reading.related),
        )

    def _cited(self, evidence: Sequence[Evidence]) -> tuple[Citation, ...]:
        return grounding.cite(evidence, self.index.release, self.index.facts)


def growing(whole: Answer) -> Iterator[Answer]:
    """An answer statement by statement; each is verified, the last is whole."""
    for count in range(1, len(whole.citations)):
        citations = whole.citations[:count]
        yield replace(whole, answer=compose(citations), citations=citations)
    yield whole


def _earlier(text: str) -> str:
    """An earlier question as it is read again. Raises `UsageError` if it is too long."""
    if len(text) > MAX_QUESTION:
        raise UsageError(
            f"A question of the history has {len(text):,} characters; at most {MAX_QUESTION:,} can"
            " be followed."
        )
    return whole_characters(text)


def _clean(text: str) -> str:
    """The question without white space around it. Raises `UsageError` if it cannot be one."""
    if not isinstance(text, str):
        raise UsageError("Ask with a text or a Question; for example: assistant.ask('Who signed?')")
    if len(text) > MAX_QUESTION:
        raise UsageError(
            f"The question has {len(text):,} characters; ask in at most {MAX_QUESTION:,}."
        )
    question = " ".join(whole_characters(text).split())
    if not question:
        raise UsageError("The question is empty. Ask something, for example: Who signed?")
    if not any(character.isalnum() for character in question):
        raise UsageError("The question has no words in it. Ask something, for example: Who signed?")
    return question


def _answer(state: State, timings: dict[str, float]) -> Answer:
    citations = state.citations
    answered = bool(citations)
    return Answer(
        question=state.question.text,
        standalone_question=state.standalone,
        status="answered" if answered else "not_in_release",
        answer=compose(citations) if answered else NOT_IN_RELEASE,
        confidence=round(state.reading.confidence, 3),
        citations=citations,
        related=() if answered else state.related,
        timings_ms=timings,
        id=state.question.id,
    )


def compose(citations: Sequence[Citation]) -> str:
    """The text of an answer: the quotes in a row, what somebody said given as theirs."""
    parts: list[str] = []
    for citation in citations:
        quote = " ".join(citation.quote.split())
        if citation.quoted:  # what stands partly outside its marks says itself who speaks
            quote = f"{citation.speaker or UNNAMED}: “{quote}”"
        parts.append(quote)
    return " ".join(parts)
