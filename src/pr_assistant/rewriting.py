"""A follow-up and the question before it → one question, where it is certain what is meant.

Pronouns take the name they stand for, "And for Huawei?" the words of the question before. Where
more than one name fits, nothing is rewritten: a wrong name would be answered with confidence.
"""

from __future__ import annotations

import re

from pr_assistant.models import Turn

_W = r"[A-ZÀ-ÖØ-Þ][\w&+'’-]*"
_NAME = re.compile(
    rf"(?:(?:Mr|Mrs|Ms|Mdm|Dr|Prof|Professor|Sir|Dame)\.?\s+)?(?:{_W}|[a-z]+[A-Z]\w*)"
    rf"(?:\s+(?:(?:of|the|de|van|von|der)\s+)*(?:{_W}|\d+))*"
)
_HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Mdm|Dr|Prof|Professor|Sir|Dame)\b")
_MALE = frozenset({"Mr", "Sir"})
_FEMALE = frozenset({"Mrs", "Ms", "Mdm", "Dame"})
_OPENERS = frozenset(
    "who what when where why which how and or but is are was were do does did has have had will can"
    " could should would the a an in on at of for from name list tell give show please".split()
)
_PERSON = re.compile(r"\b(?:he|she|him|his|her|hers)\b", re.IGNORECASE)
_THING = re.compile(r"\b(?:it|its|they|them|their)\b", re.IGNORECASE)
_POSSESSIVE = frozenset({"his", "its", "their"})
_ELLIPTIC = re.compile(
    r"\s*(?:(?:and|or|but)\b,?\s*)?(?:(?:what|how)\s+about\s+)?"
    r"(?:(?:in|at|for|from|of|by|with)\s+)?(?P<the>the\s+)?(?P<name>\S.*?)(?:['’]s)?\s*\?*\s*$",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\s*(?:and|or|but|what about|how about)\b", re.IGNORECASE)
_OF = r"\s+(?:is|are|was|were|does|do)\s+"
_ASKS_FOR_WHO = re.compile(  # "Who is the President?" does, "Who is Ann Lee?" does not
    rf"\s*(?i:and\s+)?(?i:who|whom|whose|which person)\b(?!{_OF}[A-Z])"
)
_ASKS_FOR_WHAT = re.compile(rf"\s*(?i:and\s+)?(?i:what|which)\b(?!{_OF}(?:the\s+)?[A-Z])")
_LONGEST_ANSWER = 8
"""Words of an answer that may stand for a pronoun."""


def rewritten(question: str, before: Turn) -> str | None:
    """The follow-up as it stands alone, None where it is not certain what is meant."""
    other = _ELLIPTIC.match(question) if _OPENS.match(question) else None
    if other and _NAME.fullmatch(other["name"]):
        return _with_other_name(before.question, other["name"])
    person = _PERSON.search(question)
    thing = _THING.search(question)
    if bool(person) == bool(thing):
        return None
    if person:
        asked_for = bool(_ASKS_FOR_WHO.match(before.question))
        name = _who(before) if asked_for else _meant(before, False)
        certain = name and _is_full(name) and not _clash(person.group().lower(), name)
        return _replaced(question, person, name) if name and certain else None
    assert thing is not None
    asked_for = bool(_ASKS_FOR_WHAT.match(before.question))
    name = _meant(before, asked_for)
    return _replaced(question, thing, name) if name else None


def _meant(before: Turn, asked_for: bool) -> str | None:
    """What a pronoun stands for: the answer if the question asked for it, else its only name."""
    if asked_for:
        answer = (before.answer or "").strip(" .")
        found = names(f". {answer}")  # an answer may begin with the name
        short = len(answer.split()) <= _LONGEST_ANSWER
        return found[0] if short and len(found) == 1 else None
    found = names(before.question)
    if len(found) != 1:
        return None
    article = "the " if f"the {found[0]}" in before.question else ""
    return article + found[0]


def _who(before: Turn) -> str | None:
    """The person that an answer names, if it names one alone, with or without a title."""
    answer = (before.answer or "").strip(" .")
    found = names(f". {answer}")
    alone = ";" not in answer and "“" not in answer and len(answer.split()) <= 3 * _LONGEST_ANSWER
    return found[0] if alone and found and answer.startswith(found[0]) else None


def names(text: str) -> list[str]:
    """Runs of capitalised words; a word that opens a question is none."""
    found = []
    for match in _NAME.finditer(text):
        words = match.group().split()
        while words and words[0].lower() in _OPENERS:
            words.pop(0)
        name = re.sub(r"['’]s$", "", " ".join(words))
        if name:
            found.append(name)
    return list(dict.fromkeys(found))


def _with_other_name(question: str, name: str) -> str | None:
    """The earlier question, its last name replaced."""
    found = names(question)
    honoured = _HONORIFIC.match(name) is not None
    if not found or name in found or honoured != bool(_HONORIFIC.match(found[-1])):
        return None
    start = question.rindex(found[-1])
    return f"{question[:start]}{name}{question[start + len(found[-1]) :]}"


def _replaced(question: str, pronoun: re.Match[str], name: str) -> str:
    word = pronoun.group().lower()
    after = question[pronoun.end() :]
    owns = word in _POSSESSIVE or (word == "her" and re.match(r"\s+[a-z]", after) is not None)
    return f"{question[: pronoun.start()]}{name}{'’s' if owns else ''}{after}"


def _clash(pronoun: str, name: str) -> bool:
    """Whether the name's honorific is of the other sex than the pronoun."""
    honorific = name.split()[0].rstrip(".")
    he = pronoun in ("he", "him", "his")
    return honorific in (_FEMALE if he else _MALE)


def _is_full(name: str) -> bool:
    """Whether a name can be a person's: two words, none that only organisations have."""
    words = name.split()
    return len(words) > 1 and not {"of", "for", "and", "University", "the"} & set(words)
