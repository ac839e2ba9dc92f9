"""Everything there is to know of the first release, line by line."""

from __future__ import annotations

import pytest

from pr_assistant import facts
from pr_assistant.facts.models import Facts
from pr_assistant.models import Release


@pytest.fixture(scope="module")
def known(release: Release) -> Facts:
    return facts.read(release)


def test_the_dateline(known: Facts, release: Release) -> None:
    line = known.dateline
    assert (line.place, str(line.date), line.newswire) == ("HONG KONG", "2025-06-26", "PRNewswire")
    assert release.text[line.start : line.end] == "HONG KONG, June 26, 2025 /PRNewswire/"


def test_the_people(known: Facts) -> None:
    assert [
        (
            p.honorific,
            p.name,
            p.title and p.title.text,
            p.organisation and p.organisation.text,
            p.roles,
        )
        for p in known.people
    ] == [
        ("Mr", "Jason Zhang", "Managing Director", "Huawei Cloud Hong Kong", ("signed",)),
        (
            "Mr",
            "Kelvin WONG",
            "Director of the Knowledge Transfer and Entrepreneurship Office (KTEO)",
            "PolyU",
            ("signed",),
        ),
        ("Mr", "Sunny SHANG", "President", "Huawei Cloud Asia Pacific", ("witnessed", "quoted")),
        (
            "Prof",
            "Christopher CHAO",
            "Vice President (Research and Innovation)",
            "PolyU",
            ("witnessed", "quoted"),
        ),
        ("Mr", "Liang YU", "Vice President", "Huawei Cloud Global Ecosystem", ("witnessed",)),
        ("Ms", "Amy LUNG", "Court Member", "PolyU", ("witnessed",)),
    ]


def test_a_name_that_is_broken_in_its_second_mention_is_the_same_person(known: Facts) -> None:
    (chao,) = [p for p in known.people if p.name == "Christopher CHAO"]
    assert [m.text for m in chao.mentions] == ["Christopher CHAO", "Christopher C HAO"]


def test_the_quotations(known: Facts) -> None:
    first, second = known.quotations
    assert (first.speaker, first.verb, first.indirect) == ("Sunny SHANG", "remarked", False)
    assert first.quote.startswith("Huawei places great emphasis on strategic collaboration")
    assert first.quote.endswith("tech talent and impactful research outcomes.")
    assert (second.speaker, second.verb, second.indirect) == ("Christopher CHAO", "said", False)
    assert second.quote.startswith("This MoU signifies a deepened partnership")
    assert second.quote.endswith("research and start-ups to scale internationally.")


def test_the_figures(known: Facts) -> None:
    assert [
        (f.text, f.value, f.unit, f.qualifier, f.measures and f.measures.text)
        for f in known.figures
    ] == [
        ("three", 3, "pillars", None, "strategic pillars"),
        ("over 130", 130, "start-ups", "over", "start-ups founded by its faculty"),
        ("six", 6, "start-ups", None, "PolyU-affiliated start-ups"),
        ("over HK$10 million", 10_000_000, "HKD", "over", "government funding"),
        ("54th", 54, "rank", None, "globally"),
        ("56th", 56, "rank", None, "worldwide"),
        ("second", 2, "rank", None, "in Hong Kong"),
        ("two", 2, "parties", None, "parties"),
        ("approximately 208,000", 208_000, "employees", "approximately", "employees"),
        ("over 170", 170, "countries and regions", "over", "countries and regions"),
        ("more than three billion", 3e9, "people", "more than", "people around the world"),
        ("54th", 54, "rank", None, "in the QS World University Rankings 2026"),
        ("Seven", 7, "subjects", None, "subjects"),
        ("top 30", 30, "rank", "top", "in the QS World University Rankings by Subject 2025"),
        ("56th", 56, "rank", None, "globally"),
        ("second", 2, "rank", None, "in Hong Kong"),
    ]


def test_the_dates(known: Facts) -> None:
    assert [(d.text, d.date, d.event and d.event.text) for d in known.dates] == [
        ("2023", "2023", "the RAISe+ Scheme launched"),
        ("1987", "1987", "Founded"),
    ]


def test_the_three_strategic_pillars_of_which_it_names_two(known: Facts) -> None:
    pillars, subjects = known.enumerations
    assert (pillars.announced, pillars.count, pillars.named) == ("three strategic pillars", 3, 2)
    assert [item.text for item in pillars.items] == [
        "transformation of R&D outcomes",
        "build an Asia-Pacific incubation platform",
    ]
    assert (subjects.announced, subjects.count, subjects.named) == ("Seven subjects", 7, 3)
    assert [item.text for item in subjects.items] == [
        "Hospitality and Leisure Management",
        "Environmental Science",
        "Art and Design",
    ]


def test_the_terms(known: Facts) -> None:
    assert {t.term: t.expansion and t.expansion.text for t in known.terms} == {
        "PolyU": "The Hong Kong Polytechnic University",
        "MoU": "Memorandum of Understanding",
        "KTEO": "Knowledge Transfer and Entrepreneurship Office",
        "AI": "Artificial Intelligence",
        "RAISe+": "Research, Academic and Industry Sectors One-plus Scheme",
        "THE": "Times Higher Education",
        "ICT": "information and communications technology",
    }


def test_the_organisations(known: Facts) -> None:
    named = {o.name: ([a.text for a in o.aliases], o.party) for o in known.organisations}
    assert named["The Hong Kong Polytechnic University"] == (["PolyU", "the University"], True)
    assert named["Huawei Cloud Hong Kong"] == (["Huawei Cloud"], True)
    assert named["Knowledge Transfer and Entrepreneurship Office"] == (["KTEO"], False)
    assert {"Huawei Cloud Asia Pacific", "Hong Kong SAR Government"} <= named.keys()


def test_the_boilerplate_and_what_it_has_not(known: Facts) -> None:
    assert [b.organisation for b in known.boilerplate] == [
        "HUAWEI",
        "The Hong Kong Polytechnic University",
    ]
    assert known.contacts == ()
    assert known.embargo is None
    assert [link.text for link in known.links] == ["https://huawei.com/hk/"]
