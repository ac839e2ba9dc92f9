"""Addresses and markup: none comes from a model, not even in what is said to have been dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pr_assistant.grounding.claims import Claim, Ground

_FOREIGN = re.compile(
    r"https?:|www\.|://|!\[|\]\(|<\s*[a-z!/]|\b[\w.+-]+@[\w-]+\.\w|`|\b(?:[\w-]+\.)+(?:com|net|org|io"
    r"|example|dev|app|xyz|co|info|ru|cn|me|site|link|page|cloud)\b|\|",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"\]\([^)]*\)?|<\s*[a-z!/][^>]*>?", re.IGNORECASE)
HIDDEN = "[…]"
"""What stands for an address or markup that is not shown."""
_LONGEST = 600


def addresses(claim: Claim, ground: Ground) -> Iterator[str]:
    """No address, markup or picture comes from a model."""
    if _FOREIGN.search(claim.text):
        yield "it has an address or markup in it"


def shown(text: str) -> str:
    """What was dropped as it may be shown: `HIDDEN` in place of each address and tag, not long."""
    plain = _MARKUP.sub(f" {HIDDEN} ", text[:_LONGEST])
    words = (HIDDEN if _FOREIGN.search(word) else word for word in plain.split())
    return " ".join(words) + ("…" if len(text) > _LONGEST else "")
