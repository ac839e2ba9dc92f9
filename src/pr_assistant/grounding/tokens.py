"""Text → tokens: words with what they are compared by, however they are spelled or inflected."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pr_assistant.grounding.vocabulary import FUTURE, NEGATORS, SPELLED, SYNONYMS
from pr_assistant.words import stem

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[%&+]")
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_ISE = re.compile(r"is(e|ed|es|ing|er|ers|ation|ations)$")
_OUR = re.compile(r"(?<=[^aeiouy\s])our(s|ed|ing|able|al)?$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number at `start:end` of its text."""

    start: int
    end: int
    text: str
    keys: frozenset[str]
    """What it is compared by: its stem and the groups of equal meaning it belongs to."""

    @property
    def lower(self) -> str:
        """In lower case, without a possessive."""
        return plain(self.text)

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() or any(map(str.isupper, self.text[1:]))

    @property
    def possessive(self) -> bool:
        return self.text != bare(self.text)

    @property
    def plans(self) -> bool:
        """Whether it is a word for what is not done yet; "May" within a sentence is a month."""
        return self.lower in FUTURE and not (self.capital and self.start)

    @property
    def negates(self) -> bool:
        return self.lower in NEGATORS or self.text.lower().endswith(("n't", "n’t"))


def bare(word: str) -> str:
    """A word without a possessive."""
    return _POSSESSIVE.sub("", word) or word


def plain(word: str) -> str:
    """A word without a possessive, in lower case."""
    return bare(word).lower().replace("’", "'")


def read(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The tokens of a text that begins at `offset`, in order."""
    return tuple(
        Token(offset + m.start(), offset + m.end(), m.group(), keys(plain(m.group())))
        for m in _TOKEN.finditer(text)
    )


@lru_cache(maxsize=20_000)
def keys(word: str) -> frozenset[str]:
    """What a word in lower case is compared by."""
    spelled = _ISE.sub(r"iz\1", word) if len(word) > 6 else word
    spelled = _OUR.sub(r"or\1", spelled) if len(word) > 5 else spelled
    root = stem(SPELLED.get(spelled, spelled))
    return frozenset({root, *SYNONYMS.get(root, ()), *SYNONYMS.get(word, ())})


def joined(text: str) -> frozenset[str]:
    """Keys of the compounds of a text as one word: "start-ups" is "startups"."""
    compounds = re.findall(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)+", text)
    return frozenset(key for one in compounds for key in keys(plain(re.sub(r"[-‐‑]", "", one))))
