"""The real model, exported once into the cache, and indexes of real releases, built once."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser
from support import CORPUS, OTHER_RELEASES, RELEASE
from ui_support import Server, Visitor, chromium, serving, visiting

from pr_assistant import indexing, releases
from pr_assistant.assistant import Assistant
from pr_assistant.embedding import Embedder
from pr_assistant.exporting import open_embedder
from pr_assistant.models import Release
from pr_assistant.settings import DEFAULT_MODEL, load

NO_SKIPS = bool(os.environ.get("PR_ASSISTANT_TESTS_NO_SKIPS"))
"""Set where everything a test needs is installed: a skip is then a failure (.ci/run)."""


# Run in the background of a shell, Ctrl-C is ignored, and so it would be in all processes started
# here; one that is handled is theirs to handle.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # as under nohup


hypothesis.settings.register_profile("any machine", deadline=None)  # a test asserts no time
hypothesis.settings.load_profile("any machine")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if reporter and NO_SKIPS and skipped and exitstatus == 0:
        reporter.write_line(f"{len(skipped)} skipped for want of something", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session", autouse=True)
def cache() -> Path:
    """Where the exported model is kept: PR_ASSISTANT_CACHE, or else the user's own cache.

    Any other setting in the environment would make the tests mean something else.
    """
    folder = load().cache.resolve()
    for name in [name for name in os.environ if name.startswith("PR_ASSISTANT_")]:
        del os.environ[name]
    os.environ["PR_ASSISTANT_CACHE"] = str(folder)
    return folder


@pytest.fixture(scope="session")
def embedder(cache: Path) -> Embedder:
    return open_embedder(DEFAULT_MODEL, cache)


@pytest.fixture(scope="session")
def release() -> Release:
    """The release that comes with the project."""
    return releases.parse((CORPUS / f"{RELEASE}.txt").read_bytes(), RELEASE)


@pytest.fixture(scope="session")
def index_folder(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of `CORPUS`. To be read only: copy it to change it (`index_copy`)."""
    folder = tmp_path_factory.mktemp("index")
    indexing.build(CORPUS, folder, embedder)
    return folder


@pytest.fixture
def index_copy(index_folder: Path, tmp_path: Path) -> Path:
    """An index of `CORPUS` that a test may spoil."""
    return Path(shutil.copytree(index_folder, tmp_path / "index"))


@pytest.fixture(scope="session")
def assistant(cache: Path, index_folder: Path) -> Iterator[Assistant]:
    """Answers questions about `CORPUS`."""
    with Assistant.open(load(corpus=CORPUS, index=index_folder, cache=cache)) as opened:
        yield opened


@pytest.fixture(scope="session")
def newsroom(
    embedder: Embedder, cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Assistant]:
    """Answers questions about seven releases: that of `CORPUS` and the six of the eval suite."""
    folder = tmp_path_factory.mktemp("newsroom")
    corpus = Path(shutil.copytree(OTHER_RELEASES, folder / "corpus"))
    shutil.copytree(CORPUS, corpus, dirs_exist_ok=True)
    indexing.build(corpus, folder / "index", embedder)
    settings = load(corpus=corpus, index=folder / "index", cache=cache)
    with Assistant.open(settings) as opened:
        yield opened


@pytest.fixture(scope="session")
def server(index_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The page over `CORPUS`; what is said of its answers goes to `feedback` beside its log."""
    with serving(CORPUS, index_folder, tmp_path_factory.mktemp("page") / "log") as running:
        yield running
        assert "Traceback" not in running.said()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visitor]:
    with visiting(browser) as visitor:
        yield visitor
