"""The catalog: a real SQLite file that holds all of a release, or none of it."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from pr_assistant.catalog import Catalog, FileRecord, text_digest
from pr_assistant.database import FILE, SCHEMA_VERSION
from pr_assistant.errors import (
    IndexDamagedError,
    IndexingError,
    IndexMissingError,
    IndexStaleError,
    UsageError,
)
from pr_assistant.models import Passage, Release

DIMENSION = 8


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    Catalog.create(tmp_path, "model-1")
    opened = Catalog(tmp_path, readonly=False)
    yield opened
    opened.close()


def part(release: Release, size: int = 700) -> list[Passage]:
    """Slices of a release of one size: what a catalog stores need not follow sentences."""
    text = release.text
    starts = range(0, len(text), size)
    ends = [min(start + size, len(text)) for start in starts]
    return [
        Passage(release.id, start, end, text[start:end], "body", release.title)
        for start, end in zip(starts, ends, strict=True)
    ]


def store(catalog: Catalog, release: Release) -> list[Passage]:
    """Put a release in with vectors made from the digests of its passages."""
    passages = part(release)
    vectors = [np.frombuffer(text_digest(p.text) * 2, np.int32) for p in passages]
    with catalog.transaction():
        catalog.add(release, passages, np.asarray(vectors, np.float32))
    return catalog.all_passages(release.id)


def simple(release_id: str, text: str) -> Release:
    return Release(release_id, text, title=f"Title of {release_id}", sha256="0" * 64)


class TestRoundTrip:
    def test_a_release_comes_back_as_it_went_in(self, catalog: Catalog, release: Release) -> None:
        store(catalog, release)
        assert catalog.release(release.id) == release
        assert catalog.sha256(release.id) == release.sha256
        assert catalog.titles() == {release.id: release.title}

    def test_passages_are_numbered_slices_of_it(self, catalog: Catalog, release: Release) -> None:
        stored = store(catalog, release)
        assert [replace(passage, number=0) for passage in stored] == part(release)
        assert [passage.number for passage in stored] == list(range(1, len(stored) + 1))
        assert all(release.text[p.start : p.end] == p.text for p in stored)
        assert catalog.count() == len(stored)

    def test_passages_are_found_by_number_and_those_that_are_gone_left_out(
        self, catalog: Catalog, release: Release
    ) -> None:
        stored = store(catalog, release)
        assert catalog.passages([2, 1, 99_999]) == {1: stored[0], 2: stored[1]}
        assert catalog.passages([]) == {}

    def test_vectors_come_back_to_the_bit_in_pages(
        self, catalog: Catalog, release: Release
    ) -> None:
        stored = store(catalog, release)
        numbers: list[int] = []
        while page := catalog.vectors(numbers[-1] if numbers else 0, 3, new=False)[0]:
            numbers += page
        assert numbers == [passage.number for passage in stored]
        _, rows = catalog.vectors(0, 1000, new=False)
        known = catalog.known_vectors(text_digest(passage.text) for passage in stored)
        for passage, row in zip(stored, rows, strict=True):
            assert row.dtype == np.float32
            assert np.array_equal(row, known[text_digest(passage.text)])

    def test_what_was_never_stored_is_not_known(self, catalog: Catalog, release: Release) -> None:
        store(catalog, release)
        assert catalog.known_vectors([text_digest("never stored")]) == {}
        assert catalog.release("other") is None
        assert catalog.sha256("other") is None
        assert catalog.all_passages("other") == []

    def test_records_of_files(self, catalog: Catalog) -> None:
        read = FileRecord("a", "a.txt", 10, 20, 30, "f" * 64)
        refused = FileRecord("b/ü", "b/ü.md", 0, 2**62, 2**62, "", "is empty")
        with catalog.transaction():
            catalog.record(read)
            catalog.record(refused._replace(size=1))
            catalog.record(refused)
        assert catalog.files() == {"a": read, "b/ü": refused}


class TestReplacing:
    def test_a_release_takes_the_place_of_what_it_had_before(self, catalog: Catalog) -> None:
        store(catalog, simple("a", "The harbour opens in spring."))
        before = store(catalog, simple("b", "Nothing changes here."))
        after = store(catalog, simple("a", "The quarry closes in autumn."))
        assert [p.text for p in after] == ["The quarry closes in autumn."]
        assert catalog.bm25('"harbour"', 5) == []
        assert [number for number, _ in catalog.bm25('"quarry"', 5)] == [after[0].number]
        assert catalog.all_passages("b") == before
        assert catalog.count() == 2

    def test_a_number_is_never_used_twice(self, catalog: Catalog) -> None:
        """Chroma holds numbers: one that came back would bring a stranger's vector."""
        used = {p.number for p in store(catalog, simple("a", "x" * 2000))}
        with catalog.transaction():
            catalog.forget("a")
        again = {p.number for p in store(catalog, simple("a", "y" * 2000))}
        assert not used & again

    def test_forgetting_takes_everything_out(self, catalog: Catalog) -> None:
        store(catalog, simple("a", "The harbour opens in spring."))
        with catalog.transaction():
            catalog.record(FileRecord("a", "a.txt", 1, 1, 1, "0"))
            catalog.forget("a")
        assert (catalog.count(), catalog.titles(), catalog.files()) == (0, {}, {})
        assert catalog.bm25('"harbour" OR "title"', 5) == []
        assert catalog.fault() is None


def confirm(catalog: Catalog) -> list[int]:
    numbers, _ = catalog.vectors(0, 10, new=True)
    with catalog.transaction():
        catalog.confirm(numbers, alone=False)
    return numbers


class TestWhatChromaHolds:
    THREE = "x" * 500 + "y" * 500 + "z" * 500

    def test_new_passages_are_pending_until_they_are_confirmed(self, catalog: Catalog) -> None:
        store(catalog, simple("a", self.THREE))
        assert catalog.pending() == (3, [])
        assert catalog.held() == 0
        confirm(catalog)
        assert catalog.pending() == (0, [])
        assert catalog.held() == 3
        assert catalog.vectors(0, 10, new=True)[0] == []

    def test_confirmed_passages_are_dropped_when_they_are_removed(self, catalog: Catalog) -> None:
        kept = store(catalog, simple("a", self.THREE))
        confirm(catalog)
        store(catalog, simple("b", "w" * 1500))
        with catalog.transaction():
            catalog.forget("a")
            catalog.forget("b")  # Chroma never had it: nothing to drop
        assert catalog.pending() == (0, [passage.number for passage in kept])
        assert catalog.held() == 3

    def test_one_text_is_held_once_and_by_another_when_that_one_goes(
        self, catalog: Catalog
    ) -> None:
        (first,) = store(catalog, simple("a", "The same words."))
        (second,) = store(catalog, simple("b", "The same words."))
        assert confirm(catalog) == [first.number]
        assert (catalog.pending(), catalog.held()) == ((0, []), 1)
        assert catalog.of_same_text(first.number, 5) == [first.number, second.number]
        with catalog.transaction():
            catalog.forget("a")
        assert catalog.pending() == (1, [first.number])
        assert confirm(catalog) == [second.number]
        assert (catalog.pending(), catalog.held()) == ((0, []), 1)

    def test_state_is_what_was_written_last(self, catalog: Catalog) -> None:
        first = catalog.state()
        assert (first.fingerprint, first.generation, first.updating) == ("model-1", None, False)
        assert (first.checksum, first.revision) == ("", 0)
        with catalog.transaction():
            catalog.set_meta({"generation": "g1", "updating": "yes", "revision": "7"})
        second = catalog.state()
        assert (second.generation, second.updating, second.revision) == ("g1", True, 7)


class TestFullText:
    def test_words_are_stemmed_and_freed_of_accents(self, catalog: Catalog) -> None:
        store(catalog, simple("a", "Startups are accelerating in the café."))
        for query in ("accelerate", "startup", "cafe", "CAFÉ"):
            assert catalog.count_matches(f'"{query}"', 10) == 1, query

    def test_own_words_count_for_more_than_the_title_above(self, catalog: Catalog) -> None:
        release = replace(simple("a", "A merger of two firms."), title="Nothing of note")
        (named,) = store(catalog, release)
        (above,) = store(catalog, replace(simple("b", "Of two other firms."), title="A merger"))
        ranking = catalog.bm25('"merger"', 5)
        assert [number for number, _ in ranking] == [named.number, above.number]
        assert ranking[0][1] > ranking[1][1] > 0

    def test_limit_and_order(self, catalog: Catalog) -> None:
        for number in range(5):
            store(catalog, simple(f"r{number}", f"harbour {'filler ' * number}"))
        assert [number for number, _ in catalog.bm25('"harbour"', 3)] == [1, 2, 3]

    def test_integrity_is_checked(self, catalog: Catalog, release: Release) -> None:
        store(catalog, release)
        assert catalog.fault() is None
        with contextlib.closing(sqlite3.connect(catalog.path)) as database, database:
            database.execute(  # a row of the index without the passage it is of
                "INSERT INTO passages_fts (rowid, text, section, title) VALUES (999, 'a', 'b', 'c')"
            )
        assert "damaged" in str(catalog.fault())

    def test_checking_changes_nothing(self, catalog: Catalog, release: Release) -> None:
        store(catalog, release)
        before = catalog.path.read_bytes()
        catalog.fault()
        assert catalog.path.read_bytes() == before


class TestTransaction:
    def test_what_fails_leaves_nothing_behind(self, catalog: Catalog, release: Release) -> None:
        store(catalog, release)
        before = catalog.all_passages(release.id)
        with pytest.raises(RuntimeError), catalog.transaction():
            catalog.forget(release.id)
            catalog.set_meta({"generation": "other"})
            raise RuntimeError
        assert catalog.all_passages(release.id) == before
        assert catalog.release(release.id) == release
        assert catalog.state().generation is None
        assert catalog.count_matches('"PolyU"', 10) > 0

    def test_too_few_vectors_store_nothing(self, catalog: Catalog, release: Release) -> None:
        with pytest.raises(ValueError), catalog.transaction():
            catalog.add(release, part(release), np.zeros((1, DIMENSION), np.float32))
        assert catalog.count() == 0

    def test_another_connection_sees_all_of_it_or_nothing(
        self, catalog: Catalog, release: Release
    ) -> None:
        reader = Catalog(catalog.path.parent, readonly=True)
        with catalog.transaction():
            vectors = np.zeros((len(part(release)), DIMENSION), np.float32)
            catalog.add(release, part(release), vectors)
            assert reader.count() == 0
        assert reader.count() == len(part(release))
        reader.close()

    def test_a_reader_cannot_write(self, catalog: Catalog) -> None:
        reader = Catalog(catalog.path.parent, readonly=True)
        with pytest.raises(IndexingError), reader.transaction():
            reader.set_meta({"generation": "other"})
        reader.close()
        assert catalog.state().generation is None


class TestOpening:
    def test_where_there_is_none(self, tmp_path: Path) -> None:
        with pytest.raises(IndexMissingError, match="Run: pr-assistant index"):
            Catalog(tmp_path, readonly=True)
        assert list(tmp_path.iterdir()) == []

    def test_creating_twice_keeps_the_first(self, catalog: Catalog) -> None:
        Catalog.create(catalog.path.parent, "model-2")
        assert catalog.state().fingerprint == "model-1"

    def test_a_half_made_one_is_made_anew(self, tmp_path: Path) -> None:
        (tmp_path / f".{FILE}.new").write_bytes(b"half")
        Catalog.create(tmp_path, "model-1")
        Catalog(tmp_path, readonly=True).close()

    def test_of_a_newer_schema_is_refused(self, catalog: Catalog) -> None:
        set_version(catalog.path, SCHEMA_VERSION + 1)
        with pytest.raises(IndexStaleError, match="newer pr-assistant"):
            Catalog(catalog.path.parent, readonly=True)

    def test_of_an_older_schema_is_refused(self, catalog: Catalog) -> None:
        set_version(catalog.path, SCHEMA_VERSION - 1)
        with pytest.raises(IndexStaleError, match="index --rebuild"):
            Catalog(catalog.path.parent, readonly=True)

    @pytest.mark.parametrize("content", [b"no database at all" * 500, b"SQLite format 3\x00" * 99])
    def test_garbled_is_refused(self, tmp_path: Path, content: bytes) -> None:
        (tmp_path / FILE).write_bytes(content)
        with pytest.raises(IndexDamagedError, match="index --rebuild") as raised:
            Catalog(tmp_path, readonly=True)
        assert str(raised.value).count("Run:") == 1

    def test_a_file_without_content_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / FILE).touch()
        with pytest.raises(IndexStaleError, match="index --rebuild"):
            Catalog(tmp_path, readonly=True)

    def test_a_folder_in_its_place_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / FILE).mkdir()
        with pytest.raises(IndexDamagedError):
            Catalog(tmp_path, readonly=True)


def set_version(path: Path, version: int) -> None:
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA user_version = {version}")


def test_threads_read_together(catalog: Catalog, release: Release) -> None:
    expected = store(catalog, release)
    wrong: list[object] = []

    def read() -> None:
        for _ in range(50):
            found = catalog.all_passages(release.id)
            if found != expected or catalog.release(release.id) != release:
                wrong.append(found)

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_what_is_read_of_a_closed_catalog_is_an_error_of_ours(index_copy: Path) -> None:
    """A window may still ask when the program ends."""
    catalog = Catalog(index_copy, readonly=True)
    assert catalog.titles()
    catalog.close()
    with pytest.raises(UsageError, match="closed"):
        catalog.titles()
