"""What speaks for a sentence as the answer to a question: a few named numbers in [0, 1]."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import astuple, dataclass
from difflib import get_close_matches
from typing import Literal

from pr_assistant.words import STOP_WORDS, stem, stems, words

Kind = Literal["person", "number", "date", "place", "quotation", "any"]

_ASKS: dict[Kind, re.Pattern[str]] = {  # the first that matches tells
    "quotation": re.compile(
        r"\bwhat (?:did|does|do|has) .+ (?:say|said|remark|comment|tell)", re.I
    ),
    "number": re.compile(
        r"\bhow (?:many|much|large|big|high|old|tall|heavy|far)\b|\b(?:number|percent\w*|amount"
        r"|rank\w*|price|cost|revenue|figure|total|worth|size)\b",
        re.I,
    ),
    "date": re.compile(
        r"\bwhen\b|\b(?:what|which) (?:date|day|year|month|time|quarter)\b|\bhow long\b"
        r"|\bdeadline\b",
        re.I,
    ),
    "place": re.compile(
        r"\bwhere\b|\b(?:what|which) (?:city|country|place|campus|venue|location|region|town)\b",
        re.I,
    ),
    "person": re.compile(
        r"\bwho(?:m|se)?\b|\bwhich (?:person|executive|official|people)\b|\bnames? of\b", re.I
    ),
}
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|half|first|second"
    r"|third|fourth|fifth|hundred|thousand|million|billion|trillion)\b",
    re.I,
)
_DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
    r"|\b\d+ (?:days?|weeks?|months?|years?|hours?)\b|\b(?:annual|quarter|today|a\.m|p\.m)",
)
_PLACE = re.compile(r"\b(?:in|at|from|to|near|across|of|on|based in) (?:the )?[A-Z]|^[A-Z]{3,}\b")
_PERSON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame)\b|\b(?:[Cc]hief|[Pp]resident|[Dd]irector|[Cc]hair\w*|[Mm]anag\w+"
    r"|[Oo]fficer|[Hh]ead|[Ff]ounder|[Mm]ember|[Mm]inister|CEO|CFO)\b|\b[A-Z][a-z]+ [A-Z][\w'’-]+"
)
_SPEECH = re.compile(r"[\"“”]|\b(?:said|says|remarked|added|told|according to)\b")
_SHOWS: dict[Kind, re.Pattern[str]] = {
    "person": _PERSON,
    "number": _NUMBER,
    "date": _DATE,
    "place": _PLACE,
    "quotation": _SPEECH,
}

_NAME = re.compile(r"(?<![.?!] )(?<!^)\b[A-Z][\w&+'’-]*|\b\d[\d.,]*")

_PROPER = re.compile(r"(?<![.?!:] )(?<!^)\b[A-Z][a-zà-öø-ÿ]{3,}\b")

_CAPITAL = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w'’-]+")

_MIN_TYPO = 4
_TYPO_RATIO = 0.8
"""Ratcliff–Obershelp similarity from which an unknown word is taken for a typo."""


def kind_asked(question: str) -> Kind:
    """What kind of thing a question asks for, "any" where its words do not tell."""
    return next((kind for kind, pattern in _ASKS.items() if pattern.search(question)), "any")


@dataclass(frozen=True, slots=True)
class Signals:
    """For one sentence. All in [0, 1]; higher speaks for it."""

    cosine: float
    """Of question and sentence, as the embedder sees them; negative ones are 0."""
    passage: float
    """Fused retrieval score of the passage it stands in."""
    coverage: float
    """IDF-weighted share of the question's content words that stand in the sentence."""
    names: float
    """Share of the question's names and figures that its passage, heading or title has; 1 if the
    question gives none."""
    kind: float
    """1 if the sentence has the kind of thing asked for, 0 if not, 0.5 if none is asked for."""

    def values(self) -> tuple[float, ...]:
        return astuple(self)


class Weights:
    """IDF over the sentences at hand: a word that all of them have tells nothing."""

    def __init__(self, sentences: Sequence[Collection[str]]) -> None:
        self._frequency = Counter(word for sentence in sentences for word in set(sentence))
        self._count = len(sentences)

    def share(self, wanted: Collection[str], found: Collection[str]) -> float:
        """IDF-weighted share of `wanted` that is in `found`, in [0, 1]; 0 for nothing wanted."""
        total = sum(self._idf(word) for word in wanted)
        return sum(self._idf(word) for word in wanted if word in found) / total if total else 0.0

    def _idf(self, word: str) -> float:
        frequency = self._frequency[word]
        return math.log(1 + (self._count - frequency + 0.5) / (frequency + 0.5))


def shows(kind: Kind, sentence: str) -> float:
    """Whether a sentence has the kind of thing asked for: 1 or 0, and 0.5 for "any"."""
    return 0.5 if kind == "any" else float(bool(_SHOWS[kind].search(sentence)))


def names(question: str) -> list[str]:
    """Stems of the names and figures of a question; the word it begins with is none."""
    found = [word for match in _NAME.finditer(question) for word in words(match.group())]
    return [stem(word) for word in found if word not in STOP_WORDS]


def absent_names(question: str, texts: Sequence[str]) -> list[str]:
    """Proper names of a question that stand nowhere in `texts`, nor one that they may be a typo of.

    Capitals alone may be a rank or shouting ("CFO", "NOW"), and a number may be a comparison
    ("before 1990"), so neither counts: a name is a capital and three small letters or more.
    """
    asked = _PROPER.findall(question)
    if not asked:
        return []
    known = {stem(word) for text in texts for word in words(text)}
    capitals = {
        stem(word) for text in texts for name in _CAPITAL.findall(text) for word in words(name)
    }
    return [
        name
        for name in asked
        if not all(one in known or corrected([one], capitals) & capitals for one in stems(name))
    ]


def share_of_names(wanted: Sequence[str], known: Collection[str]) -> float:
    """Share of `wanted` that is `known`; 1 if nothing is wanted."""
    return sum(name in known for name in wanted) / len(wanted) if wanted else 1.0


def corrected(asked: Sequence[str], known: Collection[str]) -> set[str]:
    """Stems of a question, each unknown one replaced by the known one it is likely a typo of."""
    found = set()
    for word in asked:
        typo = word not in known and len(word) >= _MIN_TYPO and word.isalpha()
        close = get_close_matches(word, known, n=1, cutoff=_TYPO_RATIO) if typo else []
        found.add(close[0] if close else word)
    return found
