"""Names of fields of work and of parts of an organisation: "Investor Relations"."""

from __future__ import annotations

import re

from pr_assistant.facts.lexicon import (
    FUNCTIONS,
    ORGANISATION_NOUNS,
)


def is_function(words: str) -> bool:
    """Whether a name is of a field of work ("Investor Relations"), not of an organisation."""
    if any(c.isupper() for w in words.split() for c in w[1:] if not w.isupper()):
        return False  # "WellSpring"
    parts = [w.strip("(),.").lower() for w in words.split()]
    if is_unit(words):
        return True
    if len(parts) > 1 and parts[-1] in _UNITS:
        parts.pop()
    if len(parts) == 3 and parts[1] in ("and", "&") and parts[0] in FUNCTIONS:
        return True  # "Nursing and Midwifery"
    return all(
        p in FUNCTIONS
        or ("-" in p and all(part in FUNCTIONS for part in p.split("-")))
        or p in ("and", "&", "of", "the")
        or (p not in ORGANISATION_NOUNS and bool(_FIELD.search(p)))
        for p in parts
        if p
    )


_FIELD = re.compile(r"[a-z]{3}(?:ing|tions?|sions?|ments?|ics|ity|ance|ence|ology)$")
"""How the names of fields of work end."""


def is_unit(words: str) -> bool:
    """Whether a name is of a part of an organisation: "Overseas Sales Department II"."""
    parts = re.sub(r"\s+(?:[IVX]+|\d+)$", "", words).lower().split()
    return len(parts) > 1 and parts[-1] in _OWN_UNITS


_OWN_UNITS = frozenset("department division dept section desk".split())
"""What is of its organisation, whatever it is called."""
_UNITS = frozenset("office department division team desk unit".split())
BODY = re.compile(
    r"\s+(?:Board|Committee|Council|Team|Association|Federation|Union|Society|Club)\b"
)
"""What makes a word before it a part of a name: "Executive Board", "Farmers Union"."""
