"""The reader points at slices of passages, in the order of the release, or says "not here"."""

from __future__ import annotations

import pytest
from support import ABSENT, EMPLOYEES

from pr_assistant.assistant import Assistant
from pr_assistant.embedding import Embedder
from pr_assistant.models import Passage, ScoredPassage
from pr_assistant.reading import MAX_SENTENCES, RELATED, Evidence, Reading, SentenceReader

QUESTIONS = (
    EMPLOYEES,
    ABSENT,
    "Who signed the MoU?",
    "Who witnessed the signing?",
    "When was Huawei founded?",
    "What did Sunny Shang say?",
)


@pytest.fixture(scope="module")
def reader(embedder: Embedder) -> SentenceReader:
    return SentenceReader(embedder)


def read(assistant: Assistant, reader: SentenceReader, question: str) -> Reading:
    return reader.read(question, assistant.retriever.search(question))


def words_of(item: Evidence) -> str:
    start = item.passage.start
    return item.passage.text[item.start - start : item.end - start]


@pytest.mark.parametrize("question", QUESTIONS)
class TestReading:
    def test_evidence_lies_in_a_passage_that_was_given(
        self, assistant: Assistant, reader: SentenceReader, question: str
    ) -> None:
        passages = assistant.retriever.search(question)
        reading = reader.read(question, passages)
        for item in (*reading.evidence, *reading.related):
            assert item.passage in [found.passage for found in passages]
            assert item.passage.start <= item.start < item.end <= item.passage.end
            words = item.passage.text[
                item.start - item.passage.start : item.end - item.passage.start
            ]
            assert words == words.strip() != ""

    def test_it_has_either_evidence_or_what_is_closest(
        self, assistant: Assistant, reader: SentenceReader, question: str
    ) -> None:
        reading = read(assistant, reader, question)
        assert bool(reading.evidence) == reading.answered != bool(reading.related)
        assert 0 <= reading.confidence <= 1
        assert len(reading.evidence) <= MAX_SENTENCES
        assert len(reading.related) <= RELATED
        for item in (*reading.evidence, *reading.related):
            assert 0 <= item.score <= 1

    def test_evidence_is_in_the_order_of_the_release_and_the_closest_by_score(
        self, assistant: Assistant, reader: SentenceReader, question: str
    ) -> None:
        reading = read(assistant, reader, question)
        places = [(item.passage.release_id, item.start) for item in reading.evidence]
        assert places == sorted(set(places))
        scores = [item.score for item in reading.related]
        assert scores == sorted(scores, reverse=True)

    def test_it_reads_the_same_every_time(
        self, assistant: Assistant, reader: SentenceReader, embedder: Embedder, question: str
    ) -> None:
        first = read(assistant, reader, question)
        assert read(assistant, reader, question) == first
        assert read(assistant, SentenceReader(embedder), question) == first


class TestCertain:
    def test_what_the_release_says_is_answered(
        self, assistant: Assistant, reader: SentenceReader
    ) -> None:
        reading = read(assistant, reader, EMPLOYEES)
        assert reading.answered
        assert any("208,000 employees" in words_of(item) for item in reading.evidence)

    def test_what_it_does_not_say_is_not(
        self, assistant: Assistant, reader: SentenceReader
    ) -> None:
        reading = read(assistant, reader, ABSENT)
        assert not reading.answered
        assert reading.confidence < read(assistant, reader, EMPLOYEES).confidence

    def test_without_passages_there_is_nothing_to_say(self, reader: SentenceReader) -> None:
        assert reader.read(EMPLOYEES, []) == Reading(False, 0.0, (), ())

    def test_a_heading_alone_answers_nothing(self, reader: SentenceReader) -> None:
        heading = Passage("r", 0, 12, "About Huawei", "About Huawei", "Acme")
        reading = reader.read("What is there about Huawei?", [ScoredPassage(heading, 1.0)])
        assert reading == Reading(False, 0.0, (), ())

    def test_a_passage_is_read_at_its_own_place(self, reader: SentenceReader) -> None:
        """The same words twice in a release: the offsets tell them apart."""
        text = "Acme employs 512 people in Leeds."
        for start in (0, 700):
            passage = Passage("r", start, start + len(text), text, "body", "Acme", number=start)
            reading = reader.read(
                "How many people does Acme employ in Leeds?", [ScoredPassage(passage, 1.0)]
            )
            assert [(item.start, item.end) for item in reading.evidence] == [
                (start, start + len(text))
            ]
