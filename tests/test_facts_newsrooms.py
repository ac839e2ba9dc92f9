"""Forms that releases of many newsrooms showed, one table for each kind of fact."""

from __future__ import annotations

import pytest
from facts_support import read

BARE = "A headline of a release\n\n"
"""Above a text that has a dateline of its own, or none."""

Known = tuple[str, str | None, str | None]
PEOPLE: dict[str, Known] = {
    "The committee was chaired by principal cellist Ann Roe.": (
        "Ann Roe", "principal cellist", None),
    "Acme Institute of Science (Head office: Kobe; President: Ann ROE) opened.": (
        "Ann ROE", "President", "Acme Institute of Science"),
    "Northmoor Rail's route director, Jo Prosser, left.": (
        "Jo Prosser", "route director", "Northmoor Rail"),
    "The Orchestra named Ngozi Abernethy-Eze its ninth music director.": (
        "Ngozi Abernethy-Eze", "music director", None),
    "It was signed by Dr Ann Roe,Dean of Acme College, today.": ("Ann Roe", "Dean", "Acme College"),
    "Hon. Lydia Roe, Minister of State for Higher Education, left.": (
        "Lydia Roe", "Minister of State for Higher Education", None),
    "Ann Roe, at present Head of Sourcing, will take the new post of Chief Supply Officer.": (
        "Ann Roe", "Chief Supply Officer", None),
    "Globex's Vice-President for Advanced Devices, Ann Roe, left.": (
        "Ann Roe", "Vice-President for Advanced Devices", "Globex"),
    "The school will be led by Ann Roe, 51, until now head of Acme College, as principal.": (
        "Ann Roe", "principal", None),
    "It was founded in 1983 by Ann Roe as a stall.": ("Ann Roe", None, None),
    "A novel by Ann Roe came out.": ("Ann Roe", None, None),
    "“It is late,” said insolvency administrator Ann Roe.": (
        "Ann Roe", "insolvency administrator", None),
    "Detective Chief Inspector Ann Roe leads it.": ("Ann Roe", "Detective Chief Inspector", None),
    "Ann Roe of the Frankfurt asset manager Acme Invest said it was late.": (
        "Ann Roe", None, "Acme Invest"),
    "Ann Roe, Chief Merchant at Acme, left.": ("Ann Roe", "Chief Merchant", "Acme"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "person"), PEOPLE.items(), ids=PEOPLE)
def test_a_person_with_title_and_organisation(text: str, person: Known) -> None:
    found = read(text).people
    assert [
        (p.name, p.title and p.title.text, p.organisation and p.organisation.text) for p in found
    ] == [person]


@pytest.mark.parametrize(
    "text",
    [
        "In August, the ferry operator Fjordline Nordvest ordered hybrid systems.",
        "Boreal Wings confirms that the flight landed. Boreal Wings, founded in 2004, serves Riga.",
        "Sunhaven Life (Holdings) Limited said it was late.",
        "The Board and its advisers, Ridgeway Althorp, believe it.",
        "Trains run between Bristol Temple Meads and Weymouth.",
        "It opens a museum in Thanh Hoa, which is to be large.",
    ],
)
def test_no_person(text: str) -> None:
    assert not read(text).people


CONTACTS = {
    "Ann Roe, Acme Public Relations, +44 20 5550 0199": "Acme",
    "Ann Roe, Fennel, ann@fennel.example, +44 20 5550 0199": "Fennel",
    "Ann Roe, 614-555-0119 (Acme Holdings)": "Acme Holdings",
    "Larchfield Communications – Ann Roe 020 7946 0933": "Larchfield Communications",
    "Ann Roe, University Press Office, +44 20 5550 0199": None,
}


@pytest.mark.parametrize(("line", "organisation"), CONTACTS.items(), ids=CONTACTS)
def test_the_organisation_of_a_line_of_contacts(line: str, organisation: str | None) -> None:
    body = "LEEDS, 2 May 2025 – Acme Holdings plc has news. " * 3
    found = read(f"A headline\n\n{body}\n\nMedia contacts:\n{line}\n").people
    assert [p.organisation and p.organisation.text for p in found] == [organisation]


Figure = tuple[str, float, str | None]
FIGURES: dict[str, list[Figure]] = {
    "The fund holds UGX 18.5 billion.": [("UGX 18.5 billion", 18.5e9, "UGX")],
    "A grant of N2.4bn was won.": [("N2.4bn", 2.4e9, "NGN")],
    "It paid 5,200 złoty.": [("5,200 złoty", 5200, "PLN")],
    "Some are nationals; 131 are women.": [("131", 131, None)],
    "Some 600 of them are in Leeds, 170 in York.": [("Some 600", 600, None), ("170", 170, None)],
    "It lost 25 places, eleven in Leeds and two in York.": [
        ("25", 25, "places"), ("eleven", 11, None), ("two", 2, None)],
    "They came from Ukraine (9), India (7) and Peru (5).": [
        ("9", 9, None), ("7", 7, None), ("5", 5, None)],
    "It stands 11th in Africa, up from 17th a year earlier.": [
        ("11th", 11, "rank"), ("17th", 17, "rank")],
    "It was placed 301–350 in the ranking.": [("301–350", 301, "rank")],
    "It will train 3,000 cloud and data-centre technicians.": [("3,000", 3000, "technicians")],
    "It shrank from nine to seven members.": [("nine", 9, "members"), ("seven", 7, "members")],
    "Profit climbed from 58 to 66 million euros.": [
        ("58", 58e6, "EUR"), ("66 million euros", 66e6, "EUR")],
    "It offers over 21,000 hours of film.": [("over 21,000", 21000, "hours")],
    "Sites: 9 in six countries": [("9", 9, None), ("six", 6, "countries")],
    "Six weeks were lost at Nine Elms Capital.": [("Six", 6, "weeks")],
    "Girls under 16 and those over 75 come.": [],
    "Flight BW 417 from Riga used routes 3, 8 and 14.": [],
    "Call 131 999 or ask for reference 4471.": [],
    "It lasted from 17.20 until 21.05.": [],
    "It has a one-handed latch.": [],
}  # fmt: skip


@pytest.mark.parametrize(("text", "figures"), FIGURES.items(), ids=FIGURES)
def test_figures(text: str, figures: list[Figure]) -> None:
    assert [(f.text, f.value, f.unit) for f in read(text).figures] == figures


CURRENCIES = {
    "COPIAPÓ, 2 May 2025 – It paid 80 million pesos to all of those who had asked for it.": "CLP",
    "PERTH, 2 May 2025 – It paid nine dollars to each of those who had asked for it.": "AUD",
    "It paid $80 to all. Enquiries: +64 4 555 0199": "NZD",
    "It paid $80 to all. The Queensland Government and Queensland farmers agree.": "AUD",
    "AUCKLAND, 2 May 2025 – The deal of US$85 million gives all who ask $85 million.": "USD",
    "AUSTIN, Texas, 2 May 2025 – It paid $80 to all who asked for it in Toronto.": "USD",
}


@pytest.mark.parametrize(("text", "unit"), CURRENCIES.items(), ids=CURRENCIES)
def test_whose_currency_is_meant(text: str, unit: str) -> None:
    assert {f.unit for f in read(text, BARE).figures} == {unit}


SAID = {
    "The wall will be built by radio, announced Ann Roe, head of design.": [
        "The wall will be built by radio"],
    "The festival will be held in May, artistic director Ann Roe announced today.": [
        "The festival will be held in May"],
    "Ann Roe, head of design, told reporters she expected the mayor to stay.": [
        "she expected the mayor to stay"],
    "Ann Roe, head of design, found it “good enough to move”.": ["good enough to move"],
    "The rest is, according to Ann Roe, head of design, “nearly ready to go”.": [
        "nearly ready to go"],
    "Ann Roe, a bosun with 22 years' service, said the boat was old.": ["the boat was old"],
    'Ann ROE, head of design, came. Comment of head of design Roe: "It is late. So it is."': [
        "It is late. So it is."],
    "»That decided it,« said Ann Roe, head of design.": ["That decided it,"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "quotes"), SAID.items(), ids=SAID)
def test_what_somebody_says(text: str, quotes: list[str]) -> None:
    found = read(text).quotations
    assert [q.quote for q in found] == quotes
    assert {(q.speaker or "").casefold() for q in found} == {"ann roe"}


DATES = {
    "LEEDS, 13 January – It runs to 28 March 2026, as Acme said to all of those who asked.\n\n"
    "It will start on 19 January.": [
        "2026-03-28", "2026-01-19"],
    "Siegen, 12.02.2027. The road was closed from the end of May 2026 and opens on 1 October.": [
        "2026-05", "2027-10-01"],
    "Doors open from September 20 to 28, 2025 and on November 3 and 4, 2025.": [
        "2025-09-20", "2025-11-03", "2025-11-04"],
    "It is set for 25 February 2026 and will end on 23 March.": ["2026-02-25", "2026-03-23"],
    "It grew in the period 2021–2024.": ["2021", "2024"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "days"), DATES.items(), ids=DATES)
def test_days(text: str, days: list[str]) -> None:
    assert [d.date for d in read(f"{text} {'It is so. ' * 8}", BARE).dates] == days


LISTS = {
    "It builds six parks, at Antwerp, Breda, Venlo, Moerdijk, Essen and Bonn.": ("six parks", 6),
    "Four more schools would follow by 2027: North, South, East and West.": (
        "Four more schools", 4),
    "1. First\n2. Under the deal, they will act in the"
    " following areas:\n   i. Health\n   ii. Energy\n   iii. Rail\n3. Third": (
        "the following areas", 3),
    "The game has 54 settings (2022: 18), including:\n* speech\n* one hand\n* no limits": (
        "54 settings", 3),
    "It saw off four of its thirteen members: Ann Roe, Bo Ek, Cy Lin and Di Ray.": (
        "four of its thirteen members", 4),
    "The collaboration rests on four tracks, of which two begin now:\n• Design\n• Silicon": (
        "four tracks", 2),
    "Each line consists of a furnace, a press and a robot.": ("Each line", 3),
}  # fmt: skip


@pytest.mark.parametrize(("text", "known"), LISTS.items(), ids=LISTS)
def test_lists(text: str, known: tuple[str, int]) -> None:
    body = "LEEDS, 2 May 2025 – Acme has news for all of those who wait for it today.\n\n"
    assert [(e.announced, len(e.items)) for e in read(body + text, BARE).enumerations] == [known]


def test_a_letterhead_of_a_press_office_is_no_contact() -> None:
    body = "The court held today that 64 pages were enough. " * 30
    text = f"Court of Westmark\nPress Office\n\nA headline of it\n\n{body}\n"
    assert len(read(text).figures) == 30
