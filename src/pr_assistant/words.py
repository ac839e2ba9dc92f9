"""Words of a question or sentence: what carries meaning, and what counts as the same word."""

from __future__ import annotations

import re
import threading
from functools import lru_cache

from Stemmer import Stemmer

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|\d+", re.UNICODE)
_POSSESSIVE = re.compile(r"['’]s?$")
_LOCAL = threading.local()
"""A stemmer for each thread: it keeps the word it is at in itself."""

STOP_WORDS = frozenset(
    "a about above after all also am an and any are as at be because been before being between both"
    " but by can could did do does doing done for from further had has have having he her here hers"
    " him his how i if in into is it its just let me mine my no nor not of off on once only or"
    " other our ours out over own please same shall she should so some such tell than that the"
    " their theirs them then there these they this those through to too under until up upon us very"
    " was we were what when where which while who whom whose why will with would you your yours"
    " according release press document article text say says said does state states mention"
    " mentions mentioned give gives given exactly actually many much".split()
)
"""Words that every question and every release is full of; they say nothing about which passage."""


def words(text: str) -> list[str]:
    """Words and numbers of `text`, in order, lower-case, without a possessive 's."""
    return [_POSSESSIVE.sub("", match.group().lower()) for match in _WORD.finditer(text)]


def content_words(text: str) -> list[str]:
    """The words of `text` that are no stop words, in order."""
    return [word for word in words(text) if word not in STOP_WORDS]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Snowball's English stem; a number keeps its digits only ("208,000" is "208000")."""
    if word[0].isdigit():
        return word.replace(",", "")
    if not hasattr(_LOCAL, "stemmer"):
        _LOCAL.stemmer = Stemmer("english")
    return str(_LOCAL.stemmer.stemWord(word))


def stems(text: str) -> list[str]:
    """Stems of the content words of `text`, in order."""
    return [stem(word) for word in content_words(text)]
