"""The tables of figures in a release, set in columns with spaces, tabs or bars: rows and columns.

A table is a line of column heads and the lines below it that begin with words and go on with
figures. A figure is under the head that it overlaps, or stands nearest to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pr_assistant.sentences import Span

_CELL = re.compile(r"[^\s|](?:[^\s|]|[ ](?![ |]))*")
_FIGURE = re.compile(
    r"[(+–−-]*(?:[A-Z]{0,3}[$€£¥]|[A-Z]{3} )?\s?[(+–−-]*\d[\d.,]*"
    r"\s?(?:%|pp|pts|p\.p\.|bps?|x|[a-z]{1,2})?\)*"
    r"|n/?[am]|n\.?[am]\.?|flat|unchanged|[–−-]"
)
_LETTER = re.compile(r"[^\W\d_]")
_ABOVE = 3
"""Lines above the first row that may hold the heads of its columns, a rule among them."""
_CORNER = 4
"""Characters before what stands above the labels."""


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


def tables(text: str) -> tuple[FigureTable, ...]:
    """All tables of a text, in order; spans are of the text."""
    lines: list[Span] = []
    at = 0
    for line in text.splitlines(keepends=True):
        lines.append(Span(at, at + len(line.rstrip())))
        at += len(line)
    return tuple(_found(text, lines))


def _found(text: str, lines: Sequence[Span]) -> Iterator[FigureTable]:
    number = 0
    while number < len(lines):
        first = number
        while number < len(lines) and _is_row(text, lines[number]):
            number += 1
        heads = _heads(text, lines, first) if number - first > 1 else []
        if heads:
            rows = tuple(_rows(text, lines[first:number], [columns for _, columns in heads]))
            yield FigureTable(tuple(_captions(text, lines, [at for at, _ in heads])), rows)
        number = max(number, first + 1)


def _cells(text: str, line: Span) -> list[Span]:
    """What stands in a line between tabs, bars or two spaces and more."""
    expanded = text[line.start : line.end].replace("\t", "|")
    return [
        Span(line.start + match.start(), line.start + match.end())
        for match in _CELL.finditer(expanded)
    ]


def _is_row(text: str, line: Span) -> bool:
    label, *values = _cells(text, line) or [Span(0, 0)]
    return (
        bool(values)
        and bool(_LETTER.search(text, *label))
        and all(_FIGURE.fullmatch(text, *one) for one in values)
        and any(text[one.start : one.end].strip("-–−") for one in values)
    )


def _heads(text: str, lines: Sequence[Span], first: int) -> list[tuple[int, list[Span]]]:
    """(number of a line, the heads in it) of the lines of heads right above the first row."""
    found: list[tuple[int, list[Span]]] = []
    widest = max(len(_cells(text, line)) for line in lines[first : first + 3]) - 1
    for number in range(first - 1, max(-1, first - 1 - _ABOVE), -1):
        cells = _cells(text, lines[number])
        if not text[slice(*lines[number])].strip(" -–|=:_") and not found:
            continue  # a blank line, or a rule below the heads
        if len(cells) < widest:
            break
        found.insert(0, (number, cells[-widest:]))
    return found


def _captions(text: str, lines: Sequence[Span], heads: Sequence[int]) -> Iterator[Span]:
    """The line above the heads, and what stands above the labels."""
    before = [line for line in lines[max(0, heads[0] - 2) : heads[0]] if line.end > line.start]
    if before and len(_cells(text, before[-1])) == 1:
        yield before[-1]
    for head in heads:
        corner, *others = _cells(text, lines[head])
        if others and corner.start < lines[head].start + _CORNER:
            yield corner


def _rows(text: str, lines: Sequence[Span], heads: Sequence[Sequence[Span]]) -> Iterator[Row]:
    outer: list[tuple[int, Span]] = []
    for line in lines:
        label, *values = _cells(text, line)
        indent = label.start - line.start
        while outer and outer[-1][0] >= indent:
            outer.pop()
        above = tuple(one for _, one in outer)
        outer.append((indent, label))
        cells = tuple(
            Cell(one, tuple(_head(text, line, values, at, columns) for columns in heads))
            for at, one in enumerate(values)
        )
        yield Row(label, above, cells)


def _head(text: str, line: Span, values: Sequence[Span], at: int, columns: Sequence[Span]) -> Span:
    """The head of a figure: by number where each column has one, else by their right edges."""
    if len(values) == len(columns):
        return columns[at]
    top = text.rfind("\n", 0, columns[0].start) + 1
    edge = values[at].end - line.start
    return min(columns, key=lambda head: abs(edge - (head.end - top)))
