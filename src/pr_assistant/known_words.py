"""The names, figures and unknown words of a question, held against the words of the releases."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from difflib import get_close_matches
from functools import lru_cache

from pr_assistant.asking import Asked
from pr_assistant.facts.lexicon import ROLE_HEADS
from pr_assistant.words import STOP_WORDS, stem, stems, words

_NAME = re.compile(r"(?<![.?!] )(?<!^)\b[A-Z][\w&+'’-]*|\b\d[\d.,]*")

_PROPER = re.compile(r"(?<![.?!:] )(?<!^)\b[A-Z][a-zà-öø-ÿ]{3,}\b")
_CAPITAL = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w'’-]+")

_BODY_OF = re.compile(
    r"\b(University|College|Institute|Bank|Academy|Ministry) of (?:the )?"
    r"([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)"
)
_LETTERS = re.compile(r"[^\W\d_]+")

_MID_SENTENCE = STOP_WORDS - {"a", "an", "i", "the", "us", "will", "may"}
"""Words that only a title writes with a capital within a sentence; "Will" and "The Hague" do."""

_MIN_TYPO = 4
_TYPO_RATIO = 0.8
"""Ratcliff–Obershelp similarity from which an unknown word is taken for a typo."""


_HONORIFICS = frozenset("mr mrs ms mdm miss dr doctor prof professor sir dame".split())


def names(question: str) -> list[str]:
    """Stems of the names and figures of a question; the word it begins with is none, nor are forms
    of address."""
    found = [word for match in _NAME.finditer(question) for word in words(match.group())]
    return [stem(word) for word in found if word not in STOP_WORDS | _HONORIFICS]


def share_of_names(wanted: Sequence[str], known: Collection[str]) -> float:
    """Share of `wanted` that is `known`; 1 if nothing is wanted."""
    return sum(name in known for name in wanted) / len(wanted) if wanted else 1.0


def absent_names(question: str, texts: Collection[str]) -> list[str]:
    """Proper names of a question that stand nowhere in `texts`, nor one that they may be a typo of.

    Capitals alone may be a rank or shouting ("CFO", "NOW"), and a number may be a comparison
    ("before 1990"), so neither counts: a name is a capital and three small letters or more. Nor do
    heads of posts ("the Chief Executive"), nor anything Where Every Word Begins With a Capital.
    """
    asked = [name for name in _PROPER.findall(question) if name.lower() not in ROLE_HEADS]
    if not asked or any(word.lower() in _MID_SENTENCE for word in _CAPITAL.findall(question)[1:]):
        return []
    known, capitals = _stems_in(tuple(texts))
    return [
        name
        for name in asked
        if not all(one in known or _likeliest(one, capitals) in capitals for one in stems(name))
    ] or _absent_bodies(question, texts)


@lru_cache(maxsize=64)
def _words_in(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for text in texts for word in words(text))


@lru_cache(maxsize=64)
def _stems_in(texts: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """(all stems in texts, those of words with a capital)."""
    names = " ".join(name for text in texts for name in _CAPITAL.findall(text))
    return frozenset(map(stem, _words_in(texts))), frozenset(map(stem, words(names)))


def _absent_bodies(question: str, texts: Collection[str]) -> list[str]:
    """Bodies that are named by what they are of and stand nowhere so, nor as "Bath University":
    the University of Hong Kong is not The Hong Kong Polytechnic University."""
    there = [" ".join(text.split()) for text in texts]
    absent = []
    for body, of in _BODY_OF.findall(re.sub(r"['’]s?\b", "", question)):
        named = of.split()  # of "Bank of America CEO Ann Lee" it may be that the bank alone is one
        heads = [" ".join(named[:count]) for count in range(1, len(named) + 1)]
        ways = [f"{body} of {the}{head}" for head in heads for the in ("", "the ")]
        ways.append(f"{of} {body}")
        written = "|".join(re.escape(one) for way in ways for one in (way, way.upper()))
        if not any(re.search(rf"\b(?:{written})\b", text) for text in there):
            absent.append(f"{body} of {of}")
    return absent


def repaired(question: str, texts: Collection[str], is_word: Callable[[str], bool]) -> str:
    """The question with each word that is none replaced by the likeliest of those in `texts`."""
    known = _words_in(tuple(texts))

    def repair(match: re.Match[str]) -> str:
        word = match.group().lower()
        if len(word) < _MIN_TYPO or word in known or is_word(word):
            return match.group()
        close = get_close_matches(word, sorted(known), n=1, cutoff=_TYPO_RATIO)
        return close[0] if close else match.group()

    return _LETTERS.sub(repair, question)


_CHIEF = re.compile(r"\bC([A-Z]{1,2})O\b", re.IGNORECASE)
_CHIEF_IN_FULL = re.compile(r"\bchief(?:\s+[a-z]+){1,2}?\s+officer\b", re.IGNORECASE)


_PLACES = (
    ("HK", "Hong Kong"), ("UK", "United Kingdom"), ("US", "United States"),
    ("USA", "United States"), ("UAE", "United Arab Emirates"), ("EU", "European Union"),
    ("NZ", "New Zealand"), ("PRC", "China"),
)  # fmt: skip
_PERIODS = tuple(
    (f"{letter}{number}", f"{nth} {part}")
    for letter, part in (("Q", "quarter"), ("H", "half"))
    for number, nth in enumerate(("first", "second", "third", "fourth"), 1)
    if letter == "Q" or number <= 2
)
"""Parts of a year, in short and in full."""
_POSTS = (
    ("MD", "Managing Director"), ("VP", "Vice President"), ("SVP", "Senior Vice President"),
    ("EVP", "Executive Vice President"), ("GM", "General Manager"),
)  # fmt: skip
_ADDRESSES = (("Professor", "Prof."), ("Doctor", "Dr."))
"""Forms of address, in full and in short."""


def spelled(question: str, texts: Collection[str]) -> str:
    """The question with "CFO" as `texts` spell it, "chief financial officer", or the other way; so
    with "Professor", "HK" and "Q3"."""

    def in_full(match: re.Match[str]) -> str:
        middle = r"\s+".join(rf"{letter}[a-z]+" for letter in match[1])
        written = re.compile(rf"\bchief\s+{middle}(?:\s+officer\b)?", re.IGNORECASE)
        found = next((hit for text in texts if (hit := written.search(text))), None)
        return found.group() if found else match.group()

    def in_short(match: re.Match[str]) -> str:
        short = "".join(word[0] for word in match.group().upper().split())
        there = any(match.group().lower() in text.lower() for text in texts)
        return short if not there and any(short in text for text in texts) else match.group()

    for short, place in (*_PLACES, *_POSTS) if question != question.upper() else ():
        written = re.compile(rf"\b{short}(?![\w$])")
        if not any(map(written.search, texts)) and any(place in text for text in texts):
            question = written.sub(place, question)
    for period in _PERIODS:
        for one, other in (period, period[::-1]):
            named = re.compile(rf"\b{one}\b", re.IGNORECASE)
            if named.search(question) and not any(map(named.search, texts)):
                there = re.compile(rf"\b{other.replace(' ', '[- ]')}\b", re.IGNORECASE)
                question = named.sub(other, question) if any(map(there.search, texts)) else question
    for address in _ADDRESSES:
        for one, other in (address, address[::-1]):
            named = re.compile(rf"\b{re.escape(one.rstrip('.'))}\b\.?(?= [A-Z])")
            if named.search(question) and not any(map(named.search, texts)):
                question = named.sub(other, question)
    return _CHIEF.sub(in_full, _CHIEF_IN_FULL.sub(in_short, question))


def corrected(asked: Asked, known: Collection[str], is_word: Callable[[str], bool]) -> Asked:
    """The question with each unknown word that is none replaced by the known one it is likely a
    typo of."""
    expected = {
        word if is_word(word) else _likeliest(word, known): chance
        for word, chance in asked.expected.items()
    }
    return Asked(asked.text, asked.kinds, expected)


def _likeliest(word: str, known: Collection[str]) -> str:
    """A stem, or the known one it is likely a typo of."""
    if word in known or len(word) < _MIN_TYPO or not word.isalpha():
        return word
    close = get_close_matches(word, known, n=1, cutoff=_TYPO_RATIO)
    return close[0] if close else word
