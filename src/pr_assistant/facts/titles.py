"""The phrase that says what somebody is: title and organisation, as slices."""

from __future__ import annotations

import re

from pr_assistant.facts.opening import OPENING
from pr_assistant.facts.origins import ORIGIN
from pr_assistant.facts.owners import owner
from pr_assistant.facts.posts import role_end
from pr_assistant.facts.title import Title
from pr_assistant.facts.title_reading import Reading
from pr_assistant.sentences import Span

_PRONOUN = re.compile(r"\b(?:its|their|our)\s+$", re.IGNORECASE)
_OWNING = re.compile(r"(?:the|an?|its|their|our)\s+$", re.IGNORECASE)
_AGED = re.compile(
    r"(?:\d\d-year-old|present|current|outgoing|incoming|youngest|oldest|longest-serving|newest"
    r"|former|previous|then)\s+"
)
_FORMER = re.compile(r"former|previous|until now", re.IGNORECASE)


def parse(text: str, at: int, end: int, known: frozenset[str] = frozenset()) -> Title | None:
    """The title phrase that begins at `at`, with its organisation; None if there is none.

    `known` are names of organisations of this release, in lower case.
    """
    former = False
    if opening := OPENING.match(text, at, end):
        former = bool(_FORMER.search(opening.group()))
        at = opening.end()
    if origin := ORIGIN.match(text, at, end):
        at = origin.end()  # "the Greek Minister for Ports"
    start = at
    whose, begin = owner(text, at, end, known)
    owned = (begin > at and text[begin - 2] in "s'’") or bool(
        opening and _OWNING.match(opening.group())
    )
    at = begin
    if aged := _AGED.match(text, at, end):
        former = former or bool(_FORMER.search(aged.group()))
        at = aged.end()
    head = role_end(text, at, end, owned)
    if head is None:
        return None
    ours = bool(opening and _PRONOUN.search(opening.group()))
    ours = ours or (whose is None and begin > start)
    found = Reading(text, end, known, whose is not None, ours).read(Span(at, head))
    return Title(found.title, found.organisation or whose, found.stop, former)
