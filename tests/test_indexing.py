"""The document's way in: what changed is indexed, nothing else, and no bad file stops it."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from support import (
    CORPUS,
    EMPLOYEES,
    RELEASE,
    check_index,
    command,
    environment,
    modes_to_read,
    permitted,
    read_only,
    run,
    short_texts,
    wait_until,
    write_release,
)

from pr_assistant import indexing, updating
from pr_assistant.bootstrap import open_assistant
from pr_assistant.catalog import Catalog
from pr_assistant.database import FILE
from pr_assistant.embedding import Embedder
from pr_assistant.errors import (
    IndexingError,
    IndexLockedError,
    IndexStaleError,
    IndexUnusableError,
    PrAssistantError,
    UsageError,
)
from pr_assistant.exporting import Progress
from pr_assistant.locking import is_locked, locked
from pr_assistant.models import IndexReport
from pr_assistant.settings import Settings, load
from pr_assistant.synchronising import generations

HARBOUR = "The new harbour of Brightsea opens on 3 May 2024, the port authority said.\n"
QUARRY = "The quarry near Millbrook closes for good after 112 years of work.\n"
BRIDGE = "A bridge over the Alder river will cost 40 million euros.\n"


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A corpus and its index, on their own."""

    corpus: Path
    index: Path
    cache: Path
    embedder: Embedder

    def build(self, rebuild: bool = False, progress: Progress | None = None) -> IndexReport:
        show = progress or (lambda what, done, total: None)
        return indexing.build(self.corpus, self.index, self.embedder, show, rebuild)

    def write(self, name: str, text: str) -> Path:
        return write_release(self.corpus, name, text)

    @property
    def settings(self) -> Settings:
        return load(corpus=self.corpus, index=self.index, cache=self.cache)

    def texts(self) -> dict[str, str]:
        """The text of every release in the catalog, by its id."""
        with contextlib.closing(Catalog(self.index, readonly=True)) as catalog:
            found = {release_id: catalog.release(release_id) for release_id in catalog.titles()}
        return {release_id: release.text for release_id, release in found.items() if release}

    def check(self) -> None:
        check_index(self.index)


@pytest.fixture
def newsroom_of_two(embedder: Embedder, cache: Path, tmp_path: Path) -> Newsroom:
    """Two releases, indexed."""
    newsroom = Newsroom(tmp_path / "corpus", tmp_path / "index", cache, embedder)
    newsroom.write("harbour.txt", HARBOUR)
    newsroom.write("quarry.txt", QUARRY)
    newsroom.build()
    return newsroom


@pytest.fixture
def empty_newsroom(embedder: Embedder, cache: Path, tmp_path: Path) -> Newsroom:
    (tmp_path / "corpus").mkdir()
    return Newsroom(tmp_path / "corpus", tmp_path / "index", cache, embedder)


def counts(report: IndexReport) -> tuple[int, int, int, int, int]:
    """(added, changed, removed, unchanged, embedded)"""
    changes = (report.added, report.changed, report.removed, report.unchanged)
    return (*changes, report.embedded)


class TestIncremental:
    def test_the_first_run_indexes_everything(self, empty_newsroom: Newsroom) -> None:
        empty_newsroom.write("harbour.txt", HARBOUR)
        empty_newsroom.write("2024/quarry.md", QUARRY)
        report = empty_newsroom.build()
        assert counts(report) == (2, 0, 0, 0, 2)
        assert (report.passages, report.failures) == (2, ())
        assert empty_newsroom.texts() == {"harbour": HARBOUR, "2024/quarry": QUARRY}
        empty_newsroom.check()

    def test_nothing_new(self, newsroom_of_two: Newsroom) -> None:
        before = (newsroom_of_two.index / FILE).read_bytes()
        report = newsroom_of_two.build()
        assert counts(report) == (0, 0, 0, 2, 0)
        assert not report.rebuilt
        assert (newsroom_of_two.index / FILE).read_bytes() == before

    def test_an_added_release(self, newsroom_of_two: Newsroom) -> None:
        newsroom_of_two.write("bridge.txt", BRIDGE)
        report = newsroom_of_two.build()
        assert counts(report) == (1, 0, 0, 2, 1)
        assert not report.rebuilt
        assert newsroom_of_two.texts()["bridge"] == BRIDGE
        newsroom_of_two.check()

    def test_a_changed_release(self, newsroom_of_two: Newsroom) -> None:
        newsroom_of_two.write("harbour.txt", BRIDGE)
        assert counts(newsroom_of_two.build()) == (0, 1, 0, 1, 1)
        assert newsroom_of_two.texts() == {"harbour": BRIDGE, "quarry": QUARRY}
        newsroom_of_two.check()

    def test_a_changed_release_of_the_same_size_and_time(self, newsroom_of_two: Newsroom) -> None:
        """As `rsync --times` or an editor that restores it leaves one."""
        path = newsroom_of_two.corpus / "harbour.txt"
        status = path.stat()
        path.write_text(HARBOUR.replace("3 May", "4 May"), "utf-8")
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        with pytest.raises(IndexStaleError, match="Run: pr-assistant index"):
            open_assistant(newsroom_of_two.settings)
        assert counts(newsroom_of_two.build()) == (0, 1, 0, 1, 1)
        assert "4 May" in newsroom_of_two.texts()["harbour"]

    def test_a_removed_release(self, newsroom_of_two: Newsroom) -> None:
        (newsroom_of_two.corpus / "harbour.txt").unlink()
        assert counts(newsroom_of_two.build()) == (0, 0, 1, 1, 0)
        assert newsroom_of_two.texts() == {"quarry": QUARRY}
        newsroom_of_two.check()

    def test_all_at_once(self, newsroom_of_two: Newsroom) -> None:
        newsroom_of_two.write("bridge.txt", BRIDGE)
        newsroom_of_two.write("quarry.txt", QUARRY.replace("112", "113"))
        (newsroom_of_two.corpus / "harbour.txt").unlink()
        assert counts(newsroom_of_two.build()) == (1, 1, 1, 0, 2)
        newsroom_of_two.check()

    def test_a_touched_release_is_not_embedded_again(self, newsroom_of_two: Newsroom) -> None:
        os.utime(newsroom_of_two.corpus / "harbour.txt", (1, 1))
        with open_assistant(newsroom_of_two.settings):  # nor is the index stale because of it
            pass
        assert counts(newsroom_of_two.build()) == (0, 0, 0, 2, 0)

    def test_only_the_paragraph_that_changed_is_embedded(self, empty_newsroom: Newsroom) -> None:
        text = (CORPUS / f"{RELEASE}.txt").read_text("utf-8")
        empty_newsroom.write("release.txt", text)
        passages = empty_newsroom.build().embedded
        assert passages > 8
        empty_newsroom.write("release.txt", text.replace("208,000", "209,000"))
        assert counts(empty_newsroom.build()) == (0, 1, 0, 0, 1)
        empty_newsroom.check()

    def test_identical_paragraphs_are_embedded_once(self, newsroom_of_two: Newsroom) -> None:
        newsroom_of_two.write("again.txt", HARBOUR)
        newsroom_of_two.write("one.txt", BRIDGE)
        newsroom_of_two.write("two.txt", BRIDGE)
        report = newsroom_of_two.build()
        assert (report.added, report.embedded, report.passages) == (3, 1, 5)
        newsroom_of_two.check()

    def test_a_renamed_release_is_not_embedded_again(self, newsroom_of_two: Newsroom) -> None:
        (newsroom_of_two.corpus / "harbour.txt").rename(newsroom_of_two.corpus / "port.txt")
        assert counts(newsroom_of_two.build()) == (1, 0, 1, 1, 0)
        newsroom_of_two.check()

    def test_rebuilding_embeds_everything_again(self, newsroom_of_two: Newsroom) -> None:
        report = newsroom_of_two.build(rebuild=True)
        assert counts(report) == (2, 0, 0, 0, 2)
        assert report.rebuilt
        newsroom_of_two.check()

    def test_a_large_change_fills_a_new_generation(self, newsroom_of_two: Newsroom) -> None:
        (before,) = generations(newsroom_of_two.index)
        for number, text in enumerate(short_texts(1001, seed=3)):
            newsroom_of_two.write(f"many/{number}.txt", text)
        report = newsroom_of_two.build()
        assert (report.added, report.embedded, report.rebuilt) == (1001, 1001, True)
        (after,) = generations(newsroom_of_two.index)
        assert after.name > before.name

    @pytest.mark.parametrize("first", ["harbour.txt", "twin.txt"])
    def test_a_shared_paragraph_outlives_either_of_its_releases(
        self, newsroom_of_two: Newsroom, first: str
    ) -> None:
        newsroom_of_two.write("twin.txt", HARBOUR)
        newsroom_of_two.build()
        (newsroom_of_two.corpus / first).unlink()
        assert newsroom_of_two.build().embedded == 0
        newsroom_of_two.check()
        (left,) = {"harbour", "twin"} - {first.removesuffix(".txt")}
        with open_assistant(newsroom_of_two.settings) as assistant:
            best = assistant.retriever.search("When does the new harbour open?")[0]
        assert best.passage.release_id == left
        assert best.cosine is not None

    def test_releases_that_share_a_paragraph_are_all_found_by_it(
        self, newsroom_of_two: Newsroom
    ) -> None:
        newsroom_of_two.write("twin.txt", HARBOUR)
        newsroom_of_two.build()
        with open_assistant(newsroom_of_two.settings) as assistant:
            hits = assistant.retriever.search("When does the new harbour open?")
        found = {hit.passage.release_id for hit in hits if hit.passage.text in HARBOUR}
        assert found == {"harbour", "twin"}

    def test_paragraphs_that_many_releases_share_hide_no_other(
        self, empty_newsroom: Newsroom
    ) -> None:
        """The closing paragraph about the company is the same in all that it ever issued."""
        shutil.copytree(CORPUS, empty_newsroom.corpus, dirs_exist_ok=True)
        for number in range(400):
            empty_newsroom.write(f"{number}.txt", HARBOUR)
        empty_newsroom.build()
        empty_newsroom.check()


class TestEmptyAndMissing:
    def test_an_empty_corpus(self, empty_newsroom: Newsroom) -> None:
        with pytest.raises(UsageError, match="no releases"):
            empty_newsroom.build()
        assert not empty_newsroom.index.exists()

    def test_a_corpus_of_other_files_only(self, empty_newsroom: Newsroom) -> None:
        empty_newsroom.write("picture.png", "no release")
        empty_newsroom.write(".hidden.txt", HARBOUR)
        empty_newsroom.write(".git/notes.txt", HARBOUR)
        with pytest.raises(UsageError, match="no releases"):
            empty_newsroom.build()

    def test_a_missing_corpus_and_a_file_in_its_place(self, empty_newsroom: Newsroom) -> None:
        empty_newsroom.corpus.rmdir()
        with pytest.raises(UsageError, match="--corpus"):
            empty_newsroom.build()
        empty_newsroom.corpus.touch()
        with pytest.raises(UsageError, match="--corpus"):
            empty_newsroom.build()

    def test_a_corpus_that_was_emptied_keeps_its_index(self, newsroom_of_two: Newsroom) -> None:
        """It may be a disk that is not mounted: nothing is thrown away without a word."""
        shutil.rmtree(newsroom_of_two.corpus)
        newsroom_of_two.corpus.mkdir()
        with pytest.raises(UsageError):
            newsroom_of_two.build()
        assert len(newsroom_of_two.texts()) == 2


SOUND = "sound.txt"


class TestBadFiles:
    """Each stands beside a sound release, which is indexed whatever the bad one is."""

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (b"", "is empty"),
            (b" \n\t\n", "is empty"),
            (b"\xef\xbb\xbf", "is empty"),
            (b"\x89PNG\r\n\x1a\n" + b"\x00\x01\x02" * 50, "picture"),
            (b"%PDF-1.7\n1 0 obj", "PDF"),
            (b"PK\x03\x04" + b"\x14\x00" * 30, "Office document"),
            (random.Random(1).randbytes(4000), "binary file"),
            (b"One line.\x07\x08 Another line of text.", "control characters"),
            (b"\xff\xfe" + "Half of a character is missing.".encode("utf-16-le")[:-1], "broken"),
            ("Новость дня: мост открыт сегодня.".encode("koi8-r"), "encoding"),
            ("日本の発表です。".encode("shift-jis"), "UTF-8"),
        ],
    )
    def test_is_named_and_stops_no_other(
        self, empty_newsroom: Newsroom, content: bytes, reason: str
    ) -> None:
        empty_newsroom.write(SOUND, HARBOUR)
        (empty_newsroom.corpus / "bad.txt").write_bytes(content)
        report = empty_newsroom.build()
        (failure,) = report.failures
        assert failure.path == "bad.txt"
        assert reason in failure.reason
        assert (report.added, report.passages) == (1, 1)
        assert empty_newsroom.texts() == {"sound": HARBOUR}

    @pytest.mark.parametrize(
        ("encoding", "text"),
        [
            (
                "latin-1",
                "Die Brücke kostet 40 Millionen, sagt Renée Müller aus Düsseldorf.\n",
            ),
            ("cp1252", "The “Alder” bridge – it’s new – costs €40 million in all, they said.\n"),
            ("utf-16", "Die Brücke kostet 40 Millionen Euro.\n"),
            ("utf-16-le", "The bridge costs 40 million euros.\n"),
            ("utf-16-be", "The bridge costs 40 million euros.\n"),
            ("utf-32", "The bridge costs 40 million euros.\n"),
            ("utf-8-sig", "Die Brücke kostet 40 Millionen Euro.\n"),
        ],
    )
    def test_other_encodings_are_read(
        self, empty_newsroom: Newsroom, encoding: str, text: str
    ) -> None:
        (empty_newsroom.corpus / "news.txt").write_bytes(text.encode(encoding))
        assert empty_newsroom.build().failures == ()
        assert empty_newsroom.texts() == {"news": text}

    def test_a_file_of_50_mb(self, empty_newsroom: Newsroom) -> None:
        empty_newsroom.write(SOUND, HARBOUR)
        with (empty_newsroom.corpus / "huge.txt").open("wb") as stream:
            for _ in range(50):
                stream.write(b"A line of a release. " * 50_000)
        report = empty_newsroom.build()
        (failure,) = report.failures
        assert failure.path == "huge.txt"
        assert "MB" in failure.reason
        assert report.added == 1
        assert report.seconds < 5

    def test_two_files_of_one_id(self, empty_newsroom: Newsroom) -> None:
        empty_newsroom.write("a.md", HARBOUR)
        empty_newsroom.write("a.txt", QUARRY)
        empty_newsroom.write("b.txt", BRIDGE)
        report = empty_newsroom.build()
        (failure,) = report.failures
        assert failure.path == "a.txt"
        assert "a.md" in failure.reason
        assert empty_newsroom.texts() == {"a": HARBOUR, "b": BRIDGE}

    @pytest.mark.parametrize("text", ["", QUARRY])
    def test_a_second_file_of_one_id_stops_not_the_one_that_is_indexed(
        self, newsroom_of_two: Newsroom, text: str
    ) -> None:
        """Whichever comes first by name."""
        newsroom_of_two.write("harbour.md", text)
        for _ in range(2):
            report = newsroom_of_two.build()
            (failure,) = report.failures
            assert failure.path == "harbour.md"
            assert "harbour.txt" in failure.reason
            assert counts(report) == (0, 0, 0, 2, 0)
            open_assistant(newsroom_of_two.settings).close()
        assert newsroom_of_two.texts()["harbour"] == HARBOUR
        (newsroom_of_two.corpus / "harbour.txt").unlink()
        newsroom_of_two.write("harbour.md", BRIDGE)
        assert counts(newsroom_of_two.build()) == (0, 1, 0, 1, 1)
        assert newsroom_of_two.texts()["harbour"] == BRIDGE

    def test_a_link_that_leads_nowhere(self, empty_newsroom: Newsroom) -> None:
        empty_newsroom.write(SOUND, HARBOUR)
        (empty_newsroom.corpus / "lost.txt").symlink_to("nowhere.txt")
        report = empty_newsroom.build()
        assert report.added == 1
        assert [failure.path for failure in report.failures] == ["lost.txt"]

    def test_a_pipe(self, empty_newsroom: Newsroom) -> None:
        """Reading it would wait for ever."""
        empty_newsroom.write(SOUND, HARBOUR)
        os.mkfifo(empty_newsroom.corpus / "pipe.txt")
        places = ("--corpus", empty_newsroom.corpus, "--index", empty_newsroom.index)
        done = run("index", *places, timeout=30).check(1)
        assert "pipe.txt" in done.err
        assert empty_newsroom.texts() == {"sound": HARBOUR}

    def test_a_name_that_is_no_text(self, empty_newsroom: Newsroom) -> None:
        empty_newsroom.write(SOUND, HARBOUR)
        name = os.fsencode(empty_newsroom.corpus) + b"/caf\xe9.txt"
        Path(os.fsdecode(name)).write_text(QUARRY, "utf-8")
        places = ("--corpus", empty_newsroom.corpus, "--index", empty_newsroom.index)
        done = run("index", *places)
        assert "Traceback" not in done.err
        assert done.code == 0 or (done.code == 1 and "caf" in done.err)
        assert empty_newsroom.texts()["sound"] == HARBOUR

    def test_a_file_that_opens_but_cannot_be_read(self, empty_newsroom: Newsroom) -> None:
        if not Path("/proc/self/mem").exists():
            pytest.skip("there is no /proc here")
        empty_newsroom.write(SOUND, HARBOUR)
        (empty_newsroom.corpus / "memory.txt").symlink_to("/proc/self/mem")
        report = empty_newsroom.build()
        (failure,) = report.failures
        assert failure.path == "memory.txt"
        assert "cannot be read" in failure.reason
        assert report.added == 1

    def test_a_file_that_vanishes_meanwhile(self, empty_newsroom: Newsroom) -> None:
        """It is listed, but gone when its turn comes, after two windows of passages."""
        before = 2 * updating.WINDOW + 1  # of one passage each; one window is read ahead
        for number in range(before):
            empty_newsroom.write(f"a{number:04}.txt", HARBOUR)
        last = empty_newsroom.write("b.txt", QUARRY)
        empty_newsroom.write("c.txt", BRIDGE)
        began = threading.Event()

        def delete() -> None:
            began.wait(60)
            last.unlink()

        deleting = threading.Thread(target=delete)
        deleting.start()

        def progress(what: str, done: float, total: float) -> None:
            began.set()
            deleting.join()

        report = empty_newsroom.build(progress=progress)
        (failure,) = report.failures
        assert failure.path == "b.txt"
        assert "vanished" in failure.reason
        assert report.added == before + 1
        assert counts(empty_newsroom.build()) == (0, 0, 0, before + 1, 0)

    def test_a_file_that_could_not_be_read_once_is_tried_again(
        self, empty_newsroom: Newsroom
    ) -> None:
        """`chmod` changes neither size nor time of modification."""
        empty_newsroom.write(SOUND, HARBOUR)
        path = empty_newsroom.write("closed.txt", QUARRY)
        places = ("--corpus", empty_newsroom.corpus, "--index", empty_newsroom.index)
        with permitted({path: 0o000}) as under:
            for _ in range(2):
                done = run("index", *places, under=under).check(1)
                assert done.err.count("closed.txt cannot be read (Permission denied)") == 1
            asked = ("When does the new harbour of Brightsea open?", *places)
            assert "3 May 2024" in run("ask", *asked, under=under).check().out
            assert "closed.txt cannot be read" in run("doctor", *places, under=under).check(1).out
        report = empty_newsroom.build()
        assert (counts(report), report.failures) == ((1, 0, 0, 1, 1), ())

    def test_a_release_that_cannot_be_read_now_stays_as_it_was_indexed(
        self, newsroom_of_two: Newsroom
    ) -> None:
        path = newsroom_of_two.write("harbour.txt", HARBOUR.replace("3 May", "14 May"))
        places = ("--corpus", newsroom_of_two.corpus, "--index", newsroom_of_two.index)
        with permitted({path: 0o000}) as under:
            done = run("index", "--json", *places, under=under).check(1)
            report = json.loads(done.out)
            assert (report["unchanged"], report["removed"], report["changed"]) == (2, 0, 0)
            (failure,) = report["failures"]
            assert "cannot be read" in failure["reason"]
            assert "stays" in failure["reason"]
        assert newsroom_of_two.texts()["harbour"] == HARBOUR
        assert counts(newsroom_of_two.build()) == (0, 1, 0, 1, 1)
        newsroom_of_two.check()

    @pytest.mark.parametrize("mode", [0o000, 0o444, 0o111])
    def test_a_folder_that_cannot_be_read_keeps_what_was_indexed_of_it(
        self, newsroom_of_two: Newsroom, mode: int
    ) -> None:
        path = newsroom_of_two.write("2024/05/bridge.txt", BRIDGE)
        newsroom_of_two.write("2024-06.txt", BRIDGE)
        newsroom_of_two.build()
        (newsroom_of_two.corpus / "2024-06.txt").unlink()
        places = ("--corpus", newsroom_of_two.corpus, "--index", newsroom_of_two.index)
        with permitted({path.parent.parent: mode}) as under:
            done = run("index", "--json", *places, under=under).check(1)
            assert "2024" in done.err
            assert json.loads(done.out)["removed"] == 1
            asked = ("When does the new harbour of Brightsea open?", *places)
            assert "3 May 2024" in run("ask", *asked, under=under).check().out
            doctor = run("doctor", *places, under=under).check(1)
            assert "2024" in doctor.out
        assert newsroom_of_two.texts().keys() == {"harbour", "quarry", "2024/05/bridge"}
        assert counts(newsroom_of_two.build()) == (0, 0, 0, 3, 0)

    def test_a_corpus_that_cannot_be_read_keeps_its_index(self, newsroom_of_two: Newsroom) -> None:
        env = {"PR_ASSISTANT_CORPUS": str(newsroom_of_two.corpus)}
        with permitted({newsroom_of_two.corpus: 0o000}) as under:
            done = run("index", "--index", newsroom_of_two.index, env=env, under=under)
            assert "cannot be read" in done.check(2).err
        assert len(newsroom_of_two.texts()) == 2

    def test_many_bad_files_and_a_sound_one(self, empty_newsroom: Newsroom) -> None:
        for number in range(30):
            (empty_newsroom.corpus / f"{number}.txt").write_bytes(
                random.Random(number).randbytes(99 * number)
            )
        empty_newsroom.write(SOUND, HARBOUR)
        places = ("--corpus", empty_newsroom.corpus, "--index", empty_newsroom.index)
        done = run("index", *places).check(1)
        for number in range(30):
            assert f"Not indexed: {number}.txt " in done.err
        assert done.out.startswith("1 release indexed")
        with open_assistant(empty_newsroom.settings) as assistant:
            assert "3 May 2024" in assistant.ask("When does the harbour of Brightsea open?").answer

    def test_is_named_again_while_it_stays_and_forgotten_when_it_is_mended(
        self, empty_newsroom: Newsroom
    ) -> None:
        empty_newsroom.write(SOUND, HARBOUR)
        empty_newsroom.write("late.txt", "")
        for _ in range(2):
            (failure,) = empty_newsroom.build().failures
            assert failure.path == "late.txt"
        empty_newsroom.write("late.txt", QUARRY)
        report = empty_newsroom.build()
        assert counts(report) == (1, 0, 0, 1, 1)
        assert report.failures == ()

    def test_a_release_that_becomes_bad_is_taken_out(self, newsroom_of_two: Newsroom) -> None:
        newsroom_of_two.write("harbour.txt", "")
        report = newsroom_of_two.build()
        assert [failure.path for failure in report.failures] == ["harbour.txt"]
        assert newsroom_of_two.texts() == {"quarry": QUARRY}
        newsroom_of_two.check()

    def test_nothing_but_bad_files(self, empty_newsroom: Newsroom) -> None:
        empty_newsroom.write("empty.txt", "")
        report = empty_newsroom.build()
        assert (report.passages, len(report.failures)) == (0, 1)
        with open_assistant(empty_newsroom.settings) as assistant:
            answer = assistant.ask(EMPLOYEES)
        assert (answer.status, answer.related) == ("not_in_release", ())


class TestWhereItCannotBeWritten:
    @pytest.fixture(params=["permissions", "mount"])
    def under(self, request: pytest.FixtureRequest, index_copy: Path) -> Iterator[list[str]]:
        """What commands run under for `index_copy` to be read-only to them."""
        if request.param == "permissions":
            with permitted(modes_to_read(index_copy)) as prefix:
                yield prefix
        else:
            with read_only(index_copy):
                yield []

    def test_a_read_only_folder_refuses_indexing_and_answers_questions(
        self, tmp_path: Path, index_copy: Path, under: list[str]
    ) -> None:
        corpus = Path(shutil.copytree(CORPUS, tmp_path / "corpus"))
        places = ("--corpus", corpus, "--index", index_copy)
        refused = run("index", *places, under=under).check(1)
        assert "cannot be written" in refused.err
        assert "--index DIR" in refused.err
        assert "208,000" in run("ask", EMPLOYEES, *places, under=under).check().out
        doctor = run("doctor", *places, under=under)
        assert "Traceback" not in doctor.err
        assert "damaged" not in doctor.out + doctor.err
        write_release(corpus, "new.txt", HARBOUR)
        assert "cannot be written" in run("index", *places, under=under).check(1).err

    def test_files_alone_that_are_read_only_answer_questions(self, index_copy: Path) -> None:
        modes = modes_to_read(index_copy)
        with permitted({path: mode for path, mode in modes.items() if path.is_file()}) as under:
            places = ("--corpus", CORPUS, "--index", index_copy)
            assert "208,000" in run("ask", EMPLOYEES, *places, under=under).check().out

    def test_a_file_in_the_place_of_the_folder(self, tmp_path: Path, embedder: Embedder) -> None:
        (tmp_path / "index").touch()
        with pytest.raises(IndexingError, match="--index DIR"):
            indexing.build(CORPUS, tmp_path / "index", embedder)

    def test_a_place_where_no_folder_can_be_made(self, embedder: Embedder) -> None:
        if not Path("/proc/self").exists():
            pytest.skip("there is no /proc here")
        with pytest.raises(IndexingError, match="--index DIR"):
            indexing.build(CORPUS, Path("/proc/self/index"), embedder)


class TestOneWriter:
    def test_a_second_process_is_refused(self, newsroom_of_two: Newsroom) -> None:
        places = ("--corpus", newsroom_of_two.corpus, "--index", newsroom_of_two.index)
        with locked(newsroom_of_two.index):
            done = run("index", *places).check(1)
            assert "Another pr-assistant" in done.err
            with open_assistant(newsroom_of_two.settings) as assistant:
                assert assistant.ask("When does the harbour of Brightsea open?").citations

    def test_two_processes_at_once(self, newsroom_of_two: Newsroom) -> None:
        newsroom_of_two.write("bridge.txt", BRIDGE)
        for number in range(600):
            newsroom_of_two.write(f"many/{number}.txt", f"Notice number {number}.\n")
        places = ("--corpus", newsroom_of_two.corpus, "--index", newsroom_of_two.index)
        first = subprocess.Popen(command("index", *places), env=environment())
        try:
            wait_until(lambda: first.poll() is not None or is_locked(newsroom_of_two.index))
            first.send_signal(signal.SIGSTOP)  # however fast it is, it holds the lock
            with pytest.raises(IndexLockedError, match="Another pr-assistant"):
                newsroom_of_two.build()
            first.send_signal(signal.SIGCONT)
            assert first.wait(120) == 0
        finally:
            first.kill()
            first.wait()
        assert counts(newsroom_of_two.build()) == (0, 0, 0, 603, 0)
        newsroom_of_two.check()

    def test_looking_whether_somebody_writes_never_stops_a_writer(self, tmp_path: Path) -> None:
        """Every question that opens the index looks."""
        looking = "import sys, pathlib; from pr_assistant.locking import is_locked\n"
        looking += "while True: is_locked(pathlib.Path(sys.argv[1]))"
        with locked(tmp_path):
            pass
        process = subprocess.Popen(
            [sys.executable, "-c", looking, str(tmp_path)], env=environment()
        )
        try:
            wait_until(lambda: process.poll() is None)
            for _ in range(3000):
                with locked(tmp_path):
                    pass
        finally:
            process.kill()
            process.wait()


class TestGarbledCatalog:
    def test_every_page_in_turn(self, index_copy: Path, cache: Path) -> None:
        """A question gets its right answer, or an error of ours that says what mends it."""
        catalog = index_copy / FILE
        sound = catalog.read_bytes()
        generator = random.Random(5)
        settings = load(corpus=CORPUS, index=index_copy, cache=cache)
        refused = 0
        crashes: list[str] = []
        for start in range(0, len(sound), 4096):
            head = 100 if start == 0 else 0
            garbled = bytearray(sound)
            garbled[start + head : start + 4096] = generator.randbytes(4096 - head)
            catalog.write_bytes(garbled)
            try:
                with open_assistant(settings) as assistant:
                    assert "208,000" in assistant.ask(EMPLOYEES).answer
            except IndexUnusableError as error:
                assert "index --rebuild" in str(error)
                refused += 1
            except Exception as error:
                crashes.append(f"page {start // 4096}: {error!r}")
        assert crashes == []
        assert refused > 10

    @pytest.mark.parametrize("page", [1, 2, 4, 6, 9, 12, 20])
    def test_rebuilding_mends_it(
        self, index_copy: Path, embedder: Embedder, cache: Path, page: int
    ) -> None:
        content = bytearray((index_copy / FILE).read_bytes())
        content[page * 4096 : (page + 1) * 4096] = random.Random(page).randbytes(4096)
        (index_copy / FILE).write_bytes(content)
        with contextlib.suppress(PrAssistantError):  # it may get by without that page
            indexing.build(CORPUS, index_copy, embedder)
        newsroom = Newsroom(CORPUS, index_copy, cache, embedder)
        newsroom.build(rebuild=True)
        newsroom.check()
        with open_assistant(newsroom.settings) as assistant:
            assert "208,000" in assistant.ask(EMPLOYEES).answer

    def test_rebuilding_mends_an_empty_file_and_a_folder_of_rubbish(
        self, index_copy: Path, embedder: Embedder, cache: Path
    ) -> None:
        newsroom = Newsroom(CORPUS, index_copy, cache, embedder)
        (index_copy / FILE).write_bytes(b"")
        with pytest.raises(IndexStaleError, match="--rebuild"):
            newsroom.build()
        newsroom.build(rebuild=True)
        newsroom.check()

    def test_a_process_killed_in_the_middle_of_a_commit_damages_nothing(
        self, newsroom_of_two: Newsroom
    ) -> None:
        """SQLite leaves a journal that the next writer rolls back; a reader cannot."""
        half = (
            "import os, sqlite3, sys\n"
            "db = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
            "db.execute('PRAGMA cache_size = 1')\n"
            "db.execute('BEGIN IMMEDIATE')\n"
            "db.execute('UPDATE releases SET title = hex(randomblob(300000))')\n"
            "os._exit(9)\n"
        )
        path = newsroom_of_two.index / FILE
        subprocess.run([sys.executable, "-c", half, str(path)], check=False)
        assert path.with_name(f"{FILE}-journal").stat().st_size > 0
        try:
            with open_assistant(newsroom_of_two.settings) as assistant:
                assert assistant.ask("When does the harbour of Brightsea open?").citations
        except IndexUnusableError as error:
            assert "pr-assistant index" in str(error)
            assert "--rebuild" not in str(error)  # nothing is lost: no need to embed it all again
        assert counts(newsroom_of_two.build()) == (0, 0, 0, 2, 0)
        newsroom_of_two.check()
        with open_assistant(newsroom_of_two.settings) as assistant:
            assert assistant.ask("When does the harbour of Brightsea open?").citations


class TestStale:
    """An index is never asked about a corpus that is not the one it was made from."""

    def test_changed_added_and_removed_releases(self, newsroom_of_two: Newsroom) -> None:
        for change in (
            lambda: newsroom_of_two.write("harbour.txt", BRIDGE),
            lambda: newsroom_of_two.write("bridge.txt", BRIDGE),
            lambda: (newsroom_of_two.corpus / "quarry.txt").unlink(),
        ):
            change()
            with pytest.raises(IndexStaleError, match="Run: pr-assistant index"):
                open_assistant(newsroom_of_two.settings)
            newsroom_of_two.build()
            open_assistant(newsroom_of_two.settings).close()

    def test_a_corpus_that_is_not_at_hand_does_not_matter_unless_it_is_named(
        self, newsroom_of_two: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        shutil.rmtree(newsroom_of_two.corpus)
        with pytest.raises(UsageError, match="no folder"):
            open_assistant(newsroom_of_two.settings)
        monkeypatch.chdir(tmp_path)
        with open_assistant(
            load(index=newsroom_of_two.index, cache=newsroom_of_two.cache)
        ) as assistant:
            assert assistant.ask("When does the harbour of Brightsea open?").citations
