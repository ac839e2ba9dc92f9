"""`Facts` → tables: one row a fact, the same in the terminal and in the browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pr_assistant.facts.models import Enumeration, Facts, Figure, Slice


@dataclass(frozen=True, slots=True)
class Row:
    """A fact: the slice it stands at, and a cell a column, each one line of text."""

    start: int
    end: int
    cells: tuple[str, ...]
    items: tuple[Slice, ...] = ()
    """Of a list: what its last cell names, a line each."""
    note: str = ""
    """What a reader must know to read it right, as "names 2 of 3"."""


@dataclass(frozen=True, slots=True)
class Table:
    """All facts of one kind, in order of the text; never empty."""

    kind: str
    heading: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def tabulate(facts: Facts) -> tuple[Table, ...]:
    """A table for each kind of which there is one, in the order of `COLUMNS`."""
    return tuple(
        Table(kind, heading, columns, tuple(_row(fact, cells(fact)) for fact in found))
        for kind, (heading, columns, cells) in COLUMNS.items()
        if (found := getattr(facts, kind))
    )


def _row(fact: Any, cells: tuple[str, ...]) -> Row:
    lines = tuple("\n".join(" ".join(x.split()) for x in cell.split("\v")) for cell in cells)
    if isinstance(fact, Enumeration):
        short = fact.count is not None and fact.named < fact.count
        note = f"names {_named(fact)}" if short else ""
        return Row(fact.start, fact.end, lines, fact.items, note)
    return Row(fact.start, fact.end, lines)


def _words(found: Slice | None) -> str:
    return found.text if found else ""


def _value(figure: Figure) -> str:
    values = [figure.value, *([] if figure.value_to is None else [figure.value_to])]
    return "–".join(f"{value:,}" for value in values)


def _named(enumeration: Enumeration) -> str:
    """ "2 of 3" where fewer are named than announced."""
    named, count = enumeration.named, enumeration.count
    return f"{named} of {count}" if count and count != named else str(named)


COLUMNS: dict[str, tuple[str, tuple[str, ...], Callable[[Any], tuple[str, ...]]]] = {
    "organisations": (
        "Organisations",
        ("Name", "Also called", "Party"),
        lambda f: (f.name, ", ".join(map(_words, f.aliases)), "yes" if f.party else ""),
    ),
    "people": (
        "People",
        ("Name", "Title", "Organisation", "Here"),
        lambda f: (
            f"{f.honorific or ''} {f.name}",
            _words(f.title),
            _words(f.organisation),
            ", ".join(f.roles),
        ),
    ),
    "quotations": (
        "Quotations",
        ("Speaker", "How", "Words"),
        lambda f: (f.speaker or "", "reported" if f.indirect else "quoted", f.quote),
    ),
    "figures": (
        "Figures",
        ("Figure", "Value", "Unit", "Of what"),
        lambda f: (f.text, _value(f), f.unit or "", _words(f.measures)),
    ),
    "dates": (
        "Dates",
        ("Date", "As written", "What"),
        lambda f: (f.date or "", f.text, _words(f.event)),
    ),
    "enumerations": (
        "Lists",
        ("Announced", "Named", "Items"),
        lambda f: (f.announced, _named(f), "\v".join(i.text for i in f.items)),
    ),
    "terms": ("Terms", ("Term", "Stands for"), lambda f: (f.term, _words(f.expansion))),
    "contacts": ("Contacts", ("Contact",), lambda f: (f.text,)),
}
"""Of each kind its heading, its columns, and what a fact has in them."""
