"""Mentions of one person put together, by full names and parts of names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pr_assistant.facts.honorifics import gender
from pr_assistant.facts.lexicon import PARTICLES, ROLE_HEADS
from pr_assistant.facts.mention import Mention
from pr_assistant.facts.names import SUFFIX, key
from pr_assistant.facts.title import Title
from pr_assistant.sentences import Span


@dataclass(slots=True)
class Group:
    """All mentions of one person, in order; the fullest name."""

    name: str
    mentions: list[Mention]


def grouped(text: str, mentions: list[Mention]) -> list[Group]:
    """Mentions by full name put together; those by part of a name join the full one."""
    groups: list[Group] = []
    _cut_titles(text, mentions)
    full = [m for m in mentions if len(_parts(m.name(text))) > 1]
    for mention in full:
        name = mention.name(text)
        group = next((g for g in groups if _same(g.name, name)), None)
        if group is None:
            groups.append(Group(name, [mention]))
            continue
        group.mentions.append(mention)
        if len(_parts(name)) > len(_parts(group.name)) and key(name) != key(group.name):
            group.name = name
    for mention in mentions:
        if mention in full:
            continue
        name = mention.name(text)
        fitting = [
            g
            for g in groups
            if _is_part(name, g.name) and _fits(g, mention) and _comes_before(g, mention, text)
        ]
        alike = (g for g in fitting if any(m.honorific == mention.honorific for m in g.mentions))
        group = next(alike, fitting[0] if fitting else None)
        if group:
            group.mentions.append(mention)
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
    words = (p for p in SUFFIX.sub("", name).split() if p[0] not in "“\"‘'(")
    return [p for p in words if p.lower() not in PARTICLES]


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
