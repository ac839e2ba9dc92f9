"""What a question asks how many of there are, and the numbers of it that stand somewhere."""

from __future__ import annotations

import pytest

from pr_assistant.tallies import counted_in, spread, tally


@pytest.mark.parametrize(
    ("question", "text", "numbers"),
    [
        ("How many start-ups have won?", "Since 2023, six new start-ups won 10 prizes.", {"six"}),
        ("How many people work there?", "It has about 208,000 employees in 170 countries.",
         {"208,000"}),
        ("What is the number of partner universities?", "It has 12 labs and 3 universities.",
         {"3"}),
        ("How many labs are there?", "It has 12 offices.", set()),
        ("How many labs are there?", "It has many labs.", set()),
        ("How much was paid?", "It paid 12 offices.", set()),
        ("Who signed?", "The two parties signed.", set()),
    ],
)  # fmt: skip
def test_numbers_of_what_is_asked_for(question: str, text: str, numbers: set[str]) -> None:
    assert tally(counted_in(question), text) == numbers


def test_different_numbers_of_the_same_are_told_apart() -> None:
    counted = counted_in("How many start-ups are there?")
    texts = ["It founded 130 start-ups.", "Of 130 start-ups it is proud.", "Six start-ups won."]
    assert spread(counted, texts) == 2
    assert spread(frozenset(), texts) == 0
