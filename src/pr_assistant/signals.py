"""What speaks for a candidate as the answer to a question: a few named numbers in [0, 1]."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from operator import attrgetter

from pr_assistant import fact_words
from pr_assistant.asking import Asked, by_form
from pr_assistant.known_words import share_of_names
from pr_assistant.statements import Candidate
from pr_assistant.whole_release import asked_for
from pr_assistant.words import stem, stems

GIVES: dict[str, frozenset[str]] = {
    kind: frozenset(asked.split())
    for kind, asked in {
        "person": "person contact",
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
    """1 for a fact that states just what is asked (`settles`), else 0."""

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


def settles(candidate: Candidate, asked: Asked, named: Sequence[str]) -> bool:
    """Whether it is a fact of the kind asked for that is about every word and name of the question.

    Where all that a release has of a kind is asked for, it is that (`whole_release`). Else only one
    of those that tie somebody or something to what is said of them: a figure or a day is near many
    words that it does not belong to. "President" is not about a vice president, and Acme is not
    Acme Asia.
    """
    if whole := asked_for(asked.text):
        return candidate.kind == whole
    if candidate.kind in ("cell", "ranked"):  # which are looked up for the question
        return True
    keys, said = candidate.keys, set(stems(asked.text))
    whole_of, apart = candidate.part
    needed = {word for word, chance in asked.expected.items() if chance >= _NEEDED} - _TELL
    needed -= _CALLED.get(candidate.kind, frozenset())
    if candidate.kind == "list" and keys & needed:  # "the pillars of the partnership"
        keys |= _NEWS
        keys |= candidate.stems & set(named)
    if candidate.kind == "speaker" and _says(candidate, asked):
        return True
    return (
        candidate.kind in _SETTLING
        and sum(asked.kinds.get(kind, 0.0) for kind in _SETTLING[candidate.kind]) > _LIKELY
        and (
            _is_of(candidate, asked.text)
            if candidate.kind == "expansion" and by_form(asked.text) == "expansion"
            else needed <= keys and share_of_names(named, keys) == 1.0
        )
        and (apart <= said or not whole_of <= said)
        and (candidate.kind != "list" or not _REST.search(asked.text))
        and (candidate.kind != "members" or bool(_OF_MANY.search(asked.text)))
        and (candidate.kind != "people" or not _DOING & keys or bool(_DOING & keys & said))
        and (
            candidate.kind not in ("person", "speaker") or _OF_RANK & keys <= asked.expected.keys()
        )
    )


def _says(speaker: Candidate, asked: Asked) -> bool:
    """Whether who said something is asked for, and the words stand in quotation marks in the
    question and in what somebody says: 'Who called it "a pivotal step"?'."""
    said = [" ".join(words.lower().split()) for words in _IN_MARKS.findall(asked.text)]
    if not said or asked.kinds.get("speaker", 0.0) + asked.kinds.get("person", 0.0) <= _LIKELY:
        return False
    text = " ".join(speaker.statements[0].text.lower().split())
    return all(words in text for words in said)


_IN_MARKS = re.compile(r"[“\"‘']([^“”\"‘’']{8,})[”\"’']")


def _is_of(expansion: Candidate, question: str) -> bool:
    """Whether a short form's expansion is of one that the question names: in capitals, if any of
    its words is, whatever else it says of it."""
    said = re.findall(r"[^\W\d_]+", question)
    short = {stem(word.lower()) for word in said if _SHORT.search(word)}
    return bool((short or set(stems(question)) - _OF_EXPANSION) & (expansion.keys - _OF_EXPANSION))


_SHORT = re.compile(r"[A-Z].*[A-Z]")
_OF_EXPANSION = frozenset(map(stem, fact_words.EXPANSION.split()))
_SETTLING = {
    kind: GIVES[kind] - {"contact"} - ({"person"} if kind == "speaker" else set())
    for kind in "role person people members speaker speech quotation expansion list called dateline"
    " place newswire parties overview".split()
}
"""Kind of candidate → the kinds of question that it may settle: who said something is not asked by
"Which vice president is mentioned?"."""
_LIKELY = 0.5
_NEEDED = 0.2
"""Chance of a word to stand where the answer does from which a fact must be about it."""
_NEWS = frozenset(
    stem(word)
    for word in "partnership partners partner mou memorandum understanding agreement collaboration"
    " cooperation alliance deal accord pact programme program plan project initiative scheme"
    " announcement".split()
)
"""What a question may call the news itself, whose lists are asked for."""
_TELL = frozenset(map(stem, ("name", "list")))
_SOMEBODY = frozenset(
    map(stem, "official executive representative person people side party individual".split())
)
_CALLED = {
    "person": _SOMEBODY,
    "people": _SOMEBODY,
    "members": _SOMEBODY,
    "speaker": frozenset(map(stem, ("word", "phrase", "remark", "line"))),
    "list": frozenset(map(stem, "came come got get are is achieved achieve reached".split())),
}
"""Kind of candidate → what a question may call the likes of it."""
_OF_MANY = re.compile(
    r"\b(?:officials|executives|people|representatives|names?|named|mentioned|everyone|everybody"
    r"|persons|individuals|appear)\b",
    re.IGNORECASE,
)
"""Where everybody is asked for who is of one organisation."""
_REST = re.compile(r"\bwhat\W*$", re.IGNORECASE)
"""How a question ends that asks for the rest of its sentence: "It came within the top what?"."""
_DOING = frozenset(map(stem, " ".join(fact_words.ROLES.values()).split())) - set(
    map(stem, "name names put puts putting paper pen present".split())
)
"""What people do in a release: all who did it are not all there are."""
_OF_RANK = frozenset(stem(word) for word in "vice deputy assistant acting former".split())
