"""What a reader says of an answer: from a button of the conversation into the file of feedback."""

from __future__ import annotations

import logging
from pathlib import Path

import gradio as gr

from pr_assistant import feedback
from pr_assistant.errors import PrAssistantError
from pr_assistant.models import whole_characters
from pr_assistant.shelf import OWN
from pr_assistant.ui.actions import MAX_REASON
from pr_assistant.ui.transcript import Exchange, Transcript

_log = logging.getLogger(__name__)


class Verdicts:
    """Writes verdicts into the file at `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def judge(self, transcript: Transcript, event: gr.EventData) -> Transcript | None:
        """Note a verdict, with its reason if there is one; None where it cannot be noted."""
        number, good = (str(getattr(event, name, "")) for name in ("exchange", "good"))
        reason = getattr(event, "reason", None)
        exchange = transcript.find(int(number)) if number.isdecimal() else None
        if exchange is None or good not in ("0", "1"):
            return None
        if any(one.release_id.startswith(OWN) for one in exchange.citations):
            gr.Info("Not noted: nothing of a release that you added is kept.")
            return None
        reason = None if reason is None else whole_characters(str(reason))[:MAX_REASON].strip()
        try:
            self._note(transcript, exchange, good == "1", reason or "")
        except PrAssistantError as error:
            _log.error("Feedback could not be noted: %s", error)
            gr.Warning("This could not be noted on this machine.")
            return None
        return transcript.judge(exchange.number, good == "1", reason)

    def _note(self, transcript: Transcript, exchange: Exchange, good: bool, reason: str) -> None:
        if exchange.answer is None:
            return
        before = transcript.before(exchange.number).turns()
        history = tuple(turn.question for turn in before)
        given = feedback.verdict(exchange.key, good, reason, exchange.answer, history)
        feedback.write(self._path, given)
