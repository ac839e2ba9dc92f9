"""Lines without bullets that a count announces: "three tracks:", then a line for each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pr_assistant.facts.contacts import cut
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.listing import counts
from pr_assistant.facts.models import Enumeration
from pr_assistant.sentences import Span, trim

_LINE = re.compile(r"[^\n]*\S")
_LABEL = re.compile(r"(?P<label>[^:–—,.]{1,40}|[^:–—.]{1,50}?)(?:\s[–—]|:)\s")
"""What a line is about, before its colon or dash."""


def lined(layout: Layout) -> Iterator[Enumeration]:
    """Every line that ends in a colon and holds a count, with as many lines of one form below."""
    text = layout.text
    for paragraph in layout.paragraphs:
        end = paragraph.start + len(text[slice(*paragraph)].rstrip())
        if text[end - 1 : end] != ":" or layout.kind(paragraph.start) in ("contact", "metadata"):
            continue
        sentence = layout.sentence(end - 1)
        for count in reversed(counts(text, sentence, layout.words(sentence))):
            items = _below(layout, end, count.number)
            if items:
                announced = Span(count.start, count.phrase.end)
                yield Enumeration(
                    *announced,
                    text[slice(*announced)],
                    count.number,
                    tuple(cut(text, *item) for item in items),
                )
                break


def _below(layout: Layout, at: int, number: int) -> list[Span]:
    """The lines below `at` if as many as announced have one form and the next has not."""
    text = layout.text
    lines = [Span(*m.span()) for m, _ in zip(_lines(text, at), range(number + 1), strict=False)]
    items, after = lines[:number], lines[number:]
    if len(items) < number or any(layout.bullet(item) or layout.is_table(item) for item in items):
        return []
    forms = [_form(text, item) for item in items]
    if None in forms or len(set(forms)) > 1 or (after and _form(text, after[0]) == forms[0]):
        return []
    return [trim(text, i.start, i.start + len(text[slice(*i)].rstrip(".;, "))) for i in items]


def _lines(text: str, at: int) -> Iterator[re.Match[str]]:
    for match in _LINE.finditer(text, at):
        if match.group().strip():
            yield match


def _form(text: str, line: Span) -> str | None:
    """The mark behind the label of a line; None if it has no label."""
    label = _LABEL.match(text, *line)
    if label is None:
        return None
    return label.group().rstrip()[-1]
