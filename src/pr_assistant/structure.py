"""Text of a release → its paragraphs, title, dateline and sections, as offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from pr_assistant.dateline import find as find_dateline
from pr_assistant.models import Dateline, Section, SectionKind
from pr_assistant.sentences import MAYBE_FINAL, Span, trim

_BLANK_LINE = re.compile(r"\n[ \t\xa0]*(?=\n)")
_BULLET = re.compile(r"\s*(?:[•●▪◦‣*–—-]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+)")
_TABLE_ROW = re.compile(r"\||\t|\S {3,}\S")
_WRAP_COLUMN = 110
"""Longer lines were not broken by hand or by a mail program: each is a paragraph."""

_METADATA = re.compile(
    r"\s*(?:for immediate release|embargo|under embargo|not for (?:release|distribution)"
    r"|(?:press|news|media) (?:release|statement|announcement)\s*$|release date|date\b\s*:?"
    r"|contacts?\s*:|media contacts?\b|\[?image|source\s*:|issued\b)",
    re.IGNORECASE,
)
_LEADING_METADATA = re.compile(
    r"\s*(?:date\s*:?\s*\d{4}-\d{2}-\d{2}|for immediate release\s*[:–—-])\s*", re.IGNORECASE
)
_BARE_DATE = re.compile(r"\s*[\w,. ]{0,12}\d{1,2}[\w,. ]*\d{4}\s*$|\s*\d{4}-\d\d-\d\d\s*$")
_ABOUT = re.compile(
    r"[#*\s]*about\s+(?:(?-i:[A-Z\"“'‘]|[a-z][A-Z]|\d\w*\b(?!\s+[a-z]))|the\b|us\b).{0,90}$",
    re.IGNORECASE,
)
_LOWER_WORD = re.compile(r"\b[a-z]{2,}\b")
_MAX_LOWER = 4
"""A heading has hardly a word in lower case; a sentence that begins like one is full of them."""
_CONTACT = re.compile(
    r"[#*\s]*(?:(?:media|press|news|investor|analyst)s?\s*(?:and \w+ )?(?:contacts?|enquir|inquir"
    r"|relations|office)|contacts?\b|for (?:more|further|media|press)\b[^.]{0,40}"
    r"(?:contact|enquir|inquir)|enquiries|inquiries)",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"[#*\s]*(?:notes?\s+(?:to|for)\s+editors?|forward[- ]looking|safe harbo|cautionary|disclaimer"
    r"|non-gaap|-*\s*ends?\s*-*\s*$|source\s|view original|photo\b|\(this (?:press )?release"
    r"|[#\s]+$)",
    re.IGNORECASE,
)
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+\S")
_MAX_HEADING = 90
_MAX_TITLE = 120
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
        lines = [Span(*m.span()) for m in re.compile(r"[^\n]*\S[^\n]*").finditer(text, begin, stop)]
        spans += _join_wrapped(text, lines)
    return spans


def _join_wrapped(text: str, lines: list[Span]) -> list[Span]:
    joined: list[Span] = []
    width = max((line.end - line.start for line in lines), default=0)
    for before, line in zip([None, *lines], lines, strict=False):
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
        or _BULLET.match(two)
        or _TABLE_ROW.search(one.strip() + "\n" + two.strip())
    ):
        return False
    if _kind_of_heading(one) or _kind_of_heading(two) or _METADATA.match(one):
        return False
    # A wrapped line is nearly full: the next word would not have fitted.
    return len(one.rstrip()) + len(two.split()[0]) + 1 > 0.8 * width and width > 40


def read(text: str) -> Structure:
    """Tell title, dateline, body and boilerplate of a release apart."""
    spans = paragraphs(text)
    dateline, at = _locate_dateline(text, spans)
    head, rest = _split_head(text, spans, at)
    title, titles = _title(text, head)
    sections = [Section("title" if s in titles else "metadata", s.start, s.end) for s in head]
    return Structure(title, dateline, (*_merge(sections), *_body(text, rest)))


def _locate_dateline(text: str, spans: list[Span]) -> tuple[Dateline, int | None]:
    """The dateline and the paragraph it opens; a date on a line of its own only dates it."""
    dated = Dateline()
    for index, span in enumerate(spans[:_HEADLINE_PARAGRAPHS]):
        if dateline := find_dateline(text, span.start, span.end):
            if dateline.place or dateline.newswire:
                return dateline, index
            dated = dateline if dated.date is None else dated
    return dated, None


def _split_head(text: str, spans: list[Span], at: int | None) -> tuple[list[Span], list[Span]]:
    """Part what stands above the body from the body; metadata glued to a headline is cut off."""
    if at is None:  # no dateline: metadata, then the headline, then the rest
        lines = list(takewhile(lambda s: _is_metadata(text[s.start : s.end]), spans))
        at = len(lines) + any(_is_headline(text, s) for s in spans[len(lines) : len(lines) + 1])
    head: list[Span] = []
    for span in spans[:at]:
        glued = _LEADING_METADATA.match(text, span.start, span.end)
        if glued and glued.end() < span.end:
            head.append(trim(text, span.start, glued.end()))
            span = Span(glued.end(), span.end)
        head.append(span)
    return head, spans[at:]


def _title(text: str, head: list[Span]) -> tuple[str, list[Span]]:
    """The headline as one line, and the spans that hold it and its sub-headlines.

    The headline opens the last run of lines above the body that are no metadata.
    """
    runs: list[list[Span]] = [[]]
    for span in head:
        if _is_metadata(text[span.start : span.end]):
            runs.append([])
        else:
            runs[-1].append(span)
    runs = [run for run in runs if run]
    if not runs:
        return "", []
    spans = next((r for r in reversed(runs) if len(text[slice(*r[0])].split()) >= 4), runs[-1])
    lines = [" ".join(text[s.start : s.end].lstrip("# ").split()) for s in spans]
    title = lines[0]
    if len(lines) > 1 and _style(lines[0]) == _style(lines[1]) != "sentence":
        joined = f"{title} {lines[1]}"  # a headline that breaks over two lines
        title = joined if len(joined) <= _MAX_TITLE and title[-1] not in ".!?:" else title
    return title, spans


def _is_metadata(line: str) -> bool:
    return bool(_METADATA.match(line) or _BARE_DATE.match(line) or _NOTE.match(line))


def _style(line: str) -> str:
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", line) if len(word) > 3]
    if line.isupper():
        return "capitals"
    return (
        "title" if words and sum(w[0].isupper() for w in words) > 0.7 * len(words) else "sentence"
    )


def _is_headline(text: str, span: Span) -> bool:
    return span.end - span.start <= 2 * _MAX_TITLE and text[span.end - 1] not in ".!"


def _kind_of_heading(line: str) -> SectionKind | None:
    """What a line announces, if it is one that sets a part of a release off."""
    line = line.strip()
    if len(line) > _MAX_HEADING:
        return None
    prose = _is_prose(line)
    if not prose and _ABOUT.match(line):
        return "boilerplate"
    if _CONTACT.match(line) and (not prose or line.lower().startswith("for ")):
        return "contact"
    return "note" if not prose and _NOTE.match(line) else None


def _is_prose(line: str) -> bool:
    """Whether a line has too many words in lower case for a heading; an address makes it none."""
    last = line.rstrip(".").rpartition(" ")[2].lower()
    stops = line.endswith((".", ",")) and last not in MAYBE_FINAL
    lower = len(_LOWER_WORD.findall(line))
    return lower > (_MAX_LOWER // 2 if stops else _MAX_LOWER) and not re.search(r":|@|//", line)


def _is_body_heading(line: str, following: str) -> bool:
    """A short line in title case or capitals (or marked as one) above a paragraph of prose."""
    line = line.strip()
    if _MARKDOWN_HEADING.match(line):
        return True
    if len(line) > _MAX_HEADING or len(line.split()) > 12 or line[-1] in '.,:;!?"”':
        return False
    if _BULLET.match(line) or _TABLE_ROW.search(line) or _style(line) == "sentence":
        return False
    return bool(_BULLET.match(following)) or len(following) > 1.5 * len(line)


def _body(text: str, spans: list[Span]) -> list[Section]:
    sections: list[Section] = []
    for index, span in enumerate(spans):
        line = text[span.start : span.end]
        following = text[slice(*spans[index + 1])] if index + 1 < len(spans) else ""
        last = sections[-1] if sections else None
        kind = _kind_of_heading(line)
        in_tail = last is not None and last.kind != "body"  # names of contacts look like headings
        if kind is None and not in_tail and _is_body_heading(line, following):
            kind = "body"
        if kind is not None:
            heading = line.partition(":")[0].strip("#*-– \t")
            sections.append(Section(kind, span.start, span.end, heading or None))
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
