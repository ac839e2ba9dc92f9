"""`pr-assistant ask`: one question, or many from a file."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from pr_assistant.cli import options
from pr_assistant.cli.progress import ProgressBar
from pr_assistant.errors import PrAssistantError, UsageError

if TYPE_CHECKING:
    from pr_assistant.answering import Answerer
    from pr_assistant.models import Question

_GRACE_S = 0.3
"""How long a question that was given waits for the first byte of a standard input nobody closed."""


def ask(
    question: Annotated[
        str | None, typer.Argument(help="The question. What is piped in is joined to it.")
    ] = None,
    as_json: options.Json = False,
    batch: Annotated[
        str | None,
        typer.Option(
            "--batch",
            metavar="FILE|-",
            help='Answer JSON Lines of {"id", "question", "history": [earlier questions]};'
            " writes one JSON answer a line, in the same order.",
        ),
    ] = None,
    corpus: options.Corpus = None,
    index: options.Index = None,
) -> None:
    """Ask one question, or with --batch many."""
    if batch is not None and question is not None:
        raise UsageError("Give a question or --batch, not both.")
    if batch is not None:
        raise typer.Exit(_answer_batch(batch, corpus, index))
    piped = _Piped(sys.stdin)
    if question is None and sys.stdin.isatty():
        raise UsageError('Give a question, for example: pr-assistant ask "Who signed?"')
    from pr_assistant.models import Question

    with _open(corpus, index) as answerer:
        answer = answerer.answer(Question(piped.joined_to(question)))
    if as_json:
        typer.echo(json.dumps(answer.to_dict(), ensure_ascii=False))
    else:
        from pr_assistant.cli.render import answer_text

        typer.echo(answer_text(answer))
    raise typer.Exit(0 if answer.status == "answered" else 3)


@contextmanager
def _open(corpus: Path | None, index: Path | None) -> Iterator[Answerer]:
    from pr_assistant.bootstrap import open_answerer

    with ProgressBar() as progress:
        answerer = open_answerer(options.settings(corpus=corpus, index=index), progress)
    with closing(answerer.index):
        yield answerer


class _Piped:
    """Standard input, read in the background: a pipe nobody closes must not stop a question."""

    def __init__(self, stream: TextIO) -> None:
        self._chunks: list[str] = []
        self._began = threading.Event()
        self._reader = threading.Thread(target=self._read, args=(stream,), daemon=True)
        if not stream.isatty():
            self._reader.start()

    def _read(self, stream: TextIO) -> None:
        try:
            self._chunks.append(stream.read(1))
            self._began.set()
            self._chunks.append(stream.read())
        except (OSError, ValueError) as error:
            self._began.set()
            self._chunks = [f"\x00{error}"]

    def joined_to(self, question: str | None) -> str:
        """The question and what was piped, in that order. Raises `UsageError` for no text."""
        if self._reader.ident is not None:
            waits = question is None or self._began.wait(_GRACE_S)
            if waits:
                self._reader.join()
        piped = "".join(self._chunks)
        if piped.startswith("\x00"):
            raise UsageError("Standard input is not text in UTF-8; pipe plain text.")
        return "\n".join(part for part in (question, piped) if part)


def _answer_batch(name: str, corpus: Path | None, index: Path | None) -> int:
    """Answer every line; a bad line gets an error in its place. Returns the exit code."""
    with _lines(name) as lines, _open(corpus, index) as answerer:
        failed = False
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            identity = None
            try:
                given = _parse(line, number)
                identity = given.id
                result = answerer.answer(given).to_dict()
            except UsageError as error:
                failed = True
                result = {"schema": 1, "id": identity, "line": number, "error": str(error)}
                typer.echo(f"Line {number}: {error}", err=True)
            typer.echo(json.dumps(result, ensure_ascii=False))
            sys.stdout.flush()
    return 1 if failed else 0


class _lines:  # noqa: N801 - reads like open()
    """The lines of a file, or of standard input for "-". Raises `UsageError` if it cannot be."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._stream: Any = None

    def __enter__(self) -> Iterator[str]:
        try:
            self._stream = (
                sys.stdin if self._name == "-" else Path(self._name).open(encoding="utf-8-sig")
            )
        except OSError as error:
            raise UsageError(f"{self._name} cannot be read ({error.strerror}).") from error
        return self._iterate()

    def _iterate(self) -> Iterator[str]:
        try:
            yield from self._stream
        except UnicodeDecodeError as error:
            raise UsageError(f"{self._name} is not text in UTF-8.") from error

    def __exit__(self, *_: object) -> None:
        if self._stream is not sys.stdin:
            self._stream.close()


def _parse(line: str, number: int) -> Question:
    """A line of a batch. Raises `UsageError` that says what is wrong with it."""
    from pr_assistant.models import Question, Turn

    try:
        given = json.loads(line)
    except ValueError as error:
        raise UsageError(f"is not JSON ({error})") from error
    if not isinstance(given, dict) or not isinstance(given.get("question"), str):
        raise UsageError('is not a JSON object with a "question"')
    history = given.get("history") or []
    if not isinstance(history, list) or not all(isinstance(turn, str) for turn in history):
        raise UsageError('has a "history" that is not a list of earlier questions')
    identity = given.get("id")
    turns = tuple(Turn(turn) for turn in history)
    return Question(given["question"], turns, None if identity is None else str(identity))


__all__ = ["PrAssistantError", "ask"]
