"""The one endpoint for programs, `/ask`: docs/api.md."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import gradio as gr

from pr_assistant.assistant import Assistant
from pr_assistant.errors import PrAssistantError
from pr_assistant.models import Question

_log = logging.getLogger(__name__)


def asking(assistant: Assistant) -> Callable[..., dict[str, Any]]:
    """What the endpoint does; it sees the shared releases, and nothing that a window added."""

    def ask(question: str, release: str | None = None) -> dict[str, Any]:
        """Ask press releases a question; the answer is their own words, cited to the character.

        Args:
            question: In English, up to 2,000 characters.
            release: The id of the one release to ask; all of them where it is not given.

        Returns:
            The object that `pr-assistant ask --json` prints.
        """
        try:
            answer = assistant.invoke(Question(question, release_id=release or None))
        except PrAssistantError as error:
            raise gr.Error(str(error), print_exception=False) from error
        except Exception as error:  # the border to the caller: the log gets the fault
            _log.exception("A question could not be answered")
            fault = "The question could not be answered because of a fault in the program."
            raise gr.Error(fault, print_exception=False) from error
        return answer.to_dict()

    return ask
