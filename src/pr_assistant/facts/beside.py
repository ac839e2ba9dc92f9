"""Items that stand beside their count with no mark between: apposed, equated, some of them."""

from __future__ import annotations

import re

from pr_assistant.facts.following import ANNOUNCING
from pr_assistant.facts.listing import CLAUSE, are_short, listed
from pr_assistant.sentences import Span, trim

_SOME = re.compile(
    r",\s+(?:including|among (?:them|which)|such as|notably|in"
    r" particular)\s+(?P<items>[^.;:“”]{6,200}?)"
    r"(?=[.;]|,\s+(?:which|who|where|with|while)\b|$)"
)
_FIRST_OF = re.compile(
    r",\s+of which (?:the )?(?:first|one|second|last)(?:,|\s+is"
    r"|\s+was)\s+[“\"](?P<item>[^”\"]{3,80})[”\"]"
)
_PLAIN = re.compile(
    r",\s+(?P<items>[a-z][^,.;:()“”]{2,40}(?:,\s+[a-z][^,.;:()“”]{2,40})*?"
    r",?\s+and\s+[a-z][\w’' -]{2,40}?)(?=[,.;]|$)"
)


def apposed(text: str, head: Span, end: int, number: int) -> list[Span]:
    """ "two ships, the Idun and the Embla," — exactly as many names as were announced;

    and of what is announced to be listed, also some: "four subjects, among them A and B".
    """
    at = head.end
    if text[slice(*head)].lower() in ANNOUNCING:
        if some := _SOME.match(text, at, end):
            items = listed(text, *some.span("items"), None) or [trim(text, *some.span("items"))]
            return items if len(items) <= number else []
        if first := _FIRST_OF.match(text, at, end):
            return [trim(text, *first.span("item"))]
        if plain := _PLAIN.match(text, at, end):
            items = listed(text, *plain.span("items"), number)
            if len(items) == number and all(len(text[slice(*i)].split()) <= 5 for i in items):
                return items
    match = re.compile(r",\s+(?:(?:at|in"
                       r"|namely)\s+)?((?:the\s+)?[A-Z][^,.;:()]*(?:,\s+(?:the\s+)?[A-Z][^,.;:()]*)*?"
                       r",?\s+and\s+(?:the\s+)?"
                       r"[A-Z][\w’' -]*?)(?=[,.;]|\s+[a-z]|$)").match(text, at, end)  # fmt: skip
    if match is None:
        return []
    items = listed(text, match.start(1), match.end(1), number)
    clauses = any(CLAUSE.search(text, *item) for item in items)
    return items if len(items) == number and are_short(text, items) and not clauses else []


_THING = re.compile(r"[A-Z]|(?:an?|the)\s")
_ARE = re.compile(r"\s+(?:are|were|will be)\s+(?!(?:to|being|not|also|about|over|more)\b)")


def equated(text: str, phrase: Span, end: int, number: int) -> list[Span]:
    """ "The three winners are A, B and C": exactly as many short items, two if they are things."""
    verb = _ARE.match(text, phrase.end, end)
    items = listed(text, verb.end(), end, number) if verb else []
    named = all(_THING.match(text, item.start) for item in items)
    if len(items) != number or not are_short(text, items) or not (named or number > 2):
        return []
    return items
