"""A release → everything in it that may answer a question: its sentences, and its facts.

A candidate says what it gives (a person, a figure, …), the exact slices that would be the answer,
the statements they stand in, and the words it is about. Which one answers is decided in `reading`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pr_assistant.fact_candidates import of_facts
from pr_assistant.facts.models import Facts
from pr_assistant.models import Passage, Release
from pr_assistant.sentences import Span
from pr_assistant.statements import Candidate, Statements, candidate, stems_of

_OVERVIEW_WORDS = "about summary summarise topic headline title overview main point gist news"


def of_release(
    release: Release, facts: Facts, passages: Sequence[Passage]
) -> tuple[Candidate, ...]:
    """The candidates of a release; `passages` are all of its passages."""
    there = Statements(release, facts, passages)
    found = (*_plain(there), *_overview(release, facts, there), *of_facts(facts, there))
    return tuple(one for one in found if one.answer)


def _plain(there: Statements) -> Iterator[Candidate]:
    """Every statement as it stands."""
    for one in there.all:
        yield candidate("statement", [one.span], [one], one.stems)


def _overview(release: Release, facts: Facts, there: Statements) -> Iterator[Candidate]:
    """The headline with the sentence that leads."""
    titles = [section for section in release.sections if section.kind == "title"]
    body = next((s for s in release.sections if s.kind == "body"), None)
    leads = [
        one
        for one in there.all
        if body
        and one.span.start >= max(body.start, facts.dateline.end)
        and one.span.end <= body.end
    ]
    spans = [Span(section.start, section.end) for section in titles[:1]]
    spans += [one.span for one in leads[:1]]
    if spans:
        yield candidate("overview", spans, there.of(spans), stems_of(_OVERVIEW_WORDS))
