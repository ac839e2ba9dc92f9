""" "over", "up to", "or more": the words that qualify a figure."""

from __future__ import annotations

import re

from pr_assistant.facts.amounts import Amount
from pr_assistant.facts.numbers import WORDS
from pr_assistant.facts.units import QUALIFIER

_NO_QUALIFIER = frozenset("only just exactly another minimum maximum".split())
_AFTER = re.compile(r"\+|\s+or (?:more|less|fewer|so)\b|\s+plus\b(?=[.,;)])")
_COMPARED = re.compile(rf"(?:\d|%|\bper ?cent|\b{WORDS})\s+$")
"""What a "more than" compares, so that it qualifies nothing: "218 more than twelve months ago"."""
_TOPIC = re.compile(
    r"\b(?:talk|spe[ao]k|spoke|ask|hear|know|knew|th[io]nk|thought|say|said|learn|stor(?:y|ies)"
    r"|books?|report|inform|messag|worr|concern|question|news|films?|debat|tell|told|more|much|built"
    r"|centred|centered|revolv|look|walk|mov|turn|travel)\w*\s+$",
    re.IGNORECASE,
)
"""Words whose "about" says what of, and whose "around" says where."""
_HANDED = re.compile(r"\b(?:turn|hand)(?:s|ed|ing)?\s+$", re.IGNORECASE)
"""Verbs that an "over" belongs to: "turned over NOK 3.1 billion"."""
_PREPOSITIONS = frozenset("over under above below around about".split())


def with_qualifier(text: str, floor: int, core: Amount) -> tuple[int, int, str | None]:
    """The figure with the words that qualify it, and those words."""
    start, end = core.start, core.end
    window = max(floor, start - 32)
    qualifier = None
    lead = text[window:start].replace("\n", " ")
    if match := QUALIFIER.search(lead):
        word = " ".join(match.group().lower().split())
        if word.endswith(" than") and _COMPARED.search(text[window : window + match.start()]):
            return start, end, None
        if word in _PREPOSITIONS and _is_preposition(
            word, text[window : window + match.start()], core
        ):
            return start, end, None
        if word not in _NO_QUALIFIER:
            start, qualifier = window + match.start(), word
            further = QUALIFIER.search(text[window:start])
            if further and " ".join(further.group().lower().split()) in ("up to", "at", "top"):
                start = window + further.start()
                qualifier = " ".join(text[start : window + match.end()].lower().split())
    if qualifier is None and (after := _AFTER.match(text, end)):
        end, qualifier = after.end(), after.group().strip().lower()
    return start, end, qualifier


def _is_preposition(word: str, lead: str, core: Amount) -> bool:
    """Whether "over" or "under" before a number says when or below what, not how exactly."""
    if word == "over" and _HANDED.search(lead):
        return True
    if core.kind == "time" and core.value >= 100:
        return False
    if core.kind == "time":
        return word not in ("about", "around") and not re.search(
            r"\b(?:for|with|than|of|has|after|in|within|take|takes|took|last|lasts|lasted)\s+$",
            lead,
        )
    if core.kind != "count" or not core.written or core.scale:
        return False
    return word not in ("about", "around") or bool(_TOPIC.search(lead))
