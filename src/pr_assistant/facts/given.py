"""Whether a name begins with a given name."""

from __future__ import annotations

import re

from pr_assistant.facts.given_names import GIVEN_NAMES, SURNAMES_FIRST
from pr_assistant.facts.names import UPPER

_GIVEN_OF_TWO = re.compile(rf"[{UPPER}][a-z]{{1,6}}-[{UPPER}]?[a-z]{{1,6}}$")
""" "Wai-lam", "Mei-Ling", "Joon-ho"."""
_SYLLABLE = re.compile(rf"[{UPPER}][a-z]{{1,5}}$")


def is_given(first: str, others: list[str]) -> bool:
    """Whether a name begins with a usual given name, or is one in the order of East Asia."""
    lower = first.lower()
    if lower in GIVEN_NAMES or lower.partition("-")[0] in GIVEN_NAMES:
        return True
    if lower in SURNAMES_FIRST:
        if len(others) == 1:
            return bool(_GIVEN_OF_TWO.match(others[0]))
        return len(others) == 2 and all(map(_SYLLABLE.match, others))
    return others[-1].lower() in SURNAMES_FIRST and bool(_GIVEN_OF_TWO.match(first))
