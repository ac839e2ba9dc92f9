"""Options that several commands share, and how they become `Settings`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pr_assistant.errors import UsageError

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
WHICH = "Id or title of a release, or any part that only it has."
Release = Annotated[
    str | None, typer.Option("--release", metavar="NAME", help=f"Ask this one alone. {WHICH}")
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


def meant(titles: Mapping[str, str], wanted: str) -> str:
    """Id of the release that is meant, of ids with their titles. Raises `UsageError` unless a name
    means exactly one."""
    if wanted in titles:
        return wanted
    part = wanted.casefold()
    named = {i: (i.casefold(), title.casefold()) for i, title in titles.items()}
    exact = [i for i, names in named.items() if part in names]
    found = exact or [i for i, names in named.items() if any(part in name for name in names)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{wanted!r} may mean {', '.join(found[:5])}; give more of the name.")
    raise UsageError(f"There is no release {wanted!r}. There are: {', '.join(list(titles)[:5])}.")


def settings(**given: Any) -> Settings:
    """Settings with the flags that were given; loads pydantic, so call it inside a command."""
    from pr_assistant.settings import load

    return load(**given)
