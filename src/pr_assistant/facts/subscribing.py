"""Who signs a letter: the name below "Yours sincerely", with the title on the next line."""

from __future__ import annotations

import re

from pr_assistant.facts import titles
from pr_assistant.facts.names import is_name
from pr_assistant.facts.place import Place

_CLOSING = re.compile(
    r"(?:^|\n)[^\n.:;]{0,40}\b(?:regards|sincerely|faithfully|truly|respectfully|wishes|greetings"
    r"|yours|thanks|gratitude|solidarity),?\s*\n\s*$|(?:^|\n)\(?signed\)?(?: by)?\s?[:,]?\s*\n\s*$",
    re.IGNORECASE,
)
_NEXT_LINE = re.compile(r"[ \t]*,?[ \t]*\n[ \t]*")
_LINE = re.compile(r"[^\n]*")


def subscribes(place: Place) -> bool:
    """Add the title of the line below a name that signs a letter; True if it does."""
    text, end = place.text, place.mention.end
    if place.is_organisation or not is_name(place.name, sure=True):
        return False
    if not _CLOSING.search(text, max(0, place.lead_end - 70), place.lead_end):
        return False
    gap = _NEXT_LINE.match(text, end)
    line = _LINE.match(text, gap.end()) if gap else None
    title = titles.parse(text, line.start(), line.end(), place.known) if line else None
    if title and title.title:
        place.add(2, title)
    return gap is not None
