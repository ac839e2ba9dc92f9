"""Words of titles beside names: "Head Coach Ana Roe", "Ana Roe Chief Executive"."""

from __future__ import annotations

from pr_assistant.facts.given import is_given
from pr_assistant.facts.lexicon import ROLE_HEADS, ROLE_MODIFIERS
from pr_assistant.sentences import Span

NAMES_TOO = frozenset(
    "king prince bishop judge dean abbot warden ranger chase farmer driver pilot author coach"
    " fellow"
    " chef reader keeper baker rector singer player painter master marshal"
    " merchant".split()
)
"""Heads of titles that are names as well."""


def is_head(word: str) -> bool:
    """Whether a word is a noun that a title ends in, and no name."""
    lower = word.lower().strip(".,")
    if "-in-" in lower:
        lower = lower.split("-")[0]
    if lower.startswith(("vice-", "deputy-", "co-")):
        lower = lower.split("-", 1)[1]
    return lower in ROLE_HEADS and lower not in NAMES_TOO


def joins_firm(firm: str, words: str) -> bool:
    """Whether what was taken for a firm begins with somebody's name: "Ana Roe and Acme Corp."."""
    first, *others = words.split()
    return firm.startswith(f"{words.lower()} and ") and bool(others) and is_given(first, others)


def is_second_word(text: str, before: Span, word: Span) -> bool:
    """Whether what may be a name is the second word of a post: "Head Coach"."""
    return (
        text[slice(*word)].lower() in NAMES_TOO
        and text[slice(*before)].lower() in _BEFORE_HEADS
        and text[word.start].isupper()
    )


_BEFORE_HEADS = frozenset("head assistant chief deputy senior junior managing executive".split())


def before_title(text: str, parts: list[Span]) -> list[Span]:
    """The name that a title follows with no mark between: "Named Ana Roe Chief Executive"."""
    words = [text[slice(*part)] for part in parts]
    stop = next((i for i, w in enumerate(words) if i and _opens_title(w)), 0)
    return parts[:stop] if stop in (2, 3) and is_given(words[0], words[1:stop]) else []


def _opens_title(word: str) -> bool:
    return word.lower() in ROLE_MODIFIERS or is_head(word)
