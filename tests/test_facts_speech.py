"""Who said what: pieces, second mentions, pronouns, reported statements."""

from __future__ import annotations

import pytest
from facts_support import read

ROE = "Jane Roe, Head of Tax at Globex, "
Said = tuple[str | None, bool, str]


def said(text: str) -> list[Said]:
    return [(q.speaker, q.indirect, q.quote) for q in read(text).quotations]


ROES: dict[str, tuple[str, list[Said]]] = {
    "before": (f"{ROE}said: “We are glad.”", [("Jane Roe", False, "We are glad.")]),
    "after": (
        "“We are glad,” said Jane Roe, Head of Tax.",
        [("Jane Roe", False, "We are glad,")],
    ),
    "split": (
        "“We are glad,” said Jane Roe, Head of Tax. “It is done.”",
        [("Jane Roe", False, "We are glad,"), ("Jane Roe", False, "It is done.")],
    ),
    "split within a sentence": (
        "“We are glad,” Jane Roe, Head of Tax, said, “and it is done.”",
        [("Jane Roe", False, "We are glad,"), ("Jane Roe", False, "and it is done.")],
    ),
    "over paragraphs": (
        f"{ROE}said: “We are glad.\n\n“It is done.”",
        [("Jane Roe", False, "We are glad."), ("Jane Roe", False, "It is done.")],
    ),
    "surname": (
        f"{ROE}spoke.\n\n“We are glad,” said Ms Roe.",
        [("Jane Roe", False, "We are glad,")],
    ),
    "title for a name": (
        f"{ROE}spoke. “We are glad,” the head remarked.",
        [("Jane Roe", False, "We are glad,")],
    ),
    "adding": (
        "“We are glad,” said Jane Roe, Head of Tax, adding that help was near.",
        [("Jane Roe", False, "We are glad,"), ("Jane Roe", True, "help was near")],
    ),
    "that three times": (
        f"{ROE}said that it was full, that it was late and that help was near.",
        [
            ("Jane Roe", True, "it was full"),
            ("Jane Roe", True, "it was late"),
            ("Jane Roe", True, "help was near"),
        ],
    ),
    "split report": (
        f"{ROE}spoke. The yard, she said, had lost many of its welders.",
        [("Jane Roe", True, "The yard"), ("Jane Roe", True, "had lost many of its welders")],
    ),
    "in a letter": (
        f"{ROE}said in a letter to employees that none would go.",
        [("Jane Roe", True, "none would go")],
    ),
    "reminded": (
        f"{ROE}reminded the audience that it was late.",
        [("Jane Roe", True, "it was late")],
    ),
    "according to her": (
        f"{ROE}spoke. According to her, the yard was full of ships.",
        [("Jane Roe", True, "the yard was full of ships")],
    ),
    "lead without a verb": (
        f"{ROE}was more cautious: “We are late.”",
        [("Jane Roe", False, "We are late.")],
    ),
    "for her": (
        f"{ROE}spoke. For Roe, it is “a beginning and no end”.",
        [("Jane Roe", False, "a beginning and no end")],
    ),
    "behind a report": (
        f"{ROE}said it was early. “We shall see.”",
        [("Jane Roe", True, "it was early"), ("Jane Roe", False, "We shall see.")],
    ),
    "pronoun": (f"{ROE}spoke. “We are glad,” she said.", [("Jane Roe", False, "We are glad,")]),
    "reported": (
        f"{ROE}said the yard had two berths free and would hire.",
        [("Jane Roe", True, "the yard had two berths free and would hire")],
    ),
    "reported by pronoun": (
        f"{ROE}spoke. She added that the yard was full.",
        [("Jane Roe", True, "the yard was full")],
    ),
    "two clauses": (
        f"{ROE}told reporters that it was done and that all were glad.",
        [("Jane Roe", True, "it was done"), ("Jane Roe", True, "all were glad")],
    ),
    "according to": (
        f"{ROE}spoke. According to Roe, the yard was full.",
        [("Jane Roe", True, "the yard was full")],
    ),
    "a passive is not the speaker's verb": (
        f"{ROE}recalled that when young, she was told that it was “farther each year”.",
        [("Jane Roe", False, "farther each year")],
    ),
    "asked that": (
        f"{ROE}asked that results be explained by a person.",
        [("Jane Roe", True, "results be explained by a person")],
    ),
    "told behind": (
        f"{ROE}spoke. The yard will soon be full, Roe told the committee on Tuesday.",
        [("Jane Roe", True, "The yard will soon be full")],
    ),
    "pronoun for whom the clause before names behind places": (
        "The town of San Telmo will buy two ships, Tax Minister Jane Roe told reporters on"
        " Tuesday. “We are glad,” she said.",
        [
            ("Jane Roe", True, "The town of San Telmo will buy two ships"),
            ("Jane Roe", False, "We are glad,"),
        ],
    ),
    "pronoun for whom a body's chair precedes": (
        "Passenger Council chair Jane Roe regretted it. “We are sad,” she remembers.",
        [("Jane Roe", False, "We are sad,")],
    ),
    "clause first": (
        f"{ROE}spoke. The yard was quite full, she said.",
        [("Jane Roe", True, "The yard was quite full")],
    ),
    "a quoted piece stands for its clause": (
        f"{ROE}said it showed “what planning can do” and that the yard was full.",
        [("Jane Roe", False, "what planning can do"), ("Jane Roe", True, "the yard was full")],
    ),
}


@pytest.mark.parametrize(("text", "quotations"), ROES.values(), ids=ROES)
def test_words_are_their_speakers(text: str, quotations: list[Said]) -> None:
    assert said(text) == quotations


NOT_SAID = {
    "scheme": f"{ROE}praised the “AI for All” scheme.",
    "motto": "Driven by its motto, “To learn and to apply”, it grew.",
    "the company said": "The company said that the yard was full.",
    "thinking": f"{ROE}believes that the yard is full.",
    "nobody by name": "A visitor said: “We are glad.”",
}


@pytest.mark.parametrize("text", NOT_SAID.values(), ids=NOT_SAID)
def test_what_nobody_says_is_no_quotation(text: str) -> None:
    assert said(text) == []


def test_nobody_is_given_anothers_words() -> None:
    text = f"{ROE}said: “We are glad.” Max Moe, Head of Law, agreed. “So am I,” he said."
    assert [speaker for speaker, _, _ in said(text)] == ["Jane Roe", "Max Moe"]


def test_single_quotation_marks_where_there_are_no_others() -> None:
    text = "‘We’re glad,’ said Jane Roe, Head of Tax. ‘It is done.’"
    assert said(text) == [
        ("Jane Roe", False, "We’re glad,"),
        ("Jane Roe", False, "It is done."),
    ]
