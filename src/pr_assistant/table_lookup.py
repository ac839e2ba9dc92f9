"""A question that asks for a figure which a table has: its row, its column, its cell.

"Net profit in the first half of last year" names a row by all words of its label and a column by
its period. Only where every word of the question is accounted for is a cell taken for the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pr_assistant.asking import Asked
from pr_assistant.figure_tables import Cell, FigureTable, Row, tables
from pr_assistant.live import Source
from pr_assistant.models import Passage
from pr_assistant.sentences import Span
from pr_assistant.statements import Candidate, Statement, candidate, stems_of
from pr_assistant.table_columns import (
    EARLIER,
    GROWS,
    column,
    head_of,
    names_of,
    periods_of,
    with_periods,
)
from pr_assistant.words import STOP_WORDS, stem, stems, words

LIKELY = 0.5
"""The chance that a figure is asked for from which one is looked up."""
_SHORTENED = 3
"""Letters that a shortened word has at least."""
_HOW_MANY = re.compile(r"how many\b", re.IGNORECASE)
_GENERIC = frozenset(
    map(stem, "amount total figure value number level report record post come came stand stood"
    " reach generate make made earn book get got group company segment division business unit area"
    " line compare year yoy versus vs against term euro eur dollar million billion rate big large"
    " high low period result key per cent end month show table achieve bring take add sum worth did"
    .split())
)  # fmt: skip
_SALES = frozenset(map(stem, ("revenue", "sales", "turnover")))
_UNIT = re.compile(
    r"(?:[A-Z]{2,3}|[A-Z]{0,2}[$€£¥])\s?(?:millions?|billions?|thousands?|m|bn|k|crore)\b"
    r"|\b(?:millions?|billions?|thousands?)(?: of \w+)?\b"
)


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell with what it is about; `period` is the cell that it is the change of, or itself."""

    table: FigureTable
    row: Row
    cell: Cell
    period: Cell


def looked_up(asked: Asked, source: Source, found: Sequence[Candidate]) -> Candidate | None:
    """The figure of a table of a release that is asked for, None where that is not certain; in
    the words of a sentence among `found` that states the same, if there is one."""
    if sum(asked.kinds.get(kind, 0.0) for kind in ("number", "percent")) < LIKELY:
        return None
    text = source.release.text
    places = [one for table in _tables(text) for one in _asked_for(asked, source, table)]
    if not places:
        return None
    best = places[0]
    said = _stated(text, best, found)
    if said is not None:
        return candidate("cell", said.answer, said.statements, said.keys)
    spans = [best.row.label, best.cell.span]
    period = best.period.heads[-1]
    unit = None if re.search(r"[^\d.,+–−-]", text[slice(*best.cell.span)]) else _unit(text, best)
    lines = sorted({_line(text, span) for span in (*spans, period, *([unit] if unit else []))})
    there = [one for line in lines if (one := _statement(text, line, source.passages))]
    given = sorted({*spans, period, *([unit] if unit else [])})
    return candidate("cell", given, there, stems_of(asked.text))


def _asked_for(asked: Asked, source: Source, table: FigureTable) -> Iterator[_Place]:
    """The cell of a table that every word of the question is about, none or one."""
    text, question = source.release.text, asked.text
    said = _in_full(frozenset(with_periods(question)), text, table)
    parties = [one for one in source.facts.organisations if one.party]
    names = frozenset[str]().union(*(names_of(one) for one in parties))
    rows = [(row, _label(text, row.label, question)) for row in table.rows]
    named = [(row, label) for row, label in rows if label and label <= said | _SALES & label]
    named = [(row, label) for row, label in named if not label & _SALES or said & _SALES]
    above = {row: _above(text, row) for row, _ in named}
    if not named:
        return
    row, label = max(named, key=lambda one: len(one[1] | above[one[0]] & said))
    about = label | above[row] | _GENERIC | names | (_SALES if label & _SALES else frozenset())
    periods = {cell: periods_of(head_of(text, cell), parties) for cell in row.cells}
    period, cell = column(question, source, row, said, periods)
    rest = said - about - STOP_WORDS - GROWS - frozenset().union(*periods.values())
    if EARLIER.search(question):
        rest -= {stem(word) for word in "last previous prior before earlier ago".split()}
    is_share = cell is not None and "%" in text[slice(*cell.span)]
    if period and cell and not rest and not (is_share and _HOW_MANY.match(question)):
        yield _Place(table, row, cell, period)


def _in_full(said: frozenset[str], text: str, table: FigureTable) -> frozenset[str]:
    """Stems of a question, with words of labels for those that are short for them: "adj", "rev"."""
    known = frozenset[str]().union(*(stems_of(text[slice(*row.label)]) for row in table.rows))
    short = {
        one: full
        for one in said - known
        if one.isalpha() and len(one) >= _SHORTENED
        for full in known
        if full.startswith(one)
    }
    return frozenset(short.get(one, one) for one in said)


def _label(text: str, label: Span, question: str) -> frozenset[str]:
    """Stems of a label as the question has them: "EPS" for earnings per share."""
    plain = re.sub(r"\([^)]*\)|\bof which\b", " ", text[slice(*label)])
    found = [word for word in words(plain) if word not in STOP_WORDS]
    short = plain.strip()
    if short.isupper() and 2 <= len(short) <= 5:
        in_full = re.search(r"\b" + r"\w*[\s-]+".join(short) + r"\w*", question, re.IGNORECASE)
        if in_full:
            return frozenset(stems(in_full.group()))
    initials = "".join(word[0] for word in words(plain)).upper()
    if len(initials) > 2 and re.search(rf"\b{initials}\b", question):
        return frozenset({stem(initials.lower())})
    return frozenset(map(stem, found))


def _above(text: str, row: Row) -> frozenset[str]:
    return frozenset[str]().union(*(stems_of(text[slice(*one)]) for one in row.above))


def _stated(text: str, place: _Place, found: Sequence[Candidate]) -> Candidate | None:
    """A figure in a sentence that has the value of a cell and the words of its label."""
    value = re.search(r"\d[\d.,]*\d|\d", text[slice(*place.cell.span)])
    label = _label(text, place.row.label, "")
    lines = {_line(text, row.label).start for row in place.table.rows}
    if value is None:
        return None
    written = re.compile(rf"(?<![\d.,]){re.escape(value.group())}(?![\d]|[.,]\d)")
    for one in found:
        home = one.statements[0]
        if (
            one.kind in ("number", "percent")
            and label <= home.stems
            and home.span.start not in lines
            and len(one.answer) == 1
            and written.search(text, *one.answer[0])
            and _line(text, one.answer[0]).start not in lines
        ):
            return one
    return None


def _unit(text: str, place: _Place) -> Span | None:
    """What the figures of a table are in, as its caption says, unless the row says it itself."""
    if "(" in text[slice(*place.row.label)]:
        return None
    for caption in place.table.captions:
        if unit := _UNIT.search(text, *caption):
            return Span(*unit.span())
    return None


def _line(text: str, span: Span) -> Span:
    start = text.rfind("\n", 0, span.start + 1) + 1
    end = text.find("\n", span.end)
    line = text[start : len(text) if end < 0 else end]
    return Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))


def _statement(text: str, line: Span, passages: Sequence[Passage]) -> Statement | None:
    for passage in passages:
        if passage.start <= line.start and line.end <= passage.end:
            there = stems_of(text[slice(*line)])
            return Statement(line, passage, text[slice(*line)], there, stems_of(passage.text))
    return None


@lru_cache(maxsize=64)
def _tables(text: str) -> tuple[FigureTable, ...]:
    return tables(text)
