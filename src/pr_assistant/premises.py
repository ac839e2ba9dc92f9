"""What a question for yes or no takes for granted that the releases do not say."""

from __future__ import annotations

import re
from collections.abc import Collection

from pr_assistant.asking import by_form

_BEGAN = re.compile(
    r"\b(?:founded|established|set up|formed|incorporated|built|born)\b(?P<when>\s+in\s+"
    r"(?P<year>(?:1[5-9]|20)\d\d))\b",
    re.IGNORECASE,
)


_TOOK_PLACE = re.compile(
    r"(?P<is>is|was|were|are|did|does|do|has|will)\s+(?P<what>.*\b(?:signed|held|take place|taken"
    r" place|happen(?:ed)?|based|located|headquartered|founded|born|opened|built|made|manufactured"
    r"|launched))\s+(?:in|at|on)\s+(?P<where>(?:the\s+)?[A-Z][^?]*|\S+['’]s[^?]*)\?",
    re.IGNORECASE,
)


def asked_where(question: str) -> str | None:
    """The question for the place, of one for yes or no that names one: "Was it signed in Hong
    Kong?" is answered with where it was signed. None of any other."""
    found = _TOOK_PLACE.fullmatch(question.strip()) if by_form(question) == "yesno" else None
    if found is None or not re.search(r"[A-Z]", found["where"]):
        return None
    return f"Where {found['is'].lower()} {found['what']}?"


_QUARTER = re.compile(r"\b(?:first|second|third|fourth)[-\s]+quarter\b|\bQ[1-4]\b", re.IGNORECASE)
_NUMBERS = {"first": "1", "second": "2", "third": "3", "fourth": "4"}


def absent_quarter(question: str, texts: Collection[str]) -> list[str]:
    """The quarter of a year that a question is about, where the releases tell of others only; none
    of any other question."""
    asked = _QUARTER.search(question)
    told = {_number(one.group()) for text in texts for one in _QUARTER.finditer(text)}
    if asked is None or not told or _number(asked.group()) in told:
        return []
    return [asked.group()]


def _number(quarter: str) -> str:
    """The digit of a quarter: "3" of "third quarter" and of "Q3"."""
    return _NUMBERS.get(re.split(r"[-\s]", quarter)[0].lower(), quarter[-1])


def without_wrong_year(question: str, texts: Collection[str]) -> str:
    """The question without the year in which something began, if yes or no is asked for and the
    year stands nowhere in `texts`: "Was it founded in 1998?" is answered with when it was.

    Only what happens once is read so: whether profit rose in 2019 is not answered with 2023.
    """
    found = _BEGAN.search(question) if by_form(question) == "yesno" else None
    if found is None or any(found["year"] in text for text in texts):
        return question
    return question[: found.start("when")] + question[found.end("when") :]
