"""Small words of questions are mended; names and words of releases are left alone."""

from __future__ import annotations

import pytest

from pr_assistant.mistyped import opened


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("whn was it founded", "When was it founded"),
        ("wich is the largest?", "Which is the largest?"),
        ("hw many staff", "How many staff"),
        ("polyu QS rnk 2026?", "polyu QS rank 2026?"),
        ("nr of studnets", "number of studnets"),
        ("wen was it built", "When was it built"),
        ("Who put pen to paper?", "Who signed?"),
    ],
)
def test_what_is_asked_for_is_spelt(written: str, meant: str) -> None:
    assert opened(written) == meant


@pytest.mark.parametrize(
    "question",
    ["Wen Li said what?", "Were many there?", "Wen was there", "NR is what?", "Who is Hw?", ""],
)
def test_names_are_left_alone(question: str) -> None:
    assert opened(question) == question
