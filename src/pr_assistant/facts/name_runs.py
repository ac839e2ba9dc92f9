"""Runs of capitalised words that may be names, and those that are of bodies, places and works."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pr_assistant.facts.layout import Layout
from pr_assistant.facts.names import RUN, UPPER
from pr_assistant.sentences import Span

_BODY_BEHIND = re.compile(
    r"['’]s?\s+(?:[A-Z][\w-]*\s+){0,3}(?:Council|Association|Union|Federation|Society|Club|League|Guild"
    r"|Forum|Cooperative|Co-operative|Alliance|Network|Congress|Chamber|Institute|Party)\b"
)
_PLACE = re.compile(r"\s(?:Hall|House|Park|Street|Square|Court|Field|Bridge|Lane|Wood|Hill|Mill)$")
_PLACED = re.compile(r"(?:['’]s|\bin|\bat|\bthe|\bnear|\bfrom)\s+$")
_BEGUN = re.compile(
    rf"[{UPPER}][\w’'-]*\s+(?:de |d[eu]s |du |del |della |dei |för |für )?(?:la |las |los )?$"
)
_IN_LETTERS = re.compile(r"\s+\([A-Z]{2,8}\)")


def is_of_body(text: str, start: int, end: int) -> bool:
    """Whether words with capitals are part of the name of a body: "the Chip Makers’ Council"."""
    if _BODY_BEHIND.match(text, end):
        return True
    if _PLACE.search(text, start, end) and _PLACED.search(text, max(0, start - 12), start):
        return True
    begun = _BEGUN.search(text, max(0, start - 40), start)
    return bool(begun and _IN_LETTERS.match(text, end))


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a name stands alone in quotation marks, as those of ships and works do."""
    return text[start - 1 : start] in ("“", '"', "„") and text[end : end + 1] in ("”", '"', "“")


_HEADLINE_VERB = re.compile(
    r"(?<=\s)(?:Resigns|Retires|Joins|Becomes|Named|Names|Appointed|Appoints|Elected|Elects|Wins|Leaves"
    r"|Steps|Succeeds|Takes|Leads|Opens|Visits|Receives|Promoted|Promotes|Returns|Announces|Urges"
    r"|Welcomes|Warns|Hires|Picks|Taps|Says|Thanks|Honours|Honors|Unveils|Launches|Replaces|Gets|Dies"
    r"|To|As|With|Is|Has|And|Of|For|In|At)(?=\s|$)"
)
"""Words that stand with a capital amid a headline and in no name."""


def stands_amid_verbs(text: str, run: Span, start: int, end: int) -> bool:
    """Whether a name takes up its run but for verbs of headlines at both ends."""
    before, behind = text[run.start : start].split(), text[end : run.end].split()
    return all(_HEADLINE_VERB.search(f" {word}") for word in (*before[-1:], *behind[:1]))


def _without_verbs(text: str) -> Iterator[re.Match[str]]:
    """Runs of capitalised words, those of headlines parted at their verbs."""
    for run in RUN.finditer(text):
        at = run.start()
        if len(run.group().split(None, 1)) < 2:
            yield run
            continue
        for verb in _HEADLINE_VERB.finditer(text, *run.span()):
            if verb.start() > at and (part := RUN.match(text, at, verb.start())):
                yield part
            at = min(verb.end() + 1, run.end())
        if at == run.start():
            yield run
        elif at < run.end() and (part := RUN.match(text, at, run.end())):
            yield part


_LINE = 50
"""A shorter line is none of prose that has been wrapped."""
_LABEL = re.compile(r"[A-Z][^\n:.]{1,40}:\s")


def _is_prose(layout: Layout, run: re.Match[str]) -> bool:
    """Whether the line that a run goes over the end of is one of prose, and runs on."""
    text, start = layout.text, run.start()
    begin, end = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    if layout.kind(start) == "contact" or end - begin < _LINE:
        return False
    return not _LABEL.match(text, end + 1)


def runs(layout: Layout) -> Iterator[re.Match[str]]:
    """Runs of capitalised words; in a block of contacts none goes over the end of a line."""
    text = layout.text
    for run in _without_verbs(text):
        inside = layout.paragraph(run.start()).end >= run.end()
        if "\n" not in run.group() or (inside and _is_prose(layout, run)):
            yield run
            continue
        at = run.start()
        while at < run.end():
            line = text.find("\n", at, run.end())
            part = RUN.match(text, at, line if line >= 0 else run.end())
            if part:
                yield part
            if line < 0:
                break
            at = line + 1
            while at < run.end() and text[at].isspace():
                at += 1
