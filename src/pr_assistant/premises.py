"""What a question for yes or no takes for granted that the releases do not say."""

from __future__ import annotations

import re
from collections.abc import Collection

from pr_assistant.asking import by_form

_FIGURE = re.compile(
    r"(?:\b(?:in|on|since|by|over|about|around|almost|nearly|exactly|more than|less than|at least)"
    r"\s+)?"
    r"(?<![\w.,])[$€£¥]?(?P<figure>\d[\d.,]*\d|\d)(?:%|st|nd|rd|th)?(?![\w.,]*\d)\s*"
)


def without_wrong_figures(question: str, texts: Collection[str]) -> str:
    """The question without figures that stand nowhere in `texts`, if yes or no is asked for: "Was
    it founded in 1998?" is answered with when it was."""
    if by_form(question) != "yesno":
        return question

    def kept(match: re.Match[str]) -> str:
        written = re.compile(rf"(?<![\d.,]){re.escape(match['figure'])}(?![\d]|[.,]\d)")
        return match.group() if any(map(written.search, texts)) else ""

    return _FIGURE.sub(kept, question)
