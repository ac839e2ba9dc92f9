"""An index open for questions, that follows what indexing does to it meanwhile."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pr_assistant.catalog import Catalog
from pr_assistant.embedding import Vectors
from pr_assistant.errors import IndexMissingError, IndexStaleError
from pr_assistant.held import IndexState
from pr_assistant.locking import is_locked
from pr_assistant.models import Passage, Release
from pr_assistant.synchronising import is_sound
from pr_assistant.vectors import VectorIndex, damaged

if TYPE_CHECKING:
    from pr_assistant.facts.models import Facts

T = TypeVar("T")
_REMEMBERED = 64
_SAME_TEXT = 3
_PATIENCE_S = 20.0
"""How long a question waits for another process that is adding to the index."""


@dataclass(frozen=True, slots=True)
class Source:
    """A release with what was read from it at indexing."""

    release: Release
    facts: Facts
    passages: tuple[Passage, ...]

    def __hash__(self) -> int:
        return hash((self.release.id, self.release.sha256))


class _NoneError(Exception):
    """Nothing was found."""


def _remembered(read: Callable[..., T | None]) -> Callable[..., T | None]:
    """The last of what `read` found. Nothing is looked for again: the catalog may have been emptied
    that very moment, to be filled with the same."""

    @lru_cache(maxsize=_REMEMBERED)
    def found(*key: str) -> T:
        result = read(*key)
        if result is None:
            raise _NoneError
        return result

    def get(*key: str) -> T | None:
        try:
            return found(*key)
        except _NoneError:
            return None

    return get


class LiveIndex:
    """The catalog and the generation in use. Safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        """Open the index in `folder`. Raises an `IndexUnusableError` that says what mends it."""
        self._folder = folder
        self._lock = threading.Lock()
        self._vectors: VectorIndex | None = None
        self._revision = -1
        self.catalog = Catalog(folder, readonly=True)
        try:
            self.check_whole()
            self._fingerprint = self.catalog.state().fingerprint
        except BaseException:
            self.catalog.close()
            raise
        self._release = _remembered(self._read_release)
        self._facts = _remembered(self._read_facts)
        self._source = _remembered(self._read_source)

    def open_vectors(self) -> None:
        """Open the generation in use now, rather than for the first question."""
        with self._lock:
            self._current()

    def check_whole(self) -> None:
        """Raises `IndexStaleError` if the index was emptied and is being made anew."""
        if not self.catalog.state().rebuilding:
            return
        busy = is_locked(self._folder)
        if not self.catalog.state().rebuilding:  # it was done this very moment
            return
        if busy:
            raise IndexStaleError(
                f"The index in {self._folder} is being made anew. Ask again when that is done."
            )
        raise IndexStaleError(
            f"The index in {self._folder} was being made anew, and that was interrupted."
            " Run: pr-assistant index"
        )

    def revision(self) -> int:
        """Counts the times that indexing changed what is found. Raises as `check_whole` does."""
        self.check_whole()
        return self.catalog.state().revision

    def nearest(
        self, vector: Vectors, limit: int, within: str | None = None
    ) -> list[tuple[int, float]]:
        """(passage number, cosine) of the nearest passages, nearest first, at most `limit`.

        Of a text that stands in many places, boilerplate say, the first few are given. `within` one
        release all passages are compared, which needs no vector index.
        """
        if within is not None:
            self.check_whole()
            return self.catalog.nearest(vector, limit, within)
        with self._lock:  # a query takes a millisecond; the folder must not be reopened under it
            held = self._current().query(vector, limit)
        return [
            (same, cosine)
            for number, cosine in held
            for same in self.catalog.of_same_text(number, _SAME_TEXT)
        ][:limit]

    def bm25(self, query: str, limit: int, within: str | None = None) -> list[tuple[int, float]]:
        return self.catalog.bm25(query, limit, within)

    def count_matches(self, query: str, most: int) -> int:
        return self.catalog.count_matches(query, most)

    def passages(self, numbers: Sequence[int]) -> dict[int, Passage]:
        return self.catalog.passages(numbers)

    def count(self) -> int:
        return self.catalog.count_releases()

    def titles(self) -> dict[str, str]:
        return self.catalog.titles()

    def release(self, release_id: str) -> Release | None:
        """A release of the index as it is now; None if it has none of that id."""
        sha256 = self.catalog.sha256(release_id)
        return self._release(release_id, sha256) if sha256 else None

    def facts(self, release_id: str) -> Facts | None:
        """What is known of a release of the index as it is now; None if it has none of that id."""
        sha256 = self.catalog.sha256(release_id)
        return self._facts(release_id, sha256, self.catalog.state().facts) if sha256 else None

    def source(self, release_id: str) -> Source | None:
        """A release with its facts and passages as it is now; None if there is none of that id."""
        sha256 = self.catalog.sha256(release_id)
        return self._source(release_id, sha256, self.catalog.state().facts) if sha256 else None

    def close(self) -> None:
        with self._lock:
            if self._vectors:
                self._vectors.close()
                self._vectors = None
        self.catalog.close()

    def _read_release(self, release_id: str, sha256: str) -> Release | None:
        return self.catalog.release(release_id)

    def _read_facts(self, release_id: str, sha256: str, rules: str) -> Facts | None:
        from pr_assistant import facts

        if rules == facts.RULES:
            return self.catalog.facts(release_id)
        release = self.release(release_id)  # other rules read what is stored
        return facts.read(release) if release else None

    def _read_source(self, release_id: str, sha256: str, rules: str) -> Source | None:
        release, facts = self.release(release_id), self._facts(release_id, sha256, rules)
        if release is None or facts is None:
            return None
        return Source(release, facts, tuple(self.catalog.all_passages(release_id)))

    def _current(self) -> VectorIndex:
        """The generation in use, opened again if indexing has confirmed another revision."""
        self.check_whole()
        state = self.catalog.state()
        if state.fingerprint != self._fingerprint:
            raise IndexStaleError(
                f"The index in {self._folder} was made anew with another model. Start again."
            )
        if state.revision == self._revision and not state.updating and self._vectors:
            return self._vectors
        state = self._settled()
        if state.revision != self._revision or self._vectors is None:
            if self._vectors:  # first: Chroma shares what is open between clients of one folder
                self._vectors.close()
                self._vectors = None
            self._vectors, self._revision = self._open(state), state.revision
        return self._vectors

    def _open(self, state: IndexState) -> VectorIndex:
        if state.generation is None:
            raise IndexMissingError(
                f"The index in {self._folder} is not finished. Run: pr-assistant index"
            )
        folder = self._folder / state.generation
        if not is_sound(self.catalog, self._folder):
            raise damaged(folder, "it is missing or was altered")
        vectors = VectorIndex(folder)
        if vectors.count() != self.catalog.held():
            vectors.close()
            raise damaged(folder, "it does not hold what the catalog says")
        return vectors

    def _settled(self) -> IndexState:
        """The state, once no other process is writing to the generation in use."""
        deadline = time.monotonic() + _PATIENCE_S
        while True:
            state = self.catalog.state()
            busy = is_locked(self._folder)
            new, dropped = self.catalog.pending()
            if not busy and (state.updating or new or dropped):
                if self.catalog.state() == state:  # its writer did not end this very moment
                    raise IndexStaleError(
                        f"Indexing into {self._folder} was interrupted. Run: pr-assistant index"
                    )
            elif not state.updating:
                return state
            if time.monotonic() > deadline:
                raise IndexStaleError(
                    f"Another pr-assistant is still writing the index in {self._folder}."
                    " Ask again when it is done."
                )
            time.sleep(0.1)
