"""Whose people are: what they lead, whose part it is, labels, brackets and lines of contacts."""

from __future__ import annotations

import pytest
from test_facts_people import people

HOUSES: dict[str, tuple[str, str, str | None, str | None]] = {
    "chaired by": (
        "The Nomination Committee, chaired by Ann Poe, considered 31 candidates.",
        "Ann Poe", None, "Nomination Committee",
    ),
    "trust chaired by": (
        "It came from the Tak Wing Charitable Trust chaired by Dr Ann Poe.",
        "Ann Poe", None, "Tak Wing Charitable Trust",
    ),
    "under": (
        "It was measured at the Colegio de Arica, under Dr Ann Poe, in May.",
        "Ann Poe", None, "Colegio de Arica",
    ),
    "board of nobody": ("The Board, chaired by Dr Ann Poe, met.", "Ann Poe", None, None),
    "opposite number": (
        "His opposite number at Initech, Captain Ann Poe, put it so.", "Ann Poe", None, "Initech",
    ),
    "label with a party": (
        "Signatories\n\n- for Porto Bello: Mayor Ann Poe\n- for San Juan del Río: Mayor Jane Roe",
        "Jane Roe", "Mayor", "San Juan del Río",
    ),
    "title behind the house": (
        "Professor Max Moe of the University of Malmö, principal investigator of BREEZE-2, spoke.",
        "Max Moe", "principal investigator of BREEZE-2", "University of Malmö",
    ),
    "clause behind the house": (
        "Prof. Ann Poe of the Nyx Laboratory, who has been spokesperson of the collaboration since"
        " January, spoke.",
        "Ann Poe", "spokesperson", "Nyx Laboratory",
    ),
    "house that ends an item": (
        "• Prof. Ann Poe, University of Skövde: Soil without myths – Wednesday 10 June, 09:00",
        "Ann Poe", None, "University of Skövde",
    ),
    "runs something at": (
        "Ann Poe, who runs vehicle logistics at the carmaker Aurora Motors, welcomed it.",
        "Ann Poe", None, "Aurora Motors",
    ),
    "heads a charity": (
        "“Yes,” says Ann Poe, who heads the patients' organisation Clear Voices in Leeds.",
        "Ann Poe", None, "Clear Voices",
    ),
    "leads a programme of": (
        "Dr. Ann Poe, who leads the neglected-crops programme of the charity Campos Abiertos and"
        " was not involved, spoke.",
        "Ann Poe", None, "Campos Abiertos",
    ),
    "degrees before the clause": (
        "“Yes,” said principal investigator Prof. Ann Poe, MD, PhD, who directs the cardiology"
        " service of the Hospital San Telmo in Jerez.",
        "Ann Poe", "principal investigator", "Hospital San Telmo",
    ),
    "body in apposition": (
        "Dr. Ann Poe, who runs the Nila Mahila Samiti, a women's collective, spoke.",
        "Ann Poe", None, "Nila Mahila Samiti",
    ),
    "union whose chairman": (
        "The Norse Maritime Workers' Union, whose chairman Jon Poe had called it so, said it.",
        "Jon Poe", "chairman", "Norse Maritime Workers' Union",
    ),
    "owner behind a name": (
        "Rovers chairwoman Jane Roe and Globex's vice-president, Ms Ann Poe, spoke.",
        "Ann Poe", "vice-president", "Globex",
    ),
    "office for something": (
        "It is led by Dr. Ann Poe, Deputy Director of the University's Office for Seed Capital.",
        "Ann Poe", "Deputy Director", "University's Office for Seed Capital",
    ),
    "federation described": (
        "There was Jon Poe, president of the Kenyan drivers' federation KDF-Roda.",
        "Jon Poe", "president", "KDF-Roda",
    ),
    "field with its school": (
        "10:15 Prof. Ann Poe (Chair of Maritime Economics, Harwich Business School)",
        "Ann Poe", "Chair of Maritime Economics", "Harwich Business School",
    ),
    "title and firm in brackets": (
        "With Ann Poe (CEO, LitCargo) it ended.", "Ann Poe", "CEO", "LitCargo",
    ),
    "moderator": (
        "Moderator: Ann Poe, editor of Globex News. It begins.", "Ann Poe", "editor", "Globex News",
    ),
    "owner in brackets": (
        "They are Jane Roe (CEO, Havenbedrijf Zandvoort) and Capt. Jon Poe (owner, Roe & Poe).",
        "Jon Poe", "owner", "Roe & Poe",
    ),
    "firm in brackets": (
        "They are Jane Roe (Executive President, Minera Río Bravo) and others.",
        "Jane Roe", "Executive President", "Minera Río Bravo",
    ),
    "for a hospital": (
        "Signed by: Jane Roe, Vice President Sustainability, for Amanor; Dr. Jon Poe, Medical"
        " Superintendent, for KTH; and Prof. Ann Poe, Pro-Vice-Chancellor, for the University.",
        "Ann Poe", "Pro-Vice-Chancellor", "University",
    ),
    "ambassador before the name": (
        "There was Ambassador Jon Poe of Canada, too.", "Jon Poe", "Ambassador", "Canada",
    ),
    "council in small letters": (
        "There was the president of the Navajo communities' council, Ms Ann Poe.",
        "Ann Poe", "president", "Navajo communities' council",
    ),
    "department of an owner": (
        "“No,” said co-author Ann Poe, M.D., of Kyoto Bay's Department of Endocrinology.",
        "Ann Poe", "co-author", "Kyoto Bay's Department of Endocrinology",
    ),
    "chain described": (
        "There was Jane Roe, deputy finance director at grocery chain Fenland.",
        "Jane Roe", "deputy finance director", "Fenland",
    ),
    "agency described": (
        "“Yes,” said Jon Poe of rating agency Veridia Ratings.", "Jon Poe", None, "Veridia Ratings",
    ),
    "group of dealers": (
        "“No,” said Jane Roe, of the dealers' group Velo Alba.", "Jane Roe", None, "Velo Alba",
    ),
    "region of an owner": (
        "There was Jon Poe, until now head of Globex's European sales in Nijmegen.",
        "Jon Poe", "head", "Globex",
    ),
    "chamber that owns": (
        "The Chamber of Commerce's president, Dr. Ann Poe, sees room.",
        "Ann Poe", "president", "Chamber of Commerce",
    ),
    "firm behind a field": (
        "The judges:\n- Jane Roe, head of engineering, Paywell Pacific\n- Dr Ann Poe, senior"
        " lecturer, University of Leeds",
        "Jane Roe", "head of engineering", "Paywell Pacific",
    ),
    "gallery of a land": (
        "Prof. Ann Poe, Deputy Director of the National Gallery of Lorne, confirms it.",
        "Ann Poe", "Deputy Director", "National Gallery of Lorne",
    ),
    "observatory": (
        "Dr. Ann Poe of the Transport Observatory, which looked at it, came.",
        "Ann Poe", None, "Transport Observatory",
    ),
    "letters of a union": (
        "An agreement with the union FINSOLA says so. FINSOLA secretary Jon Poe called it decent.",
        "Jon Poe", "secretary", "FINSOLA",
    ),
    "firm that ends an item": (
        "Jane Roe, chief executive, Pelican Cruises: Thank you. Pelican Cruises is here.",
        "Jane Roe", "chief executive", "Pelican Cruises",
    ),
    "union that somebody heads": (
        "Jane Roe, who heads the Plain Farmers' Cooperative, spoke.",
        "Jane Roe", None, "Plain Farmers' Cooperative",
    ),
    "business that somebody heads": (
        "Jane Roe, who heads Globex's UK business, said so.", "Jane Roe", None, "Globex",
    ),
    "laboratory of a pronoun": (
        "The School leads. Its Vector Laboratory, headed by Dr. Ann Poe, is to map them.",
        "Ann Poe", None, "Vector Laboratory",
    ),
    "owner with its article": (
        "It was signed by Globex chair Jane Roe and the Trust's chief executive, Jon Poe.",
        "Jon Poe", "chief executive", "Trust",
    ),
    "union behind a label": (
        "Moderator: Jane Roe, Estonian Shipowners' Union. Jane Roe opened it.",
        "Jane Roe", "Moderator", "Estonian Shipowners' Union",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name", "title", "organisation"), HOUSES.values(), ids=HOUSES)
def test_a_house_is_read(text: str, name: str, title: str | None, organisation: str | None) -> None:
    assert (name, title, organisation) in [(n, t, o) for n, _, t, o in people(text)]


CONTACTS: dict[str, tuple[str, str, str | None, str | None]] = {
    "council in brackets": (
        "Interviews: Jane Roe (Council) 0491 555 011; Ann Poe (University) 0491 555 027",
        "Ann Poe", None, "University",
    ),
    "press office of a town": (
        "Press office of Porto Bello: Ann Poe, imprensa@portobello.example",
        "Ann Poe", None, "Porto Bello",
    ),
    "agency for the media": (
        "Enquiries\nLark & Roe: Jane Roe, CFO\nLarkhill Communications (media): Ann Poe,"
        " ann.poe@larkhill.example",
        "Ann Poe", None, "Larkhill Communications",
    ),
    "accelerator": (
        "Media enquiries\nAnn Poe, Tidewater Accelerator\nhello@tidewater.example",
        "Ann Poe", None, "Tidewater Accelerator",
    ),
    "ministry of a field": (
        "For more information: Ann Poe, Ministry of Trade, 0700-555-8723",
        "Ann Poe", None, "Ministry of Trade",
    ),
    "department in small letters": (
        "Enquiries\nGlobex: Ann Poe, investor relations, 020 7946 0311", "Ann Poe", None, "Globex",
    ),
    "country in brackets": (
        "Media: Jane Roe (US) +1 555 0171; Ann Poe (UK/IE) +44 1632 960 133",
        "Jane Roe", None, None,
    ),
    "telephone": (
        "Contact: Ann Poe, Head of Corporate Communications, T +41 41 555 70 12",
        "Ann Poe", "Head of Corporate Communications", None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name", "title", "organisation"), CONTACTS.values(), ids=CONTACTS)
def test_a_line_of_contacts_is_read(
    text: str, name: str, title: str | None, organisation: str | None
) -> None:
    found = people(f"Globex and Initech signed an agreement.\n\n{text}")
    assert (name, title, organisation) in [(n, t, o) for n, _, t, o in found]
