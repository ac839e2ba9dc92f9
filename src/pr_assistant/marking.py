"""What the trained reader marks in passages, as candidates: single spans, and lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pr_assistant.extraction import Marked
from pr_assistant.models import Passage
from pr_assistant.sentences import Span
from pr_assistant.statements import Candidate, Statement, candidate, stems_of
from pr_assistant.weighing import Place, place_of

MARKED = 3
"""Spans of each passage which compete, the best by themselves."""
LISTED = 8
"""Spans of a passage that may be the items of a list …"""
ALIKE = 4.0
"""… if they score no more than so many logits less than its best."""


_NAME = r"(?:[Tt]he\s+)?[A-Z][\w&’'.-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w&’'.-]*)*"
_LAST_TWO = re.compile(rf"{_NAME},?\s+and\s+{_NAME}")
_CELL = re.compile(r"[-–−+(]*[\d.,]+[%)]*")
_GAP = re.compile(r"\t|\s\s")
_BEFORE = re.compile(rf"(?:{_NAME},\s+)+$")
_ROW = re.compile(r",[^.;]*?\b(?:and|or)\s")
_COMPOUND = re.compile(r"\b\w+-\w+\s$")
_ITEM = 30
"""Characters of a compound before a row."""
_QUOTED = re.compile(r"[\"“](?!\s)([^\"“”\n]{2,80})(?<![.,!?\s])[\"”]")
_CLOSES = re.compile(r"[^()\n]{0,40}\)")


def of_marks(found: Sequence[Candidate], marked: Mapping[Place, Marked]) -> list[Candidate]:
    """The spans that lie within one of the statements among `found`, and the lists that they make:
    of one statement, and of one passage."""
    homes: dict[Place, list[Statement]] = {}
    for one in found:
        if one.kind == "statement":
            (statement,) = one.statements
            homes.setdefault(place_of(statement.passage), []).append(statement)
    figures: dict[str, list[Span]] = {}
    for one in found:
        if one.kind in ("number", "percent", "rank"):
            home = one.statements[0].passage.release_id
            figures.setdefault(home, []).append(one.answer[0])
    return [
        one
        for place, statements in homes.items()
        if place in marked
        for one in _of_passage(
            marked[place], statements, figures.get(statements[0].passage.release_id, ())
        )
    ]


def _of_passage(
    mark: Marked, statements: Sequence[Statement], figures: Sequence[Span]
) -> Iterator[Candidate]:
    passage = statements[0].passage
    best, runs = mark.spans(LISTED), mark.runs()
    marks = [*(one.span for one in best[:MARKED]), *runs]
    single = dict.fromkeys(whole(passage.text, span) for span in marks)
    told = [span for span in single if not _is_row(passage.text[slice(*span)])]
    for span, home in _placed(told, passage, statements):
        yield _candidate("span", [_qualified(span, figures)], [home])
    alike = [one.span for one in best if one.score >= best[0].score - ALIKE]
    lists: dict[tuple[Span, ...], list[Statement]] = {}
    for spans in (alike, runs):
        items = _placed(sorted(spans), passage, statements)
        rows = [[item for item in items if item[1] is home] for home in statements]
        for row in (*rows, items):
            if len(row) > 1:
                homes = [home for home in statements if any(home is at for _, at in row)]
                lists.setdefault(tuple(span for span, _ in row), homes)
    for given, there in lists.items():
        yield _candidate("spans", given, there)


def _qualified(span: Span, figures: Sequence[Span]) -> Span:
    """A span that is the number of a figure alone with what qualifies it: "30" of "top 30"."""
    return next(
        (
            Span(one.start, span.end)
            for one in figures
            if one.start < span.start < one.end >= span.end
        ),
        span,
    )


def _is_row(text: str) -> bool:
    """Whether these are numbers of a table, which without what they are of tell nobody anything."""
    return bool(_GAP.search(text)) and all(map(_CELL.fullmatch, text.split()))


def whole(text: str, span: Span) -> Span:
    """A span with what was cut off from it: the bracket that closes, the rest of a name or a motto
    in quotation marks, the names before the last two of a series."""
    given = text[slice(*span)]
    if given.count("(") > given.count(")") and (rest := _CLOSES.match(text, span.end)):
        span = Span(span.start, rest.end())
    for quoted in _QUOTED.finditer(text):
        inner = Span(*quoted.span(1))
        if inner.start <= span.start and span.end <= inner.end:
            most = 2 * (span.end - span.start) >= inner.end - inner.start
            return inner if most or span.start == inner.start else span
    return _whole_item(text, _whole_series(text, span))


def _whole_series(text: str, span: Span) -> Span:
    """A span that is the last two names of a series, "C and D", with those before them."""
    if not _LAST_TWO.fullmatch(text, *span):
        return span
    sentence = max(text.rfind(mark, 0, span.start) for mark in (". ", "\n", ": ")) + 1
    before = _BEFORE.search(text, sentence, span.start)
    return Span(before.start(), span.end) if before else span


def _whole_item(text: str, span: Span) -> Span:
    """A row whose first item lacks a compound before it, "start-up acceleration, sales and
    design", with that."""
    if not _ROW.search(text, *span):
        return span
    compound = _COMPOUND.search(text[max(0, span.start - _ITEM) : span.start])
    return Span(span.start - len(compound.group()), span.end) if compound else span


def _placed(
    spans: Sequence[Span], passage: Passage, statements: Sequence[Statement]
) -> list[tuple[Span, Statement]]:
    """Spans of a passage as spans of the release, each with the statement that it lies in."""
    moved = [Span(passage.start + one.start, passage.start + one.end) for one in spans]
    return [
        (span, home)
        for span in moved
        for home in statements
        if home.span.start <= span.start and span.end <= home.span.end
    ]


def _candidate(kind: str, spans: Sequence[Span], statements: Sequence[Statement]) -> Candidate:
    """About the words of its statements but for its own."""
    there = frozenset[str]().union(*(one.stems for one in statements))
    passage = statements[0].passage
    given = " ".join(passage.text[a - passage.start : b - passage.start] for a, b in spans)
    return candidate(kind, spans, statements, there - stems_of(given))
