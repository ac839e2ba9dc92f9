"""Lines and sentences without a verb: "Net sales of $412 million, up 6% from $389 million"."""

from __future__ import annotations

import re

from pr_assistant.facts import phrases
from pr_assistant.facts.layout import Layout
from pr_assistant.sentences import Span

_LONGEST = 300
"""Characters from the beginning of a fragment to a figure in it."""
_NEW_LINE = re.compile(r"\n(?=[ \t]*[^\sa-z])")
"""Text that is broken by hand goes on with a small letter, for the most part."""
_NUMBER = re.compile(r"(?:\b[A-Z]{1,3})?[$€£¥]|\b(?:[A-Z]{3}\s)?\d")
_WORD = re.compile(r"[^\W\d_]+")
_TAIL = re.compile(
    r"(?:\s{0,3}\([^()]*\)?)?(?P<joint>\s{0,3}[:–—-]|\s{1,3}(?:of|at|totall?ing)\b)?"
    r"(?:\s{1,3}(?:between|from|about|approximately|around|roughly|nearly|almost|over|under|above"
    r"|below|up to|more than|less than|at least|at most|some|circa|a record|the)\b){0,3}\s{0,3}$"
)
_LONGEST_TAIL = 60
_HEAD = re.compile(r"[^\W\d_][\w’'&/.-]*(?:\s[\w’'&/-]+){0,6}")
_JOINING = frozenset("at of and per in for to on before after from".split())
"""What may stand in the head of a fragment: "Earnings before interest and tax"."""
_NOUNS = frozenset("cost costs working works plans holds sales sold made used employed".split())
_FINITE = (phrases.VERBS - _NOUNS) | frozenset(
    "is are was were be been has have had do does did will would can could shall should may might"
    " must bought paid won lost spent raised opened launched gave got rises falls came climbed"
    " dropped ended gained slipped contracted advanced jumped surged improved expanded grow grows"
    " rise raises lifts cuts beats tops hits posts wins sees".split()
)
_COMPARING = frozenset(
    "up down from versus vs against compared with to an a increase decrease decline rise growth"
    " fall of on over year years earlier ago last previous previously prior quarter quarters"
    " half the in same period million billion thousand m bn mn k per cent percent points or"
    " range unchanged first second third fourth nine six three twelve months month week share"
    " diluted basic ads around about approximately roughly nearly almost more less than higher"
    " lower yoy fy q h ended january february march april may june july august september october"
    " november december us usd eur gbp hk hkd nok sek dkk chf inr rmb cny jpy aud cad".split()
)
"""What may stand between the figure of a fragment and those that it is compared with."""


def heading(layout: Layout, sentence: Span, start: int, end: int) -> Span | None:
    """What the fragment of the figure `start:end` is about: its first words, up to its first
    figure, if that is this one or one that it is compared with. None where nothing says it."""
    text = layout.text
    begun = _begin(text, sentence, start)
    if begun is None:
        return None
    begin, is_line = begun
    if bullet := layout.bullet(Span(begin, min(sentence.end, begin + _LONGEST))):
        begin, is_line = bullet.start, True
    number = _NUMBER.search(text, begin, end)
    if number is None:
        return None
    first = min(number.start(), start)
    tail = _TAIL.search(text, max(begin, first - _LONGEST_TAIL), first)
    if tail is None or not (tail["joint"] or is_line):
        return None
    head = Span(begin, tail.start())
    if not _HEAD.fullmatch(text, *head) or not _is_name(text, head, bool(tail["joint"])):
        return None
    between = {word.lower() for word in _WORD.findall(text, first, start)}
    return head if between <= _COMPARING else None


def _begin(text: str, sentence: Span, start: int) -> tuple[int, bool] | None:
    """Where the line or the part of it begins that `start` is in, and whether it is a line that
    does not end as a sentence does; None where that is too far away."""
    begin = floor = max(sentence.start, start - _LONGEST)
    for line in _NEW_LINE.finditer(text, floor, start):
        begin = line.end()
    if begin == floor > sentence.start:
        return None
    stop = text.find("\n", start, start + _LONGEST)
    stop = stop if stop >= 0 else min(len(text), start + _LONGEST)
    is_line = text[begin - 1 : begin] in ("", "\n") and text[stop - 1] not in (".", ",")
    semicolon = text.rfind("; ", begin, start)
    if semicolon >= 0 and text.count("(", begin, semicolon) == text.count(")", begin, semicolon):
        begin = semicolon + 2
    while begin < start and text[begin].isspace():
        begin += 1
    return begin, is_line


def _is_name(text: str, head: Span, joined: bool) -> bool:
    """Whether words name a thing: not "Up", "The company" or, with nothing that joins them to their
    figure, "Acme raised"."""
    first, *others = text[slice(*head)].lower().split()
    words = {first, *others}
    return not (
        first in phrases.CLOSED
        or first in phrases.DETERMINERS
        or not (phrases.CLOSED - _JOINING).isdisjoint(others)
        or not _FINITE.isdisjoint(words)
        or (not joined and any(word.endswith("ed") for word in words))
    )
