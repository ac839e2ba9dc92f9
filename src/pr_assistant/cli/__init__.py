"""The command line: parse, call, render — nothing else. Exit codes are in docs/cli.md."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress
from typing import Annotated, NoReturn

import typer

from pr_assistant import __version__
from pr_assistant.cli import answering, chatting, evaluating, knowing, maintaining, serving
from pr_assistant.errors import PrAssistantError
from pr_assistant.writing import THREAD

_INTERRUPTED = 130

app = typer.Typer(
    name="pr-assistant",
    help="Ask a press release a question; get its own words, cited to the character.",
    epilog="Exit codes: 0 answered or done, 1 failure, 2 usage, 3 the release does not say,"
    " 4 index missing or stale, 5 model provider failed, 130 interrupted.",
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help answers in half the time
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(maintaining.index)
app.command()(answering.ask)
app.command()(chatting.chat)
app.command()(serving.serve)
app.command()(knowing.facts)
app.command()(maintaining.doctor)
app.command("eval")(evaluating.evaluate)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"pr-assistant {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command line; errors of ours become one line on stderr and their exit code."""
    code: str | int | None = 0
    try:
        app()
    except PrAssistantError as error:
        typer.echo(f"Error: {error}", err=True)
        code = error.exit_code
    except KeyboardInterrupt:
        code = _INTERRUPTED
    except SystemExit as done:  # Typer makes one of most interrupts
        code = done.code
    if code == _INTERRUPTED:
        with suppress(OSError, ValueError):  # whoever read it may be gone
            typer.echo("Interrupted; nothing is lost.", err=True)
    _leave(code)


def _leave(code: str | int | None) -> NoReturn:
    """End; at once where a thread still decodes what a model sends, which Python would abort."""
    if isinstance(code, int) and any(t.name == THREAD for t in threading.enumerate()):
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
        os._exit(code)
    sys.exit(code)
