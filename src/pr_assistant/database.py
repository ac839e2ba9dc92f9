"""The SQLite file behind the catalog: its tables, connections, transactions, and what is wrong."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

from pr_assistant.errors import IndexDamagedError, IndexingError, IndexMissingError, IndexStaleError

FILE = "catalog.db"
SCHEMA_VERSION = 1
_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE files (              -- every file of the corpus as it was last seen, read or refused
    release_id TEXT PRIMARY KEY, path TEXT NOT NULL, size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL, sha256 TEXT NOT NULL, refusal TEXT) WITHOUT ROWID;
CREATE TABLE releases (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, sha256 TEXT NOT NULL, text TEXT NOT NULL,
    structure TEXT NOT NULL);
CREATE TABLE passages (
    number INTEGER PRIMARY KEY AUTOINCREMENT,   -- also the id in Chroma: never used twice
    release_id TEXT NOT NULL REFERENCES releases ON DELETE CASCADE,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    text TEXT NOT NULL, section TEXT NOT NULL, title TEXT NOT NULL,
    digest BLOB NOT NULL, vector BLOB NOT NULL, confirmed INTEGER NOT NULL DEFAULT 0);
CREATE INDEX passages_release ON passages (release_id, start);
CREATE INDEX passages_digest ON passages (digest);
CREATE INDEX passages_unconfirmed ON passages (number) WHERE NOT confirmed;
CREATE TABLE dropped (number INTEGER PRIMARY KEY);  -- confirmed once, to be deleted from Chroma
CREATE VIRTUAL TABLE passages_fts USING fts5 (
    text, section, title, content='passages', content_rowid='number',
    tokenize='porter unicode61 remove_diacritics 2');
CREATE TRIGGER passages_added AFTER INSERT ON passages BEGIN
    INSERT INTO passages_fts (rowid, text, section, title)
    VALUES (new.number, new.text, new.section, new.title);
END;
CREATE TRIGGER passages_removed AFTER DELETE ON passages BEGIN
    INSERT INTO passages_fts (passages_fts, rowid, text, section, title)
    VALUES ('delete', old.number, old.text, old.section, old.title);
    INSERT INTO dropped SELECT old.number WHERE old.confirmed;
END;
"""


class Database:
    """An open catalog file. Connections are one a thread; reads may run in any thread."""

    def __init__(self, folder: Path, *, readonly: bool) -> None:
        """Open the catalog in `folder`, which `create` has made.

        Raises `IndexMissingError`, `IndexStaleError` (another schema), `IndexDamagedError`.
        """
        self.path = folder / FILE
        self._readonly = readonly
        self._local = threading.local()
        self._open: list[sqlite3.Connection] = []
        if not self.path.exists():
            raise IndexMissingError(f"There is no index in {folder}. Run: pr-assistant index")
        try:
            (version,) = self._db.execute("PRAGMA user_version").fetchone()
            self._db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.DatabaseError as error:
            self.close()
            raise IndexDamagedError(
                f"{self.path} cannot be read ({error}). Run: pr-assistant index --rebuild"
            ) from error
        if version > SCHEMA_VERSION:
            self.close()
            raise IndexStaleError(
                f"The index in {folder} was made by a newer pr-assistant. Upgrade this one, or"
                " make an index of its own with --index DIR."
            )
        if version < SCHEMA_VERSION:
            self.close()
            raise IndexStaleError(
                f"The index in {folder} is unfinished or was made by an older pr-assistant."
                " Run: pr-assistant index --rebuild"
            )

    @staticmethod
    def create(folder: Path, fingerprint: str) -> None:
        """Make an empty catalog in `folder` unless there is one. Raises `IndexingError`."""
        if (folder / FILE).exists():
            return
        fresh = folder / f".{FILE}.new"
        try:
            fresh.unlink(missing_ok=True)
            with contextlib.closing(sqlite3.connect(fresh)) as db:
                db.executescript(f"{_TABLES} PRAGMA user_version = {SCHEMA_VERSION};")
                db.execute("INSERT INTO meta VALUES ('fingerprint', ?)", (fingerprint,))
                db.commit()
            fresh.rename(folder / FILE)
        except (OSError, sqlite3.Error) as error:
            raise IndexingError(
                f"The index cannot be written to {folder} ({error}). Make the folder writable or"
                " name another with --index DIR."
            ) from error

    def close(self) -> None:
        while self._open:
            self._open.pop().close()

    @property
    def _db(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            mode = "ro" if self._readonly else "rw"
            connection = sqlite3.connect(
                f"{self.path.absolute().as_uri()}?mode={mode}",
                uri=True,
                timeout=30,
                isolation_level=None,
                check_same_thread=False,  # closed by `close`, in whatever thread that is called
            )
            connection.execute("PRAGMA foreign_keys = ON")
            self._open.append(connection)
            self._local.connection = connection
        return connection

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside happens, or none of it. Raises `IndexingError`."""
        try:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            raise IndexingError(
                f"{self.path} cannot be written ({error}). Nothing of this step was stored; free"
                " space or make the folder writable and run the command again."
            ) from error
