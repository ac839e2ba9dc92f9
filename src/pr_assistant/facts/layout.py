"""A release's text as facts are read from it: paragraphs, sentences, and what part it stands in."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pr_assistant import dateline as datelines
from pr_assistant import quotations, structure
from pr_assistant.facts import issue
from pr_assistant.facts.honorifics import UNFINISHED
from pr_assistant.facts.names import NICKNAME, UPPER
from pr_assistant.facts.sections import with_contacts
from pr_assistant.models import Dateline, Release, SectionKind
from pr_assistant.sentences import Span, split

_BULLET = re.compile(
    r"\s*(?:(?:[•●▪◦‣*·–—+✓✔►■-]|>{1,2}|»)\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+)"
)
_WORD = re.compile(r"\w+")
_TABLE = re.compile(r"\S {3,}\S|\t|\S\s*\|\s*\S")


def last_begun(spans: Sequence[tuple[Any, ...]], at: int) -> int:
    """Which of spans in order is the last that begins at an offset or before; -1 if none does."""
    return bisect_left(spans, (at + 1,)) - 1


class Taken:
    """Spans that are spoken for; none overlaps another."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._spans: list[tuple[int, int]] = []
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        insort(self._spans, (start, end))

    def overlap(self, start: int, end: int) -> tuple[int, int] | None:
        """The first of the spans that share a character with `start:end`; None if none does."""
        at = last_begun(self._spans, start)
        for span in self._spans[max(0, at) : at + 2]:
            if span[0] < end and start < span[1]:
                return span
        return None


@dataclass(frozen=True, slots=True)
class Layout:
    """The text and how it is parted; spans are in order."""

    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    """Of all paragraphs; a row of a table and a bullet are sentences of their own."""
    quoted: tuple[Span, ...]
    """Between quotation marks, with them."""
    sections: tuple[tuple[int, SectionKind], ...]
    tabular: bool
    """Whether any sentence is a row of a table."""
    vocabularies: tuple[frozenset[str], ...]
    """The words of each sentence in lower case: what a pattern needs can be looked for here
    before it is searched with, at a fraction of the time."""
    dateline: Dateline
    """That which opens the first paragraph of prose; what stands above it is no body."""

    def kind(self, at: int) -> SectionKind:
        """The kind of section that `at` lies in."""
        found = last_begun(self.sections, at)
        kind = self.sections[found][1] if found >= 0 else "body"
        return "title" if kind == "body" and at < self.dateline.start else kind

    def sentence(self, at: int) -> Span:
        """The sentence that `at` lies in, or the one before."""
        found = last_begun(self.sentences, at)
        return self.sentences[max(found, 0)] if self.sentences else Span(0, len(self.text))

    def words(self, sentence: Span) -> frozenset[str]:
        """The different words and numbers of a sentence, in lower case."""
        return self.vocabularies[last_begun(self.sentences, sentence.start)]

    def paragraph(self, at: int) -> Span:
        """The paragraph that `at` lies in, or the one before."""
        found = last_begun(self.paragraphs, at)
        return self.paragraphs[max(found, 0)] if self.paragraphs else Span(0, len(self.text))

    def quotation(self, at: int) -> Span | None:
        """The quotation marks that `at` lies between, if it does."""
        found = last_begun(self.quoted, at)
        return self.quoted[found] if found >= 0 and at < self.quoted[found].end else None

    def is_table(self, span: Span) -> bool:
        return self.tabular and bool(_TABLE.search(self.text, span.start, span.end))

    def bullet(self, span: Span) -> Span | None:
        """A bulleted paragraph without its bullet; None if it has none."""
        found = _BULLET.match(self.text, span.start, span.end)
        return Span(found.end(), span.end) if found else None


def sentences_of(text: str, start: int, end: int) -> list[Span]:
    """Sentences of a part of the text, whole where a title before a name ends in a full stop."""
    found: list[Span] = []
    for span in split(text, start, end):
        if found and UNFINISHED.search(text, *_last(found[-1])):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found


def _last(sentence: Span) -> Span:
    """The last words of a sentence, where its honorific would stand."""
    return Span(max(sentence.start, sentence.end - 24), sentence.end)


def lay_out(release: Release) -> Layout:
    """Part the text of a release."""
    text = release.text
    paragraphs = tuple(_unbroken(text, structure.paragraphs(text), release))
    sentences = tuple(s for paragraph in paragraphs for s in sentences_of(text, *paragraph))
    return Layout(
        text,
        paragraphs,
        sentences,
        tuple(q for q in quotations.find(text, paragraphs) if not _is_nickname(text, q)),
        with_contacts(text, paragraphs, release),
        ("   " in text or "\t" in text or "|" in text) and bool(_TABLE.search(text)),
        tuple(frozenset(_WORD.findall(text[slice(*s)].lower())) for s in sentences),
        _dateline(text, paragraphs, release.dateline),
    )


_GOES_ON = re.compile(r"[a-z][\w’'-]*(?![\w@]|[.:]\w)[ ,]|\([A-Z][a-z]")


_OPEN = re.compile(r" (?:of|for|and|&|the|at|with|by|in)$")


def _unbroken(text: str, paragraphs: Iterable[Span], release: Release) -> list[Span]:
    """Paragraphs, whole where a line break stands amid a sentence."""
    paragraphs = [part for span in paragraphs for part in _by_marks(text, span)]
    heads = {section.start for section in release.sections}
    joined: list[Span] = []
    for span in paragraphs:
        before = joined[-1] if joined else None
        if (
            before
            and text[before.end : span.start].count("\n") == 1
            and (
                (before.end - before.start > 60 and _GOES_ON.match(text, *span))
                or _OPEN.search(text, max(before.start, before.end - 6), before.end)
            )
            and text[before.end - 1] not in ".!?:;…|"
            and span.start not in heads
            and not _TABLE.search(text, *before)
            and not _BULLET.match(text, *span)
        ):
            joined[-1] = Span(before.start, span.end)
        else:
            joined.append(span)
    return joined


_ITEM_BELOW = re.compile(
    r"(?<=[;:])(?: and| or)?\n\s*(?=\(?(?:[ivx]{1,4}|[a-z]|\d{1,2})[.)]\s)"
    r"|(?<=[\w)])\n(?=[A-Z][\w &]{1,40}:\s[^\n]*(?:\w@\w|\d{3}))"
)


def _by_marks(text: str, span: Span) -> Iterable[Span]:
    """A paragraph parted before the marks of a list that stand at the beginning of its lines."""
    start = span.start
    for gap in _ITEM_BELOW.finditer(text, *span):
        yield Span(start, gap.end() - len(gap.group()[gap.group().index("\n") :]))
        start = gap.end()
    yield Span(start, span.end)


_NICKNAMED = re.compile(rf"[{UPPER}][\w’'.-]*\s+$")


def _is_nickname(text: str, quoted: Span) -> bool:
    """Whether what stands between marks is part of a name: Robert “Bo” Cantrell."""
    return bool(
        quoted.end - quoted.start < 18
        and _NICKNAME.match(text, quoted.start)
        and _NICKNAMED.search(text[max(0, quoted.start - 20) : quoted.start])
    )


_NICKNAME = re.compile(NICKNAME)


def _dateline(text: str, paragraphs: tuple[Span, ...], found: Dateline) -> Dateline:
    """The dateline that opens the first paragraph of prose, else the one the release has."""
    for paragraph in paragraphs[:12]:
        dateline = datelines.find(text, *paragraph)
        if dateline and dateline.place and paragraph.end - dateline.end > 60:
            found = dateline
            break
    if found.date is None and found.end > found.start:
        found = replace(found, date=issue.of_dateline(text, found))
    end = found.start + len(text[found.start : found.end].rstrip(" \t\n\u00a0-–—:"))
    return Dateline(found.place, found.date, found.newswire, found.start, max(found.start, end))
