"""Questions worth asking next: drawn from the facts of a release, which answers each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Protocol

from pr_assistant.facts.models import Facts, Person
from pr_assistant.sentences import Span

_LONGEST = 5
"""Words of a release that a question takes over at most; more do not fit on a button."""
_COUNTED = re.compile(r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b", re.IGNORECASE)
_OWNED = re.compile(r"\b(?:its|their|our|his|her|my|who|which|that)\b", re.IGNORECASE)
_PLURAL = re.compile(r"[a-z-]+(?:s|people|staff)(?: and [a-z]+s)?")
_TIMES = frozenset("seconds minutes hours days weeks months quarters years seasons".split())


class Placed(Protocol):
    """A fact, or words of one, with its place in the release."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question, where the release answers it (any of these places), and whom it is about."""

    question: str
    answer: tuple[Span, ...]
    about: frozenset[str] = frozenset()


def suggestions(facts: Facts) -> list[Suggestion]:
    """All questions that the facts of a release answer: one of each kind in turn."""
    kinds = (
        _roles(facts),
        _lists(facts),
        _figures(facts),
        _speech(facts),
        _titles(facts),
        _terms(facts),
        _rest(facts),
    )
    rounds = zip_longest(*kinds)
    found = {one.question: one for turn in rounds for one in turn if one}
    return list(found.values())


def names_at(facts: Facts, places: Iterable[Span]) -> frozenset[str]:
    """The people and organisations that are named in any of the places, or speak there."""
    there = list(places)

    def is_there(one: Placed) -> bool:
        return any(_meet(_span(one), place) for place in there)

    people = {one.name for one in facts.people if any(map(is_there, one.mentions))}
    others = {one.name for one in facts.organisations if any(map(is_there, one.mentions))}
    speakers = {one.speaker for one in facts.quotations if one.speaker and is_there(one)}
    return frozenset(people | others | speakers)


def _roles(facts: Facts) -> Iterator[Suggestion]:
    for role, question in (("signed", "Who signed"), ("witnessed", "Who witnessed the signing")):
        those = [person for person in facts.people if role in person.roles]
        if len(those) > 1 or (those and role == "signed"):
            names = frozenset(person.name for person in those)
            yield Suggestion(f"{question}?", tuple(map(_span, those)), names)


def _lists(facts: Facts) -> Iterator[Suggestion]:
    for one in facts.enumerations:
        words = one.announced.split()
        if _COUNTED.match(one.announced) and len(words) <= _LONGEST and one.named > 1:
            announced = " ".join([words[0].lower(), *words[1:]])
            yield Suggestion(f"What are the {announced}?", tuple(map(_span, one.items)))


def _figures(facts: Facts) -> Iterator[Suggestion]:
    """Only what is counted once: "how many" of it has one answer."""
    counted = [f.measures.text.casefold() for f in facts.figures if f.measures]
    listed = [_span(one) for one in facts.enumerations]
    for figure in facts.figures:
        if any(_meet(_span(figure), span) for span in listed):
            continue  # "three pillars": which ones is what is asked
        measures, unit = figure.measures, figure.unit or ""
        if measures is None or counted.count(measures.text.casefold()) > 1:
            continue
        what = " ".join(measures.text.split())
        if len(what.split()) > _LONGEST or _OWNED.search(what) or figure.value == 2:
            continue
        if _PLURAL.fullmatch(unit) and unit not in _TIMES and unit in what.casefold():
            yield Suggestion(f"How many {what} are mentioned?", (_span(figure),))


def _speech(facts: Facts) -> Iterator[Suggestion]:
    speakers: dict[str, list[Span]] = {}
    for quotation in facts.quotations:
        if quotation.speaker and not quotation.indirect:
            speakers.setdefault(quotation.speaker, []).append(_span(quotation))
    for speaker, places in speakers.items():
        yield Suggestion(f"What did {speaker} say?", tuple(places), frozenset({speaker}))


def _titles(facts: Facts) -> Iterator[Suggestion]:
    for person in facts.people:
        if person.title:
            yield Suggestion(
                f"What is the title of {person.name}?", (_span(person.title),), _about(person)
            )


def _terms(facts: Facts) -> Iterator[Suggestion]:
    for term in facts.terms:
        if term.expansion and not term.expansion.text.startswith(term.term):
            about = names_at(facts, [_span(term.expansion)])
            yield Suggestion(f"What does {term.term} stand for?", (_span(term.expansion),), about)


def _rest(facts: Facts) -> Iterator[Suggestion]:
    parties = [one for one in facts.organisations if one.party]
    if len(parties) > 1:
        names = frozenset(one.name for one in parties)
        yield Suggestion("Which parties are involved?", tuple(map(_span, parties)), names)
    if facts.dateline.date:
        line = facts.dateline
        yield Suggestion("When was the release issued?", (Span(line.start, line.end),))
    if facts.contacts:
        yield Suggestion("Who is the press contact?", tuple(map(_span, facts.contacts)))


def _about(person: Person) -> frozenset[str]:
    organisation = {person.organisation.text} if person.organisation else set()
    return frozenset({person.name} | organisation)


def _span(one: Placed) -> Span:
    return Span(one.start, one.end)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
