"""Which column of a table a question asks for: by its period, or by whom it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pr_assistant.facts.models import Organisation
from pr_assistant.figure_tables import Cell, Row
from pr_assistant.live import Source
from pr_assistant.statements import stems_of
from pr_assistant.words import stem, stems

_PERIOD = re.compile(
    r"\b(?:(?P<a>[QHqh]|FY|fy)\s?(?P<n>[1-4])?|(?P<m>[1-4])(?P<b>[QHqh])|(?P<months>[369])M)[\s'’-]*"
    r"(?P<year>(?:20)?\d\d)?\b"
)
_ORDINALS = ("first", "second", "third", "fourth")
_PARTS_OF_YEARS = frozenset(map(stem, ("quarter", "half", "months")))
_UNITS = {"q": "quarter", "h": "half", "fy": "full year", "m": "months"}
_MONTHS = {"3": "three", "6": "six", "9": "nine"}
_YEAR = re.compile(r"\b20\d\d\b")
EARLIER = re.compile(
    r"\b(?:(?:last|previous|prior) year|(?:a|one|the) year (?:before|earlier|ago|previously))\b",
    re.I,
)
_CHANGE = re.compile(r"\b(?:change|chg|growth|var|yoy|y/y|%)\b|[±%Δ]", re.IGNORECASE)
GROWS = frozenset(
    map(stem, "change grow growth grew increase rise rose fall fell decline decrease develop"
    " development drop improve jump up down percent percentage".split())
)  # fmt: skip


def column(
    question: str,
    source: Source,
    row: Row,
    said: frozenset[str],
    periods: Mapping[Cell, frozenset[str]],
) -> tuple[Cell | None, Cell | None]:
    """The cell of a row whose head has all periods that the question names, the first of several;
    and that which is asked for: the change behind it, or itself."""
    text = source.release.text
    values = [cell for cell in row.cells if not _CHANGE.search(head_of(text, cell))]
    wanted = said & frozenset().union(*periods.values())
    if earlier := EARLIER.search(question):
        years = {cell: set(map(int, filter(_YEAR.fullmatch, periods[cell]))) for cell in values}
        named = list(map(int, _YEAR.findall(question))) or sorted(set().union(*years.values()))
        issued = source.facts.dateline.date
        is_last = (
            earlier.group().lower() == "last year"
            and bool(named)
            and issued is not None
            and issued.year == named[-1] + 1
        )
        values = [cell for cell in values if named and named[-1] - (not is_last) in years[cell]]
        wanted = frozenset(one for one in wanted if not _YEAR.fullmatch(one)) - {stem("year")}
    if stem("full") in said:
        values = [cell for cell in values if not periods[cell] & _PARTS_OF_YEARS]
    fitting = [cell for cell in values if wanted <= periods[cell]]
    of_whom = len(values) > 1 and not any(
        map(str.isdigit, "".join(head_of(text, c) for c in values))
    )
    if not fitting or (of_whom and not wanted):  # columns that are no periods: which one is open
        return None, None
    period = fitting[0]
    if not said & GROWS or "%" in text[slice(*period.span)]:
        return period, period
    behind = row.cells[row.cells.index(period) :]
    return period, next((cell for cell in behind if _CHANGE.search(head_of(text, cell))), None)


def periods_of(head: str, parties: Sequence[Organisation]) -> frozenset[str]:
    """Stems of the head of a column, and all the names of whom it names."""
    found = frozenset(with_periods(head))
    named = [names_of(one) for one in parties if found & names_of(one)]
    return found.union(*named)


def names_of(one: Organisation) -> frozenset[str]:
    """Stems of all names of an organisation."""
    return stems_of(" ".join([one.name, *(alias.text for alias in one.aliases)]))


def head_of(text: str, cell: Cell) -> str:
    """What stands above a cell, of all lines of heads."""
    return " ".join(text[slice(*one)] for one in cell.heads)


def with_periods(text: str) -> Iterator[str]:
    """Stems of a text, and those of its periods in full: "Q2" is the second quarter, too."""
    rest = _PERIOD.sub(" ", text)
    yield from stems(rest)
    for found in _PERIOD.finditer(text):
        number, unit = found["n"] or found["m"], (found["a"] or found["b"] or "m").lower()
        if number:
            yield stem(_ORDINALS[int(number) - 1])
        elif found["months"]:
            yield from stems(f"first {_MONTHS[found['months']]}")
        yield from stems(_UNITS[unit])
        if year := found["year"]:
            yield year if len(year) == 4 else f"20{year}"
