"""A question that asks for a figure which a table has: its row, its column, its cell.

"Net profit in the first half of last year" names a row by all words of its label and a column by
its period. Only where every word of the question is accounted for, and one cell alone can be
meant, is it taken for the answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    about_column,
    column,
    content,
    head_of,
    names_of,
)
from pr_assistant.tallies import counted_in
from pr_assistant.words import stem, words

LIKELY = 0.5
"""The chance that a figure is asked for from which one is looked up."""
_GENERIC = frozenset(
    map(stem, "amount figure report record post come came stand stood reach generate make made earn"
    " get got company segment division compare year versus term euro eur gbp usd dollar million"
    " billion result per cent end show table achieve bring take did compared with on".split())
)  # fmt: skip
_COUNTED = frozenset(
    map(stem, "employee employees staff people headcount share shares eps site sites store stores"
    " branch branches customer customers plant plants member members vessel vessels".split())
)  # fmt: skip
"""What is in no currency, whatever the caption of the table says."""
_SALES = frozenset(map(stem, ("revenue", "sales", "turnover")))
_SHORT = (("adj", "adjusted"), ("rev", "revenue"), ("op", "operating"), ("avg", "average"))
"""How words of labels are shortened."""
_UNIT = re.compile(
    r"(?:\b[A-Z]{2,3}|[A-Z]{0,2}[$€£¥])\s?(?:millions?|billions?|thousands?|m|bn|k|crore)\b"
)
_VALUE = re.compile(r"\d[\d.,]*\d|\d")
_BELOW = re.compile(r"\s*[(–−-]")


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell with what it is about; `period` is the cell that it is the change of, or itself."""

    table: FigureTable
    row: Row
    cell: Cell
    period: Cell
    label: frozenset[str]


def looked_up(asked: Asked, source: Source, found: Sequence[Candidate]) -> Candidate | None:
    """The figure of a table of a release that is asked for, None where that is not certain; in
    the words of a sentence among `found` that states the same, if there is one."""
    if sum(asked.kinds.get(kind, 0.0) for kind in ("number", "percent")) < LIKELY:
        return None
    text = source.release.text
    every = [_asked_for(asked.text, source, table) for table in _tables(text)]
    places = [place for place in every if place is not None]
    if len({text[slice(*place.cell.span)] for place in places}) != 1:
        return None  # of several divisions, say
    best = places[0]
    if (said := _stated(text, best, found)) is not None:
        return candidate("cell", said.answer, said.statements, said.keys)
    given = {best.row.label, best.cell.span, best.period.heads[-1]}
    if unit := _unit(text, best):
        given.add(unit)
    lines = sorted({_line(text, span) for span in given})
    there = [_statement(text, line, source.passages) for line in lines]
    whole = [one for one in there if one is not None]
    if len(whole) != len(lines):
        return None
    return candidate("cell", sorted(given), whole, stems_of(asked.text))


def _asked_for(question: str, source: Source, table: FigureTable) -> _Place | None:
    """The cell of a table that every word of the question is about."""
    text = source.release.text
    for short, full in _SHORT:
        question = re.sub(rf"\b{short}\b\.?", full, question, flags=re.IGNORECASE)
    said = frozenset(content(question))
    named = [(row, label) for row in table.rows if (label := _named(text, row, question, said))]
    if not named:
        return None
    above = {row: _above(text, row) for row, _ in named}
    fit = {row: len(label | above[row] & said) for row, label in named}
    best = [(row, label) for row, label in named if fit[row] == max(fit.values())]
    if len(best) > 1:
        return None
    row, label = best[0]
    bodies = source.facts.organisations
    about = {cell: about_column(head_of(text, cell), bodies) for cell in row.cells}
    period, cell = column(question, source, row, said, about)
    if period is None or cell is None:
        return None
    parties = [one for one in bodies if one.party] or bodies
    whose = names_of(parties[0]) if len(parties) == 1 else frozenset[str]()
    captions = frozenset(content(" ".join(text[slice(*one)] for one in table.captions)))
    known = label | above[row] | whose | captions | _GENERIC | about[period]
    if EARLIER.search(question):  # "in 2026? And a year earlier?"
        known |= frozenset[str]().union(*about.values())
    counted = counted_in(question)
    if said - known - GROWS or (counted and not counted & label):
        return None
    if counted and "%" in text[slice(*cell.span)]:
        return None
    return _Place(table, row, cell, period, label)


def _named(text: str, row: Row, question: str, said: frozenset[str]) -> frozenset[str]:
    """The stems with which the question names a row: all of its label, "EPS" for earnings per
    share, or the other way; none if it does not."""
    label = _label(text, row)
    if label and label <= said:
        return label
    if label & _SALES and said & _SALES and label - _SALES <= said:
        return (label - _SALES) | (said & _SALES)
    plain = _plain(text, row)
    if plain.isupper() and plain.isalpha() and len(plain) > 2:
        in_full = re.search(r"\b" + r"\w*[\s-]+".join(plain) + r"\w*", question, re.IGNORECASE)
        return frozenset(content(in_full.group())) if in_full else frozenset()
    initials = "".join(word[0] for word in words(plain)).upper()
    if len(initials) > 2 and re.search(rf"\b{re.escape(initials)}\b", question):
        return frozenset({stem(initials.lower())})
    return frozenset()


def _label(text: str, row: Row) -> frozenset[str]:
    return frozenset(content(_plain(text, row)))


def _plain(text: str, row: Row) -> str:
    """A label without what stands in brackets, and notes."""
    return re.sub(r"\([^()]*\)|\bof which\b|[*†‡¹²³]", " ", text[slice(*row.label)]).strip()


def _above(text: str, row: Row) -> frozenset[str]:
    return frozenset[str]().union(*(stems_of(text[slice(*one)]) for one in row.above))


def _stated(text: str, place: _Place, found: Sequence[Candidate]) -> Candidate | None:
    """A figure in a sentence that has the value of a cell, the words of its label and of no other
    row, and no year but its own."""
    cell = text[slice(*place.cell.span)]
    value = _VALUE.search(cell)
    if value is None or _BELOW.match(cell):
        return None
    written = re.compile(rf"(?<![\d.,]){re.escape(value.group())}(?!\d|[.,]\d)")
    lines = {_line(text, row.label).start for row in place.table.rows}
    others = [label for row in place.table.rows if (label := _label(text, row)) > place.label]
    years = frozenset(content(head_of(text, place.period)))
    for one in found:
        home, span = one.statements[0], one.answer[0]
        if (
            one.kind in ("number", "percent")
            and len(one.answer) == 1
            and home.span.start not in lines
            and place.label <= home.stems
            and not any(label <= home.stems for label in others)
            and ("%" in cell) == ("%" in text[slice(*span)])
            and written.search(text, *span)
            and set(re.findall(r"\b20\d\d\b", home.text)) <= years
        ):
            return one
    return None


def _unit(text: str, place: _Place) -> Span | None:
    """What the figures of a table are in, as its caption says, unless the row says it itself."""
    if re.search(r"[^\d.,()+–−-]", text[slice(*place.cell.span)]) or place.label & _COUNTED:
        return None
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
