"""Where in its release a citation stands, in words and as the sentence around it."""

from __future__ import annotations

from functools import lru_cache

from pr_assistant.models import Release, Section
from pr_assistant.sentences import Span, split
from pr_assistant.structure import paragraphs

_REMEMBERED = 64
"""Of the last answers on the page; no more, for a release that somebody added stays with them."""
_NAMES = {
    "metadata": "Above the headline",
    "title": "Headline",
    "boilerplate": "About",
    "contact": "Contact",
    "note": "Notes",
}


def is_heading(text: str, span: Span, section: Section) -> bool:
    """Whether a paragraph is no more than the heading of its section."""
    return text[span.start : span.end].strip("#*-–: \t") == section.heading


def numbered(release: Release, section: Section) -> list[tuple[Span, int]]:
    """The paragraphs of a section with their numbers, from 1; its heading has number 0."""
    count = 0
    found: list[tuple[Span, int]] = []
    for span in paragraphs(release.text, section.start, section.end):
        heading = not found and is_heading(release.text, span, section)
        count += not heading
        found.append((span, 0 if heading else count))
    return found


@lru_cache(maxsize=_REMEMBERED)
def place(release: Release, start: int) -> str:
    """The section and the paragraph of an offset, as a reader would say it."""
    for section in release.sections:
        if section.start <= start < section.end:
            name = section.heading or _NAMES.get(section.kind)
            within = numbered(release, section)
            number = next((n for span, n in within if start < span.end), 0)
            if section.kind == "title" or (name and within[-1][1] == 1):
                number = 0  # "Headline" and "About X" say it all
            parts = [name, f"paragraph {number}" if number else None]
            return " · ".join(part for part in parts if part) or "Release"
    return "Release"


@lru_cache(maxsize=_REMEMBERED)
def sentence(release: Release, start: int, end: int) -> Span:
    """The whole sentences that the words `start:end` are part of; a dateline is none of them."""
    for paragraph in paragraphs(release.text):
        if paragraph.start <= start < paragraph.end:
            dateline = release.dateline
            opens = paragraph.start <= dateline.start < dateline.end <= start
            around = [
                span
                for span in split(
                    release.text, dateline.end if opens else paragraph.start, paragraph.end
                )
                if span.start < end and start < span.end
            ]
            return Span(min(start, around[0].start), max(end, around[-1].end))
    return Span(start, end)
