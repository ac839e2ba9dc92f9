"""A release's text as facts are read from it: paragraphs, sentences, and what part it stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from pr_assistant import structure
from pr_assistant.models import Release, SectionKind
from pr_assistant.sentences import Span, split

_BULLET = re.compile(r"\s*(?:[•●▪◦‣*·–—-]\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+)")
_TABLE = re.compile(r"\S {3,}\S|\t|\S\s*\|\s*\S")
_QUOTED = re.compile(r'"[^"]*(?:"|$)|“[^”]*(?:”|$)')


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

    def kind(self, at: int) -> SectionKind:
        """The kind of section that `at` lies in."""
        found = bisect_right(self.sections, at, key=lambda s: s[0]) - 1
        return self.sections[found][1] if found >= 0 else "body"

    def sentence(self, at: int) -> Span:
        """The sentence that `at` lies in, or the one before."""
        found = bisect_right(self.sentences, at, key=lambda s: s.start) - 1
        return self.sentences[max(found, 0)] if self.sentences else Span(0, len(self.text))

    def paragraph(self, at: int) -> Span:
        """The paragraph that `at` lies in, or the one before."""
        found = bisect_right(self.paragraphs, at, key=lambda s: s.start) - 1
        return self.paragraphs[max(found, 0)] if self.paragraphs else Span(0, len(self.text))

    def quotation(self, at: int) -> Span | None:
        """The quotation marks that `at` lies between, if it does."""
        found = bisect_right(self.quoted, at, key=lambda s: s.start) - 1
        return self.quoted[found] if found >= 0 and at < self.quoted[found].end else None

    def is_table(self, span: Span) -> bool:
        return bool(_TABLE.search(self.text, span.start, span.end))

    def bullet(self, span: Span) -> Span | None:
        """A bulleted paragraph without its bullet; None if it has none."""
        found = _BULLET.match(self.text, span.start, span.end)
        return Span(found.end(), span.end) if found else None


def lay_out(release: Release) -> Layout:
    """Part the text of a release."""
    text = release.text
    paragraphs = tuple(structure.paragraphs(text))
    return Layout(
        text,
        paragraphs,
        tuple(sentence for paragraph in paragraphs for sentence in split(text, *paragraph)),
        tuple(Span(*m.span()) for p in paragraphs for m in _QUOTED.finditer(text, *p)),
        tuple((section.start, section.kind) for section in release.sections),
    )
