"""Embedding in a thread of its own: ONNX Runtime works there while the next texts are read here."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from types import TracebackType

from pr_assistant.embedding import Embedder, Progress, Vectors


class _NotWantedError(Exception):
    """Nobody waits for these vectors any more."""


class BackgroundEmbedder:
    """Embeds one lot of texts after another. Leaving it (Ctrl-C, an error) ends the work within a
    batch."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._pool = ThreadPoolExecutor(1, "embedding")
        self._left = Event()

    def __enter__(self) -> BackgroundEmbedder:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._left.set()
        self._pool.shutdown(cancel_futures=True)

    def start(self, texts: Sequence[str], progress: Progress) -> Future[Vectors]:
        """Begin with `texts` once those before are done; `progress` is called from the thread."""

        def step(done: int) -> None:
            if self._left.is_set():
                raise _NotWantedError
            progress(done)

        return self._pool.submit(self._embedder.embed, texts, step)
