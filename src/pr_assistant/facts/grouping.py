"""Mentions of one person put together, by full names and parts of names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pr_assistant.facts.honorifics import gender
from pr_assistant.facts.lexicon import PARTICLES, ROLE_HEADS
from pr_assistant.facts.mention import Mention
from pr_assistant.facts.names import GIVEN_TOO, SUFFIX, key
from pr_assistant.facts.title import Title
from pr_assistant.sentences import Span


@dataclass(slots=True)
class Group:
    """All mentions of one person, in order; the fullest name."""

    name: str
    mentions: list[Mention]


class _Known:
    """Where full names stand in a list, by their letters and their words: of hundreds of names only
    those need be held against one that could be the same."""

    def __init__(self) -> None:
        self._by_key: dict[str, list[int]] = {}
        self._by_word: dict[str, list[int]] = {}
        self._by_last: dict[str, list[int]] = {}

    def note(self, name: str, at: int) -> None:
        words = _parts(name.lower())
        self._by_key.setdefault(key(name), []).append(at)
        self._by_last.setdefault(words[-1], []).append(at)
        for word in set(words):
            self._by_word.setdefault(word, []).append(at)

    def like(self, name: str) -> list[int]:
        """In order, those with the same letters, or the last word of one among the other’s."""
        words = _parts(name.lower())
        found = {*self._by_key.get(key(name), ()), *self._by_word.get(words[-1], ())}
        return sorted(found.union(*(self._by_last.get(word, ()) for word in words)))


def grouped(text: str, mentions: list[Mention]) -> list[Group]:
    """Mentions by full name put together; those by part of a name join the full one."""
    groups: list[Group] = []
    _cut_titles(text, mentions)
    known = _Known()
    short: list[Mention] = []
    for mention in mentions:
        name = mention.name(text)
        if len(_parts(name)) < 2:
            short.append(mention)
            continue
        at = next((at for at in known.like(name) if _same(groups[at].name, name)), None)
        if at is None:
            known.note(name, len(groups))
            groups.append(Group(name, [mention]))
            continue
        group = groups[at]
        group.mentions.append(mention)
        if len(_parts(name)) > len(_parts(group.name)) and key(name) != key(group.name):
            group.name = name
            known.note(name, at)
    for mention in short:
        name = mention.name(text)
        fitting = [
            g
            for g in groups
            if _is_part(name, g.name) and _fits(g, mention) and _comes_before(g, mention, text)
        ]
        alike = (g for g in fitting if any(m.honorific == mention.honorific for m in g.mentions))
        fit = next(alike, fitting[0] if fitting else None)
        if fit:
            fit.mentions.append(mention)
        elif mention.alone or (
            mention.honorific
            and not re.fullmatch(
                r"(?:Fr|Sr|Hon|Ir|Father|Sister|Mama|Ratu|Deacon)", mention.honorific
            )
        ):
            groups.append(Group(name, [mention]))
    for group in groups:
        group.mentions.sort(key=lambda m: m.start)
    return groups


def _cut_titles(text: str, mentions: list[Mention]) -> None:
    """Take the title off what looks like a full name and is a surname of another: "Rector Lee"."""
    names = [m.name(text) for m in mentions]
    for mention, name in zip(mentions, names, strict=True):
        first, *rest = name.split()
        if len(rest) != 1 or first.lower() not in ROLE_HEADS or mention.honorific:
            continue
        if any(other != name and _is_part(rest[0], other) for other in names if " " in other):
            head = Span(mention.start, mention.start + len(first))
            mention.start = text.index(rest[0], head.end)
            mention.found.append((1, Title(head, None, head.end)))


def _parts(name: str) -> list[str]:
    """The words of a name without particles, nickname and generation."""
    words = [p for p in SUFFIX.sub("", name).split() if p[0] not in "“\"‘'("]
    return [
        p
        for at, p in enumerate(words)
        if p.lower() not in PARTICLES or (at == 0 and p.title() in GIVEN_TOO and words[1:])
    ]


def _fits(group: Group, mention: Mention) -> bool:
    """Whether the honorifics of a group and a mention can be one person's."""
    theirs = gender(mention.honorific)
    return theirs is None or all(gender(m.honorific) in (theirs, None) for m in group.mentions)


def _comes_before(group: Group, mention: Mention, text: str) -> bool:
    """Whether a group is known where a short mention stands; a headline may be ahead of it."""
    headline = text.find("\n\n", mention.end)
    return group.mentions[0].start < mention.start or mention.start < headline < 400


def _same(one: str, two: str) -> bool:
    """Whether two full names are one person's: letters alike, or one leaves some out."""
    if key(one) == key(two):
        return True
    first, second = (_parts(one.lower()), _parts(two.lower()))
    short, long = sorted((first, second), key=len)
    if len(short) >= 2 and len(short) < len(long):
        rest = iter(long)
        if all(word in rest for word in short):
            return True
    if first == second and len(first) > 1:
        return True  # but for a nickname
    if len(short) >= 2 and short[-1] == long[-1] and short[0][0] == long[0][0]:
        return len(short[0].rstrip(".")) == 1 or len(long[0].rstrip(".")) == 1
    return False


def _is_part(part: str, name: str) -> bool:
    """Whether words are the surname, given name or a run of words of a full name."""
    words, whole = part.lower().split(), SUFFIX.sub("", name).lower().split()
    whole = [w for w in whole if w[0] not in "“\"‘'"]
    return any(whole[i : i + len(words)] == words for i in range(len(whole)))
