"""People named by a given name alone beside their kin: "two daughters, Ann and Eve"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pr_assistant.facts.given_names import GIVEN_NAMES
from pr_assistant.facts.mention import Mention
from pr_assistant.facts.names import UPPER

_NAME = rf"[{UPPER}][\w-]+"
_KIN = re.compile(
    r"\b(?:(?:daughters?|sons?|children|grandchildren|twins|brothers?|sisters?|siblings|wife"
    rf"|husband|partner|spouse|fiancée?|parents),?|married to)\s+(?P<names>{_NAME}(?:,\s+{_NAME})*"
    rf"(?:,?\s+and\s+{_NAME})?)(?=[,.;:)]|\s+[a-z(]|$)"
)
_PAIR = re.compile(rf"(?<![\w’'-]\s)(?P<given>{_NAME})\s+(?:and|&)\s+$")


def by_given_name(text: str) -> Iterator[Mention]:
    """Mentions of kin by usual given names, of each where it stands alone."""
    for match in _KIN.finditer(text):
        names = list(re.finditer(_NAME, text[slice(*match.span("names"))]))
        if all(name.group().lower() in GIVEN_NAMES for name in names):
            begin = match.start("names")
            yield from (
                Mention(begin + name.start(), begin + name.end(), alone=True) for name in names
            )


def of_couple(text: str, mention: Mention) -> Mention | None:
    """The given name that shares a surname with a full one: "Ann and Eve Roe"."""
    pair = _PAIR.search(text, max(0, mention.start - 30), mention.start)
    words = text[mention.start : mention.end].split()
    if pair is None or mention.lead >= 0 or len(words) < 2:
        return None
    if not {pair["given"].lower(), words[0].lower()} <= GIVEN_NAMES:
        return None
    return Mention(*pair.span("given"), alone=True)
