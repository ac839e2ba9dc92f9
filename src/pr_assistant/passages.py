"""`Release` → `Passage`s that an embedder reads whole.

A passage follows paragraphs and sentences, keeps a quotation together where it fits, and never
crosses a section. Short paragraphs of a section share a passage; a long one is parted evenly.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from pr_assistant import quotations, sentences, structure
from pr_assistant.models import Passage, Release, Section
from pr_assistant.sentences import Span, trim

RULES = "passages-2"
"""Names these rules in the index's fingerprint: change it whenever passages may differ."""

TARGET = 128
"""Word pieces up to which paragraphs are put together: about one paragraph of a release."""

_NAME = 60
"""Characters of a quoted name or title."""

_SPACES = " \n\t\xa0"

Tokenise = Callable[[Sequence[str]], Sequence[Sequence[tuple[int, int]]]]
"""Texts → for each the (start, end) of its word pieces, none cut off."""


def split(release: Release, tokenise: Tokenise, limit: int) -> list[Passage]:
    """Passages of `release`, in order, each of at most `limit` word pieces of `tokenise`.

    Every character that is not white space lies in exactly one passage.
    """
    ruler = _Ruler(tokenise([release.text])[0])
    parts = [
        (span, section.name)
        for section in release.sections
        for span in _pack(release.text, section, ruler, limit)
    ]
    return [
        Passage(release.id, start, end, release.text[start:end], name, release.title)
        for (start, end), name in _fit(release.text, parts, tokenise, limit)
    ]


def _fit(
    text: str, parts: list[tuple[Span, str]], tokenise: Tokenise, limit: int
) -> Iterator[tuple[Span, str]]:
    """Halve what is still too long: a word that was cut has other pieces than in its text."""
    sizes = tokenise([text[slice(*span)] for span, _ in parts])
    for (span, name), pieces in zip(parts, sizes, strict=True):
        if len(pieces) <= limit or span.end - span.start == 1:
            yield span, name
            continue
        middle = (span.start + span.end) // 2
        space = max(text.rfind(mark, span.start + 1, middle) for mark in _SPACES)
        cut = space if space > span.start else middle
        halves = [trim(text, span.start, cut), trim(text, cut, span.end)]
        yield from _fit(
            text, [(half, name) for half in halves if half.start < half.end], tokenise, limit
        )


class _Ruler:
    """Counts word pieces of any slice of one text, tokenised once."""

    def __init__(self, pieces: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in pieces]
        self._ends = [end for _, end in pieces]

    def measure(self, span: Span) -> int:
        return max(0, self._index_past(span.end) - bisect_right(self._ends, span.start))

    def _index_past(self, end: int) -> int:
        return bisect_left(self._starts, end)

    def prefix(self, span: Span, limit: int) -> int:
        """Where the first `limit` word pieces of `span` end, at least one character on."""
        last = bisect_right(self._ends, span.start) + limit - 1
        return max(span.start + 1, self._ends[last]) if last < len(self._ends) else span.end


def _pack(text: str, section: Section, ruler: _Ruler, limit: int) -> Iterator[Span]:
    """Spans of a section: whole paragraphs up to `TARGET`, longer ones in even parts."""
    paragraphs = structure.paragraphs(text, section.start, section.end)
    quotes = quotations.find(text, paragraphs)
    open_span: Span | None = None
    for paragraph in paragraphs:
        if open_span is not None:
            joined = Span(open_span.start, paragraph.end)
            size = ruler.measure(joined)
            if size <= min(TARGET, limit) or (size <= limit and _belongs(text, section, open_span)):
                open_span = joined
                continue
            yield open_span
        open_span = paragraph
        if ruler.measure(paragraph) > limit:
            *whole, open_span = _part(text, paragraph, quotes, ruler, limit)
            yield from whole
    if open_span is not None:
        yield open_span


def _belongs(text: str, section: Section, span: Span) -> bool:
    """Whether `span` only announces what follows: a heading, or a line that ends in a colon."""
    return text[span.start : span.end].endswith(":") or (
        section.heading is not None
        and span.start == section.start
        and span.end - span.start <= len(section.heading) + 8
    )


def _part(
    text: str, paragraph: Span, quotes: Sequence[Span], ruler: _Ruler, limit: int
) -> list[Span]:
    """Parts of a paragraph that is too long, of about equal length, cut between its units."""
    units = list(_units(text, paragraph, quotes, ruler, limit))
    share = ruler.measure(paragraph) / math.ceil(ruler.measure(paragraph) / limit)
    parts = [units[0]]
    for unit in units[1:]:
        joined = Span(parts[-1].start, unit.end)
        overshoot = ruler.measure(joined) - share
        if ruler.measure(joined) <= limit and overshoot <= ruler.measure(unit) / 2:
            parts[-1] = joined
        else:
            parts.append(unit)
    return parts


def _units(
    text: str, paragraph: Span, quotes: Sequence[Span], ruler: _Ruler, limit: int
) -> Iterator[Span]:
    """What is kept together if it fits: a quotation with its lead-in, else a sentence."""
    units: list[Span] = []
    for sentence in sentences.split(text, paragraph.start, paragraph.end):
        if units and _carries_on(text, quotes, units[-1], sentence):
            joined = Span(units[-1].start, sentence.end)
            if ruler.measure(joined) <= limit:
                units[-1] = joined
                continue
        units.append(sentence)
    for unit in units:
        yield from _chop(text, unit, ruler, limit)


def _carries_on(text: str, quotes: Sequence[Span], unit: Span, sentence: Span) -> bool:
    """Whether `sentence` begins in a quotation, and a piece of one stands in `unit`, too."""
    own = next((q for q in quotes if q.start <= sentence.start < q.end), None)
    return own is not None and (
        own.start < sentence.start
        or any(unit.start <= q.start < unit.end and _is_spoken(text, q) for q in quotes)
    )


def _is_spoken(text: str, quoted: Span) -> bool:
    """Whether a quoted piece is no mere name: a long one, or one with a stop before its mark."""
    return quoted.end - quoted.start > _NAME or text[quoted.end - 2] in ",.!?…"


def _chop(text: str, unit: Span, ruler: _Ruler, limit: int) -> Iterator[Span]:
    """A sentence longer than the limit, cut at white space, or anywhere in an endless word."""
    while ruler.measure(unit) > limit:
        cut = ruler.prefix(unit, limit)
        space = max(text.rfind(mark, unit.start + 1, cut) for mark in _SPACES)
        cut = space if space > unit.start else cut
        yield trim(text, unit.start, cut)
        unit = trim(text, cut, unit.end)
    if unit.start < unit.end:
        yield unit
