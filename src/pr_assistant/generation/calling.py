"""One call of a model: its text as it comes, within a time and a length, and stoppable."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from langsmith import tracing_context

from pr_assistant.generation.prompting import Message
from pr_assistant.generation.providers import Failure, explain
from pr_assistant.writing import THREAD

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.runnables import Runnable

MAX_CHARACTERS = 12_000
"""Of one answer; a model that writes more has lost its way."""
_TICK_S = 0.05


class CallError(Exception):
    """A call failed; `failure` says why."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.why)
        self.failure = failure


class Stopped(Exception):  # noqa: N818
    """Whoever asked does not want the answer any more."""


class Call:
    """A call that is being answered. Iterate over it for the text; then `tokens` is known."""

    def __init__(
        self, model: Runnable[Any, Any] | BaseChatModel, name: str, messages: Sequence[Message],
        deadline: float, stop: threading.Event | None = None,
    ) -> None:  # fmt: skip
        """`deadline` as of `time.monotonic()`; `stop`, when set, ends the call."""
        self.tokens: tuple[int, int] | None = None
        """Read and written, as the provider counts them."""
        self._model, self._name = model, name
        self._messages = list(messages)
        self._deadline = deadline
        self._stop = stop or threading.Event()
        self._left = threading.Event()
        self._pieces: queue.Queue[tuple[str, Any]] = queue.Queue(maxsize=64)
        self._finish: str | None = None
        """Why the model stopped; "" where a provider that always says so has not said it."""
        bound = getattr(model, "bound", model)
        self._always_finishes = type(bound).__module__.startswith("langchain_openai")

    def __iter__(self) -> Iterator[str]:
        """Raises `CallError` and `Stopped`. The provider's stream is closed in any case."""
        threading.Thread(target=self._pump, daemon=True, name=THREAD).start()
        length = 0
        try:
            while True:
                kind, given = self._next()
                if kind == "error":
                    raise CallError(explain(given, self._name)) from None
                if kind == "end":
                    break
                length += len(given)
                if length > MAX_CHARACTERS:
                    raise CallError(Failure("the model did not come to an end"))
                yield given
        finally:
            self._left.set()
        if self._finish in ("length", "max_tokens"):
            raise CallError(Failure("the model did not come to an end"))
        if self._finish in ("content_filter", "refusal", "SAFETY"):
            raise CallError(Failure("the provider's filter stopped the model"))
        if self._finish == "":
            raise CallError(Failure("the connection was cut while the model wrote", True))

    def _next(self) -> tuple[str, Any]:
        while True:
            if self._stop.is_set():
                raise Stopped
            if time.monotonic() > self._deadline:
                raise CallError(Failure("the provider did not answer in time"))
            with suppress(queue.Empty):
                return self._pieces.get(timeout=_TICK_S)

    def _pump(self) -> None:
        """Read the provider's stream, in a thread of its own: a silent one cannot be waited for."""
        try:
            with tracing_context(enabled=False):
                stream = self._model.stream(self._messages)
                try:
                    for chunk in stream:
                        if self._left.is_set():
                            return
                        self._take(chunk)
                finally:
                    if close := getattr(stream, "close", None):
                        close()
            self._put("end", None)
        except BaseException as error:
            self._put("error", error)

    def _take(self, chunk: Any) -> None:
        if usage := getattr(chunk, "usage_metadata", None):
            read, written = self.tokens or (0, 0)
            self.tokens = (read + usage["input_tokens"], written + usage["output_tokens"])
        about = getattr(chunk, "response_metadata", {})
        finish = about.get("finish_reason") or about.get("stop_reason")
        if finish or self._always_finishes:
            self._finish = str(finish or self._finish or "")
        if text := str(getattr(chunk, "text", "") or ""):
            self._put("text", text)

    def _put(self, kind: str, given: Any) -> None:
        while not self._left.is_set():
            with suppress(queue.Full):
                self._pieces.put((kind, given), timeout=_TICK_S)
                return
