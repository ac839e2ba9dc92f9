"""The little language the releases are written in: alternatives, values and marks.

``{a|b|}`` picks one alternative; ``<key>`` puts in a value and marks it as the answer to the
questions on ``key``; ``<=key>`` puts it in unmarked; ``<@p1>`` mentions a person, with title the
first time (``<@p1:key>`` marks the name as ``key``, too); ``[key,other:text]`` marks any
text; ``a~`` becomes "a" or "an".
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

_BRACES = re.compile(r"\{([^{}]*)\}")
_TOKEN = re.compile(r"<([=@]?)([\w.:,]+)>")
_OPENING = re.compile(r"\[([\w.,]+):")
_ARTICLE = re.compile(r"\b([Aa])~ (?=((?:\[[\w.,]+:)*)(\w+))")
_FIRST_LETTER = re.compile(r"^((?:\[[\w.,]+:)*[“\"'‘]?)([a-z])(?![a-z]*[A-Z])")
_AN = re.compile(
    r"[AEIOaeio8]|11\b|18\b|hour|honou?r|[Uu]n[^i]|[Uu][^ns]|[FHLMNRSX][A-Zo]{2}\b|MoU"
)
_A = re.compile(r"(?i)(?:one|eu|uni|once)")
_STRAY_SPACE = re.compile(r" +(?=[ ,;.])(?!\.\w)")
_STRAY_COMMA = re.compile(r",(\]*)(?=[.,;:!?])")


@dataclass(frozen=True)
class Span:
    """One marked piece of a paragraph: ``paragraphs[paragraph][start:start + len(text)]``."""

    paragraph: int
    start: int
    text: str


def choose(text: str, rng: random.Random) -> str:
    """``text`` with one alternative of each ``{a|b}`` taken, the innermost first."""
    while match := _BRACES.search(text):
        text = text[: match.start()] + rng.choice(match[1].split("|")) + text[match.end() :]
    return text


def expand(text: str, rng: random.Random, value: Callable[[str, str], str]) -> str:
    """``text`` with every alternative chosen and every token replaced by ``value(sigil, key)``."""
    text = choose(text, rng)
    while match := _TOKEN.search(text):
        replacement = choose(value(match[1], match[2]), rng)
        text = text[: match.start()] + replacement + text[match.end() :]
    return text


def keys_of(text: str) -> list[str]:
    """The keys of the tokens in ``text``, in order."""
    return [match[2] for match in _TOKEN.finditer(text)]


def sentence(text: str) -> str:
    """``text`` with its articles agreed and its first letter raised."""
    text = _STRAY_COMMA.sub(r"\1", _ARTICLE.sub(_article, text))
    text = _STRAY_SPACE.sub("", text)
    return _FIRST_LETTER.sub(lambda match: match[1] + match[2].upper(), text.strip())


def _article(match: re.Match[str]) -> str:
    vowel = _AN.match(match[3]) and not _A.match(match[3])
    return f"{match[1]}{'n' if vowel else ''} "


def unmark(marked: str, paragraph: int) -> tuple[str, dict[str, list[Span]]]:
    """The plain text of a marked paragraph, and the spans marked in it by key."""
    plain: list[str] = []
    length = 0
    stack: list[tuple[list[str], int]] = []
    spans: dict[str, list[Span]] = {}
    position = 0
    while position < len(marked):
        if opening := _OPENING.match(marked, position):
            stack.append((opening[1].split(","), length))
            position = opening.end()
        elif marked[position] == "]" and stack:
            keys, start = stack.pop()
            text = "".join(plain)[start:]
            start += len(text) - len(text.lstrip())
            text = text.strip()
            for key in keys:
                spans.setdefault(key, []).append(Span(paragraph, start, text))
            position += 1
        else:
            plain.append(marked[position])
            length += 1
            position += 1
    if stack:
        raise ValueError(f"an unclosed mark in: {marked}")
    return "".join(plain).rstrip(), spans
