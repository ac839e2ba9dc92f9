"""How the corpus differs from what is indexed. Only files whose size or times differ are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pr_assistant import releases
from pr_assistant.catalog import Catalog, FileRecord
from pr_assistant.errors import FileUnreadableError, ReleaseError
from pr_assistant.models import FileFailure, Unreachable
from pr_assistant.releases import CorpusFile


@dataclass(frozen=True, slots=True)
class Changes:
    """The work there is for indexing."""

    pending: tuple[CorpusFile, ...]
    """Files that are new, or whose name, size or times are not the recorded ones."""
    removed: tuple[str, ...]
    """Release ids whose files are gone. One that could not be looked for is not."""
    failures: tuple[FileFailure, ...]
    """Files that cannot be a release."""
    known: Mapping[str, FileRecord]
    """What the catalog had recorded of each file, by release id."""


def compare(catalog: Catalog, corpus: Path) -> Changes:
    """Compare what `releases.scan` finds with the catalog by sizes and times; nothing is read.

    Raises `UsageError` as that does.
    """
    known = catalog.files()
    indexed = {record.path for record in known.values() if record.refusal is None}
    files, failures = releases.scan(corpus, indexed)
    pending = tuple(
        file
        for file in files
        if (record := known.get(file.release_id)) is None
        or (record.path, record.size) != (file.name, file.size)
        or (record.mtime_ns, record.ctime_ns) != (file.mtime_ns, file.ctime_ns)
    )
    hidden = [failure for failure in failures if isinstance(failure, Unreachable)]
    removed = known.keys() - {file.release_id for file in files}
    gone = (name for name in removed if not any(at.hides(known[name].path) for at in hidden))
    return Changes(pending, tuple(sorted(gone)), tuple(failures), known)


@dataclass(frozen=True, slots=True)
class Difference:
    """What is not the same in the corpus as in the index."""

    changed: tuple[str, ...]
    """Release ids whose content is not what is indexed. A file that was only touched, or cannot be
    read now, is not one."""
    failures: tuple[FileFailure, ...]
    """What could not be looked at, or cannot be a release."""


def stale(catalog: Catalog, corpus: Path) -> list[str]:
    """The changed releases of `difference`."""
    return list(difference(catalog, corpus).changed)


def difference(catalog: Catalog, corpus: Path) -> Difference:
    """Hold the corpus against the index by content. Raises `UsageError` as `releases.scan` does."""
    changes = compare(catalog, corpus)
    known = changes.known
    changed = list(changes.removed)
    failures = list(changes.failures)
    for file in changes.pending:
        record = known.get(file.release_id)
        try:
            sha256 = releases.digest(releases.read_bytes(file))
            same = record is not None and sha256 == record.sha256
        except FileUnreadableError as error:  # indexing could do nothing about it
            failures.append(FileFailure(file.name, str(error)))
            continue
        except ReleaseError:  # it was refused when it was indexed, and still is
            same = record is not None and record.refusal is not None
        if not same:
            changed.append(file.release_id)
    return Difference(tuple(changed), tuple(failures))
