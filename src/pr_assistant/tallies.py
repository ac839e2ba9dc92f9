"""Of what a question asks how many there are."""

from __future__ import annotations

import re

from pr_assistant.words import STOP_WORDS, stem, words

_HOW_MANY = re.compile(r"\b(?:how many|(?:total |exact )?number of)\s+(.*)", re.IGNORECASE)
_CLOSES = frozenset(
    "are is was were do does did have has had will would can could there in at for from with by"
    " of to on work works worked live lives take took make made come came get got go went".split()
)
"""Words before which what is counted has been named."""
_NOUN = 4
"""Words of what is counted at most."""
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
