"""Figures: slice, value, unit, qualifier; and what is none."""

from __future__ import annotations

import pytest
from facts_support import read
from hypothesis import given
from hypothesis import strategies as st

from pr_assistant.facts import numbers

Known = tuple[str, float, str | None, str | None]
ONE: dict[str, Known] = {
    "It has over 130 start-ups.": ("over 130", 130, "start-ups", "over"),
    "Each received over HK$10 million.": ("over HK$10 million", 1e7, "HKD", "over"),
    "It cost approximately €1.9 billion.": (
        "approximately €1.9 billion", 1.9e9, "EUR", "approximately"),
    "It invested DKK 2.4 billion.": ("DKK 2.4 billion", 2.4e9, "DKK", None),
    "It fell by nearly one million dollars.": (
        "nearly one million dollars", 1e6, "USD", "nearly"),
    "It is up 97.6 per cent.": ("97.6 per cent", 97.6, "%", None),
    "It rose 120 basis points.": ("120 basis points", 120, "basis points", None),
    "It is about 62 km off the coast.": ("about 62 km", 62, "km", "about"),
    "It has a 20-year agreement.": ("20-year", 20, "year", None),
    "It serves half a million people.": ("half a million", 500_000, "people", None),
    "It serves more than three billion people.": (
        "more than three billion", 3e9, "people", "more than"),
    "It is in over 170 countries and regions.": ("over 170", 170, "countries and regions", "over"),
    "It ranks 54th in the world.": ("54th", 54, "rank", None),
    "It is the world's fourth-largest supplier.": ("fourth-largest", 4, "rank", None),
    "It is ranked among the top 30.": ("top 30", 30, "rank", "top"),
    "It is the No. 4 brand.": ("No. 4", 4, "rank", None),
    "It spent 88p of it.": ("88p", 88, "p", None),
    "It has an option for up to 12 additional machines.": ("up to 12", 12, "machines", "up to"),
    "It has some 9,800 people.": ("some 9,800", 9800, "people", "some"),
    "It opened in two working days.": ("two", 2, "days", None),
    "It is a 7.5% rise.": ("7.5%", 7.5, "%", None),
    "It paid $60M for it.": ("$60M", 6e7, "USD", None),
    "It will invest RM45 million.": ("RM45 million", 45e6, "MYR", None),
    "It is among the top 5 percent of banks.": ("top 5 percent", 5, "%", "top"),
    "It was named No. 2 among banks.": ("No. 2", 2, "rank", None),
    "It will rank fifth by deposits in Ohio.": ("fifth", 5, "rank", None),
    "They are third in the table.": ("third", 3, "rank", None),
    "It is earned back in under three years.": ("under three", 3, "years", "under"),
    "It stays about eleven months in dock.": ("about eleven", 11, "months", "about"),
    "It has 168 branches and was founded by sailors.": ("168", 168, "branches", None),
    "It was founded by nineteen oystermen.": ("nineteen", 19, "oystermen", None),
    "It bars firms with two or more pending cases.": ("two or more", 2, "cases", "or more"),
    "The other two keep me awake.": ("two", 2, None, None),
    "The tunnel is 32 m wide.": ("32 m", 32, "m", None),
    "It had a loss of $(38.6) million.": ("$(38.6) million", 38.6e6, "USD", None),
    "It shares the group's 14 mills.": ("14", 14, "mills", None),
    "It was a small arm (n=428).": ("428", 428, None, None),
    "The hazard ratio was 0.62.": ("0.62", 0.62, None, None),
    "It takes 0.5 mL.": ("0.5 mL", 0.5, "mL", None),
    "It has room for two more ships.": ("two", 2, "ships", None),
    "It lasted about six weeks.": ("about six", 6, "weeks", "about"),
    "It recalls 86,000 Pathway and Pathway Duo strollers.": ("86,000", 86000, "strollers", None),
    "It fell to −10 °C.": ("−10 °C", -10, "°C", None),
    "It came in at 54th place.": ("54th", 54, "rank", None),
    "It lost 33 cents.": ("33 cents", 33, "cents", None),
    "It is 72 m and no more.": ("72 m", 72, "m", None),
    "Employees: approximately 320": ("approximately 320", 320, None, "approximately"),
    "It pays 2.5 sen.": ("2.5 sen", 2.5, "sen", None),
    "The next step should take fewer than four.": ("fewer than four", 4, None, "fewer than"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "figure"), ONE.items(), ids=ONE)
def test_a_figure_is_known(text: str, figure: Known) -> None:
    assert [(f.text, f.value, f.unit, f.qualifier) for f in read(text).figures] == [figure]


RANGES = {
    "It sees revenue of between €6.2 billion and €6.6 billion.": (6.2e9, 6.6e9, "EUR"),
    "It sees sales of $2.46 billion to $2.50 billion.": (2.46e9, 2.5e9, "USD"),
    "It sees a margin of 4–6%.": (4, 6, "%"),
    "It costs $12 to $15 million.": (12e6, 15e6, "USD"),
    "It will invest CHF 150–160 million.": (150e6, 160e6, "CHF"),
    "It sees sales of between EUR 1.4 and 1.5 billion.": (1.4e9, 1.5e9, "EUR"),
    "It asked people aged between 40 and 88.": (40, 88, None),
}


@pytest.mark.parametrize(("text", "ends"), RANGES.items(), ids=RANGES)
def test_a_range_is_one_figure(text: str, ends: tuple[float, float, str]) -> None:
    (figure,) = read(text).figures
    assert (figure.value, figure.value_to, figure.unit) == ends
    assert figure.qualifier is None


def test_a_change_is_two_figures() -> None:
    assert [f.value for f in read("It rose from 3.1 million to 4.6 million.").figures] == [
        3.1e6,
        4.6e6,
    ]


NONE = [
    "It was founded in 1998.", "It opens on 12 May 2026 at 8:30 a.m.", "Call (800) 555-0142.",
    "Quote passcode 448812.", "It makes the CloudMatrix 384 now.", "One of them left.",
    "It grew in the fifth consecutive quarter.", "It is its first works.", "See ISO 9001.",
    "Two thirds of it is gone.", "It reached all four corners of the earth.", "It grew in Q2 2025.",
    "See section 430(2B) and Rule 9.6.13.", "Text SAFE to 55501.", "It films in 4K.",
    "It won the vote 9–0.",
    "It sold 5G and COVID-19 kits.",
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_figure(text: str) -> None:
    assert read(text).figures == ()


def test_a_table_has_the_scale_and_currency_of_its_head() -> None:
    table = (
        "(in millions)   Q2 2025   Change\n"
        "Frozen          $371.8    9.0%\n"
        "Baked            198.2    7.4%"
    )
    assert [(f.value, f.unit) for f in read(table).figures] == [
        (371.8e6, "USD"),
        (9.0, "%"),
        (198.2e6, "USD"),
        (7.4, "%"),
    ]


TABLES = {
    "scale in the corner": ("in € million     2026   2025\nRevenue         412.5   398.1", 412.5e6),
    "scale above": (
        "(in NOK million)\n                2026   2025\nRevenue         41.5   38.1",
        41.5e6,
    ),
    "crore": ("Rs crore         2026   2025\nNet sales       4,125   3,981", 41.25e9),
    "in the label": ("                 2026   2025\nRevenue (EUR m)   412.5   398.1", 412.5e6),
    "per share": ("USD million       2026   2025\nEarnings per share   1.12   0.98", 1.12),
    "Markdown": (
        "| EUR million | 2026 | 2025 |\n|---|---|---|\n| Revenue | 412.5 | 398.1 |",
        412.5e6,
    ),
    "staff": ("EUR million       2026   2025\nEmployees        4,120   4,008", 4120),
}


@pytest.mark.parametrize(("table", "first"), TABLES.values(), ids=TABLES)
def test_the_head_of_a_table_scales_its_rows(table: str, first: float) -> None:
    assert read(table).figures[0].value == first


@given(st.integers(0, 999_999_999))
def test_digits_with_commas_keep_their_value(number: int) -> None:
    assert numbers.value(f"{number:,}") == number


@pytest.mark.parametrize(
    ("written", "number"),
    [("twenty-five", 25), ("two hundred and fifty", 250), ("one hundred thousand", 100_000),
     ("half a million", 500_000), ("a dozen", 12), ("6.2 million", 6_200_000)],
)  # fmt: skip
def test_words_have_a_value(written: str, number: int) -> None:
    assert numbers.value(written) == number


@pytest.mark.parametrize(("written", "rank"), [("54th", 54), ("second", 2), ("twenty-first", 21)])
def test_ordinals_have_a_rank(written: str, rank: int) -> None:
    assert numbers.ordinal(written) == rank


def test_a_line_with_a_label_says_what_its_figure_is_of() -> None:
    known = read("Key facts\n\n- Founded: 1871\n- Branches: 212\n* Staff: about 5,400\n")
    found = [(one.text, one.measures and one.measures.text) for one in known.figures]
    assert found == [("212", "Branches"), ("about 5,400", "Staff")]
    (year,) = (one for one in known.dates if one.date == "1871")
    assert year.event is not None
    assert year.event.text == "Founded"


REPORT = """Acme Valve Reports Third Quarter Results

DAYTON, Ohio, Nov. 4, 2025 – Acme Valve Corporation today announced its results.

Third Quarter Highlights
• Net sales of $412.7 million, up 6% from $389.3 million
• Operating margin of 14.3% versus 15.1%
• Diluted earnings per share of $1.42, compared with $1.51
• Free cash flow (unaudited): $39.6 million (prior year: $51.2 million)

Revenue €341.0m, up 7.7% (9M 2024: €316.6m)
Passengers 4.12 million, an increase of 2%
Vehicles 731,000, an increase of 5%

Sales of $261.4 million, an increase of 11%. Segment profit of $47.0 million. The company bought
back 410,000 shares for $27.1 million.
"""


def test_what_a_line_without_a_verb_states_is_what_its_figures_measure() -> None:
    found = [(one.text, one.measures and one.measures.text) for one in read(REPORT).figures]
    assert found == [
        ("$412.7 million", "Net sales"),
        ("6%", "Net sales"),
        ("$389.3 million", "Net sales"),
        ("14.3%", "Operating margin"),
        ("15.1%", "Operating margin"),
        ("$1.42", "Diluted earnings per share"),
        ("$1.51", "Diluted earnings per share"),
        ("$39.6 million", "Free cash flow"),
        ("$51.2 million", "Free cash flow"),
        ("€341.0m", "Revenue"),
        ("7.7%", "Revenue"),
        ("€316.6m", "Revenue"),
        ("4.12 million", "Passengers"),
        ("2%", "Passengers"),
        ("731,000", "Vehicles"),
        ("5%", "Vehicles"),
        ("$261.4 million", "Sales"),
        ("11%", "Sales"),
        ("$47.0 million", "Segment profit"),
        ("410,000", "shares"),
        ("$27.1 million", None),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Revenue of $40 million and net profit of $5 million", ["Revenue", "net profit"]),
        ("Sales of $40 million, EBITDA of $5 million.", ["Sales", "EBITDA"]),
        ("- Gross margin of 41% on revenue of $3 million", ["Gross margin", "revenue"]),
        ("- Net interest income NOK 2,310m (2,150m)", ["Net interest income"] * 2),
        ("- Revenue of about $40 million", ["Revenue"]),
        ("- Cost of sales $245 million", ["Cost of sales"]),
        ("- Working capital of $12.3 million", ["Working capital"]),
        ("- CET1 ratio of 18.2%", ["CET1 ratio"]),
        ("- Q3 revenue of $40 million", ["Q3 revenue"]),
        ("Leeds: 300 jobs, $40 million", ["jobs", None]),
    ],
)
def test_a_line_says_what_its_first_figure_is_and_what_that_is_compared_with(
    line: str, expected: list[str | None]
) -> None:
    assert [one.measures and one.measures.text for one in read(line).figures] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sales" + "\u2003" * 2000 + "x" + " $12, " * 200,
        "Sales " + "word " * 8000 + " $12, " * 2000,
        "Sales" + " about" * 400 + " x" + " $12, " * 200,
        "Net sales of $4 million, " * 2000,
    ],
)
def test_a_hostile_line_is_read_in_time(text: str) -> None:
    assert read(text).figures  # pytest's own limit of time fails it
