"""The people of a release: every mention of each put together."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pr_assistant.facts.candidates import SENTENCE_OPENERS
from pr_assistant.facts.choosing import chosen
from pr_assistant.facts.contacts import cut
from pr_assistant.facts.describing import describe
from pr_assistant.facts.finding import occurrences
from pr_assistant.facts.honorifics import gender
from pr_assistant.facts.layout import Layout, last_begun
from pr_assistant.facts.lexicon import PARTICLES, ROLE_HEADS, ROLE_MODIFIERS
from pr_assistant.facts.mention import Mention
from pr_assistant.facts.mentions import find_sure
from pr_assistant.facts.models import Person, Role
from pr_assistant.facts.names import RUN, SUFFIX, key
from pr_assistant.facts.predecessors import add_predecessors
from pr_assistant.facts.shared import share_titles
from pr_assistant.facts.title import Title
from pr_assistant.sentences import Span

_GOES_ON = re.compile(r"-|\.\w")
"""What makes a surname part of a longer word ("Lee-Smith") or of an address."""


def read(layout: Layout, known: frozenset[str]) -> list[Person]:
    """People in order of their first mention. `known`: names of organisations, in lower case."""
    text = layout.text
    mentions = find_sure(layout, known)
    share_titles(layout, mentions)
    add_predecessors(layout, mentions)
    groups = _grouped(text, mentions)
    _add_short_mentions(layout, groups, known)
    people = sorted((_person(text, group) for group in groups), key=lambda p: p.start)
    firms = {p.organisation.text for p in people if p.organisation}
    return [p for p in people if p.honorific or p.name not in firms]


@dataclass(slots=True)
class _Group:
    """All mentions of one person, in order; the fullest name."""

    name: str
    mentions: list[Mention]


def _grouped(text: str, mentions: list[Mention]) -> list[_Group]:
    """Mentions by full name put together; those by part of a name join the full one."""
    groups: list[_Group] = []
    _cut_titles(text, mentions)
    full = [m for m in mentions if len(_parts(m.name(text))) > 1]
    for mention in full:
        name = mention.name(text)
        group = next((g for g in groups if _same(g.name, name)), None)
        if group is None:
            groups.append(_Group(name, [mention]))
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
            mention.honorific and not re.fullmatch(r"(?:Fr|Sr|Hon|Ir)", mention.honorific)
        ):
            groups.append(_Group(name, [mention]))
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


def _fits(group: _Group, mention: Mention) -> bool:
    """Whether the honorifics of a group and a mention can be one person's."""
    theirs = gender(mention.honorific)
    return theirs is None or all(gender(m.honorific) in (theirs, None) for m in group.mentions)


def _comes_before(group: _Group, mention: Mention, text: str) -> bool:
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
    if len(short) >= 2 and short[-1] == long[-1] and short[0][0] == long[0][0]:
        return len(short[0].rstrip(".")) == 1 or len(long[0].rstrip(".")) == 1
    return False


def _is_part(part: str, name: str) -> bool:
    """Whether words are the surname, given name or a run of words of a full name."""
    words, whole = part.lower().split(), SUFFIX.sub("", name).lower().split()
    whole = [w for w in whole if w[0] not in "“\"‘'"]
    return any(whole[i : i + len(words)] == words for i in range(len(whole)))


def _add_short_mentions(layout: Layout, groups: list[_Group], known: frozenset[str]) -> None:
    """Add mentions by surname or given name alone to the people they can only mean."""
    text = layout.text
    seen = [(m.start, m.end) for g in groups for m in g.mentions]
    runs = [Span(*run.span()) for run in RUN.finditer(text)] if groups else []
    owners: dict[str, list[_Group]] = {}
    for group in groups:
        parts = [p for p in SUFFIX.sub("", group.name).split() if p[0] not in "“\"‘'"]
        shorts = {parts[-1], parts[0]} | {" ".join(parts[i:]) for i in range(1, len(parts))}
        if len(parts) > 2 and len(parts[-2]) > 2:
            shorts.add(parts[-2])  # "Quiroz" for "Esteban Quiroz Marmolejo"
        shorts |= {p.title() for p in (parts[0], parts[-1]) if p.isupper() and len(p) > 2}
        shorts |= {" ".join(parts[:i]) for i in range(2, len(parts))}
        for short in shorts:
            if len(short) > 1 and short.lower() not in PARTICLES and short.lower() not in known:
                owners.setdefault(short, []).append(group)
    for short, who in owners.items():
        for start, end in occurrences(text, short):
            if text[start - 1] in "’'.-" or _GOES_ON.match(text, end):
                continue
            if text.endswith("& ", 0, start) or text.startswith(" &", end):
                continue  # "Marrow & Pike"
            if any(s < end and start < e for s, e in seen):
                continue
            run = runs[max(0, last_begun(runs, start))]
            if (
                run.start <= start
                and end <= run.end
                and len(text[slice(*run)].split()) > len(short.split())
                and not _opens(text, run, start, end)
            ):
                continue
            before = [g for g in who if g.mentions[0].start < start]
            if len(before) == 1 or (len(who) == 1 and layout.kind(start) == "title"):
                mention = Mention(start, end)
                describe(layout, mention, known, [], True)
                (before or who)[0].mentions.append(mention)
                seen.append((start, end))
    for group in groups:
        group.mentions.sort(key=lambda m: m.start)


def _opens(text: str, run: Span, start: int, end: int) -> bool:
    """Whether the rest of a run is only a word that opens its sentence, or a title."""
    rest = text[run.start : start].split()
    return run.end == end and (
        " ".join(rest) in SENTENCE_OPENERS
        or all(word.lower() in ROLE_HEADS | ROLE_MODIFIERS for word in rest)
    )


def _person(text: str, group: _Group) -> Person:
    first = group.mentions[0]
    honorific = max((m.honorific or "" for m in group.mentions), key=len) or None
    title, organisation = chosen(text, [f for m in group.mentions for f in m.found])
    name = group.name
    if key(first.name(text)) == key(name):
        name = first.name(text)
    roles: tuple[Role, ...] = ("contact",) if any(m.contact for m in group.mentions) else ()
    return Person(
        first.start, first.end, name, honorific,
        cut(text, *title) if title else None,
        cut(text, *organisation) if organisation else None,
        roles, tuple(cut(text, m.start, m.end) for m in group.mentions),
    )  # fmt: skip
