"""Whose words they are where a pronoun, an owner or somebody unknown could mislead."""

from __future__ import annotations

import pytest
from facts_support import read

ROE = "Jane Roe, Head of Tax at Globex, "
DOE = "John Doe, Chief Executive of Acme, "
Said = tuple[str | None, bool, str]


def said(text: str) -> list[Said]:
    return [(q.speaker, q.indirect, q.quote) for q in read(text).quotations]


WHOSE: dict[str, tuple[str, Said]] = {
    "who is told of does not tell it": (
        f"“It is done,” said {DOE[:-2]}. Ms Jane Roe, he said, had signed what she was given.",
        ("John Doe", True, "had signed what she was given"),
    ),
    "an owner is not the speaker": (
        f"{ROE}spoke. According to Ms Roe's deputy for finance, Hugo Lund, eleven million are due.",
        ("Hugo Lund", True, "eleven million are due"),
    ),
    "nor meant by a pronoun": (
        f"{ROE}spoke. Ms Roe's head of sales, Hugo Lund, said that the yard had grown. He added"
        " that orders had risen.",
        ("Hugo Lund", True, "orders had risen"),
    ),
    "nor is who was thanked": (
        f"{DOE}said that the yard had grown, and thanked Hugo Lund, Head of Sales. He announced"
        " that it would be enlarged.",
        ("John Doe", True, "it would be enlarged"),
    ),
    "in her words": (
        f"{ROE}spoke. Acme has, in her words, “no centre in the country”: it is being set up.",
        ("Jane Roe", False, "no centre in the country"),
    ),
    "after a semicolon": (
        f"{ROE}spoke. Revenue was $3 million; she put it down to rain and said that 2026 would be"
        " “flat, at best”.",
        ("Jane Roe", False, "flat, at best"),
    ),
    "who said": (
        f"“It is done,” said {ROE[:-2]}, who said she would stay on.",
        ("Jane Roe", True, "she would stay on"),
    ),
    "who had said and has left": (
        f"{ROE}who had announced that she would leave, has agreed to stay.",
        ("Jane Roe", True, "she would leave"),
    ),
    "saying only": (
        f"{ROE}would not be drawn on rivals, saying only that the list had filled a page.",
        ("Jane Roe", True, "the list had filled a page"),
    ),
    "demanded": (
        f"{ROE}welcomed the choice but demanded that the crew be first in line.",
        ("Jane Roe", True, "the crew be first in line"),
    ),
    "somebody unknown goes on": (
        f"{ROE}said the firm had grown, while the dean, Professor Lund, said intake had doubled.",
        ("Jane Roe", True, "the firm had grown"),
    ),
    "an organisation goes on": (
        f"{ROE}asked that no test be marked by software; the school confirmed that none was.",
        ("Jane Roe", True, "no test be marked by software"),
    ),
    "a name in quotation marks within it": (
        f"{ROE}said that the ship “Hrafn” was in dock for 96 days.",
        ("Jane Roe", True, "the ship “Hrafn” was in dock for 96 days"),
    ),
    "a long clause before a colon": (
        f"{ROE}said that her club had turned down two bids last summer and would have preferred to"
        " keep her until the title was decided: “You do not sell your lock.”",
        ("Jane Roe", False, "You do not sell your lock."),
    ),
    "she would like": (
        f"{ROE}spoke. She would like a second island: “One island is a basket.”",
        ("Jane Roe", False, "One island is a basket."),
    ),
    "thought": (
        f"{ROE}thought the result “eleven-twelfths of a loaf”.",
        ("Jane Roe", False, "eleven-twelfths of a loaf"),
    ),
    "a clause behind the source": (
        f"{ROE}spoke. Bookings were lower, according to Ms Roe, but August had been good.",
        ("Jane Roe", True, "August had been good"),
    ),
    "what was complained of before a colon": (
        f"{ROE}complained of prices: one in eleven parts was counterfeit, she said.",
        ("Jane Roe", True, "one in eleven parts was counterfeit"),
    ),
}


@pytest.mark.parametrize("name", WHOSE)
def test_who_said_it(name: str) -> None:
    text, expected = WHOSE[name]
    assert expected in said(text)


NOBODYS: dict[str, tuple[str, str]] = {
    "a reading that lasted": (
        f"“It is done,” {ROE[:-2]}, said in a reading that lasted two hours.",
        "lasted two hours",
    ),
    "somebody unknown in between": (
        f"{ROE}spoke.\n\nThe Greens' candidate, Zorvi Dragmor, was guarded. “Never,” she said.",
        "Never,",
    ),
    "a hanging relative": (
        f"{ROE}spoke. She was less kind to the makers, who, she said, had “asked for time”.",
        "She was less kind to the makers, who",
    ),
    "the name of a ship": (
        f"{ROE}spoke. For “Hrafn”, Ms Roe said, ideas are going round.",
        "Hrafn",
    ),
    "a letter published": (
        f"“It is done,” {ROE[:-2]}, said in a letter published on Friday.",
        "published on Friday",
    ),
    "a setting": (f"Speaking at the fair, {ROE}said, “It is done.”", "Speaking at the fair"),
    "a review by somebody": (
        f"{ROE}spoke. The delay has two causes, according to a review, carried out by Ms Roe.",
        "The delay has two causes",
    ),
    "without": (
        f"{ROE}spoke. The others earn less, Ms Roe said without going into detail.",
        "without going into detail",
    ),
}


@pytest.mark.parametrize("name", NOBODYS)
def test_what_is_not_theirs_is_left_out(name: str) -> None:
    text, words = NOBODYS[name]
    assert words not in [quote for _, _, quote in said(text)]
