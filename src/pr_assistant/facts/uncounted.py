"""Lists that a noun announces without a number: "The reasons are always the same: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pr_assistant.facts import phrases
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.listing import CLAUSE, SUBJECT, are_short, is_divided, listed, made
from pr_assistant.facts.models import Enumeration
from pr_assistant.facts.numbers import WORDS
from pr_assistant.sentences import Span, trim

_NO_ITEMS = re.compile(r"\b(?:said|says|told|added|http|www)\b")
_NUMBER = re.compile(rf"(?:{WORDS})\s")
_MADE_UP = re.compile(
    r"(?P<whole>\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Aa]n?|[Ee]ach(?: of the)?"
    r"|[Ee]very)\s+(?:[\w-]+\s+){0,3}?[\w-]+)\s+(?:(?:will|would"
    r"|is to)\s+)?"
    r"(?:consists?\s+of|comprises?|is made up of|is composed of|be made up of)\s+"
    r"(?!(?:about|around|more|over|some|nearly|up|at|\d)\b)"
)


_NAMED = re.compile(
    r"(?P<subject>(?:The|Its|Our|Their)\s+(?:[\w-]+\s+){0,3}?(?P<head>[a-z-]+))"
    r"\s+(?:are|were|will be)\s+(?P<items>[A-Z][^,.;:()“”\"]*(?:,\s+[A-Z][^,.;:()“”\"]*)+?"
    r",?\s+and\s+[A-Z][\w’'-]*(?:\s+(?:of\s+)?[A-Z][\w’'-]*)*)(?=[,.;]|$)"
)
""" "The first provinces are Lusaka, Eastern and Southern": names alone."""
_FOLLOWING = re.compile(r"\b[Tt]he following\s+[a-z][^:]*$")
_MAKING_UP = frozenset("consist consists comprise comprises made composed".split())
"""Of which `_MADE_UP` needs one."""
_COLON = re.compile(r"[“\"]?[^:“”\"]{6,140}?(?P<colon>:)\s+(?=[\w“\"])")


def uncounted(layout: Layout, sentence: Span) -> Iterator[Enumeration]:
    """ "The reasons are always the same: the price, the shame and the waiting room." """
    text = layout.text
    made_up = not _MAKING_UP.isdisjoint(layout.words(sentence)) and _MADE_UP.search(text, *sentence)
    if made_up:
        items = listed(text, made_up.end(), sentence.end, None)
        items = [] if any(_NUMBER.match(text, *item) for item in items) else items
        parted = text.count(";", made_up.end(), sentence.end) >= 2
        if (
            len(items) >= 3
            and (parted or re.search(r"\b(?:and|or)\b", text[items[-2].end : items[-1].start]))
            and (parted or are_short(text, items, 12))
            and not layout.quotation(made_up.end())
        ):
            yield made(text, Span(*made_up.span("whole")), None, items)
            return
    if (named := _NAMED.match(text, *sentence)) and phrases.is_plural(named["head"]):
        items = listed(text, *named.span("items"), None)
        if len(items) >= 3 and are_short(text, items) and not layout.quotation(named.end()):
            yield made(text, Span(*named.span("subject")), None, items)
            return
    colon = _COLON.match(text, *sentence) if ":" in text[slice(*sentence)] else None
    if colon is None or layout.bullet(sentence) or _NO_ITEMS.search(colon.group()):
        return
    if layout.kind(sentence.start) in ("title",) or re.search(r"\d:$", colon.group().strip()):
        return
    lead = text[sentence.start : colon.start("colon")].lstrip('“"')
    items = listed(text, colon.end(), sentence.end, None)
    commas = sum("," in text[a.end : b.start] for a, b in pairwise(items))
    if (
        len(items) < 3
        or commas < len(items) - 2
        or not are_short(text, items)
        or re.search(r"[.:]\s|@|\d{3}", text[colon.end() : sentence.end])
    ):
        return
    if not re.search(r"\band\b|\bor\b", text[items[-2].end : items[-1].start]):
        return
    if CLAUSE.search(text, *items[0]) or is_divided(text, items):
        return
    following = _FOLLOWING.search(lead)
    if following:
        yield made(
            text, Span(sentence.start + following.start(), colon.start("colon")), None, items
        )
        return
    subject = SUBJECT.match(lead)
    names = subject["subject"] if subject else lead
    if not any(phrases.is_plural(word.strip(",")) for word in names.split()):
        return
    begin = sentence.start + (lead[:1] in '“"')
    span = trim(text, begin, begin + len(names))
    yield made(text, span, None, items)
