"""Who a headline says does something, where nothing else marks it as an organisation: "Ostrel picks
Kembo Robotics"."""

from __future__ import annotations

import re

from pr_assistant.facts.finding import occurrences
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.names import UPPER

_WORD = rf"[{UPPER}][\w&'’.-]*\w"
_DOES = (
    r"report|announce|launch|sign|appoint|name|open|order|book|pick|unveil|expand|acquire|complete"
    r"|raise|post|join|introduce|secure|select|recall|buy|sell|win|get|cut|lift|narrow|publish"
    r"|award|close|choose|start|begin|build|add|agree|confirm|deliver|hire|increase|invest|make"
    r"|move|partner|promote|propose|receive|release|set|take|team|welcome|grow|return|seek|swing"
)
_SUBJECT = re.compile(
    rf"(?P<name>{_WORD}(?:\s+(?:{_WORD}|&)){{0,3}}?)"
    rf"(?:(?:,|\s+(?:and|&))\s+(?P<other>{_WORD}(?:\s+(?:{_WORD}|&)){{0,3}}?))?"
    rf"\s+(?:to\s+(?:{_DOES})|(?:{_DOES})(?:e?s)?)\b",
    re.IGNORECASE,
)
_MENTIONS = 2
"""A name that a release is about is used below its headline, too."""


def headliners(layout: Layout, title: str) -> list[str]:
    """The names that are the subject of `title`, in the letters of the text below it."""
    text = layout.text
    found = _SUBJECT.match(" ".join(title.split()))
    if found is None:
        return []
    below = layout.dateline.start or text.find("\n")
    names = (_as_used(text, found[group], below) for group in ("name", "other") if found[group])
    return [name for name in names if name]


def _as_used(text: str, name: str, below: int) -> str | None:
    """A name as the body writes it, where it has the capitals of one in every place."""
    words = re.escape(name).replace(r"\ ", r"\s+")
    used = [m.group() for m in re.compile(rf"\b{words}\b", re.IGNORECASE).finditer(text, below)]
    if len(used) < _MENTIONS or not all(word[:1].isupper() for one in used for word in one.split()):
        return None
    written = " ".join(used[0].split())
    return written if next(occurrences(text, written), None) else None
