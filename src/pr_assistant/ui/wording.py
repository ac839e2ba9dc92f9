"""How sure the assistant is of an answer, in words."""

from __future__ import annotations

from pr_assistant.models import Answer

SURE, FAIRLY = 0.75, 0.55
"""From which chance of being right an answer is called so. The chances are calibrated
(`deciding.py`), and nothing under 0.45 is given as an answer. Of the answers to the test questions
in evals/cases 92 % of the 157 it is quite sure of are right, 75 % of the 65 it is fairly sure of,
and 14 of the other 23."""


def how_sure(answer: Answer) -> str:
    """How sure the assistant is of an answer of the release's own words.

    Of what a language model wrote there is no chance to speak of: each sentence was verified.
    """
    if answer.engine != "extractive":
        return "Each sentence verified"
    if answer.confidence >= SURE:
        return "Quite sure"
    return "Fairly sure" if answer.confidence >= FAIRLY else "Not sure – check it in the release"
