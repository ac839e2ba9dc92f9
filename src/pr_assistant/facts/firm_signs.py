"""Signs that a name is a firm’s: what firms do, where one works, what is owned."""

from __future__ import annotations

import re
from functools import lru_cache

_FIRM_BEHIND = re.compile(
    r"(?:,?\s+(?:which|founded|based|listed|headquartered|owned|operates|employs|serves|runs|makes"
    r"|sells|was founded|were founded|an? \w+ (?:company|firm|maker|provider))\b"
    r"|\s+(?:said|says|announced|confirmed|expects|confirms|announces)(?: that)? it(?:s|['’]s)?\b)"
)
_FIRM_BEFORE = re.compile(r"\b(?:at|in|near|within|customers of|shares (?:in|of)|employees of)\s+$")


def speaks_for_firm(text: str, name: str) -> bool:
    """Whether a release treats a name of two words as a firm's somewhere: "Acme Lane said it"."""
    whole = _squeezed(text)
    start = whole.find(name)
    while start >= 0:
        end = start + len(name)
        if not (_touches(whole, start - 1) or _touches(whole, end)) and (
            _FIRM_BEHIND.match(whole, end) or _FIRM_BEFORE.search(whole, max(0, start - 20), start)
        ):
            return True
        start = whole.find(name, end)
    return False


def _touches(text: str, at: int) -> bool:
    """Whether a letter, a digit or an underscore stands there."""
    return 0 <= at < len(text) and (text[at].isalnum() or text[at] == "_")


@lru_cache(maxsize=4)
def _squeezed(text: str) -> str:
    """A text with a single space between its words, in which a name is found at once."""
    return " ".join(text.split())
