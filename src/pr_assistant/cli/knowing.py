"""`pr-assistant facts`: what a release states in pattern, as tables, JSON or CSV."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from pr_assistant.cli import options
from pr_assistant.cli.options import WHICH, meant
from pr_assistant.errors import UsageError

if TYPE_CHECKING:
    from pr_assistant.facts.models import Facts
    from pr_assistant.live import LiveIndex
    from pr_assistant.models import Release

SCHEMA = 1
"""Version of the JSON form."""


def facts(
    release: Annotated[str | None, typer.Argument(help=f"{WHICH}  [all]")] = None,
    people: Annotated[bool, typer.Option("--people", help="Who is named, and as what.")] = False,
    figures: Annotated[bool, typer.Option("--figures", help="How much, how many, which rank.")] = (
        False
    ),
    quotes: Annotated[bool, typer.Option("--quotes", help="Who said what.")] = False,
    dates: Annotated[bool, typer.Option("--dates", help="What happens when.")] = False,
    organisations: Annotated[
        bool, typer.Option("--organisations", help="Who is party, and other names.")
    ] = False,
    lists: Annotated[bool, typer.Option("--lists", help="What is announced and listed.")] = False,
    as_json: options.Json = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print one table of CSV.")] = False,
    corpus: options.Corpus = None,
    index: options.Index = None,
) -> None:
    """Show the people, quotations, figures, dates and lists of the releases, exactly as stated."""
    from pr_assistant.bootstrap import open_index

    if as_json and as_csv:
        raise UsageError("Give --json or --csv, not both.")
    chosen = {
        "people": people,
        "quotations": quotes,
        "figures": figures,
        "dates": dates,
        "organisations": organisations,
        "enumerations": lists,
    }
    kinds = [kind for kind, wanted in chosen.items() if wanted]
    with closing(open_index(options.settings(corpus=corpus, index=index))) as opened:
        titles = opened.catalog.titles()
        ids = list(titles) if release is None else [meant(titles, release)]
        found = [both for release_id in ids for both in _found(opened, release_id)]
    from pr_assistant.cli import tables

    bodies = [known.to_dict(read) for read, known in found] if as_json or as_csv else []
    if as_json:
        kept = [_only(body, kinds) for body in bodies]
        typer.echo(json.dumps({"schema": SCHEMA, "releases": kept}, ensure_ascii=False))
    elif as_csv:
        typer.echo(tables.csv_text(bodies, kinds), nl=False)
    else:
        typer.echo(tables.text([known for _, known in found], kinds))


def _found(index: LiveIndex, release_id: str) -> list[tuple[Release, Facts]]:
    """A release and its facts; empty if it was taken out meanwhile."""
    release, found = index.release(release_id), index.facts(release_id)
    return [(release, found)] if release and found else []


def _only(body: dict[str, object], kinds: list[str]) -> dict[str, object]:
    """The facts of these kinds alone; of all where none is named."""
    if not kinds:
        return body
    return {k: v for k, v in body.items() if k in ("release_id", "title", "dateline", *kinds)}
