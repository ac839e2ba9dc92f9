"""Which parts of a release say whom to ask, found by their labels and addresses."""

from __future__ import annotations

import re
from bisect import bisect_left

from pr_assistant.facts.names import UPPER
from pr_assistant.models import Release, SectionKind
from pr_assistant.sentences import Span

_DESK = re.compile(
    r"[#*•–\s-]*(?:for (?:more|further|media|press|interviews?|additional)\b[^\n]{0,60}\bcontact\b"
    r"|(?:media|press|news|investors?|analysts?|contacts?|enquiries|inquiries"
    r"|interviews)\b[^:\n.]{0,40}:)"
    r"[^\n]*(?:[\w.+-]+@[\w-]+\.|\d[\d\s().-]{6,}\d)",
    re.IGNORECASE,
)


_LABEL = re.compile(
    r"[#*•–\s-]*(?:for\b[^\n.]{0,50}\b(?:contact|enquiries|inquiries|information|queries)\b"
    r"[^\n.]{0,20}|(?:[a-z]+\s+){0,2}(?:contacts?|enquiries|inquiries|queries))[:\s*]*",
    re.IGNORECASE,
)
"""A line above those to ask: "For enquiries please contact:"."""
_REACHABLE = re.compile(r"\w@\w|\+?\d[\d\s().-]{6,}\d")


def _is_line_to_reach(text: str, paragraph: Span) -> bool:
    """Whether a line below the text names somebody with an address: "Ann Roe · a@b.example"."""
    start, end = paragraph
    return (
        end - start < 200
        and start > len(text) * 0.6
        and text[end - 1] != "."
        and bool(_ADDRESSED.fullmatch(text, start, end))
    )


_ADDRESSED = re.compile(
    rf"(?:\d{{1,2}}\.\s+)?[^\n.!]{{0,60}}?\b[{UPPER}][\w’'-]+[ ]"
    r"[^\n?!]{0,80}?[,·|/–—(-]\s*[^\n]{0,60}?"
    r"(?:[\w.+-]+@[\w-]+\.\w|\+\d[\d\s().-]{7,}\d)[^\n]*"
)


def _without_false_contacts(
    text: str, sections: list[tuple[int, SectionKind]]
) -> list[tuple[int, SectionKind]]:
    """The sections, none of contacts that begins above the text and holds all of it.

    "Press Office" is a letterhead there.
    """
    ends = [*(start for start, _ in sections), len(text)][1:]
    return [
        (
            start,
            "body" if kind == "contact" and start < len(text) / 3 and end - start > 800 else kind,
        )
        for (start, kind), end in zip(sections, ends, strict=True)
    ]


def with_contacts(
    text: str, paragraphs: tuple[Span, ...], release: Release
) -> tuple[tuple[int, SectionKind], ...]:
    """Where each kind of section begins; a line of a desk with its address is a contact."""
    sections = _without_false_contacts(text, [(s.start, s.kind) for s in release.sections])
    for paragraph in paragraphs:
        if _is_line_to_reach(text, paragraph):
            at = bisect_left(sections, (paragraph.start + 1,)) - 1
            if at < 0 or sections[at][1] != "contact":
                goes_on = all(not 0 <= s[0] - paragraph.end <= 2 for s in sections)
                sections.insert(at + 1, (paragraph.start, "contact"))
                if at >= 0 and goes_on and sections[at][1] != "boilerplate":
                    sections.insert(at + 2, (paragraph.end, sections[at][1]))
            continue
        if _LABEL.fullmatch(text, *paragraph):
            at = bisect_left(sections, (paragraph.start + 1,)) - 1
            reach = _REACHABLE.search(text, paragraph.end, paragraph.end + 300)
            if (
                at >= 0
                and sections[at][1] != "contact"
                and paragraph.start > len(text) / 2
                and reach
            ):
                sections.insert(at + 1, (paragraph.start, "contact"))
            continue
        if not _DESK.match(text, *paragraph):
            continue
        before = [kind for start, kind in sections if start <= paragraph.start]
        if not before or before[-1] == "contact":
            continue
        found: list[tuple[int, SectionKind]] = [(paragraph.start, "contact")]
        if before[-1] != "boilerplate" and not any(
            paragraph.start < start <= paragraph.end + 2 for start, _ in sections
        ):
            found.append((paragraph.end, before[-1]))
        sections = sorted([s for s in sections if s[0] != paragraph.start] + found)
    return tuple(sections)
