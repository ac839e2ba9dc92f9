"""Who speaks: mentions of people by place, subjects of verbs, whom a pronoun or a title means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pr_assistant.facts.layout import Layout
from pr_assistant.facts.lexicon import POSTNOMINALS, ROLE_HEADS
from pr_assistant.facts.models import Person, Quotation
from pr_assistant.facts.pronouns import OWNING, antecedent, is_heard
from pr_assistant.sentences import Span

_AND = re.compile(r",\s+and\s+(?:\w+\.?\s)?$")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\b")
ADVERBS = (
    r"(?:\s*(?:also|then|further|later|recently|today|has|had|would|have|did|does|could|may|might|himself|herself|once|simply"
    r"|additionally|already|now|just|nevertheless|nonetheless|however|again|still|[a-z]{3,}ly))*"
)
APPOSITION = re.compile(
    rf"(?:{POSTNOMINALS})?\s*(?:(?:of|at|from|for)\s+[^,“”\"]{{2,70}})?"
    rf"(?:[,(–—][^“”\"]*[,)–—])?,?{ADVERBS}\s*$"
)
_WHO = re.compile(rf",\s+who{ADVERBS}\s*$")
_GOVERNED = re.compile(
    r",\s+(?:which|who|whose)\b[^“”\"]*\b(?:under|by|with|against|to|from|alongside)\s+"
    r"(?:(?:the|its|an?)\s+)?(?:[a-z-]+\s+){0,4}(?:[A-Z][\w]{0,4}\.?\s+)?$"
)
"""Before somebody who is no subject."""
_OPENING = re.compile(r",?\s*([Ss]he|[Hh]e)\s")
_LATER = re.compile(r";\s+(she|he)\s")
_ACTS = re.compile(r"(?:,[^,.;:“”\"]{2,80},)?,?\s+(?:[a-z]{3,}ed|[a-z]{3,}s|gave|spoke)\s")
"""Behind the subject of "Speaking in Leeds, Jane Roe thanked the staff and said"."""
_SHARED = re.compile(r"\b(?:and|but|then)\s+$")
SETTING = re.compile(
    r"\s*(?:In|At|On|For|With|As|To|Commenting|Speaking|Asked|Addressing|Following|After|Before"
    r"|When|While"
    r"|Since|Under|Announcing|Unlike|Like|Together|Despite|Alongside|Introducing|Opening"
    r"|Responding|Although"
    r"|Though|If|Because|During|Welcoming|Presenting|Explaining)\b"
)


class Voices:
    """The people of a release where they are named, and who has spoken so far."""

    def __init__(self, layout: Layout, people: Sequence[Person]) -> None:
        self.layout = layout
        self.text = layout.text
        self.people = people
        self.found: list[Quotation] = []
        self.speakers: list[tuple[int, Person]] = []
        named = [
            (m.start, m.end, i) for i, p in enumerate(people)
            if is_heard(layout.text, p) for m in p.mentions
        ]  # fmt: skip
        self._pairs = sorted({*named, *_by_title(layout.text, people)})
        self._starts = [start for start, _, _ in self._pairs]

    def within(self, start: int, end: int) -> list[tuple[Span, Person]]:
        """Mentions in a part of the text, in order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [(Span(s, e), self.people[i]) for s, e, i in self._pairs[first:last] if e <= end]

    def subject(self, start: int, verb: int) -> tuple[Person, Span] | None:
        """Who is the subject of the verb at `verb` in the sentence that begins at `start`."""
        text = self.text
        if who := _WHO.search(text, start, verb):
            verb = who.start() + 1  # "Jane Roe, head of Acme, who said"
        mentions = [
            (s, p) for s, p in self.within(start, verb) if not self.layout.quotation(s.start)
        ]
        adjacent = [(s, p) for s, p in mentions if APPOSITION.fullmatch(text, s.end, verb)]
        pronouns = [
            m for m in _PRONOUN.finditer(text, start, verb)
            if re.fullmatch(rf"{ADVERBS}\s*", text[m.end() : verb])
        ]  # fmt: skip
        if pronouns:
            person = self.antecedent(pronouns[-1].start(), pronouns[-1].group().lower(), start)
            return (person, Span(*pronouns[-1].span())) if person else None
        if not adjacent:
            shared = _SHARED.search(text, start, verb)
            last = self.found[-1] if shared and self.found else None
            if last and last.speaker and start <= last.start and last.end <= verb:
                spoken = next(p for p in self.people if p.name == last.speaker)
                named = [s for s, p in mentions if p is spoken]
                if named and len({p.name for _, p in mentions}) == 1:
                    return spoken, named[0]  # "X called it “unfair” and said"
            if mentions and _GOVERNED.search(text, start, mentions[0][0].start):
                return None
            if mentions and shared and not SETTING.match(text, start, verb):
                return mentions[0][1], mentions[0][0]  # "X thanked the staff and said"
            alone = len({id(p) for _, p in mentions}) == 1
            if alone and shared and _ACTS.match(text, mentions[-1][0].end):
                return mentions[-1][1], mentions[-1][0]
            opening = _OPENING.match(text, start, verb)
            for later in _LATER.finditer(text, start, verb):
                opening = later
            if (
                opening and shared and not self.within(opening.end(), verb)
            ):  # "She thanked the staff and said"
                person = self.antecedent(opening.start(1), opening[1].lower(), start)
                return (person, Span(*opening.span(1))) if person else None
            return None
        first, person = adjacent[0]
        if _GOVERNED.search(text, start, first.start) and not SETTING.match(text, start, verb):
            return None  # "The jury, which met under Jane Roe, said"
        if any(s.start > first.end and _AND.search(text, first.end, s.start) for s, _ in adjacent):
            return None  # two speak at once, each with a title
        before = [s for s, _ in mentions if s.end < first.start]
        if before and re.fullmatch(r"\s+and\s+(?:\w+\.?\s)?", text[before[-1].end : first.start]):
            return None  # two speak at once: neither alone
        if len(adjacent) > 1 and SETTING.match(text, start, first.start):
            first, person = adjacent[-1]
        return person, first

    def antecedent(
        self, at: int, pronoun: str, start: int | None = None, told: Span | None = None
    ) -> Person | None:
        """Whom a pronoun at `at` means, who is not named in the clause `told`; None if unsure."""
        return antecedent(self, at, pronoun, told)

    def speakers_within(self, start: int, end: int) -> list[tuple[Span, Person]]:
        """Mentions in a part of the text but those who only own: "Ms Roe's deputy, Jane Doe"."""
        return [(s, p) for s, p in self.within(start, end) if not OWNING.match(self.text, s.end)]


def _by_title(text: str, people: Sequence[Person]) -> Iterator[tuple[int, int, int]]:
    """(start, end, which person) where "the Minister" can mean one of the people only."""
    titled = [(i, p, words) for i, p in enumerate(people) if (words := _titles(p))]
    heads = {word for _, _, words in titled for word in words} & (ROLE_HEADS | _RANKS)
    if not heads:
        return
    head = f"(?:{'|'.join(sorted(heads))})"
    pattern = re.compile(
        rf"\b[Tt]he\s+(?P<words>(?:[A-Za-z-]+\s+)??{head}(?:\s+{head})*)"
        r"(?=[,.;:]|\s+(?!of\b|for\b)[a-z“]|\s*[“\"])",
        re.IGNORECASE,
    )
    for match in pattern.finditer(text):
        words = set(match["words"].lower().split())
        owners = [(i, p) for i, p, whole in titled if words <= whole]
        if len(owners) > 1:  # "the Minister" is rather the minister than the deputy
            owners = [(i, p) for i, p in owners if p.title and not _UNDER.match(p.title.text)]
        if len(owners) == 1 and owners[0][1].mentions[0].start < match.start():
            inside = owners[0][1].title
            if not (inside and inside.start <= match.end() and match.start("words") <= inside.end):
                yield match.start(), match.end(), owners[0][0]


def _titles(person: Person) -> set[str]:
    """The words of somebody's title, and of the rank before the name: "Prof" is a professor."""
    title = person.title.text if person.title else ""
    ranks = re.findall(r"[\w-]+", (person.honorific or "").lower())
    known = {_SHORT_RANKS.get(rank, rank) for rank in ranks} & _RANKS
    return {*re.findall(r"[\w-]+", title.lower()), *known}


_SHORT_RANKS = {"prof": "professor", "capt": "captain", "col": "colonel", "gen": "general"}
_RANKS = frozenset("professor captain colonel general bishop judge admiral senator".split())
_UNDER = re.compile(r"(?:deputy|vice|assistant|associate|former|junior)\b", re.IGNORECASE)
