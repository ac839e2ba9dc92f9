"""What happens when somebody opens the page, asks, stops, clears or picks."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import gradio as gr

from pr_assistant.answering import MAX_QUESTION
from pr_assistant.assistant import Assistant
from pr_assistant.errors import PrAssistantError
from pr_assistant.models import Question
from pr_assistant.ui.chat_view import conversation
from pr_assistant.ui.pane import pane
from pr_assistant.ui.transcript import Transcript, slice_of

PICKED = 500
"""Releases the picker lists; one that an answer cites is always among them."""

_BROKEN = "This question could not be answered because of a fault in the program. Ask another one."
_STOPPED = "Stopped before there was an answer."

_log = logging.getLogger(__name__)

Updates = tuple[Any, ...]
"""New values of the parts that an event changes, in the order of its outputs."""


class Events:
    """What the events do, over one assistant; a window's own data comes and goes as arguments."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._release = assistant.index.release

    def open(self) -> Updates:
        """A window's first look: transcript, conversation, picker, document."""
        titles = self._titles()
        shown = next(iter(titles), None)
        return Transcript(), self._talk(Transcript()), self._picker(shown), self._paper(shown)

    def ask(self, question: str, transcript: Transcript, shown: str | None) -> Iterator[Updates]:
        """Answer: box, transcript, conversation, picker, document, ask, stop, examples."""
        if not (question or "").strip():
            yield tuple(gr.skip() for _ in range(8))
            return
        picked, history = shown, transcript.turns()
        transcript = transcript.ask(question[:MAX_QUESTION])
        yield self._step(transcript, shown, picked, question="")
        try:
            for answer in self._assistant.stream(Question(question, history)):
                transcript = transcript.answer(answer)
                if answer.citations and shown not in {c.release_id for c in answer.citations}:
                    shown = answer.citations[0].release_id
                yield self._step(transcript, shown, picked)
        except PrAssistantError as error:
            transcript = transcript.fail(str(error))
        except (
            Exception
        ):  # the border to the browser: the log gets the fault, the reader a sentence
            _log.exception("A question could not be answered")
            transcript = transcript.fail(_BROKEN)
        yield self._step(transcript, shown, picked, done=True)

    def retry(
        self, transcript: Transcript, shown: str | None, event: gr.EventData
    ) -> Iterator[Updates]:
        """Ask a question again, and drop what followed it: as `ask`."""
        asked = transcript.find(_number(event))
        yield from self.ask(
            asked.question if asked else "", transcript.before(_number(event)), shown
        )

    def edit(self, transcript: Transcript, shown: str | None, event: gr.EventData) -> Updates:
        """Bring a question back into the box, and drop it and what followed: box, transcript,
        conversation, document, ask, stop."""
        asked = transcript.find(_number(event))
        if asked is None:
            return tuple(gr.skip() for _ in range(6))
        left = transcript.before(asked.number)
        paper = self._paper(shown, left)
        return asked.question, left, self._talk(left), paper, *_buttons(done=True)

    def stop(self, transcript: Transcript) -> Updates:
        """Give up on the question that is being answered: transcript, conversation, ask, stop."""
        if transcript.exchanges and transcript.exchanges[-1].pending:
            transcript = transcript.fail(_STOPPED)
        return transcript, self._talk(transcript), *_buttons(done=True)

    def clear(self, shown: str | None) -> Updates:
        """Forget the conversation: transcript, conversation, document, ask, stop, examples."""
        empty = Transcript()
        return (
            empty,
            self._talk(empty),
            self._paper(shown),
            *_buttons(done=True),
            gr.update(visible=True),
        )

    def pick(self, shown: str | None, transcript: Transcript) -> str:
        """Show another release, with its marks."""
        return self._paper(shown, transcript)

    def follow(self, transcript: Transcript, chip: gr.EventData) -> Updates:
        """Show the release that a chip cites, at its mark: picker, document."""
        asked = str(getattr(chip, "number", ""))
        for (release_id, _, _), number in transcript.numbers().items():
            if str(number) == asked:
                paper = self._paper(release_id, transcript, focus=f"chip:{number}")
                return self._picker(release_id), paper
        return gr.skip(), gr.skip()

    def _step(
        self,
        transcript: Transcript,
        shown: str | None,
        picked: str | None,
        question: str | None = None,
        done: bool = False,
    ) -> Updates:
        """What `ask` gives; `picked` is the release that was shown before."""
        last = transcript.exchanges[-1]
        cited = last.answer.citations if last.answer else ()
        first = next((c for c in cited if c.release_id == shown), None)
        focus = f"{last.number}:{transcript.numbers()[slice_of(first)]}" if first else ""
        return (
            gr.skip() if question is None else question,
            transcript,
            self._talk(transcript),
            gr.skip() if shown == picked else self._picker(shown),
            gr.skip() if last.pending else self._paper(shown, transcript, focus),
            *_buttons(done),
            gr.update(visible=False),
        )

    def _talk(self, transcript: Transcript) -> str:
        return conversation(transcript, self._release)

    def _paper(
        self, shown: str | None, transcript: Transcript | None = None, focus: str = ""
    ) -> str:
        if not shown:
            return pane(None, None)
        marks = transcript.marks(shown) if transcript else []
        return pane(self._release(shown), self._assistant.index.facts(shown), marks, focus)

    def _titles(self) -> dict[str, str]:
        return self._assistant.index.catalog.titles()

    def _picker(self, shown: str | None) -> Any:
        """The picker, listing `shown` too; there is nothing to pick from a single release."""
        titles = self._titles()
        listed = list(titles.items())[:PICKED]
        if shown in titles and all(shown != release_id for release_id, _ in listed):
            listed.append((shown, titles[shown]))
        choices = [(title or release_id, release_id) for release_id, title in listed]
        return gr.update(choices=choices, value=shown, visible=len(choices) > 1)


def _number(event: gr.EventData) -> int:
    """The number of the exchange that an event of the conversation is about; 0 if there is none."""
    given = str(getattr(event, "exchange", ""))
    return int(given) if given.isdecimal() else 0


def _buttons(done: bool) -> tuple[Any, Any]:
    """Ask while nothing is being answered, stop while something is."""
    return gr.update(visible=done), gr.update(visible=not done)
