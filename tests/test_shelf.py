"""Releases that one session adds: read as the corpus is, asked with it, and gone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support import EMPLOYEES, RELEASE

from pr_assistant.assistant import Assistant
from pr_assistant.bootstrap import with_shelf
from pr_assistant.errors import ReleaseError, UsageError
from pr_assistant.models import Question
from pr_assistant.settings import load
from pr_assistant.shelf import MAX_BYTES, MOST, OWN, Shelf

ZYX = b"""\
Zyx Widgets Opens Plant in Leeds

LEEDS, January 1, 2025 /PRNewswire/ -- Zyx Widgets employs 4,217 people in Yorkshire.

The plant cost 12 million pounds.
"""


@pytest.fixture
def shelf(assistant: Assistant) -> Iterator[Shelf]:
    made = Shelf(assistant.retriever.hybrid.embedder)
    made.add("folder\\zyx.txt", ZYX)
    yield made
    made.close()


@pytest.fixture
def joint(assistant: Assistant, shelf: Shelf) -> Assistant:
    return with_shelf(load(), assistant, shelf)


def test_both_are_asked_and_cited_to_the_character(joint: Assistant) -> None:
    for question, words, home in (
        ("How much did the plant cost?", "12 million pounds", OWN + "zyx"),
        (EMPLOYEES, "208,000", RELEASE),
    ):
        answer = joint.ask(question)
        assert words in answer.answer
        (citation,) = answer.citations
        release = joint.index.release(citation.release_id)
        assert release and citation.release_id == home
        assert release.text[citation.start : citation.end] == citation.quote
        assert joint.index.facts(home)


def test_the_others_see_nothing_of_it(assistant: Assistant, joint: Assistant) -> None:
    assert joint.index.titles().keys() - assistant.index.titles().keys() == {OWN + "zyx"}
    assert joint.index.count() == assistant.index.count() + 1
    answer = assistant.ask("How much did the plant cost?")
    assert all(one.release_id == RELEASE for one in (*answer.citations, *answer.related))
    assert assistant.index.release(OWN + "zyx") is None


@pytest.mark.parametrize(("asked", "words"), [(OWN + "zyx", "4,217"), (RELEASE, "208,000")])
def test_one_release_can_be_asked_alone(joint: Assistant, asked: str, words: str) -> None:
    answer = joint.invoke(Question("How many people are employed?", release_id=asked))
    assert words in answer.answer
    assert {one.release_id for one in answer.citations} == {asked}
    found = joint.retriever.hybrid.search("people employed", asked)
    assert {one.passage.release_id for one in found} == {asked}


def test_a_release_that_is_not_there_cannot_be_asked(joint: Assistant) -> None:
    with pytest.raises(UsageError, match="There is no release"):
        joint.invoke(Question("Who signed?", release_id=OWN + "other"))


def test_the_same_name_again_takes_its_place(joint: Assistant, shelf: Shelf) -> None:
    shelf.add("zyx.md", ZYX.replace(b"12 million", b"34 million"))
    assert "34 million" in joint.ask("How much did the plant cost?").answer
    assert shelf.count() == 1


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("zyx.pdf", ZYX, "neither a .txt nor a .md"),
        ("zyx.txt", b"", "is empty"),
        ("zyx.txt", b" \n\n ", "is empty"),
        ("zyx.txt", b"\x89PNG\r\n\x1a\n" + bytes(99), "is a picture"),
        ("zyx.txt", bytes(range(256)) * 9, "binary"),
        ("zyx.txt", b"a " * MAX_BYTES, "over the 250 kB"),
    ],
)
def test_what_cannot_be_read_is_refused(shelf: Shelf, name: str, data: bytes, why: str) -> None:
    with pytest.raises(ReleaseError, match=why):
        shelf.add(name, data)
    assert list(shelf.titles()) == [OWN + "zyx"]


def test_there_is_an_end_to_it(shelf: Shelf) -> None:
    for number in range(1, MOST):
        shelf.add(f"{number}.txt", b"Rain\n\nIt rained.")
    with pytest.raises(UsageError, match=str(MOST)):
        shelf.add("more.txt", ZYX)
    shelf.add("zyx.txt", ZYX)  # in place of the earlier one
