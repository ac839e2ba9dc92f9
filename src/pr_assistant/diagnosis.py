"""What is wrong with an installation, and mending what can be mended without loss."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from pr_assistant import changes, synchronising
from pr_assistant.catalog import Catalog
from pr_assistant.errors import IndexUnusableError, ModelError, PrAssistantError
from pr_assistant.exporting import Progress, check_default_model, open_embedder
from pr_assistant.indexing import check_fingerprint
from pr_assistant.locking import locked
from pr_assistant.models import PassedOver
from pr_assistant.settings import DEFAULT_MODEL, Settings
from pr_assistant.vectors import BATCH, VectorIndex


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `exit_code` is what it means if it is a problem."""

    what: str
    detail: str
    ok: bool = True
    mended: bool = False
    exit_code: int = 0


def examine(settings: Settings, progress: Progress) -> Iterator[Finding]:
    """Look at the model, the corpus and the index in turn; the vector index is mended."""
    try:
        if settings.embedding_model == DEFAULT_MODEL:
            check_default_model()
        embedder = open_embedder(settings.embedding_model, settings.cache, progress)
        embedder.embed_query("Does it load?")
        yield Finding("Embedding model", embedder.spec.fingerprint)
    except ModelError as error:
        yield _problem("Embedding model", error)
        return
    try:
        catalog = Catalog(settings.index, readonly=False)
    except IndexUnusableError as error:
        yield _problem("Catalog", error)
        return
    with closing(catalog):
        try:
            check_fingerprint(catalog.state().fingerprint, embedder.spec, settings.index)
            yield _examine_catalog(catalog)
            yield _examine_corpus(catalog, settings.corpus)
            yield _examine_vectors(catalog, settings.index, progress)
        except PrAssistantError as error:
            yield _problem("Index", error)


def _problem(what: str, error: PrAssistantError) -> Finding:
    return Finding(what, str(error), ok=False, exit_code=error.exit_code)


def _examine_catalog(catalog: Catalog) -> Finding:
    if fault := catalog.fault():
        detail = f"{fault}. Run: pr-assistant index --rebuild"
        return Finding("Catalog", detail, ok=False, exit_code=4)
    if catalog.state().rebuilding:
        detail = "is being made anew, or was when that was interrupted. Run: pr-assistant index"
        return Finding("Catalog", detail, ok=False, exit_code=4)
    return Finding("Catalog", f"releases: {len(catalog.titles())}, passages: {catalog.count()}")


def _examine_corpus(catalog: Catalog, corpus: Path) -> Finding:
    if not corpus.is_dir():
        return Finding("Corpus", f"there is no folder {corpus}; the index is used as it is")
    found = changes.difference(catalog, corpus)
    if changed := found.changed:
        names = ", ".join(changed[:3]) + (", …" if len(changed) > 3 else "")
        detail = f"{len(changed)} changed since indexing ({names}). Run: pr-assistant index"
        return Finding("Corpus", detail, ok=False, exit_code=4)
    failures = (*(f for f in found.failures if not isinstance(f, PassedOver)), *catalog.refusals())
    refused = [f"{failure.path} {failure.reason}" for failure in failures]
    if refused:
        return Finding("Corpus", f"not indexed: {'; '.join(refused)}", ok=False, exit_code=1)
    return Finding("Corpus", f"{corpus} is what is indexed")


def _examine_vectors(catalog: Catalog, index: Path, progress: Progress) -> Finding:
    with locked(index):
        fault = _fault_of_vectors(catalog, index)
        if fault is None:
            return Finding("Vector index", f"finds all {catalog.count()} passages")
        synchronising.synchronise(catalog, index, progress, anew=True)
        count = catalog.count()
        return Finding("Vector index", f"{fault}; rebuilt with {count} passages", False, True)


def _fault_of_vectors(catalog: Catalog, index: Path) -> str | None:
    """What is wrong with the generation in use; None if every passage can be found in it."""
    if not synchronising.is_sound(catalog, index):
        return "it was missing, altered or left unfinished"
    new, dropped = catalog.pending()
    if new or dropped:
        return "it was behind the catalog"
    # A garbled segment can take the process that opens it down: let that be another one.
    folder = index / str(catalog.state().generation)
    command = [sys.executable, "-m", __name__, str(folder), str(catalog.path.parent)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return None
    return done.stdout.strip() or "it could not be opened"


def _probe(folder: Path, index: Path) -> str | None:
    """Open a generation and look every passage up in it; what is wrong, or None."""
    with closing(Catalog(index, readonly=True)) as catalog, closing(VectorIndex(folder)) as vectors:
        if vectors.count() != catalog.held():
            return f"it held {vectors.count()} of {catalog.held()} texts"
        after = 0
        while True:
            numbers, _ = catalog.vectors(after, BATCH, new=False)
            if not numbers:
                return None
            if not vectors.holds(numbers):
                return "it had lost passages"
            after = numbers[-1]


if __name__ == "__main__":
    try:
        trouble = _probe(Path(sys.argv[1]), Path(sys.argv[2]))
    except PrAssistantError:
        trouble = "it could not be opened"
    if trouble:
        print(trouble)
    sys.exit(1 if trouble else 0)
