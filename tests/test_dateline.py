"""Place, day and newswire of a release, in the forms that releases use."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pr_assistant.dateline import find

MAY_3 = date(2024, 5, 3)
BODY = " Acme Holdings today opened a plant that will make ten thousand pumps a year in the region."

FOUND = [  # dateline, place, day, newswire
    ("HONG KONG, June 26, 2025 /PRNewswire/ --", "HONG KONG", date(2025, 6, 26), "PRNewswire"),
    ("SHENZHEN, China, May 3, 2024 /PRNewswire/ --", "SHENZHEN, China", MAY_3, "PRNewswire"),
    ("SAN JOSE, Calif.--(BUSINESS WIRE)--", "SAN JOSE, Calif.", None, "BUSINESS WIRE"),
    (
        "NEW YORK, May 03, 2024 (GLOBE NEWSWIRE) --",
        "NEW YORK",
        MAY_3,
        "GLOBE NEWSWIRE",
    ),
    ("LONDON, 3 May 2024 –", "LONDON", MAY_3, None),
    ("London, 3rd May 2024:", "London", MAY_3, None),
    ("LONDON (3 May 2024) –", "LONDON", MAY_3, None),
    ("Oslo, Norway – 3 May 2024:", "Oslo, Norway", MAY_3, None),
    ("3 May 2024, London –", "London", MAY_3, None),
    ("3 May 2024 –", None, MAY_3, None),
    ("Paris, Friday, May 3, 2024 —", "Paris", MAY_3, None),
    ("Rio de Janeiro, May 3rd, 2024 -", "Rio de Janeiro", MAY_3, None),
    ("São Paulo, May 3, 2024 –", "São Paulo", MAY_3, None),
    ("TORONTO, Sept. 30, 2024 /CNW/ --", "TORONTO", date(2024, 9, 30), "CNW"),
    ("Berlin, 2024-05-03 –", "Berlin", MAY_3, None),
    ("**AUSTIN, Texas, May 3, 2024** —", "AUSTIN, Texas", MAY_3, None),
    ("BEIJING —", "BEIJING", None, None),
    (
        "SINGAPORE - Media OutReach Newswire - 3 May 2024 -",
        "SINGAPORE",
        MAY_3,
        "Media OutReach Newswire",
    ),
    ("HONG KONG SAR - Media OutReach Newswire -", "HONG KONG SAR", None, "Media OutReach Newswire"),
    ("LONDON, UK / ACCESSWIRE / May 3, 2024 /", "LONDON, UK", MAY_3, "ACCESSWIRE"),
    ("LONDON, UK – EQS Newswire – 3 May 2024 –", "LONDON, UK", MAY_3, "EQS Newswire"),
    ("LONDON, 3 May 2024 – EQS Newswire –", "LONDON", MAY_3, "EQS Newswire"),
    ("LONDON, MAY 3, 2024 —", "LONDON", MAY_3, None),
    ("LONDON, FRIDAY, 3RD MAY 2024 —", "LONDON", MAY_3, None),
    ("Évry, France, 3 May 2024 –", "Évry, France", MAY_3, None),
    ("Łódź, 3 May 2024 –", "Łódź", MAY_3, None),
    ("ÖREBRO —", "ÖREBRO", None, None),
    ("(London, 3rd May 2024)", "London", MAY_3, None),
    ("(London, UK, 3 May 2024) –", "London, UK", MAY_3, None),
    ("BEIJING, May 3 (Xinhua) --", "BEIJING", None, "Xinhua"),
    ("NEW YORK, 3 May /PRNewswire/ --", "NEW YORK", None, "PRNewswire"),
    ("LONDON, May 3 —", "LONDON", None, None),
    ("NEW YORK--(BUSINESS WIRE)--", "NEW YORK", None, "BUSINESS WIRE"),
    ("NEW YORK--(BUSINESS WIRE)--May 3, 2024--", "NEW YORK", MAY_3, "BUSINESS WIRE"),
    (
        "Tokyo, Japan, Nov. 5, 2025 (GLOBE NEWSWIRE) --",
        "Tokyo, Japan",
        date(2025, 11, 5),
        "GLOBE NEWSWIRE",
    ),
    ("3 May 2024, London:", "London", MAY_3, None),
    ("LONDON – 3.5.2024 –", "LONDON", None, None),
    ("LONDON – 13.5.2024 –", "LONDON", date(2024, 5, 13), None),
    ("NEW YORK, 5/13/2024 –", "NEW YORK", date(2024, 5, 13), None),
    ("LONDON, 5/5/2024 –", "LONDON", date(2024, 5, 5), None),
]


@pytest.mark.parametrize(("line", "place", "day", "newswire"), FOUND, ids=[f[0] for f in FOUND])
def test_a_dateline_before_its_text(
    line: str, place: str | None, day: date | None, newswire: str | None
) -> None:
    text = f"Headline\n\n{line}{BODY}"
    found = find(text, 10, len(text))
    assert found is not None
    assert (found.place, found.date, found.newswire) == (place, day, newswire)
    assert text[found.start : found.end].strip() == line


@pytest.mark.parametrize("line", ["3 May 2024", "May 3, 2024", "Friday, 3 May 2024", "2024-05-03"])
def test_a_date_on_a_line_of_its_own(line: str) -> None:
    found = find(line, 0, len(line))
    assert found is not None
    assert (found.place, found.date) == (None, MAY_3)


@pytest.mark.parametrize(
    "line", ["London | 3 May 2024", "London, 3 May 2024", "London – MAY 3, 2024"]
)
def test_a_place_and_a_date_on_a_line_of_its_own(line: str) -> None:
    found = find(line, 0, len(line))
    assert found is not None
    assert (found.place, found.date, found.newswire) == ("London", MAY_3, None)


def test_a_day_without_a_year_is_of_the_year_that_is_given() -> None:
    text = f"BEIJING, May 3 (Xinhua) --{BODY}"
    found = find(text, 0, len(text), year=2024)
    assert found is not None
    assert found.date == MAY_3
    assert find(f"BEIJING, Feb. 30 (Xinhua) --{BODY}", 0, len(text), year=2024) is None


@pytest.mark.parametrize(
    "text",
    [
        "In May 2024, Acme opened a plant – its first – in Oslo.",
        "On May 3, 2024, Acme opened a plant.",
        "Acme opened its plant in London on 3 May 2024 – the first of three.",
        "Huawei Cloud is committed to building a robust AI infrastructure for global customers.",
        "Acme and Globex – two of the largest makers of pumps – have agreed to work together.",
        "Notably, PolyU has shown strong capabilities in 2023, six of them – in all.",
        "About 200 people attended.",
        "LONDON, 31 February 2024 – Acme opened a plant.",
        "2024 was a good year – the best.",
        "On May 3 – a Friday – Acme opened a plant that makes pumps for all of the wells in Lyon.",
        "LONDON, 31.2.2024 – Acme opened a plant.",
        "Acme News – the paper of the firm – is out.",
        "Turin / Lyon / Oslo – three towns – have plants.",
        "3.5.2024 – Acme opened a plant.",
    ],
)
def test_prose_and_days_that_never_were_are_no_dateline(text: str) -> None:
    assert find(text, 0, len(text)) is None


@given(
    st.dates(date(1950, 1, 1), date(2099, 12, 31)),
    st.sampled_from(
        [
            "{0:%B} {0.day}, {0.year}",
            "{0.day} {0:%B} {0.year}",
            "{0:%b}. {0.day}, {0.year}",
            "{0:%Y-%m-%d}",
            "{0:%B} {0:%d} {0.year}",
        ]
    ),
)
def test_every_day_reads_back(day: date, form: str) -> None:
    text = f"HONG KONG, {form.format(day)} /PRNewswire/ --{BODY}"
    found = find(text, 0, len(text))
    assert found is not None
    assert (found.place, found.date, found.newswire) == ("HONG KONG", day, "PRNewswire")


@given(st.text(max_size=80))
def test_nothing_is_found_outside_the_paragraph(text: str) -> None:
    found = find(text, 0, len(text) // 2)
    assert found is None or 0 <= found.start <= found.end <= len(text) // 2
