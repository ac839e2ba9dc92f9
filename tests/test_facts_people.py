"""Who is named, as what, and of which organisation."""

from __future__ import annotations

import pytest
from facts_support import read

Known = tuple[str, str | None, str | None, str | None]


def people(text: str) -> list[Known]:
    return [
        (
            p.name,
            p.honorific,
            p.title.text if p.title else None,
            p.organisation.text if p.organisation else None,
        )
        for p in read(text).people
    ]


ONE: dict[str, tuple[str, Known]] = {
    "title after the name": (
        "Jane Roe, Head of Tax at Globex, was there.",
        ("Jane Roe", None, "Head of Tax", "Globex"),
    ),
    "title before the name": (
        "Chief Financial Officer Maria Lindqvist was there.",
        ("Maria Lindqvist", None, "Chief Financial Officer", None),
    ),
    "organisation before title and name": (
        "Globex's chief executive, Jane Roe, was there.",
        ("Jane Roe", None, "chief executive", "Globex"),
    ),
    "said Dr": (
        "“We did,” said Dr. Amara Okafor, chief scientist at Globex.",
        ("Amara Okafor", "Dr", "chief scientist", "Globex"),
    ),
    "honorific glued": (
        "It was signed by Mr.Jason Zhang, Director of Globex.",
        ("Jason Zhang", "Mr", "Director", "Globex"),
    ),
    "capitals": (
        "Ms Amy LUNG, Court Member of Globex, was there.",
        ("Amy LUNG", "Ms", "Court Member", "Globex"),
    ),
    "particles": (
        "“Yes,” said Pieter van der Hoeven of Globex.",
        ("Pieter van der Hoeven", None, None, "Globex"),
    ),
    "initials": (
        "Denise R. Calloway, Chairman and Chief Executive Officer, was there.",
        ("Denise R. Calloway", None, "Chairman and Chief Executive Officer", None),
    ),
    "Mc": ("Fiona McAllister, Project Director, spoke.",
           ("Fiona McAllister", None, "Project Director", None)),
    "surname first": (
        "Mr. Tan Wei Ming, Chairman of Globex, spoke. Mr. Tan left.",
        ("Tan Wei Ming", "Mr", "Chairman", "Globex"),
    ),
    "department with its organisation": (
        "Jane Roe, Director of the Office of Foreign Trade (OFT) of Globex, spoke.",
        ("Jane Roe", None, "Director of the Office of Foreign Trade (OFT)", "Globex"),
    ),
    "brackets": (
        "Jane Roe, Vice President (Research and Innovation) of Globex, spoke.",
        ("Jane Roe", None, "Vice President (Research and Innovation)", "Globex"),
    ),
    "professor of": (
        "Jane Roe, professor of maritime law at the University of Agder, spoke.",
        ("Jane Roe", None, "professor of maritime law", "University of Agder"),
    ),
    "minister": (
        "The Scottish Government's Cabinet Secretary for Energy, Jane Roe MSP, spoke.",
        ("Jane Roe", None, "Cabinet Secretary for Energy", "Scottish Government"),
    ),
    "field after a comma": (
        "Jane Roe, Vice President, Investor Relations, spoke.",
        ("Jane Roe", None, "Vice President, Investor Relations", None),
    ),
    "who leads": (
        "Jane Roe, who leads the cardiology department at Globex, spoke.",
        ("Jane Roe", None, None, "Globex"),
    ),
    "a relation is no post": (
        "Sir Alan Roe, who set up the foundation, spoke.",
        ("Alan Roe", "Sir", None, None),
    ),
    "new post": (
        "Dr Jane Roe, currently Chief Actuary, becomes Chief Risk Officer.",
        ("Jane Roe", "Dr", "Chief Risk Officer", None),
    ),
    "appointed": (
        "Globex has appointed Jane Roe as Chief Executive Officer.",
        ("Jane Roe", None, "Chief Executive Officer", None),
    ),
    "in passing": (
        "He met a man called Joseph Otieno there.",
        ("Joseph Otieno", None, None, None),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "person"), ONE.values(), ids=ONE)
def test_a_person_is_known(text: str, person: Known) -> None:
    assert people(text) == [person]


NOBODY = {
    "product": "It recalls the Corvane One and calls it Octave Air.",
    "organisation": "Globex Robotics, a member of the Acme group, spoke.",
    "organisation that speaks": "“We did,” said Globex Robotics.",
    "place": "It runs from North Sea Port to Great Yarmouth.",
    "month": "It opens in May Fair.",
    "the company's chairman": "The company's chairman was there.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_nobody_is_named(text: str) -> None:
    assert people(text) == []


def test_a_surname_is_a_mention_of_the_person() -> None:
    (person,) = read("Jane Roe, Head of Tax, spoke. Ms Roe left. Roe wrote.").people
    assert [m.text for m in person.mentions] == ["Jane Roe", "Roe", "Roe"]
    assert person.honorific == "Ms"


def test_who_signed_and_who_witnessed() -> None:
    text = (
        "It was signed by Jane Roe, Chairman of Globex, and Max Moe, Mayor of Oslo. The signing"
        " was witnessed by Ann Poe, Minister of Trade."
    )
    assert [(p.name, p.roles) for p in read(text).people] == [
        ("Jane Roe", ("signed",)),
        ("Max Moe", ("signed",)),
        ("Ann Poe", ("witnessed",)),
    ]


def test_a_block_of_contacts() -> None:
    text = "Media contact:\n\nMs Cheryl Goh\nHead, Press Office\nAcme Holdings plc\ncg@acme.example"
    assert [(p.name, p.roles) for p in read(text).people] == [("Cheryl Goh", ("contact",))]
    assert people(text) == [("Cheryl Goh", "Ms", "Head, Press Office", "Acme Holdings plc")]
