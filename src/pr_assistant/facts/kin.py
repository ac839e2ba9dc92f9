"""People named by a given name alone beside their kin: "two daughters, Ann and Eve"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pr_assistant.facts.given_names import GIVEN_NAMES
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.mention import Mention
from pr_assistant.facts.names import UPPER
from pr_assistant.sentences import Span

_NAME = rf"[{UPPER}][\w-]+"
_WORDS = frozenset(
    "daughter daughters son sons children grandchildren twins brother brothers sister sisters"
    " siblings wife husband partner spouse fiancé fiancée parents married".split()
)
_KIN = re.compile(
    r"\b(?:(?:daughters?|sons?|children|grandchildren|twins|brothers?|sisters?|siblings|wife"
    rf"|husband|partner|spouse|fiancée?|parents),?|married to)\s+(?P<names>{_NAME}(?:,\s+{_NAME})*"
    rf"(?:,?\s+and\s+{_NAME})?)(?=[,.;:)]|\s+[a-z(]|$)"
)
_OF_IT = re.compile(r"\b[Ii]ts\s+(?:[a-z-]+\s+){0,2}$")
_NO_KIN = re.compile(
    r",\s+(?:which\b|(?:an?|the|its|his|her)\s+(?:[\w-]+\s+){0,3}?(?:robots?|software|program(?:me)?"
    r"|app|assistant|chatbot|bot|avatar|model|system|computer|machine|drone|ship|boat|yacht|ferry"
    r"|horse|mare|dog|cat|pony|bear|bird|elephant|firm|company|charity|bank|agency|group)\b)"
)
"""What stands behind a name that is no human’s."""
_ONE = re.compile(_NAME)
_PAIR = re.compile(rf"(?<![\w’'-]\s)(?P<given>{_NAME})\s+(?:and|&)\s+$")


def by_given_name(layout: Layout) -> Iterator[Mention]:
    """Mentions of kin by usual given names, of each where it stands alone."""
    for sentence in layout.sentences:
        if _WORDS.isdisjoint(layout.words(sentence)):
            continue
        for match in _KIN.finditer(layout.text, *sentence):
            if _OF_IT.search(layout.text, max(0, match.start() - 40), match.start()):
                continue  # of a firm
            if _NO_KIN.match(layout.text, match.end("names")):
                continue
            names = [
                Span(*name.span()) for name in _ONE.finditer(layout.text, *match.span("names"))
            ]
            if all(layout.text[slice(*name)].lower() in GIVEN_NAMES for name in names):
                yield from (Mention(*name, alone=True) for name in names)


def of_couple(text: str, mention: Mention) -> Mention | None:
    """The given name that shares a surname with a full one: "Ann and Eve Roe"."""
    if not text.endswith((" and ", " & "), 0, mention.start):
        return None
    pair = _PAIR.search(text, max(0, mention.start - 30), mention.start)
    words = text[mention.start : mention.end].split()
    if pair is None or mention.lead >= 0 or len(words) < 2:
        return None
    if not {pair["given"].lower(), words[0].lower()} <= GIVEN_NAMES:
        return None
    return Mention(*pair.span("given"), alone=True)
