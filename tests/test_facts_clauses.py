"""Statements told before, behind and round their verb: where they end and whose they are."""

from __future__ import annotations

import pytest
from facts_support import read

ROE = "Jane Roe, Head of Tax at Globex, "
Said = tuple[str | None, bool, str]


def said(text: str) -> list[Said]:
    return [(q.speaker, q.indirect, q.quote) for q in read(text).quotations]


TOLD: dict[str, tuple[str, str]] = {
    "denied that": (f"{ROE}denied that the yard was for sale.", "the yard was for sale"),
    "said afterwards": (f"{ROE}said afterwards that the price stood.", "the price stood"),
    "in a letter of a shortened month": (
        f"{ROE}argued in an open letter of Oct. 14 that the mill was worth more.",
        "the mill was worth more",
    ),
    "said of something": (
        f"{ROE}said of the old tugs, which leak, that they would go by May.",
        "they would go by May",
    ),
    "said by telephone": (
        f"{ROE}said by telephone from Turin she would fly every route.",
        "she would fly every route",
    ),
    "states further": (f"{ROE}states further that no share was sold.", "no share was sold"),
    "told a paper": (
        f"{ROE}told a local paper her company remained keen on it.",
        "her company remained keen on it",
    ),
    "told whom, before a semicolon": (
        f"{ROE}spoke. Turin had been considered, Ms Roe told reporters; in Delft land is free.",
        "Turin had been considered",
    ),
    "a degree before the name": (
        "There was no frost, its head, Dipl.-Ing. Jane Roe, reminded the audience.",
        "There was no frost",
    ),
    "that itself": (
        f"{ROE}said that was for the next meeting, in May.",
        "that was for the next meeting, in May",
    ),
    "according to, without a comma, and one later": (
        "According to Prof Jane Roe of the Digging Service they date from 1130 or so, not later.",
        "they date from 1130 or so, not later",
    ),
    "before what she advises": (
        f"{ROE}warned that the duty was high, and advised the union to look abroad.",
        "the duty was high",
    ),
    "with a name in marks": (
        f"{ROE}spoke. The “Teton 4” costs six times as much, Ms Roe said.",
        "The “Teton 4” costs six times as much",
    ),
    "with a smile": (
        f"{ROE}spoke. Of her failures, she said with a smile, she would write.",
        "she would write",
    ),
    "told whom, before": (
        f"{ROE}spoke. Fares would not rise, Ms Roe assured a public meeting in May.",
        "Fares would not rise",
    ),
    "a title before the name, in commas": (
        "Frost, the worst of it on Monday, has killed a fifth of the vines, the town's mayor,"
        " Jane Roe, said on Tuesday.",
        "Frost, the worst of it on Monday, has killed a fifth of the vines",
    ),
    "a post and a trade before the name": (
        "The last of the shops will close in May, the firm's trustee, lawyer Jane Roe, said today.",
        "The last of the shops will close in May",
    ),
    "a relation before the name": (
        f"{ROE}spoke. The cause was a fall, said her daughter, Dr Ann Lund, a vet in Turin.",
        "The cause was a fall",
    ),
    "any verb before a described name": (
        "Members voted for the plan after some debate, reports works council head Jane Roe.",
        "Members voted for the plan after some debate",
    ),
    "goes on behind the name": (
        "Today there are 94 of them, said the firm's head, Jane Roe, and the alarm was raised.",
        "the alarm was raised",
    ),
    "where, says she": (
        f"{ROE}spoke. It is built in Turin, where, says Ms Roe, two lines are free.",
        "two lines are free",
    ),
    "after the staff were thanked": (
        "Speaking in Turin, Globex's head, Ms Jane Roe, thanked the staff and said that the yard"
        " was full.",
        "the yard was full",
    ),
    "according to, without a comma": (
        f"{ROE}spoke. According to Roe the panel was the hardest to fill.",
        "the panel was the hardest to fill",
    ),
    "until a semicolon and the present": (
        f"{ROE}said that an order had been called off; the rest is to follow.",
        "an order had been called off",
    ),
    "until a semicolon and today": (
        f"{ROE}said she wanted it to earn half by May; today it is a third.",
        "she wanted it to earn half by May",
    ),
    "over a semicolon in the past": (
        f"{ROE}said that an order had been called off; another would follow.",
        "an order had been called off; another would follow",
    ),
    "before a semicolon and another": (
        f"{ROE}reminded them that an order had been called off; this time, she said, it would"
        " last.",
        "an order had been called off",
    ),
    "behind a semicolon": (
        f"{ROE}reminded them that an order had been called off; this time, she said, it would"
        " last.",
        "this time",
    ),
    "behind a semicolon and a name in marks": (
        f"{ROE}kept her “sell” rating; steel was dear, she pointed out, and would stay so.",
        "steel was dear",
    ),
    "before a colon and her words": (
        f"{ROE}admitted that not all had been in favour: “Some feared a flood.”",
        "not all had been in favour",
    ),
    "a foreign dateline": (
        "DELFT (Nov. 21) -- The shop will close in May, the firm's trustee, Jane Roe, said today.",
        "The shop will close in May",
    ),
    "she, behind somebody's words on Mill Quay": (
        "“Mill Quay costs more to build,” said Head of Tax Jane Roe. She pointed out"
        " that it would use less.",
        "it would use less",
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_the_clause_is_found_whole(name: str) -> None:
    text, words = TOLD[name]
    who = "Ann Lund" if "daughter" in text else "Jane Roe"
    assert (who, True, words) in said(text)


def test_a_clause_goes_on_about_what_was_told() -> None:
    text = f"{ROE}noted that the packs could be swapped at sea, which she said would save a week."
    assert [quote for _, _, quote in said(text)] == [
        "the packs could be swapped at sea", "would save a week"]  # fmt: skip


def test_a_clause_ends_where_the_speaker_calls_it_something() -> None:
    text = f"{ROE}pointed out that only 14 are women; she called this a shame and hopes for more."
    assert said(text) == [("Jane Roe", True, "only 14 are women")]


def test_quoted_words_before_another_who_says_go_on_with_the_last_speaker() -> None:
    text = f"{ROE}met Max Poe, its chair. “It is dry,” said Ms Roe. “We know.” Poe said: “It is.”"
    assert [speaker for speaker, _, _ in said(text)] == ["Jane Roe", "Jane Roe", "Max Poe"]


def test_the_first_of_two_surnames_that_a_small_word_joins() -> None:
    text = "Ana Roe y Poe, chair of Globex, and Max Lund spoke. Roe told us that it was dry."
    assert said(text) == [("Ana Roe y Poe", True, "it was dry")]


NOT_TOLD: dict[str, tuple[str, str]] = {
    "a setting before a colon": (
        "For Globex & Sons, chairwoman Jane Roe said: “We are glad to see it go.”",
        "For Globex & Sons",
    ),
    "what was told, before that": (
        f"{ROE}spoke. In her address, Ms Roe reminded the guests that ships leak.",
        "In her address",
    ),
    "what she does besides": (
        "The frost has killed a fifth, the town's mayor, Jane Roe, said, putting the loss at 2.",
        "putting the loss at 2",
    ),
    "what two say": (
        f"{ROE}met Hugo Lund, Head of Law. The yard was full, directors Jane Roe and Hugo Lund"
        " said.",
        "The yard was full",
    ),
    "what else is announced": (
        f"{ROE}said that the price stood, and announced a trial with pumps in May.",
        "a trial with pumps in May",
    ),
    "a blessing": (f"{ROE}said a blessing.", "a blessing"),
    "the source's analyst": (
        "Sales could fall, according to the adviser Frutal, whose analyst Jane Roe had a look.",
        "Sales could fall",
    ),
}


@pytest.mark.parametrize("name", NOT_TOLD)
def test_what_frames_a_statement_is_none(name: str) -> None:
    text, words = NOT_TOLD[name]
    assert words not in [quote for _, _, quote in said(text)]
