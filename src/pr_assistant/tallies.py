"""Of what a question asks how many there are, and which statements say so: "six start-ups"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from pr_assistant.words import STOP_WORDS, stem, words

_HOW_MANY = re.compile(r"\b(?:how many|(?:total |exact )?number of)\s+(.*)", re.IGNORECASE)
_CLOSES = frozenset(
    "are is was were do does did have has had will would can could there in at for from with by"
    " of to on work works worked live lives take took make made come came get got go went".split()
)
"""Words before which what is counted has been named."""
_NOUN = 4
"""Words of what is counted at most, and between a number and it."""
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty thirty forty fifty hundred thousand million"
    " billion dozen dozens hundreds thousands millions".split()
)
_STAFF = frozenset(map(stem, "people persons employees staff workers".split()))
"""Who works somewhere, as releases call them."""


def counted_in(question: str) -> frozenset[str]:
    """Stems of what is asked how many of; none if nothing is."""
    found = _HOW_MANY.search(question)
    named: list[str] = []
    for word in words(found[1]) if found else ():
        if word in _CLOSES or len(named) == _NOUN:
            break
        named.append(word)
    found_there = {stem(word) for word in named if word not in STOP_WORDS and len(word) > 2}
    return frozenset(found_there | (_STAFF if found_there & _STAFF else set()))


@lru_cache(maxsize=8_000)
def _tallies(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Each number of a text with the stems of the words behind it."""
    found = words(text)
    numbers = [at for at, word in enumerate(found) if word[0].isdigit() or word in _NUMBERS]
    ends = [*numbers[1:], len(found)][: len(numbers)]
    return tuple(
        (found[at], frozenset(map(stem, found[at + 1 : min(end, at + 2 + _NOUN)])))
        for at, end in zip(numbers, ends, strict=True)
    )


def tally(counted: frozenset[str], text: str) -> frozenset[str]:
    """The numbers of a text that stand before one of the stems."""
    if not counted:
        return frozenset()
    return frozenset(number for number, behind in _tallies(text) if counted & behind)


def spread(counted: frozenset[str], texts: Iterable[str]) -> int:
    """How many different numbers all texts have of what is counted."""
    return len(frozenset[str]().union(*(tally(counted, text) for text in texts)))
