"""SQLite: releases, passages, vectors and the full-text index — the truth about what is indexed.

One transaction holds all of a release.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from pr_assistant.database import InMemory, plain
from pr_assistant.embedding import Vectors
from pr_assistant.errors import IndexDamagedError
from pr_assistant.models import Dateline, FileFailure, Passage, Release, Section
from pr_assistant.passage_search import PassageSearch

if TYPE_CHECKING:  # half a question's time to import, and no question needs to read facts
    from pr_assistant.facts.models import Facts


class FileRecord(NamedTuple):  # made in a tenth of a dataclass's time, and there are thousands
    """A corpus file when it was last indexed; `refusal` says why it was not read, if so."""

    release_id: str
    path: str
    """Below the corpus folder."""
    size: int
    mtime_ns: int
    ctime_ns: int
    sha256: str
    refusal: str | None = None


class Catalog(PassageSearch):
    """The queries. What writes belongs inside `transaction`."""

    # -- what is indexed ---------------------------------------------------------------------

    def files(self) -> dict[str, FileRecord]:
        """Every corpus file as it was last seen, by release id."""
        rows = self._db.execute(
            "SELECT release_id, path, size, mtime_ns, ctime_ns, sha256, refusal FROM files"
        ).fetchall()
        return {row[0]: FileRecord._make(row) for row in rows}

    def refusals(self) -> list[FileFailure]:
        """The files that could not be read, and why."""
        rows = self._db.execute(
            "SELECT path, refusal FROM files WHERE refusal IS NOT NULL ORDER BY path"
        )
        return [FileFailure(*row) for row in rows]

    def record(self, file: FileRecord) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                *(file.release_id, file.path, file.size, file.mtime_ns, file.ctime_ns),
                *(file.sha256, file.refusal),
            ),
        )

    def add(
        self,
        release: Release,
        passages: Sequence[Passage],
        vectors: Vectors,
        facts: Facts | None = None,
    ) -> None:
        """Put a release in, with its facts and one vector a passage, in place of what it had."""
        self.remove(release.id)
        structure = json.dumps(
            {
                "dateline": asdict(release.dateline),
                "sections": [asdict(s) for s in release.sections],
            },
            default=date.isoformat,
        )
        self._db.execute(
            "INSERT INTO releases VALUES (?, ?, ?, ?, ?)",
            (release.id, release.title, release.sha256, release.text, structure),
        )
        self._db.executemany(
            'INSERT INTO passages (release_id, start, "end", text, section, title, digest, vector)'
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    *(p.release_id, p.start, p.end, p.text, p.section, p.title),
                    *(text_digest(p.text), vector.tobytes()),
                )
                for p, vector in zip(passages, vectors, strict=True)
            ),
        )
        if facts is not None:
            self.set_facts(release.id, facts)

    def set_facts(self, release_id: str, facts: Facts) -> None:
        """Put the facts of a release in, in place of those it had."""
        from pr_assistant.facts import storing

        self._db.execute("DELETE FROM facts WHERE release_id = ?", (release_id,))
        self._db.executemany(
            "INSERT INTO facts VALUES (?, ?, ?, ?, ?)",
            ((release_id, *row) for row in storing.rows(facts)),
        )

    def remove(self, release_id: str) -> None:
        """Take a release out, with its passages; Chroma's copies are marked to be dropped."""
        self._db.execute("DELETE FROM releases WHERE id = ?", (release_id,))

    def forget(self, release_id: str) -> None:
        """Take a release and the record of its file out."""
        self.remove(release_id)
        self._db.execute("DELETE FROM files WHERE release_id = ?", (release_id,))

    def clear(self, fingerprint: str) -> None:
        """Take everything out and begin anew, with vectors of another model say.

        Until `rebuilt` is called, readers are told so.
        """
        self._db.execute("DELETE FROM releases")
        self._db.execute("DELETE FROM files")
        self.set_meta({"fingerprint": fingerprint, "rebuilding": "yes"})

    def rebuilt(self) -> None:
        """What was cleared is complete again."""
        if self.state().rebuilding:
            with self.transaction():
                self.set_meta({"rebuilding": "no"})

    def known_vectors(self, digests: Iterable[bytes]) -> dict[bytes, Vectors]:
        """Vectors of texts that are in the catalog already, by `text_digest`."""
        known: dict[bytes, Vectors] = {}
        for digest in set(digests):
            row = self._db.execute(
                "SELECT vector FROM passages WHERE digest = ? LIMIT 1", (digest,)
            ).fetchone()
            if row:
                known[digest] = np.frombuffer(row[0], np.float32)
        return known

    # -- what is asked -----------------------------------------------------------------------

    def titles(self) -> dict[str, str]:
        """Title by release id, in order of the ids."""
        return dict(self._db.execute("SELECT id, title FROM releases ORDER BY id"))

    def sha256(self, release_id: str) -> str | None:
        """Which version of a release is indexed; None if there is none."""
        row = self._db.execute("SELECT sha256 FROM releases WHERE id = ?", (release_id,)).fetchone()
        return row and str(row[0])

    def release(self, release_id: str) -> Release | None:
        """A release whole; None if it is not there."""
        row = self._db.execute(
            "SELECT id, text, title, sha256, structure FROM releases WHERE id = ?", (release_id,)
        ).fetchone()
        if row is None:
            return None
        release_id, text, title, sha256, structure = row
        try:
            parts = json.loads(structure)
            dateline = parts["dateline"]
            if dateline["date"]:
                dateline["date"] = date.fromisoformat(dateline["date"])
            sections = tuple(Section(**section) for section in parts["sections"])
            return Release(release_id, text, title, sha256, sections, Dateline(**dateline))
        except (ValueError, TypeError, KeyError) as error:
            raise _garbled(release_id) from error

    def facts(self, release_id: str) -> Facts | None:
        """What is known of a release; None if it is not there."""
        from pr_assistant.facts import storing

        release = self.release(release_id)
        if release is None:
            return None
        stored = self._db.execute(
            "SELECT kind, body FROM facts WHERE release_id = ? ORDER BY start, rowid", (release_id,)
        ).fetchall()
        try:
            return storing.restore(release, stored)
        except (ValueError, TypeError, KeyError) as error:
            raise _garbled(release_id) from error

    def count_facts(self) -> dict[str, int]:
        """How many facts of each kind are in the index."""
        return dict(
            self._db.execute(
                "SELECT kind, count(*) FROM facts WHERE kind <> 'dateline' GROUP BY kind"
            )
        )

    def fault(self) -> str | None:
        """What is wrong with the file or its full-text index; None if both are sound."""
        try:
            (verdict,) = self._db.execute("PRAGMA quick_check(1)").fetchone()
            if verdict != "ok":
                return f"{self.path} is damaged ({verdict})"
            self._db.execute(
                "INSERT INTO passages_fts (passages_fts, rank) VALUES ('integrity-check', 1)"
            )
        except sqlite3.OperationalError as error:
            if "readonly" not in str(error):  # there, only the file itself can be checked
                return f"{self.path} is damaged ({error})"
        except (sqlite3.DatabaseError, IndexDamagedError) as error:
            return f"{self.path} is damaged ({plain(error)})"
        return None

    def count_releases(self) -> int:
        (count,) = self._db.execute("SELECT count(*) FROM releases").fetchone()
        return int(count)


class MemoryCatalog(InMemory, Catalog):
    """A catalog that is on no disk and gone when it is closed."""


def _garbled(release_id: str) -> IndexDamagedError:
    return IndexDamagedError(
        f"The catalog is garbled at {release_id!r}. Run: pr-assistant index --rebuild"
    )


def text_digest(text: str) -> bytes:
    """What tells whether a text has been embedded before: 128 bits of SHA-256."""
    return hashlib.sha256(text.encode()).digest()[:16]
