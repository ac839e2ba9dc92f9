"""What the catalog knows of the vector index: what Chroma holds, must get, and must drop.

Chroma holds each text once, under the number of the first passage that has it: a thousand copies
of one vector would crowd others out of its graph.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from pr_assistant.database import Database
from pr_assistant.embedding import Vectors


@dataclass(frozen=True, slots=True)
class IndexState:
    """What the catalog knows of the vector index."""

    fingerprint: str
    generation: str | None
    """Folder of the vector index in use; None until the first is complete."""
    updating: bool
    """Whether the folder is being written to, or was when its writer was killed."""
    checksum: str
    """Of that folder's segment files, when it was last confirmed."""
    revision: int
    """Counts the times the vector index was confirmed."""
    facts: str = ""
    """The rules that the facts were read by."""
    rebuilding: bool = False
    """Whether the index was emptied to be made anew, and that is not done."""


class HeldVectors(Database):
    """The part of the catalog that the vector index is kept by."""

    def state(self) -> IndexState:
        meta = dict(self._db.execute("SELECT key, value FROM meta"))
        return IndexState(
            meta.get("fingerprint", ""),
            meta.get("generation"),
            meta.get("updating") == "yes",
            meta.get("checksum", ""),
            int(meta.get("revision", 0)),
            meta.get("facts", ""),
            meta.get("rebuilding") == "yes",
        )

    def set_meta(self, values: Mapping[str, str]) -> None:
        self._db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())

    def held(self) -> int:
        """How many vectors Chroma holds: one for each text, and those it must drop."""
        (count,) = self._db.execute(
            "SELECT (SELECT count(*) FROM passages WHERE held = 1) + (SELECT count(*) FROM dropped)"
        ).fetchone()
        return int(count)

    def pending(self) -> tuple[int, list[int]]:
        """How many passages Chroma does not know of, and the numbers it must drop."""
        (new,) = self._db.execute("SELECT count(*) FROM passages WHERE held = 0").fetchone()
        return int(new), [row[0] for row in self._db.execute("SELECT number FROM dropped")]

    def vectors(self, after: int, limit: int, *, new: bool) -> tuple[list[int], Vectors]:
        """Up to `limit` passages above the number `after`, the first of each text, as (numbers,
        vectors as rows); `new`: only of texts that Chroma does not hold.

        The "+" keep SQLite to the index on digests: by that on `held` it would go through all.
        """
        unheld = (
            "held = 0 AND NOT EXISTS (SELECT 1 FROM passages other"
            " WHERE other.digest = one.digest AND +other.held = 1)"
        )
        first = (
            "NOT EXISTS (SELECT 1 FROM passages other WHERE other.digest = one.digest"
            f" AND other.number < one.number {'AND +other.held = 0' if new else ''})"
        )
        rows = self._db.execute(
            f"SELECT number, vector FROM passages one WHERE number > ? AND {first}"
            f" {'AND ' + unheld if new else ''} ORDER BY number LIMIT ?",
            (after, limit),
        ).fetchall()
        vectors = np.frombuffer(b"".join(row[1] for row in rows), np.float32)
        return [row[0] for row in rows], vectors.reshape(len(rows), -1) if rows else vectors

    def confirm(self, numbers: Sequence[int], *, alone: bool) -> None:
        """Chroma holds these numbers; `alone`: and no others. The rest have the same texts."""
        if alone:
            self._db.execute("UPDATE passages SET held = 0")
        self._db.executemany(
            "UPDATE passages SET held = 1 WHERE number = ?", ((number,) for number in numbers)
        )
        self._db.execute("UPDATE passages SET held = 2 WHERE held = 0")
        self._db.execute("DELETE FROM dropped")

    def of_same_text(self, number: int, limit: int) -> list[int]:
        """The first `limit` passages with the text of passage `number`, in order."""
        rows = self._db.execute(
            "SELECT number FROM passages WHERE digest ="
            " (SELECT digest FROM passages WHERE number = ?) ORDER BY number LIMIT ?",
            (number, limit),
        )
        return [row[0] for row in rows]
