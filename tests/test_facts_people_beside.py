"""People by what stands beside their names: callings behind posts, kin, lines of contacts."""

from __future__ import annotations

import pytest
from test_facts_people import people

HEAD = "Acme opens\n\nOSLO, 6 May 2025 -- Acme Holdings plc met Globex Ltd and Initech Ltd.\n\n"

BESIDE: dict[str, tuple[str, str, str | None, str | None]] = {
    "calling behind a post": (
        "Its founder, retired teacher Ann Poe, said it was dry.", "Ann Poe", "founder", None,
    ),
    "calling with an article behind a post": (
        '"It was dry," said its chairman, the retired judge Ann Poe.', "Ann Poe", "chairman", None,
    ),
    "calling with an age behind a post": (
        "The club's captain, 31-year-old goalkeeper Ann Poe, said it was dry.",
        "Ann Poe", "captain", None,
    ),
    "task": (
        "The chair of the panel, Ann Poe, said it was dry.", "Ann Poe", "chair of the panel", None,
    ),
    "task and a second post": (
        '"It was dry," said Prof. Ann Poe, principal investigator of the trial and head of the'
        " Department of Surgery at the Selby Hospital.",
        "Ann Poe",
        "principal investigator of the trial and head of the Department of Surgery",
        "Selby Hospital",
    ),
    "former calling with a capital behind a post": (
        "Its president, the former Olympic skier Ann Poe, said it was dry.",
        "Ann Poe", "president", None,
    ),
    "holder of a portfolio": (
        "It was dry, said Ann Poe, the county's portfolio holder for highways.",
        "Ann Poe", "portfolio holder for highways", None,
    ),
    "place of a ceremony": (
        "The prize will be presented by Dame Ann Poe at the Royal Selby Playhouse on 4 June.",
        "Ann Poe", None, None,
    ),
    "local of a union": (
        "Union representative Ann Poe of the Metalworkers' Local 49 told the press it was dry.",
        "Ann Poe", "Union representative", "Metalworkers' Local 49",
    ),
    "appointed to a board": (
        "Ann Poe has been appointed to the board of Globex as a non-executive director.",
        "Ann Poe", "non-executive director", None,
    ),
    "small words in a line of contacts": (
        "Contacts:\nAnn Poe, Guild of the Fen Towns, +44 20 7946 0000",
        "Ann Poe", None, "Guild of the Fen Towns",
    ),
    "aside of a picture": (
        "Ann Poe (pictured, left), head of tax at Globex, spoke.",
        "Ann Poe", "head of tax", "Globex",
    ),
    "post in brackets": (
        "It was signed by Ann Poe (chief executive, Globex Ltd) and Peter Moe (Initech Ltd).",
        "Ann Poe", "chief executive", "Globex Ltd",
    ),
    "age and past before a post": (
        "Ann Poe, 41, who joined from Initech, becomes head of tax.",
        "Ann Poe", "head of tax", None,
    ),
    "steps up": (
        "Her deputy, Peter Moe, steps up to managing director.",
        "Peter Moe", "managing director", None,
    ),
    "moves from one to another": (
        "Peter Moe moves from head of tax to chief financial officer.",
        "Peter Moe", "chief financial officer", None,
    ),
    "retiring as": (
        "Ann Poe, who is retiring as head teacher after 20 years, cut the ribbon.",
        "Ann Poe", "head teacher", None,
    ),
    "mayor in small letters": ("Selby mayor Ann Poe cut the ribbon.", "Ann Poe", "mayor", "Selby"),
    "on behalf of": ("On behalf of Globex, Ann Poe signed.", "Ann Poe", None, "Globex"),
    "verb left out": (
        "Ann Poe was elected chair, Peter Moe vice-chair and Jane Roe treasurer.",
        "Peter Moe", "vice-chair", None,
    ),
    "press office of a single name": (
        "Press enquiries\nAnn Poe, Quillon Press Office\n020 7946 0100", "Ann Poe", None, "Quillon",
    ),
    "whose contact, before it": (
        "Media contacts\n\nFor Quillon: Ann Poe, 020 7946 0100\n"
        "For Tessera: Peter Moe, 020 7946 0101",
        "Peter Moe", None, "Tessera",
    ),
    "language above": (
        "Media contacts\n\nEnglish\nAnn Poe\n0161 555 0100", "Ann Poe", None, None,
    ),
    "age and home": (
        "The winner, 16-year-old Ann Poe from Selby, built a cap. Selby is wet.",
        "Ann Poe", None, None,
    ),
    "imperative that a body is called by": (
        "Dr Ann Poe of the Save the Fen Alliance said it was dry.",
        "Ann Poe", None, "Save the Fen Alliance",
    ),
    "party in brackets": (
        "Cllr Ann Poe (Lab), leader of the opposition, said it was dry.",
        "Ann Poe", "leader of the opposition", None,
    ),
    "part with its owner": (
        "Ann Poe, acting head of the Fen Authority's flood team, said it was dry.",
        "Ann Poe", "acting head", "Fen Authority",
    ),
    "what a post is on": (
        "The lead engineer on the project, Ann Poe, said it was dry.",
        "Ann Poe", "lead engineer", None,
    ),
    "partner of a firm": (
        "Ann Poe, partner of Quillon, said it was dry.", "Ann Poe", "partner", "Quillon",
    ),
    "mayor of no place by name": (
        "Shire mayor Ann Poe said it was dry.", "Ann Poe", "Shire mayor", None,
    ),
    "kin of somebody with a post": (
        "The ship was named by Mrs Ann Poe, widow of the company's founder.", "Ann Poe", None, None,
    ),
    "verb before a calling": (
        "With her will sit comedian Ann Poe.", "Ann Poe", "comedian", None,
    ),
    "single name behind a comma": (
        "Media contact: Ann Poe, Coastwater, 0491 570 006", "Ann Poe", None, "Coastwater",
    ),
    "single name on a line": (
        "Contacts:\nAnn Poe\nHead of Press\nQuillon\n+44 20 7946 0000",
        "Ann Poe", "Head of Press", "Quillon",
    ),
    "single name above": (
        "Quillon is here.\n\nContacts:\nQuillon\nAnn Poe\n+44 20 7946 0000",
        "Ann Poe", None, "Quillon",
    ),
    "single name behind a title": (
        "Contacts:\nAnn Poe, Head of Press, Quillon, +44 20 7946 0000",
        "Ann Poe", "Head of Press", "Quillon",
    ),
    "single name behind a stroke": (
        "Contacts:\nAnn Poe / Quillon / +44 20 7946 0000", "Ann Poe", None, "Quillon",
    ),
    "whom a contact acts for": (
        "Media contact: Ann Poe on behalf of Quillon, 0491 570 006", "Ann Poe", None, "Quillon",
    ),
    "city and no organisation": (
        "Contacts:\nAnn Poe, Oslo, +47 20 79 46 00", "Ann Poe", None, None,
    ),
    "desk and no organisation": (
        "Contacts:\nAnn Poe, Press Office, +44 20 7946 0000", "Ann Poe", None, None,
    ),
    "heading with an aside": (
        "Enquiries\n\nHarrow & Pym (financial PR)\nAnn Poe   020 7555 0144\n"
        "Kofi Moe   020 7555 0145",
        "Kofi Moe", None, "Harrow & Pym",
    ),
    "single name in brackets": (
        "Contacts:\nAnn Poe (Quillon), +44 20 7946 0000", "Ann Poe", None, "Quillon",
    ),
    "for whom, and the address below": (
        "Press contact\nAnn Poe for Umbra Audio\nann@bright.example",
        "Ann Poe", None, "Umbra Audio",
    ),
    "title of several, with their parties": (
        "Councillors Ann Poe (Ward 3) and Jane Roe (Ward 8) voted no.",
        "Jane Roe", "Councillors", None,
    ),
    "partner of a firm named before": (
        "It was read by the Oslo consultancy Forte & Vale. Its partner Ann Poe, who led it, spoke.",
        "Ann Poe", "partner", None,
    ),
    "seat of a peer": (
        "It was signed before Lord Moe of Selby, the university's Chancellor.",
        "Moe of Selby", "Chancellor", None,
    ),
    "chair that somebody holds": (
        "The jury is led by Prof. Ann Poe, who holds the Chair of Acoustics at the University of"
        " Skövde.",
        "Ann Poe", "Chair of Acoustics", "University of Skövde",
    ),
    "successor with another post so far": (
        "The chair, Jane Roe, will step down in April. She will be succeeded by Ann Poe, who has"
        " been a non-executive director since 2023.",
        "Ann Poe", "chair", None,
    ),
    "worker": (
        "A complaint by Ann Poe, a warehouse worker from Naas, began it.",
        "Ann Poe", "warehouse worker", None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name", "title", "organisation"), BESIDE.values(), ids=BESIDE)
def test_beside(text: str, name: str, title: str | None, organisation: str | None) -> None:
    known = {person: rest for person, _, *rest in people(HEAD + text + "\n")}
    assert known[name] == [title, organisation]


def test_letters_of_a_style() -> None:
    known = people(HEAD + "It was handed over by H.R.H. Princess Ann in Oslo.\n")
    assert [honorific for _, honorific, *_ in known] == ["H.R.H. Princess"]
