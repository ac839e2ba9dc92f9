"""The facts of a release as candidates: people and what they said, figures, dates, lists, terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pr_assistant import fact_words, sentences
from pr_assistant.facts.models import Facts, Figure, Slice
from pr_assistant.people_candidates import introduced, of_bodies, of_people, of_roles, of_speech
from pr_assistant.quoted_candidates import of_quoted
from pr_assistant.sentences import Span
from pr_assistant.statements import Candidate, Statements, candidate, stems_of
from pr_assistant.whole_release import of_whole
from pr_assistant.words import stem

_NEAR = 90
"""Characters on either side of a figure or date that say what it is about."""
_LEADING = 24
"""Characters between a figure and what it is of, where a figure is given with that before it."""
_HEADING = 6
"""Words of a sentence that heads the item of a list."""
_JOINED = 8
"""Words of what a figure counts that are given with it."""


def of_facts(facts: Facts, there: Statements) -> Iterator[Candidate]:
    """All of them, in no order."""
    yield from of_people(facts, there)
    yield from of_roles(facts, there)
    yield from of_bodies(facts, there)
    yield from of_speech(facts, there)
    yield from _figures(facts, there)
    yield from _dates(facts, there)
    yield from _dateline(facts, there)
    yield from _terms(facts, there)
    yield from _lists(facts, there)
    yield from _parties(facts, there)
    yield from _contacts(facts, there)
    yield from of_quoted(facts, there)
    people = [introduced(there, person) for person in facts.people]
    described = [_described(there, one) for one in facts.figures]
    yield from of_whole(facts, there, people, [span for span in described if span])


def _figures(facts: Facts, there: Statements) -> Iterator[Candidate]:
    figures = facts.figures
    for figure in figures:
        span = Span(figure.start, figure.end)
        others = [Span(f.start, f.end) for f in figures if f is not figure]
        about = _around(there, span, others) | there.stems(figure.measures)
        kind = {"%": "percent", "rank": "rank"}.get(figure.unit or "", "number")
        given = _counted(figure)
        yield candidate(kind, [given], there.of([given]), about)


def _counted(figure: Figure) -> Span:
    """A figure with what it counts, if that stands right behind it."""
    counted = figure.measures
    near = counted and 0 <= counted.start - figure.end <= 1
    if counted and near and len(counted.text.split()) <= _JOINED:
        return Span(figure.start, counted.end)
    return Span(figure.start, figure.end)


def _described(there: Statements, figure: Figure) -> Span | None:
    """A figure with what it is of, if that stands right before or behind it."""
    of, counted = figure.measures, _counted(figure)
    if of and 0 < figure.start - of.end <= _LEADING:
        between = there.text[of.end : figure.start]
        return None if "\n" in between else Span(of.start, counted.end)
    return counted if counted.end > figure.end else None


def _dates(facts: Facts, there: Statements) -> Iterator[Candidate]:
    dates = facts.dates
    for date in dates:
        span = Span(date.start, date.end)
        others = [Span(d.start, d.end) for d in dates if d is not date]
        about = _around(there, span, others) | there.stems(date.event)
        yield candidate("date", [span], there.of([span]), about)


def _dateline(facts: Facts, there: Statements) -> Iterator[Candidate]:
    """Where and when the release was issued; each of its place and newswire by itself, too."""
    head = facts.dateline
    named = (
        ("place", head.place, fact_words.PLACE),
        ("newswire", head.newswire, fact_words.NEWSWIRE),
    )
    whole = Span(head.start, head.end)
    for one in there.of([whole]):
        yield candidate("dateline", [whole], [one], stems_of(fact_words.RELEASE))
        for kind, written, wanted in named:
            at = one.text.find(written) if written else -1
            if written and at >= 0:
                begin = one.span.start + at
                about = stems_of(f"{wanted} {written}")  # for which its kind may be misspelt
                yield candidate(kind, [Span(begin, begin + len(written))], [one], about)


def _terms(facts: Facts, there: Statements) -> Iterator[Candidate]:
    """What short forms stand for."""
    for term in facts.terms:
        if term.expansion:
            span = Span(term.expansion.start, term.expansion.end)
            short = {stem(term.term.lower())}  # "THE", too, which is no stop word here
            about = stems_of(f"{term.term} {fact_words.EXPANSION}") | short
            yield candidate("expansion", [span], there.of([span]), about)


def _lists(facts: Facts, there: Statements) -> Iterator[Candidate]:
    for one in facts.enumerations:
        if one.items:
            items = list(map(_headed, one.items))
            announced = Span(one.start, one.end)
            # That more was announced than is named shows by its number.
            given = [announced, *items] if (one.count or 0) > one.named else items
            about = stems_of(one.announced)
            yield candidate("list", given, there.of([announced, *items]), about)


def _headed(item: Slice) -> Span:
    """An item, or the few words that head its sentences: "Joint research. The two will …"."""
    first, *more = sentences.split(item.text)
    if more and len(item.text[slice(*first)].split()) <= _HEADING:
        end = item.start + len(item.text[: first.end].rstrip(" .:"))
        return Span(item.start + first.start, end)
    return Span(item.start, item.end)


def _parties(facts: Facts, there: Statements) -> Iterator[Candidate]:
    """Whose news it is."""
    spans = [Span(one.start, one.end) for one in facts.organisations if one.party]
    if spans:
        home = there.of(spans)
        said = frozenset[str]().union(*(one.stems for one in home))
        signed = said & fact_words.SIGNED if stem("signed") in said else frozenset[str]()
        yield candidate("parties", spans, home, stems_of(fact_words.PARTIES) | signed)


def _contacts(facts: Facts, there: Statements) -> Iterator[Candidate]:
    for one in facts.contacts:
        span = Span(one.start, one.end)
        yield candidate("contact", [span], there.of([span]), stems_of(fact_words.CONTACT))


def _around(there: Statements, span: Span, others: Iterable[Span]) -> frozenset[str]:
    """Stems near a span, no further than the next one of its kind or its sentence."""
    home = there.of([span])
    start = max([span.start - _NEAR, *(one.span.start for one in home[:1])])
    end = min([span.end + _NEAR, *(one.span.end for one in home[-1:])])
    for other in others:
        if other.end <= span.start:
            start = max(start, other.end)
        elif other.start >= span.end:
            end = min(end, other.start)
    return stems_of(there.text[start : span.start]) | stems_of(there.text[span.end : end])
