"""Which candidate answers: a fact that settles the question, else the likeliest sentence's best."""

from __future__ import annotations

import math

import pytest

from pr_assistant.assistant import Assistant
from pr_assistant.choosing import MOST, choose

SETTLED = (
    ("What is Jason Zhang's title?", "Managing Director of Huawei Cloud Hong Kong"),
    ("Who is the Director of KTEO?", "Kelvin WONG"),
    ("Who signed on behalf of PolyU?", "Kelvin WONG"),
    ("What does KTEO stand for?", "Knowledge Transfer and Entrepreneurship Office"),
    ("What did Prof. Christopher Chao say?", "This MoU signifies a deepened partnership"),
    ("What's Professor Chao's role at PolyU?", "Vice President (Research and Innovation)"),
    ("What's THE short for?", "Times Higher Education"),
    ("What is this release about?", "Fostering an Integrated Innovation Platform"),
)


class TestSettled:
    @pytest.mark.parametrize(("question", "answer"), SETTLED)
    def test_a_fact_that_states_it_answers(
        self, assistant: Assistant, question: str, answer: str
    ) -> None:
        found = assistant.ask(question)
        assert found.status == "answered"
        assert answer in found.answer
        assert "Jason Zhang" not in found.answer or "Zhang" in question

    def test_all_who_did_it_are_given(self, assistant: Assistant) -> None:
        answer = assistant.ask("Who witnessed the signing?").answer
        for name in ("Sunny SHANG", "Christopher CHAO", "Liang YU", "Amy LUNG"):
            assert name in answer

    @pytest.mark.parametrize(
        "question", ["Who is the President of PolyU?", "What is Jason Zhang's salary?"]
    )
    def test_one_word_that_it_is_not_about_settles_nothing(
        self, assistant: Assistant, question: str
    ) -> None:
        """A vice president is no president, and a title is no salary."""
        found = assistant.ask(question)
        assert "Vice President" not in found.answer
        assert "Managing Director" not in found.answer


NONE = frozenset[str]()


class TestChoose:
    def test_what_stands_in_one_sentence_speaks_for_it_together(self) -> None:
        best, lead = choose([1.0, 0.9, 0.9], [[0], [1], [1]], [NONE, NONE])
        assert best == 1
        assert lead == pytest.approx((0.9 + math.log(2) - 1.0) / MOST)

    def test_the_only_sentence_leads_wholly(self) -> None:
        assert choose([-3.0, -2.0], [[0], [0]], [NONE]) == (1, 1.0)

    def test_a_sentence_of_the_answer_is_no_other(self) -> None:
        assert choose([3.0, 2.9], [[0, 1], [1]], [NONE, NONE]) == (0, 1.0)

    @pytest.mark.parametrize(
        ("other", "rivals"),
        [
            ("56 th worldwid second", False),
            ("56 th worldwid second hong kong six", True),
            ("54 th global second hong kong", True),
            ("hong kong", True),
        ],
    )
    def test_one_that_answers_the_same_is_no_rival(self, other: str, rivals: bool) -> None:
        said = [frozenset("56 th worldwid second hong kong".split()), frozenset(other.split())]
        best, lead = choose([3.0, 2.9], [[0], [1]], said)
        assert (best, lead < 1) == (0, rivals)
