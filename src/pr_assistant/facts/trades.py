"""Titles that firms have as well, and what tells that a person is meant."""

from __future__ import annotations

import re

from pr_assistant.facts.familiar import is_familiar
from pr_assistant.facts.heads import TRADES
from pr_assistant.facts.place import Place
from pr_assistant.facts.signs import is_person, speaks_for_person
from pr_assistant.facts.title import Title

_TRADES_OF_TWO = frozenset(("asset manager", "fund manager", "wealth manager", "property manager"))
"""What firms are as well: "the ferry operator Fjordline Nordvest"."""


def is_trade(text: str, title: Title) -> bool:
    """Whether a title in lower case may as well say what a firm does."""
    if title.title and _SEATED.match(text, text.rfind(" ", 0, title.title.end) + 1):
        return False
    words = text[slice(*title.title)].split() if title.title else [""]
    words = words if len(words) > 1 else [words[0].lower()]
    return words[-1] in TRADES or " ".join(words[-2:]) in _TRADES_OF_TWO


_SEATED = re.compile(
    r"member\s+(?:of|for)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}(?:[Cc]ouncil|[Pp]arliament|[Aa]ssembly"
    r"|[Bb]oard|[Cc]ommittee|[Jj]ury|[Ss]enate|[Cc]ongress|[Cc]abinet|[Pp]arty)\b"
)
"""Where people sit and firms do not: "a member of the city council"."""
_BY_ONE = re.compile(
    r"\b(?:chaired|hosted|written|narrated|(?:founded|set up|established|started)(?: in \d{4})?) by"
    r" (?:the )?(?:[\w-]+ ){1,2}$"
)
"""What people do and firms do not."""


def is_sure_person(place: Place) -> bool:
    """Whether more than the title speaks for a person."""
    return (
        is_person(place)
        or is_familiar(place.text, place.mention.start, place.mention.end, place.known)
        or speaks_for_person(place.layout, place.mention.start, place.mention.end)
        or bool(_BY_ONE.search(place.lead(60)))
    )
