"""Names that are known for a person's by themselves: a usual given name and a surname."""

from __future__ import annotations

import re

from pr_assistant.facts.finding import occurrences
from pr_assistant.facts.firm_signs import speaks_for_firm
from pr_assistant.facts.given import is_given
from pr_assistant.facts.given_names import SURNAMES_FIRST
from pr_assistant.facts.lexicon import FUNCTIONS, NOT_NAMES, PARTICLES
from pr_assistant.facts.names import UPPER, looks_like_organisation
from pr_assistant.facts.things import is_thing

_NO_PERSON_BEFORE = re.compile(
    r"(?:\b(?:the|this|an?|at|in|on|near|aboard|off|into|across|via|named (?:after|for)|&"
    r"|ships?|ferry|vessel|yacht|boat|frigate|tug|trawler|steamer|cutter|barge|schooner|lifeboat"
    r"|ms|mv|ss|hms|street|road|brands?|labels?|models?|firms?|company|group|chain|agency"
    r"|consultancy|consultants|lawyers|advisers|engineers|architects|auditors|accountants|solicitors"
    r"|surveyors|airline|carrier|label|charity|ensemble|think tank|brewery|start-?up|newspaper"
    r"|bidder|competitor|subsidiary|bank|fund|broker|house|suppliers?|(?<!-)makers?"
    r"|contractor|retailer|(?<!says )(?<!said )(?:producer|operator|developer|provider"
    r"|manufacturer|sponsor))|[&/])\s*$",
    re.IGNORECASE,
)
_NO_PERSON_BEHIND = re.compile(
    r"\s+(?:&|\+|(?:prize|award|medal|fund|stadium|street|school|hall|brand|range|collection"
    r"|scholarship|fellowship|trophy|cup|lectures?|foundation|bridge|museum|theatre|centre|class"
    r"|plc|which|night|day|week|lamps?|basin)\b)"
    r"|,\s+(?:which|that|whose (?:ships|shops|products|customers|staff|employees))\b"
    r"|\s*[“”\"]?\s*\((?:AIM|LSE|NYSE|NASDAQ|TSX|ASX)\b",
    re.IGNORECASE,
)
_SEVERAL_BEFORE = re.compile(
    r"\b(?:vessels|ships|ferries|yachts|boats|frigates|tugs|trawlers|steamers|cutters|barges"
    r"|schooners|lifeboats|streets|roads|brands|labels|models|firms|companies|chains|agencies"
    r"|banks|funds|brokers|suppliers|retailers|products|places)\s+"
    rf"(?:[{UPPER}][\w’'-]*(?:\s+[{UPPER}][\w’'-]*){{0,3}}(?:,\s+(?:and\s+)?|\s+and\s+))*$"
)
"""What opens a row of things that have names: "the vessels A, B and "."""
_SHORTENED = re.compile(r"['’](?:d|ll|m|re|ve)$")
_OF_ADDRESS = re.compile(r"[@_/-]|\.\w")


def is_familiar(text: str, start: int, end: int, known: frozenset[str]) -> bool:
    """Whether a name of two to four words begins with a given name and stands like a person's."""
    first, *others = text[start:end].split()
    if not others or not is_given(first, others) or text[start:end].isupper():
        return False
    lower = first.lower()
    if first.isupper() and lower not in SURNAMES_FIRST:
        return False  # letters: "PAT Rs"
    if lower in known or any(name.startswith(f"{lower} ") for name in known):
        return False  # a firm that has a given name
    lowered = [other.lower().strip(".") for other in others]
    if any(word in NOT_NAMES or word in FUNCTIONS for word in lowered if word not in PARTICLES):
        return False
    if _NO_PERSON_BEFORE.search(text, max(0, start - 24), start):
        return False
    if is_thing(text[start:end]) or _SEVERAL_BEFORE.search(text, max(0, start - 120), start):
        return False
    if _NO_PERSON_BEHIND.match(text, end) or is_common(text, [first, *others]):
        return False
    name = " ".join((first, *others))
    if _SHORTENED.search(name):
        return False
    return len(others) < 4 and not looks_like_organisation(name) and not speaks_for_firm(text, name)


def is_common(text: str, parts: list[str]) -> bool:
    """Whether a word of a name stands in the release in lower case too, as no name does."""
    for part in parts:
        if len(part) < 4 or part.lower() in PARTICLES:
            continue
        for at, stop in occurrences(text, part.lower()):
            if text[at - 1] not in "@./-_" and not _OF_ADDRESS.match(text, stop):
                return True
    return False
