"""Further forms in which people are named: rows, orders and ranks, fields, descriptions."""

from __future__ import annotations

import pytest
from test_facts_people import people

FORMS: dict[str, tuple[str, str, str | None, str | None]] = {
    "two of two firms": (
        "Globex and Initech met. Signed by Globex Director Ana Ruiz Prado and Initech Chief"
        " Risk Officer Jane Roe.",
        "Jane Roe", "Chief Risk Officer", "Initech",
    ),
    "field behind and": (
        "We thank Mr Omar Diallo, State Councillor for Science and Digital Economy, and Ms Roe.",
        "Omar Diallo", "State Councillor for Science and Digital Economy", None,
    ),
    "field behind a dash": (
        "It is led by Ms. Jane Roe, Vice President – Emerging Enterprises at the Bank.",
        "Jane Roe", "Vice President – Emerging Enterprises", "Bank",
    ),
    "described organisation": (
        "According to Jane Roe, Head of Market Analysis at the price guide AutoWert, all is well.",
        "Jane Roe", "Head of Market Analysis", "AutoWert",
    ),
    "adjective": (
        "Frank Olbrich, State Secretary for Transport of the neighbouring German state, spoke.",
        "Frank Olbrich", "State Secretary for Transport", None,
    ),
    "order": (
        "There was Sr. Mila Pangan, OSB, President of the Union of Mission Schools.",
        "Mila Pangan", "President", "Union of Mission Schools",
    ),
    "union in small letters": (
        "The CGM union's delegate, Farid Benslim, called it cold water.",
        "Farid Benslim", "delegate", "CGM union",
    ),
    "of a body in small letters": (
        "A trade unionist, Adam Muteka of the dockers' federation, asked her.",
        "Adam Muteka", "trade unionist", "dockers' federation",
    ),
    "body that ends the phrase": (
        "The president of the urban community, Mme Solange Diop, defended it.",
        "Solange Diop", "president", None,
    ),
    "acronym of an owner": (
        "“That is good,” says VKFA President Salome Inauen.",
        "Salome Inauen", "President", "VKFA",
    ),
    "partner": (
        "“Yes,” Osprey partner Dag Mbeki said in a letter.", "Dag Mbeki", "partner", "Osprey",
    ),
    "leads an institute": (
        "Dr Anwesha Mohapatra, who heads the Tarang Institute, cautioned.",
        "Anwesha Mohapatra", None, "Tarang Institute",
    ),
    "starts as": (
        "Dr. Oscar Etxe started as Chief Medical Officer on 1 February.",
        "Oscar Etxe", "Chief Medical Officer", None,
    ),
    "master": ("Harbour Master Kristof Dahl Nwosu joins us.",
               "Kristof Dahl Nwosu", "Harbour Master", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name", "title", "organisation"), FORMS.values(), ids=FORMS)
def test_a_form_is_read(text: str, name: str, title: str | None, organisation: str | None) -> None:
    assert (name, title, organisation) in [(n, t, o) for n, _, t, o in people(text)]


NOBODY = {
    "ship": 'The "Anna Osterkamp" has been at sea since March.',
    "sister ship": "Belvoir Group sails. Her sister, Belvoir Zenith, was to have come in May.",
    "firm of two": "The order went to Messrs Bharani Coach & Rail of Pune.",
    "verb": "They will co-lead Healing Country with others.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_nobody_is_named(text: str) -> None:
    assert people(text) == []
