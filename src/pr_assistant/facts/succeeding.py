"""The post that somebody leaves: "A steps down as X", "B becomes X, succeeding A"."""

from __future__ import annotations

import re

from pr_assistant.facts import titles
from pr_assistant.facts.elsewhere import is_elsewhere, tells_of_another
from pr_assistant.facts.place import Place

_LEAVES = re.compile(
    r"[^.,;:()“”\"]{0,90}?\b(?:step(?:s|ped|ping)?\s+down|stand(?:s|ing)?\s+down|retir(?:es?|ed|ing)"
    r"|resign(?:s|ed|ing)?|depart(?:s|ed|ing)?|leav(?:es|ing))\s+as\s+(?:the\s+|its\s+|our\s+)?"
)
_PREDECESSOR = re.compile(
    r"\b(?:succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|in succession to|tak(?:es?|ing) over from"
    r"|took over from|follow(?:s|ing)?)\s+$"
)
_INHERITED = re.compile(
    r"(?P<over>\b(?:took|tak(?:es?|ing|en)) over (?:the (?:[a-z-]+ ){0,2}"
    r"(?:role|post|position|job) of|as)\s+(?:the\s+|its\s+)?)"
    r"(?:(?!\bfrom\b)[^.;,“”\"]){3,80}(?P<from>\s+from)\s+$"
)
_PAST = re.compile(
    r"\b(?:former(?:ly)?|previously|who (?:was|had been|has been|served as)|until now)"
    r"(?:\s(?:an?|the))?\s+$"
)
"""What stands before a post that somebody had before."""
_AS = re.compile(r"\s+as\s+(?:the\s+|its\s+|our\s+|new\s+)*")
_PRONOUN = re.compile(r"(?:He|She|They)\s")


def leaves(place: Place) -> bool:
    """Add the post that somebody gives up or is followed in; True if there is one."""
    if place.is_organisation:
        return False
    if title := place.behind(_LEAVES):
        place.add(2, title)
        return True
    if inherited := _INHERITED.search(place.text, place.begin, place.lead_end):
        title = titles.parse(
            place.text, inherited.end("over"), inherited.start("from"), place.known
        )
        if title and title.title:
            place.add(2, title)
            return True
    if not _PREDECESSOR.search(place.lead(24)):
        return False
    if title := place.behind(_AS):
        place.add(1, title)
        return True
    begin = place.begin
    pronoun = _PRONOUN.match(place.text, begin)
    if tells_of_another(place.text, begin, begin if pronoun else place.lead_end, place.lead_end):
        return False
    if pronoun:  # "He succeeds A": the post of the sentence before
        begin = place.layout.sentence(begin - 1).start
    named = [
        span
        for span in place.used
        if begin <= span.start
        and span.end <= place.lead_end
        and not _PAST.search(place.text, max(begin, span.start - 40), span.start)
    ]
    if not named:
        return False
    last = max(named, key=lambda s: s.start)
    title = titles.parse(place.text, *last, place.known)
    if title is None or is_elsewhere(place.text, place.mention.end, title):
        return False
    place.add(1, title)
    return True
