"""`chat`: over a pipe, and in a terminal with its keys."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import select
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from support import ABSENT, CORPUS, EMPLOYEES, command, environment, run

from pr_assistant.catalog import Catalog

UP, CTRL_C, CTRL_D, ENTER = "\x1b[A", "\x03", "\x04", "\r"
LEFT, BACKSPACE = "\x1b[D", "\x7f"
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|\x1b\][^\x07]*\x07|\r")
_ASKS_WHERE = b"\x1b[6n"


@pytest.fixture(scope="module")
def places(index_folder: Path) -> tuple[str | Path, ...]:
    return ("--corpus", CORPUS, "--index", index_folder)


class TestPipe:
    def test_answers_line_after_line(self, places: tuple[str | Path, ...]) -> None:
        lines = [EMPLOYEES, "", "   ", ABSENT, "???", "w" * 100_000, EMPLOYEES]
        done = run("chat", *places, stdin="\n".join(lines)).check(0)
        assert done.out.count("We have approximately 208,000 employees") >= 2
        assert done.out.count("The release does not say.") == 1
        assert done.out.index("208,000") < done.out.index("does not say")
        assert "has no words" in done.err
        assert "100,000 characters" in done.err

    def test_stdout_carries_the_answers_alone(self, places: tuple[str | Path, ...]) -> None:
        lines = ["/help", "/clear", "/?", "/quit", EMPLOYEES]
        done = run("chat", *places, stdin="\n".join(lines)).check(0)
        assert done.out == ""
        assert "Fostering an Integrated Innovation Platform" in done.err
        assert "/quit" in done.err

    def test_a_follow_up_leans_on_the_question_before_until_it_is_cleared(
        self, places: tuple[str | Path, ...]
    ) -> None:
        follow_up = "And how many people work there?"
        lines = ["When was Huawei founded?", follow_up, "/clear", follow_up]
        done = run("chat", *places, stdin="\n".join(lines)).check(0)
        read_as = "(Read as: When was Huawei founded? And how many people work there?)"
        assert done.out.count(read_as) == 1

    def test_an_index_that_cannot_be_asked_for_a_while_does_not_end_it(
        self, index_copy: Path
    ) -> None:
        process = subprocess.Popen(
            command("chat", "--corpus", CORPUS, "--index", index_copy),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
            encoding="utf-8",
        )
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None

        def ask(question: str, output: IO[str], until: str) -> None:
            print(question, file=process.stdin, flush=True)
            assert any(until in line for line in output)

        try:
            ask("When was Huawei founded?", process.stdout, "1987")
            with contextlib.closing(Catalog(index_copy, readonly=False)) as catalog:
                for updating, output, until in (
                    ("yes", process.stderr, "interrupted. Run: pr-assistant index"),
                    ("no", process.stdout, "Read as: When was Huawei founded?"),
                ):
                    with catalog.transaction():
                        catalog.set_meta({"updating": updating})
                    ask("And how many people work there?", output, until)
            print("/quit", file=process.stdin, flush=True)
            assert process.wait(30) == 0
        finally:
            process.kill()
            process.communicate()

    def test_nothing_piped_in(self, places: tuple[str | Path, ...]) -> None:
        assert run("chat", *places).check(0).out == ""

    def test_without_an_index(self, tmp_path: Path) -> None:
        done = run("chat", "--corpus", CORPUS, "--index", tmp_path / "none", stdin=EMPLOYEES)
        assert "Run: pr-assistant index" in done.check(4).err
        assert done.out == ""


class Terminal:
    """`chat` behind a pseudo-terminal, with somebody who types."""

    def __init__(self, *places: str | Path) -> None:
        self.screen = ""
        self._master, slave = pty.openpty()
        self._process = subprocess.Popen(
            command("chat", *places),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment(TERM="xterm", COLUMNS="100", LINES="40"),
            start_new_session=True,
            preexec_fn=lambda: os.close(os.open(os.ttyname(0), os.O_RDWR)),
        )
        os.close(slave)

    def type(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def wait_for(self, text: str, seconds: float = 60) -> str:
        """Wait until `text` is shown; gives what was shown since the last call, up to it."""
        deadline = time.monotonic() + seconds
        while text not in self.screen:
            assert time.monotonic() < deadline, f"{text!r} was not shown, but {self.screen!r}"
            self._read()
        shown, _, self.screen = self.screen.partition(text)
        return shown + text

    def wait(self, seconds: float = 30) -> int:
        """Wait for the end of the session; gives the exit code."""
        deadline = time.monotonic() + seconds
        while self._process.poll() is None:
            assert time.monotonic() < deadline, f"it goes on: {self.screen!r}"
            self._read()
        while self._read():
            pass
        return self._process.returncode

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._master)

    def _read(self) -> bool:
        ready, _, _ = select.select([self._master], [], [], 0.1)
        if not ready:
            return False
        try:
            found = os.read(self._master, 65536)
        except OSError:  # the other end is closed
            return False
        if _ASKS_WHERE in found:
            self.type("\x1b[1;1R")
        self.screen += _ESCAPES.sub("", found.decode(errors="replace"))
        return bool(found)


@pytest.fixture
def terminal(places: tuple[str | Path, ...]) -> Iterator[Terminal]:
    opened = Terminal(*places)
    opened.wait_for("›")
    yield opened
    opened.close()


class TestTerminal:
    def test_arrow_up_recalls_the_question_before(self, terminal: Terminal) -> None:
        terminal.type(EMPLOYEES + ENTER)
        terminal.wait_for("208,000")
        terminal.wait_for("›")
        terminal.type(ABSENT + ENTER)
        terminal.wait_for("does not say")
        terminal.wait_for("›")
        terminal.type(UP + UP)
        terminal.wait_for(EMPLOYEES)
        terminal.type(ENTER)
        terminal.wait_for("[1] “")
        terminal.wait_for("208,000")
        terminal.wait_for("›")
        terminal.type(CTRL_D)
        assert terminal.wait() == 0

    def test_arrow_left_edits_the_line(self, terminal: Terminal) -> None:
        terminal.type("/quot" + LEFT + BACKSPACE + "i" + ENTER)
        assert terminal.wait() == 0

    def test_ctrl_c_drops_the_line_and_not_the_session(self, terminal: Terminal) -> None:
        terminal.type("half a quest")
        terminal.wait_for("quest")
        terminal.type(CTRL_C)
        terminal.wait_for("Dropped")
        terminal.wait_for("›")
        terminal.type(CTRL_C)
        terminal.wait_for("Dropped")
        terminal.wait_for("›")
        terminal.type(EMPLOYEES + ENTER)
        terminal.wait_for("208,000")
        terminal.wait_for("›")
        terminal.type(CTRL_D)
        assert terminal.wait() == 0
        assert "Traceback" not in terminal.screen

    def test_ctrl_c_keeps_what_was_asked_before(self, terminal: Terminal) -> None:
        terminal.type("When was Huawei founded?" + ENTER)
        terminal.wait_for("1987")
        terminal.wait_for("›")
        terminal.type("half" + CTRL_C)
        terminal.wait_for("Dropped")
        terminal.wait_for("›")
        terminal.type("And how many people work there?" + ENTER)
        terminal.wait_for("Read as: When was Huawei founded?")

    def test_ctrl_c_during_an_answer_drops_it_and_not_the_session(self, terminal: Terminal) -> None:
        for pause in (0.0, 0.01, 0.05, 0.1):
            terminal.type(EMPLOYEES + ENTER)
            time.sleep(pause)
            terminal.type(CTRL_C)
            terminal.wait_for("Dropped")
            assert terminal.is_alive()
        terminal.type("Who signed the MoU?" + ENTER)
        terminal.wait_for("The MoU was signed by")
        terminal.wait_for("›")
        terminal.type(CTRL_D)
        assert terminal.wait() == 0
        assert "Traceback" not in terminal.screen

    def test_a_terminal_that_is_closed_ends_it(self, terminal: Terminal) -> None:
        os.kill(terminal._process.pid, signal.SIGHUP)
        assert terminal.wait() != 0
