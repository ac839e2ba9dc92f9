"""What somebody works at or leads, told behind "who": "who teaches at A", "who heads the B
Institute"."""

from __future__ import annotations

import re

from pr_assistant.facts import naming
from pr_assistant.facts.place import Place
from pr_assistant.facts.title import Title
from pr_assistant.sentences import Span

_AT = re.compile(
    r"(?:[^.;,“”\"()]{0,60}?\b(?:at|for)\s+(?:the\s+)?|(?=[^.;,“”\"()a-z]\S*(?:\s[A-Z]\S*){0,3}['’]s?\s))"
)
_SITE = re.compile(r"\b(?:branch|office|plant|yard|site|factory|mine) at\s")
"""What stands at a place and not at an organisation."""
_THE = re.compile(r"the\s+(?=[A-Z])")
_WHOSE = re.compile(
    r"(?:its|their|(?:the|its)\s+(?:[a-z][\w-]*\s+){0,2}[a-z][\w-]*['’]s?)\s+(?=[A-Z])"
)
""" "who directs the university's Institute"."""
_ENDS = re.compile(r"\s*[,.;]")
_POSSESSOR = re.compile(r"([^’']+)['’]s\s")


def led(place: Place, at: int) -> Title | None:
    """The organisation in what follows "who leads", "who works", which ends at `at`."""
    text, limit = place.text, place.limit
    if _WHOSE.match(text, at, limit) and (whole := _whole(place, at)):
        return whole
    beside = _AT.match(text, at, limit)
    if beside is None:
        return _whole(place, at)
    organisation, stop = naming.named(text, beside.end(), limit, place.known)
    if organisation is None:
        return None
    if _SITE.search(beside.group()) and text[slice(*organisation)].lower() not in place.known:
        return None  # "who heads the union's branch at Geoje"
    whose = _POSSESSOR.match(text, *organisation)
    return Title(None, Span(*whose.span(1)) if whose else organisation, stop)


def _whole(place: Place, at: int) -> Title | None:
    """A whole organisation that somebody leads, named in full: "who heads the Tarang Institute"."""
    the = _THE.match(place.text, at, place.limit) or _WHOSE.match(place.text, at, place.limit)
    name, stop = (
        naming.named(place.text, the.end(), place.limit, place.known) if the else (None, at)
    )
    words = " ".join(place.text[slice(*name)].split()) if name else ""
    if " " not in words or not _ENDS.match(place.text, stop):
        return None
    return Title(None, name, stop) if naming.is_organisation(words, place.known) else None
