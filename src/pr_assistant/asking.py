"""What a question asks for: the kind of thing, and which of its words an answer should show.

Both are learned from questions on synthetic releases and on some written by hand
(`training/question_kinds.py`), not written down as patterns, so that telegraphic and mistyped
questions count, too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np

from pr_assistant import sentences
from pr_assistant.embedding import Vectors
from pr_assistant.errors import ModelError
from pr_assistant.words import stems, words

FILE = Path(__file__).parent / "weights" / "questions.npz"
EMBEDDING_SCALE = 3.0
"""Unit vectors are stretched by it, so that they weigh as much as words do."""
BY_FORM = 0.9
"""Chance that a kind of thing is asked for where the form of the question says so."""
UNKNOWN = 0.85
"""Chance that a word nobody asked about before stands in the passage that answers."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is held against what a release has."""

    text: str
    kinds: Mapping[str, float]
    """Kind of thing → the chance that it is asked for; they sum to 1."""
    expected: Mapping[str, float]
    """Stem of each content word → the chance that the answering passage has it."""

    def share(self, found: frozenset[str] | set[str]) -> float:
        """Share of what is expected that is `found`, in [0, 1]; 1 if nothing is expected."""
        whole = sum(self.expected.values())
        there = sum(chance for word, chance in self.expected.items() if word in found)
        return there / whole if whole else 1.0

    def missing(self, found: frozenset[str] | set[str]) -> float:
        """The chance of the likeliest word that is not `found`; 0 if all are."""
        return max((c for word, c in self.expected.items() if word not in found), default=0.0)


class QuestionModel:
    """Serves what was learned of questions. Safe to share between threads."""

    def __init__(self, file: Path = FILE) -> None:
        """Raises `ModelError` if the file does not load."""
        try:
            with np.load(file) as arrays:
                self._kinds = [str(kind) for kind in arrays["kinds"]]
                self._coefficients = arrays["coefficients"].astype(np.float32)
                self._intercepts = arrays["intercepts"]
                self._terms = {str(term): i for i, term in enumerate(arrays["terms"])}
                pairs = zip(arrays["words"], arrays["expected"], strict=True)
                self._expected = {str(word): float(chance) for word, chance in pairs}
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"{file} does not load. Install pr-assistant again.") from error

    def asked(self, question: str, vector: Vectors) -> Asked:
        """Look at a question whose embedding is `vector`."""
        size = len(vector)
        if size == len(self._coefficients) - len(self._terms):
            logits = EMBEDDING_SCALE * vector @ self._coefficients[:size] + self._intercepts
        else:  # another embedding model than it was fitted with: the words alone
            logits = self._intercepts.copy()
        first = len(self._coefficients) - len(self._terms)
        rows = {first + self._terms[term] for term in terms(question) if term in self._terms}
        logits = logits + self._coefficients[sorted(rows)].sum(axis=0)
        weights = np.exp(logits - logits.max())
        kinds = dict(zip(self._kinds, (weights / weights.sum()).tolist(), strict=True))
        if form := by_form(question):
            kinds = {kind: chance * (1 - BY_FORM) for kind, chance in kinds.items()}
            kinds[form] += BY_FORM
        if _VIEW.search(question) and not _STANDS_FOR.search(question):
            kinds["quotation"] += kinds["expansion"]
            kinds["expansion"] = 0.0
        if _OF_SEVERAL.match(question):
            kinds["list"] += kinds["rank"]
            kinds["rank"] = 0.0
        expected = {word: self._expected.get(word, UNKNOWN) for word in stems(question)}
        return Asked(question, kinds, expected)


_WHETHER = re.compile(
    r"(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|must)\b(?! you\b)"
    r"(?!.*\b(?:or|how|what|whom?|when|where|which|why)\b)",
    re.IGNORECASE,
)


_STANDS_FOR = re.compile(
    r"\bwhat.*\b(?:stands?|short) for\b|[A-Z]{2}.*\b(?:stands? for|short for|in full)\b"
    r"|\b(?:[Ss]pell out|[Aa]cronym|[Aa]bbreviation) [A-Z]{2}"
)


_OF_SEVERAL = re.compile(
    r"(?:(?:in|for)\s+)?(?:which|what)\s+(?!rank|place|position|spot)(?:[\w'’-]+\s+){0,2}?"
    r"(?!ranks|places|positions|does\b|this\b)[a-z]{3,}s\b"
    r"(?!\s+(?:rank|position|place)\b)",
    re.IGNORECASE,
)
"""What is asked for is not a rank but what has one: "Which subjects came first?"."""
_VIEW = re.compile(
    r"\baccording to (?!(?:the |this )?(?:press )?(?:release|announcement|text|article)\b)"
    r"|\bin (?:the )?(?:eyes|view|opinion|words)\b",
    re.IGNORECASE,
)
"""Somebody's view is asked for: "According to Ann Lee, what does the pact stand for?"."""
_OF_PLACE = re.compile(r"\b(?:where|city|town|place|from)\b", re.IGNORECASE)
_DATELINE = re.compile(r"\bdate[- ]?lined?\b", re.IGNORECASE)


def by_form(question: str) -> str | None:
    """The kind of thing that the form of a question, of several the last, asks for: yes or no, or
    what a short form stands for, or the dateline; None where it is not said by form."""
    for last in sentences.split(question)[-1:]:
        if _DATELINE.search(question, *last):
            return "where" if _OF_PLACE.search(question, *last) else "when"
        if _STANDS_FOR.search(question, *last) and not _VIEW.search(question):
            return "expansion"
        if _WHETHER.match(question, *last):
            return "yesno"
    return None


def terms(question: str) -> Sequence[str]:
    """Words of a question and pairs of neighbours, as `QuestionModel` counts them; of the first
    ones, that they are the first, and whether "which" is of several things."""
    found = words(question)
    begin = [f"^{' '.join(found[:count])}" for count in (1, 2, 3) if len(found) >= count]
    several = [
        f"{a} …s"
        for at, a in enumerate(found[:3])
        if a in ("which", "what")
        for b in found[at + 1 : at + 4]
        if b.endswith("s") and not b.endswith("ss") and len(b) > 3
    ]
    return [*found, *(f"{a} {b}" for a, b in pairwise(found)), *begin, *several[:1]]


@lru_cache(maxsize=1)
def question_model() -> QuestionModel:
    """The shipped one."""
    return QuestionModel()
