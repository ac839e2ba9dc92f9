"""What speaks for a candidate as the answer to a question: a few named numbers in [0, 1]."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, fields
from difflib import get_close_matches
from operator import attrgetter

from pr_assistant.asking import Asked
from pr_assistant.statements import Candidate
from pr_assistant.words import STOP_WORDS, stem, stems, words

GIVES: dict[str, frozenset[str]] = {
    kind: frozenset(asked.split())
    for kind, asked in {
        "person": "person contact",
        "people": "person list contact",
        "parties": "organisation list",
        "contact": "contact",
        "speech": "quotation",
        "role": "role person",
        "quotation": "quotation",
        "speaker": "speaker person",
        "number": "number percent duration",
        "percent": "percent number",
        "rank": "rank number",
        "date": "when duration",
        "dateline": "when where",
        "expansion": "expansion definition name",
        "list": "list what",
        "overview": "overview",
    }.items()
}
"""Kind of candidate → kinds of question (`asking.Asked.kinds`) that it may answer."""

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

_NAME = re.compile(r"(?<![.?!] )(?<!^)\b[A-Z][\w&+'’-]*|\b\d[\d.,]*")

_PROPER = re.compile(r"(?<![.?!:] )(?<!^)\b[A-Z][a-zà-öø-ÿ]{3,}\b")
_CAPITAL = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w'’-]+")

_LETTERS = re.compile(r"[^\W\d_]+")

_MIN_TYPO = 4
_TYPO_RATIO = 0.8
"""Ratcliff–Obershelp similarity from which an unknown word is taken for a typo."""


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
    """1 for a fact that states just what is asked (`settles`), else 0."""

    def values(self) -> tuple[float, ...]:
        return _values(self)


_values: Callable[[Signals], tuple[float, ...]] = attrgetter(*(one.name for one in fields(Signals)))
"""`dataclasses.astuple` copies deeply; a question needs this some hundred times."""


def fits(candidate: Candidate, asked: Asked, text: str) -> float:
    """The chance that a candidate gives what is asked for; `text` is its answer."""
    if candidate.kind in GIVES:
        return sum(asked.kinds.get(kind, 0.0) for kind in GIVES[candidate.kind])
    return sum(
        chance
        for kind, chance in asked.kinds.items()
        if kind != "overview" and (kind not in _SHOWS or _SHOWS[kind].search(text))
    )


def settles(candidate: Candidate, asked: Asked, named: Sequence[str]) -> bool:
    """Whether it is a fact of the kind asked for that is about every word and name of the question.

    Only of those that tie somebody or something to what is said of them: a figure or a day is near
    many words that it does not belong to. "President" is not about a vice president.
    """
    keys = candidate.keys
    return (
        candidate.kind in _RELATIONS
        and sum(asked.kinds.get(kind, 0.0) for kind in GIVES[candidate.kind] - {"contact"})
        > _LIKELY
        and all(word in keys for word, chance in asked.expected.items() if chance >= _NEEDED)
        and share_of_names(named, keys) == 1.0
        and (
            candidate.kind not in ("person", "speaker") or _OF_RANK & keys <= asked.expected.keys()
        )
    )


_RANKED = re.compile(r"\b(?:vice|deputy|assistant|associate|acting|former)[- ]+(\w+)", re.I)
_ITEM = re.compile(r"[;\n]")


def is_lesser(question: str, named: Sequence[str], text: str) -> bool:
    """Whether `text` has a post that is asked for only as that of a deputy, or of the one before.

    The vice president is not the president. Of a row of people those count whose item has a name of
    the question (`named`, stems), if any has.
    """
    asked = set(words(question)) - set(map(str.lower, _RANKED.findall(question)))
    items = _ITEM.split(text)
    others = set(named) - set(map(stem, asked & set(map(str.lower, _RANKED.findall(text)))))
    text = " ".join([one for one in items if others & set(stems(one))] or items)
    lesser = [post.lower() for post in _RANKED.findall(text)]
    there = words(text)
    return any(post in asked and there.count(post) == lesser.count(post) for post in lesser)


_RELATIONS = frozenset(
    "role person people speaker speech quotation expansion list dateline parties overview".split()
)
_LIKELY = 0.5
_NEEDED = 0.2
"""Chance of a word to stand where the answer does from which a fact must be about it."""
_OF_RANK = frozenset(stem(word) for word in "vice deputy assistant acting former".split())


def names(question: str) -> list[str]:
    """Stems of the names and figures of a question; the word it begins with is none."""
    found = [word for match in _NAME.finditer(question) for word in words(match.group())]
    return [stem(word) for word in found if word not in STOP_WORDS]


def share_of_names(wanted: Sequence[str], known: Collection[str]) -> float:
    """Share of `wanted` that is `known`; 1 if nothing is wanted."""
    return sum(name in known for name in wanted) / len(wanted) if wanted else 1.0


def absent_names(question: str, texts: Collection[str]) -> list[str]:
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
        if not all(one in known or _likeliest(one, capitals) in capitals for one in stems(name))
    ]


def repaired(question: str, texts: Collection[str], is_word: Callable[[str], bool]) -> str:
    """The question with each word that is none replaced by the likeliest of those in `texts`."""
    known = sorted({word for text in texts for word in words(text)})
    whole = set(known)

    def repair(match: re.Match[str]) -> str:
        word = match.group().lower()
        if len(word) < _MIN_TYPO or word in whole or is_word(word):
            return match.group()
        close = get_close_matches(word, known, n=1, cutoff=_TYPO_RATIO)
        return close[0] if close else match.group()

    return _LETTERS.sub(repair, question)


def corrected(asked: Asked, known: Collection[str]) -> Asked:
    """The question with each unknown word replaced by the known one it is likely a typo of."""
    expected = {_likeliest(word, known): chance for word, chance in asked.expected.items()}
    return Asked(asked.text, asked.kinds, expected)


def _likeliest(word: str, known: Collection[str]) -> str:
    """A stem, or the known one it is likely a typo of."""
    if word in known or len(word) < _MIN_TYPO or not word.isalpha():
        return word
    close = get_close_matches(word, known, n=1, cutoff=_TYPO_RATIO)
    return close[0] if close else word
