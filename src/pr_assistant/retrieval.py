"""A standalone question → the passages most likely to answer it: BM25 and dense search, fused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from pr_assistant.embedding import Embedder, Vectors
from pr_assistant.live import Source
from pr_assistant.models import Passage, Release, ScoredPassage
from pr_assistant.words import content_words, words

if TYPE_CHECKING:
    from pr_assistant.facts.models import Facts

CANDIDATES = 30
"""How many passages each search hands to the fusion."""

RANK_CONSTANT = 60
"""k of reciprocal rank fusion, score = Σ 1/(k + rank) (Cormack, Clarke & Büttcher 2009)."""

MATCH_BUDGET = 4_000
"""Passages BM25 may score for a question. FTS5 scores about 800,000 a second here, so a common
word of a large corpus would cost a tenth of a second and tell next to nothing."""


class Index(Protocol):
    """What questions are asked of. `within` is the id of the one release to look in."""

    def titles(self) -> dict[str, str]:
        """Title by release id."""

    def count(self) -> int:
        """How many releases there are."""

    def revision(self) -> int:
        """Counts the times that what is found changed."""

    def release(self, release_id: str) -> Release | None:
        """A release as it is now; None if there is none of that id."""

    def facts(self, release_id: str) -> Facts | None:
        """What is known of a release."""

    def source(self, release_id: str) -> Source | None:
        """A release with its facts and passages."""

    def nearest(
        self, vector: Vectors, limit: int, within: str | None = None
    ) -> list[tuple[int, float]]:
        """(passage number, cosine) of the nearest passages, nearest first, at most `limit`."""

    def bm25(self, query: str, limit: int, within: str | None = None) -> list[tuple[int, float]]:
        """(passage number, score) of the best matches of an FTS5 query, best first."""

    def count_matches(self, query: str, most: int) -> int:
        """How many passages match an FTS5 query, counted no further than `most`."""

    def passages(self, numbers: Sequence[int]) -> dict[int, Passage]:
        """Passages by number; numbers that are gone are left out."""

    def close(self) -> None:
        """Let go of it."""


class HybridSearch:
    """Searches an index. Safe to share between threads."""

    def __init__(self, index: Index, embedder: Embedder, top_k: int = 6) -> None:
        self.index = index
        self.embedder = embedder
        self.top_k = top_k

    def search(self, question: str, within: str | None = None) -> list[ScoredPassage]:
        """The best `top_k` passages, best first; first place in both searches scores 1.0.

        `within` is the id of the one release to look in.
        """
        dense = self.index.nearest(self.embedder.embed_query(question), CANDIDATES, within)
        lexical = _lexical_search(self.index, question, within)
        cosines, scores = dict(dense), dict(lexical)
        fused: dict[int, float] = {}
        for ranking in (dense, lexical):
            for rank, (number, _) in enumerate(ranking, start=1):
                share = (RANK_CONSTANT + 1) / (RANK_CONSTANT + rank) / 2
                fused[number] = fused.get(number, 0.0) + share
        best = sorted(fused, key=lambda number: (-fused[number], number))
        passages = self.index.passages(best[: self.top_k + CANDIDATES])
        return [
            ScoredPassage(passages[n], fused[n], scores.get(n), cosines.get(n))
            for n in best
            if n in passages  # Chroma may hold what was removed a moment ago
        ][: self.top_k]


def _lexical_search(index: Index, question: str, within: str | None) -> list[tuple[int, float]]:
    """(passage number, BM25 score) of the best `CANDIDATES` passages, best first."""
    terms = _affordable(index, dict.fromkeys(content_words(question) or words(question)))
    return index.bm25(" OR ".join(terms), CANDIDATES, within) if terms else []


def _affordable(index: Index, terms: Iterable[str]) -> list[str]:
    """The rarest terms, as FTS5 strings, that match no more passages than the budget allows."""
    quoted = [f'"{term}"' for term in terms]
    counts = {term: index.count_matches(term, MATCH_BUDGET + 1) for term in quoted}
    chosen, matches = [], 0
    for term in sorted(quoted, key=counts.__getitem__):
        matches += counts[term]
        if matches > MATCH_BUDGET:
            break
        chosen.append(term)
    return chosen
