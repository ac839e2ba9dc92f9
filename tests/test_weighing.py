"""Which passages are read for a question."""

from __future__ import annotations

from pr_assistant.asking import Asked
from pr_assistant.extraction import READ
from pr_assistant.models import Passage
from pr_assistant.sentences import Span
from pr_assistant.statements import Candidate, Statement, candidate, stems_of
from pr_assistant.weighing import to_read

FOUND = [Passage("acme", 100 * n, 100 * n + 90, f"Passage {n}.", "body", "Acme") for n in range(8)]
ASKED = Asked("Who chairs Acme?", {"person": 1.0}, {"chair": 0.9, "acm": 0.8})


def person(passage: Passage, about: str) -> Candidate:
    span = Span(passage.start, passage.start + 7)
    home = Statement(span, passage, passage.text, stems_of(about), stems_of(about))
    return candidate("person", [span], [home], stems_of(about))


def test_the_best_of_the_search_are_read() -> None:
    assert to_read(FOUND, [], ASKED) == FOUND[:READ]
    assert to_read(FOUND, [person(FOUND[7], "the weather")], ASKED) == FOUND[:READ]
    assert to_read(FOUND[:2], [], ASKED) == FOUND[:2]


def test_the_passage_of_the_likeliest_fact_is_read_in_place_of_the_last() -> None:
    facts = [person(FOUND[1], "Acme"), person(FOUND[7], "chair of Acme")]
    assert to_read(FOUND, facts, ASKED) == [*FOUND[: READ - 1], FOUND[7]]


def test_nothing_changes_where_it_is_read_already() -> None:
    facts = [person(FOUND[1], "chair of Acme"), person(FOUND[7], "chair of Acme")]
    assert to_read(FOUND, facts, ASKED) == FOUND[:READ]
