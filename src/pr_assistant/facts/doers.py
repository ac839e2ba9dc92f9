"""What a chief may be by the form of a word, and words that stand before it: "chief tester"."""

from __future__ import annotations

import re

from pr_assistant.facts.phrases import CLOSED

CHIEFLY = frozenset("chief head senior lead deputy assistant principal acting portfolio".split())
_DOER = re.compile(r"[a-z]{3,}(?:er|or|ist|ian|ant)$")
_DONE = re.compile(r"\s*(?:,|\s[A-Z]|\s(?:at|of|for)\s|$)")


def is_doer(text: str, token: re.Match[str], end: int) -> bool:
    """Whether a word may be what a chief is by its form: "chief tester"."""
    word = token["word"]
    return bool(_DOER.match(word) and word not in CLOSED and _DONE.match(text, token.end(), end))
