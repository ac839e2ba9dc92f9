"""What can be asked: a text that was typed → the question that is read."""

from __future__ import annotations

from pr_assistant.errors import UsageError
from pr_assistant.models import whole_characters

MAX_QUESTION = 2_000
"""Characters a question may have."""


def clean(text: str) -> str:
    """The question without white space around it. Raises `UsageError` if it cannot be one."""
    if not isinstance(text, str):
        raise UsageError("A question is a text, for example: Who signed?")
    if len(text) > MAX_QUESTION:
        raise UsageError(
            f"The question has {len(text):,} characters; ask in at most {MAX_QUESTION:,}."
        )
    question = " ".join(whole_characters(text).split())
    if not question:
        raise UsageError("The question is empty. Ask something, for example: Who signed?")
    if not any(character.isalnum() for character in question):
        raise UsageError("The question has no words in it. Ask something, for example: Who signed?")
    return question


def earlier(text: str) -> str:
    """An earlier question as it is read again. Raises `UsageError` if it is too long."""
    if len(text) > MAX_QUESTION:
        raise UsageError(
            f"A question of the history has {len(text):,} characters; at most {MAX_QUESTION:,} can"
            " be followed."
        )
    return whole_characters(text)
