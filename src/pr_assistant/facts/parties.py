"""Whose news it is: the organisations named first, or told about at the end."""

from __future__ import annotations

import re

from pr_assistant.facts.layout import Layout
from pr_assistant.facts.organisation_names import boilerplate

_NO_VERB = 200
"""So much of the first paragraph names the parties where no verb is known."""


def is_party(layout: Layout, name: str, aliases: list[str]) -> bool:
    """Whether the news is theirs: named first in the first paragraph, or told about at its end."""
    text = layout.text
    body = next(
        (p for p in layout.paragraphs if layout.kind(p.start) == "body" and p.end - p.start > 90),
        None,
    )
    names = [name, *aliases]
    if any(
        re.sub(r"^the\s+", "", b.organisation.lower()) in {n.lower() for n in names}
        for b in boilerplate(layout)
    ):
        return True
    if body is None:
        return False
    verb = re.search(
        r"\b(?:has|have|had|today|announced|announces|signed|unveiled|launched|reported|reports"
        r"|recorded|posted|posts|said|says|won|delivers?|delivered|will|is|was|are|were)\b",
        text[slice(*body)],
    )
    lead = text[body.start : body.start + (verb.start() if verb else _NO_VERB)]
    return any(n in lead for n in names)
