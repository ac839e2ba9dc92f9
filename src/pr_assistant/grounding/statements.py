"""The sentences of a release that may bear out what a model says, with what is known of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from pr_assistant import dateline, quotations, sentences, structure
from pr_assistant.grounding import numerals, tokens
from pr_assistant.grounding.injection import instructs
from pr_assistant.grounding.numerals import Numeral
from pr_assistant.grounding.tokens import Token
from pr_assistant.grounding.vocabulary import POINTING
from pr_assistant.models import Passage, Release
from pr_assistant.sentences import Span

if TYPE_CHECKING:
    from pr_assistant.facts.models import Facts

_ITEM = re.compile(r"(?:[•●▪◦‣*·–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+")
_CLAUSE = re.compile(
    r"[;:—–()]|,\s|\s-\s|\b(?:and|but|while|whereas|although|though|which|who|when|compared with"
    r"|compared to|against|versus)\b"
)


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A sentence of a release at `span`; all other offsets count from its start.

    Equal only to itself: a long one is looked up often.
    """

    release_id: str
    span: Span
    text: str
    tokens: tuple[Token, ...]
    numerals: tuple[Numeral, ...]
    clauses: tuple[Span, ...]
    people: tuple[tuple[int, int, str], ...]
    """(start, end, name) of each person named."""
    quoted: tuple[tuple[int, int, str | None], ...]
    """(start, end, speaker) of what somebody says in it, directly or as reported."""
    keys: frozenset[str]
    """Of all its words."""
    openings: frozenset[str]
    """The pronouns that it, or what somebody says in it, opens with."""
    lead: Statement | None = None
    """The line that introduces it, where it is an item of a list."""


_HALF = re.compile(
    r"[;—]|,\s(?:and|but|while|whereas|with)\b|\b(?:while|whereas|compared with|compared to|against"
    r"|versus)\b"
)


def halves(text: str) -> tuple[Span, ...]:
    """The larger parts of a sentence, which keep their introductions."""
    borders = [0, *(m.start() for m in _HALF.finditer(text)), len(text)]
    return tuple(Span(one, two) for one, two in pairwise(borders) if one < two)


def clauses(text: str) -> tuple[Span, ...]:
    """The parts of a sentence between commas, conjunctions and the like."""
    borders = [0, *(m.start() for m in _CLAUSE.finditer(text)), len(text)]
    return tuple(Span(one, two) for one, two in pairwise(borders) if one < two)


def of_passage(passage: Passage, release: Release, facts: Facts) -> tuple[Statement, ...]:
    """The statements of a passage; none where the release changed since it was read.

    A sentence that is addressed to a model rather than to a reader is no statement.
    """
    if release.text[passage.start : passage.end] != passage.text or passage.section == "metadata":
        return ()
    found: list[Statement] = []
    lead: Statement | None = None
    for span in _spans(release.text, passage.start, passage.end):
        text = release.text[slice(*span)]
        if instructs(text):
            lead = None
            continue
        item = _ITEM.match(text)
        begin = span.start + (item.end() if item else 0)
        one = _statement(release, facts, Span(begin, span.end))
        found.append(replace(one, lead=lead) if item and lead else one)
        if not item:
            lead = one if text.endswith(":") else None
    return tuple(found)


def _spans(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    for paragraph in structure.paragraphs(text, start, end):
        begin = paragraph.start
        if head := dateline.find(text, paragraph.start, paragraph.end):
            begin = head.end
        found += sentences.split(text, begin, paragraph.end)
    return [span for span in found if len(text[slice(*span)].split()) > 1]


def _statement(release: Release, facts: Facts, span: Span) -> Statement:
    text = release.text[slice(*span)]
    people = sorted(
        (max(m.start, span.start) - span.start, min(m.end, span.end) - span.start, person.name)
        for person in facts.people
        for m in person.mentions
        if m.start < span.end and span.start < m.end
    )
    words = tokens.read(text)
    said = _said(release, facts, span)
    return Statement(
        release.id, span, text, words,
        numerals.find(text, facts.dateline.date), clauses(text), tuple(people),
        tuple(said),
        tokens.joined(text).union(*(word.keys for word in words)),
        _openings(words, said),
    )  # fmt: skip


def _openings(
    words: tuple[Token, ...], said: Sequence[tuple[int, int, str | None]]
) -> frozenset[str]:
    begin = [0, *(start for start, _, _ in said)]
    first = [[w.lower for w in words if w.start >= start][:_OPENING] for start in begin]
    return frozenset().union(*first) & POINTING


def _said(release: Release, facts: Facts, span: Span) -> list[tuple[int, int, str | None]]:
    """What is said in a sentence, and by whom; None where nobody is named for certain."""
    found = [
        (max(q.start, span.start) - span.start, min(q.end, span.end) - span.start, q.speaker)
        for q in facts.quotations
        if q.start < span.end and span.start < q.end
    ]
    for mark in _marks(release):
        start, end = max(mark.start, span.start), min(mark.end, span.end)
        if start >= end or len(release.text[start:end].split()) < _TITLE_WORDS:
            continue
        inner = (start - span.start, end - span.start)
        if not any(one < inner[1] and inner[0] < two for one, two, _ in found):
            found.append((*inner, None))
    return found


_OPENING = 5
"""How many words open a sentence: "Some 45% of its loans …"."""
_TITLE_WORDS = 9
"""Fewer words between quotation marks that nobody is known to say are a name or a motto."""


@lru_cache(maxsize=64)
def _marks(release: Release) -> list[Span]:
    return quotations.find(release.text, structure.paragraphs(release.text))
