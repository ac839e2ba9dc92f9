"""Dates in ISO form, enumerations, terms, embargo lines."""

from __future__ import annotations

import pytest
from facts_support import read

DATES = {
    "It opens on 5 January 2026.": ("5 January 2026", "2026-01-05"),
    "It opens on January 5, 2026.": ("January 5, 2026", "2026-01-05"),
    "It ends on Thursday, July 31.": ("Thursday, July 31", "2025-07-31"),
    "It began in March 2024.": ("March 2024", "2024-03"),
    "It was founded in 1998.": ("1998", "1998"),
    "It comes in the second quarter of 2028.": ("the second quarter of 2028", "2028-Q2"),
    "It grew in the first half of 2025.": ("the first half of 2025", "2025-H1"),
    "It stood so at the end of 2024.": ("the end of 2024", "2024"),
    "It stood so at the end of June.": ("June", "2025-06"),
    "It met last June.": ("June", "2024-06"),
    "It is due on 2025-12-01.": ("2025-12-01", "2025-12-01"),
    "It will open in November.": ("November", "2025-11"),
    "It will ballot from 1 to 12 June.": ("1 to 12 June", "2025-06-01"),
    "It starts by mid-September.": ("mid-September", "2025-09"),
    "It is booked out until mid-2027.": ("2027", "2027"),
    "It reports on January–September 2026.": ("January–September 2026", "2026-01"),
    "It fell in Q3 FY26.": ("Q3 FY26", "2026-Q3"),
    "It rose in 1H26.": ("1H26", "2026-H1"),
    "It grew in 2024-25.": ("2024-25", "2024"),
    "It opens on 9.6.2026.": ("9.6.2026", "2026-06-09"),
    "It opens in May next year.": ("May", "2026-05"),
    "The 2025 report is out.": ("2025", "2025"),
    "He stays until at least 2030.": ("2030", "2030"),
}


@pytest.mark.parametrize(("text", "date"), DATES.items(), ids=DATES)
def test_a_date_is_known(text: str, date: tuple[str, str]) -> None:
    assert [(d.text, d.date) for d in read(text).dates] == [date]


@pytest.mark.parametrize(
    "text",
    ["It rose in the World Rankings 2026.", "It costs 2,025 euros.", "It opens today.",
     "He may march on."],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert read(text).dates == ()


LISTS: dict[str, tuple[str, int | None, list[str]]] = {
    "It speaks four languages: Dutch, English, Mandarin and some Malay.": (
        "four languages", 4, ["Dutch", "English", "Mandarin", "some Malay"]),
    "It has three brands: Hearthside, Little Orchard and Pan & Oven.": (
        "three brands", 3, ["Hearthside", "Little Orchard", "Pan & Oven"]),
    "It comes in three colours – sand, moss and white – and in two sizes.": (
        "three colours", 3, ["sand", "moss", "white"]),
    "It has two ships, the Idun and the Embla.": ("two ships", 2, ["the Idun", "the Embla"]),
    "It rests on three pillars: research in health; training of staff; and a shared site.": (
        "three pillars", 3, ["research in health", "training of staff", "a shared site"]),
    "It sets up a group on four subjects, among them crew safety and recycling.": (
        "four subjects", 4, ["crew safety", "recycling"]),
    "It rests on two cornerstones, service and software.": (
        "two cornerstones", 2, ["service", "software"]),
    "It comes in four steps:\n  i. a study;\n ii. a pilot;\niii. a barge; and\n iv. sailings.": (
        "four steps", 4, ["a study", "a pilot", "a barge", "sailings"]),
    "The team will consist of Jane Roe, chair; John Doe, treasurer; and Ann Poe.": (
        "The team", None, ["Jane Roe, chair", "John Doe, treasurer", "Ann Poe"]),
    "It has three areas: first, nurses; second, new clinics; and third, research.": (
        "three areas", 3, ["nurses", "new clinics", "research"]),
    "It has three tracks: (1) health, (2) energy and (3) food.": (
        "three tracks", 3, ["health", "energy", "food"]),
    "Its three brands are Hearth, Orchard and Pan.": (
        "three brands", 3, ["Hearth", "Orchard", "Pan"]),
    "It has the following kinds: product, service, and space.": (
        "the following kinds", None, ["product", "service", "space"]),
    "Choose between three tracks:\n\nFast: 10 weeks\nPipe: a year.\n\nMaster: two\n\nIt is paid.": (
        "three tracks", 3, ["Fast: 10 weeks", "Pipe: a year", "Master: two"]),
    "It has two lots, each with a date:\n\nLot K – 310 masts\nLot S – 240 masts": (
        "two lots", 2, ["Lot K – 310 masts", "Lot S – 240 masts"]),
    "It has four streams: farming, surgery, alerts, and aid for the deaf and blind.": (
        "four streams", 4, ["farming", "surgery", "alerts", "aid for the deaf and blind"]),
    "The two platforms are a data platform for homes and a pilot plant.": (
        "two platforms", 2, ["a data platform for homes", "a pilot plant"]),
    "It has two pillars. Under the first, “One Wallet”, all pay. The second, “Scores”, joins.": (
        "two pillars", 2, ["One Wallet", "Scores"]),
    "The first provinces are Lusaka, Eastern and Southern, from July.": (
        "The first provinces", None, ["Lusaka", "Eastern", "Southern"]),
    "The partners are:\n\n• Acme\n• Globex": ("The partners", None, ["Acme", "Globex"]),
    "Two further changes will be made:\n\n1. One goes.\n2. One comes.": (
        "Two further changes", 2, ["One goes", "One comes"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "known"), LISTS.items(), ids=LISTS)
def test_a_list_is_known(text: str, known: tuple[str, int | None, list[str]]) -> None:
    found = [(e.announced, e.count, [i.text for i in e.items]) for e in read(text).enumerations]
    assert found == [known]


@pytest.mark.parametrize(
    "text",
    ["It has six members – two from Leeds, three from York and one from Hull.",
     "Over five years, it invests: first in rail; second in roads.",
     "Languages: it is issued in Arabic, English and Spanish.",
     "It has two lots:\n\nLot K – 310 masts\nLot S – 240 masts\nLot T – 90 masts",
     "It has two lots:\n\nThe masts are old.\nThey will be mended.",
     "The nurses are tired, Roe and Doe said.",
     "It sells bread, milk and eggs.", "It has three brands.",
     "It sells food, including bread and milk.", "It opens at two sites: soon."],
)  # fmt: skip
def test_what_is_no_list(text: str) -> None:
    assert read(text).enumerations == ()


TERMS = {
    "The World Hearing Council (WHC) met.": ("WHC", "World Hearing Council"),
    "It joined the Institute and Faculty of Actuaries (IFoA).": (
        "IFoA", "Institute and Faculty of Actuaries"),
    "Globex Foods, Inc. (NYSE: GLX) (the “Seller”) agreed.": ("Seller", "Globex Foods, Inc."),
    "A Memorandum of Understanding (MoU) was signed.": ("MoU", "Memorandum of Understanding"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "term"), TERMS.items(), ids=TERMS)
def test_a_term_is_known(text: str, term: tuple[str, str]) -> None:
    assert [(t.term, t.expansion and t.expansion.text) for t in read(text).terms] == [term]


def test_a_stock_symbol_is_no_term() -> None:
    assert read("Globex Foods, Inc. (NYSE: GLX) agreed.").terms == ()


def test_an_embargo() -> None:
    found = read("Acme opens.", head="EMBARGOED UNTIL 00:01 GMT, 11 JUNE 2025\n\nAcme opens\n\n")
    assert found.embargo is not None
    assert found.embargo.text.startswith("EMBARGOED UNTIL 00:01 GMT")
