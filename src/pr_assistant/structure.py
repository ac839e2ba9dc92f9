"""Text of a release → its paragraphs, title, dateline and sections, as offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from pr_assistant import dateline, headline, lines
from pr_assistant.models import Dateline, Section
from pr_assistant.sentences import Span, trim

_BLANK_LINE = re.compile(r"\n[ \t\xa0]*(?=\n)")
_WRAP_COLUMN = 110
"""Longer lines were not broken by hand or by a mail program: each is a paragraph."""

_FRONT_MATTER = re.compile(
    r"\s*---[ \t]*\n(?:(?:[\w-]+[ \t]*:.*|[ \t#-].*|)\n)+?---[ \t]*(?=\n|\Z)"
)
_FRONT_TITLE = re.compile(
    r"^title[ \t]*:[ \t]*(?:[>|][+-]?[ \t]*$)?(.*(?:\n[ \t]+\S.*)*)", re.M | re.I
)
_HEADLINE_PARAGRAPHS = 12
"""The dateline is looked for in so many first paragraphs."""


@dataclass(frozen=True, slots=True)
class Structure:
    """How a release is built. `sections` are in order and do not overlap."""

    title: str
    dateline: Dateline
    sections: tuple[Section, ...]


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Paragraphs of `text[start:end]`: parted by blank lines, or each on a line of its own.

    Lines of prose wrapped at a column stay together; bullets and rows of a table stand alone.
    """
    end = len(text) if end is None else end
    borders = [m.end() for m in _BLANK_LINE.finditer(text, start, end)]
    spans: list[Span] = []
    for begin, stop in zip([start, *borders], [*borders, end], strict=True):
        block = [Span(*m.span()) for m in re.compile(r"[^\n]*\S[^\n]*").finditer(text, begin, stop)]
        spans += _join_wrapped(text, block)
    return spans


def _join_wrapped(text: str, block: list[Span]) -> list[Span]:
    joined: list[Span] = []
    width = max((line.end - line.start for line in block), default=0)
    for before, line in zip([None, *block], block, strict=False):
        if before is not None and _wraps(text, before, line, width):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return [trim(text, *span) for span in joined]


def _wraps(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether `following` carries on the paragraph of `line`; `width` is of the widest line."""
    one, two = text[line.start : line.end], text[following.start : following.end]
    if (
        width > _WRAP_COLUMN
        or lines.BULLET.match(two)
        or lines.TABLE_ROW.search(one.strip() + "\n" + two.strip())
    ):
        return False
    if lines.part_heading(two) or (lines.part_heading(one) and not lines.runs_in(one)):
        return False
    if lines.is_metadata(one):
        return False
    # A wrapped line is nearly full: the next word would not have fitted.
    return len(one.rstrip()) + len(two.split()[0]) + 1 > 0.8 * width and width > 40


def read(text: str) -> Structure:
    """Tell title, dateline, body and boilerplate of a release apart."""
    front = _FRONT_MATTER.match(text)
    start = front.end() if front else 0
    spans = paragraphs(text, start)
    found, at = _locate_dateline(text, spans)
    head, rest = _split_head(text, spans, at)
    title, titles = headline.title(text, head)
    sections = [Section("title" if s in titles else "metadata", *s) for s in head]
    above = [text[s.start : s.end] for s in sections if s.kind == "metadata"]
    if front:
        title = _front_title(front.group()) or title
        above.insert(0, front.group())
        sections.insert(0, Section("metadata", *trim(text, 0, start)))
    if found.date is None:
        day = next(filter(None, map(dateline.day_in, above)), None)
        found = replace(
            found, date=_nearest(text, spans[at], day) if day and at is not None else day
        )
    return Structure(title, found, (*_merge(sections), *_body(text, rest)))


def _front_title(front: str) -> str:
    """The title that the YAML block above a Markdown file gives, if it gives one."""
    found = _FRONT_TITLE.search(front)
    words = " ".join(found[1].split()) if found else ""
    quoted = re.fullmatch(r"([\"'])(.*)\1", words)
    return quoted[2].replace(quoted[1] * 2, quoted[1]) if quoted else words


def _locate_dateline(text: str, spans: list[Span]) -> tuple[Dateline, int | None]:
    """The dateline and the paragraph it opens.

    A date, or a place and a date, on a line of its own above the headline only dates the release.
    """
    alone = Dateline()
    above = False  # whether a headline may stand above
    for index, span in enumerate(spans[:_HEADLINE_PARAGRAPHS]):
        found = dateline.find(text, *span)
        if found and found.end == span.end and not above:
            found = headline.dateline_alone(text, span)
        elif found and (found.place or found.newswire):
            return found, index
        if found and alone.date is None:
            alone = found
        above = above or not headline.is_metadata(text, span)
    return alone, None


def _nearest(text: str, opening: Span, day: date) -> date:
    """The day of a dateline without a year that is nearest to `day`; `day` where it has none."""
    found = (dateline.find(text, *opening, year) for year in range(day.year - 1, day.year + 2))
    days = [line.date for line in found if line and line.date]
    return min(days, key=lambda own: abs(own - day), default=day)


def _split_head(text: str, spans: list[Span], at: int | None) -> tuple[list[Span], list[Span]]:
    """Part what stands above the body from the body; metadata glued to a headline is cut off."""
    first = spans[: _HEADLINE_PARAGRAPHS if at is None else at]
    head = [part for span in first for part in headline.unglue(text, span)]
    if at is not None:
        return head, spans[at:]
    # No dateline: metadata, then the headline, then the rest.
    end = 0
    for known in (
        headline.metadata(text, head),
        {span for span in head if headline.is_metadata(text, span)},
    ):
        end = len(list(takewhile(known.__contains__, head)))
        if end < len(head) and headline.may_be(text, head[end]):
            end += 1
            break
    return head[:end], [*head[end:], *spans[len(first) :]]


def _body(text: str, spans: list[Span]) -> list[Section]:
    sections: list[Section] = []
    for index, span in enumerate(spans):
        line = text[span.start : span.end]
        following = text[slice(*spans[index + 1])] if index + 1 < len(spans) else ""
        last = sections[-1] if sections else None
        heading = lines.paragraph_heading(line, following)
        in_tail = last is not None and last.kind != "body"  # names of contacts look like headings
        if heading is None and not in_tail:
            heading = lines.body_heading(line, following)
        if heading is not None:
            sections.append(Section(heading.kind, span.start, span.end, heading.name or None))
        elif last is not None:
            sections[-1] = Section(last.kind, last.start, span.end, last.heading)
        else:
            sections.append(Section("body", span.start, span.end))
    return sections


def _merge(sections: list[Section]) -> list[Section]:
    merged: list[Section] = []
    for section in sections:
        if merged and merged[-1].kind == section.kind:
            merged[-1] = Section(section.kind, merged[-1].start, section.end)
        else:
            merged.append(section)
    return merged
