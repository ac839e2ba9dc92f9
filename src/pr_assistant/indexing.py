"""The document's way in: corpus → catalog → vector index. Incremental by content hash."""

from __future__ import annotations

import shutil
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pr_assistant import changes, facts, passages, releases, synchronising
from pr_assistant.catalog import Catalog, FileRecord, text_digest
from pr_assistant.database import FILE
from pr_assistant.embedding import Embedder, EmbedderSpec, Vectors
from pr_assistant.errors import (
    FileUnreadableError,
    IndexingError,
    IndexMissingError,
    IndexStaleError,
    IndexUnusableError,
    ReleaseError,
    UsageError,
)
from pr_assistant.exporting import Progress
from pr_assistant.facts.models import Facts
from pr_assistant.locking import locked
from pr_assistant.models import FileFailure, IndexReport, Passage, Release
from pr_assistant.releases import CorpusFile

WINDOW = 512
"""Passages that are embedded together and stored in one transaction: what a kill can cost."""


def fingerprint(spec: EmbedderSpec) -> str:
    """What an index must agree on with the program that opens it."""
    return f"{spec.fingerprint} {spec.dimension} unit-length {passages.RULES}"


def check_fingerprint(found: str, spec: EmbedderSpec, folder: Path) -> None:
    """Raises `IndexStaleError` unless the index was made with this model and these rules."""
    if found != fingerprint(spec):
        raise IndexStaleError(
            f"The index in {folder} was made with another model or other rules ({found}; now"
            f" {fingerprint(spec)}). Run: pr-assistant index --rebuild"
        )


def build(
    corpus: Path,
    index: Path,
    embedder: Embedder,
    progress: Progress = lambda what, done, total: None,
    rebuild: bool = False,
) -> IndexReport:
    """Bring the index up to date with the corpus; `rebuild` makes it anew.

    A file that cannot be read is named in the report and stops no other. After a kill at any
    moment the next run carries on. Raises `UsageError` (no releases), `IndexLockedError`,
    `IndexStaleError` (another model, and not `rebuild`) or `IndexingError`.
    """
    began = time.perf_counter()
    if releases.is_empty(corpus):
        raise UsageError(f"There are no releases (.txt or .md files) in {corpus}. Put some there.")
    with locked(index):
        if rebuild:
            _clear(index, fingerprint(embedder.spec))
        Catalog.create(index, fingerprint(embedder.spec))
        catalog = Catalog(index, readonly=False)
        try:
            check_fingerprint(catalog.state().fingerprint, embedder.spec, index)
            run = _Run(catalog, embedder, changes.compare(catalog, corpus), progress)
            run.read_facts_anew()
            run.store()
            rebuilt = synchronising.synchronise(catalog, index, progress, anew=rebuild)
            catalog.rebuilt()
            return run.report(rebuilt, time.perf_counter() - began)
        finally:
            catalog.close()


def _clear(index: Path, fingerprint: str) -> None:
    """Empty the catalog, so that those who have it open see it; remove one that cannot be read."""
    try:
        with closing(Catalog(index, readonly=False)) as catalog, catalog.transaction():
            catalog.clear(fingerprint)
    except IndexMissingError:
        return
    except (IndexUnusableError, IndexingError):
        for path in (index / FILE, index / f"{FILE}-journal"):
            path.unlink(missing_ok=True)
        for folder in synchronising.generations(index):
            shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class _Read:
    """A release that was read and parted, on its way into the catalog."""

    file: CorpusFile
    release: Release
    passages: list[Passage]
    facts: Facts


class _Run:
    """One run over the files that changed."""

    def __init__(
        self, catalog: Catalog, embedder: Embedder, work: changes.Changes, progress: Progress
    ) -> None:
        self._catalog = catalog
        self._embedder = embedder
        self._work = work
        self._progress = progress
        self._known = work.known
        self._total = float(sum(file.size for file in work.pending))
        self._seen: list[FileRecord] = []  # files that were refused or only touched
        self._unread: dict[str, FileFailure] = {}  # by path; not recorded, so tried again
        self._added = self._changed = self._embedded = 0

    def store(self) -> None:
        """Read and store what changed, a window at a time, then take out what is gone.

        In this order a release that was only renamed finds its vectors still there.
        """
        window: list[_Read] = []
        for file in self._work.pending:
            if read := self._read(file):
                window.append(read)
            if sum(len(read.passages) for read in window) >= WINDOW:
                self._store(window)
                window = []
        self._store(window)
        if self._work.removed:
            with self._catalog.transaction():
                for release_id in self._work.removed:
                    self._catalog.forget(release_id)

    def read_facts_anew(self) -> None:
        """Read the facts of what other rules read; nothing is embedded for it."""
        if self._catalog.state().facts == facts.RULES:
            return
        with self._catalog.transaction():
            for release_id in self._catalog.titles():
                release = self._catalog.release(release_id)
                if release is not None:
                    self._catalog.set_facts(release_id, facts.read(release))
            self._catalog.set_meta({"facts": facts.RULES})

    def _read(self, file: CorpusFile) -> _Read | None:
        """Read a file; None where it cannot be read or only its time changed."""
        before = self._known.get(file.release_id)
        sha256 = ""
        try:
            data = releases.read_bytes(file)
            sha256 = releases.digest(data)
            if before and before.sha256 == sha256:
                self._seen.append(_record(file, sha256, before.refusal))
                return None
            release = releases.parse(data, file.release_id)
        except FileUnreadableError as error:
            kept = "; what was indexed of it stays" if before and before.refusal is None else ""
            self._unread[file.name] = FileFailure(file.name, f"{error}{kept}")
            return None
        except ReleaseError as error:
            self._seen.append(_record(file, sha256, str(error)))
            return None
        limit = self._embedder.spec.max_pieces
        parts = passages.split(release, self._embedder.tokenise, limit)
        return _Read(file, release, parts, facts.read(release))

    def _store(self, window: list[_Read]) -> None:
        if not window and not self._seen:
            return
        vectors = self._embed(window)
        with self._catalog.transaction():
            for record in self._seen:
                if record.refusal:
                    self._catalog.remove(record.release_id)
                self._catalog.record(record)
            self._seen.clear()
            for read in window:
                known = self._known.get(read.file.release_id)
                if known and known.refusal is None:
                    self._changed += 1
                else:
                    self._added += 1
                rows = [vectors[text_digest(p.text)] for p in read.passages]
                self._catalog.add(read.release, read.passages, np.asarray(rows), read.facts)
                self._catalog.record(_record(read.file, read.release.sha256, None))

    def _embed(self, window: list[_Read]) -> dict[bytes, Vectors]:
        """A vector for each text of the window; a text that was embedded before is not again."""
        texts = {text_digest(p.text): p.text for read in window for p in read.passages}
        vectors = self._catalog.known_vectors(texts)
        new = {digest: text for digest, text in texts.items() if digest not in vectors}
        size = sum(read.file.size for read in window)
        if not new:
            self._progress("Embedding", size, self._total)
            return vectors
        fresh = self._embedder.embed(
            list(new.values()),
            lambda done: self._progress("Embedding", size * done / len(new), self._total),
        )
        self._embedded += len(new)
        return vectors | dict(zip(new, fresh, strict=True))

    def report(self, rebuilt: bool, seconds: float) -> IndexReport:
        refused = [it for it in self._catalog.refusals() if it.path not in self._unread]
        indexed = self._catalog.count_releases()
        return IndexReport(
            added=self._added,
            changed=self._changed,
            removed=len(self._work.removed),
            unchanged=indexed - self._added - self._changed,
            passages=self._catalog.count(),
            embedded=self._embedded,
            rebuilt=rebuilt,
            facts=self._catalog.count_facts(),
            failures=(*self._work.failures, *self._unread.values(), *refused),
            seconds=seconds,
        )


def _record(file: CorpusFile, sha256: str, refusal: str | None) -> FileRecord:
    times = file.mtime_ns, file.ctime_ns
    return FileRecord(file.release_id, file.name, file.size, *times, sha256, refusal)
