"""What can be done with a question and its answer: the buttons beside them, as HTML.

A button names its event in `data-action`; the page sends that to the server, but for "copy", which
the browser does by itself (actions.js).
"""

from __future__ import annotations

from collections.abc import Iterable

from pr_assistant.models import Citation
from pr_assistant.ui.markup import escape
from pr_assistant.ui.reference import Lookup, reference
from pr_assistant.ui.transcript import Exchange

MAX_REASON = 500
"""Characters of a reason for a verdict."""

SHAPES = (
    '<svg width="0" height="0" aria-hidden="true"><symbol id="thumb" viewBox="0 0 16 16">'
    '<path d="M1.5 7.5h2.8v6H1.5zM4.3 7.5l2.5-5.6c1.3 0 1.9.9 1.7 2l-.4 2.3h4.3c.9 0 1.6.8 1.4 1.7'
    'l-.9 4.3c-.1.8-.7 1.3-1.5 1.3H4.3"/></symbol></svg>'
)
"""What the page must hold once. Drawn, as not every machine has a font with thumbs; style.css turns
it down."""
_THUMB = '<svg aria-hidden="true"><use href="#thumb"/></svg>'


def on_question(exchange: Exchange, last: bool) -> str:
    """To change a question and, for the last one, to ask it again. Hidden while one is answered."""
    edit = _button(exchange, "edit", "Edit", "Edit this question; what follows is dropped")
    retry = _button(exchange, "retry", "Ask again", "Ask this question again") if last else ""
    return f'<p class="do">{edit}{retry}</p>'


def on_answer(exchange: Exchange, citations: Iterable[Citation], release: Lookup) -> str:
    """To copy an answer's quotes with their places, and to say whether it is right."""
    lines = "\n".join(reference(one, release(one.release_id)) for one in citations)
    copy = (
        f'<button type="button" data-action="copy" data-copy="{escape(lines)}">'
        "Copy with citation</button>"
    )
    return (
        f'<span class="do" role="group" aria-label="This answer">{copy if lines else ""}'
        f"{_thumb(exchange, True)}{_thumb(exchange, False)}</span>"
    )


def reason(exchange: Exchange) -> str:
    """Where the reader may say why; shown once there is a verdict."""
    if exchange.good is None:
        return ""
    if exchange.reason is not None:
        return '<p class="meta thanks">Noted on this machine. Thank you.</p>'
    asked = "What is good about it?" if exchange.good else "What is wrong with it?"
    return (
        f'<form class="why" data-exchange="{exchange.number}" data-good="{int(exchange.good)}">'
        f'<label>{asked} <input name="reason" maxlength="{MAX_REASON}" autocomplete="off"'
        ' placeholder="optional"></label><button type="submit">Send</button></form>'
    )


def _thumb(exchange: Exchange, good: bool) -> str:
    name = "This answer is right" if good else "This answer is wrong"
    pressed = str(exchange.good is good).lower()
    return (
        f'<button type="button" class="thumb" data-action="like" data-exchange="{exchange.number}"'
        f' data-good="{int(good)}" aria-pressed="{pressed}" aria-label="{name}" title="{name}">'
        f"{_THUMB}</button>"
    )


def _button(exchange: Exchange, action: str, label: str, title: str) -> str:
    return (
        f'<button type="button" data-action="{action}" data-exchange="{exchange.number}"'
        f' title="{title}">{label}</button>'
    )
