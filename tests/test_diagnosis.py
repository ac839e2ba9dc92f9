"""`doctor` says what is wrong, mends what can be mended, and embeds nothing again."""

from __future__ import annotations

import contextlib
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support import CORPUS, EMPLOYEES, RELEASE, ask, run, short_texts, write_release

from pr_assistant import indexing
from pr_assistant.bootstrap import open_assistant
from pr_assistant.catalog import Catalog
from pr_assistant.database import FILE
from pr_assistant.diagnosis import Finding, examine
from pr_assistant.embedding import Embedder
from pr_assistant.exporting import exported
from pr_assistant.settings import DEFAULT_MODEL, Settings, load
from pr_assistant.synchronising import generations

FILES = (
    "chroma.sqlite3",
    "header.bin",
    "data_level0.bin",
    "length.bin",
    "link_lists.bin",
    "index_metadata.pickle",
)


def randomise(path: Path) -> None:
    path.write_bytes(random.Random(path.name).randbytes(path.stat().st_size))


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def empty(path: Path) -> None:
    path.write_bytes(b"")


HARM: dict[str, Callable[[Path], None]] = {
    "random bytes": randomise,
    "cut in half": truncate,
    "empty": empty,
    "deleted": Path.unlink,
}


@pytest.fixture(scope="module")
def large(embedder: Embedder, cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An index of 1,100 short releases and the real one: Chroma has written its segment out."""
    folder = tmp_path_factory.mktemp("large")
    corpus = Path(shutil.copytree(CORPUS, folder / "corpus"))
    for number, text in enumerate(short_texts(1100, seed=8)):
        write_release(corpus, f"short/{number}.txt", text)
    indexing.build(corpus, folder / "index", embedder)
    settings = load(corpus=corpus, index=folder / "index", cache=cache)
    (generation,) = generations(settings.index)
    assert {path.name for path in generation.rglob("*") if path.is_file()} == set(FILES)
    return settings


@pytest.fixture
def spoilt(large: Settings, tmp_path: Path) -> Settings:
    """A copy of `large` to do harm to."""
    shutil.copytree(large.index, tmp_path / "index")
    return large.model_copy(update={"index": tmp_path / "index"})


def chroma_file(settings: Settings, name: str) -> Path:
    (path,) = (path for path in settings.index.rglob(name))
    return path


def examined(settings: Settings) -> tuple[list[Finding], set[str]]:
    """What `doctor` finds, and what work it does meanwhile."""
    work: set[str] = set()
    return list(examine(settings, lambda what, done, total: work.add(what))), work


class TestSound:
    def test_nothing_is_wrong_and_nothing_is_done(self, large: Settings) -> None:
        findings, work = examined(large)
        assert [finding.what for finding in findings] == [
            "Embedding model",
            "Catalog",
            "Corpus",
            "Vector index",
        ]
        assert all(finding.ok for finding in findings)
        assert work == set()


class TestGarbledChroma:
    @pytest.mark.parametrize(
        ("name", "harm"),
        [
            *(("chroma.sqlite3", harm) for harm in HARM),
            *((name, harm) for name in FILES[1:] for harm in ("random bytes", "cut in half")),
        ],
    )
    def test_a_question_is_refused_and_doctor_named(
        self, spoilt: Settings, name: str, harm: str
    ) -> None:
        """In a process of its own: a garbled segment can take down the one that opens it."""
        HARM[harm](chroma_file(spoilt, name))
        done = ask(spoilt.index, corpus=spoilt.corpus).check(4)
        assert "pr-assistant doctor" in done.err
        assert done.out == ""

    @pytest.mark.parametrize("seed", range(3))
    def test_a_page_in_the_middle_gives_no_wrong_answer(self, spoilt: Settings, seed: int) -> None:
        path = chroma_file(spoilt, "chroma.sqlite3")
        content = bytearray(path.read_bytes())
        generator = random.Random(seed)
        for page in generator.sample(range(len(content) // 4096), 40):
            content[page * 4096 + 100 : (page + 1) * 4096] = generator.randbytes(3996)
        path.write_bytes(content)
        done = ask(spoilt.index, corpus=spoilt.corpus)
        assert "Traceback" not in done.err
        assert done.code in {0, 4}, done
        assert "208,000" in done.out if done.code == 0 else "pr-assistant doctor" in done.err

    @pytest.mark.parametrize(
        ("name", "harm"),
        [
            ("chroma.sqlite3", "random bytes"),
            ("chroma.sqlite3", "empty"),
            ("data_level0.bin", "cut in half"),
            ("index_metadata.pickle", "random bytes"),
            ("header.bin", "deleted"),
        ],
    )
    def test_doctor_says_so_and_mends_it(self, spoilt: Settings, name: str, harm: str) -> None:
        before = vectors_of(spoilt.index)
        HARM[harm](chroma_file(spoilt, name))
        findings, work = examined(spoilt)
        (mended,) = [finding for finding in findings if not finding.ok]
        assert (mended.what, mended.mended, mended.exit_code) == ("Vector index", True, 0)
        assert work == {"Vector index"}  # nothing was embedded
        assert vectors_of(spoilt.index) == before
        assert all(finding.ok for finding in examined(spoilt)[0])
        with open_assistant(spoilt) as assistant:
            assert "208,000" in assistant.ask(EMPLOYEES).answer

    def test_the_whole_way_by_the_command_line(self, spoilt: Settings) -> None:
        places = ("--corpus", spoilt.corpus, "--index", spoilt.index)
        for folder in generations(spoilt.index):
            shutil.rmtree(folder)
        assert "pr-assistant doctor" in run("ask", EMPLOYEES, *places).check(4).err
        doctor = run("doctor", *places).check(0)
        assert "mended" in doctor.out
        assert "208,000" in run("ask", EMPLOYEES, *places).check(0).out

    def test_indexing_mends_it_as_well(self, spoilt: Settings, embedder: Embedder) -> None:
        randomise(chroma_file(spoilt, "data_level0.bin"))
        report = indexing.build(spoilt.corpus, spoilt.index, embedder)
        assert (report.embedded, report.rebuilt) == (0, True)
        with open_assistant(spoilt) as assistant:
            assert "208,000" in assistant.ask(EMPLOYEES).answer


class TestSmallChroma:
    """Under 1,000 rows Chroma keeps all in its log, and its segment files are not read."""

    @pytest.mark.parametrize("harm", HARM)
    def test_garbling_everything(self, index_copy: Path, cache: Path, harm: str) -> None:
        for path in generations(index_copy)[0].rglob("*"):
            if path.is_file():
                HARM[harm](path)
        done = ask(index_copy).check(4)
        assert "pr-assistant doctor" in done.err
        settings = load(corpus=CORPUS, index=index_copy, cache=cache)
        findings, work = examined(settings)
        assert [finding.mended for finding in findings] == [False, False, False, True]
        assert work == {"Vector index"}
        with open_assistant(settings) as assistant:
            assert "208,000" in assistant.ask(EMPLOYEES).answer

    def test_rows_that_chroma_lost_are_missed(self, index_copy: Path, cache: Path) -> None:
        from pr_assistant.vectors import VectorIndex

        with contextlib.closing(VectorIndex(generations(index_copy)[0])) as vectors:
            vectors.drop([3])
        assert "pr-assistant doctor" in ask(index_copy).check(4).err
        findings, _ = examined(load(corpus=CORPUS, index=index_copy, cache=cache))
        assert "11 of 12" in findings[-1].detail
        assert findings[-1].mended
        assert "208,000" in ask(index_copy).check(0).out


class TestCatalog:
    @pytest.mark.parametrize("content", [b"", b"garbage" * 1000])
    def test_a_garbled_one_is_a_problem_with_its_remedy(
        self, index_copy: Path, content: bytes
    ) -> None:
        (index_copy / FILE).write_bytes(content)
        done = run("doctor", "--corpus", CORPUS, "--index", index_copy).check(4)
        assert "PROBLEM" in done.out
        assert "pr-assistant index --rebuild" in done.out

    def test_any_garbled_page_is_a_problem_with_its_remedy(
        self, index_copy: Path, cache: Path
    ) -> None:
        sound = (index_copy / FILE).read_bytes()
        settings = load(corpus=CORPUS, index=index_copy, cache=cache)
        crashes: list[str] = []
        for page in range(1, len(sound) // 4096, 3):
            garbled = bytearray(sound)
            garbled[page * 4096 : (page + 1) * 4096] = random.Random(page).randbytes(4096)
            (index_copy / FILE).write_bytes(garbled)
            try:
                findings, _ = examined(settings)
                problems = [found for found in findings if not found.ok and not found.mended]
                if not any("--rebuild" in found.detail for found in problems):
                    crashes.append(f"page {page}: {findings}")
                if any(found.detail.count("Run:") > 1 for found in findings):
                    crashes.append(f"page {page} says it twice: {findings}")
            except Exception as error:
                crashes.append(f"page {page}: {error!r}")
        assert crashes == []

    def test_where_there_is_no_index(self, tmp_path: Path) -> None:
        done = run("doctor", "--corpus", CORPUS, "--index", tmp_path / "nowhere").check(4)
        assert "Run: pr-assistant index" in done.out


class TestCorpus:
    def test_what_changed_since_indexing_is_named(self, index_copy: Path, tmp_path: Path) -> None:
        corpus = Path(shutil.copytree(CORPUS, tmp_path / "corpus"))
        write_release(corpus, "new.txt", "Something new.\n")
        done = run("doctor", "--corpus", corpus, "--index", index_copy).check(4)
        assert "new" in done.out
        assert "Run: pr-assistant index" in done.out

    def test_what_could_not_be_read_is_named(
        self, embedder: Embedder, cache: Path, tmp_path: Path
    ) -> None:
        corpus = Path(shutil.copytree(CORPUS, tmp_path / "corpus"))
        write_release(corpus, "empty.txt", "")
        indexing.build(corpus, tmp_path / "index", embedder)
        settings = load(corpus=corpus, index=tmp_path / "index", cache=cache)
        (problem,) = [finding for finding in examined(settings)[0] if not finding.ok]
        assert (problem.what, problem.exit_code) == ("Corpus", 1)
        assert "empty.txt" in problem.detail

    def test_an_index_is_used_without_its_corpus(self, index_copy: Path, cache: Path) -> None:
        settings = load(corpus=index_copy / "nowhere", index=index_copy, cache=cache)
        assert all(finding.ok for finding in examined(settings)[0])


class TestModel:
    def test_a_garbled_export_is_a_problem_with_its_remedy(
        self, index_copy: Path, cache: Path, tmp_path: Path
    ) -> None:
        folder = exported(DEFAULT_MODEL, cache)
        spoilt = Path(shutil.copytree(folder, tmp_path / "cache" / folder.name))
        (spoilt / "model.onnx").write_bytes(b"garbage")
        settings = load(corpus=CORPUS, index=index_copy, cache=tmp_path / "cache")
        (problem,) = examined(settings)[0]
        assert (problem.ok, problem.exit_code) == (False, 1)
        assert "Delete that folder" in problem.detail


def vectors_of(index: Path) -> list[bytes]:
    with contextlib.closing(Catalog(index, readonly=True)) as catalog:
        numbers, rows = catalog.vectors(0, 100_000, new=False)
        assert RELEASE in catalog.titles()
        return [
            number.to_bytes(8, "big") + row.tobytes()
            for number, row in zip(numbers, rows, strict=True)
        ]
