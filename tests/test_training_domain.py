"""The synthetic releases: exact spans, seeded, and no answer where none is promised."""

import random

import pytest
from training.domain import kinds
from training.domain.draft import fresh
from training.domain.generate import Example, example
from training.domain.questions import is_left_out
from training.domain.release import write
from training.domain.template import Span, expand, sentence, unmark


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    return [example(7, number) for number in range(6 * len(kinds.names()))]


def test_every_span_is_the_exact_slice(examples: list[Example]) -> None:
    for release in examples:
        for question in release.questions:
            for paragraph, start, text in question.spans + question.also:
                assert text.strip() == text != ""
                assert release.paragraphs[paragraph][start : start + len(text)] == text


def test_nothing_of_the_template_language_is_left(examples: list[Example]) -> None:
    for release in examples:
        for text in (*release.paragraphs, *(question.question for question in release.questions)):
            assert not set(text) & set("{}[]<>|~"), text
            assert "ORG" not in text.split() and "PERSON" not in text.split()


def test_the_same_seed_gives_the_same_release() -> None:
    assert example(3, 5) == example(3, 5)
    assert example(3, 5) != example(4, 5)


def test_answerable_questions_have_spans_and_the_others_none(examples: list[Example]) -> None:
    for release in examples:
        for question in release.questions:
            assert question.answerable == bool(question.spans)
            if not question.answerable:
                assert question.near is None or 0 <= question.near < len(release.paragraphs)


def test_a_fact_left_out_is_nowhere_in_the_text() -> None:
    left_out = 0
    for number, name in enumerate(kinds.names()):
        text = write(kinds.load(name), random.Random(number), held=False)
        whole = "\n".join(text.paragraphs)
        for ask in text.draft.asks:
            if is_left_out(text, ask):
                left_out += 1
                assert ask.key not in text.spans
                assert text.draft.values.get(ask.key, "no such value") not in whole
    assert left_out > 20 * len(kinds.names())


@pytest.mark.parametrize("kind_of_name", ["org", "person", "city", "product", "scheme"])
def test_an_absent_name_is_nowhere_in_the_text(kind_of_name: str) -> None:
    for number, name in enumerate(kinds.names()):
        text = write(kinds.load(name), random.Random(number), held=True)
        assert fresh(text.draft, kind_of_name) not in "\n".join(text.paragraphs)


def test_every_kind_is_written(examples: list[Example]) -> None:
    assert {release.kind for release in examples} == set(kinds.names())
    assert len(kinds.names()) >= 12


def test_about_half_of_the_questions_have_no_answer(examples: list[Example]) -> None:
    asked = [question for release in examples for question in release.questions]
    share = sum(question.answerable for question in asked) / len(asked)
    assert 0.45 < share < 0.55
    assert len(asked) >= 18 * len(examples)


@pytest.mark.parametrize("name", kinds.names())
def test_each_fact_asked_for_is_told_in_some_release(name: str) -> None:
    kind = kinds.load(name)
    told: list[set[str]] = [
        set(write(kind, random.Random(seed), False).spans) for seed in range(60)
    ]
    for ask in kind.asks:
        is_told = any(ask.key in spans for spans in told)
        assert is_told != ask.key.endswith("_absent"), ask.key


def test_marks_nest_and_leave_plain_text() -> None:
    text, spans = unmark("[who,p1:Ann Lee], [is:[role:head] of Vel], spoke", 2)
    assert text == "Ann Lee, head of Vel, spoke"
    assert spans["role"] == [Span(2, 9, "head")]
    assert spans["is"] == [Span(2, 9, "head of Vel")]
    assert spans["who"] == spans["p1"] == [Span(2, 0, "Ann Lee")]


def test_templates_choose_and_put_in_values() -> None:
    rng = random.Random(0)
    assert expand("{x|x} <a> <=a>", rng, lambda sigil, key: sigil + key) == "x a =a"
    assert sentence("a~ [k:order] is a~ gain,.") == "An [k:order] is a gain."
