"""Of what a question asks how many there are."""

from __future__ import annotations

import pytest

from pr_assistant.tallies import counted_in


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("How many labs are there?", {"lab"}),
        ("What is the number of partner universities?", {"partner", "universiti"}),
        ("How many people work there?", {"peopl", "person", "employe", "staff", "worker"}),
        ("How much was paid?", set()),
        ("Who signed?", set()),
    ],
)
def test_what_is_counted(question: str, counted: set[str]) -> None:
    assert counted_in(question) == counted
