"""`Facts` → the tables of the Facts and Quotations tabs, each row a way to its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from pr_assistant.facts.models import Facts, Slice
from pr_assistant.facts.tables import Row, Table, tabulate
from pr_assistant.ui.markup import Mark, escape

SHORT = 240
"""Characters of a quotation that the table shows; a click shows all of it."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a kind is shown: its heading, the columns of its table, the one that is clicked."""

    heading: str
    columns: tuple[str, ...]
    words: str
    """The column with the words that a click marks."""


_LAYOUTS = {
    "people": _Layout("People", ("Name", "Title", "Organisation", "Here"), "Name"),
    "figures": _Layout("Figures", ("Figure", "Of what"), "Figure"),
    "quotations": _Layout("Who said what", ("Speaker", "Words", "How"), "Words"),
    "dates": _Layout("Dates", ("As written", "What", "Date"), "As written"),
    "enumerations": _Layout("Lists", ("Announced", "Items"), "Announced"),
    "organisations": _Layout("Organisations", ("Name", "Also called", "Party"), "Name"),
    "terms": _Layout("Terms", ("Term", "Stands for"), "Term"),
    "contacts": _Layout("Contacts", ("Contact",), "Contact"),
}
"""In the order in which a reader asks."""


_NO_FACTS = "No names, figures, dates or lists were read from it."
_NO_QUOTATIONS = "Nobody is quoted in it."


class FactsView:
    """The facts of a release as HTML, and the marks that its rows bring into view.

    `html` is the Facts tab, `quotations` the one of who said what.
    """

    def __init__(self, facts: Facts) -> None:
        self.marks: list[Mark] = []
        self._numbers = count(1)
        tables = {table.kind: table for table in tabulate(facts)}
        html = {
            kind: self._table(tables[kind], layout)
            for kind, layout in _LAYOUTS.items()
            if kind in tables
        }
        self.quotations = html.pop("quotations", "") or _none(_NO_QUOTATIONS)
        self.html = "".join(html.values()) or _none(_NO_FACTS)

    def _table(self, table: Table, layout: _Layout) -> str:
        rows = [self._cells(table, row, layout) for row in table.rows]
        used = [name for name in layout.columns if any(cells[name] for cells in rows)]
        names = "".join(f'<th scope="col">{escape(name)}</th>' for name in used)
        body = "".join(
            f"<tr>{''.join(_cell(name, cells[name], layout) for name in used)}</tr>"
            for cells in rows
        )
        return (
            f'<section class="{table.kind}">'
            f'<h2>{escape(layout.heading)} <span class="count">{len(rows)}</span></h2>'
            f"<table><thead><tr>{names}</tr></thead><tbody>{body}</tbody></table></section>"
        )

    def _cells(self, table: Table, row: Row, layout: _Layout) -> dict[str, str]:
        """The HTML of each column's cell."""
        held = dict(zip(table.columns, row.cells, strict=True))
        words = held[layout.words]
        if table.kind == "quotations":
            words = _quoted(words, direct=held["How"] == "quoted")
        if held.get("Date") == words:  # a year, say
            held["Date"] = ""
        cells = {name: escape(cell) for name, cell in held.items()}
        note = f'<small class="note">{escape(row.note)}</small>' if row.note else ""
        cells[layout.words] = self._button(row, words) + note
        if row.items:
            cells["Items"] = self._items(row.items)
        return cells

    def _items(self, items: Sequence[Slice]) -> str:
        inner = "".join(
            f"<li>{self._button(item, ' '.join(item.text.split()))}</li>" for item in items
        )
        return f"<ul>{inner}</ul>"

    def _button(self, place: Row | Slice, words: str) -> str:
        number = next(self._numbers)
        self.marks.append(Mark(number, place.start, place.end, "fact"))
        return f'<button type="button" data-fact="{number}">{escape(words)}</button>'


def _none(said: str) -> str:
    return f'<p class="none">{said}</p>'


def _cell(name: str, inner: str, layout: _Layout) -> str:
    kind = ' class="words"' if name == layout.words else ""
    return f'<td data-label="{escape(name)}"{kind}>{inner}</td>'


def _quoted(words: str, direct: bool) -> str:
    """What was said, in a line or three; in quotation marks only if it stands in them."""
    if len(words) > SHORT:
        words = f"{words[:SHORT].rsplit(' ', 1)[0]} …"
    return f"“{words}”" if direct else words
