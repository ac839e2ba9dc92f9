"""Title, dateline, body, boilerplate: on the real release line by line, and in other styles."""

from __future__ import annotations

import time
from datetime import date
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pr_assistant import structure
from pr_assistant.models import Release
from pr_assistant.releases import parse

PROSE = (
    "Acme Holdings today opened a plant that will make ten thousand pumps a year for the region."
    " It cost $5 million, and it employs 40 people who were trained in the town."
)
MORE = (
    "The plant is the third that the firm has opened since 2019, after those in Lyon and Turin."
    " A fourth is planned for the coming year, when demand is expected to double once again."
)


def read(text: str) -> Release:
    return parse(dedent(text).encode(), "release")


def outline(release: Release) -> list[tuple[str, str | None]]:
    return [(section.kind, section.heading) for section in release.sections]


def section(release: Release, kind: str) -> str:
    """The text of all sections of a kind, together."""
    parts = [release.text[s.start : s.end] for s in release.sections if s.kind == kind]
    return "\n\n".join(parts)


class TestTheRelease:
    def test_headline_over_two_lines_is_one_title_without_the_date_glued_to_it(
        self, release: Release
    ) -> None:
        assert release.title == (
            "Fostering an Integrated Innovation Platform to Empower Research Start-ups to Go Global"
        )
        assert " ".join(section(release, "title").split()) == release.title

    def test_metadata_stands_apart(self, release: Release) -> None:
        assert section(release, "metadata") == "date 2025-06-27"

    def test_dateline(self, release: Release) -> None:
        assert (release.dateline.place, release.dateline.date, release.dateline.newswire) == (
            "HONG KONG",
            date(2025, 6, 26),
            "PRNewswire",
        )
        written = release.text[release.dateline.start : release.dateline.end]
        assert written == "HONG KONG, June 26, 2025 /PRNewswire/ --"

    def test_sections_in_order(self, release: Release) -> None:
        assert outline(release) == [
            ("metadata", None),
            ("title", None),
            ("body", None),
            ("boilerplate", "About HUAWEI"),
            ("boilerplate", "About The Hong Kong Polytechnic University"),
        ]

    def test_body_paragraphs(self, release: Release) -> None:
        body = next(s for s in release.sections if s.kind == "body")
        spans = structure.paragraphs(release.text, body.start, body.end)
        assert [release.text[s.start : s.end][:22] for s in spans] == [
            "HONG KONG, June 26, 20",
            "Under the MoU, Huawei ",
            "Notably, PolyU has sho",
            "Mr. Sunny SHANG, Presi",
            "Prof. Christopher C HA",
            "PolyU's outstanding in",
            "Huawei Cloud is commit",
            "Huawei Cloud and PolyU",
        ]

    def test_boilerplate_is_a_heading_and_its_paragraph(self, release: Release) -> None:
        about = [s for s in release.sections if s.kind == "boilerplate"]
        paragraphs = [structure.paragraphs(release.text, s.start, s.end) for s in about]
        openings = [[release.text[p.start : p.end][:22] for p in spans] for spans in paragraphs]
        assert openings == [
            ["About HUAWEI", "Founded in 1987, Huawe"],
            ["About The Hong Kong Po", "The Hong Kong Polytech"],
        ]
        assert release.text[: about[1].end].endswith("the University to scale new heights.")


def test_business_wire() -> None:
    release = read(f"""\
        Acme Opens Its Third Plant in Europe

        Forty Jobs Created in Lyon

        SAN JOSE, Calif.--(BUSINESS WIRE)--{PROSE}

        {MORE}

        About Acme

        Acme makes pumps.

        Contacts

        Jane Doe
        +1 555 0100
        """)
    assert release.title.startswith("Acme Opens Its Third Plant in Europe")
    assert (release.dateline.place, release.dateline.newswire) == (
        "SAN JOSE, Calif.",
        "BUSINESS WIRE",
    )
    assert outline(release) == [
        ("title", None),
        ("body", None),
        ("boilerplate", "About Acme"),
        ("contact", "Contacts"),
    ]
    assert section(release, "contact").endswith("Jane Doe\n+1 555 0100")


def test_british_release_with_date_first_notes_and_contacts() -> None:
    release = read(f"""\
        PRESS RELEASE

        3 May 2024

        Acme opens third plant

        3 May 2024, London – {PROSE}

        {MORE}

        -ENDS-

        Notes to editors

        1. Acme was founded in 1950.

        For media enquiries please contact:

        Jane Doe, jane@acme.example
        """)
    assert release.title == "Acme opens third plant"
    assert (release.dateline.place, release.dateline.date) == ("London", date(2024, 5, 3))
    assert section(release, "metadata") == "PRESS RELEASE\n\n3 May 2024"
    assert section(release, "body").startswith("3 May 2024, London")
    assert section(release, "body").endswith("once again.")
    assert "founded in 1950" in section(release, "note")
    assert section(release, "contact").startswith("For media enquiries")
    assert section(release, "contact").endswith("jane@acme.example")


def test_for_immediate_release_with_contact_above_the_headline() -> None:
    release = read(f"""\
        FOR IMMEDIATE RELEASE

        Media Contact: Jane Doe, +1 555 0100

        ACME OPENS THIRD PLANT IN EUROPE

        AUSTIN, Texas, May 3, 2024 -- {PROSE}

        ###
        """)
    assert release.title == "ACME OPENS THIRD PLANT IN EUROPE"
    assert release.dateline.place == "AUSTIN, Texas"
    assert section(release, "metadata").startswith("FOR IMMEDIATE RELEASE")
    assert section(release, "body").endswith("in the town.")


def test_headline_glued_to_for_immediate_release() -> None:
    release = read(f"""\
        FOR IMMEDIATE RELEASE: Acme Opens Third Plant in Europe

        {PROSE}
        """)
    assert release.title == "Acme Opens Third Plant in Europe"
    assert section(release, "body") == PROSE


def test_bare_date_line_and_no_dateline() -> None:
    release = read(f"""\
        Acme Opens Third Plant in Europe

        May 3, 2024

        {PROSE}
        """)
    assert release.title == "Acme Opens Third Plant in Europe"
    assert release.dateline.date == date(2024, 5, 3)
    assert release.dateline.place is None
    assert PROSE in section(release, "body")
    assert PROSE not in section(release, "title")


def test_markdown_with_headings_and_bullets() -> None:
    release = read(f"""\
        # Acme opens third plant

        **LONDON, 3 May 2024** – {PROSE}

        ## What it makes

        - Pumps for wells
        - Pumps for ships
        - Pumps for heat

        ## What comes next

        {MORE}

        ## About Acme

        Acme makes pumps.
        """)
    assert release.title == "Acme opens third plant"
    assert (release.dateline.place, release.dateline.date) == ("LONDON", date(2024, 5, 3))
    assert outline(release) == [
        ("title", None),
        ("body", None),
        ("body", "What it makes"),
        ("body", "What comes next"),
        ("boilerplate", "About Acme"),
    ]
    bullets = release.sections[2]
    assert len(structure.paragraphs(release.text, bullets.start, bullets.end)) == 4


def test_headings_in_title_case_part_the_body() -> None:
    release = read(f"""\
        Acme Reports Results for the Third Quarter

        LONDON, 3 May 2024 – {PROSE}

        Outlook for the Year

        {MORE}
        """)
    assert outline(release) == [
        ("title", None),
        ("body", None),
        ("body", "Outlook for the Year"),
    ]


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    release = read("""\
        Acme Opens Third Plant in Europe

        LONDON, 3 May 2024 - Acme Holdings today opened a plant that will make
        ten thousand pumps a year for the region. It cost $5 million, and it
        employs 40 people.

        The plant is the third that the firm has opened since 2019, after those
        in Lyon and Turin.
        * Lyon makes small pumps.
        * Turin makes large ones.
        """)
    body = next(s for s in release.sections if s.kind == "body")
    spans = structure.paragraphs(release.text, body.start, body.end)
    assert [release.text[s.start : s.end].split()[-1] for s in spans] == [
        "people.",
        "Turin.",
        "pumps.",
        "ones.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "About 200 people came to see how the first of the pumps was made, and",
        "About half of the pumps that the plant will make are to be sold to the",
        "Contacts with local firms were made early on by a team of four, and to",
        "Notes for editors of the local papers were handed out at the gate, and",
    ],
)
def test_a_paragraph_wrapped_by_hand_is_not_parted_at_its_first_line(line: str) -> None:
    release = read(
        "Acme Opens a Plant\n\n"
        "LONDON, 3 May 2024 - Acme Holdings today opened a plant that will make\n"
        "ten thousand pumps.\n\n"
        f"{line}\nthe rest of the people in the town were as glad as they were.\n"
    )
    assert outline(release) == [("title", None), ("body", None)]
    assert len(structure.paragraphs(release.text)) == 3


def test_rows_of_a_table_stay_apart() -> None:
    text = "Year    Revenue    Staff\n2023    $4.1m      38\n2024    $5.0m      40"
    assert len(structure.paragraphs(text)) == 3
    assert len(structure.paragraphs(text.replace("    ", " " * 20))) == 3
    assert len(structure.paragraphs(text.replace("    ", " | "))) == 3
    assert len(structure.paragraphs(text.replace("    ", "\t"))) == 3


@pytest.mark.parametrize(
    "sentence",
    [
        "About 200 people attended. They came from Lyon, where the first of the plants stands.",
        "About half of the pumps are sold in Europe, and the rest go to Asia and to Africa.",
        "Contacts with local firms were made early on, and they have lasted to this very day.",
        "Source materials are bought in Turin, where the second of the three plants now stands.",
        "Notes of the meeting will be published in June, as they have been in every year so far.",
        "Date palms grow around the plant, which has a garden that is open to the whole town.",
        "Photo sensors in each of the pumps tell the plant when one of them needs to be mended.",
        "News officers from three towns came, and Lyon's own paper gave it the first two pages.",
        "Image processing is done on site by a team of four, which is led by Max Moe of Turin.",
    ],
)
def test_a_sentence_of_the_body_is_not_taken_for_a_heading(sentence: str) -> None:
    release = read(f"Acme Opens a Plant\n\nLONDON, 3 May 2024 – {PROSE}\n\n{sentence}\n\n{MORE}\n")
    assert outline(release) == [("title", None), ("body", None)]
    assert sentence in section(release, "body")


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("About Acme", "boilerplate"),
        ("ABOUT ACME", "boilerplate"),
        ("**About Acme**", "boilerplate"),
        ("About Acme:", "boilerplate"),
        ("About the Acme Foundation", "boilerplate"),
        ("About 3M", "boilerplate"),
        ("About Acme Inc.", "boilerplate"),
        ("About Yahoo!", "boilerplate"),
        ("Media Contact", "contact"),
        ("Press contacts:", "contact"),
        ("For further information, please contact:", "contact"),
        ("Investor Relations", "contact"),
        ("Notes to Editors", "note"),
        ("Forward-Looking Statements", "note"),
        ("Safe Harbor Statement", "note"),
        ("ENDS", "note"),
        ("###", "note"),
    ],
)
def test_what_sets_a_part_off_after_the_body(heading: str, kind: str) -> None:
    above = f"Acme Opens a Plant\n\nLONDON, 3 May 2024 – {PROSE}"
    release = read(f"{above}\n\n{heading}\n\nIt was set up in 1950.\n")
    assert [s.kind for s in release.sections] == ["title", "body", kind]
    assert section(release, kind).startswith(heading)
    assert section(release, kind).endswith("1950.")


@pytest.mark.parametrize("dateline", ["LONDON, 3 May 2024 – ", ""])
@pytest.mark.parametrize(
    "headline",
    [
        "Source Global Raises $50M to Draw Water from Air",
        "SOURCE GLOBAL RAISES $50M TO DRAW WATER FROM AIR",
        "Photo Agency Opens Third Office in Europe",
        "Date Palm Growers Found a Cooperative",
        "Image Sensors Maker Acme Opens Plant",
        "Release Date Set for Acme's New Pump",
        "Embargo on Steel Ends After Three Years",
        "Issued Bonds Reach $50 Million at Acme",
        "Media Contact Lens Maker Opens Plant",
        "Contact Lens Maker Acme Opens Plant",
        "Safe Harbor Marinas Buys a Dock in Lyon",
        "Forward-Looking Radar Maker Opens Plant",
        "Cautionary Tales Win the Acme Prize of 2024",
        "Non-GAAP Measures Banned by Acme's Board",
        "Disclaimer Software Firm Opens Third Plant",
        "Statement Jewellery Maker Opens Third Plant",
        "Posted Workers to Be Paid More by Acme",
        "News Statement Pieces by Acme Go on Sale",
        "Acme Q3 2024",
        "Email: The Next Threat to Pump Makers",
        "Acme Reports Results for Fiscal Year 2023-2024",
    ],
)
def test_a_headline_that_begins_like_metadata_is_the_title(headline: str, dateline: str) -> None:
    release = read(f"3 May 2024\n\n{headline}\n\n{dateline}{PROSE}\n\n{MORE}\n")
    assert release.title == headline
    assert section(release, "title") == headline
    assert section(release, "metadata") == "3 May 2024"


@pytest.mark.parametrize("dateline", ["LONDON, 3 May 2024 – ", ""])
@pytest.mark.parametrize(
    "above",
    [
        "PRESS RELEASE",
        "# Press Release",
        "**PRESS RELEASE**",
        "Press Release No. 12",
        "PRESS RELEASE 12/2024",
        "Press release – 3 May 2024",
        "News Release: 3 May 2024",
        "Press release — embargoed until 00:01 GMT on Monday 9 March 2026",
        "PRESS RELEASE No. 12 – London, 3 May 2024",
        "MEDIA ADVISORY",
        "Immediate Release",
        "Contact: Jane Smith",
        "EMBARGOED UNTIL 00:01 GMT, WEDNESDAY 11 JUNE 2025",
        "Under embargo: 3 May 2024, 09:00",
        "NOT FOR RELEASE, PUBLICATION OR DISTRIBUTION IN ANY JURISDICTION",
        "FOR IMMEDIATE RELEASE May 3, 2024",
        "Release date: 3 May 2024",
        "Date: May 3, 2024",
        "Published 3 May 2024",
        "[Image: the plant at night]",
        "Photo: the plant at night",
        "Issued by Acme Holdings",
        "Source: Acme Holdings",
        "London, 3 May 2024",
        "London | 3 May 2024",
        "3.5.2024",
        "---",
        "Contact: Jane Smith\nAcme Ltd\nPhone: 555-1234",
        "Contact:\n\nJane Smith\n\nAcme Ltd\n\nPhone: 555-1234",
        "Media Contact:\nJane Smith\nAcme Ltd",
        "Media Contact\nJane Smith, Acme Ltd\n+1 555 0100\njane@acme.example",
        "Jane Smith\nAcme Ltd\nTel. +44 20 7946 0000\nwww.acme.example",
        "FOR IMMEDIATE RELEASE\n\nCONTACT: Jane Smith\njane@acme.example\nAcme Ltd",
        "For more information, contact:\nJane Smith\n12 Main Street\n(555) 555-0100",
        "Phone: 555-1234",
    ],
)
def test_what_stands_above_the_headline_is_metadata(above: str, dateline: str) -> None:
    headline = "Acme Opens Third Plant in Europe"
    release = read(f"{above}\n\n{headline}\n\n{dateline}{PROSE}\n\n{MORE}\n")
    assert release.title == headline
    assert section(release, "title") == headline
    assert section(release, "metadata").split() == above.split()


def test_contacts_glued_to_a_headline() -> None:
    release = read(f"""\
        FOR IMMEDIATE RELEASE
        Contact: Jane Smith
        Acme Ltd
        Phone: 555-1234
        Acme Opens Third Plant in Europe
        Forty Jobs Created in the South of Lyon by 2025

        LONDON, 3 May 2024 – {PROSE}
        """)
    assert release.title.startswith("Acme Opens Third Plant in Europe")
    assert section(release, "metadata").endswith("555-1234")


def test_a_headline_before_a_contact_is_kept() -> None:
    release = read(f"""\
        Acme Opens Plant

        Contact: Jane Smith, jane@acme.example

        LONDON, 3 May 2024 – {PROSE}
        """)
    assert release.title == "Acme Opens Plant"


def test_a_place_and_date_above_the_headline_date_the_release() -> None:
    release = read(f"London | 3 May 2024\n\nAcme Opens Third Plant\n\n{PROSE}\n\n{MORE}\n")
    assert (release.dateline.place, release.dateline.date) == ("London", date(2024, 5, 3))
    assert section(release, "body").startswith(PROSE)


def test_a_place_and_date_below_the_headlines_open_the_body() -> None:
    release = read(f"Acme Opens Plant\n\nForty jobs\n\nLondon, 3 May 2024\n\n{PROSE}\n")
    assert section(release, "title") == "Acme Opens Plant\n\nForty jobs"
    assert section(release, "body").startswith("London, 3 May 2024")


@pytest.mark.parametrize(
    ("above", "day"),
    [
        ("Release date: 4 May 2024", date(2024, 5, 3)),
        ("2024-05-04", date(2024, 5, 3)),
        ("PRESS RELEASE", None),
    ],
)
def test_a_dateline_without_a_year_is_of_the_year_of_the_release(
    above: str, day: date | None
) -> None:
    release = read(f"{above}\n\nAcme Opens Plant\n\nBEIJING, May 3 (Xinhua) -- {PROSE}\n")
    assert (release.dateline.place, release.dateline.newswire) == ("BEIJING", "Xinhua")
    assert release.dateline.date == day


@pytest.mark.parametrize("above", ["3 May 2024", "Date: May 3, 2024", "Press release, 2024-05-03"])
def test_a_dateline_without_a_day_has_that_of_the_line_above(above: str) -> None:
    release = read(f"{above}\n\nAcme Opens Plant\n\nSAN JOSE, Calif.--(BUSINESS WIRE)--{PROSE}\n")
    assert release.title == "Acme Opens Plant"
    assert (release.dateline.place, release.dateline.date) == (
        "SAN JOSE, Calif.",
        date(2024, 5, 3),
    )


@pytest.mark.parametrize(
    "title",
    ["Acme opens third plant", "'Acme opens third plant'", ">-\n  Acme opens\n  third plant"],
)
def test_front_matter_gives_the_title(title: str) -> None:
    release = read(
        f"---\ntitle: {title}\ndate: 2024-05-03\ntags:\n  - pumps\n---\n\n{PROSE}\n\n{MORE}\n"
    )
    assert release.title == "Acme opens third plant"
    assert section(release, "metadata").startswith("---\ntitle")
    assert section(release, "metadata").endswith("pumps\n---")
    assert section(release, "body").startswith(PROSE)
    assert release.dateline.date == date(2024, 5, 3)


def test_front_matter_without_a_title_is_passed_over() -> None:
    release = read(f"---\nlayout: news\n---\n# **Acme opens third plant**\n\n{PROSE}\n")
    assert release.title == "Acme opens third plant"
    assert section(release, "metadata") == "---\nlayout: news\n---"


def test_a_rule_is_no_front_matter() -> None:
    release = read(f"---\n\nAcme opens third plant\n\n{PROSE}\n\n---\n\n{MORE}\n")
    assert release.title == "Acme opens third plant"
    assert PROSE in section(release, "body")


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("About Acme", "About Acme"),
        ("about acme", "about acme"),
        ("about the acme foundation", "about the acme foundation"),
        ("__About Acme__", "About Acme"),
        ("**About Acme:**", "About Acme"),
        ("About Acme (NYSE: ACME)", "About Acme (NYSE: ACME)"),
        ("About Acme (NYSE: ACME):", "About Acme (NYSE: ACME)"),
        (f"About Acme – {MORE}", "About Acme"),
        (f"About Acme (NYSE: ACME) - {MORE}", "About Acme (NYSE: ACME)"),
        (f"About Acme: {MORE}", "About Acme"),
        (f"**About Acme** {MORE}", "About Acme"),
        ("About Acme – Acme makes pumps.", "About Acme"),
    ],
)
def test_headings_of_boilerplate(line: str, heading: str) -> None:
    release = read(f"Acme Opens a Plant\n\nLONDON, 3 May 2024 – {PROSE}\n\n{line}\n\n{MORE}\n")
    assert outline(release) == [("title", None), ("body", None), ("boilerplate", heading)]
    assert section(release, "boilerplate") == f"{line}\n\n{MORE}"


@pytest.mark.parametrize(
    "sentence",
    [
        "About Acme – which has grown for ten years – much is known, and more is guessed by many.",
        "About the plant: nobody knows how many pumps were made there before the war began.",
        "About 40 – Turin's whole team – came, and they were as glad as anybody in the town.",
        "about half of it.",
    ],
)
def test_a_sentence_about_something_is_no_boilerplate(sentence: str) -> None:
    release = read(f"Acme Opens a Plant\n\nLONDON, 3 May 2024 – {PROSE}\n\n{sentence}\n\n{MORE}\n")
    assert outline(release) == [("title", None), ("body", None)]


def test_run_in_boilerplate_wrapped_by_hand_is_one_paragraph() -> None:
    release = read("""\
        Acme Opens Third Plant in Europe

        LONDON, 3 May 2024 - Acme Holdings today opened a plant that will make
        ten thousand pumps a year for the region.

        About Acme - Acme Holdings has made pumps in the town of Lyon since the
        year 1950, and employs 40 people.
        """)
    assert outline(release)[-1] == ("boilerplate", "About Acme")
    assert len(structure.paragraphs(release.text)) == 3


def test_names_among_contacts_are_no_headings() -> None:
    release = read(f"""\
        Acme Opens a Plant

        LONDON, 3 May 2024 – {PROSE}

        Media Contact

        Jane Doe

        Acme Holdings, 5 Main Street, Lyon, France. Write to jane@acme.example or call at any time.
        """)
    assert outline(release)[2:] == [("contact", "Media Contact")]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_make_no_difference(newline: str, release: Release) -> None:
    again = parse(release.text.replace("\n", newline).encode(), release.id)
    assert again.text == release.text
    assert again.sections == release.sections
    assert again.dateline == release.dateline


def test_a_text_of_one_line_is_kept() -> None:
    release = read("Acme opens a plant.")
    assert "".join(release.text[s.start : s.end] for s in release.sections) == "Acme opens a plant."


@pytest.mark.parametrize("opening", ["LONDON", "3 May 2024", "About Acme", "Date", "For more"])
def test_a_long_run_of_spaces_is_read_in_no_time(opening: str) -> None:
    before = time.perf_counter()
    structure.read(f"{opening}{' ' * 3000}x\n\n{PROSE}")
    assert time.perf_counter() - before < 1


LINES = st.one_of(
    st.sampled_from(
        [
            "FOR IMMEDIATE RELEASE", "3 May 2024", "Acme Opens a Plant", "# Acme", "About Acme",
            "LONDON, 3 May 2024 – Acme opened.", f"LONDON, May 3, 2024 /PRNewswire/ -- {PROSE}",
            PROSE, MORE, "- one", "• two", "1. three", "a | b", "ENDS", "###", "Media Contact",
            "Jane Doe", "jane@acme.example", "Contact: Jane", "---", "title: Acme",
            "about acme", "__About Acme__", "About Acme (NYSE: ACME) – Acme makes pumps.", "=====",
            "BEIJING, May 3 (Xinhua) -- Acme opened.", "London | 3 May 2024", "", "",
            " ", "\t", "\xa0", "date 2025-06-27 Acme Opens a Plant",
        ]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)  # fmt: skip


@given(st.lists(LINES, min_size=1, max_size=14).map("\n".join))
def test_sections_and_paragraphs_hold_every_character_of_ink_once(text: str) -> None:
    read = structure.read(text)
    for spans in (
        [(s.start, s.end) for s in read.sections],
        [tuple(s) for s in structure.paragraphs(text)],
    ):
        at = 0
        for start, end in spans:
            assert at <= start < end
            assert not text[at:start].strip()
            at = end
        assert not text[at:].strip()
    assert "\n" not in read.title
