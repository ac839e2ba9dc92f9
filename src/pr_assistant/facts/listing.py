"""The items of a list, however they are parted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pr_assistant.facts import phrases
from pr_assistant.facts.contacts import cut
from pr_assistant.facts.models import Enumeration, Slice
from pr_assistant.facts.numbers import NUMBER_WORDS, WORDS, value
from pr_assistant.facts.parting import parted
from pr_assistant.facts.units import TIME_UNITS
from pr_assistant.sentences import Span, trim

COUNT = re.compile(
    rf"(?<![\w$€£.,-])(?P<count>{WORDS}|\d{{1,2}})(?=\s+[\w“\"‘])(?!\s*(?:%|per\b|million\b"
    rf"|billion\b))"
)
_OF_WHOLE = re.compile(rf"\s+of\s+(?:the|its|their|our)\s+(?:{WORDS}|\d+)(?=\s)")
""" "four of its thirteen members: …"."""
_MORE = re.compile(r"\s+(?:more|further|other|additional)(?=\s)")
_FEW = re.compile(r"\d{1,2}\s+[\w“\"‘]")
"""Where `COUNT` may find digits: quick to tell."""
MAX_ITEMS = 20
_NO_THINGS = frozenset(
    {*TIME_UNITS, *"comes goes has includes provides makes thirds quarters fifths halves".split()}
)
SUBJECT = re.compile(
    r"^(?P<subject>(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[A-Z])[^,;]{2,80}?)\s+(?:is|are|was|were"
    r"|include|includes|will|comprise|comprises|have|has|may|can|must|should)\b"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of things that may be listed near by: "three strategic pillars"."""

    start: int
    number: int
    head: Span
    """The noun that is counted."""
    phrase: Span
    """With what stands before and after it."""


def counts(text: str, sentence: Span, words: frozenset[str]) -> list[Counted]:
    """Where a sentence of these words says how many there are of something, 2 to `MAX_ITEMS`."""
    found: list[Counted] = []
    if NUMBER_WORDS.isdisjoint(words) and not _FEW.search(text, *sentence):
        return found
    for match in COUNT.finditer(text, *sentence):
        number = int(value(match["count"]))
        more = _MORE.match(text, match.end())
        noun = phrases.counted(text, more.end() if more else match.end(), sentence.end)
        if noun is None and (whole := _OF_WHOLE.match(text, match.end(), sentence.end)):
            noun = phrases.counted(text, whole.end(), sentence.end)
        if 2 <= number <= MAX_ITEMS and noun and text[slice(*noun[0])] not in _NO_THINGS:
            found.append(Counted(match.start(), number, *noun))
    return found


def listed(text: str, begin: int, end: int, number: int | None) -> list[Span]:
    """The items of a list between two offsets, parted as makes the announced number."""
    stop = begin + len(re.sub(r"[\s.,;:]+$", "", text[begin:end]))
    closing = re.search(r"[“”\"]$", text[begin:stop])
    if closing and text[begin:stop].count("“") < text[begin:stop].count("”"):
        stop = begin + len(re.sub(r"[\s.,;”]+$", "", text[begin:stop]))
    if text[begin : begin + 1] in _OPENING and text[stop - 1] in _CLOSING:
        inside = text[begin + 1 : stop - 1]
        if not re.search(r"[“”\"]", inside):
            begin, stop = begin + 1, begin + 1 + len(inside.rstrip(" .,"))
    if marks := _marked(text, begin, stop):
        return marks
    items = [_bare(text, item) for item in parted(text, begin, stop, number)]
    return _tailless(text, [item for item in items if item.start < item.end], number)


_MARK = re.compile(
    r"(?:(?<=\s)|(?<=^))\(?(?:[a-h]|[ivx]{1,4}|\d{1,2})\)\s+"
    r"|(?:(?<=\s)|(?<=^))(?:first|second|third|fourth|fifth|lastly|finally|and last)(?:ly)?,\s+",
)
_ITEM_END = re.compile(r"[\s,;]+(?:and|or)?\s*$")


def _marked(text: str, begin: int, end: int) -> list[Span]:
    """Items that marks or ordinals open: "(1) health, (2) energy", "first, rail; second, roads"."""
    marks = [Span(m.start() + begin, m.end() + begin) for m in _MARK.finditer(text[begin:end])]
    if len(marks) < 2 or marks[0].start != begin:
        return []
    ends = [*(m.start for m in marks[1:]), end]
    return [
        trim(text, mark.end, mark.end + len(_ITEM_END.sub("", text[mark.end : stop])))
        for mark, stop in zip(marks, ends, strict=True)
    ]


_TRAILING = re.compile(r",\s+(?:with|which|who|where|while|each|all|[a-z]+ing)\b")


def _tailless(text: str, items: list[Span], number: int | None) -> list[Span]:
    """The items, the last without a clause that goes on about them."""
    if len(items) != number:
        return items
    *others, last = items
    if any(_TRAILING.search(text, *other) for other in others):
        return items
    tail = _TRAILING.search(text, *last)
    return [*others, trim(text, last.start, tail.start()) if tail else last]


_OPENING = frozenset('"“‘')
_CLOSING = frozenset('"”’')


def _bare(text: str, item: Span) -> Span:
    """An item without the quotation marks around it."""
    lead = re.compile(r"(?:and\s+)?(?:[–—-]\s[\w ]{2,20}\s[–—-]\s)?").match(text, *item)
    start = lead.end() if lead else item.start
    end = item.end
    while end > start and text[end - 1] == ",":
        end -= 1
    inner = text[start:end]
    if inner[:1] in _OPENING and not re.search(r"[\"”]", inner[1:-1]):
        start += 1
    if inner[-1:] in _CLOSING and not re.search(r"[\"“]", inner[1:-1]):
        end -= 1
    return trim(text, start, end)


def are_short(text: str, items: list[Span], most: int = 8) -> bool:
    """Whether items are names of things rather than clauses."""
    return all(len(text[slice(*item)].split()) <= most for item in items) and len(items) >= 2


CLAUSE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|can)\s")


def made(text: str, span: Span, count: int | None, items: list[Span]) -> Enumeration:
    """An enumeration of these items."""
    slices: list[Slice] = [cut(text, *item) for item in items if item.start < item.end]
    return Enumeration(*span, text[slice(*span)], count, tuple(slices))


_MONTH = re.compile(
    r"(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b"
)
_SHARE = re.compile(rf"(?:{WORDS}|\d+)\s+(?:from|of|for|in|by|at|are|is)\b")


def is_divided(text: str, items: list[Span]) -> bool:
    """Whether what follows a count only parts it: "two from Leeds, three from York"."""
    parted = sum(bool(_SHARE.match(text, *item)) for item in items) >= 2
    parted = parted or all(_MONTH.match(text, *item) for item in items)
    return parted or text[items[-1].end - 1] == "%"
