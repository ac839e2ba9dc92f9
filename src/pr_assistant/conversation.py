"""Question + history → a question that can be answered without the history."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pr_assistant.models import Turn
from pr_assistant.words import content_words

_ELLIPSIS = re.compile(
    r"\s*(?:and|or|but|also|what about|how about|what else|who else|anyone else|any other"
    r"|then|same|why|how so|more)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:he|she|they|it|him|her|them|his|hers|their|theirs|its|itself|there|both|these|those"
    r"|that|this|one|ones|former|latter|others?)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:is|was|are|were|said|says|stated?|claims?|shows?|so|,)\s+that\b", re.I
)
_NAME = re.compile(r"(?<!^)\b[A-Z][\w&'’-]+")
_MIN_WORDS = 2
_MAX_TURNS = 3
"""How far back a chain of follow-ups is followed."""


def standalone(question: str, history: Sequence[Turn]) -> str:
    """The question as it stands if it needs no history, else with the questions it follows on.

    `history` is oldest first. Only the earlier questions are used, never earlier answers.
    """
    if not history or not depends(question):
        return question
    earlier = standalone(history[-1].question, history[:-1][-_MAX_TURNS:])
    return f"{earlier.strip()} {question.strip()}"


def depends(question: str) -> bool:
    """Whether a question points back: ellipsis, too few words, or a pronoun before any name."""
    if _ELLIPSIS.match(question) or len(content_words(question)) < _MIN_WORDS:
        return not _NAME.search(question) or bool(_ELLIPSIS.match(question))
    pronoun = _POINTS_BACK.search(_RELATIVE.sub("", question))
    name = _NAME.search(question)
    return pronoun is not None and (name is None or pronoun.start() < name.start())
