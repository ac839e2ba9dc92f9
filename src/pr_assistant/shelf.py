"""Releases that one session added: in memory alone, searched exactly, and joined to the index.

Nothing of them is written to a disk, so nothing has to be cleaned up after a kill.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import PurePosixPath

import numpy as np

from pr_assistant import facts, passages, releases
from pr_assistant.catalog import MemoryCatalog, text_digest
from pr_assistant.embedding import Embedder, Vectors
from pr_assistant.errors import ReleaseError, UsageError
from pr_assistant.facts.models import Facts
from pr_assistant.live import Source
from pr_assistant.models import Passage, Release
from pr_assistant.retrieval import Index

MOST = 20
"""Releases a session may add."""
MAX_BYTES = 250_000
"""Of one that is added: reading so much takes seconds, and others wait meanwhile."""
OWN = "/"
"""What the ids of added releases begin with; no path below a corpus folder does."""


class Shelf:
    """The added releases. Safe to share between threads."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._adding = threading.Lock()
        self._sources: dict[str, Source] = {}
        self._catalog = MemoryCatalog()
        self._revision = 0

    def add(self, name: str, data: bytes) -> Source:
        """Read a file as one of the corpus is read. In place of an earlier one of its name.

        Raises `ReleaseError` where it cannot be read, `UsageError` where there is no more room.
        """
        path = PurePosixPath(name.replace("\\", "/"))
        if path.suffix.lower() not in releases.SUFFIXES:
            raise ReleaseError("is neither a .txt nor a .md file; save it as plain text")
        if len(data) > MAX_BYTES:
            raise ReleaseError(f"is over the {MAX_BYTES // 1000} kB that can be added here")
        release = releases.parse(data, OWN + path.stem)
        parts = passages.split(release, self._embedder.tokenise, self._embedder.spec.max_pieces)
        if not parts:
            raise ReleaseError("has no text that could be asked about")
        known = self._catalog.known_vectors(text_digest(part.text) for part in parts)
        new = {text_digest(part.text): part.text for part in parts}
        new = {digest: text for digest, text in new.items() if digest not in known}
        if new:
            made = self._embedder.embed(list(new.values()))
            known |= dict(zip(new, made, strict=True))
        read = facts.read(release)
        vectors = np.asarray([known[text_digest(part.text)] for part in parts])
        with self._adding, self._catalog.transaction():
            if len(self._sources) >= MOST and release.id not in self._sources:
                raise UsageError(f"{MOST} releases are all that one session may add.")
            self._catalog.add(release, parts, vectors, read)
            stored = tuple(self._catalog.all_passages(release.id))
            self._sources[release.id] = Source(release, read, stored)
            self._revision += 1
        return self._sources[release.id]

    def titles(self) -> dict[str, str]:
        """Title by release id, in the order in which they were added."""
        return {one: source.release.title for one, source in self._sources.items()}

    def count(self) -> int:
        return len(self._sources)

    def revision(self) -> int:
        return self._revision

    def source(self, release_id: str) -> Source | None:
        return self._sources.get(release_id)

    def nearest(
        self, vector: Vectors, limit: int, within: str | None = None
    ) -> list[tuple[int, float]]:
        return self._catalog.nearest(vector, limit, within)

    def bm25(self, query: str, limit: int, within: str | None = None) -> list[tuple[int, float]]:
        return self._catalog.bm25(query, limit, within)

    def passages(self, numbers: Sequence[int]) -> dict[int, Passage]:
        return self._catalog.passages(numbers)

    def count_matches(self, query: str, most: int) -> int:
        return self._catalog.count_matches(query, most)

    def close(self) -> None:
        """Forget everything."""
        self._sources.clear()
        self._catalog.close()


class JointIndex:
    """The index that all share and the shelf of one session, as one index to ask.

    Passages of the shelf have negative numbers.
    """

    def __init__(self, shared: Index, shelf: Shelf) -> None:
        self._shared = shared
        self._shelf = shelf

    def titles(self) -> dict[str, str]:
        return self._shared.titles() | self._shelf.titles()

    def count(self) -> int:
        return self._shared.count() + self._shelf.count()

    def revision(self) -> int:
        return self._shared.revision() + self._shelf.revision()

    def release(self, release_id: str) -> Release | None:
        if not release_id.startswith(OWN):
            return self._shared.release(release_id)
        source = self._shelf.source(release_id)
        return source.release if source else None

    def facts(self, release_id: str) -> Facts | None:
        if not release_id.startswith(OWN):
            return self._shared.facts(release_id)
        source = self._shelf.source(release_id)
        return source.facts if source else None

    def source(self, release_id: str) -> Source | None:
        own = release_id.startswith(OWN)
        return self._shelf.source(release_id) if own else self._shared.source(release_id)

    def nearest(
        self, vector: Vectors, limit: int, within: str | None = None
    ) -> list[tuple[int, float]]:
        """As `Index.nearest`: cosines of one model can be compared across both."""
        shared, own = self._asked(within)
        found = self._shared.nearest(vector, limit, within) if shared else []
        if own:
            found = [*found, *_negative(self._shelf.nearest(vector, limit, within))]
        return sorted(found, key=lambda one: -one[1])[:limit]

    def bm25(self, query: str, limit: int, within: str | None = None) -> list[tuple[int, float]]:
        """As `Index.bm25`, by turns from each: scores of two collections cannot be compared."""
        shared, own = self._asked(within)
        found = self._shared.bm25(query, limit, within) if shared else []
        added = _negative(self._shelf.bm25(query, limit, within)) if own else []
        turns = [one for pair in zip_longest(found, added) for one in pair if one]
        return turns[:limit]

    def passages(self, numbers: Sequence[int]) -> dict[int, Passage]:
        added = self._shelf.passages([-number for number in numbers if number < 0])
        return self._shared.passages([number for number in numbers if number > 0]) | {
            -number: passage for number, passage in added.items()
        }

    def count_matches(self, query: str, most: int) -> int:
        return self._shared.count_matches(query, most) + self._shelf.count_matches(query, most)

    def close(self) -> None:
        """Forget the shelf; the shared index stays open for the others."""
        self._shelf.close()

    @staticmethod
    def _asked(within: str | None) -> tuple[bool, bool]:
        """Whether the shared index is asked, and the shelf."""
        return not (within or "").startswith(OWN), within is None or within.startswith(OWN)


def _negative(found: list[tuple[int, float]]) -> list[tuple[int, float]]:
    return [(-number, score) for number, score in found]
