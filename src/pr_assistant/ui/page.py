"""The page: its parts, and what happens when somebody asks, stops, clears or picks."""

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
from pr_assistant.ui.release_view import document
from pr_assistant.ui.transcript import Transcript, slice_of

TITLE = "Ask the release"
EXAMPLES = (
    "Who signed the MoU?",
    "What are the three strategic pillars?",
    "How many start-ups have PolyU researchers founded?",
    "What did Mr. Sunny SHANG say about the partnership?",
)
"""About parties, pillars and figures; shown until something was asked."""

PICKED = 500
"""Releases the picker lists; one that an answer cites is always among them."""

CONCURRENT = 4
"""Questions that are answered at the same time."""

_BROKEN = "This question could not be answered because of a fault in the program. Ask another one."
_STOPPED = "Stopped before there was an answer."

_FOREIGN_CHIP = """
element.addEventListener('click', event => {
  const chip = event.target.closest('a.chip');
  if (!chip || document.getElementById('m' + chip.dataset.number)) return;
  trigger('click', {number: chip.dataset.number});
});
"""
"""A chip whose release is not in the right pane asks for it; script.js scrolls to all others."""

_log = logging.getLogger(__name__)

Updates = tuple[Any, ...]
"""New values of the parts that an event changes, in the order of its outputs."""


class _Page:
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
        release = self._release(shown) if shown else None
        marks = transcript.marks(shown) if transcript and shown else []
        return document(release, marks, focus)

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


def _buttons(done: bool) -> tuple[Any, Any]:
    """Ask while nothing is being answered, stop while something is."""
    return gr.update(visible=done), gr.update(visible=not done)


def build(assistant: Assistant) -> gr.Blocks:
    """The page over `assistant`. No text of a release is in it before a window opens."""
    page = _Page(assistant)
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    blocks = gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True)
    with blocks:
        transcript = gr.State(Transcript())
        with gr.Row(elem_id="top"):
            gr.HTML(f"<strong>{TITLE}</strong>", elem_id="brand", apply_default_css=False)
            picker = gr.Dropdown(
                elem_id="picker", label="Release", show_label=False, container=False, visible=False
            )
            clear = gr.Button("New conversation", elem_id="clear", size="sm", min_width=0)
            gr.HTML(
                "<p>Reads English · exact words only</p>", elem_id="creed", apply_default_css=False
            )
        with gr.Row(elem_id="panes", equal_height=True):
            with gr.Column(elem_id="talk", min_width=0):
                talk = gr.HTML(
                    elem_id="conversation", js_on_load=_FOREIGN_CHIP, apply_default_css=False
                )
                with gr.Row(elem_id="examples") as examples:
                    chips = [
                        gr.Button(example, size="sm", min_width=0, elem_classes="example")
                        for example in EXAMPLES
                    ]
                with gr.Row(elem_id="asking"):
                    box = gr.Textbox(
                        elem_id="question",
                        label="Question",
                        show_label=False,
                        container=False,
                        placeholder="Ask about parties, pillars, figures, or who said what",
                        lines=1,
                        max_lines=5,
                        max_length=MAX_QUESTION,
                        autofocus=True,
                        scale=1,
                    )
                    ask = gr.Button("Ask", elem_id="ask", variant="primary", min_width=0, scale=0)
                    stop = gr.Button("Stop", elem_id="stop", min_width=0, scale=0, visible=False)
            paper = gr.HTML(elem_id="paper", js_on_load=None, apply_default_css=False)

        changed = [box, transcript, talk, picker, paper, ask, stop, examples]
        answering: dict[str, Any] = {
            "outputs": changed,
            "concurrency_limit": CONCURRENT,
            "concurrency_id": "ask",
            **quiet,
        }
        inputs = [box, transcript, picker]
        running = [gr.on([box.submit, ask.click], page.ask, inputs, **answering)]
        running += [chip.click(page.ask, [chip, transcript, picker], **answering) for chip in chips]
        stop.click(page.stop, transcript, [transcript, talk, ask, stop], cancels=running, **quiet)
        clear.click(
            page.clear,
            picker,
            [transcript, talk, paper, ask, stop, examples],
            cancels=running,
            **quiet,
        )
        picker.input(page.pick, [picker, transcript], paper, **quiet)
        talk.click(page.follow, transcript, [picker, paper], **quiet)
        blocks.load(page.open, None, [transcript, talk, picker, paper], **quiet)
    blocks.queue(max_size=64, api_open=False, default_concurrency_limit=2 * CONCURRENT)
    return blocks
