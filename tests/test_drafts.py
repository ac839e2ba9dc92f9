"""What a model writes is read the same however it arrives."""

from __future__ import annotations

import json

import pytest

from pr_assistant.generation.drafts import Draft, Sentence
from pr_assistant.generation.prompting import REFUSAL
from pr_assistant.grounding.verifying import Pointer

TEXT = (
    "It opened in May. [[1: opened in May]]\nIt cost £5 million [[2: cost]] [[3: £5 million]].\n"
    "- **Nobody** knows. [4]\nNo marker here. None there [99, 2].\n"
)
EXPECTED = [
    Sentence("It opened in May.", (Pointer(1, "opened in May"),)),
    Sentence("It cost £5 million.", (Pointer(2, "cost"), Pointer(3, "£5 million"))),
    Sentence("Nobody knows.", (Pointer(4),)),
    Sentence("No marker here.", (Pointer(99), Pointer(2))),
    Sentence("None there.", (Pointer(99), Pointer(2))),
]
OBJECT = json.dumps(
    {
        "sentences": [
            {"text": "It {opened} in May.", "evidence": [{"passage": 1, "words": "in [May]"}]},
            {"text": 'It cost "£5".', "evidence": []},
        ]
    }
)
OBJECTS = [
    Sentence("It {opened} in May.", (Pointer(1, "in [May]"),)),
    Sentence('It cost "£5".'),
]


def read(*pieces: str) -> list[Sentence]:
    draft = Draft()
    found = [sentence for piece in pieces for sentence in draft.feed(piece)]
    return found + draft.finish()


@pytest.mark.parametrize(("text", "expected"), [(TEXT, EXPECTED), (OBJECT, OBJECTS)])
def test_split_at_every_position(text: str, expected: list[Sentence]) -> None:
    assert read(text) == expected
    assert read(*text) == expected
    for at in range(len(text)):
        assert read(text[:at], text[at:]) == expected, (text[:at], text[at:])


def test_in_a_row_without_line_ends() -> None:
    text = "A is B. [[1: x]] C is D. [[2: y]] E is F."
    expected = [
        Sentence("A is B.", (Pointer(1, "x"),)), Sentence("C is D.", (Pointer(2, "y"),)),
        Sentence("E is F."),
    ]  # fmt: skip
    assert read(text) == read(*text) == expected


@pytest.mark.parametrize("text", [TEXT, OBJECT])
def test_what_a_model_thinks_before_it_answers_is_not_its_answer(text: str) -> None:
    thinking = f"\n<think>\nIt may have opened in June. [[1: x]]\n</think>\n\n{text}"
    assert read(thinking) == read(*thinking) == read(text)
    for at in range(len(thinking)):
        assert read(thinking[:at], thinking[at:]) == read(text)
    for at in range(thinking.index("It"), thinking.index("</think>")):
        assert read(*thinking[:at]) == []


def test_sentences_come_as_soon_as_they_are_whole() -> None:
    draft = Draft()
    assert draft.feed("A is B. [[1: x]") == []
    assert draft.feed("]\n") == [Sentence("A is B.", (Pointer(1, "x"),))]
    draft = Draft()
    assert draft.feed('{"sentences": [{"text": "A is B.", "evidence": []}') == [Sentence("A is B.")]


@pytest.mark.parametrize("text", [REFUSAL, f"{REFUSAL}.\n", '{"sentences": []}', "[]"])
def test_a_refusal(text: str) -> None:
    for pieces in ([text], list(text)):
        draft = Draft()
        found = [s for piece in pieces for s in draft.feed(piece)] + draft.finish()
        assert found == []
        assert draft.refused
        assert not draft.malformed


@pytest.mark.parametrize(
    "text", ['{"sentences": [{"te', "{", '{"answer": 5}', '{"sentences": [{"text": 5}', "[{]"]
)
def test_what_cannot_be_read(text: str) -> None:
    draft = Draft()
    found = draft.feed(text) + draft.finish()
    assert found == []
    assert draft.malformed or not draft.refused


def test_a_fence_around_it() -> None:
    assert read(f"```json\n{OBJECT}\n```") == OBJECTS
    assert read(f"```\n{TEXT}```\n") == EXPECTED
