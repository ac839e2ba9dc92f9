"""Whose event it is: each browser window has the shared releases and those it added itself."""

from __future__ import annotations

import inspect
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import Any, cast, get_type_hints

import gradio as gr

from pr_assistant.assistant import Assistant
from pr_assistant.bootstrap import with_shelf
from pr_assistant.errors import PrAssistantError
from pr_assistant.settings import Settings
from pr_assistant.shelf import Shelf
from pr_assistant.ui import adding
from pr_assistant.ui.events import Events, Updates
from pr_assistant.ui.updating import updates
from pr_assistant.ui.verdicts import Verdicts

KEPT = 50
"""Windows whose added releases are kept; the longest unused makes room."""


class Sessions:
    """The windows that added releases. Everything of them is in memory, under the random name that
    a window gives itself, and is dropped when it is closed."""

    def __init__(
        self, settings: Settings, assistant: Assistant, forget: Callable[[str], None]
    ) -> None:
        """`forget` drops what Gradio keeps of a window: its conversation quotes what was added."""
        self._settings = settings
        self._forget = forget
        self._assistant = assistant
        self._verdicts = Verdicts(settings.feedback)
        self._shared = Events(assistant, self._verdicts)
        self._lock = threading.Lock()
        self._own: OrderedDict[str, tuple[Shelf, Events]] = OrderedDict()
        self._lost: OrderedDict[str, None] = OrderedDict()

    def events(self, request: gr.Request) -> Events:
        """What answers the window that a request comes from."""
        with self._lock:
            key = request.session_hash or ""
            if key in self._own:
                self._own.move_to_end(key)
                return self._own[key][1]
            if key in self._lost:
                return Events(self._assistant, self._verdicts, lost=True)
            return self._shared

    def add(self, request: gr.Request, file: gr.EventData) -> Iterator[Updates]:
        """Read a file into this window: what became of it, picker, document, release shown."""
        skipped = gr.skip(), gr.skip(), gr.skip()
        try:
            name, data = adding.received(file)
            yield updates((adding.reading(name), *skipped))
            shelf, events = self._shelf(request.session_hash or "")
            source = shelf.add(name, data)
        except PrAssistantError as error:
            yield updates((adding.refused(getattr(file, "name", ""), error), *skipped))
            return
        yield updates((adding.added(source), *events.show(source.release.id)))

    def leave(self, request: gr.Request) -> None:
        """The window was closed, or cannot be reached: forget what it added."""
        with self._lock:
            key = request.session_hash or ""
            if key in self._own:
                self._drop(key)
                self._forget(key)

    def _shelf(self, key: str) -> tuple[Shelf, Events]:
        with self._lock:
            if key not in self._own:
                shelf = Shelf(self._assistant.retriever.hybrid.embedder)
                joint = with_shelf(self._settings, self._assistant, shelf)
                self._own[key] = shelf, Events(joint, self._verdicts)
                self._lost.pop(key, None)
                if len(self._own) > KEPT:
                    self._drop(next(iter(self._own)))
            return self._own[key]

    def _drop(self, key: str) -> None:
        self._own.pop(key)[0].close()
        self._lost[key] = None
        if len(self._lost) > 20 * KEPT:
            self._lost.popitem(last=False)


class Handlers:
    """The handlers of `Events`, each for whichever window its event comes from."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def __getattr__(self, name: str) -> Callable[..., Any]:
        handler = getattr(Events, name)

        def answer(request: gr.Request, *given: Any) -> Any:
            return updates(handler(self._sessions.events(request), *given))

        def stream(request: gr.Request, *given: Any) -> Iterator[Any]:
            yield from map(updates, handler(self._sessions.events(request), *given))

        made: Any = stream if inspect.isgeneratorfunction(handler) else answer
        # What Gradio hands over is told by a handler's signature.
        own = list(inspect.signature(handler).parameters.values())[1:]
        first = inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD)
        made.__signature__ = inspect.Signature([first, *own])
        made.__annotations__ = get_type_hints(handler) | {"request": gr.Request}
        made.__name__ = f"page_{name}"  # "ask" is the name of the public endpoint
        return cast("Callable[..., Any]", made)
