"""Whether a claim says "last year", "this week" or "Monday" where the cited words do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pr_assistant.grounding.claims import Claim, Ground

_WHICH = {
    "last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1,
}  # fmt: skip
_RELATIVE = re.compile(
    rf"\b({'|'.join(_WHICH)})\s+(year|month|week|quarter|season|spring|summer|autumn|fall|winter"
    r"|decade|century|night|morning|evening|afternoon)\b",
    re.IGNORECASE,
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def times(claim: Claim, ground: Ground) -> Iterator[str]:
    """A time that counts from now is the one of the cited words; so is a day of the week."""
    theirs = _relative(ground.text)
    for _, unit in _relative(claim.text) - theirs:
        if any(unit == other for _, other in theirs):
            yield f"the {unit} is another one in the cited words"
    said = {token.lower for token in ground.tokens}
    for token in claim.tokens:
        if token.lower in _DAYS and token.lower not in said:
            yield f"{token.text!r} is not in the cited words"


def _relative(text: str) -> set[tuple[int, str]]:
    return {(_WHICH[m[1].lower()], m[2].lower()) for m in _RELATIVE.finditer(text)}
