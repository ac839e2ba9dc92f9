"""Who a headline says does something, where nothing else marks it as an organisation: "Ostrel picks
Kembo Robotics"."""

from __future__ import annotations

import re

from pr_assistant.facts.finding import occurrences
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.names import UPPER
from pr_assistant.facts.things import is_thing

_WORD = rf"[{UPPER}][\w&'’.-]*\w"
_DOES = (
    r"reports|announces|launches|signs|appoints|names|opens|picks|unveils|expands|acquires"
    r"|completes|raises|posts|introduces|secures|selects|recalls|buys|sells|wins|lifts|narrows"
    r"|publishes|awards|chooses|builds|adds|confirms|delivers|hires|increases|invests|partners"
    r"|promotes|proposes|receives|welcomes|seeks|brings"
)
_WILL = (
    r"to\s+(?:build|open|launch|buy|sell|acquire|merge|supply|deliver|invest|cut|raise|expand|add|hire"
    r"|close|make|sign|offer|join|train|equip|fund)"
)
_DO = r"sign|renew|launch|announce|agree|partner|open|build|merge|join forces|team up"
"""What two do."""
_SUBJECT = re.compile(
    rf"(?P<name>{_WORD}(?:\s+(?:{_WORD}|&)){{0,3}}?)"
    rf"(?:(?:,|\s+(?:and|&|AND|And))\s+(?P<other>{_WORD}(?:\s+(?:{_WORD}|&)){{0,3}}?))?"
    rf"\s+(?:(?i:{_DOES}|{_WILL})|(?(other)(?i:{_DO})|(?!)))\b",
)
_MENTIONS = 2
"""A name that a release is about is used below its headline, too."""
_PLACED = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Tt]o|[Aa]cross|[Tt]hroughout|[Tt]he)\s+$")
"""What stands before places and things, and seldom before a firm."""


def headliners(layout: Layout, title: str, people: list[str]) -> list[str]:
    """The names that are the subject of `title`, in the letters of the text below it; no place or
    thing, and none of `people`."""
    text = layout.text
    found = _SUBJECT.match(" ".join(title.split()))
    if found is None:
        return []
    below = layout.dateline.start or text.find("\n")
    names = (_as_used(text, found[group], below) for group in ("name", "other") if found[group])
    barred = {word.casefold() for person in people for word in person.split()}
    barred |= set((layout.dateline.place or "").casefold().split())
    return [
        name
        for name in names
        if name and not is_thing(name) and barred.isdisjoint(name.casefold().split())
    ]


def _as_used(text: str, name: str, below: int) -> str | None:
    """A name as the body writes it, where it has the capitals of one in every place."""
    words = re.escape(name).replace(r"\ ", r"\s+")
    found = list(re.compile(rf"\b{words}\b", re.IGNORECASE).finditer(text, below))
    used = [match.group() for match in found]
    if len(used) < _MENTIONS or not all(word[:1].isupper() for one in used for word in one.split()):
        return None
    if any(_PLACED.search(text, max(0, at.start() - 12), at.start()) for at in found):
        return None
    written = " ".join(used[0].split())
    return written if next(occurrences(text, written), None) else None
