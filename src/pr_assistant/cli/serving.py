"""`pr-assistant serve`: the web UI."""

from __future__ import annotations

from typing import Annotated

import typer

from pr_assistant.cli import options


def serve(
    host: Annotated[
        str | None, typer.Option(help="Address to listen on.  [default: 127.0.0.1]")
    ] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.  [default: 7860]")] = None,
    mcp: Annotated[
        bool, typer.Option("--mcp", help="Serve MCP clients, too, at /mcp (docs/api.md).")
    ] = False,
    model: options.Model = None,
    model_url: options.ModelUrl = None,
    corpus: options.Corpus = None,
    index: options.Index = None,
) -> None:
    """Serve the web UI on this machine."""
    from pr_assistant.ui.launch import launch

    launch(
        options.settings(
            host=host, port=port, model=model, model_url=model_url, corpus=corpus, index=index
        ),
        mcp=mcp,
    )
