"""Lines and sentences without a verb: "Net sales of $412 million, up 6% from $389 million"."""

from __future__ import annotations

import re

from pr_assistant.facts import phrases
from pr_assistant.facts.layout import Layout
from pr_assistant.sentences import Span

_NEW_LINE = re.compile(r"\n(?=[ \t]*[^\sa-z])")
"""Text that is broken by hand goes on with a small letter, for the most part."""
_NUMBER = re.compile(r"(?:\b[A-Z]{1,3})?[$€£¥]|(?:\b[A-Z]{3}\s?)?\d")
_WORD = re.compile(r"[^\W\d_]+")
_TAIL = re.compile(
    r"(?:\s*\([^()]*\)?)?(?P<joint>\s*[:–—-]|\s+(?:of|at|totall?ing)\b)?"
    r"(?:\s+(?:between|from|about|approximately|around|roughly|nearly|almost|over|under|above|below"
    r"|up to|more than|less than|at least|at most|some|circa|a record|the))*\s*$"
)
_HEAD = re.compile(r"[^\W\d_][\w’'&/.-]*(?:\s[\w’'&/-]+){0,6}")
_JOINING = frozenset("at of and per in for to on before after from".split())
"""What may stand in the head of a fragment: "Earnings before interest and tax"."""
_PREPOSITIONS = frozenset("following compared according based due up".split())
_FINITE = (phrases.VERBS - _PREPOSITIONS) | frozenset(
    "is are was were be been has have had do does did will would can could shall should may might"
    " must bought paid won lost spent raised opened launched gave got rises falls came climbed"
    " dropped ended gained slipped contracted advanced jumped surged improved expanded grow grows"
    " rise raises lifts cuts beats tops hits posts wins sees".split()
)


def heading(layout: Layout, sentence: Span, start: int) -> Span | None:
    """What the fragment that holds the figure at `start` is about: its first words, up to its first
    figure. None where a verb stands before `start`, or nothing says what it is about."""
    text = layout.text
    begin, is_line = _begin(text, sentence, start)
    if bullet := layout.bullet(Span(begin, sentence.end)):
        begin, is_line = bullet.start, True
    first = _NUMBER.search(text, begin, start + 1)
    tail = _TAIL.search(text, begin, first.start()) if first else None
    if tail is None or not (tail["joint"] or is_line):
        return None
    head = Span(begin, tail.start())
    if not _HEAD.fullmatch(text, *head) or _is_closed(text, head):
        return None
    words = {word.lower() for word in _WORD.findall(text, begin, start)}
    if not words.isdisjoint(_FINITE):
        return None
    if not tail["joint"] and any(word.endswith("ed") for word in words - {"compared"}):
        return None
    return head


def _begin(text: str, sentence: Span, start: int) -> tuple[int, bool]:
    """Where the line or the part of it begins that `start` is in, and whether it is a line that
    does not end as a sentence does."""
    begin = sentence.start
    for line in _NEW_LINE.finditer(text, begin, start):
        begin = line.end()
    stop = text.find("\n", start)
    is_line = text[begin - 1 : begin] in ("", "\n") and text[start:stop][-1:] not in (".", ",")
    semicolon = text.rfind("; ", begin, start)
    if semicolon >= 0 and text.count("(", begin, semicolon) == text.count(")", begin, semicolon):
        begin = semicolon + 2
    while begin < start and text[begin].isspace():
        begin += 1
    return begin, is_line


def _is_closed(text: str, head: Span) -> bool:
    """Whether words are no name of a thing: "Up", "The company"."""
    first, *others = text[slice(*head)].lower().split()
    return (
        first in phrases.CLOSED
        or first in phrases.DETERMINERS
        or not (phrases.CLOSED - _JOINING).isdisjoint(others)
    )
