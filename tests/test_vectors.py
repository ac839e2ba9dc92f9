"""Chroma, filled and asked: what was added is found, what is broken is refused by name."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from support import read_only

from pr_assistant.embedding import Vectors
from pr_assistant.errors import IndexDamagedError
from pr_assistant.vectors import BATCH, VectorIndex, checksum

DIMENSION = 16


def unit_vectors(count: int, seed: int = 1) -> Vectors:
    rows = np.random.default_rng(seed).normal(size=(count, DIMENSION)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "vectors"
    path.mkdir()
    return path


@pytest.fixture
def index(folder: Path) -> Iterator[VectorIndex]:
    opened = VectorIndex(folder, create=True)
    yield opened
    opened.close()


class TestSearch:
    def test_each_vector_finds_itself_and_its_cosine(self, index: VectorIndex) -> None:
        vectors = unit_vectors(200)
        index.add(range(1, 201), vectors)
        for row in range(0, 200, 7):
            (best, cosine), *others = index.query(vectors[row], 5)
            assert best == row + 1
            assert cosine == pytest.approx(1.0, abs=1e-5)
            for number, other in others:
                assert other == pytest.approx(float(vectors[row] @ vectors[number - 1]), abs=1e-5)

    def test_nearest_come_first(self, index: VectorIndex) -> None:
        vectors = unit_vectors(200)
        index.add(range(1, 201), vectors)
        found = index.query(vectors[3], 10)
        exact = np.argsort(-(vectors @ vectors[3]), kind="stable")[:10] + 1
        assert [number for number, _ in found] == exact.tolist()

    def test_fewer_vectors_than_asked_for(self, index: VectorIndex) -> None:
        vectors = unit_vectors(3)
        index.add([10, 20, 30], vectors)
        assert {number for number, _ in index.query(vectors[0], 30)} == {10, 20, 30}

    def test_nothing_in_it(self, index: VectorIndex) -> None:
        assert index.count() == 0
        assert index.query(unit_vectors(1)[0], 5) == []

    def test_dropped_ones_are_found_no_more(self, index: VectorIndex) -> None:
        vectors = unit_vectors(20)
        index.add(range(1, 21), vectors)
        index.drop([4, 5])
        index.drop([])
        assert index.count() == 18
        assert not {4, 5} & {number for number, _ in index.query(vectors[3], 20)}


def test_chroma_s_own_client_finds_the_same(folder: Path) -> None:
    import chromadb

    vectors = unit_vectors(BATCH + 50)
    with closing(VectorIndex(folder, create=True)) as ours:
        ours.add(range(1, BATCH + 1), vectors[:BATCH])
        ours.add(range(BATCH + 1, BATCH + 51), vectors[BATCH:])
        ours.drop(range(3, 1000, 7))
        found = [ours.query(vector, 10) for vector in vectors[::50]]
        count = ours.count()
    client: Any = chromadb.PersistentClient(str(folder))
    with closing(client):
        collection = client.get_collection("passages", embedding_function=None)
        assert collection.count() == count
        theirs = collection.query(query_embeddings=vectors[::50], n_results=10)
    assert [[str(number) for number, _ in one] for one in found] == theirs["ids"]
    for one, distances in zip(found, theirs["distances"], strict=True):
        assert [cosine for _, cosine in one] == pytest.approx([1 - far for far in distances])


class TestHolds:
    def test_all_or_not(self, index: VectorIndex) -> None:
        index.add([1, 2, 3], unit_vectors(3))
        assert index.holds([1, 2, 3])
        assert index.holds([2])
        assert not index.holds([1, 4])
        index.drop([2])
        assert not index.holds([1, 2, 3])


class TestOpening:
    def test_again_finds_the_same(self, folder: Path) -> None:
        vectors = unit_vectors(BATCH + 50)
        first = VectorIndex(folder, create=True)
        first.add(range(1, BATCH + 1), vectors[:BATCH])
        first.add(range(BATCH + 1, BATCH + 51), vectors[BATCH:])
        first.close()
        second = VectorIndex(folder)
        assert second.count() == BATCH + 50
        assert second.holds(range(1, BATCH + 51))
        for row in (0, BATCH - 1, BATCH, BATCH + 49):
            assert second.query(vectors[row], 1)[0][0] == row + 1
        second.close()

    def test_where_there_is_none(self, folder: Path) -> None:
        with pytest.raises(IndexDamagedError, match="pr-assistant doctor"):
            VectorIndex(folder)
        assert list(folder.iterdir()) == []

    def test_without_its_collection(self, folder: Path) -> None:
        import chromadb

        client: Any = chromadb.PersistentClient(str(folder))
        client.close()
        with pytest.raises(IndexDamagedError, match="pr-assistant doctor"):
            VectorIndex(folder)

    def test_whatever_stands_in_the_env_file_of_the_working_folder(
        self, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Chroma would read it: settings of its own, or a stranger's."""
        (tmp_path / ".env").write_text(
            "chroma_api_impl=chromadb.api.fastapi.FastAPI\nchroma_server_host=203.0.113.1\n"
            "is_persistent=FALSE\nallow_reset=not-a-boolean\nunknown_setting=1\n"
        )
        monkeypatch.chdir(tmp_path)
        opened = VectorIndex(folder, create=True)
        opened.add([1], unit_vectors(1))
        opened.close()
        assert (folder / "chroma.sqlite3").exists()

    def test_in_a_folder_that_cannot_be_written(
        self, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Chroma writes even when it only reads: it is given a copy, which goes when it closes."""
        vectors = unit_vectors(30)
        made = VectorIndex(folder, create=True)
        made.add(range(1, 31), vectors)
        made.close()
        copies = tmp_path / "copies"
        copies.mkdir()
        monkeypatch.setattr(tempfile, "tempdir", str(copies))
        with read_only(folder):
            opened = VectorIndex(folder)
            assert len(list(copies.iterdir())) == 1
            assert opened.count() == 30
            assert opened.query(vectors[7], 1)[0][0] == 8
            opened.close()
        assert list(copies.iterdir()) == []


@pytest.fixture(scope="module")
def persisted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generation whose segment Chroma has written out: it does so every 1,000 rows."""
    folder = tmp_path_factory.mktemp("persisted")
    made = VectorIndex(folder, create=True)
    made.add(range(1, BATCH + 1), unit_vectors(BATCH))
    made.close()
    assert list(folder.glob("*/index_metadata.pickle"))
    return folder


class TestChecksum:
    def test_asking_does_not_change_it(self, persisted: Path, tmp_path: Path) -> None:
        copy = Path(shutil.copytree(persisted, tmp_path / "copy"))
        before = checksum(copy)
        assert before
        opened = VectorIndex(copy)
        opened.query(unit_vectors(1)[0], 10)
        opened.close()
        assert checksum(copy) == before

    @pytest.mark.parametrize("place", ["start", "end", "cut off"])
    def test_garbling_any_segment_file_changes_it(
        self, persisted: Path, tmp_path: Path, place: str
    ) -> None:
        before = checksum(persisted)
        names = [path.relative_to(persisted) for path in persisted.glob("*/*")]
        assert len(names) == 5
        for name in names:
            copy = Path(shutil.copytree(persisted, tmp_path / name.name))
            content = bytearray((copy / name).read_bytes())
            if place == "cut off":
                del content[-1]
            else:
                content[0 if place == "start" else -1] ^= 1
            (copy / name).write_bytes(content)
            assert checksum(copy) != before, name

    def test_a_missing_segment_file_changes_it(self, persisted: Path, tmp_path: Path) -> None:
        copy = Path(shutil.copytree(persisted, tmp_path / "copy"))
        next(copy.glob("*/link_lists.bin")).unlink()
        assert checksum(copy) != checksum(persisted)
