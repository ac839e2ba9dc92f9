"""Text → what stands between quotation marks, whatever marks they are and however mixed.

Who said it is for `pr_assistant.facts.speech` to find; a name, a title or a motto stands between
quotation marks as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from pr_assistant.sentences import Span

_PAIRS = {"“": '”"“', "„": '“”"', '"': '"”', "«": "»", "»": "«", "‘": "’", "'": "'"}
"""Opening mark → what may close it: marks are mixed where text was pasted together."""

_MARK = re.compile(r"[“„\"«‘]|(?<![^\s(])»(?=\w)|(?<![^\s(\[–—])'(?=[^\W\d])")
"""What may open; a straight single mark only before a letter and behind none."""
_ROW = re.compile(r"[\"”],$")
"""Quoted names in a row, typed without spaces: "One","Two"."""
_WORD_BEFORE = re.compile(r"[^\s(\[–—-]")
_WORD_AFTER = re.compile(r"[^\W_]|[$€£(\[…‘“\"«]|\.\.\.")
_INCHES = re.compile(r"\d$")
_CLOSED_LATER = re.compile(r"[^.!?“”\"]*[.,!?][\"”]")
_OWNED = re.compile(r"s[’'] [a-z]")
_SINGLE_LATER = re.compile(r"[^\n‘]*?(?:[.,!?…][’']|[’'][.,;:?!])(?!\w)")

CALLED = re.compile(
    r"\b(?P<noun>motto|slogan|theme|tagline|vision|mission|title|strapline|nickname|codename|hashtag"
    r"|campaign|programme|program|project|exhibition|song|film)"
    r"(?:,|:|\s(?:is|was|of|called|named|entitled|titled))?\s"
    r"[“\"](?P<name>[^“”\"\n]{3,90})[”\"]"
)
"""What somebody calls something by, in marks as if it were said: 'its motto, "To learn"'."""


def find(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """Quoted pieces with their marks, in order; each within one of `paragraphs` (spans of `text`).

    What is not closed reaches to the end of its paragraph if the next one opens with the same mark,
    as a quotation of several paragraphs does; otherwise the mark counts for nothing.
    """
    found: list[Span] = []
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        at = paragraph.start
        while (opening := _opening(text, at, paragraph.end)) is not None:
            end = _closing(text, opening, paragraph.end)
            if end is None and following and text[following.start] == text[opening]:
                end = paragraph.end
            if end is None:
                at = opening + 1
            else:
                found.append(Span(opening, end))
                at = end
    return found


def inner(text: str, quoted: Span) -> Span:
    """A quoted piece without its marks."""
    return Span(quoted.start + 1, quoted.end - (not is_open(text, quoted)))


def is_open(text: str, quoted: Span) -> bool:
    """Whether a piece runs on into the next paragraph: nothing closes it."""
    return quoted.end - quoted.start < 2 or text[quoted.end - 1] not in _PAIRS[text[quoted.start]]


def _opening(text: str, at: int, end: int) -> int | None:
    """The next mark that opens: one with a word after it and, if it is like a closing one, none
    before."""
    for mark in _MARK.finditer(text, at, end):
        start = mark.start()
        before = text[max(0, start - 3) : start]
        if mark.group() in '"‘' and _WORD_BEFORE.match(before[-1:]) and not _ROW.search(before):
            continue  # it closes something, or stands for inches or an apostrophe
        if _WORD_AFTER.match(text[start + 1 : start + 4].lstrip()):
            return start
    return None


def _closing(text: str, opening: int, end: int) -> int | None:
    """Where the piece that opens there is closed, its mark included; None if it is not."""
    mark, depth = text[opening], 0
    for at in range(opening + 2, end):
        if text[at] not in _PAIRS[mark]:
            continue
        before, after = text[at - 1], text[at + 1 : at + 2]
        if text[at] == "“" and mark == "“" and (before.isspace() or after.isalnum()):
            depth += 1  # a quotation within it
        elif text[at] == '"' and _INCHES.match(before) and _CLOSED_LATER.match(text, at + 1, end):
            continue  # inches
        elif text[at] in "’'" and (after.isalnum() or before.isspace()):
            continue  # an apostrophe
        elif _OWNED.match(text, at - 1) and _SINGLE_LATER.match(text, at + 1, end):
            continue  # the apostrophe of a plural
        elif depth:
            depth -= 1
        else:
            return at + 1
    return None
