"""Killed at any moment, indexing loses nothing: the next run carries on."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import subprocess
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from support import (
    ask,
    check_index,
    command,
    environment,
    run,
    short_texts,
    wait_until,
    write_release,
)

from pr_assistant.catalog import Catalog
from pr_assistant.database import FILE
from pr_assistant.releases import digest

SEED = 20250627
KILLS = 30
RELEASES = 2100
HARBOUR = "The new harbour of Brightsea opens on 3 May 2024, the port authority said."
QUESTION = "When does the new harbour of Brightsea open?"


class Corpus:
    """Short releases that come, change and go."""

    def __init__(self, folder: Path, generator: random.Random) -> None:
        self.folder = folder
        self.texts: dict[str, str] = {}
        self._generator = generator
        self._unused = iter(short_texts(20_000, SEED))
        self._count = 0
        self.add(RELEASES)

    def add(self, count: int) -> None:
        for _ in range(count):
            self._count += 1
            self._write(f"r{self._count:05}")

    def change(self, count: int) -> None:
        for name in self._generator.sample(sorted(self.texts), count):
            self._write(name)

    def remove(self, count: int) -> None:
        for name in self._generator.sample(sorted(self.texts), count):
            (self.folder / f"{name}.txt").unlink()
            del self.texts[name]

    def _write(self, name: str) -> None:
        self.texts[name] = next(self._unused)
        write_release(self.folder, f"{name}.txt", self.texts[name])


@dataclass(frozen=True, slots=True)
class Pace:
    """How long the parts of a run over everything take, in seconds."""

    starting: float
    """Until there is a catalog."""
    storing: float
    """From then to the first sign of Chroma."""
    filling: float
    """From then to the last sign of it; the process takes a while longer to end."""


def indexing(corpus: Path, index: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command("index", "--corpus", corpus, "--index", index),
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def measure(corpus: Path, index: Path) -> Pace:
    """Index everything once, unharmed."""
    began = time.monotonic()
    process = indexing(corpus, index)
    wait_until((index / FILE).exists, 120)
    storing = time.monotonic()
    wait_until(lambda: bool(touched(index)) or process.poll() is not None, 120)
    filling = filled = time.monotonic()
    seen = touched(index)
    while process.poll() is None:
        if (now := touched(index)) != seen:
            seen, filled = now, time.monotonic()
        time.sleep(0.01)
    _, said = process.communicate()
    assert process.returncode == 0, said.decode()
    return Pace(storing - began, filling - storing, filled - filling)


def touched(index: Path) -> set[tuple[Path, int]]:
    """The files of the vector index as they are now."""
    found = set()
    for folder in index.glob("vectors-*"):
        for parent, _, names in os.walk(folder):  # which passes over a folder that is removed
            for path in (Path(parent, name) for name in names):
                with contextlib.suppress(FileNotFoundError):  # a journal comes and goes
                    found.add((path, path.stat().st_mtime_ns))
    return found


def kill(corpus: Path, index: Path, delay: float, after_chroma: bool) -> bool:
    """Run, and kill after `delay` seconds, counted from Chroma's first writing or the start.

    Returns whether it was killed: it may have been done before.
    """
    before = touched(index)
    process = indexing(corpus, index)
    try:
        if after_chroma:
            wait_until(lambda: process.poll() is not None or touched(index) != before, 120)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(delay)
        process.kill()
        _, said = process.communicate()
    finally:
        process.kill()
        process.wait()
    assert process.returncode in {0, -9}, said.decode()
    return process.returncode == -9


@dataclass(frozen=True, slots=True)
class Remains:
    """What a killed process left behind."""

    doing: str
    to_store: float
    """The share of the corpus that the catalog has not got."""


def look(index: Path, corpus: Corpus, scratch: Path) -> Remains:
    """Look at a copy: opening a catalog rolls half of a commit back."""
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    if not (index / FILE).exists():
        return Remains("starting", 1.0)
    committing = (index / f"{FILE}-journal").exists()
    for path in index.glob(f"{FILE}*"):
        shutil.copy(path, scratch)
    with contextlib.closing(Catalog(scratch, readonly=False)) as catalog:
        stored = {(release, file.sha256) for release, file in catalog.files().items()}
        state, (new, dropped) = catalog.state(), catalog.pending()
    wanted = {(name, digest(text.encode())) for name, text in corpus.texts.items()}
    to_store = len(wanted - stored) / len(wanted)
    if committing:
        return Remains("committing", to_store)
    if stored != wanted:
        return Remains("embedding", to_store)
    if state.updating:
        return Remains("appending", 0.0)
    if [path.name for path in index.glob("vectors-*")] != [state.generation]:
        return Remains("filling", 0.0)
    return Remains("done" if not new and not dropped else "in between", 0.0)


@pytest.mark.timeout(600)
def test_nothing_is_lost_by_thirty_kills(tmp_path: Path) -> None:
    generator = random.Random(SEED)
    corpus = Corpus(tmp_path / "corpus", generator)
    index = tmp_path / "index"
    pace = measure(corpus.folder, index)
    moments: Counter[str] = Counter()

    def edit_some() -> None:
        corpus.change(generator.randint(20, 150))
        corpus.add(generator.randint(20, 150))
        corpus.remove(generator.randint(20, 150))

    def prepare(step: int) -> None:
        if step == 0:
            shutil.rmtree(index)
        elif step == 4:  # only into a complete index are a few appended
            run("index", "--corpus", corpus.folder, "--index", index).check()
        if step >= 4:
            edit_some()

    def of_all_kinds() -> bool:
        early = moments["embedding"] + moments["committing"]
        return early >= 3 and moments["filling"] >= 2 and moments["appending"] >= 2

    number = 0
    while number < KILLS or (number < 2 * KILLS and not of_all_kinds()):
        step = number % 6
        after_chroma = step in {2, 3, 4}
        prepare(step)
        for attempt in range(1, 9):
            reach = pace.filling
            if not after_chroma:
                left = look(index, corpus, tmp_path / "scratch").to_store
                reach += pace.starting + left * pace.storing
            delay = generator.uniform(0, reach) / attempt
            if kill(corpus.folder, index, delay, after_chroma):
                break
            edit_some()  # it was done before: give it something to do
        else:
            pytest.fail(f"seed {SEED}: kill {number} came too late eight times")
        moments[look(index, corpus, tmp_path / "scratch").doing] += 1
        if step == 5:
            done = ask(index, "Amber birch cedar?", corpus.folder)
            assert "Traceback" not in done.err, done.err
            assert done.code in {0, 3, 4}, done  # it may have been done but for its exit
        number += 1

    corpus.texts["harbour"] = HARBOUR
    write_release(corpus.folder, "harbour.txt", HARBOUR)
    report = json.loads(
        run("index", "--json", "--corpus", corpus.folder, "--index", index).check().out
    )
    where = f"seed {SEED}, killed while {dict(moments)}"
    assert report["failures"] == [], where
    assert report["passages"] == len(corpus.texts), where
    check_index(index)
    with contextlib.closing(Catalog(index, readonly=True)) as catalog:
        assert set(catalog.titles()) == set(corpus.texts), where
        for name, text in corpus.texts.items():
            release = catalog.release(name)
            assert release is not None
            assert release.text.strip() == text, where
            (passage,) = catalog.all_passages(name)
            # Its name is its title, and stands nowhere else.
            assert [number for number, _ in catalog.bm25(f'"{name}"', 5)] == [passage.number]
    done = run("ask", QUESTION, "--corpus", corpus.folder, "--index", index)
    assert "3 May 2024" in done.check(0).out, where

    assert of_all_kinds(), where  # or it would have been killed at one kind of moment only
