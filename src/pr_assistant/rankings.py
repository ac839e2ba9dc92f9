"""The ranks that a release gives, each with the ranking that it is of and where it is counted.

Releases name several rankings in a breath, with one rank for the world and one at home.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pr_assistant.live import Source
from pr_assistant.sentences import Span
from pr_assistant.statements import Candidate, Statement, stems_of
from pr_assistant.words import stem

_WORD = r"(?:[A-Z(][\w’'.&+-]*\)?|\d{4}|(?:of|for|and|by)(?=\s(?:the\s)?[A-Z]))"
NAMED = re.compile(
    rf"\b{_WORD}(?:\s{_WORD})*?\s(?:Rankings?|Index|League\sTables?)\b"
    r"(?:\s(?:by|of|for)\s(?:[A-Z]\w+|[\w-]+\s(?:universities|schools|companies)))?"
    r"(?:\s(?:in\s)?20\d\d)?"
)
"""The name of a ranking, with its year before or behind it."""
YEAR = re.compile(r"\b20\d\d\b")
GENERIC = frozenset(
    map(stem, "rank ranks ranked ranking rankings position place places placed placing score stand"
    " stands standing come came hold holds list listed table tables league index edition overall"
    " latest current currently newest new recent recently newly now today year number no world"
    " worldwide global globally international internationally get got achieve reach reached take"
    " university universities school institution company firm rise risen rose climb made make one"
    " its their his her they it spot compare compared other others against which what where"
    " how high highly".split())
)  # fmt: skip
"""What a ranking may be called, and how one asks for a rank in it."""
SMALL = frozenset(map(stem, ("in", "of", "the", "for", "among", "within", "by", "and", "as", "at")))
_WHOLE = frozenset(map(stem, ("world", "worldwide", "global", "globally", "overall")))


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank with the ranking it is of."""

    span: Span
    value: int | float
    name: frozenset[str]
    """Stems of the ranking's name,"""
    ranking: frozenset[str]
    """and those of them without its year and the words that all have."""
    year: str
    scope: frozenset[str]
    """Stems of where it is counted: "in Hong Kong"; none for the world."""
    home: Statement


def ranks(source: Source, found: Sequence[Candidate]) -> list[Rank]:
    """The ranks of a release whose sentence names the ranking that they are of."""
    return [rank for home in _homes(found) for rank in _in_statement(source, home)]


def _homes(found: Sequence[Candidate]) -> list[Statement]:
    """The statements with ranks, each once, in the order of the release."""
    homes = {one.statements[0].span: one.statements[0] for one in found if one.kind == "rank"}
    return [homes[span] for span in sorted(homes)]


def _in_statement(source: Source, home: Statement) -> Iterator[Rank]:
    names = _names(source.release.text, home.span)
    figures = [
        one
        for one in source.facts.figures
        if one.unit == "rank" and home.span.start <= one.start < home.span.end
    ]
    for figure in figures:
        measured = figure.measures
        end = measured.end if measured else figure.end
        before = [one for one in names if one.end() <= figure.start]
        behind = [one for one in names if figure.end <= one.start() <= end]
        later = [one for one in names if one.start() >= figure.end]
        name = next(iter(behind or before[-1:] or later[:1]), None)
        if name is None:
            continue
        words = stems_of(name.group()) | ({"the"} if "(THE)" in name.group() else set())
        year = YEAR.search(name.group())
        text = source.release.text
        scoped = (
            text[measured.start : behind[0].start() if behind else measured.end] if measured else ""
        )
        scope = stems_of(scoped)
        stop = (
            measured.end if measured and measured.start - figure.end <= 1 and not behind else None
        )
        yield Rank(
            Span(figure.start, stop or figure.end),
            figure.value,
            frozenset(words),
            frozenset(words - GENERIC - {year.group() if year else ""}),
            year.group() if year else "",
            scope - _WHOLE - SMALL - GENERIC,
            home,
        )


@lru_cache(maxsize=512)
def _names(text: str, span: Span) -> tuple[re.Match[str], ...]:
    return tuple(NAMED.finditer(text, *span))
