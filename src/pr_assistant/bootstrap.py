"""The one place where the parts are put together: `Settings` → what the front ends use."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from pr_assistant.errors import IndexStaleError, UsageError
from pr_assistant.live import LiveIndex
from pr_assistant.settings import EXTRACTIVE, Settings, load, model_key

if TYPE_CHECKING:
    from pr_assistant.answering import Answerer
    from pr_assistant.assistant import Assistant
    from pr_assistant.exporting import Progress
    from pr_assistant.models import IndexReport
    from pr_assistant.retrieval import Index
    from pr_assistant.shelf import Shelf
    from pr_assistant.writing import Writer


def open_answerer(settings: Settings | None = None, progress: Progress | None = None) -> Answerer:
    """What answers, as `settings` describe it (default: `settings.load()`); close its index.

    Raises `IndexUnusableError` where there is no index or it is not of this corpus and model.
    """
    settings = settings or load()
    index = LiveIndex(settings.index)
    try:
        _check_corpus(index, settings)
        with ThreadPoolExecutor(2) as pool:  # Chroma and the two models' files, side by side
            opening = pool.submit(index.open_vectors)
            reading = pool.submit(_open_reader)
            from pr_assistant.exporting import open_embedder

            embedder = open_embedder(settings.embedding_model, settings.cache, progress)
            from pr_assistant.answering import Answerer
            from pr_assistant.indexing import check_fingerprint
            from pr_assistant.reading import ExtractiveReader
            from pr_assistant.retrieval import HybridSearch

            opening.result()
            reading.result()
        check_fingerprint(index.catalog.state().fingerprint, embedder.spec, settings.index)
        search = HybridSearch(index, embedder, settings.top_k)
        writer = open_writer(settings, index)
        reader = ExtractiveReader(embedder, index.source)
        return Answerer(index, search, reader, writer, settings.fallback)
    except BaseException:
        index.close()
        raise


def _open_reader() -> None:
    from pr_assistant.asking import question_model
    from pr_assistant.extraction import span_reader

    span_reader()
    question_model()


def open_writer(settings: Settings, index: Index) -> Writer | None:
    """The language model that `settings` name; None for the extractive answer.

    Raises `UsageError` that says what is missing.
    """
    if settings.model == EXTRACTIVE:
        return None
    from pr_assistant.generation.drafting import ModelWriter
    from pr_assistant.generation.providers import open_model

    key = model_key(settings)
    model = open_model(settings.model, settings.model_url, key, settings.model_timeout)
    return ModelWriter(
        model,
        settings.model,
        index.release,
        index.facts,
        settings.model_timeout,
        settings.model_context,
    )


def open_assistant(settings: Settings | None = None, progress: Progress | None = None) -> Assistant:
    """The same behind LangChain's interface, which takes half a second to import."""
    from pr_assistant.assistant import Assistant

    return Assistant(open_answerer(settings, progress))


def with_shelf(settings: Settings, assistant: Assistant, shelf: Shelf) -> Assistant:
    """One more assistant, which answers from the releases on `shelf`, too.

    It shares index, models and all else with `assistant`, which stays open when it is closed.
    """
    from pr_assistant.answering import Answerer
    from pr_assistant.assistant import Assistant
    from pr_assistant.reading import ExtractiveReader
    from pr_assistant.retrieval import HybridSearch
    from pr_assistant.shelf import JointIndex

    index = JointIndex(assistant.index, shelf)
    embedder = assistant.retriever.hybrid.embedder
    search = HybridSearch(index, embedder, settings.top_k)
    reader = ExtractiveReader(embedder, index.source)
    writer = open_writer(settings, index)
    return Assistant(Answerer(index, search, reader, writer, settings.fallback))


def open_index(settings: Settings) -> LiveIndex:
    """The index alone, for what needs no model; close it. Raises `IndexUnusableError`."""
    index = LiveIndex(settings.index)
    try:
        _check_corpus(index, settings)
    except BaseException:
        index.close()
        raise
    return index


def build_index(
    settings: Settings, progress: Progress | None = None, rebuild: bool = False
) -> IndexReport:
    """Bring the index up to date with the corpus. Raises as `indexing.build` does."""
    from pr_assistant import indexing
    from pr_assistant.exporting import open_embedder

    embedder = open_embedder(settings.embedding_model, settings.cache, progress)
    show = progress or (lambda what, done, total: None)
    return indexing.build(settings.corpus, settings.index, embedder, show, rebuild)


def _check_corpus(index: LiveIndex, settings: Settings) -> None:
    """An index may be used without its corpus; where that is at hand, they must agree."""
    if not settings.corpus.is_dir():
        if "corpus" in settings.model_fields_set:
            raise UsageError(f"There is no folder {settings.corpus} to look for releases in.")
        return
    from pr_assistant.changes import stale

    if changed := stale(index.catalog, settings.corpus):
        names = ", ".join(changed[:3]) + (", …" if len(changed) > 3 else "")
        given = (f" --{name} {getattr(settings, name)}" for name in ("corpus", "index")
                 if name in settings.model_fields_set)  # fmt: skip
        raise IndexStaleError(
            f"What is indexed in {settings.index} is not what is in {settings.corpus} now: {names}."
            f" Run: pr-assistant index{''.join(given)} (an index is of one corpus: to keep what"
            " it has of another, name a new one with --index DIR)"
        )
