"""Whether a claim denies what the cited words deny, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pr_assistant.grounding.claims import Claim, Ground
from pr_assistant.grounding.tokens import Token
from pr_assistant.grounding.vocabulary import FREE

_NEUTRAL = re.compile(
    r"\bnot only\b|\bnot just\b|\bno\. ?\d"
    r"|\b(?:no|not) (?:later|less|fewer|more) than(?!\s+(?:[a-z]+ed|offset)\b)",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\b(not )?(only|just)\b", re.IGNORECASE)
_REACH = 3
"""How many words after a negation it may deny."""


def negations(claim: Claim, ground: Ground) -> Iterator[str]:
    """What is denied is denied in both, and nothing else is: each negation has one of its own."""
    mine = _denied(claim.text, claim.tokens)
    theirs = [one for s in ground.statements for one in _denied(s.text, s.tokens)]
    free = list(theirs)
    for word, reach in mine:
        fitting = [one for one in free if _share(reach, one[1]) or not (reach and one[1])]
        if not fitting:
            yield f"the cited words do not say {word.text!r}"
            return
        free.remove(
            max(fitting, key=lambda one: (_shared(reach, one[1]), one[0].keys == word.keys))
        )
    only = {bool(m[1]) for m in _ONLY.finditer(claim.text)}
    if only == {False} and {bool(m[1]) for m in _ONLY.finditer(ground.text)} == {True}:
        yield "it leaves out 'not'"
    for word, reach in free:
        if any(token.keys & claim.keys for token in reach):
            yield f"it leaves out {word.text!r}"


def _denied(text: str, words: Sequence[Token]) -> list[tuple[Token, list[Token]]]:
    """Each negation with the words of content it may deny."""
    neutral = [match.span() for match in _NEUTRAL.finditer(text)]
    found = []
    for index, token in enumerate(words):
        if not token.negates or any(a <= token.start < b for a, b in neutral):
            continue
        after = [t for t in words[index + 1 :] if t.lower not in FREE and not t.negates]
        found.append((token, after[:_REACH]))
    return found


def _shared(one: Sequence[Token], other: Sequence[Token]) -> int:
    return sum(any(a.keys & b.keys for b in other) for a in one)


def _share(one: Sequence[Token], other: Sequence[Token]) -> bool:
    return _shared(one, other) > 0
