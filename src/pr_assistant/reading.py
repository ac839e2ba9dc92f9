"""The extractive reader: question + passages → the exact words that answer it, or "not here"."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np

from pr_assistant import dateline, sentences, structure
from pr_assistant.embedding import Embedder, Vectors
from pr_assistant.models import Passage, ScoredPassage
from pr_assistant.sentences import Span
from pr_assistant.signals import Signals, Weights, kind_asked, names, share_of_names, shows
from pr_assistant.words import stem, stems, words

WEIGHTS = Signals(cosine=4.0, passage=1.0, coverage=3.0, around=1.5, names=1.0, kind=1.0)
BIAS = -6.0
THRESHOLD = 0.5
SECOND = 0.8
MAX_SENTENCES = 3
RELATED = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """A slice of a release that a reader points at; `score` is the chance that it answers."""

    passage: Passage
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found: `evidence` in the order of the release, best-scored `related`."""

    answered: bool
    confidence: float
    """The chance that the release answers the question with this evidence, in [0, 1]."""
    evidence: tuple[Evidence, ...]
    related: tuple[Evidence, ...]


class Reader(Protocol):
    """What finds the answer in passages."""

    def read(self, question: str, passages: Sequence[ScoredPassage]) -> Reading:
        """Read `passages`, best first, for a question that stands alone."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a passage; `span` counts in the release."""

    found: ScoredPassage
    span: Span
    text: str
    stems: frozenset[str]
    around: frozenset[str]
    vector: Vectors


class SentenceReader:
    """Answers with the best one to three sentences, verbatim. Safe to share between threads."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._parts = lru_cache(maxsize=512)(self._part)

    def read(self, question: str, passages: Sequence[ScoredPassage]) -> Reading:
        candidates = [
            _Sentence(found, span, text, own, around, vector)
            for found in passages
            for span, text, own, around, vector in self._parts(found.passage)
        ]
        if not candidates:
            return Reading(False, 0.0, (), ())
        scores = [_probability(signals) for signals in self.signals(question, candidates)]
        order = sorted(range(len(scores)), key=lambda i: -scores[i])
        ranked = [
            Evidence(candidates[i].found.passage, *candidates[i].span, scores[i]) for i in order
        ]
        best = ranked[0].score
        chosen = [one for one in ranked[:MAX_SENTENCES] if one.score >= SECOND * best]
        answered = best >= THRESHOLD
        return Reading(
            answered,
            best,
            tuple(sorted(chosen, key=lambda e: (e.passage.release_id, e.start))) if answered else (),
            tuple(ranked[:RELATED]) if not answered else (),
        )

    def signals(self, question: str, candidates: Sequence[_Sentence]) -> list[Signals]:
        """The signals of each candidate sentence for a question."""
        asked, kind, named = set(stems(question)), kind_asked(question), names(question)
        weights = Weights([candidate.stems for candidate in candidates])
        query = self._embedder.embed_query(question)
        return [
            Signals(
                cosine=max(0.0, float(candidate.vector @ query)),
                passage=candidate.found.score,
                coverage=weights.share(asked, candidate.stems),
                around=weights.share(asked, candidate.around),
                names=share_of_names(named, candidate.around),
                kind=shows(kind, candidate.text),
            )
            for candidate in candidates
        ]

    def _part(
        self, passage: Passage
    ) -> list[tuple[Span, str, frozenset[str], frozenset[str], Vectors]]:
        """The sentences of a passage with what a question is held against."""
        spans = [span for span in _sentences(passage.text) if _is_statement(passage, span)]
        texts = [passage.text[slice(*span)] for span in spans]
        vectors = self._embedder.embed(texts) if texts else np.empty((0, 0), np.float32)
        context = _all_stems(f"{passage.text} {passage.section}")
        return [
            (
                Span(passage.start + span.start, passage.start + span.end),
                text,
                _all_stems(text),
                context,
                vector,
            )
            for span, text, vector in zip(spans, texts, vectors, strict=True)
        ]


def _all_stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text))


def _sentences(text: str) -> list[Span]:
    """Sentences of a passage, its headings, bullets and rows; the dateline stands alone."""
    spans: list[Span] = []
    for paragraph in structure.paragraphs(text):
        start = paragraph.start
        if head := dateline.find(text, paragraph.start, paragraph.end):
            spans.append(Span(head.start, head.end))
            start = head.end
        spans += sentences.split(text, start, paragraph.end)
    return spans


def _is_statement(passage: Passage, span: Span) -> bool:
    """A heading alone answers nothing."""
    text = passage.text[slice(*span)]
    return len(text.split()) > 1 and text.strip("#*: ") != passage.section


def _probability(signals: Signals) -> float:
    """Logistic of the weighted signals."""
    products = zip(WEIGHTS.values(), signals.values(), strict=True)
    return 1 / (1 + math.exp(-(BIAS + sum(weight * value for weight, value in products))))
