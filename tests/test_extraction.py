"""The trained reader marks words of a passage, and says where there are none."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from pr_assistant.errors import ModelError
from pr_assistant.extraction import FOLDER, UNREAD, SpanReader, span_reader
from pr_assistant.sentences import Span

QUESTION = "How many people does Acme employ in Leeds?"
THERE = "Acme opened a plant in May. It employs 512 people in Leeds."
ELSEWHERE = "The river rose for two days, and the ferry did not sail."


def test_it_marks_the_words_that_answer() -> None:
    (marked,) = span_reader().mark(QUESTION, [THERE])
    best = marked.spans(1)[0]
    assert "512" in THERE[slice(*best.span)]
    assert len(THERE[slice(*best.span)].split()) <= 4


def test_passages_of_one_question_are_comparable_whatever_their_order() -> None:
    there, elsewhere = span_reader().mark(QUESTION, [THERE, ELSEWHERE])
    again = span_reader().mark(QUESTION, [ELSEWHERE, THERE])[1]
    assert there.answers > elsewhere.answers
    assert there.spans(1)[0].score > elsewhere.spans(1)[0].score
    assert there.spans(1)[0].span == again.spans(1)[0].span
    assert there.spans(1)[0].score == pytest.approx(again.spans(1)[0].score, abs=0.5)  # padding


def test_spans_do_not_overlap_and_the_best_come_first() -> None:
    (marked,) = span_reader().mark(QUESTION, [THERE])
    found = marked.spans(4)
    places = sorted(one.span for one in found)
    assert all(a.end <= b.start for a, b in pairwise(places))
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_the_best_span_within_a_place() -> None:
    (marked,) = span_reader().mark(QUESTION, [THERE])
    at = THERE.index("512")
    best = marked.spans(1)[0]
    assert marked.within(Span(at, at + 3), 2) == pytest.approx(best.score)
    assert marked.within(Span(0, 4), 0) < best.score
    assert marked.within(Span(900, 950), 0) == UNREAD
    assert marked.mean(marked.evidence, Span(28, len(THERE))) > marked.mean(
        marked.evidence, Span(0, 27)
    )


def test_a_passage_of_any_length_is_read() -> None:
    long = " ".join(["The ferry sailed again on Monday with some delay."] * 80)
    marked = span_reader().mark("When did the ferry sail? " * 60, [long, "Yes."])
    assert len(marked) == 2
    assert all(np.isfinite(one.evidence).all() for one in marked)
    assert span_reader().mark(QUESTION, []) == []


def test_weights_that_are_missing_are_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="Install pr-assistant again"):
        SpanReader(tmp_path)


def test_the_shipped_file_is_small() -> None:
    assert (FOLDER / "reader.onnx").stat().st_size <= 25_000_000
