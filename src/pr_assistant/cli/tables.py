"""Facts as aligned tables for a terminal, and as one table of CSV."""

from __future__ import annotations

import csv
import io
import shutil
import sys
import textwrap
from collections.abc import Callable, Sequence
from typing import Any

Body = dict[str, Any]
"""A release's facts, or one of them, as `pr-assistant facts --json` prints it."""

_MAX_WIDTH, _PIPED_WIDTH, _LEAST = 140, 120, 8
_GAP = "  "

_COLUMNS: dict[str, tuple[str, tuple[str, ...], Callable[[Body], Sequence[str]]]] = {
    "organisations": (
        "Organisations",
        ("Name", "Also called", "Party"),
        lambda f: (f["name"], ", ".join(f["aliases"]), "yes" if f["party"] else ""),
    ),
    "people": (
        "People",
        ("Name", "Title", "Organisation", "Here"),
        lambda f: (
            f"{f['honorific']} {f['name']}" if f["honorific"] else f["name"],
            f["title"] or "",
            f["organisation"] or "",
            ", ".join(f["roles"]),
        ),
    ),
    "quotations": (
        "Quotations",
        ("Speaker", "", "Words"),
        lambda f: (f["speaker"] or "", "reported" if f["indirect"] else "", f["quote"]),
    ),
    "figures": (
        "Figures",
        ("Figure", "Value", "Unit", "Of what"),
        lambda f: (f["text"], _value(f), f["unit"] or "", f["measures"] or ""),
    ),
    "dates": (
        "Dates",
        ("Date", "As written", "What"),
        lambda f: (f["date"] or "", f["text"], f["event"] or ""),
    ),
    "enumerations": (
        "Lists",
        ("Announced", "Named", "Items"),
        lambda f: (f["announced"], _named(f), "\n".join(i["text"] for i in f["items"])),
    ),
    "terms": ("Terms", ("Term", "Stands for"), lambda f: (f["term"], f["expansion"])),
    "contacts": ("Contacts", ("Contact",), lambda f: (f["text"],)),
}


def _value(figure: Body) -> str:
    values = [figure["value"], *([figure["value_to"]] if "value_to" in figure else [])]
    return "–".join(f"{value:,}" for value in values)


def _named(enumeration: Body) -> str:
    """ "2 of 3" where fewer are named than announced."""
    named, count = enumeration["named"], enumeration["count"]
    return f"{named} of {count}" if count and count != named else str(named)


def text(bodies: Sequence[Body], kinds: Sequence[str]) -> str:
    """Each release under its title, each kind as a table; only `kinds`, or all where empty."""
    width = _PIPED_WIDTH
    if sys.stdout.isatty():
        width = min(_MAX_WIDTH, shutil.get_terminal_size().columns)
    blocks: list[str] = []
    for body in bodies:
        blocks.append("\n".join(textwrap.wrap(f"{body['title']} ({body['release_id']})", width)))
        shown = [_table(kind, body[kind], width) for kind in kinds or _COLUMNS]
        blocks += [table for table in shown if table] or ["Nothing of this kind."]
    return "\n\n".join(blocks)


def _table(kind: str, found: Sequence[Body], width: int) -> str:
    if not found:
        return ""
    heading, names, cells = _COLUMNS[kind]
    place = [f"{fact['start']}–{fact['end']}" for fact in found]
    rows = [(*names, "At"), *((*cells(f), p) for f, p in zip(found, place, strict=True))]
    rows = [tuple("\n".join(" ".join(x.split()) for x in c.split("\n")) for c in r) for r in rows]
    if kind in ("quotations", "contacts"):
        rows = [tuple(" ".join(c.split()) for c in row) for row in rows]
    widths = _widths(rows, width - 2)
    lines = [f"{heading} ({len(found)})"]
    for row in rows:
        wrapped = [_wrap(cell, at) for cell, at in zip(row, widths, strict=True)]
        for index in range(max(map(len, wrapped))):
            parts = [
                (cell[index] if index < len(cell) else "").ljust(at)
                for cell, at in zip(wrapped, widths, strict=True)
            ]
            lines.append("  " + _GAP.join(parts).rstrip())
    return "\n".join(lines)


def _wrap(cell: str, width: int) -> list[str]:
    lines = [line for part in cell.split("\n") for line in textwrap.wrap(part, width)]
    return lines or [""]


def _widths(rows: Sequence[tuple[str, ...]], width: int) -> list[int]:
    """As wide as its cells, until all fit: then the widest columns give way first."""
    widths = [
        max(1, *(len(line) for row in rows for line in row[i].split("\n")))
        for i in range(len(rows[0]))
    ]
    room = max(width - len(_GAP) * (len(widths) - 1), _LEAST * len(widths))
    while sum(widths) > room:
        widest = max(range(len(widths)), key=lambda i: widths[i])
        if widths[widest] <= _LEAST:
            break
        widths[widest] -= min(sum(widths) - room, max(1, widths[widest] // 8))
    return widths


def csv_text(bodies: Sequence[Body], kinds: Sequence[str]) -> str:
    """Every fact as a row: its release, kind and place, then the fields of all kinds asked for."""
    rows: list[Body] = []
    for body in bodies:
        for kind in kinds or _COLUMNS:
            for fact in body[kind]:
                at = {"release_id": body["release_id"], "kind": kind}
                rows.append(at | {name: _plain(value) for name, value in fact.items()})
    first = ["release_id", "kind", "start", "end"]
    names = dict.fromkeys(name for row in rows for name in row if name not in first)
    written = io.StringIO()
    writer = csv.DictWriter(written, [*first, *names], restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return "; ".join(item["text"] if isinstance(item, dict) else str(item) for item in value)
    return "" if value is None else value
