"""What an amount or a share is of: the words beside it, else the subject of its clause."""

from __future__ import annotations

import re

from pr_assistant.facts import fragments, phrases
from pr_assistant.facts.contacts import cut
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.models import Slice
from pr_assistant.sentences import Span

_BEFORE = re.compile(r"\s+(?:of|at|totalling|totaling|worth|:)\s*(?:the\s+|a\s+)?$")
_AFTER = re.compile(r"\s+(per|of|in|for|from)\s+")
_VERB = re.compile(
    r"\s+(?:was|were|is|are|rose|fell|grew|increased|decreased|declined|expanded|improved|stood"
    r"|stands"
    r"|reached|totall?ed|amounted|rises|falls|came|climbed|dropped|has|have|had|will|would|can"
    r"|could"
    r"|ended|remained|gained|slipped|more than|contracted|advanced|jumped|surged)\b"
)
_BORDER = re.compile(r"[;:(“\"—–]|,\s|\b(?:that|said|says)\s|\band\s(?=the\b|its\b|[A-Z])")
_NAMED = re.compile(r"^[^\w\n]*([A-Za-z][^\d\n:.]{1,40}):[ \t]*(?:[a-z]+ ){0,2}$", re.MULTILINE)
"""The label of a line: "- Branches: 212"."""
_OR, _PER = re.compile(r"\bor $"), re.compile(r"\s+per\s")
"""What is said in other terms: "Net income of $38.6 million, or $0.91 per share"."""
_LABEL = re.compile(r"[^\d$€£|\t]{2,60}?(?=\s{2,}|\s*\||\t)")


def measured(
    layout: Layout, sentence: Span, start: int, end: int, unit: str | None, in_table: bool
) -> Slice | None:
    """What the figure at `start:end` measures, as an exact slice; None if it cannot be told."""
    text = layout.text
    if in_table:
        label = _LABEL.match(text, *sentence)
        return cut(text, label.start(), label.end()) if label and label.end() <= start else None
    head = fragments.heading(layout, sentence, start, end)
    if head and not (_OR.search(text, max(0, start - 4), start) and _PER.match(text, end)):
        return cut(text, *head)
    if named := _NAMED.search(text, text.rfind("\n", 0, start) + 1, start):
        return cut(text, *named.span(1))
    if found := _beside(text, sentence, start, end):
        return found
    return _subject(layout, sentence, start)


def _beside(text: str, sentence: Span, start: int, end: int) -> Slice | None:
    if after := _AFTER.match(text, end, sentence.end):
        stop = phrases.noun_phrase(text, after.end(), sentence.end)
        if stop > after.end() and not text[after.end()].isdigit():
            begin = after.start(1) if after[1] == "per" else after.end()
            if after[1] in ("per", "of"):
                return cut(text, begin, stop)
    stop = phrases.noun_phrase(text, end, sentence.end)
    if stop > end and text[end : end + 1] in " -\n":
        begin = end + 1
        if text[begin:stop].split()[0].lower() not in phrases.DETERMINERS:
            return cut(text, begin, phrases.with_complement(text, stop, sentence.end))
    if before := _BEFORE.search(text, max(sentence.start, start - 100), start):
        run = re.compile(r"(?:[\w’'&-]+\s+){0,5}[\w’'&-]+$").search(
            text, max(sentence.start, before.start() - 90), before.start()
        )
        if run:
            words = list(phrases.words(text, run.start(), run.end()))
            kept: list[Span] = []
            for word in reversed(words):
                lower = text[slice(*word)].lower()
                if (
                    lower in phrases.CLOSED
                    or lower in phrases.DETERMINERS
                    or lower in phrases.VERBS
                ):
                    break
                kept.insert(0, word)
            if kept:
                return cut(text, kept[0].start, kept[-1].end)
    return None


def _subject(layout: Layout, sentence: Span, start: int) -> Slice | None:
    """The subject of the last clause before `start`."""
    text = layout.text
    bullet = layout.bullet(sentence)
    begin = max(bullet.start if bullet else sentence.start, start - 300)
    if begin < layout.dateline.end <= start:
        begin = layout.dateline.end
    verbs = list(_VERB.finditer(text, begin, start))
    if not verbs:
        return None
    for verb in reversed(verbs):
        borders = [m.end() for m in _BORDER.finditer(text, begin, verb.start())]
        first = borders[-1] if borders else begin
        while first < verb.start() and text[first].isspace():
            first += 1
        subject = text[first : verb.start()]
        if (
            subject
            and len(subject.split()) <= 12
            and not re.fullmatch(r"(?:it|they|we|he|she|which|who|that)", subject, re.IGNORECASE)
        ):
            article = re.match(r"(?:the|a|an)\s+", subject, re.IGNORECASE)
            first += article.end() if article else 0
            return cut(text, first, verb.start())
    return None
