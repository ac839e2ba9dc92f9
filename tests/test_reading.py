"""The reader points at slices of passages, in the order of the release, or says "not here"."""

from __future__ import annotations

import pytest
from support import ABSENT, EMPLOYEES

from pr_assistant import candidates, facts, passages, releases
from pr_assistant.assistant import Assistant
from pr_assistant.embedding import Embedder
from pr_assistant.live import Source
from pr_assistant.models import Passage, ScoredPassage
from pr_assistant.reading import RELATED, ExtractiveReader
from pr_assistant.readings import Evidence, Reading, joined
from pr_assistant.sentences import Span

QUESTIONS = (
    EMPLOYEES,
    ABSENT,
    "Who signed the MoU?",
    "Who witnessed the signing?",
    "When was Huawei founded?",
    "What did Sunny Shang say?",
    "Which three pillars are there?",
    "What is this release about?",
)

NEWS = """Leeds, 3 May 2024 – Acme opens a plant in Leeds

Acme employs 512 people in Leeds and 77 in York. The plant will open on 9 June 2025, said Acme's
chief executive, Ann Lowe.

“We chose Leeds for its engineers,” said Ann Lowe, chief executive of Acme.
"""


@pytest.fixture(scope="module")
def reader(assistant: Assistant) -> ExtractiveReader:
    return ExtractiveReader(assistant.retriever.hybrid.embedder, assistant.index.source)


def read(assistant: Assistant, reader: ExtractiveReader, question: str) -> Reading:
    return reader.read(question, assistant.retriever.search(question))


def of_text(text: str, embedder: Embedder) -> tuple[ExtractiveReader, list[ScoredPassage]]:
    """A reader of one release, and all its passages."""
    release = releases.parse(text.encode(), "news")
    found = passages.split(release, embedder.tokenise, embedder.spec.max_pieces)
    source = Source(release, facts.read(release), tuple(found))
    return ExtractiveReader(embedder, {"news": source}.get), [ScoredPassage(p, 1.0) for p in found]


def words_of(item: Evidence) -> str:
    start = item.passage.start
    return item.passage.text[item.start - start : item.end - start]


def exact_of(reading: Reading) -> list[str]:
    return [
        item.passage.text[start - item.passage.start : end - item.passage.start]
        for item in reading.evidence
        for start, end in item.exact
    ]


def test_a_line_of_a_headline_is_not_offered_by_itself(
    assistant: Assistant, reader: ExtractiveReader
) -> None:
    related = read(assistant, reader, "How long will the MoU last?").related
    (headline,) = [words_of(one) for one in related if one.passage.section == "title"]
    assert " ".join(headline.split()) == related[0].passage.title


@pytest.mark.parametrize("question", QUESTIONS)
class TestReading:
    def test_evidence_is_a_slice_of_the_release(
        self, assistant: Assistant, reader: ExtractiveReader, question: str
    ) -> None:
        reading = read(assistant, reader, question)
        for item in (*reading.evidence, *reading.related):
            source = assistant.index.release(item.passage.release_id)
            assert source
            assert source.text[item.start : item.end] == words_of(item) == words_of(item).strip()
            for start, end in item.exact:
                assert item.start <= start < end <= item.end

    def test_it_has_either_evidence_or_what_is_closest(
        self, assistant: Assistant, reader: ExtractiveReader, question: str
    ) -> None:
        reading = read(assistant, reader, question)
        assert bool(reading.evidence) == reading.answered != bool(reading.related)
        assert 0 <= reading.confidence <= 1
        assert len(reading.related) <= RELATED

    def test_evidence_is_in_the_order_of_the_release_and_the_closest_by_score(
        self, assistant: Assistant, reader: ExtractiveReader, question: str
    ) -> None:
        reading = read(assistant, reader, question)
        places = [(item.passage.release_id, item.start) for item in reading.evidence]
        assert places == sorted(set(places))
        scores = [item.score for item in reading.related]
        assert scores == sorted(scores, reverse=True)

    def test_it_reads_the_same_every_time(
        self, assistant: Assistant, reader: ExtractiveReader, question: str
    ) -> None:
        first = read(assistant, reader, question)
        assert read(assistant, reader, question) == first
        another = ExtractiveReader(assistant.retriever.hybrid.embedder, assistant.index.source)
        assert read(assistant, another, question) == first


class TestCertain:
    def test_what_the_release_says_is_answered(
        self, assistant: Assistant, reader: ExtractiveReader
    ) -> None:
        reading = read(assistant, reader, EMPLOYEES)
        assert reading.answered
        assert any("208,000 employees" in words_of(item) for item in reading.evidence)

    def test_what_it_does_not_say_is_not(
        self, assistant: Assistant, reader: ExtractiveReader
    ) -> None:
        reading = read(assistant, reader, ABSENT)
        assert not reading.answered
        assert reading.confidence < read(assistant, reader, EMPLOYEES).confidence

    def test_a_name_that_stands_nowhere_is_told(
        self, assistant: Assistant, reader: ExtractiveReader
    ) -> None:
        reading = read(assistant, reader, "Did Siemens sign the MoU with PolyU?")
        assert (reading.answered, reading.absent) == (False, ("Siemens",))

    def test_without_passages_there_is_nothing_to_say(self, reader: ExtractiveReader) -> None:
        assert reader.read(EMPLOYEES, []) == Reading(False, 0.0, (), ())

    def test_facts_and_marked_words_answer_in_a_few_words(self, embedder: Embedder) -> None:
        reader, found = of_text(NEWS, embedder)
        opens = reader.read("When will the plant open?", found)
        assert [words for words in exact_of(opens) if "9 June 2025" in words and len(words) < 30]

    def test_the_same_words_twice_are_told_apart_by_their_place(self, embedder: Embedder) -> None:
        twice = f"{NEWS}\nAbout Acme\n\nAcme employs 512 people in Leeds and 77 in York.\n"
        reader, found = of_text(twice, embedder)
        reading = reader.read("How many people does Acme employ in Leeds?", found)
        for item in reading.evidence:
            assert twice[item.start : item.end] == words_of(item)


def evidence_at(start: int, end: int, *exact: tuple[int, int]) -> Evidence:
    passage = Passage("news", 0, 100, "x" * 100, "body", "News")
    return Evidence(passage, start, end, 1.0, tuple(Span(*span) for span in exact))


def test_a_whole_statement_beside_other_words_has_no_full_stop() -> None:
    passage = Passage("news", 0, 22, "It opens. It has 5 km.", "body", "News")
    whole = Evidence(passage, 0, 9, 1.0)
    some = Evidence(passage, 10, 22, 1.0, (Span(17, 21),))
    both = joined([Reading(True, 1.0, (whole,), ()), Reading(True, 1.0, (some,), ())])
    assert [one.exact for one in both.evidence] == [(Span(0, 8),), (Span(17, 21),)]


def test_what_several_parts_give_is_put_together_in_order_and_once() -> None:
    parts = [
        Reading(True, 0.8, (evidence_at(50, 90, (60, 70)),), ()),
        Reading(True, 0.5, (evidence_at(0, 40),), ()),
        Reading(True, 1.0, (evidence_at(50, 90, (65, 75), (80, 82)),), ()),
    ]
    whole = joined(parts)
    places = [(one.start, one.end, one.exact) for one in whole.evidence]
    assert places == [(0, 40, ((0, 40),)), (50, 90, ((60, 75), (80, 82)))]
    assert whole.confidence == 0.4
    assert not any(one.exact for one in joined(parts[1:2]).evidence)


def test_nobody_else_whom_the_sentence_names_is_taken_for_its_speaker(embedder: Embedder) -> None:
    beside = NEWS.replace(
        "said Ann Lowe, chief executive of Acme.",
        "said Ann Lowe, who founded Acme with her brother Peter and is its chief executive.",
    )
    release = releases.parse(beside.encode(), "news")
    parts = passages.split(release, embedder.tokenise, embedder.spec.max_pieces)
    found = candidates.of_release(release, facts.read(release), parts)
    (said,) = [one for one in found if one.kind == "quotation"][-1:]
    assert {"ann", "engin"} <= said.keys
    assert "peter" in said.stems - said.keys


def test_of_one_item_of_a_list_that_is_asked_for_all_are_given(embedder: Embedder) -> None:
    pillars = (
        "Leeds, 3 May 2024 – Acme and Leeds University sign a memorandum\n\n"
        "The cooperation rests on three pillars:\n\n"
        "1. Joint research. The two will build a laboratory in the old mill.\n"
        "2. Scholarships. Acme will pay for 24 students a year.\n"
        "3. Start-up support. Twelve young firms may use the workshop.\n"
    )
    reader, found = of_text(pillars, embedder)
    for question in ("Which three pillars are there?", "List the areas they will work on."):
        given = exact_of(reader.read(question, found))
        assert given == ["Joint research", "Scholarships", "Start-up support"], question


def test_who_is_named_with_a_pronoun_alone_is_given_by_name(embedder: Embedder) -> None:
    text = """Leeds, 3 May 2024 – Acme opens a plant in Leeds

Ann Lowe, chief executive of Acme, spoke at the opening. “A plant without engineers is a shed,” she
said.
"""
    reader, found = of_text(text, embedder)
    (exact,) = exact_of(reader.read("Who said that a plant without engineers is a shed?", found))
    assert "Ann Lowe" in exact


ROW = """Leeds, 3 May 2024 – Acme opens a plant in Leeds

Acme has made progress in faster assembly, export sales, joint training of apprentices, and design.
"""


def test_a_list_is_not_cut(embedder: Embedder) -> None:
    reader, found = of_text(ROW, embedder)
    reading = reader.read("In which areas has Acme made progress?", found)
    given = " ".join(exact_of(reading) or map(words_of, reading.evidence))
    for item in ("faster assembly", "export sales", "joint training", "design"):
        assert item in given


def test_yes_or_no_is_answered_with_what_settles_it(embedder: Embedder) -> None:
    reader, found = of_text(NEWS, embedder)
    reading = reader.read("Does Acme employ 512 people in Leeds?", found)
    given = " ".join(exact_of(reading) or map(words_of, reading.evidence))
    assert "Acme employs 512 people in Leeds" in given


def test_to_whom_it_was_said_may_stand_before_it(embedder: Embedder) -> None:
    text = """Leeds, 3 May 2024 – Acme recalls a pump

Ann Lowe, managing director of Acme, apologised to customers. “People trusted us with their homes.
We let them down,” she said.
"""
    reader, found = of_text(text, embedder)
    given = " ".join(exact_of(reader.read("What did Ann Lowe say to customers?", found)))
    assert "We let them down" in given


LEASE = """Leeds, 3 May 2024 – Acme and Leeds University sign a memorandum of understanding

Acme and Leeds University have agreed to work together. The memorandum was signed by Ann Lowe, chief
executive of Acme, and Professor Sven Ek, rector of Leeds University.

The lease of the old mill was signed in 2019 by Cy Dane, then chairman of Acme.
"""


def test_who_signed_one_thing_did_not_sign_another(embedder: Embedder) -> None:
    reader, found = of_text(LEASE, embedder)
    given = " ".join(exact_of(reader.read("Who signed the memorandum?", found)))
    assert "Ann Lowe" in given and "Sven Ek" in given and "Cy Dane" not in given


def test_what_stands_before_a_quotation_is_not_what_it_is_about(embedder: Embedder) -> None:
    text = """Leeds, 3 May 2024 – Acme opens a plant in Leeds

Acme declined to comment on the lawsuit. At the opening Ann Lowe, chief executive of Acme, said: “We
are proud of our new pumps. They are the quietest on the market.”
"""
    reader, found = of_text(text, embedder)
    assert not reader.read("What did Ann Lowe say about the lawsuit?", found).answered
