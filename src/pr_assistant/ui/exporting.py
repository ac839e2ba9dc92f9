"""A conversation as Markdown, with its citations: what "Download" saves."""

from __future__ import annotations

import re

from pr_assistant.models import Answer
from pr_assistant.ui.reference import Lookup, reference
from pr_assistant.ui.transcript import Exchange, Transcript

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~$&])")


def markdown(transcript: Transcript, release: Lookup) -> str:
    """All that was asked and answered. Text of a question or release is text there, too: no link,
    image or heading of its own."""
    parts = [_exchange(exchange, release) for exchange in transcript.exchanges]
    return "\n".join(["# Questions to a press release\n", *filter(None, parts)])


def _exchange(exchange: Exchange, release: Lookup) -> str:
    answer = exchange.answer
    if answer is None:
        return f"## {_text(exchange.question)}\n\n{_text(exchange.failure or '')}\n"
    read_as = ""
    if answer.standalone_question != answer.question:
        read_as = f"Read as: {_text(answer.standalone_question)}\n\n"
    said = f"**{_text(answer.answer)}**\n\n"
    return f"## {_text(exchange.question)}\n\n{read_as}{said}{_sources(answer, release)}"


def _sources(answer: Answer, release: Lookup) -> str:
    cited = answer.citations or answer.related
    title = "What it says that comes closest:\n\n" if cited and not answer.citations else ""
    lines = (f"> {_text(reference(one, release(one.release_id)))}\n" for one in cited)
    return title + "\n".join(lines)


def _text(words: str) -> str:
    """Words on one line that mean nothing in Markdown."""
    return _SIGNS.sub(r"\\\1", " ".join(words.split()))
