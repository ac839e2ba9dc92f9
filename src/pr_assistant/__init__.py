"""Ask a press release a question and get its own words, cited to the character."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pr_assistant.assistant import Assistant
    from pr_assistant.errors import PrAssistantError
    from pr_assistant.models import Answer, Citation, Question, Turn
    from pr_assistant.settings import Settings

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # before anything loads ONNX Runtime

__version__ = "0.1.0"
_HOMES = {
    "Assistant": "assistant",
    "PrAssistantError": "errors",
    "Answer": "models",
    "Citation": "models",
    "Question": "models",
    "Turn": "models",
    "Settings": "settings",
}
__all__ = ["Answer", "Assistant", "Citation", "PrAssistantError", "Question", "Settings", "Turn"]


def __getattr__(name: str) -> Any:
    """Names load when they are first used, so that `--help` need not wait for them."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
