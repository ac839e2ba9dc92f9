"""A count whose items the next sentences name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pr_assistant.facts.layout import Layout
from pr_assistant.facts.listing import Counted, listed, made
from pr_assistant.facts.models import Enumeration
from pr_assistant.facts.ordinals import by_ordinals, opens
from pr_assistant.sentences import Span, trim

ANNOUNCING = frozenset(
    "pillars areas themes priorities tracks strands goals aims objectives workstreams components"
    " elements"
    " phases stages parts streams fields pledges commitments measures steps axes fronts points"
    " reasons"
    " principles initiatives projects programmes programs targets actions promises lines ways"
    " conditions"
    " subjects topics challenges benefits advantages features options categories streams dimensions"
    " cornerstones foundations lessons steps drivers levers demands trends risks activities sectors"
    " recommendations findings proposals tasks functions uses purposes directions domains".split()
)
_IN_TOPIC = re.compile(
    r"(?:In|On|Under|For|Through)\s+(?!addition\b|turn\b|particular\b)([^,;]{4,80}?),\s"
)
_ALSO = re.compile(
    r"[^,;]{2,60}?\bwill\s+(?:also|further|then|additionally|in addition)\s+([a-z][^,;.]{6,110})"
)
_SPENT = re.compile(
    r"(?:\b(?:is|are|will be)\s+(?:set aside|earmarked|reserved|allocated|budgeted)\s+(?:for|to)"
    r"|\b(?:will\s+)?(?:go|goes)\s+(?:to|on|towards|toward|into)|\b(?:will\s+)?pays?\s+for"
    r"|\bwill(?=\s+(?!be\b)[a-z]))\s+(?P<item>[^,;.]{4,120})"
)
_AMONG = re.compile(
    r"(?:Among|Of)\s+(?:these|them|those)(?:\s+(?:are|were))?,?\s+(?!(?:who|with|whose)\b)"
)
_CALLED = re.compile(
    r"(?:(?:Under|In|With|By)\s+the|The)\s+(?:first|second|third|fourth|fifth|sixth|last|final)"
    r"(?:\s+[a-z]+)?,\s+(?:called\s+|named\s+)?[\"“]([^\"“”]{2,60}?),?[\"”]"
)
_QUOTED_ITEM = re.compile(r"[\"“]\s*([^\"“”]{2,80}?)\s*[\"”]")


def after_sentence(layout: Layout, sentence: Span, counted: list[Counted]) -> Iterator[Enumeration]:
    """A count that ends its sentence, whose items the next sentences name."""
    text = layout.text
    if not counted:
        return
    paragraph = layout.paragraph(sentence.start)
    following = [s for s in layout.sentences if sentence.end <= s.start < paragraph.end]
    for count in counted:
        number, head = count.number, count.head
        announcing = text[slice(*head)].lower() in ANNOUNCING
        items: list[Span] = []
        if following and (among := _AMONG.match(text, *following[0])):
            items = _after_among(text, among.end(), following[0].end)
        elif len(called := _called(text, following[:number])) == number:
            items = called
        elif announcing:
            if not following:
                index = layout.paragraphs.index(paragraph)
                following = [
                    s for p in layout.paragraphs[index + 1 : index + 1 + number]
                    for s in layout.sentences if p.start <= s.start < p.end
                ]  # fmt: skip
                items = by_ordinals(text, following, number)
            else:
                items = by_ordinals(text, following, number) or _by_sentences(
                    text, following, number
                )
        elif following and opens(text, following[0]):
            items = by_ordinals(text, following, number)
            items = items if len(items) == number else []
        if 2 <= len(items) <= number:
            yield made(text, Span(count.start, head.end), number, items)
            return


def _called(text: str, sentences: list[Span]) -> list[Span]:
    """Names in quotation marks behind ordinals: "Under the first, “One Wallet”, …"."""
    found = [_CALLED.match(text, *sentence) for sentence in sentences]
    return [trim(text, *name.span(1)) for name in found if name]


def _after_among(text: str, begin: int, end: int) -> list[Span]:
    quoted = [Span(*m.span(1)) for m in _QUOTED_ITEM.finditer(text, begin, end)]
    if len(quoted) >= 2:
        return quoted
    verb = re.compile(
        r"\s+(?:are|were|was|is|have|has|had|achieved|rose|ranked|won|received)\b"
    ).search(text, begin, end)
    return listed(text, begin, verb.start() if verb else end, None)


def _by_sentences(text: str, sentences: list[Span], number: int) -> list[Span]:
    """What each next sentence adds: its topic, what "will also" be done, what money is for."""
    items: list[Span] = []
    for sentence in sentences:
        before = len(items)
        if topic := _IN_TOPIC.match(text, *sentence):
            items.append(Span(*topic.span(1)))
        elif re.search(r"[£$€]|\bremainder\b|\bper cent\b|%", text[slice(*sentence)]):
            for clause in re.compile(
                r"[^;]+?(?:;|,\s+and\s+(?=the\s+(?:remainder|rest))|$)"
            ).finditer(text, sentence.start, sentence.end):
                if spent := _SPENT.search(text, *clause.span()):
                    items.append(trim(text, *spent.span("item")))
        elif also := _ALSO.match(text, *sentence):
            items.append(trim(text, *also.span(1)))
        if len(items) == before or len(items) >= number:
            break
    return items[:number] if len(items) >= 2 else []
