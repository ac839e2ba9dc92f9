"""Where the items of a list are parted, whatever brackets and quotations inside them hold."""

from __future__ import annotations

import re

from pr_assistant.sentences import Span, trim

_INSIDE = re.compile(r"\([^()]*\)|“[^“”]*”|\"[^\"“”]{1,80}\"")
_SAID = re.compile(r"(?<=[”\"]),?\s+(?:said|says)\b")
_SHARED = re.compile(
    r"\s+(?:and|or)\s+[^,;]*?\b(?:in|of|for|from|to|with|between|at|on)\s[^,;]*?(?P<second>\s(?:and|or)\s)"
)
""" "A, B and C in D and E": where the second "and" parts no items of the list."""
_RELATIVE = re.compile(
    r",\s+(?:(?:most|some|all|both|each|one|none|many|half)\s+of\s+)?(?:which|whom|whose|who)\b"
    r"[^,;]*$"
)
"""A clause that goes on about the last item."""
_BESIDE = re.compile(r"(?<=\band), [a-z][^,;]{3,30}, (?=\S)|(?<=\bor), [a-z][^,;]{3,30}, (?=\S)")
"""What is said by the way before the last item: "A and, for the first time, B"."""
_SEMICOLON = re.compile(r"\s*;\s*(?:and\s+|or\s+)?")
_COMMA = re.compile(r"\s*,\s*(?:and\s+|or\s+)|\s*,(?!\d{3})\s*|\s+(?:and|or)\s+(?=[^,;]*$)")
_WAYS = (
    _SEMICOLON,
    _COMMA,
    re.compile(r"\s*,\s*(?:and\s+|or\s+)?"),
    re.compile(r"\s*,\s+and\s+"),
    re.compile(r"\s+and\s+"),
)


def masked(text: str) -> str:
    """The text with as many letters for what stands in brackets or between quotation marks."""
    return _INSIDE.sub(lambda m: m.group()[0] + "x" * (len(m.group()) - 2) + m.group()[-1], text)


def parted(text: str, begin: int, stop: int, number: int | None) -> list[Span]:
    """The items between two offsets, parted in the way that makes the announced number."""
    plain = masked(text[begin:stop])
    plain = _BESIDE.sub(lambda m: " " * len(m.group()), plain)
    if ";" not in plain and (relative := _RELATIVE.search(plain)):
        plain = plain[: relative.start()]
    if said := _SAID.search(plain):
        plain = plain[: said.start()]
    best: list[Span] = []
    for way in _WAYS:
        borders = [Span(*m.span()) for m in way.finditer(plain)]
        if not borders:
            continue
        if way is _COMMA and number is None and len(borders) > 2:
            borders = _without_inner(plain, borders)
        items = _between(text, begin, begin + len(plain), borders)
        if len(items) == number:
            return items
        if way is _COMMA and number and len(items) > number > 2:
            last = borders[number - 2]  # "A, B, and C in the towns of D, E and F"
            if re.search(r"\b(?:and|or)\b", plain[last.start : last.end]):
                return _between(text, begin, begin + len(plain), borders[: number - 1])
        fewer = number is None or len(items) < number
        if way is _COMMA and number and len(items) == number - 1:
            best = items
        if not best and fewer and way in (_SEMICOLON, _COMMA):
            best = items
        if way is _SEMICOLON and number is None:
            return items
    return best


def _without_inner(plain: str, borders: list[Span]) -> list[Span]:
    """The borders without a last "and" that joins what a preposition opens."""
    shared = _SHARED.match(plain, borders[-2].start)
    inner = shared is not None and shared.start("second") == borders[-1].start
    return borders[:-1] if inner else borders


def _between(text: str, begin: int, stop: int, borders: list[Span]) -> list[Span]:
    starts = [begin, *(begin + b.end for b in borders)]
    ends = [*(begin + b.start for b in borders), stop]
    items = [trim(text, s, e) for s, e in zip(starts, ends, strict=True)]
    return [item for item in items if item.start < item.end]
