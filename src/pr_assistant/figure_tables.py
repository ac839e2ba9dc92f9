"""The tables of figures in a release, set in columns with spaces, tabs or bars: rows and columns.

A table is a line of column heads and the lines below it that begin with words and go on with
figures. Cells between tabs or bars are told by their number, those set with spaces by where the
columns stand in the rows that have all of them. What does not come out even is no table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pr_assistant.sentences import Span

_CELL = re.compile(r"\S(?:\S|[ ](?! ))*")
_FIGURE = re.compile(
    r"[(+–−-]{0,3}(?:[A-Z]{0,3}[$€£¥]|[A-Z]{3} )?\s?[(+–−-]{0,3}\d[\d.,]*"
    r"\s?(?:%|pp|pts|p\.p\.|bps?|x|[a-z]{1,2})?\)*"
    r"|n/?[am]|n\.?[am]\.?|flat|unchanged|[–−-]"
)
_YEAR = re.compile(r"(?:FY)?(?:19|20)\d\d")
_LETTER = re.compile(r"[^\W\d_]")
_BAR = re.compile(r"[|\t]")
_RULE = " -–|=:_+"
_ABOVE = 3
"""Lines above the first row that may hold the heads of its columns, a rule among them."""
_WIDEST = 30
"""Cells of a line at most."""
_OFF = 2
"""Characters by which a figure may stand off its column."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure and the heads of its column, one of each line of heads."""

    span: Span
    heads: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table; `above` are the labels that it is a part of, outermost first."""

    label: Span
    above: tuple[Span, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Rows below the same heads; `captions` are what stands above or beside those."""

    captions: tuple[Span, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Heads:
    """Lines of heads: of each its columns; and the captions."""

    columns: tuple[tuple[Span, ...], ...]
    captions: tuple[Span, ...]


def tables(text: str) -> tuple[FigureTable, ...]:
    """All tables of a text, in order; spans are of the text."""
    lines: list[Span] = []
    at = 0
    for line in text.splitlines(keepends=True):
        lines.append(Span(at, at + len(line.rstrip())))
        at += len(line)
    return tuple(_found(text, lines))


def _found(text: str, lines: Sequence[Span]) -> Iterator[FigureTable]:
    number, last, heads = 0, -1, None
    while number < len(lines):
        first = number
        while number < len(lines) and _is_row(text, lines[number]):
            number += 1
        if number > first:
            begin = first + _is_years(text, lines[first])
            heads = _heads(text, lines, begin, number, last, heads)
            rows = _rows(text, lines[begin:number], heads) if heads else ()
            if heads and rows and (number - begin > 1 or last >= 0):
                yield FigureTable(heads.captions, rows)
            last = number - 1
        number = max(number, first + 1)


def _cells(text: str, line: Span) -> list[Span]:
    """What stands in a line between two spaces and more, or between tabs or bars, where a cell may
    be empty."""
    if not _BAR.search(text, *line):
        return [Span(*match.span()) for match in _CELL.finditer(text, *line)]
    marks = [match.start() for match in _BAR.finditer(text, *line)]
    bounds = [line.start - 1, *marks, line.end]
    cells = []
    for before, behind in pairwise(bounds):
        inner = text[before + 1 : behind]
        start = before + 1 + len(inner) - len(inner.lstrip())
        cells.append(Span(start, max(start, start + len(inner.strip()))))
    if text[line.start] == "|":
        cells = cells[1:]
    if text[line.end - 1] == "|":
        cells = cells[:-1]
    return cells


def _is_row(text: str, line: Span) -> bool:
    if line.end == line.start:
        return False
    cells = _cells(text, line)
    if not 1 < len(cells) <= _WIDEST:
        return False
    label, *values = cells
    given = [one for one in values if one.end > one.start]
    return (
        bool(_LETTER.search(text, *label))
        and all(_FIGURE.fullmatch(text, *one) for one in given)
        and any(text[one.start : one.end].strip("-–−") for one in given)
    )


def _is_years(text: str, line: Span) -> bool:
    """Whether a line is the heads of what follows: "GBP million   2025   2024"."""
    _, *values = _cells(text, line)
    return all(_YEAR.fullmatch(text, *one) for one in values)


def _heads(
    text: str, lines: Sequence[Span], first: int, end: int, last: int, before: _Heads | None
) -> _Heads | None:
    """The heads of rows `first` … `end`: the lines right above, else those of the rows before,
    which end at `last`, where nothing but blank lines stands between; None if there are none."""
    widest = max((len(_cells(text, line)) - 1 for line in lines[first:end]), default=0)
    found: list[tuple[int, list[Span]]] = []
    for number in range(first - 1, max(-1, first - 1 - _ABOVE), -1):
        if not text[slice(*lines[number])].strip(_RULE) and not found:
            continue  # a blank line, or a rule below the heads
        if number == last and not found:
            return before if before and len(before.columns[0]) >= widest else None
        cells = _cells(text, lines[number])
        columns = [one for one in cells[len(cells) - widest :] if one.end > one.start]
        if len(cells) < widest or len(columns) < widest or len(cells) > widest + 1:
            break
        found.insert(0, (number, columns))
    if not found:
        return None
    captions = tuple(_captions(text, lines, [number for number, _ in found], widest))
    return _Heads(tuple(tuple(columns) for _, columns in found), captions)


def _captions(
    text: str, lines: Sequence[Span], heads: Sequence[int], widest: int
) -> Iterator[Span]:
    """The line above the heads, which is no sentence, and what stands above the labels."""
    before = [line for line in lines[max(0, heads[0] - 2) : heads[0]] if line.end > line.start]
    if before and len(_cells(text, before[-1])) == 1:
        above = text[slice(*before[-1])]
        if above[-1] not in ".!?" and not any(map(str.isdigit, above)):
            yield before[-1]
    for head in heads:
        cells = _cells(text, lines[head])
        if len(cells) > widest and cells[0].end > cells[0].start:
            yield cells[0]


def _rows(text: str, lines: Sequence[Span], heads: _Heads) -> tuple[Row, ...]:
    width = len(heads.columns[0])
    whole = [(line, cells[1:]) for line in lines if len(cells := _cells(text, line)) == width + 1]
    outer: list[tuple[int, Span]] = []
    rows = []
    for line in lines:
        label, *values = _cells(text, line)
        indent = label.start - line.start
        while outer and outer[-1][0] >= indent:
            outer.pop()
        above = tuple(one for _, one in outer)
        outer.append((indent, label))
        if len(values) == width:
            columns: list[int | None] = list(range(width))
        elif whole and not _BAR.search(text, *line):
            columns = [_column(one, line, whole) for one in values]
        else:
            continue
        if None not in columns and len(set(columns)) == len(columns):
            there = tuple(
                Cell(one, tuple(of_line[at] for of_line in heads.columns))
                for one, at in zip(values, columns, strict=True)
                if at is not None and one.end > one.start
            )
            rows.append(Row(label, above, there))
    return tuple(rows)


def _column(one: Span, line: Span, whole: Sequence[tuple[Span, list[Span]]]) -> int | None:
    """The number of the column that a figure stands in, by the first row that has all of them;
    None where it stands in none."""
    other, values = whole[0]
    left, right = one.start - line.start, one.end - line.start
    off = [
        min(abs(value.start - other.start - left), abs(value.end - other.start - right))
        for value in values
    ]
    best = min(range(len(off)), key=off.__getitem__)
    return best if off[best] <= _OFF else None
