"""The button that adds a release to a window, and what is said of what it was given."""

from __future__ import annotations

import base64
import binascii

import gradio as gr

from pr_assistant.errors import PrAssistantError, ReleaseError
from pr_assistant.language import is_english
from pr_assistant.live import Source
from pr_assistant.releases import SUFFIXES
from pr_assistant.shelf import MAX_BYTES
from pr_assistant.structure import paragraphs
from pr_assistant.ui.markup import escape

BUTTON = (
    '<button type="button" title="A .txt or .md file; only this window sees it">'
    "+ Add a release</button>"
    f'<input type="file" accept="{",".join(SUFFIXES)}" aria-label="File of a release" hidden>'
)
SENT = f"""
const input = element.querySelector('input');
element.querySelector('button').addEventListener('click', () => input.click());
input.addEventListener('change', () => {{
  const file = input.files[0];
  input.value = '';
  if (!file) return;
  if (file.size > {MAX_BYTES}) return trigger('upload', {{name: file.name, size: file.size}});
  const reader = new FileReader();
  reader.addEventListener('load', () =>
    trigger('upload', {{name: file.name, data: reader.result.split(',')[1] ?? ''}}));
  reader.addEventListener('error', () => trigger('upload', {{name: file.name}}));
  reader.readAsDataURL(file);
}});
"""
"""The file travels as an event of its window. Gradio's own upload would put it into a folder, under
an address that everybody could ask for."""

DISMISSED = """
element.addEventListener('click', event => {
  if (event.target.closest('button')) element.querySelector('.note').remove();
});
"""


def received(file: gr.EventData) -> tuple[str, bytes]:
    """Name and bytes of a file that was sent. Raises `ReleaseError`."""
    if int(getattr(file, "size", 0) or 0) > MAX_BYTES:
        raise ReleaseError(f"is over the {MAX_BYTES // 1000} kB that can be added here")
    data = getattr(file, "data", None)
    if not isinstance(data, str):
        raise ReleaseError("could not be read by the browser")
    try:
        return str(getattr(file, "name", "")), base64.b64decode(data, validate=True)
    except binascii.Error as error:
        raise ReleaseError("did not arrive whole; try again") from error


def reading(name: str) -> str:
    """That a file is being read."""
    return f'<p class="note busy" role="status">Reading {escape(name)} …</p>'


def refused(name: object, error: PrAssistantError) -> str:
    """That a file was not added, and why."""
    said = f"{name} {error}." if isinstance(error, ReleaseError) else str(error)
    return _note(f"Not added: {escape(said)}", "refused", "alert")


def added(source: Source) -> str:
    """What was read of a release."""
    facts, release = source.facts, source.release
    told = [s for s in release.sections if s.kind not in ("metadata", "title")]
    counts = (
        ("paragraph", sum(len(paragraphs(release.text, s.start, s.end)) for s in told)),
        ("person" if len(facts.people) == 1 else "people", len(facts.people)),
        ("quotation", len(facts.quotations)),
        ("figure", len(facts.figures)),
    )
    read = ", ".join(
        f"{count} {noun}{'' if count == 1 or noun == 'people' else 's'}"
        for noun, count in counts
        if count
    )
    foreign = "" if is_english(release.text) else " It does not seem to be in English."
    return _note(
        f"Added “{escape(release.title)}”: read {read}.{foreign} Only this window sees it, and it"
        " is gone when you close or reload the page.",
        "added",
        "status",
    )


def _note(text: str, kind: str, role: str) -> str:
    return (
        f'<p class="note {kind}" role="{role}"><span>{text}</span>'
        '<button type="button" aria-label="Dismiss">×</button></p>'
    )
