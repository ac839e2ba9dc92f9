"""The page: its parts, and which of them each event changes."""

from __future__ import annotations

from typing import Any

import gradio as gr
from gradio.events import api as endpoint

from pr_assistant.assistant import Assistant
from pr_assistant.settings import Settings
from pr_assistant.ui import actions, adding, api
from pr_assistant.ui.pane import TABS
from pr_assistant.ui.sessions import Handlers, Sessions
from pr_assistant.ui.suggestions import SHOWN
from pr_assistant.ui.transcript import Transcript

TITLE = "Ask the release"
CONCURRENT = 4
"""Questions that are answered at the same time."""

_SENT = """
element.addEventListener('click', event => {
  const chip = event.target.closest('a.chip');
  if (chip && !document.getElementById('m' + chip.dataset.number))
    trigger('click', {number: chip.dataset.number});
  const button = event.target.closest('button[data-exchange]');
  if (button) trigger(button.dataset.action, {...button.dataset});
});
element.addEventListener('submit', event => {
  event.preventDefault();
  const form = event.target;
  trigger('like', {...form.dataset, reason: form.elements.reason.value});
});
"""
"""What the conversation sends to the server: a button's action, and a chip whose release is not in
the right pane. script.js scrolls to all other chips."""

_SAVE = "text => document.dispatchEvent(new CustomEvent('save', {detail: text}))"
"""actions.js saves it."""


def build(settings: Settings, assistant: Assistant) -> gr.Blocks:
    """The page over `assistant`. No text of a release is in it before a window opens."""
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    blocks = gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True)
    sessions = Sessions(settings, assistant, lambda window: _forget(blocks, window))
    page = Handlers(sessions)
    with blocks:
        transcript = gr.State(Transcript())
        shown = gr.State()  # the release in the right pane
        # In the browser alone. Gradio scrambles what it keeps there; the key need be no secret.
        history = gr.BrowserState([], storage_key="pr-assistant", secret="pr-assistant")
        carried = gr.Textbox(visible=False)
        with gr.Row(elem_id="top"):
            brand = f"<strong>{TITLE}</strong>{actions.SHAPES}"
            gr.HTML(brand, elem_id="brand", apply_default_css=False)
            picker = gr.Dropdown(
                elem_id="picker",
                label="Release",
                show_label=False,
                container=False,
                visible=False,
                # Else Gradio refuses what is gone by failing; `Events` says it in words.
                allow_custom_value=True,
            )
            add = gr.HTML(
                adding.BUTTON, elem_id="add", js_on_load=adding.SENT, apply_default_css=False
            )
            save = gr.Button("Download", elem_id="save", size="sm", min_width=0)
            clear = gr.Button("New conversation", elem_id="clear", size="sm", min_width=0)
            creed = "each sentence verified" if assistant.model else "exact words only"
            gr.HTML(f"<p>Reads English · {creed}</p>", elem_id="creed", apply_default_css=False)
        with gr.Row(elem_id="panes", equal_height=True):
            with gr.Column(elem_id="talk", min_width=0):
                added = gr.HTML(
                    elem_id="added", js_on_load=adding.DISMISSED, apply_default_css=False
                )
                talk = gr.HTML(elem_id="conversation", js_on_load=_SENT, apply_default_css=False)
                with gr.Row(elem_id="examples", visible=False) as examples:
                    chips = [
                        gr.Button("", size="sm", min_width=0, elem_classes="example")
                        for _ in range(SHOWN)
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
                        autofocus=True,
                        scale=1,
                    )
                    ask = gr.Button("Ask", elem_id="ask", variant="primary", min_width=0, scale=0)
                    stop = gr.Button("Stop", elem_id="stop", min_width=0, scale=0, visible=False)
            with gr.Column(elem_id="shown", min_width=0):
                gr.HTML(TABS, elem_id="tabs", js_on_load=None, apply_default_css=False)
                paper = gr.HTML(elem_id="paper", js_on_load=None, apply_default_css=False)

        changed = [transcript, talk, paper, ask, stop, examples, shown, history]
        answering: dict[str, Any] = {
            "outputs": changed,
            "concurrency_limit": CONCURRENT,
            "concurrency_id": "ask",
            **quiet,
        }
        inputs = [box, transcript, picker, shown]
        # "always_last": a question sent while Gradio still winds up the one before is not lost.
        asking = [box.submit, ask.click]
        running = [gr.on(asking, page.ask, inputs, trigger_mode="always_last", **answering)]
        running += [chip.click(page.ask, [chip, *inputs[1:]], **answering) for chip in chips]
        running.append(talk.retry(page.retry, inputs[1:], **answering))
        edited = [box, transcript, talk, paper, ask, stop, history]
        talk.edit(page.edit, [transcript, shown], edited, cancels=running, **quiet)
        talk.like(page.judge, transcript, [transcript, talk, history], **quiet)
        given_up = [transcript, talk, ask, stop, history]
        stop.click(page.stop, transcript, given_up, cancels=running, **quiet)
        clear.click(
            page.clear,
            shown,
            [transcript, talk, paper, ask, stop, history],
            cancels=running,
            **quiet,
        )
        picker.input(page.pick, [picker, transcript, shown], [picker, paper, shown], **quiet)
        talk.click(page.follow, transcript, [paper, shown], **quiet)
        add.upload(sessions.add, None, [added, picker, paper, shown], concurrency_limit=1, **quiet)
        suggested: dict[str, Any] = {
            "fn": page.suggest,
            "inputs": [transcript, picker, shown],
            "outputs": [examples, *chips],
            "trigger_mode": "always_last",
            "concurrency_limit": 1,
            "concurrency_id": "suggest",
            **quiet,
        }
        seen = [transcript, talk, picker, paper, shown]
        blocks.load(page.open, history, seen, **quiet).then(**suggested)
        gr.on([talk.change, picker.change, shown.change], **suggested)
        save.click(page.download, transcript, carried, **quiet).then(
            None, carried, None, js=_SAVE, **quiet
        )
        blocks.unload(sessions.leave)
        endpoint(
            api.asking(assistant),
            api_name="ask",
            concurrency_limit=CONCURRENT,
            concurrency_id="ask",
        )
    blocks.queue(max_size=64, api_open=False, default_concurrency_limit=2 * CONCURRENT)
    return blocks


def _forget(blocks: gr.Blocks, window: str) -> None:
    """Drop the state of a window, which Gradio would keep for an hour after it was closed."""
    with blocks.state_holder.lock:
        blocks.state_holder.session_data.pop(window, None)
        blocks.state_holder.time_last_used.pop(window, None)
