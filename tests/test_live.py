"""A reader that stays open follows what indexing does in another process."""

from __future__ import annotations

import contextlib
import shutil
import signal
import subprocess
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from support import (
    CORPUS,
    EMPLOYEES,
    RELEASE,
    command,
    environment,
    run,
    short_texts,
    wait_until,
    write_release,
)

from pr_assistant.answering import Answerer
from pr_assistant.assistant import Assistant
from pr_assistant.bootstrap import open_assistant
from pr_assistant.catalog import Catalog
from pr_assistant.embedding import Embedder
from pr_assistant.errors import IndexDamagedError, IndexMissingError, IndexStaleError
from pr_assistant.live import LiveIndex
from pr_assistant.models import Question, ScoredPassage
from pr_assistant.reading import ExtractiveReader
from pr_assistant.readings import Reading
from pr_assistant.retrieval import HybridSearch
from pr_assistant.settings import Settings, load
from pr_assistant.synchronising import generations

HARBOUR = "The new harbour of Brightsea opens on 3 May 2024, the port authority said.\n"
OPENS = "When does the new harbour of Brightsea open?"


@pytest.fixture
def settings(tmp_path: Path, cache: Path, index_copy: Path) -> Settings:
    """A corpus and an index that a test may change."""
    corpus = Path(shutil.copytree(CORPUS, tmp_path / "corpus"))
    return load(corpus=corpus, index=index_copy, cache=cache)


def index_in_another_process(settings: Settings, *flags: str) -> None:
    run("index", *flags, "--corpus", settings.corpus, "--index", settings.index).check()


def found(assistant: Assistant, question: str) -> set[str]:
    """The releases whose passages a question brings."""
    return {hit.passage.release_id for hit in assistant.retriever.search(question)}


def test_a_reader_sees_what_another_process_adds_changes_and_removes(settings: Settings) -> None:
    with open_assistant(settings) as assistant:
        assert "208,000" in assistant.ask(EMPLOYEES).answer
        assert "harbour" not in found(assistant, OPENS)

        path = write_release(settings.corpus, "harbour.txt", HARBOUR)
        index_in_another_process(settings)
        assert "3 May 2024" in assistant.ask(OPENS).answer
        hits = assistant.retriever.search(OPENS)
        assert hits[0].passage.release_id == "harbour"
        assert hits[0].cosine is not None  # Chroma has it, not only the catalog

        write_release(settings.corpus, "harbour.txt", HARBOUR.replace("3 May", "9 June"))
        index_in_another_process(settings)
        answer = assistant.ask(OPENS).answer
        assert "9 June 2024" in answer
        assert "3 May" not in answer

        path.unlink()
        index_in_another_process(settings)
        assert "harbour" not in found(assistant, OPENS)
        assert "208,000" in assistant.ask(EMPLOYEES).answer


def test_a_reader_survives_a_rebuild(settings: Settings) -> None:
    with open_assistant(settings) as assistant:
        write_release(settings.corpus, "harbour.txt", HARBOUR)
        index_in_another_process(settings, "--rebuild")
        assert "3 May 2024" in assistant.ask(OPENS).answer
        assert "208,000" in assistant.ask(EMPLOYEES).answer


def test_no_question_is_refused_falsely_while_the_index_is_made_anew(settings: Settings) -> None:
    """It is emptied first. Killed then, the next run carries on."""
    for number, text in enumerate(short_texts(1500, seed=12)):
        write_release(settings.corpus, f"many/{number}.txt", text)
    index_in_another_process(settings)
    places = ("--corpus", settings.corpus, "--index", settings.index)
    with open_assistant(settings) as assistant:
        rebuild = command("index", "--rebuild", *places)
        rebuilding = subprocess.Popen(rebuild, env=environment())
        try:
            index = assistant.index
            assert isinstance(index, LiveIndex)
            wait_until(lambda: index.catalog.state().rebuilding)
            rebuilding.send_signal(signal.SIGSTOP)
            for _ in range(2):
                with pytest.raises(IndexStaleError, match=r"made anew\. Ask again"):
                    assistant.ask(EMPLOYEES)
            done = run("ask", EMPLOYEES, *places, timeout=60).check(4)
            assert "made anew" in done.err
            rebuilding.kill()
            rebuilding.wait()
            with pytest.raises(IndexStaleError, match="that was interrupted"):
                assistant.ask(EMPLOYEES)
            assert "made anew" in run("doctor", *places).check(4).out
            index_in_another_process(settings)
            assert "208,000" in assistant.ask(EMPLOYEES).answer
        finally:
            rebuilding.kill()
            rebuilding.wait()


class TestReleaseThatChangesWhileItIsRead:
    """None of the words a reader pointed at stand where they stood: that is no "does not say"."""

    @pytest.fixture
    def answerer(self, settings: Settings, embedder: Embedder) -> Iterator[Answerer]:
        with contextlib.closing(LiveIndex(settings.index)) as index:
            search = HybridSearch(index, embedder, settings.top_k)
            yield Answerer(index, search, InterruptedReader(embedder, index, settings))

    def test_is_read_again(self, answerer: Answerer) -> None:
        InterruptedReader.changes = 1
        assert "209,000" in answerer.answer(Question(EMPLOYEES)).answer

    def test_again_and_again_is_an_error(self, answerer: Answerer) -> None:
        InterruptedReader.changes = 9
        with pytest.raises(IndexStaleError, match="Ask again"):
            answerer.answer(Question(EMPLOYEES))
        assert InterruptedReader.changes == 7


class InterruptedReader(ExtractiveReader):
    """Another process indexes a change of the release after it was read."""

    changes = 0

    def __init__(self, embedder: Embedder, index: LiveIndex, settings: Settings) -> None:
        super().__init__(embedder, index.source)
        self._settings = settings

    def read(self, question: str, passages: Sequence[ScoredPassage]) -> Reading:
        reading = super().read(question, passages)
        assert reading.answered
        if type(self).changes:
            type(self).changes -= 1
            path = self._settings.corpus / f"{RELEASE}.txt"
            text = path.read_text("utf-8").replace("208,000", "209,000")
            path.write_text(text.replace("Fostering ", "Fostering Fostering ", 1), "utf-8")
            index_in_another_process(self._settings)
        return reading


def test_readers_are_right_all_the_while_another_process_writes(settings: Settings) -> None:
    """Threads that ask without a pause, while releases come in and a new generation is filled."""
    with open_assistant(settings) as assistant:
        done = threading.Event()
        wrong: list[str] = []
        asked = [0] * 4

        def keep_asking(which: int) -> None:
            while not done.is_set():
                try:
                    answer = assistant.ask(EMPLOYEES)
                    if "208,000" not in answer.answer:
                        wrong.append(answer.answer)
                except Exception as error:
                    wrong.append(repr(error))
                asked[which] += 1

        threads = [threading.Thread(target=keep_asking, args=(which,)) for which in range(4)]
        for thread in threads:
            thread.start()
        try:
            for step in range(3):
                write_release(settings.corpus, f"harbour-{step}.txt", HARBOUR)
                if step == 1:  # so many that a new generation is filled
                    for number, text in enumerate(short_texts(1001, seed=9)):
                        write_release(settings.corpus, f"many/{number}.txt", text)
                index_in_another_process(settings)
        finally:
            done.set()
            for thread in threads:
                thread.join()
    assert wrong == []
    assert min(asked) > 2


def test_a_question_waits_for_a_writer_that_is_at_work(settings: Settings) -> None:
    for number, text in enumerate(short_texts(300, seed=4)):
        write_release(settings.corpus, f"many/{number}.txt", text)
    places = ("--corpus", settings.corpus, "--index", settings.index)
    writer = subprocess.Popen(command("index", *places), env=environment())
    with contextlib.closing(LiveIndex(settings.index)) as live:
        (before,), (vector,) = live.catalog.vectors(0, 1, new=False)
        while writer.poll() is None:
            assert live.nearest(vector, 1)[0][0] == before
        assert writer.returncode == 0
        numbers, vectors = live.catalog.vectors(12, 400, new=False)
        assert len(numbers) == 300
        for number, row in zip(numbers, vectors, strict=True):
            assert live.nearest(row, 1)[0][0] == number


class TestRefusals:
    def test_where_there_is_no_index(self, tmp_path: Path) -> None:
        with pytest.raises(IndexMissingError, match="Run: pr-assistant index"):
            LiveIndex(tmp_path / "nowhere")

    def test_where_the_first_run_was_killed_before_it_was_done(self, tmp_path: Path) -> None:
        Catalog.create(tmp_path, "model")
        live = LiveIndex(tmp_path)
        with pytest.raises(IndexMissingError, match="Run: pr-assistant index"):
            live.open_vectors()
        live.close()

    def test_where_a_writer_was_killed(self, index_copy: Path) -> None:
        catalog = Catalog(index_copy, readonly=False)
        with contextlib.closing(catalog), catalog.transaction():
            catalog.set_meta({"updating": "yes"})
        live = LiveIndex(index_copy)
        with pytest.raises(IndexStaleError, match="Run: pr-assistant index"):
            live.open_vectors()
        live.close()

    def test_where_chroma_lost_its_folder(self, index_copy: Path) -> None:
        for folder in generations(index_copy):
            shutil.rmtree(folder)
        live = LiveIndex(index_copy)
        with pytest.raises(IndexDamagedError, match="Run: pr-assistant doctor"):
            live.open_vectors()
        live.close()

    def test_where_chroma_is_that_of_another_index(self, index_copy: Path, tmp_path: Path) -> None:
        """It opens well enough, but does not hold what the catalog says."""
        from pr_assistant.vectors import VectorIndex

        (folder,) = generations(index_copy)
        shutil.rmtree(folder)
        folder.mkdir()
        VectorIndex(folder, create=True).close()
        live = LiveIndex(index_copy)
        with pytest.raises(IndexDamagedError, match="Run: pr-assistant doctor"):
            live.open_vectors()
        live.close()


def test_a_release_is_read_as_it_is_now(settings: Settings) -> None:
    with contextlib.closing(LiveIndex(settings.index)) as live:
        (release_id,) = live.catalog.titles()
        before = live.release(release_id)
        assert before is live.release(release_id)
        assert live.release("no such release") is None
        path = settings.corpus / f"{release_id}.txt"
        path.write_text(path.read_text("utf-8").replace("208,000", "209,000"), "utf-8")
        index_in_another_process(settings)
        after = live.release(release_id)
        assert after is not None
        assert "209,000" in after.text


def test_what_was_not_there_for_a_moment_is_looked_for_again(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As while the index is made anew: emptied after its digest was read, then filled as before."""
    with contextlib.closing(LiveIndex(settings.index)) as live:
        (release_id,) = live.catalog.titles()
        with monkeypatch.context() as emptied:
            emptied.setattr(live.catalog, "release", lambda _: None)
            assert live.release(release_id) is None
            assert live.source(release_id) is None
        assert live.release(release_id) is not None
        assert live.source(release_id) is not None


def test_a_generation_that_was_deleted_is_not_made_again_under_its_name(
    settings: Settings,
) -> None:
    """A process that still has it open would write its journals into the new one."""
    (before,) = generations(settings.index)
    shutil.rmtree(before)
    run("doctor", "--corpus", settings.corpus, "--index", settings.index).check()
    (after,) = generations(settings.index)
    assert after.name > before.name
