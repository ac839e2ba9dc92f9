"""Names that "and" and commas join to one that is a person’s."""

from __future__ import annotations

import re

from pr_assistant.facts.layout import Layout
from pr_assistant.facts.mention import Mention
from pr_assistant.facts.names import (
    RUN,
    UPPER,
    is_name,
    looks_like_organisation,
)
from pr_assistant.facts.signs import speaks_for_firm
from pr_assistant.facts.title import Title
from pr_assistant.sentences import Span


def is_plain(text: str, start: int, end: int) -> bool:
    """Whether a run of words is a name of the usual form, and no organisation's."""
    name = " ".join(text[start:end].split())
    return (
        is_name(name)
        and len(name.split()) <= 4
        and not looks_like_organisation(name)
        and not speaks_for_firm(text, name)
    )


def add_coordinated(layout: Layout, found: list[Mention], known: frozenset[str]) -> None:
    """Add names that "and" joins to one that is a person's: the title before holds for both."""
    text = layout.text
    taken = [Span(m.start, m.end) for m in found]
    for mention in list(found):
        both = _AND.match(text, mention.end)
        run = RUN.match(text, both.end()) if both else None
        if run and not any(t.start < run.end() and run.start() < t.end for t in taken):
            title = next(
                (f for f in mention.found if f[1].title and f[1].stop <= mention.start), None
            )
            _add_alike(found, run, title, known)
        ahead = [f for f in mention.found if f[1].stop <= mention.start]
        listed = text[mention.end : mention.end + 1] in (",", ";", " ")
        if listed and layout.kind(mention.start) != "contact" and ahead == mention.found:
            several = next((f for f in ahead if f[1].title and _is_plural(text, f[1])), None)
            for run in _row(text, mention.end, layout.sentence(mention.start).end):
                if not any(t.start < run.end() and run.start() < t.end for t in taken):
                    _add_alike(found, run, several, known)
        plural = next(
            (f for f in mention.found if f[1].title and f[1].title.start > mention.end
             and _PLURAL.search(text[slice(*f[1].title)])), None,
        )  # fmt: skip
        sentence = layout.sentence(mention.start)
        if layout.kind(mention.start) != "contact":
            lead = mention.lead if mention.lead >= 0 else mention.start
            for run in _row_before(text, sentence.start, lead):
                if not any(t.start < run.end() and run.start() < t.end for t in taken):
                    _add_alike(found, run, None, known)
        if not text[: mention.start].rstrip().endswith(" and") and not plural:
            continue
        for run in RUN.finditer(text, sentence.start, mention.start):
            if not _AND.fullmatch(text, run.end(), mention.start):
                continue
            if plural or (run.start() == sentence.start and is_plain(text, *run.span())):
                _add_alike(found, run, plural, known)


_GIVEN = re.compile(
    rf"\b(?:by|of|for|with|couple|brothers|sisters|siblings|spouses|parents|twins)\s+(?P<given>[{UPPER}][\w-]+)"
    r"\s+and\s+$"
)


def before_and(text: str, mention: Mention) -> Mention | None:
    """The given name that shares a surname with the next: "by Elsie and Robert Moorcroft"."""
    match = _GIVEN.search(text, max(0, mention.start - 60), mention.start)
    if match is None or not is_name(match["given"], 1) or mention.honorific:
        return None
    if looks_like_organisation(match["given"]) or text.count(match["given"]) > 1:
        return None
    return Mention(*match.span("given"), alone=True)


def _row(text: str, at: int, end: int) -> list[re.Match[str]]:
    """The names between commas behind a person's, up to an "and": "Dr A, B (X), C and D"."""
    names: list[re.Match[str]] = []
    gap = _COMMA.match(text, at, end)
    while gap and (run := RUN.match(text, gap.end(), end)):
        if not is_plain(text, *run.span()):
            break
        names.append(run)
        gap = _COMMA.match(text, run.end(), end)
        at = run.end()
    both = _AND.match(text, at, end)
    if both and (run := RUN.match(text, both.end(), end)) and is_plain(text, *run.span()):
        names.append(run)
    return names if both else []


def _row_before(text: str, begin: int, at: int) -> list[re.Match[str]]:
    """The names that commas and an "and" join to a person's behind them: "A (X), B and Dr C"."""
    names: list[re.Match[str]] = []
    if not text.endswith((", ", "; ", " and "), begin, at):
        return names
    for run in reversed(list(RUN.finditer(text, begin, at))):
        if text[run.start() - 1] == "(" or text[run.end()] == ")":
            continue
        gap = (_COMMA if names else _JOINED).fullmatch(text, run.end(), at)
        if gap is None or not is_plain(text, *run.span()):
            break
        names.append(run)
        at = run.start()
    if names and _OF_OTHERS.search(text, begin, names[-1].start()):
        return []
    return names


_BRACKET = r"(?:\s\([^()\n]{1,40}\))?"
_COMMA = re.compile(rf"{_BRACKET}[,;]\s+")
_JOINED = re.compile(rf"{_BRACKET}(?:[,;]\s+(?:and\s+)?|\s+and\s+)")
_OF_OTHERS = re.compile(r"(?:\b(?:of|at|from|the|in|near|on|for|&|and)|[a-z][,;])\s+$")
"""What stands before what is no person in a row."""
_AND = re.compile(rf"{_BRACKET},?\s+and\s+(?:the late\s+)?")
_PLURAL = re.compile(r"\b\w+(?:ers|ors|airs|ents|ants|ists|utives)\b")
"""The head of a title that several people share: "co-founders of Acme"."""


def _is_plural(text: str, title: Title) -> bool:
    """Whether a title is of several people: "the members A, B and C"."""
    return title.title is not None and text[title.title.end - 1] == "s"


def _add_alike(
    found: list[Mention], run: re.Match[str], title: tuple[int, Title] | None, known: frozenset[str]
) -> None:
    """Add a run of capitalised words that "and" joins to a person, if it may be a name."""
    name = " ".join(run.group().split())
    if is_name(name) and name.lower() not in known and not looks_like_organisation(name):
        found.append(Mention(run.start(), run.end(), None, [title] if title else []))
