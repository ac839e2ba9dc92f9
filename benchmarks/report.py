"""The figures as a table, in results.json, and in the README between its two marks."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.measure import Figure, Limit

FOLDER = Path(__file__).parent
RESULTS = FOLDER / "results.json"
README = FOLDER / "README.md"
_MARKS = ("<!-- results -->", "<!-- end of results -->")
_LIBRARIES = (
    "chromadb",
    "langchain-chroma",
    "langchain-core",
    "langchain-huggingface",
    "numpy",
    "onnxruntime",
    "sentence-transformers",
    "tokenizers",
    "torch",
)
_HEAD = ("measure", "ours", "reference", "ratio", "target", "")


def keep(group: str, figures: Sequence[Figure], others: float | None) -> None:
    """Put the figures of a group in results.json, in place of its last ones, and in the README."""
    results: dict[str, Any] = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    results[group] = {
        "date": date.today().isoformat(),
        "cores": os.cpu_count(),
        "cpu_share_of_other_processes": others,
        "python": platform.python_version(),
        "versions": {name: version(name) for name in _LIBRARIES},
        "figures": [asdict(figure) | {"met": figure.met} for figure in figures],
    }
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    figures = [_figure(row) for kept in results.values() for row in kept["figures"]]
    before, mark, rest = README.read_text("utf-8").partition(_MARKS[0])
    after = rest.partition(_MARKS[1])[2]
    README.write_text(f"{before}{mark}\n{table(figures)}\n{_MARKS[1]}{after}", "utf-8")


def _figure(row: dict[str, Any]) -> Figure:
    fields = {name: value for name, value in row.items() if name not in ("met", "limit")}
    return Figure(**fields, limit=Limit(**row["limit"]) if row["limit"] else None)


def table(figures: Sequence[Figure]) -> str:
    """The figures as a Markdown table that is readable in a terminal as well."""
    rows = [_HEAD, *map(_row, figures)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(_HEAD))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    return "\n".join(
        [lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]]
    )


def _row(figure: Figure) -> tuple[str, ...]:
    met = {True: "met", False: "not met", None: ""}[figure.met]
    reference = "" if figure.reference is None else f"{figure.reference:.3g} {figure.unit}"
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
    measure = figure.measure + (f" ({figure.note})" if figure.note else "")
    limit = "" if figure.limit is None else str(figure.limit)
    return measure, f"{figure.ours:.3g} {figure.unit}", reference, ratio, limit, met
