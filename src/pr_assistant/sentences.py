"""Text → spans of its sentences. Abbreviations, initials, amounts and decimals do not end one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


UPPER = "".join(filter(str.isupper, map(chr, (*range(0x250), *range(0x1E00, 0x1F00)))))
"""Latin capitals, with and without marks: what a name begins with, for a class of a pattern."""

NEVER_FINAL = frozenset(
    "mr mrs ms mx dr prof sir rev hon gen sen rep gov pres lt col capt cmdr sgt maj adm messrs"
    " vs cf e.g i.e approx est".split()
)
"""Abbreviations that a name or an amount follows."""

BEFORE_NUMBER = frozenset(
    "no nos vol p pp art fig figs sec ch tel ext"
    " jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
"""Not final before a number; elsewhere they may be words of their own ("the answer is no.")."""

MAYBE_FINAL = frozenset(
    "inc ltd co corp plc llc llp jr sr bhd pty etc al st dept univ assn bros u.s u.k u.n e.u a.m"
    " p.m ph.d m.d b.a m.a calif mass conn fla ill mich minn tenn tex wis ariz colo ala"
    " wash".split()
)
"""Abbreviations that end a sentence only where a plain sentence opener follows."""

_OPENERS = frozenset(
    "the a an this that these those it its he she they we i you his her their our in on at for from"
    " with by to as after before since under during through there here while when if and but both"
    " all each no not according also among following founded based more about".split()
)
_END = re.compile(r"[.!?…]+[\"”’'»)\]]*(?=\s)")
_NEXT = re.compile(r"\s+([\"“‘'«(\[]*)(\S+)")
_IN_WORD = "_.&’'-"
_LIST_NUMBER = re.compile(r"(?:\d{1,2}|[a-zA-Z])\.")


def split(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Sentences of `text[start:end]`, in order, without the white space between them.

    Every character that is not white space lies in exactly one span.
    """
    end = len(text) if end is None else end
    spans = []
    begin = start
    for boundary in _boundaries(text, start, end):
        spans.append(trim(text, begin, boundary))
        begin = boundary
    spans.append(trim(text, begin, end))
    return [span for span in spans if span.start < span.end]


def _boundaries(text: str, start: int, end: int) -> Iterator[int]:
    begin = start
    for match in _END.finditer(text, start, end):
        follows = _NEXT.match(text, match.end(), end)
        if follows and _ends_sentence(text, begin, match, follows):
            yield match.end()
            begin = match.end()


def _ends_sentence(text: str, begin: int, stop: re.Match[str], follows: re.Match[str]) -> bool:
    opening, following = follows.groups()
    if not (following[0].isupper() or following[0].isdigit() or opening or _is_symbol(following)):
        return False
    if stop.group()[0] != "." or stop.group().startswith(".."):
        return True
    at = stop.start()
    while at > begin and (text[at - 1].isalnum() or text[at - 1] in _IN_WORD):
        at -= 1
    if at == stop.start():
        return True
    word = text[at : stop.start()].lower().strip("'’")
    if _LIST_NUMBER.fullmatch(text, _first_ink(text, begin), stop.start() + 1):
        return False  # "1. Item", not a sentence of its own
    opens = bool(opening and opening[0] not in "([") or _opens_sentence(following)
    if len(word) == 1 and text[at].isupper() and not opens:
        return False  # an initial
    if len(stop.group()) == 1 and (
        word in NEVER_FINAL or (word in BEFORE_NUMBER and following[0].isdigit())
    ):
        return False
    if word in MAYBE_FINAL or re.fullmatch(r"(?:[a-z]\.)+[a-z]", word):
        return opens
    return True


def _opens_sentence(word: str) -> bool:
    return word.lower().strip(",.:;’'") in _OPENERS and not re.fullmatch(r"[A-Z]\.,?", word)


def _is_symbol(word: str) -> bool:
    return word[0] in "$£€¥#@•–—-*"


def _first_ink(text: str, begin: int) -> int:
    while begin < len(text) and text[begin].isspace():
        begin += 1
    return begin


def trim(text: str, start: int, end: int) -> Span:
    """The range without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
