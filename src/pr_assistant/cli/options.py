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
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="PROVIDER:MODEL",
        help="Have a language model write the answer; what the release does not bear out is"
        " dropped.  [default: extractive]",
    ),
]
ModelUrl = Annotated[
    str | None,
    typer.Option(
        "--model-url", metavar="URL", help="Address of an OpenAI-compatible server, up to its /v1."
    ),
]
NoFallback = Annotated[
    bool,
    typer.Option(
        "--no-fallback", help="Exit with 5 where the model fails, without the extractive answer."
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


def settings(**given: Any) -> Settings:
    """Settings with the flags that were given; loads pydantic, so call it inside a command."""
    from pr_assistant.settings import load

    return load(**given)
