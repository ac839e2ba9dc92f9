"""The files that changed → read, parted, embedded and stored, a window at a time."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass

import numpy as np

from pr_assistant import changes, facts, passages, releases
from pr_assistant.background import BackgroundEmbedder
from pr_assistant.catalog import Catalog, FileRecord, text_digest
from pr_assistant.embedding import Embedder, Vectors
from pr_assistant.errors import FileUnreadableError, ReleaseError
from pr_assistant.exporting import Progress
from pr_assistant.facts.models import Facts
from pr_assistant.models import FileFailure, IndexReport, Passage, Release
from pr_assistant.releases import CorpusFile

WINDOW = 512
"""Passages that are embedded together and stored in one transaction: what a kill can cost."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A release that was read and parted, on its way into the catalog."""

    file: CorpusFile
    release: Release
    passages: list[Passage]
    facts: Facts


@dataclass(frozen=True, slots=True)
class _Window:
    """Releases that are embedded together and stored in one transaction; texts by digest."""

    reads: list[_Read]
    known: dict[bytes, Vectors]
    """What the catalog had already."""
    new: tuple[bytes, ...]
    """What is embedded, `fresh`."""
    fresh: Future[Vectors] | None


class Update:
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
        self._last: dict[bytes, Vectors] = {}  # what the window before had embedded
        self._added = self._changed = self._embedded = 0

    def store(self) -> None:
        """Read and store what changed, a window at a time, then take out what is gone.

        While one window is embedded, the next is read. In this order a release that was only
        renamed finds its vectors still there.
        """
        with BackgroundEmbedder(self._embedder) as embedder:
            before: _Window | None = None
            for reads in self._windows():
                window = self._begin(reads, before, embedder)
                if before:
                    self._store(before)
                before = window
            if before:
                self._store(before)
        if self._seen:
            with self._catalog.transaction():
                self._record_seen()
        if self._work.removed:
            with self._catalog.transaction():
                for release_id in self._work.removed:
                    self._catalog.forget(release_id)

    def _windows(self) -> Iterator[list[_Read]]:
        """What changed, read file by file, in lots of about `WINDOW` passages."""
        reads: list[_Read] = []
        for file in self._work.pending:
            if read := self._read(file):
                reads.append(read)
            if sum(len(read.passages) for read in reads) >= WINDOW:
                yield reads
                reads = []
        if reads:
            yield reads

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

    def _begin(
        self, reads: list[_Read], before: _Window | None, embedder: BackgroundEmbedder
    ) -> _Window:
        """Begin to embed the texts of a window that neither the catalog nor the one before has."""
        texts = {text_digest(p.text): p.text for read in reads for p in read.passages}
        known = self._catalog.known_vectors(texts)
        new = [d for d in texts if d not in known and not (before and d in before.new)]
        size = sum(read.file.size for read in reads)

        def step(done: int) -> None:
            self._progress("Embedding", size * done / len(new), self._total)

        if not new:
            self._progress("Embedding", size, self._total)
            return _Window(reads, known, (), None)
        self._embedded += len(new)
        fresh = embedder.start([texts[digest] for digest in new], step)
        return _Window(reads, known, tuple(new), fresh)

    def _store(self, window: _Window) -> None:
        fresh = dict(zip(window.new, window.fresh.result(), strict=True)) if window.fresh else {}
        vectors = self._last | window.known | fresh
        self._last = fresh
        with self._catalog.transaction():
            self._record_seen()
            for read in window.reads:
                known = self._known.get(read.file.release_id)
                if known and known.refusal is None:
                    self._changed += 1
                else:
                    self._added += 1
                rows = [vectors[text_digest(p.text)] for p in read.passages]
                self._catalog.add(read.release, read.passages, np.asarray(rows), read.facts)
                self._catalog.record(_record(read.file, read.release.sha256, None))

    def _record_seen(self) -> None:
        """Record what was refused or only touched."""
        for record in self._seen:
            if record.refusal:
                self._catalog.remove(record.release_id)
            self._catalog.record(record)
        self._seen.clear()

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
