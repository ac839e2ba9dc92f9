"""The sentences of a release as a question is held against them, and what may answer in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pr_assistant import dateline, sentences, structure
from pr_assistant.facts.models import Facts, Slice
from pr_assistant.models import Passage, Release
from pr_assistant.sentences import Span
from pr_assistant.words import stem, words


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a release in its passage; `stems` with the names its mentions stand for."""

    span: Span
    """Of the release's text, like all spans here."""
    passage: Passage
    text: str
    stems: frozenset[str]
    context: frozenset[str]
    """Stems of its passage, heading and title, too."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may answer."""

    kind: str
    """What it gives: see `signals.GIVES`; "statement" is a plain sentence, "span" words that the
    reader marked in one, "spans" several."""
    answer: tuple[Span, ...]
    statements: tuple[Statement, ...]
    keys: frozenset[str]
    """Stems of what it is about, the answer itself left out."""
    stems: frozenset[str]
    """Stems of its statements and keys."""
    context: frozenset[str]
    """Stems of the passages it stands in and of its keys."""
    part: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    """Stems of the whole that it is of a part of, and those that set the part apart: a question
    about the whole is not settled by it."""


def candidate(
    kind: str,
    answer: Sequence[Span],
    statements: Sequence[Statement],
    keys: frozenset[str],
    part: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset()),
) -> Candidate:
    """A candidate about `keys`; what stands in none of the statements is left out of its answer."""
    return Candidate(
        kind,
        tuple(
            span
            for span in answer
            if any(span.start < s.span.end and s.span.start < span.end for s in statements)
        ),
        tuple(statements),
        keys,
        keys.union(*(one.stems for one in statements)),
        keys.union(*(one.context for one in statements)),
        part,
    )


class Statements:
    """All statements of a release, and what stands in them."""

    def __init__(self, release: Release, facts: Facts, passages: Sequence[Passage]) -> None:
        """`passages` are all of the release's; what stands above the headline states nothing."""
        self.text = release.text
        self._names = _names(facts)
        self._told = [
            Span(one.start, one.end)
            for person in facts.people
            for one in (person, person.title)
            if one is not None
        ]
        self.all = [
            one
            for passage in passages
            if passage.section != "metadata"
            for one in self._parted(passage)
        ]

    def of(self, spans: Sequence[Span]) -> list[Statement]:
        """The statements that the spans stand in, in order."""
        return [
            one
            for one in self.all
            if any(span.start < one.span.end and one.span.start < span.end for span in spans)
        ]

    def stems(self, *slices: Slice | None) -> frozenset[str]:
        """Stems of slices of the release, with all the names they stand for."""
        found = frozenset[str]()
        for one in slices:
            if one is not None:
                found |= stems_of(self.text[one.start : one.end])
                found |= self._mentioned(one.start, one.end)
        return found

    def _parted(self, passage: Passage) -> Iterator[Statement]:
        heading = stems_of(f"{passage.section} {passage.title}")
        everything = stems_of(passage.text) | heading
        everything |= self._mentioned(passage.start, passage.end)
        for span in parts(passage.text):
            text = passage.text[slice(*span)]
            place = Span(passage.start + span.start, passage.start + span.end)
            is_told = any(one.start <= place.start and place.end <= one.end for one in self._told)
            is_head = _is_heading(text, passage) or _is_table_head(text)
            if len(text.split()) > 1 and (is_told or not is_head):
                there = stems_of(text) | self._mentioned(*place)
                yield Statement(place, passage, text, there, everything)

    def _mentioned(self, start: int, end: int) -> frozenset[str]:
        """Stems of the full names of who and what is mentioned between two places."""
        found = [keys for span, keys in self._names if span.start < end and start < span.end]
        return frozenset[str]().union(*found)


_BULLET = re.compile(r"[•●▪◦‣*·–—-]\s|\(?\w{1,2}[.)]\s")
_LONGEST_HEADING = 8
"""Words."""


def _is_heading(text: str, passage: Passage) -> bool:
    """Whether a sentence is none, but says what those below it are about; a headline may answer."""
    if text.strip("#*: ") == passage.section:
        return True
    plain = not any(map(str.isdigit, text)) and not _BULLET.match(text) and "@" not in text
    short = len(text.split()) <= _LONGEST_HEADING
    return plain and short and text[-1].isalnum() and passage.section != "title"


_OF_TABLES = frozenset(
    "millions thousands billions unaudited audited restated change changes notes".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_PERIODS = _MONTHS | frozenset(
    "in of and per except for the as at to vs data amounts share shares reported note months month"
    " quarter quarters year years week weeks half full ended ending period fiscal first second"
    " third fourth three six nine twelve q fy h usd eur gbp hkd cny rmb us dollars euros".split()
)
_OF_QUARTERS = frozenset(("q", "h", "fy"))
_VALUE = re.compile(r"[$€£¥]\s?\d|\d\s?%")
_YEAR = re.compile(r"(?:19|20)\d\d")


def _is_table_head(text: str) -> bool:
    """Whether a line names only units, changes and periods: "(in millions) Q1 2025 Q1 2024"."""
    found = words(text)
    rest = {word for word in found if not word.isdigit() and word not in _PERIODS}
    if text[-1:] in ".!?" or not rest or not rest <= _OF_TABLES or _VALUE.search(text):
        return False
    around = zip(["", *found], found, [*found[1:], ""], strict=False)
    return all(
        _YEAR.fullmatch(word) or before in _OF_QUARTERS or {before, behind} & _MONTHS
        for before, word, behind in around
        if word[0].isdigit()
    )


def parts(text: str) -> list[Span]:
    """Sentences of a passage, its headings, bullets and rows; the dateline stands alone."""
    spans: list[Span] = []
    for paragraph in structure.paragraphs(text):
        start = paragraph.start
        if head := dateline.find(text, paragraph.start, paragraph.end):
            spans.append(Span(head.start, head.end))
            start = head.end
        spans += sentences.split(text, start, paragraph.end)
    return spans


def _names(facts: Facts) -> list[tuple[Span, frozenset[str]]]:
    """Every mention of a person or organisation, with the stems of all its names; where somebody
    speaks, who it is and for whom, as "we" and "our" are."""
    found = []
    for one in facts.organisations:
        keys = stems_of(" ".join([one.name, *(alias.text for alias in one.aliases)]))
        found += [(Span(m.start, m.end), keys) for m in one.mentions]
    for person in facts.people:
        found += [(Span(m.start, m.end), stems_of(person.name)) for m in person.mentions]
    posts = {one.name: one.organisation for one in facts.people}
    for said in facts.quotations:
        if said.speaker:
            of = posts.get(said.speaker)
            keys = stems_of(f"{said.speaker} {of.text if of else ''}")
            found.append((Span(said.start, said.end), keys))
    for section in facts.boilerplate:
        found.append((Span(section.start, section.end), stems_of(section.organisation)))
    return found


def stems_of(text: str) -> frozenset[str]:
    """Stems of all words of a text, stop words too."""
    return frozenset(stem(word) for word in words(text))
