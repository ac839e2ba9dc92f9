"""What follows the field or the organisation of a title: a second field, or the noun described."""

from __future__ import annotations

import re

from pr_assistant.facts.fields import ends_in_field
from pr_assistant.facts.functions import is_function
from pr_assistant.facts.lexicon import FUNCTIONS
from pr_assistant.facts.names import HONORIFIC, UPPER
from pr_assistant.facts.phrases import CLOSED, VERBS
from pr_assistant.facts.posts import role_end
from pr_assistant.sentences import Span

_AND_FIELD = re.compile(
    rf"\s+(?:and|&)\s+(?P<field>[{UPPER}][\w-]*(?:\s[{UPPER}][\w-]*){{0,2}})(?=\s*[,.;:)]|$)"
)
REALMS = frozenset(
    "Economy Affairs Trade Industry Tourism Culture Sport Youth Energy Ports Roads Railways"
    " Transport Communications Works Housing Planning Fisheries Forests Forestry"
    " Water Environment Climate Health Education Science Innovation Families Children Women Labour"
    " Employment Migration Security Justice Defence Finance".split()
)
"""How fields end that ministers and their like have."""
_POSSESSIVE = re.compile(r"['’]s?\s+[a-z]")
_OF_FIELDS = frozenset("president vice-president director manager officer head vp svp evp".split())
_LOW_FIELD = re.compile(
    r",\s+(?P<field>[a-z][\w-]+(?:\s+(?:(?:and|&)\s+)?[a-z][\w-]+){0,3}?)(?=\s*[,.;)]|\s+(?:at|of|for)\b|$)"
)
_LOW_WORD = re.compile(r"\s+(?P<word>[a-z][\w-]{2,})")


def second_field(text: str, at: int, end: int, known: frozenset[str]) -> int:
    """Where a field that ends at `at` ends with another: "for Science and Digital Economy"."""
    both = _AND_FIELD.match(text, at, end)
    if both is None or HONORIFIC.match(text, both.start("field"), end):
        return at
    field = both["field"]
    if field.lower() in known or role_end(text, both.start("field"), end):
        return at
    fits = is_function(field) or ends_in_field(field) or field.split()[-1] in REALMS
    return both.end() if fits else at


def low_field(text: str, title: Span, end: int) -> int | None:
    """Where a field in small letters ends behind a comma: "vice president, sales and marketing"."""
    field = _LOW_FIELD.match(text, title.end, end)
    if field is None or text[slice(*title)].rsplit(None, 1)[-1].lower() not in _OF_FIELDS:
        return None
    return field.end() if all(w in FUNCTIONS for w in field["field"].split()) else None


def is_adjective(text: str, name: Span, end: int, known: frozenset[str]) -> bool:
    """Whether a word with a capital only describes what follows: "of the German state"."""
    words = text[slice(*name)]
    if len(words.split()) > 1 or words.lower() in known or words.isupper():
        return False
    following = _LOW_WORD.match(text, name.end, end)
    word = following["word"] if following else "said"
    if following and _POSSESSIVE.match(text, following.end(), end):
        return True  # "of the Kenyan drivers' federation"
    return word not in CLOSED | VERBS and not word.endswith(("ed", "ly", "s"))
