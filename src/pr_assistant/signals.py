"""What speaks for a candidate as the answer to a question: a few named numbers in [0, 1]."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import lru_cache
from operator import attrgetter

from pr_assistant.asking import Asked
from pr_assistant.statements import Candidate

GIVES: dict[str, frozenset[str]] = {
    kind: frozenset(asked.split())
    for kind, asked in {
        "person": "person contact",
        "signer": "person",
        "people": "person list contact",
        "members": "person list",
        "parties": "organisation list",
        "contact": "contact",
        "speech": "quotation",
        "role": "role person",
        "quotation": "quotation",
        "speaker": "speaker person",
        "number": "number percent duration",
        "percent": "percent number",
        "rank": "rank number",
        "cell": "number percent",
        "ranked": "rank number yesno",
        "profile": "number when",
        "date": "when duration",
        "dateline": "when where",
        "place": "where",
        "newswire": "organisation name",
        "expansion": "expansion definition name",
        "list": "list what",
        "called": "name quotation definition what expansion",
        "spans": "list",
        "overview": "overview",
        "everybody": "person list",
        "organisations": "organisation list",
        "figures": "number list",
        "quotations": "quotation list",
        "dates": "when list",
    }.items()
}
"""Kind of candidate → kinds of question (`asking.Asked.kinds`) that it may answer."""

_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|half|first"
    r"|second|third|fourth|fifth|quarter|twice|double[ds]?|\w+teen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|hundreds?|thousands?|million|billion|trillion)\b",
    re.I,
)
_DATE = re.compile(
    r"\b(?:1[5-9]|20)\d\ds?\b|\b(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter)\b"
    r"|\b\w+ (?:days?|weeks?|months?|years?|hours?|decades?)\b"
    r"|\b(?:annual|quarter|today|tomorrow|tonight|noon|midnight|spring|summer|autumn|winter|daily"
    r"|weekly|monthly|a\.m|p\.m)|\d ?[ap]m\b",
)
_PLACE = re.compile(
    r"\b(?:in|at|from|to|near|across|of|on|based in) (?:the )?[A-Z]|^[A-Z]{3,}\b"
    r"|^(?:[Tt]he )?[A-Z][^.]{0,60}$"  # a place alone
)
_PERSON = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame)\b|\b[A-Z][a-z]+ [A-Z][\w'’-]+")
_SPEECH = re.compile(r"[\"“”]|\b(?:said|says|remarked|added|told|according to)\b")
_CONTACT = re.compile(r"@|\bwww\.|https?:|\+\d|\d{3}[ -]\d{3}")
_SHOWS = {
    "person": _PERSON,
    "role": _PERSON,
    "speaker": _SPEECH,
    "quotation": _SPEECH,
    "number": _NUMBER,
    "percent": _NUMBER,
    "rank": _NUMBER,
    "duration": _NUMBER,
    "when": _DATE,
    "where": _PLACE,
    "contact": _CONTACT,
}
"""What a sentence must show to answer a kind of question; of the others it need show nothing."""


@dataclass(frozen=True, slots=True)
class Signals:
    """For one candidate; higher speaks for it. Those of words are shares in [0, 1], those of the
    reader are logits divided by 10."""

    kind: float
    """The chance that what it gives is what is asked for."""
    keys: float
    """Share of what the question leads one to expect that its fact or sentence is about."""
    statement: float
    """The same share of its statements, keys and the names that they mention."""
    context: float
    """The same share of its passages, headings and title."""
    present: float
    """1 less the chance of the likeliest word that its passages lack."""
    names: float
    """Share of the question's names and figures that its context has; 1 if there are none."""
    aimed: float
    """Share of what it is about that the question says; 0 for a plain sentence."""
    passage: float
    """Fused retrieval score of the passage it stands in; 0 if that was not found."""
    cosine: float
    """Of question and passage, as the embedder sees them; 0 if that was not found."""
    sentence: float
    """Of question and statement, as the embedder sees them; of several, the best."""
    fact: float
    """1 for a fact, 0 for a plain sentence or what the reader marked."""
    marked: float
    """1 for what the reader marked, else 0."""
    span: float
    """How far the reader's best span there is above "nowhere"; of several, the mean."""
    inside: float
    """The reader's mean logit that a piece of it belongs to an answer."""
    evidence: float
    """The reader's mean logit that a piece of its statements belongs to one that answers."""
    answers: float
    """The reader's logit that the passage answers; of several, the best."""
    length: float
    """Words of the answer, as a share of 30; at most 2."""
    settled: float
    """1 for a fact that states just what is asked (`settling`), else 0."""

    def values(self) -> tuple[float, ...]:
        return _values(self)


_values: Callable[[Signals], tuple[float, ...]] = attrgetter(*(one.name for one in fields(Signals)))
"""`dataclasses.astuple` copies deeply; a question needs this some hundred times."""


def fits(candidate: Candidate, asked: Asked, text: str) -> float:
    """The chance that a candidate gives what is asked for; `text` is its answer."""
    if candidate.kind in GIVES:
        return sum(asked.kinds.get(kind, 0.0) for kind in GIVES[candidate.kind])
    unlike = _unlike(text)
    return sum(
        chance for kind, chance in asked.kinds.items() if kind != "overview" and kind not in unlike
    )


@lru_cache(maxsize=4_000)
def _unlike(text: str) -> frozenset[str]:
    """The kinds of answer that a text does not look like."""
    return frozenset(kind for kind, looks in _SHOWS.items() if not looks.search(text))
