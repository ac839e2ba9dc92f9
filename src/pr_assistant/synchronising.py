"""Catalog → vector index: append a little, or fill a new generation and switch to it.

A generation is used only after it was found to hold every passage; one whose graph was written is
closed and opened again for that. The catalog's `updating` mark is set while one is written to in
place: if its writer is killed, the next run fills a new one and never opens the old, which may be
broken.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from pr_assistant.catalog import Catalog
from pr_assistant.errors import IndexDamagedError, IndexingError
from pr_assistant.exporting import Progress
from pr_assistant.vectors import BATCH, VectorIndex, checksum

_PREFIX = "vectors-"
_WHAT = "Vector index"


def generations(index: Path) -> list[Path]:
    """The folders of all generations, finished or not, oldest first."""
    return sorted(path for path in index.glob(f"{_PREFIX}*") if path.is_dir())


def is_sound(catalog: Catalog, index: Path) -> bool:
    """Whether the generation in use is there, unharmed as far as its files tell."""
    state = catalog.state()
    if state.generation is None or state.updating:
        return False
    folder = index / state.generation
    return (folder / "chroma.sqlite3").exists() and checksum(folder) == state.checksum


def synchronise(catalog: Catalog, index: Path, progress: Progress, anew: bool = False) -> bool:
    """Make the vector index hold what the catalog holds; `anew` fills it from nothing.

    Returns whether it was filled anew. The caller holds the lock. Raises `IndexingError`.
    """
    new, dropped = catalog.pending()
    sound = is_sound(catalog, index) and not anew
    if sound and not new and not dropped:
        return False
    # A large change is cheaper, and its graph better, when it is filled anew.
    if sound and new + len(dropped) <= max(BATCH, catalog.count() // 2):
        try:
            _append(catalog, index, dropped, progress)
            return False
        except IndexDamagedError:
            pass
    _fill(catalog, index, progress)
    return True


def _append(catalog: Catalog, index: Path, dropped: list[int], progress: Progress) -> None:
    folder = index / str(catalog.state().generation)
    held = catalog.held() - len(dropped)
    with catalog.transaction():
        catalog.set_meta({"updating": "yes"})
    with closing(VectorIndex(folder)) as vectors:
        vectors.drop(dropped)
        numbers = _add(catalog, vectors, progress, new=True)
        _check(vectors, numbers, held + len(numbers))
    # What went into Chroma's log alone is applied to the same graph at every opening.
    if checksum(folder) != catalog.state().checksum:
        _check_anew(folder, numbers, held + len(numbers))
    _commit(catalog, folder, numbers, alone=False)


def _fill(catalog: Catalog, index: Path, progress: Progress) -> None:
    in_use = catalog.state().generation
    stale = generations(index)
    names = [in_use or f"{_PREFIX}0", *(folder.name for folder in stale)]
    number = 1 + max(int(name.removeprefix(_PREFIX)) for name in names)
    folder = index / f"{_PREFIX}{number:06d}"
    for other in stale:
        if other.name != in_use:  # left by a run that was killed
            shutil.rmtree(other, ignore_errors=True)
    try:
        folder.mkdir()
        with closing(VectorIndex(folder, create=True)) as vectors:
            numbers = _add(catalog, vectors, progress, new=False)
        _check_anew(folder, numbers, len(numbers))
    except (OSError, IndexDamagedError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise IndexingError(
            f"The vector index cannot be written to {index} ({error}). The catalog is complete:"
            " make room or the folder writable and run: pr-assistant index"
        ) from error
    _commit(catalog, folder, numbers, alone=True)
    for other in stale:
        shutil.rmtree(other, ignore_errors=True)


def _add(catalog: Catalog, vectors: VectorIndex, progress: Progress, *, new: bool) -> list[int]:
    """Add the passages that are due, `new` ones or all; the numbers added."""
    total = float(catalog.pending()[0] if new else catalog.count())
    added: list[int] = []
    while True:
        numbers, rows = catalog.vectors(added[-1] if added else 0, BATCH, new=new)
        if not numbers:
            return added
        vectors.add(numbers, rows)
        added += numbers
        progress(_WHAT, len(numbers), total)


def _check_anew(folder: Path, numbers: list[int], count: int) -> None:
    """`_check` what a folder holds when it is opened again."""
    with closing(VectorIndex(folder)) as vectors:
        _check(vectors, numbers, count)


def _check(vectors: VectorIndex, numbers: list[int], count: int) -> None:
    """Raises `IndexDamagedError` unless every row is in the graph."""
    held = vectors.count()
    for at in range(0, len(numbers), BATCH):
        if held != count or not vectors.holds(numbers[at : at + BATCH]):
            raise IndexDamagedError(f"{vectors.folder} lost rows while it was written")


def _commit(catalog: Catalog, folder: Path, numbers: list[int], *, alone: bool) -> None:
    with catalog.transaction():
        catalog.confirm(numbers, alone=alone)
        catalog.set_meta(
            {
                "generation": folder.name,
                "updating": "no",
                "checksum": checksum(folder),
                "revision": str(catalog.state().revision + 1),
            }
        )
