"""What a question takes for granted: a quarter, a place."""

from __future__ import annotations

import pytest

from pr_assistant.premises import absent_quarter, asked_where

REPORT = "Sales rose in the second quarter; the third and fourth quarters have 62 days each."


@pytest.mark.parametrize(
    ("question", "absent"),
    [
        ("What were sales in the first quarter?", ["first quarter"]),
        ("What were sales in Q1?", ["Q1"]),
        ("What were sales in Q2?", []),
        ("How many days has the third quarter?", []),
        ("Who was the first quarter-finalist?", []),
        ("What were sales?", []),
        ("What were sales in Q4 of 2025?", []),
        ("What were sales in the 1st quarter?", ["1st quarter"]),
    ],
)
def test_a_quarter_of_which_nothing_is_told(question: str, absent: list[str]) -> None:
    assert absent_quarter(question, [REPORT]) == absent


@pytest.mark.parametrize(
    "text", ["Sales rose.", "Sales in the second quarter, the three months to 30 June, rose."]
)
def test_where_quarters_are_not_told_by_name_none_is_absent(text: str) -> None:
    assert absent_quarter("What were sales in the first quarter?", [text]) == []


@pytest.mark.parametrize(
    ("question", "where"),
    [
        ("Was the MoU signed in Hong Kong?", "Where was the MoU signed?"),
        ("Was the pact signed at Acme's works?", "Where was the pact signed?"),
        ("Was the pact signed in April?", None),
        ("Was the line opened on Monday?", None),
        ("Was it made in Partnership with Acme?", None),
        ("Where was it signed?", None),
    ],
)
def test_a_place_that_is_named_is_asked_for(question: str, where: str | None) -> None:
    assert asked_where(question) == where
