"""Names in quotation marks that nobody says: a motto, and rows of subjects, works or schemes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pr_assistant.facts.models import Facts
from pr_assistant.quotations import CALLED
from pr_assistant.sentences import Span
from pr_assistant.statements import Candidate, Statement, Statements, candidate, stems_of

_ROW = re.compile(
    r"[“\"]\s?[^“”\"]{2,80}[”\"](?:\s?,?\s?(?:and\s+|&\s+)?[“\"]\s?[^“”\"]{2,80}[”\"]){2,}"
)
_ONE = re.compile(r"[“\"]\s?([^“”\"]{2,80}?)[,.]?[”\"]")
_BACK = re.compile(r"(?:These|They|The (?:three|four|five|six))\b")
"""How a sentence begins that goes on with what the one before counts."""


def of_quoted(facts: Facts, there: Statements) -> Iterator[Candidate]:
    """What the releases call by a name in quotation marks, and rows of at least three such."""
    before: Statement | None = None
    for one in there.all:
        whose = _whose(facts, one)
        found = list(CALLED.finditer(one.text))
        for called in found if len(found) == 1 else ():  # of two films, either may be asked for
            start, end = called.span("name")
            span = _within(one, (start, start + len(one.text[start:end].rstrip(" .,"))))
            if not _is_said(facts, span):
                about = stems_of(called["noun"]) | one.stems - stems_of(called["name"]) | whose
                yield candidate("called", [span], [one], about)
        for row in _ROW.finditer(one.text):
            spans = [_within(one, item.span()) for item in _ONE.finditer(one.text, *row.span())]
            beside = one.text[: row.start()] + one.text[row.end() :]
            about = stems_of(beside) | whose
            if before and _BACK.match(one.text):
                about |= before.stems
            if not any(_is_said(facts, span) for span in spans):
                yield candidate("list", spans, [one], about)
        before = one


def _within(one: Statement, span: tuple[int, int]) -> Span:
    return Span(one.span.start + span[0], one.span.start + span[1])


def _is_said(facts: Facts, span: Span) -> bool:
    return any(said.start <= span.start < said.end for said in facts.quotations)


def _whose(facts: Facts, one: Statement) -> frozenset[str]:
    """Stems of the names of the organisation that a standing text is about."""
    for about in facts.boilerplate:
        if about.start <= one.span.start < about.end:
            for body in facts.organisations:
                names = [body.name, *(alias.text for alias in body.aliases)]
                if about.organisation in names:
                    return frozenset[str]().union(*map(stems_of, names))
            return stems_of(about.organisation)
    return frozenset()
