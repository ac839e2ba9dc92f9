"""Which facts settle a question: those of the kind asked for, about every word and name of it.

They go before all that is only likely (`choosing`), so each rule here errs towards not settling.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pr_assistant import fact_words
from pr_assistant.asking import Asked, by_form
from pr_assistant.known_words import share_of_names
from pr_assistant.signals import GIVES
from pr_assistant.statements import Candidate
from pr_assistant.whole_release import asked_for
from pr_assistant.words import stem, stems


def settles(candidate: Candidate, asked: Asked, named: Sequence[str]) -> bool:
    """Whether it is a fact of the kind asked for that is about every word and name of the question.

    Where all that a release has of a kind is asked for, it is that (`whole_release`). Else only one
    of those that tie somebody or something to what is said of them: a figure or a day is near many
    words that it does not belong to. "President" is not about a vice president, and Acme is not
    Acme Asia.
    """
    if whole := asked_for(asked.text):
        return candidate.kind == whole
    if candidate.kind in ("cell", "ranked", "profile"):  # which are looked up for the question
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
        and (candidate.kind != "person" or bool(needed - whole_of - apart))
        and (candidate.kind != "list" or not _REST.search(asked.text))
        and (candidate.kind != "members" or bool(_OF_MANY.search(asked.text)))
        and (candidate.kind not in ("people", "signer") or _tells_of_doing(keys, said))
        and (
            candidate.kind not in ("person", "speaker") or _OF_RANK & keys <= asked.expected.keys()
        )
    )


def _tells_of_doing(keys: frozenset[str], said: set[str]) -> bool:
    """Whether a question is about what some people did, of whom `keys` say so."""
    doing = _DOING & keys
    return not doing or bool(doing & said)


def _says(speaker: Candidate, asked: Asked) -> bool:
    """Whether who said something is asked for, and the words stand in quotation marks in the
    question and in what somebody says: 'Who called it "a pivotal step"?'."""
    said = [" ".join(words.lower().split()) for words in _IN_MARKS.findall(asked.text)]
    asks = asked.kinds.get("speaker", 0.0) + asked.kinds.get("person", 0.0) > _LIKELY
    if not said or not asks or not _SAYS.search(asked.text):
        return False
    text = " ".join(speaker.statements[0].text.lower().split())
    spoken = " | ".join(_SPOKEN.findall(text)) if _MARK.search(text) else text
    return all(words in spoken for words in said)


_SAYS = re.compile(
    r"\b(?:said|says|say|called|calls|described|describes|used|uses|words?|quoted?|told|spoke|phrase)\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"[“”\"]")
_SPOKEN = re.compile(r"[“\"]([^“”\"]*)")


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
    for kind in "role person signer people members speaker speech quotation expansion list called"
    " dateline place newswire parties overview".split()
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
    "signer": _SOMEBODY,
    "people": _SOMEBODY,
    "members": _SOMEBODY,
    "speaker": frozenset(map(stem, ("word", "phrase", "remark", "line"))),
    "list": frozenset(map(stem, "came come got get are is achieved achieve reached".split())),
}
"""Kind of candidate → what a question may call the likes of it."""
_OF_MANY = re.compile(
    r"\b(?:officials|executives|people|representatives|names?|everyone|everybody|persons"
    r"|individuals)\b|\b(?:named|mentioned|appear)(?=\W*$|\s+(?:in|here|at|by name)\b)",
    re.IGNORECASE,
)
"""Where everybody is asked for who is of one organisation."""
_REST = re.compile(r"\bwhat\W*$", re.IGNORECASE)
"""How a question ends that asks for the rest of its sentence: "It came within the top what?"."""
_DOING = frozenset(map(stem, " ".join(fact_words.ROLES.values()).split())) - {stem("present")}
"""What people do in a release: all who did it are not all there are."""
_OF_RANK = frozenset(stem(word) for word in "vice deputy assistant acting former".split())
