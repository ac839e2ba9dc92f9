"""Of a number of things, those a sentence names: "twelve lenders, among them A, B and C"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pr_assistant.facts import phrases
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.listing import CLAUSE, are_short, listed, made
from pr_assistant.facts.models import Enumeration
from pr_assistant.facts.numbers import DIGITS, WORDS, value
from pr_assistant.facts.units import TIME_UNITS
from pr_assistant.sentences import Span

_SOME = re.compile(
    r",?\s+(?:including|among (?:them|these|which|whom)|notably|such as)\s+(?!the\b$)"
)
_COUNT = re.compile(rf"(?<![\w$€£.,-])(?P<count>{DIGITS}|{WORDS})(?=\s+[a-z])")
_END = re.compile(
    r"[.:“”]|,\s+(?:which|who|where|with|while|to|in|on|for|at|from|are|were|is|was|have|has|will|said)\b"
)
_NO_ITEM = re.compile(rf"(?:{'|'.join(sorted(phrases.VERBS))}|that|may|must|can)\b")
_NUMBERED = re.compile(rf"\d|{WORDS}\s")
_SENTENCE_END = re.compile(r"[.:“”]\s|[.]$")


def naming_some(layout: Layout, sentence: Span) -> Iterator[Enumeration]:
    """A count of things and, behind "including" or "among them", at least two of them."""
    text = layout.text
    if layout.words(sentence).isdisjoint({"including", "among", "notably", "such"}):
        return
    for count in reversed(list(_COUNT.finditer(text, *sentence))):
        noun = phrases.counted(text, count.end(), sentence.end)
        number = value(count["count"])
        if noun is None or number < 2 or number != int(number):
            continue
        head, phrase = noun
        if text[slice(*head)] in TIME_UNITS or not phrases.is_plural(text[slice(*head)]):
            continue
        some = _SOME.match(text, phrase.end, sentence.end)
        some = some or _SOME.match(text, head.end, sentence.end)
        if some is None:
            continue
        items = _named(text, some.end(), sentence.end)
        if 2 <= len(items) <= number:
            stop = min(phrase.end, some.start())
            yield made(text, Span(count.start(), stop), int(number), items)
            return


def _named(text: str, begin: int, end: int) -> list[Span]:
    """The items that follow, parted by semicolons, or by commas and an "and"."""
    stop = _SENTENCE_END.search(text, begin, end)
    if text.count(";", begin, stop.start() if stop else end) >= 2:
        return listed(text, begin, stop.start() if stop else end, None)
    stop = _END.search(text, begin, end)
    last = stop.start() if stop else end
    if ";" in text[begin:last]:
        last = text.index(";", begin)
    items = listed(text, begin, last, None)
    if len(items) < 2 or not are_short(text, items, 10):
        return []
    if any(CLAUSE.search(text, *item) or _NO_ITEM.match(text, item.start) for item in items):
        return []
    if _NUMBERED.match(text, items[0].start):
        return []
    joined = re.search(r"\b(?:and|or)\b", text[items[-2].end : items[-1].start])
    return items if joined else []
