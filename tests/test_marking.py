"""What the reader marks becomes candidates: single spans, and the lists that they make."""

from __future__ import annotations

import re

import numpy as np
import pytest

from pr_assistant.extraction import Marked
from pr_assistant.marking import of_marks, whole
from pr_assistant.models import Passage
from pr_assistant.sentences import Span
from pr_assistant.statements import Candidate, Statement, candidate, stems_of

TEXT = "Acme sells bikes, boats and kites. It was founded in Leeds."


def marked(text: str, *inside: str) -> Marked:
    """The reader sure that the words `inside` answer, and that nothing else does."""
    offsets = np.array([match.span() for match in re.finditer(r"\w+|\W(?<! )", text)])
    wanted = [text[slice(*offset)] in inside for offset in offsets.tolist()]
    logits = np.where(wanted, 3.0, -3.0).astype(np.float32)
    pairs = np.full((len(offsets), len(offsets)), -np.inf, np.float32)
    np.fill_diagonal(pairs, logits)
    return Marked(offsets, np.arange(len(offsets)), pairs, logits, logits, 1.0)


def found_in(text: str, *inside: str) -> list[Candidate]:
    passage = Passage("acme", 100, 100 + len(text), text, "body", "Acme", 1)
    ends = [match.end() for match in re.finditer(r"\.", text)]
    spans = [Span(100 + a, 100 + b) for a, b in zip([0, *ends], ends, strict=False)]
    plain = []
    for span in spans:
        words = text[span.start - 100 : span.end - 100]
        one = Statement(span, passage, words, stems_of(words), stems_of(text))
        plain.append(candidate("statement", [span], [one], one.stems))
    return of_marks(plain, {("acme", 100): marked(text, *inside)})


def given(one: Candidate) -> list[str]:
    return [TEXT[a - 100 : b - 100] for a, b in one.answer]


def test_items_that_are_marked_alike_are_a_list() -> None:
    lists = [one for one in found_in(TEXT, "bikes", "boats", "kites") if one.kind == "spans"]
    assert [given(one) for one in lists] == [["bikes", "boats", "kites"]]
    assert "sell" in lists[0].keys and "bike" not in lists[0].keys


def test_a_list_may_run_over_several_sentences() -> None:
    lists = [one for one in found_in(TEXT, "bikes", "Leeds") if one.kind == "spans"]
    assert [given(one) for one in lists] == [["bikes", "Leeds"]]
    assert len(lists[0].statements) == 2


def test_one_stretch_is_no_list() -> None:
    found = found_in(TEXT, "boats", "and", "kites")
    assert ["boats and kites"] in [given(one) for one in found if one.kind == "span"]
    assert all(len(one.answer) > 1 for one in found if one.kind == "spans")


def test_stretches_are_of_whole_words() -> None:
    offsets = np.array([[0, 4], [5, 8], [8, 11], [12, 13]])  # "Acme", "bio" and "gas", "."
    inside = np.array([-1, -1, 2, -1], np.float32)
    words = np.array([0, 1, 1, 2])
    mark = Marked(offsets, words, np.zeros((4, 4), np.float32), inside, inside, 0.0)
    assert mark.runs() == [Span(5, 11)]


def test_the_last_two_of_a_series_of_names_bring_those_before() -> None:
    text = "In May, it ran in the United States, Canada and Chile. Ann and Bo Ek saw it, says Cy."

    def spans(*inside: str) -> set[str]:
        found = [one.answer[0] for one in found_in(text, *inside) if one.kind == "span"]
        return {text[a - 100 : b - 100] for a, b in found}

    assert "the United States, Canada and Chile" in spans("Canada", "and", "Chile")
    assert "Ann and Bo Ek" in spans("Ann", "and", "Bo", "Ek")


def test_numbers_of_a_row_are_no_answer_without_what_they_are_of() -> None:
    text = "Net income  12  11  9%. Sales were 12. Call 020 7946 0000."

    def spans(*inside: str) -> set[str]:
        found = [one.answer[0] for one in found_in(text, *inside) if one.kind == "span"]
        return {text[a - 100 : b - 100] for a, b in found}

    assert "12  11  9%" not in spans("12", "11", "9", "%")
    assert "12" in spans("12")
    assert "020 7946 0000" in spans("020", "7946", "0000")


@pytest.mark.parametrize(
    ("text", "marked", "given"),
    [
        ("Ann Lee, Head (Research), came.", "Head (Research", "Head (Research)"),
        ("It grew to 19.8% (unchanged) in May.", "19.8%", "19.8%"),
        ('Using the "AI for All" scheme, it grew.', "AI", "AI for All"),
        ("Its motto, “To learn and do”, is old.", "learn and do", "To learn and do"),
        ('"It now employs 512 people," he said.', "512 people", "512 people"),
        ("grew in start-up aid, sales, and design.", "aid, sales, and design",
         "start-up aid, sales, and design"),
        ("It sells red bikes, oars and kites.", "bikes, oars and kites", "bikes, oars and kites"),
        ("Parts of the plan are aid, sales and art.", "aid, sales and art", "aid, sales and art"),
        ('"We grew," said Ann Lowe, CEO. "It was good," she', "Ann Lowe, CEO", "Ann Lowe, CEO"),
        ("in sports, boats and kites.", "sports, boats and kites", "sports, boats and kites"),
        ('The "Green Ports of the Northern Coast" plan', "Coast", "Coast"),
    ],
)  # fmt: skip
def test_what_was_cut_off_is_put_back(text: str, marked: str, given: str) -> None:
    at = text.index(marked)
    assert text[slice(*whole(text, Span(at, at + len(marked))))] == given
