"""All of a kind that a release has, where a question asks for that and nothing in particular."""

from __future__ import annotations

import pytest

from pr_assistant.assistant import Assistant
from pr_assistant.models import Answer
from pr_assistant.whole_release import MOST, asked_for

PEOPLE = ("Zhang", "WONG", "SHANG", "CHAO", "Liang YU", "LUNG")


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("List everyone named in the release.", "everybody"),
        ("Which people appear in this press release?", "everybody"),
        ("Who is mentioned?", "everybody"),
        ("Name all the people in the text", "everybody"),
        ("What are the key figures?", "figures"),
        ("Which numbers does the release give?", "figures"),
        ("What companies are mentioned?", "organisations"),
        ("Show me the quotes", "quotations"),
        ("Which dates are mentioned?", "dates"),
        ("How many people does Huawei employ?", None),
        ("How many people?", None),
        ("What is the number of people?", None),
        ("Which people witnessed the signing?", None),
        ("Who signed?", None),
        ("Who?", None),
        ("What figures does Huawei give for revenue?", None),
        ("What is the figure?", None),
        ("Which companies did PolyU people found?", None),
        ("Who was it named after?", None),
        ("Who is not mentioned?", None),
        ("Who did she mention?", None),
        ("Which people did he name?", None),
        ("Who is the main person?", None),
        ("Why is it important for people?", None),
        ("What can individuals do?", None),
        ("What do people say?", None),
        ("Which other companies are named?", None),
        ("Which companies are listed?", None),
        ("", None),
    ],
)
def test_what_is_asked_for(question: str, kind: str | None) -> None:
    assert asked_for(question) == kind


def ask(assistant: Assistant, question: str) -> Answer:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    return answer


def test_everybody_is_given_with_title_and_citation(assistant: Assistant) -> None:
    answer = ask(assistant, "Who are the people mentioned in the release?")
    assert all(name in answer.answer for name in PEOPLE)
    assert "Court Member" in answer.answer
    assert answer.citations


def test_only_those_who_are_quoted(assistant: Assistant) -> None:
    answer = ask(assistant, "Who is quoted?").answer
    assert [name for name in PEOPLE if name in answer] == ["SHANG", "CHAO"]


def test_figures_of_the_news_with_what_they_count(assistant: Assistant) -> None:
    answer = ask(assistant, "What are the key figures?").answer
    assert "over 130 start-ups" in answer and "54th" in answer
    assert "208,000" not in answer  # Huawei's standing text is not the news
    assert len(answer.split("; ")) <= MOST


def test_quotations_keep_their_speakers(assistant: Assistant) -> None:
    answer = ask(assistant, "Which quotes are in the release?").answer
    assert "SHANG: “" in answer and "CHAO: “" in answer


@pytest.mark.parametrize(
    "question",
    ["What are the pillars of the partnership?", "Name the strategic pillars of the agreement."],
)
def test_the_lists_of_the_news_by_whatever_it_is_called(
    assistant: Assistant, question: str
) -> None:
    answer = ask(assistant, question).answer
    assert "three strategic pillars" in answer
    assert "Asia-Pacific incubation platform" in answer
