"""The people of a release: every mention of each put together."""

from __future__ import annotations

import re
from dataclasses import replace

from pr_assistant.facts.choosing import chosen
from pr_assistant.facts.contacts import cut
from pr_assistant.facts.grouping import Group, grouped
from pr_assistant.facts.layout import Layout
from pr_assistant.facts.mentions import find_sure
from pr_assistant.facts.models import Person, Role
from pr_assistant.facts.names import key
from pr_assistant.facts.predecessors import add_predecessors
from pr_assistant.facts.shared import share_titles
from pr_assistant.facts.short_mentions import add_short_mentions


def read(layout: Layout, known: frozenset[str]) -> list[Person]:
    """People in order of their first mention. `known`: names of organisations, in lower case."""
    text = layout.text
    mentions = find_sure(layout, known)
    share_titles(layout, mentions)
    add_predecessors(layout, mentions)
    groups = grouped(text, mentions)
    add_short_mentions(layout, groups, known)
    people = sorted((_person(text, group) for group in groups), key=lambda p: p.start)
    firms = {p.organisation.text for p in people if p.organisation}
    people = [p for p in people if p.honorific or p.name not in firms]
    return [_without_person(text, p, people, known) for p in people]


def _without_person(
    text: str, person: Person, people: list[Person], known: frozenset[str]
) -> Person:
    """Somebody whose organisation is none where it is another person: "Roe's director A"."""
    whose = person.organisation
    if whose is None or whose.text.casefold() in known:
        return person
    if person.title and _OF_FIRM.search(person.title.text):
        return person
    owned = text.startswith(("'s", "’s"), whose.end)
    of_one = any(
        p.name.partition(" ")[2].casefold() == whose.text.casefold()
        and text.find(p.name, 0, whose.start) >= 0  # before: else a firm may be called so
        for p in people
    )
    return replace(person, organisation=None) if owned and of_one else person


_OF_FIRM = re.compile(r"\b(?:chief|chair\w*|president|managing|finance|executive)\b", re.IGNORECASE)
"""Posts that nobody has of a person."""


def _person(text: str, group: Group) -> Person:
    first = group.mentions[0]
    honorific = max((m.honorific or "" for m in group.mentions), key=len) or None
    title, organisation = chosen(text, [f for m in group.mentions for f in m.found])
    if title and text.startswith("Best ", title.start):
        title = organisation = None  # "Best Director: A" won a prize
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
