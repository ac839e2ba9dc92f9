"""The part of the catalog that a question is put to: passages by number, by words, by direction."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from pr_assistant.embedding import Vectors
from pr_assistant.held import HeldVectors
from pr_assistant.models import Passage

_PASSAGE = 'release_id, start, "end", text, section, title, number'


class PassageSearch(HeldVectors):
    """Reads; writes nothing."""

    def passages(self, numbers: Sequence[int]) -> dict[int, Passage]:
        """Passages by number; numbers that are gone are left out."""
        marks = ",".join("?" * len(numbers))
        rows = self._db.execute(
            f"SELECT {_PASSAGE} FROM passages WHERE number IN ({marks})", list(numbers)
        )
        return {row[-1]: _shared(Passage(*row)) for row in rows}

    def all_passages(self, release_id: str) -> list[Passage]:
        """The passages of a release, in order."""
        rows = self._db.execute(
            f"SELECT {_PASSAGE} FROM passages WHERE release_id = ? ORDER BY start", (release_id,)
        )
        return [Passage(*row) for row in rows]

    def count(self) -> int:
        """Passages in the index."""
        (count,) = self._db.execute("SELECT count(*) FROM passages").fetchone()
        return int(count)

    def count_matches(self, query: str, most: int) -> int:
        """How many passages match an FTS5 query, counted no further than `most`."""
        (count,) = self._db.execute(
            "SELECT count(*) FROM (SELECT 1 FROM passages_fts WHERE passages_fts MATCH ? LIMIT ?)",
            (query, most),
        ).fetchone()
        return int(count)

    def bm25(self, query: str, limit: int, within: str | None = None) -> list[tuple[int, float]]:
        """(passage number, score) of the best matches of an FTS5 query, best first; higher is
        better. Words of the heading and the title above a passage count for less than its own.
        `within` is the id of the one release to look in."""
        there = " AND rowid IN (SELECT number FROM passages WHERE release_id = ?)"
        return list(
            self._db.execute(
                "SELECT rowid, -bm25(passages_fts, 1.0, 0.6, 0.3) AS score FROM passages_fts"
                f" WHERE passages_fts MATCH ?{'' if within is None else there}"
                " ORDER BY score DESC, rowid LIMIT ?",
                (query, *(() if within is None else (within,)), limit),
            )
        )

    def nearest(
        self, vector: Vectors, limit: int, within: str | None = None
    ) -> list[tuple[int, float]]:
        """(passage number, cosine) of the nearest passages of a release, or of all, each compared:
        for what is too little to need a vector index."""
        rows = self._db.execute(
            "SELECT number, vector FROM passages WHERE ? IS NULL OR release_id = ? ORDER BY number",
            (within, within),
        ).fetchall()
        if not rows:
            return []
        cosines = np.frombuffer(b"".join(row[1] for row in rows), np.float32)
        cosines = cosines.reshape(len(rows), -1) @ vector
        best = np.argsort(-cosines, kind="stable")[:limit]
        return [(rows[at][0], float(cosines[at])) for at in best]


@lru_cache(maxsize=1024)
def _shared(passage: Passage) -> Passage:
    """One object for all that are equal: a remembered reading keeps the passages it is of."""
    return passage
