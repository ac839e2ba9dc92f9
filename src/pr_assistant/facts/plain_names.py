"""Names of the usual form, told by themselves and by what their release says of them."""

from __future__ import annotations

from pr_assistant.facts.firm_signs import speaks_for_firm
from pr_assistant.facts.names import is_name, looks_like_organisation
from pr_assistant.facts.things import is_thing


def is_plain(text: str, start: int, end: int) -> bool:
    """Whether a run of words is a name of the usual form, and no organisation's."""
    name = " ".join(text[start:end].split())
    return (
        is_name(name)
        and len(name.split()) <= 4
        and not is_thing(name)
        and not looks_like_organisation(name)
        and not speaks_for_firm(text, name)
    )
