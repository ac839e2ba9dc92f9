"""What happens when somebody opens the page, asks, stops, clears or picks."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from typing import Any

import gradio as gr

from pr_assistant.assistant import Assistant
from pr_assistant.errors import PrAssistantError, UsageError
from pr_assistant.models import Question
from pr_assistant.ui.chat_view import conversation
from pr_assistant.ui.exporting import markdown
from pr_assistant.ui.keeping import kept, restored
from pr_assistant.ui.markup import in_ascii
from pr_assistant.ui.pane import pane
from pr_assistant.ui.picking import ALL, picker
from pr_assistant.ui.suggestions import SHOWN, Suggestions
from pr_assistant.ui.transcript import Transcript, slice_of
from pr_assistant.ui.verdicts import Verdicts

_BROKEN = "This question could not be answered because of a fault in the program. Ask another one."
_LOST = (
    "The connection to this window was lost, and the releases that you added are gone with it."
    " Reload the page, and add them again."
)
_STOPPED = "Stopped before there was an answer."

_log = logging.getLogger(__name__)

Updates = tuple[Any, ...]
"""New values of the parts that an event changes, in the order of its outputs."""

_SAME: Updates = (gr.skip(), gr.skip())
"""Buttons that are left as they are: to update a part costs as much as to make it anew."""


class Events:
    """What the events do, over one assistant; a window's own data comes and goes as arguments."""

    def __init__(self, assistant: Assistant, verdicts: Verdicts, lost: bool = False) -> None:
        """`lost`: whether the window had releases of its own that are gone, so that no answer would
        be what it asks for."""
        self._assistant = assistant
        self._verdicts = verdicts
        self._lost = lost
        self._suggestions = Suggestions(assistant)
        self._index = assistant.index
        self._release = assistant.index.release

    def open(self, history: Any) -> Updates:
        """A window's first look, with what its browser kept: transcript, conversation, picker,
        document, release shown."""
        earlier = restored(history, self._index)
        cited = (c.release_id for e in reversed(earlier.exchanges) for c in e.citations)
        shown = next(cited, next(iter(self._index.titles()), None))
        paper = self._paper(shown, earlier)
        return earlier, self._talk(earlier), picker(self._index, ALL), paper, shown

    def download(self, transcript: Transcript) -> str:
        """The conversation as Markdown."""
        return markdown(transcript, self._release)

    def suggest(self, transcript: Transcript, picked: str | None, shown: str | None) -> Updates:
        """What to ask next: examples, and the question on each of their buttons."""
        try:
            chosen = [] if self._lost else self._suggestions.choose(transcript, picked, shown)
        except sqlite3.ProgrammingError:  # the window was closed, and what it added with it
            chosen = []
        texts = [*chosen, *[""] * (SHOWN - len(chosen))]
        buttons = (gr.update(value=text, visible=bool(text)) for text in texts)
        return gr.update(visible=bool(chosen)), *buttons

    def show(self, release_id: str) -> Updates:
        """Pick a release: picker, document, release shown."""
        return picker(self._index, release_id), self._paper(release_id), release_id

    def ask(
        self, question: str, transcript: Transcript, picked: str | None, shown: str | None
    ) -> Iterator[Updates]:
        """Answer: transcript, conversation, document, ask, stop, examples, release shown, history.

        script.js empties the box: Gradio would keep a component more for each question if it were
        both asked for and changed.
        """
        if not (question or "").strip():
            yield tuple(gr.skip() for _ in range(8))
            return
        if self._lost:  # what an event of the window still held when it was forgotten
            transcript = Transcript()
        history = transcript.turns()
        transcript = transcript.ask(question)
        buttons, examples = _buttons(done=False), gr.update(visible=False)
        yield transcript, self._talk(transcript), gr.skip(), *buttons, examples, shown, gr.skip()
        try:
            if self._lost:
                raise UsageError(_LOST)
            asked = Question(question, history, release_id=picked or None)
            for answer in self._assistant.stream(asked):
                transcript = transcript.answer(answer)
                if answer.citations and shown not in {c.release_id for c in answer.citations}:
                    shown = answer.citations[0].release_id
                if self._assistant.writes:  # else all of it is there at once
                    yield self._step(transcript, shown)
        except PrAssistantError as error:
            transcript = transcript.fail(str(error))
        except (
            Exception
        ):  # the border to the browser: the log gets the fault, the reader a sentence
            _log.exception("A question could not be answered")
            transcript = transcript.fail(_BROKEN)
        yield self._step(transcript, shown, done=True)

    def retry(
        self, transcript: Transcript, picked: str | None, shown: str | None, event: gr.EventData
    ) -> Iterator[Updates]:
        """Ask a question again, and drop what followed it: as `ask`."""
        asked = transcript.find(_number(event))
        question = asked.question if asked else ""
        yield from self.ask(question, transcript.before(_number(event)), picked, shown)

    def edit(self, transcript: Transcript, shown: str | None, event: gr.EventData) -> Updates:
        """Bring a question back into the box, and drop it and what followed: box, transcript,
        conversation, document, ask, stop, history."""
        asked = transcript.find(_number(event))
        if asked is None:
            return tuple(gr.skip() for _ in range(7))
        left = transcript.before(asked.number)
        paper = self._paper(shown, left)
        talk = self._talk(left)
        return asked.question, left, talk, paper, *_buttons(done=True), kept(left)

    def judge(self, transcript: Transcript, event: gr.EventData) -> Updates:
        """Note what the reader says of an answer: transcript, conversation, history."""
        judged = self._verdicts.judge(transcript, event)
        if not judged:
            return gr.skip(), gr.skip(), gr.skip()
        return judged, self._talk(judged), kept(judged)

    def stop(self, transcript: Transcript) -> Updates:
        """Give up on the question that is being answered: transcript, conversation, ask, stop,
        history."""
        if transcript.exchanges and transcript.exchanges[-1].pending:
            transcript = transcript.fail(_STOPPED)
        return transcript, self._talk(transcript), *_buttons(done=True), kept(transcript)

    def clear(self, shown: str | None) -> Updates:
        """Forget the conversation: transcript, conversation, document, ask, stop, history."""
        empty = Transcript()
        return (
            empty,
            self._talk(empty),
            self._paper(shown),
            *_buttons(done=True),
            [],
        )

    def pick(self, picked: str | None, transcript: Transcript, shown: str | None) -> Updates:
        """Show the release that is asked from now on, with its marks: picker, document, release
        shown. What was typed and is none is all of them."""
        known = picked and self._release(picked)
        shown = picked if known else shown
        choice = gr.skip() if known else picker(self._index, ALL)
        return choice, self._paper(shown, transcript), shown

    def follow(self, transcript: Transcript, chip: gr.EventData) -> Updates:
        """Show the release that a chip cites, at its mark: document, release shown."""
        asked = str(getattr(chip, "number", ""))
        for (release_id, _, _), number in transcript.numbers().items():
            if str(number) == asked:
                return self._paper(release_id, transcript, f"chip:{number}"), release_id
        return gr.skip(), gr.skip()

    def _step(self, transcript: Transcript, shown: str | None, done: bool = False) -> Updates:
        """What `ask` gives of an answer; the browser keeps it when it is `done`."""
        last = transcript.exchanges[-1]
        cited = last.answer.citations if last.answer else ()
        first = next((c for c in cited if c.release_id == shown), None)
        focus = f"{last.number}:{transcript.numbers()[slice_of(first)]}" if first else ""
        paper = self._paper(shown, transcript, focus)
        buttons = _buttons(done=True) if done else _SAME
        keep = kept(transcript) if done else gr.skip()
        return transcript, self._talk(transcript), paper, *buttons, gr.skip(), shown, keep

    def _talk(self, transcript: Transcript) -> str:
        return in_ascii(conversation(transcript, self._release, self._index.count() > 1))

    def _paper(
        self, shown: str | None, transcript: Transcript | None = None, focus: str = ""
    ) -> str:
        if not shown:
            return pane(None, None)
        marks = transcript.marks(shown) if transcript else []
        return in_ascii(pane(self._release(shown), self._index.facts(shown), marks, focus))


def _number(event: gr.EventData) -> int:
    """The number of the exchange that an event of the conversation is about; 0 if there is none."""
    given = str(getattr(event, "exchange", ""))
    return int(given) if given.isdecimal() else 0


def _buttons(done: bool) -> tuple[Any, Any]:
    """Ask while nothing is being answered, stop while something is."""
    return gr.update(visible=done), gr.update(visible=not done)
