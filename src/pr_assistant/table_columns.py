"""Which column of a table a question asks for: by its period, or by whom it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pr_assistant.facts.models import Organisation
from pr_assistant.figure_tables import Cell, Row
from pr_assistant.live import Source
from pr_assistant.statements import stems_of
from pr_assistant.words import STOP_WORDS, stem, words

_PERIOD = re.compile(
    r"\b(?:(?P<a>[QHqh]|FY|fy)\s?(?P<n>[1-4])?|(?P<m>[1-4])(?P<b>[QHqh])|(?P<months>[369])M)"
    r"[\s'’-]*(?P<year>(?:20)?\d\d)?\b"
)
_ORDINALS = ("first", "second", "third", "fourth")
_UNITS = {"q": "quarter", "h": "half", "fy": "full year", "m": "months"}
_MONTHS = {"3": "three", "6": "six", "9": "nine"}
_PARTS_OF_YEARS = frozenset(map(stem, ("quarter", "half", "months", "month")))
_YEAR = re.compile(r"\b20\d\d\b")
EARLIER = re.compile(
    r"(?<!with )(?<!than )(?<!versus )(?<!from )(?<!on )(?<!over )(?<!to )\b(?:the )?"
    r"(?:(?P<last>last) year|(?:previous|prior) year|(?:a|one|the) year "
    r"(?:before|earlier|ago|previously))\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(r"\b(?:change|chg|growth|var|yoy|y/y)\b|[±Δ]|^\W*%\W*$", re.IGNORECASE)
_UP = frozenset(map(stem, "grow growth grew increase rise rose improve jump up gain".split()))
_DOWN = frozenset(map(stem, "fall fell decline decrease drop down shrink lose".split()))
GROWS = _UP | _DOWN | frozenset(map(stem, "change develop development percent percentage".split()))
"""Words with which a change is asked for."""
_MEANING = frozenset("before after other over under above below between own not no than".split())
_EMPTY = STOP_WORDS - _MEANING
"""Words that make no difference: profit after tax is not profit before tax."""


def column(
    question: str,
    source: Source,
    row: Row,
    said: frozenset[str],
    about: Mapping[Cell, frozenset[str]],
) -> tuple[Cell | None, Cell | None]:
    """The cell of a row whose period the question means; and that which is asked for: the change
    of it, or itself. None where that is open.

    `about`: the stems of the heads of each cell, and of all the names of whom they name.
    """
    text = source.release.text
    values = [cell for cell in row.cells if _is_value(head_of(text, cell), about[cell], source)]
    fitting = _fitting(question, source, values, said, about)
    if len(fitting) > 1:  # "in 2025" is the year, of which its quarters are parts
        fitting = [cell for cell in fitting if not about[cell] & _PARTS_OF_YEARS - said]
    if len(fitting) != 1:
        return None, None
    period = fitting[0]
    if not said & GROWS:
        return period, period
    changes = {cell for cell in row.cells if _CHANGE.search(head_of(text, cell))}
    if _CHANGE.search(text[slice(*row.label)]):
        return period, period
    behind = row.cells[row.cells.index(period) + 1 :]
    change = next((cell for cell in behind if cell in changes), None)
    at = row.cells.index(period)
    is_first = at == 0 or row.cells[at - 1] in changes or row.cells[at - 1] not in values
    if change is None or not is_first or not _goes(text[slice(*change.span)], said):
        return period, None
    return period, change


def _fitting(
    question: str,
    source: Source,
    values: Sequence[Cell],
    said: frozenset[str],
    about: Mapping[Cell, frozenset[str]],
) -> list[Cell]:
    """The cells whose heads have all that the question says of periods and of whom; the newest of
    those if it says no year."""
    years = {cell: {int(one) for one in about[cell] if _YEAR.fullmatch(one)} for cell in values}
    every = set[int]().union(*years.values())
    wanted = said & frozenset[str]().union(*(about[cell] for cell in values))
    named = [int(one) for one in _YEAR.findall(question)]
    if (earlier := EARLIER.search(question)) and not every:
        return []
    if earlier:
        issued = source.facts.dateline.date
        newest = named[-1] if named else max(every, default=0)
        if earlier["last"] and issued is None and not said & _PARTS_OF_YEARS:
            return []  # the newest year of the table, or the one before
        is_last = bool(earlier["last"]) and issued is not None and issued.year == newest + 1
        year = newest if is_last else newest - 1
        wanted = frozenset(one for one in wanted if not _YEAR.fullmatch(one)) - {stem("year")}
    else:
        year = named[-1] if named else max(every, default=0)
    if stem("full") in said:
        values = [cell for cell in values if not about[cell] & _PARTS_OF_YEARS]
    fitting = [cell for cell in values if wanted <= about[cell]]
    dated = [cell for cell in fitting if year in years[cell]]
    return dated if every else fitting


def _is_value(head: str, about: frozenset[str], source: Source) -> bool:
    """Whether a column is of a period or of a party, rather than of notes, shares or changes."""
    if _CHANGE.search(head) or re.search(r"%\s+of\b", head):
        return False
    named = any(about & names_of(one) for one in source.facts.organisations)
    return bool(named or _YEAR.search(" ".join(about)))


def _goes(change: str, said: frozenset[str]) -> bool:
    """Whether a change goes the way that the question takes for granted."""
    is_down = bool(re.match(r"\s*[(–−-]", change))
    return not (said & _UP and is_down) and not (said & _DOWN and not is_down)


def about_column(head: str, bodies: Sequence[Organisation]) -> frozenset[str]:
    """Stems of the head of a column, and all the names of whom it names."""
    found = frozenset(content(head))
    named = [names_of(one) for one in bodies if found & names_of(one)]
    return found.union(*named)


def names_of(one: Organisation) -> frozenset[str]:
    """Stems of all names of an organisation."""
    return stems_of(" ".join([one.name, *(alias.text for alias in one.aliases)]))


def head_of(text: str, cell: Cell) -> str:
    """What stands above a cell, of all lines of heads."""
    return " ".join(text[slice(*one)] for one in cell.heads)


def content(text: str) -> Iterator[str]:
    """Stems of a text, and those of its periods in full: "Q2" is the second quarter, too."""
    rest = EARLIER.sub(" ", _PERIOD.sub(" ", text))
    yield from (stem(word) for word in words(rest) if word not in _EMPTY)
    for found in _PERIOD.finditer(text):
        number, unit = found["n"] or found["m"], (found["a"] or found["b"] or "m").lower()
        if number:
            yield stem(_ORDINALS[int(number) - 1])
        elif found["months"]:
            yield from map(stem, ("first", _MONTHS[found["months"]]))
        yield from map(stem, _UNITS[unit].split())
        if year := found["year"]:
            yield year if len(year) == 4 else f"20{year}"
