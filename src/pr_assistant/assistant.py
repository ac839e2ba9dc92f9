"""The chain: question → standalone question → passages → reading → verified citations → answer."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Any, Self

from langchain_core.runnables import Runnable, RunnableConfig, RunnableLambda

from pr_assistant import conversation, grounding
from pr_assistant.errors import UsageError
from pr_assistant.live import LiveIndex
from pr_assistant.models import Answer, Citation, Question, ScoredPassage, Turn
from pr_assistant.reading import Reader, Reading
from pr_assistant.retrieval import HybridRetriever
from pr_assistant.settings import Settings

MAX_QUESTION = 2_000
"""Characters a question may have."""

NOT_IN_RELEASE = "The release does not say."

_NOTHING = Reading(False, 0.0, (), ())


@dataclass(frozen=True, slots=True)
class _State:
    """What the chain knows so far."""

    question: Question
    standalone: str = ""
    passages: tuple[ScoredPassage, ...] = ()
    reading: Reading = _NOTHING
    citations: tuple[Citation, ...] = ()
    related: tuple[Citation, ...] = ()
    timings_ms: dict[str, float] = field(default_factory=dict)


class Assistant(Runnable[Question | str, Answer]):
    """Answers questions about the releases of an index. Safe to share between threads.

    A LangChain `Runnable`: `invoke`, `batch` and `stream` take a `Question` or a string.
    """

    def __init__(self, index: LiveIndex, retriever: HybridRetriever, reader: Reader) -> None:
        self.index = index
        self.retriever = retriever
        self._reader = reader
        self.chain: Runnable[Question, _State] = (
            self._step("conversation", self._stand_alone)
            | self._step("retrieval", self._retrieve)
            | self._step("reading", self._read)
            | self._step("grounding", self._ground)
        )

    @classmethod
    def open(cls, settings: Settings | None = None) -> Assistant:
        """The assistant that `settings` describe. Raises `PrAssistantError`."""
        from pr_assistant.bootstrap import open_assistant

        return open_assistant(settings)

    def close(self) -> None:
        """Let go of the index. Using the assistant afterwards is an error."""
        self.index.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def ask(self, question: str, history: Sequence[str | Turn] = ()) -> Answer:
        """Answer a question; `history` is what was asked before, oldest first.

        Raises `UsageError` for a question that is empty, too long or no text, and
        `IndexUnusableError` if the index was taken away.
        """
        turns = tuple(Turn(turn) if isinstance(turn, str) else turn for turn in history)
        return self.invoke(Question(question, turns))

    def invoke(
        self, input: Question | str, config: RunnableConfig | None = None, **kwargs: Any
    ) -> Answer:
        """Answer one question, as `ask` does."""
        question = Question(input) if isinstance(input, str) else input
        began = time.perf_counter()
        state = self.chain.invoke(replace(question, text=_clean(question.text)), config)
        total = 1000 * (time.perf_counter() - began)
        return _answer(state, state.citations, {"total": total} | state.timings_ms)

    def stream(
        self, input: Question | str, config: RunnableConfig | None = None, **kwargs: Any
    ) -> Iterator[Answer]:
        """The answer as it grows, statement by statement; each is verified, the last is whole."""
        whole = self.invoke(input, config)
        for count in range(1, len(whole.citations)):
            citations = whole.citations[:count]
            yield replace(whole, answer=compose(citations), citations=citations)
        yield whole

    def _step(self, name: str, work: Callable[[_State], _State]) -> RunnableLambda[Any, _State]:
        def run(given: Question | _State) -> _State:
            began = time.perf_counter()
            state = work(_State(given) if isinstance(given, Question) else given)
            spent = 1000 * (time.perf_counter() - began)
            return replace(state, timings_ms=state.timings_ms | {name: spent})

        return RunnableLambda(run, name=name)

    def _stand_alone(self, state: _State) -> _State:
        text, history = state.question.text, state.question.history
        return replace(state, standalone=conversation.standalone(text, history))

    def _retrieve(self, state: _State) -> _State:
        return replace(state, passages=tuple(self.retriever.search(state.standalone)))

    def _read(self, state: _State) -> _State:
        return replace(state, reading=self._reader.read(state.standalone, state.passages))

    def _ground(self, state: _State) -> _State:
        return replace(
            state,
            citations=grounding.cite(state.reading.evidence, self.index.release),
            related=grounding.cite(state.reading.related, self.index.release),
        )


def _clean(text: str) -> str:
    """The question without white space around it. Raises `UsageError` if it cannot be one."""
    if len(text) > MAX_QUESTION:
        raise UsageError(
            f"The question has {len(text):,} characters; ask in at most {MAX_QUESTION:,}."
        )
    question = " ".join(text.split())
    if not question:
        raise UsageError("The question is empty. Ask something, for example: Who signed?")
    if not any(character.isalnum() for character in question):
        raise UsageError("The question has no words in it. Ask something, for example: Who signed?")
    return question


def _answer(state: _State, citations: tuple[Citation, ...], timings: dict[str, float]) -> Answer:
    answered = bool(citations)
    return Answer(
        question=state.question.text,
        standalone_question=state.standalone,
        status="answered" if answered else "not_in_release",
        answer=compose(citations) if answered else NOT_IN_RELEASE,
        confidence=state.reading.confidence,
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
        named = citation.speaker is None or citation.speaker in quote
        parts.append(quote if named else f"{citation.speaker}: “{quote}”")
    return " ".join(parts)
