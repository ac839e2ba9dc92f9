"""What a question for yes or no takes for granted that the releases do not say."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from pr_assistant.asking import by_form
from pr_assistant.words import stem, stems, words

_BEGAN = re.compile(
    r"\b(?:founded|established|set up|formed|incorporated|built|born)\b(?P<when>\s+in\s+"
    r"(?P<year>(?:1[5-9]|20)\d\d))\b",
    re.IGNORECASE,
)


_TOOK_PLACE = re.compile(
    r"(?P<is>(?i:is|was|were|are|did|does|do|has|will))\s+(?P<what>.*\b(?:signed|held|take place"
    r"|taken place|happen(?:ed)?|based|located|headquartered|founded|born|opened|built|made"
    r"|manufactured|launched))\s+(?:in|at)\s+(?P<where>(?:the\s+)?[A-Z][\w’'-]+[^?]*"
    r"|[\w-]+['’]s\s[^?]*)\?"
)
_NO_PLACE = re.compile(
    r"(?:the\s+)?(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|\w+day|Spring|Summer|Autumn|Winter|Partnership|Collaboration|Cooperation|English"
    r"|Chinese|French|German|Spanish|Q[1-4])\b"
)
"""What follows "in" and is no place."""


def asked_where(question: str) -> str | None:
    """The question for the place, of one for yes or no that names one: "Was it signed in Hong
    Kong?" is answered with where it was signed. None of any other."""
    found = _TOOK_PLACE.fullmatch(question.strip()) if by_form(question) == "yesno" else None
    if found is None or _NO_PLACE.match(found["where"]):
        return None
    return f"Where {found['is'].lower()} {found['what']}?"


def is_told_where(question: str, found: Sequence[str]) -> bool:
    """Whether what answers the question for a place says what took place, and a place."""
    verb = stem(words(question)[-1])
    return any(verb in stems(text) and _AT.search(text) for text in found)


_AT = re.compile(r"\b(?:in|at|near)\s+(?:the\s+)?[A-Z]")
_NTH = r"(?:first|second|third|fourth)"
_QUARTER = re.compile(
    rf"\b(?:{_NTH}|1st|2nd|3rd|4th)(?:(?:,\s|[-\s]+(?:and|or|to)\s+(?:the\s+)?){_NTH})*[-\s]+"
    r"(?:fiscal[-\s]+)?quarters?\b(?!-?\s?final)|\b[1-4]Q(?=\d|\b)|\bQ[1-4](?=\b|FY)",
    re.IGNORECASE,
)
_NUMBERS = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
_OTHERWISE = re.compile(
    r"\bmonths (?:to|ended|ending|until)\b|\bquarter end(?:ed|ing)\b", re.IGNORECASE
)
"""Where quarters are told by their months."""


def absent_quarter(question: str, texts: Collection[str]) -> list[str]:
    """The quarter of a year that a question is about, where the releases tell of others only; none
    of any other question."""
    asked = _QUARTER.search(question)
    told = {n for text in texts for one in _QUARTER.finditer(text) for n in _numbers(one.group())}
    if asked is None or not told or _numbers(asked.group()) & told:
        return []
    return [] if any(map(_OTHERWISE.search, texts)) else [asked.group()]


def _numbers(quarters: str) -> set[str]:
    """The digits of quarters: "3" of "third quarter", of "Q3" and of "3Q26"."""
    named = {_NUMBERS[one] for one in re.findall(_NTH, quarters.lower())}
    return named or set(re.findall(r"[1-4]", quarters))


def without_wrong_year(question: str, texts: Collection[str]) -> str:
    """The question without the year in which something began, if yes or no is asked for and the
    year stands nowhere in `texts`: "Was it founded in 1998?" is answered with when it was.

    Only what happens once is read so: whether profit rose in 2019 is not answered with 2023.
    """
    found = _BEGAN.search(question) if by_form(question) == "yesno" else None
    if found is None or any(found["year"] in text for text in texts):
        return question
    return question[: found.start("when")] + question[found.end("when") :]
