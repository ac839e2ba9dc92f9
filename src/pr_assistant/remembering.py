"""Vectors of the sentences that were asked about last, so that none is embedded twice."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

from pr_assistant.embedding import Embedder, Vectors

_CACHED = 4096
"""Vectors kept, 1.5 kB each."""


class SentenceVectors:
    """A cache before an embedder. Safe to share between threads."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._known: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, texts: Sequence[str]) -> dict[str, Vectors]:
        """A unit vector by text; those that are not known are embedded in one batch."""
        with self._lock:
            found = {text: self._known[text] for text in texts if text in self._known}
        missing = [text for text in dict.fromkeys(texts) if text not in found]
        if missing:
            found |= dict(zip(missing, self._embedder.embed(missing), strict=True))
        with self._lock:
            for text in found:
                self._known[text] = found[text]
                self._known.move_to_end(text)
            while len(self._known) > _CACHED:
                self._known.popitem(last=False)
        return found
