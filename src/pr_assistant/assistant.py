"""The assistant as a LangChain `Runnable`: one object to ask, stream from, batch and compose."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Sequence
from contextvars import copy_context
from functools import partial, reduce
from operator import or_
from types import TracebackType
from typing import Any, Self

from langchain_core.runnables import Runnable, RunnableConfig, RunnableLambda
from langsmith import tracing_context

from pr_assistant.answering import Answerer
from pr_assistant.composing import growing
from pr_assistant.models import Answer, Question, Turn
from pr_assistant.retriever import HybridRetriever
from pr_assistant.settings import Settings
from pr_assistant.state import Listener, State


class Assistant(Runnable[Question | str, Answer]):
    """Answers questions about the releases of an index. Safe to share between threads.

    `invoke`, `batch` and `stream` take a `Question` or a string. The steps of an answer run as a
    LangChain sequence (`chain`), so that the callbacks of a config see each of them. LANGSMITH_* in
    the environment does not trace them: a release under embargo must not leave the machine because
    a variable was set for another program. A tracer in the config's callbacks does.
    """

    def __init__(self, answerer: Answerer) -> None:
        self._answerer = answerer
        self.index = answerer.index
        self.retriever = HybridRetriever(hybrid=answerer.search)
        steps: list[Runnable[State, State]] = [
            RunnableLambda(partial(answerer.take, name), name=name) for name in answerer.steps
        ]
        self.chain: Runnable[State, State] = reduce(or_, steps)

    @classmethod
    def open(cls, settings: Settings | None = None) -> Assistant:
        """The assistant that `settings` describe. Raises `PrAssistantError`."""
        from pr_assistant.bootstrap import open_assistant

        return open_assistant(settings)

    @property
    def model(self) -> str | None:
        """The language model that writes the answers; None where they are the release's words."""
        return self._answerer.writer.name if self._answerer.writer else None

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

    @property
    def writes(self) -> bool:
        """Whether a language model writes the answers, which then grow slowly."""
        return self._answerer.writer is not None

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
        question = input if isinstance(input, Question) else Question(input)
        with tracing_context(enabled=False):
            return self._answerer.answer(question, lambda state: self.chain.invoke(state, config))

    def stream(
        self, input: Question | str, config: RunnableConfig | None = None, **kwargs: Any
    ) -> Iterator[Answer]:
        """The answer as it grows, statement by statement; each is verified, the last is whole.

        Closing the iterator ends what a language model still writes.
        """
        if not self.writes:
            yield from growing(self.invoke(input, config))
            return
        seen: queue.Queue[Answer | BaseException | None] = queue.Queue()
        listener = Listener(seen.put)
        question = input if isinstance(input, Question) else Question(input)

        def run(state: State) -> State:
            return self.chain.invoke(state, config)

        def work() -> None:
            try:
                with tracing_context(enabled=False):
                    seen.put(self._answerer.answer(question, run, listener))
                seen.put(None)
            except BaseException as error:  # raised again where the answer is awaited
                seen.put(error)

        threading.Thread(target=copy_context().run, args=(work,), daemon=True).start()
        try:
            while (found := seen.get()) is not None:
                if isinstance(found, BaseException):
                    raise found
                yield found
        finally:
            listener.stop.set()
