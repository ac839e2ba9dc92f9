"""What happens on a date: the words of its clause."""

from __future__ import annotations

import re

from pr_assistant.facts.contacts import cut
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.models import Slice

_CLAUSE = re.compile(r"[;:—–()\"“”]|,\s|\band\b|\.\s")
_PREPOSITION = re.compile(
    r"[\s,(]*\b(?:on|in|since|by|from|until|till|at|to|of|during|for|before|after|between|due|early"
    r"|late|mid|as of|the|end|beginning|start|than|no later|back)\s*$",
    re.IGNORECASE,
)
_REACH = 240
"""How far before a date its event may begin, in characters."""


def happening(layout: Layout, start: int, end: int) -> Slice | None:
    """The words of the clause that a date closes, or of the one that it opens."""
    text = layout.text
    sentence = layout.sentence(start)
    begin = max(sentence.start, start - _REACH)
    for border in _CLAUSE.finditer(text, begin, start):
        if re.search(r"\w", text[border.end() : start]) and not _PREPOSITION.fullmatch(
            text[border.end() : start]
        ):
            begin = border.end()
    stop = start
    while match := _PREPOSITION.search(text, begin, stop):
        stop = match.start()
    words = text[begin:stop].strip()
    if words and len(words) < 160:
        lead = re.match(r"\s*(?:since|when|after|before|that|which|and)\s+", text[begin:stop],
                        re.IGNORECASE)  # fmt: skip
        begin += lead.end() if lead else 0
        while begin < stop and (text[begin].isspace() or text[begin] in "-*•"):
            begin += 1
        while begin < stop and (text[stop - 1].isspace() or text[stop - 1] in ":,"):
            stop -= 1
        return cut(text, begin, stop) if begin < stop else None
    after = re.compile(r",?\s*([^.;:,\n]{3,120})").match(text, end, sentence.end)
    return cut(text, *after.span(1)) if after else None
