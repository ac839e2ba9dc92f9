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
from pr_assistant.sentences import Span

RULES = "passages-1"
"""Names these rules in the index's fingerprint: change it whenever passages may differ."""

TARGET = 128
"""Word pieces up to which paragraphs are put together: about one paragraph of a release."""

Tokenise = Callable[[Sequence[str]], Sequence[Sequence[tuple[int, int]]]]
"""Texts → for each the (start, end) of its word pieces, none cut off."""


def split(release: Release, tokenise: Tokenise, limit: int) -> list[Passage]:
    """Passages of `release`, in order, each of at most `limit` word pieces of `tokenise`.

    Every character that is not white space lies in exactly one passage.
    """
    ruler = _Ruler(tokenise([release.text])[0])
    return [
        Passage(release.id, span.start, span.end, release.text[span.start : span.end], section.name)
        for section in release.sections
        for span in _pack(release.text, section, ruler, limit)
    ]


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
            if size <= TARGET or (size <= limit and _belongs(text, section, open_span)):
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
    text: str, paragraph: Span, quotes: Sequence[quotations.Quotation], ruler: _Ruler, limit: int
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
    text: str, paragraph: Span, quotes: Sequence[quotations.Quotation], ruler: _Ruler, limit: int
) -> Iterator[Span]:
    """What is kept together if it fits: a quotation with its lead-in, else a sentence."""
    units: list[Span] = []
    for sentence in sentences.split(text, paragraph.start, paragraph.end):
        if units and any(q.start < sentence.start < q.end for q in quotes):
            joined = Span(units[-1].start, sentence.end)
            if ruler.measure(joined) <= limit:
                units[-1] = joined
                continue
        units.append(sentence)
    for unit in units:
        yield from _chop(text, unit, ruler, limit)


def _chop(text: str, unit: Span, ruler: _Ruler, limit: int) -> Iterator[Span]:
    """A sentence longer than the limit, cut at white space, or anywhere in an endless word."""
    while ruler.measure(unit) > limit:
        cut = ruler.prefix(unit, limit)
        space = max(text.rfind(mark, unit.start + 1, cut) for mark in " \n\t\xa0")
        cut = space if space > unit.start else cut
        yield Span(unit.start, cut)
        while cut < unit.end and text[cut].isspace():
            cut += 1
        unit = Span(cut, unit.end)
    yield unit
