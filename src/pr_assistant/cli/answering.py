"""`pr-assistant ask`: one question, or many from a file."""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pr_assistant.cli import options
from pr_assistant.cli.progress import ProgressBar
from pr_assistant.errors import PrAssistantError, UsageError
from pr_assistant.models import SCHEMA, Question, Turn, whole_characters

if TYPE_CHECKING:
    from pr_assistant.answering import Answerer

_GRACE_S = 0.3
"""How long a question that was given waits, once the index is open, for a first byte that is piped:
a standard input that nobody writes to or closes must not stop it."""


def ask(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[QUESTION]", help="What is piped in is joined to it."),
    ] = None,
    release: options.Release = None,
    as_json: options.Json = False,
    batch: Annotated[
        str | None,
        typer.Option(
            "--batch",
            metavar="FILE|-",
            help='Answer JSON Lines of {"id", "question", "history": [earlier questions],'
            ' "release_id"}, all but the question may be left out; writes one JSON answer a line,'
            " in the same order.",
        ),
    ] = None,
    model: options.Model = None,
    model_url: options.ModelUrl = None,
    no_fallback: options.NoFallback = False,
    corpus: options.Corpus = None,
    index: options.Index = None,
) -> None:
    """Ask one question, or with --batch many."""
    question = " ".join(words) if words else None
    chosen = _Chosen(corpus, index, model, model_url, False if no_fallback else None)
    if batch is not None and question is not None:
        raise UsageError("Give a question or --batch, not both.")
    if batch is not None:
        raise typer.Exit(_answer_batch(batch, chosen, release))
    piped = _Piped(sys.stdin.fileno() if sys.stdin else None)
    if question is None and (sys.stdin is None or sys.stdin.isatty()):
        raise UsageError('Give a question, for example: pr-assistant ask "Who signed?"')
    with _open(chosen) as answerer:
        alone = options.meant(answerer.index.titles(), release) if release else None
        answer = answerer.answer(Question(piped.joined_to(question), release_id=alone))
    if as_json:
        typer.echo(json.dumps(answer.to_dict(), ensure_ascii=False))
    else:
        from pr_assistant.cli.render import answer_text

        typer.echo(answer_text(answer))
    raise typer.Exit(0 if answer.status == "answered" else 3)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The flags of a question that are settings; None: not given."""

    corpus: Path | None
    index: Path | None
    model: str | None
    model_url: str | None
    fallback: bool | None


@contextmanager
def _open(chosen: _Chosen) -> Iterator[Answerer]:
    from pr_assistant.bootstrap import open_answerer

    with ProgressBar() as progress:
        answerer = open_answerer(options.settings(**asdict(chosen)), progress)
    with closing(answerer.index):
        yield answerer


class _Piped:
    """Standard input, read in the background: a pipe nobody closes must not stop a question."""

    def __init__(self, stream: int | None) -> None:
        """`stream` is a file descriptor: a buffered stream that a thread still reads from aborts
        the interpreter at its end."""
        self._chunks: list[bytes] = []
        self._began = threading.Event()
        self._reader = threading.Thread(target=self._read, args=(stream,), daemon=True)
        if stream is not None and not os.isatty(stream):
            self._reader.start()

    def _read(self, stream: int) -> None:
        with suppress(OSError):  # closed, or a folder: nothing was piped
            while chunk := os.read(stream, 1 << 16):
                self._chunks.append(chunk)
                self._began.set()
        self._began.set()

    def joined_to(self, question: str | None) -> str:
        """The question and what was piped, in that order. Raises `UsageError` for no text."""
        if self._reader.ident is not None:
            if question is None or self._began.wait(_GRACE_S):
                self._reader.join()
            else:
                typer.echo(
                    "Nothing came over standard input yet: asked without it. To join it, close it"
                    " first; to leave it out: pr-assistant ask … < /dev/null",
                    err=True,
                )
        try:
            piped = b"".join(self._chunks).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise UsageError("Standard input is not text in UTF-8; pipe plain text.") from error
        return "\n".join(part for part in (question, piped) if part and part.strip())


def _answer_batch(name: str, chosen: _Chosen, release: str | None) -> int:
    """Answer every line; a bad line gets an error in its place. Returns the exit code."""
    with _lines(name) as lines, _open(chosen) as answerer:
        titles = answerer.index.titles()
        alone = options.meant(titles, release) if release else None
        code = 0
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            identity: str | int | None = None
            try:
                given = _parse(line)
                identity = given.id
                named = given.release_id and options.meant(titles, given.release_id)
                given = replace(given, release_id=named or alone)
                result = answerer.answer(given).to_dict()
            except PrAssistantError as error:
                code = max(code, 1 if isinstance(error, UsageError) else error.exit_code)
                identity = identity if identity is not None else _identity(line)
                result = {"schema": SCHEMA, "id": identity, "line": number, "error": str(error)}
                typer.echo(f"Line {number}: {error}", err=True)
            typer.echo(json.dumps(result, ensure_ascii=False))
            sys.stdout.flush()
    return code


@contextmanager
def _lines(name: str) -> Iterator[Iterable[bytes]]:
    """The lines of a file, or of standard input for "-". Raises `UsageError` if it cannot be."""
    if name == "-":
        yield sys.stdin.buffer if sys.stdin else ()
        return
    try:
        content = Path(name).read_bytes()
    except OSError as error:
        raise UsageError(f"{name or '--batch'} cannot be read ({error.strerror}).") from error
    yield content.splitlines()


def _identity(line: bytes) -> str | int | None:
    """What a line that cannot be answered is known by, if that can be told."""
    try:
        given = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    found = given.get("id") if isinstance(given, dict) else None
    if isinstance(found, bool) or not isinstance(found, str | int):
        return None
    return whole_characters(found) if isinstance(found, str) else found


def _parse(line: bytes) -> Question:
    """A line of a batch. Raises `UsageError` that says what is wrong with it."""
    try:
        given = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UsageError("is not text in UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"is not JSON ({error})") from error
    if not isinstance(given, dict) or not isinstance(given.get("question"), str):
        raise UsageError('is not a JSON object with a "question" that is text')
    history = given.get("history") or []
    if not isinstance(history, list) or not all(isinstance(turn, str) for turn in history):
        raise UsageError('has a "history" that is not a list of earlier questions')
    identity = given.get("id")
    if isinstance(identity, bool) or not isinstance(identity, str | int | None):
        raise UsageError('has an "id" that is neither text nor a whole number')
    if isinstance(identity, str):
        identity = whole_characters(identity)
    release_id = given.get("release_id")
    if not isinstance(release_id, str | None):
        raise UsageError('has a "release_id" that is not text')
    turns = tuple(Turn(turn) for turn in history)
    return Question(given["question"], turns, identity, release_id or None)
