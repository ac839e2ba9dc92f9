"""What a handler gives → what Gradio is handed."""

from __future__ import annotations

from typing import Any

import gradio as gr


def updates(given: Any) -> Any:
    """The outputs of a handler, each as an update: of a tuple, each part.

    Gradio makes a new component, under a new number, of every update, `gr.skip()` among them. A
    plain value for the same output is then kept under that number, and never let go of: with each
    answer, a window would keep one more copy of the document (Gradio 6.31).
    """
    return tuple(map(_update, given)) if isinstance(given, tuple) else _update(given)


def _update(value: Any) -> Any:
    is_one = isinstance(value, dict) and value.get("__type__") == "update"
    return value if is_one else gr.update(value=value)
