"""The extractive reader: question + passages → the exact words that answer it, or "not here"."""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from pr_assistant import dateline, sentences, structure
from pr_assistant.embedding import Embedder, Vectors
from pr_assistant.models import Passage, ScoredPassage
from pr_assistant.sentences import Span
from pr_assistant.signals import (
    Signals,
    Weights,
    absent_names,
    corrected,
    kind_asked,
    names,
    share_of_names,
    shows,
)
from pr_assistant.words import stem, stems, words

# Fitted and chosen on the dev questions in evals/cases by training/sentence_reader.py, which
# prints these values and the curve that the threshold was read from.
WEIGHTS = Signals(cosine=3.74, passage=4.87, coverage=4.08, names=1.02, kind=1.43)
BIAS = -11.81
CALIBRATION = (0.25, 0.55)
"""Slope and offset: confidence = σ(slope · logit of the best sentence + offset)."""
THRESHOLD = 0.46
"""Confidence under which the release is said not to say."""
NEXT_TO_BEST = 0.5
"""Share of the best sentence's score from which another one is given beside it."""
MAX_SENTENCES = 3
RELATED = 3
EMBEDDED = 6
"""Sentences that are embedded for a question: the best by the signals that cost nothing."""

_CACHED = 4096
"""Sentence vectors kept, 1.5 kB each."""


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
class Candidate:
    """A sentence of a passage, with what a question is held against; `span` in the release."""

    span: Span
    text: str
    stems: frozenset[str]
    context: frozenset[str]
    """Stems of its passage, heading and title."""


class SentenceReader:
    """Answers with the best one to three sentences, verbatim. Safe to share between threads."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._candidates = lru_cache(maxsize=512)(_candidates)
        self._vectors = _VectorCache(embedder)

    def read(self, question: str, passages: Sequence[ScoredPassage]) -> Reading:
        scored = [
            Evidence(found.passage, *candidate.span, _sigmoid(score(signals)))
            for found, candidate, signals in self.signals(question, passages)
        ]
        if not scored:
            return Reading(False, 0.0, (), ())
        ranked = sorted(scored, key=lambda evidence: -evidence.score)
        texts = [f"{p.text} {p.section} {p.title}" for p in (found.passage for found in passages)]
        if absent_names(question, texts):  # a premise that is not in the release
            return Reading(False, 0.0, (), tuple(ranked[:RELATED]))
        best = ranked[0].score
        sure = confidence(best)
        if sure < THRESHOLD:
            return Reading(False, sure, (), tuple(ranked[:RELATED]))
        home = ranked[0].passage.release_id  # what is given together is from one release
        chosen = [
            one
            for one in ranked[:MAX_SENTENCES]
            if one.score >= NEXT_TO_BEST * best and one.passage.release_id == home
        ]
        return Reading(True, sure, tuple(sorted(chosen, key=_place)), ())

    def signals(
        self, question: str, passages: Sequence[ScoredPassage]
    ) -> list[tuple[ScoredPassage, Candidate, Signals]]:
        """The signals of the `EMBEDDED` sentences that look best before they are embedded."""
        pairs = [(found, one) for found in passages for one in self._candidates(found.passage)]
        known = frozenset[str]().union(*(candidate.stems for _, candidate in pairs))
        asked, kind = corrected(stems(question), known), kind_asked(question)
        named = names(question)
        weights = Weights([candidate.stems for _, candidate in pairs])
        rough = [
            Signals(
                cosine=max(0.0, found.cosine or 0.0),
                passage=found.score,
                coverage=weights.share(asked, candidate.stems),
                names=share_of_names(named, candidate.context),
                kind=shows(kind, candidate.text),
            )
            for found, candidate in pairs
        ]
        best = sorted(range(len(pairs)), key=lambda i: -score(rough[i]))[:EMBEDDED]
        query = self._embedder.embed_query(question)
        vectors = self._vectors.get([pairs[i][1].text for i in best])
        return [
            (*pairs[i], replace(rough[i], cosine=max(0.0, float(vector @ query))))
            for i, vector in zip(best, vectors, strict=True)
        ]


class _VectorCache:
    """Vectors of the sentences that were asked about last; misses are embedded in one batch."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._known: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, texts: Sequence[str]) -> list[Vectors]:
        """A unit vector for each text."""
        with self._lock:
            found = {text: self._known[text] for text in texts if text in self._known}
        missing = [text for text in dict.fromkeys(texts) if text not in found]
        if missing:
            found |= dict(zip(missing, self._embedder.embed(missing), strict=True))
        with self._lock:
            for text in texts:
                self._known[text] = found[text]
                self._known.move_to_end(text)
            while len(self._known) > _CACHED:
                self._known.popitem(last=False)
        return [found[text] for text in texts]


def score(signals: Signals) -> float:
    """Log-odds that a sentence with these signals is the one that answers."""
    products = zip(WEIGHTS.values(), signals.values(), strict=True)
    return BIAS + sum(weight * value for weight, value in products)


def confidence(best: float) -> float:
    """The chance that the answer is right, by the score of its best sentence; both in (0, 1)."""
    slope, offset = CALIBRATION
    return _sigmoid(slope * math.log(best / (1 - best)) + offset)


def _sigmoid(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))


def _place(evidence: Evidence) -> int:
    return evidence.start


def _candidates(passage: Passage) -> list[Candidate]:
    """The statements of a passage; what stands above the headline states nothing."""
    if passage.section == "metadata":
        return []
    context = _stems(f"{passage.text} {passage.section} {passage.title}")
    found = []
    for span in _sentences(passage.text):
        text = passage.text[slice(*span)]
        if len(text.split()) > 1 and text.strip("#*: ") != passage.section:  # no heading
            place = Span(passage.start + span.start, passage.start + span.end)
            found.append(Candidate(place, text, _stems(text), context))
    return found


def _stems(text: str) -> frozenset[str]:
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
