"""Releases written by hand, with questions on them: `training/releases/*/NN.txt`.

A file is the release, a line of five equal signs, and a line for each question:

    kind | question | answer || the next of several
    kind | question | -
    kind | question | - | words that mislead
    kind | first question >> follow-up | answer

An answer is copied from the release; where its words stand there more than once, a longer stretch
is, with [[ ]] round the answer. "-": the release does not answer. Every seventh file of a folder
(`07.txt`, `14.txt`, …) is held: never trained on.

`python -m training.written FOLDER…` says what is wrong with files, and counts.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pr_assistant import conversation, releases
from pr_assistant.models import Turn
from pr_assistant.sentences import Span

FOLDER = Path(__file__).with_name("releases")
HELD = 7
"""Every file whose number this divides is held."""

KINDS = frozenset(
    "person role organisation number percent rank when where duration contact quotation speaker"
    " list what why how yesno definition expansion name overview".split()
)

_MARKED = re.compile(r"(.*)\[\[(.+)\]\](.*)")


@dataclass(frozen=True, slots=True)
class Question:
    """A question on a release: `answers` are its places there, all of which are asked for; empty if
    it does not say."""

    kind: str
    text: str
    history: tuple[str, ...]
    """What was asked before it."""
    answers: tuple[Span, ...]
    misleading: Span | None
    """Where something stands that looks like an answer and is none."""

    @property
    def standalone(self) -> str:
        """As it is read: with what it follows on."""
        return conversation.standalone(self.text, [Turn(one) for one in self.history])


@dataclass(frozen=True, slots=True)
class Written:
    """A release and what is asked of it."""

    name: str
    text: str
    questions: tuple[Question, ...]
    held: bool


def load(folder: Path = FOLDER) -> Iterator[Written]:
    """All releases below `folder`, in order of their paths. Raises `ValueError` as `read` does."""
    for path in sorted(folder.rglob("*.txt")):
        yield read(path)


def read(path: Path) -> Written:
    """A file. Raises `ValueError` that names what is wrong with it."""
    text, line, asked = path.read_text(encoding="utf-8").partition("\n=====\n")
    if not line:
        raise ValueError(f"{path}: there is no line of five equal signs")
    text = text.strip()
    questions = []
    for row in filter(None, map(str.strip, asked.splitlines())):
        try:
            questions.append(_question(row, text))
        except ValueError as error:
            raise ValueError(f"{path}: {row!r}: {error}") from error
    if releases.parse(text.encode(), path.stem).text != text:
        raise ValueError(f"{path} is not as a release is read: its places would shift")
    if not path.stem.isdigit():
        raise ValueError(f"{path}: its name is to be a number")
    held = int(path.stem) % HELD == 0
    return Written(f"{path.parent.name}/{path.stem}", text, tuple(questions), held)


def _question(row: str, text: str) -> Question:
    columns = [part.strip() for part in row.split(" | ")]
    if len(columns) != 3 and (len(columns) != 4 or columns[2] != "-"):
        raise ValueError("there are to be three columns, or a fourth behind -")
    kind, asked, answer, *misleading = columns
    if kind not in KINDS:
        raise ValueError(f"there is no kind of question called {kind!r}")
    *history, question = asked.split(" >> ")
    if answer != "-":
        places = tuple(_place(one.strip(), text) for one in answer.split(" || "))
        return Question(kind, question, tuple(history), places, None)
    near = _place(misleading[0], text) if misleading else None
    return Question(kind, question, tuple(history), (), near)


def _place(answer: str, text: str) -> Span:
    marked = _MARKED.fullmatch(answer)
    before, core, after = marked.groups() if marked else ("", answer, "")
    whole = before + core + after
    if text.count(whole) != 1:
        raise ValueError(f"{whole!r} stands {text.count(whole)} times in the release, not once")
    start = text.index(whole) + len(before)
    return Span(start, start + len(core))


def main() -> None:
    """Check the folders that are named."""
    folders = [Path(folder) for folder in sys.argv[1:]] or [FOLDER]
    found, faults = [], []
    for path in (path for folder in folders for path in sorted(folder.rglob("*.txt"))):
        try:
            found.append(read(path))
        except ValueError as error:
            faults.append(str(error))
    asked = [question for one in found for question in one.questions]
    answered = sum(bool(question.answers) for question in asked)
    print(f"{len(found)} releases, {len(asked)} questions, {answered} with an answer")
    if faults or not found:
        sys.exit("\n".join(faults) or "There is no release.")


if __name__ == "__main__":
    main()
