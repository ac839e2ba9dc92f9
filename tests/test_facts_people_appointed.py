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
