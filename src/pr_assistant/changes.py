"""How the corpus differs from what is indexed. Contents are read only where size or time differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pr_assistant import releases
from pr_assistant.catalog import Catalog, FileRecord
from pr_assistant.errors import ReleaseError
from pr_assistant.models import FileFailure, Unreachable
from pr_assistant.releases import CorpusFile


@dataclass(frozen=True, slots=True)
class Changes:
    """The work there is for indexing."""

    pending: tuple[CorpusFile, ...]
    """Files that are new, or whose size or time is not the recorded one."""
    removed: tuple[str, ...]
    """Release ids whose files are gone. One that could not be looked for is not."""
    failures: tuple[FileFailure, ...]
    """Files that cannot be a release."""
    known: Mapping[str, FileRecord]
    """What the catalog had recorded of each file, by release id."""


def compare(
    catalog: Catalog, files: Sequence[CorpusFile], failures: Sequence[FileFailure]
) -> Changes:
    """Compare what `releases.scan` found with the catalog by sizes and times; nothing is read."""
    known = catalog.files()
    pending = tuple(
        file
        for file in files
        if (record := known.get(file.release_id)) is None
        or (record.size, record.mtime_ns) != (file.size, file.mtime_ns)
    )
    hidden = [failure for failure in failures if isinstance(failure, Unreachable)]
    removed = known.keys() - {file.release_id for file in files}
    gone = (name for name in removed if not any(at.hides(known[name].path) for at in hidden))
    return Changes(pending, tuple(sorted(gone)), tuple(failures), known)


def stale(catalog: Catalog, corpus: Path) -> list[str]:
    """Release ids whose content is not what is indexed. A file that was only touched is not."""
    changes = compare(catalog, *releases.scan(corpus))
    known = changes.known
    found = list(changes.removed)
    for file in changes.pending:
        record = known.get(file.release_id)
        try:
            sha256 = releases.digest(releases.read_bytes(file))
            same = record is not None and sha256 == record.sha256
        except ReleaseError:  # it could not be read when it was indexed, and still cannot
            same = record is not None and record.refusal is not None
        if not same:
            found.append(file.release_id)
    return found
