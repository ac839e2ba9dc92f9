"""Tables of figures are read by their columns, and the cell that is asked for is looked up."""

from __future__ import annotations

import pytest

from pr_assistant import facts, passages, releases
from pr_assistant.asking import Asked
from pr_assistant.embedding import Embedder
from pr_assistant.figure_tables import tables
from pr_assistant.live import Source
from pr_assistant.models import ScoredPassage
from pr_assistant.reading import ExtractiveReader
from pr_assistant.table_lookup import looked_up

REPORT = """Acme raises its guidance after a strong quarter

Leeds, 30 July 2026 – Acme plc, a maker of pumps, today published its results.

Orders rose to GBP 88.1 million.

Key figures (GBP million, unless stated)

                    Q2 2026  Q2 2025  Change   H1 2026  9M 2025
Revenue                84.6     71.2  +18.8%     157.9    138.5
  Pumps                61.3     50.4  +21.6%     115.0     98.1
  Valves               23.3     20.8  +12.0%      42.9     40.4
Gross margin          52.4%    51.1%             52.0%    51.3%
Orders                 88.1     80.0  +10.1%     170.3    150.2
Net profit              7.8      5.6  +39.3%      12.4      9.5
EPS (pence)             4.7      4.1  +14.6%       8.5      7.7

Ann Lowe, chief executive, said: "This was our best quarter for pumps."

About Acme
Acme plc makes pumps and valves.
"""

MERGER = """Acme and Bolt to merge

Leeds, 30 July 2026 – Acme plc and Bolt Ltd will merge.

|            | Acme   | Bolt  |
|------------|--------|-------|
| Revenue    | £84m   | £12m  |
| Employees  | 5,420  | 318   |
"""


def test_columns_are_told_by_where_they_stand_and_parts_by_their_indent() -> None:
    (table,) = tables(REPORT)
    rows = {REPORT[slice(*row.label)]: row for row in table.rows}
    heads = [REPORT[slice(*cell.heads[0])] for cell in rows["Gross margin"].cells]
    assert heads == ["Q2 2026", "Q2 2025", "H1 2026", "9M 2025"]
    assert [REPORT[slice(*one)] for one in rows["Valves"].above] == ["Revenue"]
    assert not rows["Gross margin"].above
    assert [REPORT[slice(*one)] for one in table.captions] == [
        "Key figures (GBP million, unless stated)"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Acme employs 512 people.\nIt has 3 plants.\n",
        "Phone  +44 113 496 0000\nMail  press@acme.example\n",
        "Monday  9 to 5\nTuesday  10 to 6\n",
    ],
)
def test_lines_with_numbers_are_no_table(text: str) -> None:
    assert tables(text) == ()


def answer(text: str, question: str, embedder: Embedder) -> str:
    """The words that are given; empty where the release is said not to say."""
    release = releases.parse(text.encode(), "news")
    parts = passages.split(release, embedder.tokenise, embedder.spec.max_pieces)
    source = Source(release, facts.read(release), tuple(parts))
    reader = ExtractiveReader(embedder, lambda _: source)
    reading = reader.read(question, [ScoredPassage(part, 0.5) for part in parts])
    return "; ".join(text[slice(*span)] for one in reading.evidence for span in one.exact)


def looked_up_in(text: str, question: str, embedder: Embedder) -> str | None:
    """What is looked up in the tables of a text alone."""
    release = releases.parse(text.encode(), "news")
    parts = tuple(passages.split(release, embedder.tokenise, embedder.spec.max_pieces))
    asked = Asked(question, {"number": 1.0}, {})
    found = looked_up(asked, Source(release, facts.read(release), parts), [])
    if found is None:
        return None
    return " ".join(release.text[slice(*span)] for span in found.answer)


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("What was Acme's net profit in Q2 2025?", "GBP million; Q2 2025; Net profit; 5.6"),
        ("Net profit for the first half of 2026", "GBP million; H1 2026; Net profit; 12.4"),
        ("What was the gross margin in the second quarter of last year?",
         "Q2 2025; Gross margin; 51.1%"),
        ("What was net profit in the second quarter of 2026? And a year earlier?",
         "GBP million; Q2 2026; Q2 2025; Net profit; 7.8; 5.6"),
        ("rev 9M 2025", "GBP million; 9M 2025; Revenue; 138.5"),
        ("What was net profit in the first nine months of 2025?",
         "GBP million; 9M 2025; Net profit; 9.5"),
        ("By how much did revenue grow in the second quarter?", "Q2 2026; Revenue; +18.8%"),
        ("What were earnings per share in the first half?", "H1 2026; EPS (pence); 8.5"),
        ("How much revenue did the valves segment make in the second quarter of 2025?",
         "GBP million; Q2 2025; Valves; 20.8"),
    ],
)  # fmt: skip
def test_the_cell_that_is_asked_for(question: str, given: str, embedder: Embedder) -> None:
    assert answer(REPORT, question, embedder) == given


def test_a_sentence_that_says_the_same_is_given_rather(embedder: Embedder) -> None:
    assert answer(REPORT, "What were orders in Q2 2026?", embedder) == "GBP 88.1 million"


@pytest.mark.parametrize(
    "question",
    [
        "What was net profit in 2019?",
        "What was the net profit of the pumps segment in Q2 2026?",
        "What was operating profit in Q2 2026?",
        "What was Bolt's net profit in Q2 2026?",
        "By how much did revenue fall in the second quarter?",
        "How many customers made orders in Q2 2026?",
    ],
)
def test_what_the_table_lacks_is_not_looked_up(question: str, embedder: Embedder) -> None:
    assert looked_up_in(REPORT, question, embedder) is None


HEAD = REPORT[: REPORT.index("Orders rose")]
PROFITS = "GBP million  2025  2024\nProfit before tax  12.8  11.0\nProfit after tax  7.8  5.6\n"
EMPTY = "\t2026\t2025\tChange\t2024\nMargin\t52.4%\t51.1%\t\t50.0%\nSales\t9\t8\t+12%\t7\n"
QUARTER = "  Q4 2025  FY 2025\nSales  84.6  310.0\nProfit  7.8  22.2\n"
NOTES = "  Note  2025  2024\nSales  3  84.6  71.2\nProfit  4  2.0  1.0\n"
STAR = "  2025  2024\nEPS*  4.7  4.1\nSales  84.6  71.2\n"
PLACES = "  2025  2024\nUS  84.6  71.2\nUK  1.6  1.2\n"
TWO = "Pumps\n\n  2025  2024\nSales  8.6  7.2\nCost  1.6  1.2\n\nValves\n\n  2025  2024\n"
TWO += "Sales  1.6  1.2\nCost  0.6  0.2\n"
SHARES = "  2025  2024\nMargin  52.4%  51.1%\nSales  84.6  71.2\n"


@pytest.mark.parametrize(
    ("table", "question", "given"),
    [
        (PROFITS, "What was profit after tax in 2025?", "7.8"),
        (EMPTY, "What was the margin in 2024?", "50.0%"),
        (QUARTER, "What were sales in 2025?", "310.0"),
        (NOTES, "What were Acme's sales?", "84.6"),
        (STAR, "What was EPS in 2024?", "4.1"),
        (PLACES, "What were underlying sales in 2025?", None),
        (TWO, "What were sales in 2025?", None),
        (SHARES, "By how much did the margin grow?", None),
    ],
)
def test_one_cell_alone_can_be_meant(
    table: str, question: str, given: str | None, embedder: Embedder
) -> None:
    found = looked_up_in(HEAD + table, question, embedder)
    assert found is None if given is None else found is not None and found.endswith(given)


def test_columns_may_be_of_companies(embedder: Embedder) -> None:
    assert answer(MERGER, "How many employees does Bolt have?", embedder).endswith("318")
    assert looked_up_in(MERGER, "What was the revenue?", embedder) is None


@pytest.mark.parametrize(
    "line", ["A  " + "-" * 50_000, "A  " + "1 " * 20_000, "A\t1" * 9_000, "|" * 50_000]
)
def test_hostile_lines_are_no_table(line: str) -> None:
    assert tables(f"{line}\n{line}\n") == ()
