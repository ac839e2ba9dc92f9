"""What several test files need: the command line as a real process, and small corpora."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

import pr_assistant
from pr_assistant.catalog import Catalog, text_digest
from pr_assistant.synchronising import generations
from pr_assistant.vectors import VectorIndex

SOURCES = Path(pr_assistant.__file__).resolve().parent.parent
PROJECT = Path(__file__).resolve().parent.parent
CORPUS = Path(__file__).parent / "corpus"
"""The first release alone, whatever a user has put into corpus/ of the project."""
OTHER_RELEASES = PROJECT / "evals" / "corpus"
RELEASE = "2025-06-27-huawei-cloud-polyu-mou"
EMPLOYEES = "How many people does Huawei employ?"
"""The one question whose answer is certain: 208,000."""
ABSENT = "What is the moon made of?"
"""A question that no release answers."""


@dataclass(frozen=True, slots=True)
class Done:
    """A command that ended."""

    code: int
    out: str
    err: str

    def check(self, code: int = 0) -> Done:
        """Itself, if it ended with `code` and without a traceback."""
        assert "Traceback" not in self.err, self.err
        assert self.code == code, f"exit {self.code}, not {code}\n{self.out}\n{self.err}"
        return self


def environment(**changes: str) -> dict[str, str]:
    """The environment for a process that imports the package under test from anywhere."""
    paths = [str(SOURCES), os.environ.get("PYTHONPATH", "")]
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(path for path in paths if path),
        "PYTHONIOENCODING": "utf-8",
        **changes,
    }


def command(*arguments: str | Path) -> list[str]:
    """`pr-assistant` with arguments, run by the interpreter that runs the tests."""
    return [sys.executable, "-m", "pr_assistant", *map(str, arguments)]


def run(
    *arguments: str | Path,
    stdin: str | bytes | None = None,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    timeout: float = 120,
    under: Sequence[str] = (),
) -> Done:
    """Run the command line to its end, `under` another command if need be; without `stdin` it is
    the null device."""
    given = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(
        [*under, *command(*arguments)],
        input=given,
        stdin=subprocess.DEVNULL if given is None else None,
        capture_output=True,
        cwd=cwd,
        env=environment(**(env or {})),
        timeout=timeout,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def ask(index: Path, question: str = EMPLOYEES, corpus: Path = CORPUS) -> Done:
    """`pr-assistant ask` as a process of its own."""
    return run("ask", question, "--corpus", corpus, "--index", index)


def wait_until(condition: Callable[[], object], seconds: float = 60) -> None:
    """Wait for something another process or thread does."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


_WORDS = (
    "amber birch cedar delta ember fjord grove harbor island jetty kernel ledger meadow nickel"
    " orchid pepper quartz river summit timber umbrella valley willow yellow anchor bridge candle"
    " desert engine forest garden hammer iron jacket kitchen ladder mirror needle ocean pocket"
).split()


def short_texts(count: int, seed: int) -> list[str]:
    """`count` different one-line releases of three common words each, the same for a seed."""
    chosen: dict[str, None] = {}
    generator = random.Random(seed)
    while len(chosen) < count:
        chosen[" ".join(generator.choices(_WORDS, k=3)).capitalize() + "."] = None
    return list(chosen)


def write_release(corpus: Path, name: str, text: str) -> Path:
    """Put a file into a corpus folder, which is made if need be."""
    path = corpus / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@contextmanager
def permitted(modes: Mapping[Path, int]) -> Iterator[list[str]]:
    """Files and folders with these modes for a while; gives what a command must run under for them
    to count, which for root is setpriv (util-linux, on every Debian)."""
    before = {path: path.stat().st_mode for path in modes}
    for path, mode in modes.items():
        path.chmod(mode)
    try:
        yield ["setpriv", "--bounding-set", _OVERRIDES, "--inh-caps", _OVERRIDES] * _IS_ROOT
    finally:
        for path, mode in before.items():
            path.chmod(mode)


_IS_ROOT = os.geteuid() == 0
_OVERRIDES = "-dac_override,-dac_read_search"
"""What lets root read and write whatever the permissions say."""


def modes_to_read(folder: Path) -> dict[Path, int]:
    """The modes for `permitted` with which a folder can be read, but nothing in it written."""
    return {path: 0o555 if path.is_dir() else 0o444 for path in (folder, *folder.rglob("*"))}


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """A folder that this very process cannot write to: for root, permissions do not stop it.

    Skips the test where that cannot be had.
    """
    if not _IS_ROOT:
        with permitted(modes_to_read(folder)):
            yield
        return
    if not _mounts("--bind", folder, folder):
        pytest.skip("root is not allowed to mount a folder read-only here")
    try:
        if not _mounts("-o", "remount,ro,bind", folder):
            pytest.skip("root is not allowed to mount a folder read-only here")
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _mounts(*arguments: str | Path) -> bool:
    if shutil.which("mount") is None:
        return False
    command = ["mount", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def check_index(index: Path) -> None:
    """Catalog, full text and vector index hold the same, and each vector finds its own text.

    Passages of the same text cannot be told apart: the vector index holds them once.
    """
    with closing(Catalog(index, readonly=False)) as catalog:
        assert catalog.fault() is None
        assert catalog.pending() == (0, [])
        generation = index / str(catalog.state().generation)
        assert generations(index) == [generation]
        passages = {p.number: p for name in catalog.titles() for p in catalog.all_passages(name)}
        assert len(passages) == catalog.count()
        texts = {text_digest(passage.text): passage.text for passage in passages.values()}
        embedded = catalog.known_vectors(texts)
        lost = []
        with closing(VectorIndex(generation)) as vectors:
            assert vectors.count() == catalog.held() == len(texts)
            for digest, text in texts.items():
                ((best, _),) = vectors.query(embedded[digest], 1)
                if best not in passages or passages[best].text != text:
                    lost.append(text)
        assert not lost, f"{len(lost)} of {len(texts)} texts are not found, as {lost[0]!r}"
