"""Who comes to a post, who leaves it, and who had it before."""

from __future__ import annotations

import pytest
from test_facts_people import people

POSTS: dict[str, tuple[str, str, str | None, str | None]] = {
    "who took over": (
        "Ann Poe, who took over as Chief Executive from Max Moe in May, said she had been wrong.",
        "Ann Poe", "Chief Executive", None,
    ),
    "from whom it was taken over": (
        "Ann Poe, who took over as Chief Executive from Max Moe in May, said she had been wrong.",
        "Max Moe", "Chief Executive", None,
    ),
    "aside before the appointment": (
        "Ann Poe, since 2019 Globex's head of sales, becomes managing director on October 1.",
        "Ann Poe", "managing director", None,
    ),
    "chosen to follow": (
        "Director Ann Poe, at present General Manager of Sales, has been chosen to follow him as"
        " President and Representative Director.",
        "Ann Poe", "President and Representative Director", None,
    ),
    "proposed": (
        "At the same time Max Moe has been proposed as Chair of the Board.",
        "Max Moe", "Chair of the Board", None,
    ),
    "in a month": (
        "Prof. Max Moe was in June appointed chancellor of the Polytechnic of Ludlow.",
        "Max Moe", "chancellor", "Polytechnic of Ludlow",
    ),
    "age in brackets": (
        "The board of Globex has appointed Dr Ann Poe (43) managing director for production and"
        " technology as of 1 January.",
        "Ann Poe", "managing director for production and technology", None,
    ),
    "list": (
        "The Council approved these:\n\n(1) Dr Ann Poe as Registrar, with effect from 1 May\n(2) Ms"
        " Jane Roe as University Librarian (reappointed for three years)",
        "Jane Roe", "University Librarian", None,
    ),
    "has been acting": (
        "Since then the Reverend Dr Ann Poe has been Acting Archdeacon.",
        "Ann Poe", "Acting Archdeacon", None,
    ),
    "predecessor of a pronoun": (
        "Ann Poe, since 2019 Globex's head of sales, becomes managing director on October 1. She"
        " succeeds Ken Doe, who is to join the board.",
        "Ken Doe", "managing director", None,
    ),
    "predecessor paragraphs later": (
        "The Council has appointed Professor Ann Poe as Provost for five years. She holds a"
        " patent.\n\nShe will succeed Professor Max Moe, who stepped down in August.",
        "Max Moe", "Provost", None,
    ),
    "followed elsewhere": (
        "Jane Roe was named chief executive of Globex. She joins from Initech, where she follows"
        " Ann Poe on the board of trustees.",
        "Ann Poe", None, None,
    ),
    "followed on a board": (
        "Jane Roe was named chief executive of Globex. She follows Ann Poe on the board of"
        " trustees of Initech.",
        "Ann Poe", None, None,
    ),
    "followed at another firm": (
        "Jane Roe was named chief executive of Globex. She had led sales, and succeeded Ann Poe"
        " at Initech.",
        "Ann Poe", None, "Initech",
    ),
    "followed in a seat": (
        "Jane Roe was named chief executive of Globex. She takes a seat in parliament, succeeding"
        " Ann Poe.",
        "Ann Poe", None, None,
    ),
    "followed earlier": (
        "Jane Roe was named chief executive of Globex. She had succeeded Ann Poe in 2019.",
        "Ann Poe", None, None,
    ),
    "followed on a day": (
        "Jane Roe was named chief executive of Globex. On 1 May she will succeed Ann Poe in that"
        " role.",
        "Ann Poe", "chief executive", "Globex",
    ),
    "followed at the same firm": (
        "Jane Roe was named chief executive of Globex. She succeeds Ann Poe at Globex in May.",
        "Ann Poe", "chief executive", "Globex",
    ),
    "followed in a month": (
        "Jane Roe was named chief executive of Globex. In May she replaces Ann Poe, who is 61.",
        "Ann Poe", "chief executive", "Globex",
    ),
    "followed elsewhere, told first": (
        "Jane Roe was named chief executive of Globex. At Initech, she follows Ann Poe.",
        "Ann Poe", None, None,
    ),
    "followed into something": (
        "Jane Roe was named chief executive of Globex. She follows Ann Poe into politics.",
        "Ann Poe", None, None,
    ),
    "followed there": (
        "Jane Roe was named chief executive of Globex. She joined from Initech, succeeding"
        " Ann Poe there.",
        "Ann Poe", None, None,
    ),
    "followed at another helm": (
        "Jane Roe was named chief executive of Globex. She succeeds Ann Poe at the helm of Leeds"
        " Rowing Club.",
        "Ann Poe", None, None,
    ),
    "called a predecessor": (
        "Globex has appointed Dr Ann Poe plant manager. Her predecessor, Mr Max Moe (64), retires.",
        "Max Moe", "plant manager", None,
    ),
    "calling behind a post": (
        "“We paid,” said managing director Ann Poe, a veterinarian who came in 2022.",
        "Ann Poe", "managing director", None,
    ),
    "style with its article": (
        "The Dean, the Very Reverend Max Moe, will preach.", "Max Moe", "Dean", None,
    ),
    "ordinal before the post": (
        "The Council has appointed Professor Ann Poe as its ninth vice-chancellor.",
        "Ann Poe", "vice-chancellor", None,
    ),
    "post taken up": (
        "That is Ann Poe, who took up the newly created post of Head of Responsible AI in May.",
        "Ann Poe", "Head of Responsible AI", None,
    ),
    "successor with a post": (
        "Finance director Jon Poe will retire. His successor is Ann Poe, currently deputy finance"
        " director of Globex.",
        "Ann Poe", "deputy finance director", "Globex",
    ),
    "successor without one": (
        "Finance director Jon Poe will retire. His successor is Ann Poe, who is 41.",
        "Ann Poe", "Finance director", None,
    ),
    "named to lead something": (
        "Globex names Jane Roe to lead its packaging arm. Jane Roe is 41.", "Jane Roe", None, None,
    ),
    "named next": (
        "Globex Museum Names Dr. Ann Poe as Next Director.", "Ann Poe", "Director", None,
    ),
    "joined as": (
        "Dr. Ann Poe has joined the Board as an independent director.",
        "Ann Poe", "independent director", None,
    ),
    "signed as": (
        "Jane Roe has signed a three-year contract as head coach of the women's second team.",
        "Jane Roe", "head coach of the women's second team", None,
    ),
    "vice": (
        "The Council approved these:\n\n(1) Ms Jane Roe as Registrar, with effect from 1 May (vice"
        " Mr Jon Poe, retired)",
        "Jon Poe", "Registrar", None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name", "title", "organisation"), POSTS.values(), ids=POSTS)
def test_a_post_is_come_to(
    text: str, name: str, title: str | None, organisation: str | None
) -> None:
    assert (name, title, organisation) in [(n, t, o) for n, _, t, o in people(text)]


def test_a_style_has_no_article() -> None:
    assert people("The Dean, the Very Reverend Max Moe, will preach.")[0][1] == "Very Reverend"


def test_a_long_line_of_capitals_comes_to_an_end() -> None:
    """Were each place of it tried to its end, it would outlast the time that a test may take."""
    line = f"{'A1' * 200_000}b"
    assert people(f"Ann Poe, chair of Bolt, left.\n\n{line}")[0][0] == "Ann Poe"
