"""`pr-assistant chat`: a conversation in the terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import typer

from pr_assistant.cli import options
from pr_assistant.cli.harmless import harmless
from pr_assistant.cli.progress import ProgressBar
from pr_assistant.errors import PrAssistantError

if TYPE_CHECKING:
    from pr_assistant.assistant import Assistant
    from pr_assistant.models import Turn

_PROMPT = "› "
_HELP = (
    "Ask a question; a follow-up may lean on the one before.\n"
    "/clear forgets the conversation, /quit (or Ctrl-D) leaves, Ctrl-C drops the line or the answer"
)


def chat(
    release: options.Release = None,
    model: options.Model = None,
    model_url: options.ModelUrl = None,
    corpus: options.Corpus = None,
    index: options.Index = None,
) -> None:
    """Chat with the releases. Arrow keys edit and recall; follow-up questions are understood."""
    from pr_assistant.bootstrap import open_assistant

    with ProgressBar() as progress:
        settings = options.settings(model=model, model_url=model_url, corpus=corpus, index=index)
        assistant = open_assistant(settings, progress)
    with assistant:
        titles = assistant.index.titles()
        alone = options.meant(titles, release) if release else None
        if alone:
            titles = {alone: titles[alone]}
        names = "; ".join(list(titles.values())[:3]) + ("; …" if len(titles) > 3 else "")
        typer.echo(f"{harmless(names, sys.stderr)}\n{_HELP}", err=True)
        _converse(assistant, _line_reader(), alone)


def _line_reader() -> Callable[[], str]:
    """Reads one line; raises `EOFError` at the end and `KeyboardInterrupt` for Ctrl-C."""
    if not sys.stdin.isatty():
        return input
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import InMemoryHistory

    session: PromptSession[str] = PromptSession(history=InMemoryHistory())
    return lambda: session.prompt(_PROMPT)


def _converse(assistant: Assistant, read_line: Callable[[], str], alone: str | None) -> None:
    from pr_assistant.cli.render import answer_text
    from pr_assistant.models import Question, Turn

    history: list[Turn] = []
    while True:
        try:
            line = read_line().strip()
            if line in {"/quit", "/exit"}:
                return
            if line in {"/help", "/?"}:
                typer.echo(_HELP, err=True)
            elif line == "/clear":
                history.clear()
                typer.echo("Forgotten.", err=True)
            elif line.startswith("/"):
                typer.echo(f"There is no command {line.split()[0]}.\n{_HELP}", err=True)
            elif line:
                answer = assistant.invoke(Question(line, tuple(history), release_id=alone))
                history.append(Turn(line, answer.answer))
                typer.echo(f"\n{answer_text(answer)}\n")
        except KeyboardInterrupt:
            typer.echo("Dropped. /quit or Ctrl-D leaves.", err=True)
        except EOFError:
            return
        except PrAssistantError as error:
            typer.echo(str(error), err=True)
