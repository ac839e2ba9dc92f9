"""The SQLite file behind the catalog: its tables, connections, transactions, and what is wrong."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self
from weakref import WeakSet

from pr_assistant.errors import (
    IndexDamagedError,
    IndexingError,
    IndexMissingError,
    IndexStaleError,
    UsageError,
)

FILE = "catalog.db"
SCHEMA_VERSION = 3
_CLOSED = "The index was closed before this was done. Ask again."
_REBUILD = "Run: pr-assistant index --rebuild"
_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE files (              -- every file of the corpus as it was last seen, read or refused
    release_id TEXT PRIMARY KEY, path TEXT NOT NULL, size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL, ctime_ns INTEGER NOT NULL, sha256 TEXT NOT NULL,
    refusal TEXT) WITHOUT ROWID;
CREATE TABLE releases (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, sha256 TEXT NOT NULL, text TEXT NOT NULL,
    structure TEXT NOT NULL);
CREATE TABLE facts (              -- what a release states in pattern; "body" is JSON
    release_id TEXT NOT NULL REFERENCES releases ON DELETE CASCADE,
    kind TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, body TEXT NOT NULL);
CREATE INDEX facts_release ON facts (release_id, start);
CREATE INDEX facts_kind ON facts (kind);  -- to count them
CREATE TABLE passages (
    number INTEGER PRIMARY KEY AUTOINCREMENT,   -- also the id in Chroma: never used twice
    release_id TEXT NOT NULL REFERENCES releases ON DELETE CASCADE,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    text TEXT NOT NULL, section TEXT NOT NULL, title TEXT NOT NULL,
    digest BLOB NOT NULL, vector BLOB NOT NULL,
    held INTEGER NOT NULL DEFAULT 0);  -- by Chroma: 0 not yet, 1 yes, 2 by one of the same text
CREATE INDEX passages_release ON passages (release_id, start);
CREATE INDEX passages_digest ON passages (digest);
CREATE INDEX passages_held ON passages (held);
CREATE TABLE dropped (number INTEGER PRIMARY KEY);  -- Chroma has them and must drop them
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
    INSERT INTO dropped SELECT old.number WHERE old.held = 1;
    UPDATE passages SET held = 0 WHERE old.held = 1 AND digest = old.digest AND held = 2;
END;
"""


def plain(error: Exception) -> object:
    """What SQLite said, without what `_Cursor` adds to it."""
    return error.__cause__ if isinstance(error, IndexDamagedError) else error


class _Cursor(sqlite3.Cursor):
    """Says what mends it where the file turns out to be garbled."""

    def execute(self, *given: Any) -> Self:
        try:
            return super().execute(*given)
        except sqlite3.DatabaseError as error:
            raise self._damage(error) from error

    def fetchone(self) -> Any:
        try:
            return super().fetchone()
        except sqlite3.DatabaseError as error:
            raise self._damage(error) from error

    def fetchall(self) -> list[Any]:
        try:
            return super().fetchall()
        except sqlite3.DatabaseError as error:
            raise self._damage(error) from error

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except sqlite3.DatabaseError as error:
            raise self._damage(error) from error

    @staticmethod
    def _damage(error: sqlite3.DatabaseError) -> Exception:
        """Plain `DatabaseError` is a garbled file; its subclasses are other matters."""
        if type(error) is sqlite3.DatabaseError or "decode" in str(error):
            return IndexDamagedError(f"The catalog is garbled ({error}). {_REBUILD}")
        return error


class _Connection(sqlite3.Connection):
    """Can be referred to weakly: it closes with the thread that opened it."""

    def execute(self, *given: Any) -> sqlite3.Cursor:
        return self.cursor(_Cursor).execute(*given)


class Database:
    """An open catalog file. Connections are one a thread; reads may run in any thread."""

    def __init__(self, folder: Path, *, readonly: bool) -> None:
        """Open the catalog in `folder`, which `create` has made.

        Raises `IndexMissingError`, `IndexStaleError` (another schema), `IndexDamagedError`.
        """
        self.path = folder / FILE
        self._readonly = readonly
        self._local = threading.local()
        self._open: WeakSet[_Connection] = WeakSet()
        self._closed = False
        if not self.path.exists():
            raise IndexMissingError(f"There is no index in {folder}. Run: pr-assistant index")
        try:
            (version,) = self._db.execute("PRAGMA user_version").fetchone()
            self._db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except (sqlite3.DatabaseError, IndexDamagedError) as error:
            self.close()
            raise IndexDamagedError(
                f"{self.path} cannot be read ({plain(error)}). {_REBUILD}"
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
        """Whoever still reads in another thread gets a `UsageError`."""
        self._closed = True
        for connection in list(self._open):
            connection.close()

    @property
    def _db(self) -> sqlite3.Connection:
        if self._closed:
            raise UsageError(_CLOSED)
        connection: _Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            # A reader of a writable folder can roll back what a killed writer left half-done.
            mode = "rw" if os.access(self.path.parent, os.W_OK) else "ro"
            connection = sqlite3.connect(
                f"{self.path.absolute().as_uri()}?mode={mode}",
                uri=True,
                timeout=30,
                factory=_Connection,
                isolation_level=None,
                check_same_thread=False,  # closed by `close`, in whatever thread that is called
            )
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(f"PRAGMA query_only = {int(self._readonly)}")
            self._open.add(connection)
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


class InMemory(Database):
    """The same tables in memory alone: one connection, which all threads share."""

    def __init__(self) -> None:
        self.path = Path(":memory:")
        self._closed = False
        self._connection = sqlite3.connect(
            self.path, factory=_Connection, isolation_level=None, check_same_thread=False
        )
        self._connection.executescript(_TABLES)
        self._connection.execute("PRAGMA foreign_keys = ON")

    def close(self) -> None:
        self._closed = True
        self._connection.close()

    @property
    def _db(self) -> sqlite3.Connection:
        if self._closed:
            raise UsageError(_CLOSED)
        return self._connection
