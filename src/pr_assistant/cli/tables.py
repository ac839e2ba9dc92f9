"""Facts as aligned tables for a terminal, and as one table of CSV."""

from __future__ import annotations

import csv
import io
import shutil
import sys
import textwrap
from collections.abc import Sequence
from typing import Any

from pr_assistant.cli.harmless import harmless
from pr_assistant.facts.models import Facts
from pr_assistant.facts.tables import COLUMNS, Table, tabulate

_MAX_WIDTH, _PIPED_WIDTH, _LEAST = 140, 120, 8
_GAP = "  "


def text(found: Sequence[Facts], kinds: Sequence[str]) -> str:
    """Each release under its title, each kind as a table; only `kinds`, or all where empty."""
    width = _PIPED_WIDTH
    if sys.stdout.isatty():
        width = min(_MAX_WIDTH, shutil.get_terminal_size().columns)
    blocks: list[str] = []
    for facts in found:
        title = harmless(f"{facts.title} ({facts.release_id})")
        blocks.append("\n".join([*textwrap.wrap(title, width), *_issued(facts)]))
        shown = [table for table in tabulate(facts) if not kinds or table.kind in kinds]
        blocks += [_table(table, width) for table in shown] or ["Nothing of this kind."]
    return "\n\n".join(blocks)


def _issued(facts: Facts) -> list[str]:
    """Where, when and by which newswire it was issued: one line, or none."""
    line = facts.dateline
    day = line.date.isoformat() if line.date else None
    given = [harmless(" ".join(part.split())) for part in (line.place, day, line.newswire) if part]
    return [" · ".join(given)] if given else []


def _table(table: Table, width: int) -> str:
    rows = [(*table.columns, "At")]
    rows += [(*map(harmless, row.cells), f"{row.start}–{row.end}") for row in table.rows]
    widths = _widths(rows, width - 2)
    lines = [f"{table.heading} ({len(table.rows)})"]
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


def csv_text(bodies: Sequence[dict[str, Any]], kinds: Sequence[str]) -> str:
    """Every fact as a row: its release, kind and place, then the fields of all kinds asked for.

    `bodies` are the JSON forms of the releases' facts.
    """
    rows: list[dict[str, Any]] = []
    for body in bodies:
        for kind in kinds or COLUMNS:
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
