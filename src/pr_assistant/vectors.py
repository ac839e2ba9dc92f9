"""Chroma: the nearest-neighbour index — a cache that the catalog can fill again at any time.

One folder a generation, one collection in it, vectors under the catalog's passage numbers. Chroma
has no lock between processes and can be left broken by a kill, so only a holder of the index's
lock writes, and nothing here is trusted until it has been checked (docs/architecture.md).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pr_assistant.errors import IndexDamagedError

if TYPE_CHECKING:
    from pr_assistant.embedding import Vectors

BATCH = 1000
"""Vectors an `add` may hold: Chroma takes 5,461 at most."""

_COLLECTION = "passages"
_GRAPH = {
    "space": "cosine",
    # Chroma fills the graph from several threads. With a search of its default width (100), on a
    # busy machine, 6 of 100 indexes of three releases beside 600 that are alike could not find one
    # of the three; with this width none of 40, nor of 10 beside 4,000. More neighbours (32, 200)
    # find no more of 11,101 passages of releases (98.8 % of the nearest twenty, with these 98.7)
    # and take 1.8 times the time, with 30,000 random vectors 3 times.
    "max_neighbors": 16,
    "ef_construction": 100,
    "ef_search": 400,
    # What is in Chroma's log alone goes into the graph at every opening: up to 999 rows by default,
    # 114 ms for 900 passages; with these, 14 ms.
    "sync_threshold": 32,
    "batch_size": 32,
}

_SPACE = ("default_tenant", "default_database")
_OPEN_GRAPHS = 2
_SAMPLE = 1 << 16


class VectorIndex:
    """An open generation. Safe to query from several threads."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        """Open the generation in `folder`, or make it. Raises `IndexDamagedError`."""
        self.folder = folder
        self._copy: tempfile.TemporaryDirectory[str] | None = None
        if not create and not (folder / "chroma.sqlite3").exists():
            raise damaged(folder, "it is missing")
        with _damage(folder):
            if not _is_writable(folder):  # Chroma writes even when it only reads
                self._copy = tempfile.TemporaryDirectory(prefix="pr-assistant-")
                folder = Path(self._copy.name)
                _copy_contents(self.folder, folder)
            if create:
                _create(folder)
            self._chroma = _open(folder)
            try:
                self._collection = str(self._chroma.get_collection(_COLLECTION, *_SPACE).id)
            except BaseException:
                self.close()
                raise

    def close(self) -> None:
        self._chroma = None  # what it has open closes with it
        if self._copy:
            self._copy.cleanup()

    def count(self) -> int:
        with _damage(self.folder):
            return int(self._chroma.count(self._collection, *_SPACE))

    def add(self, numbers: Sequence[int], vectors: Vectors) -> None:
        """Add unit vectors, shape (len(numbers), dimension), under new numbers."""
        with _damage(self.folder):
            ids = [str(n) for n in numbers]
            self._chroma.add(ids, self._collection, vectors, None, None, None, *_SPACE)

    def drop(self, numbers: Sequence[int]) -> None:
        with _damage(self.folder):
            for at in range(0, len(numbers), BATCH):
                ids = [str(n) for n in numbers[at : at + BATCH]]
                self._chroma.delete(self._collection, ids, None, None, None, *_SPACE)

    def holds(self, numbers: Sequence[int]) -> bool:
        """Whether vector search has every number: rows that Chroma lost are only missing here."""
        try:
            with _damage(self.folder):
                ids = [str(n) for n in numbers]
                found = self._chroma.get(
                    self._collection, ids, None, None, 0, None, ["embeddings"], *_SPACE
                )
        except IndexDamagedError:
            return False
        return len(found.ids) == len(found.embeddings) == len(numbers)

    def query(self, vector: Vectors, limit: int) -> list[tuple[int, float]]:
        """(passage number, cosine) of the nearest passages, nearest first."""
        with _damage(self.folder):
            found = self._chroma.query(
                self._collection, None, vector[None, :], limit, None, None, ["distances"], *_SPACE
            )
        numbers, distances = found.ids[0], found.distances[0]
        return [(int(n), 1.0 - float(d)) for n, d in zip(numbers, distances, strict=True)]


def _is_writable(folder: Path) -> bool:
    return all(os.access(path, os.W_OK) for path in (folder, *folder.rglob("*")))


def _copy_contents(folder: Path, to: Path) -> None:
    """Copy what is in a folder, but not the permissions, with which a copy is read-only as well."""
    for path in sorted(folder.rglob("*")):  # a folder comes before what is in it
        copy = to / path.relative_to(folder)
        if path.is_dir():
            copy.mkdir()
        else:
            shutil.copyfile(path, copy)


def _create(folder: Path) -> None:
    """Make the database and its collection as Chroma's client makes them."""
    import chromadb
    from chromadb.config import Settings

    settings = Settings(
        # Chroma would read the .env of whatever folder we are in.
        _env_file=None,  # type: ignore[call-arg]
        anonymized_telemetry=False,
        is_persistent=True,
        persist_directory=str(folder),
    )
    client: Any = chromadb.PersistentClient(str(folder), settings=settings)
    with closing(client):
        client.create_collection(
            _COLLECTION, embedding_function=None, configuration={"hnsw": _GRAPH}
        )


def _open(folder: Path) -> Any:
    """Chroma's own core, which its Python client wraps: importing the client takes half a second,
    a third of a question asked from the terminal, and it adds nothing to what is called here."""
    import chromadb_rust_bindings as chroma

    return chroma.Bindings(
        allow_reset=False,
        sqlite_db_config=chroma.SqliteDBConfig(
            hash_type=chroma.MigrationHash.MD5,
            migration_mode=chroma.MigrationMode.Apply,
            url=str(folder / "chroma.sqlite3"),
        ),
        persist_path=str(folder),
        hnsw_cache_size=_OPEN_GRAPHS,
    )


def checksum(folder: Path) -> str:
    """A digest of both ends of each persisted segment file; "" while all is in Chroma's log.

    A garbled segment can crash the process that opens it, so this is looked at first.
    """
    digest = hashlib.sha256()
    segments = sorted(path.parent for path in folder.glob("*/index_metadata.pickle"))
    for path in (file for segment in segments for file in sorted(segment.iterdir())):
        with path.open("rb") as stream:
            size = path.stat().st_size
            digest.update(f"{path.name} {size} ".encode() + stream.read(_SAMPLE))
            if size > _SAMPLE:
                stream.seek(max(_SAMPLE, size - _SAMPLE))
                digest.update(stream.read(_SAMPLE))
    return digest.hexdigest() if segments else ""


def damaged(folder: Path, why: object) -> IndexDamagedError:
    """The error for a generation that cannot be used, with the command that mends it."""
    return IndexDamagedError(
        f"The vector index in {folder} cannot be used ({why}). Run: pr-assistant doctor"
        " (it is rebuilt from the catalog; nothing is embedded again)"
    )


@contextmanager
def _damage(folder: Path) -> Iterator[None]:
    """Chroma raises bare exceptions of many kinds: to us they all mean one thing."""
    try:
        yield
    except IndexDamagedError:
        raise
    except BaseException as error:
        # A panic in Chroma's Rust part arrives as a BaseException of a class it does not export.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise damaged(folder, str(error).partition("\n")[0] or type(error).__name__) from error
