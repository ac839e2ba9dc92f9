"""One writer an index: a lock of the operating system's, gone with the process that held it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from pr_assistant.errors import IndexingError, IndexLockedError

_FILE = ".lock"
_PATIENCE_S = 2.0
"""`is_locked` holds the lock for a moment, too: that must not stop a writer."""


@contextmanager
def locked(index: Path) -> Iterator[None]:
    """Hold the lock of the index folder, which is made if need be.

    Raises `IndexLockedError` if another process holds it, `IndexingError` if the folder
    cannot be written.
    """
    lock = FileLock(index / _FILE, timeout=_PATIENCE_S, poll_interval=0.02)
    try:
        index.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise IndexLockedError(
            f"Another pr-assistant is writing the index in {index}. Wait until it is done."
        ) from error
    except OSError as error:
        raise IndexingError(
            f"The index cannot be written to {index} ({error.strerror or error}). Make the folder"
            " writable or name another with --index DIR."
        ) from error
    try:
        yield
    finally:
        lock.release()


def is_locked(index: Path) -> bool:
    """Whether some process is writing the index now."""
    try:
        with FileLock(index / _FILE, timeout=0):
            return False
    except Timeout:
        return True
    except OSError:  # a read-only folder: nobody writes there
        return False
