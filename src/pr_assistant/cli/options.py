"""Options that several commands share, and how they become `Settings`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from pr_assistant.settings import Settings

Corpus = Annotated[
    Path | None,
    typer.Option("--corpus", metavar="DIR", help="Folder of the releases.  [default: corpus]"),
]
Index = Annotated[
    Path | None,
    typer.Option("--index", metavar="DIR", help="Folder of the index.  [default: index]"),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


def settings(**given: Any) -> Settings:
    """Settings with the flags that were given; loads pydantic, so call it inside a command."""
    from pr_assistant.settings import load

    return load(**given)
