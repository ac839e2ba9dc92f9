"""What says something like what is asked for, but not that: the deputy's post, what each gets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pr_assistant.words import stem, stems, words

_RANKED = re.compile(r"\b(?:vice|deputy|assistant|associate|acting|former)[- ]+(\w+)", re.I)
_ITEM = re.compile(r"[;\n]")


def is_lesser(question: str, named: Sequence[str], text: str) -> bool:
    """Whether `text` has a post that is asked for only as that of a deputy, or of the one before.

    The vice president is not the president. Of a row of people those count whose item has a name of
    the question (`named`, stems), if any has.
    """
    if not _RANKED.search(text):  # nearly always, and what follows takes time
        return False
    asked = set(words(question)) - set(map(str.lower, _RANKED.findall(question)))
    items = _ITEM.split(text)
    others = set(named) - set(map(stem, asked & set(map(str.lower, _RANKED.findall(text)))))
    text = " ".join([one for one in items if others & set(stems(one))] or items)
    lesser = [post.lower() for post in _RANKED.findall(text)]
    there = words(text)
    return any(post in asked and there.count(post) == lesser.count(post) for post in lesser)


_IN_TOTAL = re.compile(r"\b(?:total|overall|altogether|combined|in all|pot)\b", re.IGNORECASE)
_EACH = re.compile(
    r"(?<![\d.,])(?P<figure>\d[\d.,]{0,20})(?:\s(?:million|billion|thousand))?(?:\s\w+)?"
    r"\s(?:each|apiece|per head)\b"
)


def is_of_each(question: str, text: str, stated: str) -> bool:
    """Whether `text`, an answer in the words `stated`, is what each gets where a total is asked
    for."""
    if not _IN_TOTAL.search(question):
        return False
    return any(one["figure"] in text for one in _EACH.finditer(stated))
