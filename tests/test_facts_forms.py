"""Reported statements and quotations in the forms that newsrooms use."""

from __future__ import annotations

import pytest
from facts_support import read

ROE = "Jane Roe, Head of Tax at Globex, "
REPORTED = {
    "as she stressed": (
        "Ms Jane Roe spoke. As Roe stressed, the yard was full.",
        ["the yard was full"],
    ),
    "a firm's according to": (
        "Ms Jane Roe spoke. It feeds back power, which, according to Roe, saves money.",
        ["saves money"],
    ),
    "a second statement without that": (
        f"{ROE}said work would begin. She also said no jobs would be lost.",
        ["work would begin", "no jobs would be lost"],
    ),
    "the title behind the name closes the clause": (
        "The plant would open in June, Jane Roe, Head of Tax, said.",
        ["The plant would open in June"],
    ),
    "told, with a day and no that": (
        f"{ROE}told reporters on Monday the plant was early.",
        ["the plant was early"],
    ),
    "any verb of saying before a whole clause": (
        f"{ROE}confirmed the plant would open in June.",
        ["the plant would open in June"],
    ),
    "a set phrase": (f"{ROE}made it clear that no plant would close.", ["no plant would close"]),
    "went on to say": (f"{ROE}went on to say that no plant would close.", ["no plant would close"]),
    "words between the verb and its that": (
        f"{ROE}warned, however, that no plant would open.",
        ["no plant would open"],
    ),
    "a place between the verb and its clause": (
        f"{ROE}said today in Leeds the vote had been unanimous.",
        ["the vote had been unanimous"],
    ),
    "a colon": (f"{ROE}explained: steel had been scarce.", ["steel had been scarce"]),
    "saying, behind a comma": (
        f"{ROE}thanked the workers, saying they had done well.",
        ["they had done well"],
    ),
    "what the speaker does besides": (
        f"{ROE}remarked that work would begin, and thanked the staff.",
        ["work would begin"],
    ),
    "according to a title and a name": (
        "According to Globex’s head of tax, Jane Roe, work will begin.",
        ["work will begin"],
    ),
}


@pytest.mark.parametrize(("text", "clauses"), REPORTED.values(), ids=REPORTED)
def test_a_statement_is_reported(text: str, clauses: list[str]) -> None:
    found = read(text).quotations
    assert [q.quote for q in found] == clauses
    assert {(q.speaker, q.indirect) for q in found} == {("Jane Roe", True)}


QUOTED = {
    "straight single marks": (
        "'We are ready,' said Jane Roe, Head of Tax. 'It is done.'",
        ["We are ready,", "It is done."],
    ),
    "the apostrophe of a plural": (
        "‘We are ready,’ said Jane Roe, Head of Tax. ‘It took the workers’ council years.’",
        ["We are ready,", "It took the workers’ council years."],
    ),
    "signed below": ("“We are ready.”\n\n– Jane Roe, Head of Tax, Globex", ["We are ready."]),
    "a shortened title": ("“We are ready,” said Sen. Jane Roe, head of tax.", ["We are ready,"]),
    "several titles": (
        "“We are ready,” said Univ.-Prof. Dr. Jane Roe, head of tax.",
        ["We are ready,"],
    ),
    "in the words of": (
        "In the words of Jane Roe, Head of Tax, it was “a very good year”.",
        ["a very good year"],
    ),
}


@pytest.mark.parametrize(("text", "pieces"), QUOTED.values(), ids=QUOTED)
def test_words_are_quoted(text: str, pieces: list[str]) -> None:
    found = read(text).quotations
    assert [q.quote for q in found] == pieces
    assert {(q.speaker, q.indirect) for q in found} == {("Jane Roe", False)}


def test_two_speakers_of_one_sentence_have_each_their_clause() -> None:
    text = f"{ROE}said it was good, while Max Moe, Head of Law at Globex, said it was early."
    found = [(q.speaker, q.quote) for q in read(text).quotations]
    assert found == [("Jane Roe", "it was good"), ("Max Moe", "it was early")]


@pytest.mark.parametrize(
    "deed", ["announced plans for a second plant", "confirmed the order", "noted the strong demand"]
)
def test_an_object_is_no_statement(deed: str) -> None:
    assert read(f"{ROE}{deed}.").quotations == ()


def test_who_speaks_next_is_not_the_speaker_of_what_stands_before() -> None:
    text = "He said: “It is good.” His sister Ann Roe said it was too loud."
    assert [(q.speaker, q.quote) for q in read(text).quotations] == [("Ann Roe", "it was too loud")]


def test_what_two_with_their_titles_say_is_nobodys_alone() -> None:
    text = f"{ROE}and Max Moe, its Head of Law, said the plant was early."
    assert read(text).quotations == ()


ORDER = """Ostrel picks Kembo Robotics to equip its plant

ZURICH, October 8, 2024 – Kembo Robotics has won an order from the battery maker Ostrel. The works
of Ostrel need it soon, and Kembo has since cut its building time from 22 months to 17.

Figures for Kembo Robotics

Kembo turned over CHF 618 million. It has signed for six ships of 1,900 TEU each.

Contact for investors: Livia Stocker, +41 55 555 31 02
Contact for media: Reto Gmür, +41 55 555 31 08
"""


def test_the_subject_of_a_headline_is_an_organisation_and_a_first_word_its_short_name() -> None:
    found = read(ORDER, "").organisations
    assert [(o.name, [a.text for a in o.aliases], o.party) for o in found] == [
        ("Ostrel", [], False),
        ("Kembo Robotics", ["Kembo"], True),
    ]


def test_a_headline_in_capitals_names_its_subject_as_the_body_does() -> None:
    known = read(
        "PELAGIA FERRIES REPORTS RESULTS\n\nPIRAEUS, 13 November 2025 – Fares were higher. Pelagia"
        " Ferries runs 17 ships. The fleet of Pelagia Ferries is young.\n",
        "",
    )
    assert [o.name for o in known.organisations] == ["Pelagia Ferries"]


def test_a_headline_of_common_words_names_nobody() -> None:
    known = read(
        "New study opens door to cheaper cells\n\nOSLO, 3 May 2025 – A new study was made in a new"
        " laboratory. New cells are cheaper.\n",
        "",
    )
    assert known.organisations == ()


def test_figures_beside_other_numbers_are_read_whole() -> None:
    found = [(f.text, f.unit, f.qualifier) for f in read(ORDER, "").figures]
    assert found == [
        ("22", "months", None),
        ("17", None, None),
        ("CHF 618 million", "CHF", None),
        ("six", "ships", None),
        ("1,900 TEU", "TEU", None),
    ]


def test_each_label_of_a_contact_begins_a_block() -> None:
    assert [c.text.partition(",")[0] for c in read(ORDER, "").contacts] == [
        "Contact for investors: Livia Stocker",
        "Contact for media: Reto Gmür",
    ]


def test_the_number_of_a_type_and_a_code_are_no_figures() -> None:
    known = read(
        "The trains, of the type Kestrel 4B, seat 226 passengers. The dial-in number is"
        " +1 555 014 7788, and the access code is 662019."
    )
    assert [figure.text for figure in known.figures] == ["226"]


def test_what_is_said_in_other_terms_is_per_what_it_says() -> None:
    known = read(
        "• Net income of $38.6 million, or $0.91 per diluted share, compared with $35.2 million\n"
        "• Orders of $336.0 million; backlog at quarter-end of $409 million\n"
    )
    assert [(f.text, f.measures and f.measures.text) for f in known.figures] == [
        ("$38.6 million", "Net income"),
        ("$0.91", "per diluted share"),
        ("$35.2 million", "Net income"),
        ("$336.0 million", "Orders"),
        ("$409 million", "backlog at quarter-end"),
    ]
