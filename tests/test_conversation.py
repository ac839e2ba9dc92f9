"""Questions that stand alone are left as they are; follow-ups get what they follow on."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pr_assistant import conversation
from pr_assistant.conversation import standalone
from pr_assistant.models import Turn

BEFORE = Turn("Who signed the MoU for PolyU?", "Mr. Kelvin WONG, Director of the KTEO.")

STANDS_ALONE = [
    "How many people does Huawei employ?",
    "Where was the MoU signed?",
    "When did the RAISe+ Scheme launch?",
    "What did Sunny Shang say about talent?",
    "What did Sunny Shang say about the other party?",
    "What will the two parties do together?",
    "Which three pillars does the partnership have?",
    "What is PolyU's motto?",
    "What is CloudMatrix 384?",
    "Who is Amy Lung?",
    "How high is PolyU ranked in the QS World University Rankings 2026?",
    "Does the release mention a price for CloudMatrix?",
    "How does the MoU help those who found start-ups?",
    "Did Huawei say that the base will be in Singapore?",
    "How did PolyU's researchers and their start-ups get funding?",
    "In how many countries and regions does Huawei operate?",
    "What percentage of Huawei's revenue goes to research?",
    "Name the people who witnessed the signing.",
    "List the people that witnessed the signing.",
    "Why did Huawei Cloud sign the MoU with PolyU?",
    "More than how many people does Huawei serve?",
    "Is there a deadline for applications?",
    "Are there any figures on revenue?",
    "How many start-ups are there at PolyU?",
    "Did both parties sign in Shenzhen?",
    "When was this MoU signed?",
    "What is this press release about?",
    "Which one of PolyU's rankings is higher?",
    "Summarise the release.",
    # telegraphic, as typed into a search box
    "startups founded polyu",
    "polyu motto",
    "huawei employees",
    "how many countries does huawei operate in",
    "who attended the signing ceremony",
    "who is the president of huawei cloud asia pacific",
    "what is cloudmatrix?",
    "what does polyu say about its ranking",
    "funding per startup raise+ scheme",
    "name the witnesses",
    "is huawei founded in 1987?",
    "who said that the base will be in singapore?",
    "And who leads Acme Holdings?",
]

REWRITTEN = {
    "And for Huawei Cloud?": "Who signed the MoU for Huawei Cloud?",
    "What about Huawei Cloud?": "Who signed the MoU for Huawei Cloud?",
    "and at Huawei?": "Who signed the MoU for Huawei?",
    "What is his title?": "What is Mr. Kelvin WONG’s title?",
    "What did he say?": "What did Mr. Kelvin WONG say?",
    "Did he mention Singapore?": "Did Mr. Kelvin WONG mention Singapore?",
}

FOLLOWS_ON = [
    "And why?",
    "Why?",
    "Where?",
    "When was that?",
    "How about the witnesses?",
    "Who else was there?",
    "Anyone else?",
    "What does she do at PolyU?",
    "When did they sign it?",
    "where was it signed?",
    "Is it in Asia?",
    "How many of them are funded?",
    "Which of these is the largest?",
    "Who signed it for Huawei Cloud?",
    "When was that agreement signed?",
    "Is that scheme funded by the government?",
    "How many start-ups did its faculty found?",
    "But who was the other one?",
    "Then what happens?",
    "Tell me more.",
    "what is its motto",
    "and the other",
]


@pytest.mark.parametrize("question", STANDS_ALONE)
def test_a_question_that_stands_alone_is_never_changed(question: str) -> None:
    assert standalone(question, [BEFORE]) == question


@pytest.mark.parametrize("question", FOLLOWS_ON)
def test_a_follow_up_that_is_not_certain_is_joined_to_the_question_before(question: str) -> None:
    joined = standalone(question, [BEFORE])
    assert joined == f"{BEFORE.question} {question}"


@pytest.mark.parametrize(("question", "whole"), REWRITTEN.items())
def test_what_a_follow_up_leaves_out_is_put_in_where_it_is_certain(
    question: str, whole: str
) -> None:
    assert standalone(question, [BEFORE]) == whole


@pytest.mark.parametrize(
    ("question", "before", "whole"),
    [
        ("How many employees does it have?", Turn("How does Huawei describe itself?"),
         "How many employees does Huawei have?"),
        ("When did it launch?", Turn("What is the RAISe+ Scheme?"),
         "When did the RAISe+ Scheme launch?"),
        ("What is it used for?",
         Turn("What did Huawei Cloud launch?", "CloudMatrix 384 AI Cloud Service"),
         "What is CloudMatrix 384 AI Cloud Service used for?"),
        ("How old is she?", Turn("Who is Amy Lung?"), "How old is Amy Lung?"),
        ("What did he say?", Turn("Who is the President of Huawei?", "Mr. Lee Ming"),
         "What did Mr. Lee Ming say?"),
    ],
)  # fmt: skip
def test_a_pronoun_takes_the_only_name_it_can_stand_for(
    question: str, before: Turn, whole: str
) -> None:
    assert standalone(question, [before]) == whole


@pytest.mark.parametrize(
    ("question", "before"),
    [
        ("What is it used for?", Turn("What did Huawei Cloud launch?")),  # not Huawei Cloud
        ("What did he say?", Turn("Who witnessed it?", "Mr. Lee Ming; Ms. Ann Low")),
        ("What did she say?", Turn("Who signed for PolyU?", "Mr. Kelvin WONG")),
        ("How large is it?", Turn("Did Huawei meet PolyU?")),
        ("And Mr. Jason Zhang?", Turn("Who signed for PolyU?")),  # a person is no party
    ],
)
def test_no_name_is_put_in_where_another_fits_too(question: str, before: Turn) -> None:
    assert standalone(question, [before]) == f"{before.question} {question}"


@pytest.mark.parametrize("said", ["hello", "Thanks!", "ok", "Thank you very much."])
def test_what_asks_nothing_is_joined_to_nothing(said: str) -> None:
    assert standalone(said, [BEFORE]) == said


@pytest.mark.parametrize(
    ("second", "whole"),
    [
        ("What is his title?", "Who signed the MoU for Huawei?"),
        ("How many staff work for PolyU?", "How many staff work for Huawei?"),
    ],
)
def test_another_is_asked_of_as_the_one_before_was(second: str, whole: str) -> None:
    assert standalone("And for Huawei?", [BEFORE, Turn(second)]) == whole


@pytest.mark.parametrize("question", STANDS_ALONE + FOLLOWS_ON)
def test_without_a_history_nothing_is_changed(question: str) -> None:
    assert standalone(question, []) == question


def test_a_chain_of_follow_ups_reaches_back_to_what_it_is_about() -> None:
    history = [
        Turn("How many people does Huawei employ?"),
        Turn("Who signed for PolyU?"),
        Turn("And for Huawei Cloud?"),
    ]
    assert standalone("What is his title?", history) == (
        "Who signed for Huawei Cloud? What is his title?"
    )


def test_a_change_of_subject_ends_a_chain() -> None:
    history = [Turn("Who signed for PolyU?"), Turn("How many people does Huawei employ?")]
    assert standalone("Where?", history) == "How many people does Huawei employ? Where?"


def test_a_chain_that_nothing_resolves_is_read_with_the_question_that_began_it() -> None:
    chain = [Turn("Who signed for PolyU?"), *[Turn(f"And then {n}?") for n in range(5)]]
    assert standalone("And then?", chain) == "Who signed for PolyU? And then?"
    assert standalone("And then?", conversation.completed(chain, lambda _: None)) == (
        "Who signed for PolyU? And then?"
    )


def test_a_long_chain_does_not_grow_without_end() -> None:
    history = [Turn("Who signed for PolyU?"), *[Turn(f"And then {n}?") for n in range(50)]]
    assert len(standalone("And then?", history)) < 60


@given(st.text(), st.lists(st.text().map(Turn), max_size=6))
def test_nothing_is_said_that_nobody_said(question: str, history: list[Turn]) -> None:
    typed = " ".join([question, *(turn.question for turn in history)])
    whole = standalone(question, history)
    assert set(_letters(whole)) <= {*_letters(typed), "s"}  # a possessive may be added
    assert bool(whole.strip()) >= bool(question.strip())


def _letters(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.casefold())


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (
            "When was Huawei founded and how many staff does it have?",
            ["When was Huawei founded?", "how many staff does Huawei have?"],
        ),
        (
            "Dividend: how much a share, and what is the record date?",
            ["Dividend: how much a share?", "what is the record date?"],
        ),
        (
            "How many recommendations did the review make and how many were taken up?",
            [
                "How many recommendations did the review make?",
                "How many recommendations did the review make? how many were taken up?",
            ],
        ),
        (
            "Who signed for Acme? And for Bolt?",
            ["Who signed for Acme?", "Who signed for Bolt?"],
        ),
        ("Answer with 999. How many people work at Acme?", ["How many people work at Acme?"]),
        ("I write for a paper. Who signed the MoU?", ["Who signed the MoU?"]),
        ("And who witnessed the signing?", ["who witnessed the signing?"]),
        ("Thanks. So who signed the MoU?", ["who signed the MoU?"]),
    ],
)
def test_a_question_in_parts_is_taken_apart(question: str, asked: list[str]) -> None:
    assert conversation.parts(question) == asked


@pytest.mark.parametrize(
    "question",
    [
        "Who signed the MoU?",
        "What did Ann say about research and development?",
        "When and where was the MoU signed?",
        "In which year and by whom was it founded?",
        "What did Acme and WHO agree?",
        "What was the former name of Bolt, which Acme bought in 2019?",
        "What did Ann Lee, who leads Acme, say?",
        "What did she say about why Acme left and how it will return?",
        "What did Mr. Zhang sign?",
        "I write for the Post. Who leads it?",
        "Who leads Bolt? Name them.",
        "who and when and where and why and how and what and which",
        "",
    ],
)
def test_what_only_looks_like_several_questions_stays_one(question: str) -> None:
    assert conversation.parts(question) == [question]


def test_what_was_answered_is_found_out_where_it_is_not_known() -> None:
    answers = {"Who leads Acme?": "Ann Lee, Chief Executive", "What did Ann Lee say?": "“Hello.”"}
    turns = conversation.completed(
        [Turn("Who leads Acme?"), Turn("What did she say?")], answers.get
    )
    assert [turn.answer for turn in turns] == ["Ann Lee, Chief Executive", "“Hello.”"]
    assert conversation.completed([Turn("Who?", "Bo Ek")], answers.get) == [Turn("Who?", "Bo Ek")]
