"""Rows of names in a sentence, each read once: "Dr A (X), B, C and D"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pr_assistant.facts.layout import Layout
from pr_assistant.facts.mention import Mention
from pr_assistant.facts.names import RUN
from pr_assistant.facts.plain_names import is_plain
from pr_assistant.facts.title import Title
from pr_assistant.sentences import Span

_BRACKET = r"(?:\s\([^()\n]{1,40}\))?"
_JOINED = re.compile(rf"{_BRACKET}(?:[,;]\s+(?P<last>and\s+)?|\s+(?P<both>and)\s+)(?:the late\s+)?")
_OF_OTHERS = re.compile(r"(?:\b(?:of|at|from|the|in|near|on|for|&|and)|[a-z][,;])\s+$")
"""What stands before what is no person in a row."""

_OF_PEOPLE = re.compile(
    r"\b(?:speakers|panell?ists|judges|jurors|guests|trustees|delegates|authors|fellows|directors"
    r"|candidates|nominees|laureates|professors|ministers)\b[^.;:,]{0,30}:?\s+$",
    re.IGNORECASE,
)
"""What says that people stand in a row."""


@dataclass(slots=True)
class _Row:
    """Names that commas and an "and" join; with each its mention, where it is known for a
    person’s."""

    names: list[tuple[Span, Mention | None]] = field(default_factory=list)
    closed: bool = False
    """Whether an "and" stands before the last."""


def in_rows(
    layout: Layout, mentions: list[Mention]
) -> Iterator[tuple[Span, tuple[int, Title] | None]]:
    """Names of rows that are mostly people’s, or stand behind a title of several people, which
    comes with them."""
    sentences: dict[Span, list[Mention]] = {}
    for mention in mentions:
        if layout.kind(mention.start) != "contact":
            sentences.setdefault(layout.sentence(mention.start), []).append(mention)
    for sentence, known in sentences.items():
        for row in _rows(layout.text, sentence, known):
            yield from _added(layout.text, sentence, row)


def _rows(text: str, sentence: Span, mentions: list[Mention]) -> Iterator[_Row]:
    """The rows of a sentence that hold a person and another name."""
    row = _Row()
    for span, mention in _names(text, sentence, mentions):
        before = row.names[-1][0].end if row.names else -1
        gap = _JOINED.fullmatch(text, before, span.start) if before >= 0 else None
        if gap is None or row.closed or not (mention or is_plain(text, *span)):
            yield row
            row = _Row()
        row.names.append((span, mention))
        row.closed = bool(gap and (gap["last"] or gap["both"]) and len(row.names) > 1)
    yield row


def _names(text: str, sentence: Span, mentions: list[Mention]) -> list[tuple[Span, Mention | None]]:
    """Names of people, with their honorifics, and the other runs of capitalised words in order."""
    names: list[tuple[Span, Mention | None]] = []
    rest = sentence.start
    for mention in sorted(mentions, key=lambda m: m.start):
        lead = mention.lead if mention.lead >= 0 else mention.start
        names += [(run, None) for run in _runs(text, rest, lead)]
        names.append((Span(lead, mention.end), mention))
        rest = mention.end
    return names + [(run, None) for run in _runs(text, rest, sentence.end)]


def _runs(text: str, begin: int, end: int) -> Iterator[Span]:
    """Runs of capitalised words, none that opens or ends a bracket, or goes on beyond the end."""
    for run in RUN.finditer(text, begin, end):
        if not text[run.end() : end].strip() and text[end : end + 1].isalpha():
            continue  # "Sports Councillor" before a name
        if text[run.start() - 1] != "(" and text[run.end() : run.end() + 1] != ")":
            yield Span(*run.span())


def _added(text: str, sentence: Span, row: _Row) -> Iterator[tuple[Span, tuple[int, Title] | None]]:
    names = row.names
    if names and names[0][1] is None and not is_plain(text, *names[0][0]):
        names = names[1:]
    sure = [at for at, (_, mention) in enumerate(names) if mention]
    if not sure or len(sure) == len(names):
        return
    begin = names[0][0].start
    mostly = 2 * len(sure) >= len(names) or _OF_PEOPLE.search(
        text, max(sentence.start, begin - 60), begin
    )
    others = _OF_OTHERS.search(text, max(sentence.start, begin - 12), begin)
    title: tuple[int, Title] | None = None
    for at, (span, mention) in enumerate(names):
        if mention:
            title = next((f for f in mention.found if _is_of_several(text, mention, f[1])), title)
        elif at < sure[0]:
            if mostly and not others:
                yield span, None
        elif (mostly or title) and (
            at < sure[-1] or (row.closed and not _is_followed(names[sure[-1]][1]))
        ):
            yield span, title


def _is_followed(mention: Mention | None) -> bool:
    """Whether a title stands behind a name."""
    return any(t.stop > mention.start for _, t in mention.found) if mention else False


def _is_of_several(text: str, mention: Mention, title: Title) -> bool:
    """Whether a title before a name is of several people: "the members A, B and C"."""
    head = title.title
    return head is not None and title.stop <= mention.start and text[head.end - 1] == "s"
