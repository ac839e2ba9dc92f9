"""The document's way in: corpus → catalog → vector index. Incremental by content hash."""

from __future__ import annotations

import shutil
import time
from contextlib import closing
from pathlib import Path

from pr_assistant import changes, passages, releases, synchronising
from pr_assistant.catalog import Catalog
from pr_assistant.database import FILE
from pr_assistant.embedding import Embedder, EmbedderSpec
from pr_assistant.errors import (
    IndexingError,
    IndexMissingError,
    IndexStaleError,
    IndexUnusableError,
    UsageError,
)
from pr_assistant.exporting import Progress
from pr_assistant.locking import locked
from pr_assistant.models import IndexReport
from pr_assistant.updating import Update


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
            run = Update(catalog, embedder, changes.compare(catalog, corpus), progress)
            run.read_facts_anew()
            run.store()
            rebuilt = synchronising.synchronise(catalog, index, progress, anew=rebuild)
            catalog.rebuilt()
            return run.report(rebuilt, time.perf_counter() - began)
        finally:
            catalog.close()


def _clear(index: Path, fingerprint: str) -> None:
    """Empty the catalog, so that those who have it open see it; remove one that is damaged."""
    try:
        with closing(Catalog(index, readonly=False)) as catalog:
            if fault := catalog.fault():  # it may be emptied without a word, and fail when filled
                raise IndexingError(fault)
            with catalog.transaction():
                catalog.clear(fingerprint)
    except IndexMissingError:
        return
    except (IndexUnusableError, IndexingError):
        for path in (index / FILE, index / f"{FILE}-journal"):
            path.unlink(missing_ok=True)
        for folder in synchronising.generations(index):
            shutil.rmtree(folder, ignore_errors=True)
