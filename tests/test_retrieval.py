"""Both searches and their fusion find the right paragraph, whatever stands in the question."""

from __future__ import annotations

import pytest
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from pr_assistant.assistant import Assistant
from pr_assistant.models import ScoredPassage
from pr_assistant.retrieval import CANDIDATES, HybridSearch
from pr_assistant.retriever import HybridRetriever
from pr_assistant.words import content_words

CERTAIN = {
    "How many people does Huawei employ?": "208,000 employees",
    "Who signed the MoU?": "The MoU was signed by",
    "Where was the Memorandum of Understanding signed?": "Bantian Campus in Shenzhen",
    "Who witnessed the signing?": "The signing was witnessed by",
    "How many start-ups did PolyU faculty and researchers found?": "over 130 start-ups",
    "What funding did RAISe+ start-ups receive?": "HK$10 million each",
    "What is CloudMatrix 384?": "CloudMatrix 384",
    "Where is PolyU in the QS World University Rankings 2026?": "54th",
    "When was Huawei founded?": "Founded in 1987",
    "What is the motto of the University?": "To learn and to apply",
    "In which country is the incubation base?": "incubation base in Singapore",
    "What did Sunny Shang remark?": "Huawei places great emphasis",
}
"""Question → words of the paragraph that answers it."""


@pytest.fixture(scope="module")
def retriever(assistant: Assistant) -> HybridRetriever:
    return assistant.retriever


def texts(retriever: HybridRetriever, ranking: list[tuple[int, float]]) -> list[str]:
    numbers = [number for number, _ in ranking]
    passages = retriever.hybrid.index.passages(numbers)
    return [passages[number].text for number in numbers]


def of_size(retriever: HybridRetriever, top_k: int) -> HybridSearch:
    return HybridSearch(retriever.hybrid.index, retriever.hybrid.embedder, top_k)


@pytest.mark.parametrize("question", CERTAIN)
class TestFinds:
    def test_fused(self, retriever: HybridRetriever, question: str) -> None:
        best = [hit.passage.text for hit in retriever.search(question)[:3]]
        assert any(CERTAIN[question] in text for text in best)

    def test_by_words_alone(self, retriever: HybridRetriever, question: str) -> None:
        query = " OR ".join(f'"{word}"' for word in content_words(question))
        ranking = retriever.hybrid.index.bm25(query, 4)
        assert any(CERTAIN[question] in text for text in texts(retriever, ranking))

    def test_by_meaning_alone(self, retriever: HybridRetriever, question: str) -> None:
        vector = retriever.hybrid.embedder.embed_query(question)
        ranking = retriever.hybrid.index.nearest(vector, 5)
        assert any(CERTAIN[question] in text for text in texts(retriever, ranking))


def test_among_seven_releases_the_right_one_is_found(newsroom: Assistant) -> None:
    for question, words in CERTAIN.items():
        hits = newsroom.retriever.search(question)
        assert any(words in hit.passage.text for hit in hits), question


class TestScores:
    def test_are_in_order_and_between_nought_and_one(self, retriever: HybridRetriever) -> None:
        for question in CERTAIN:
            scores = [hit.score for hit in retriever.search(question)]
            assert scores == sorted(scores, reverse=True)
            assert 0 < scores[-1] <= scores[0] <= 1

    def test_say_what_each_search_found(self, retriever: HybridRetriever) -> None:
        best = retriever.search("How many people does Huawei employ?")[0]
        assert best.bm25 is not None
        assert best.bm25 > 0
        assert best.cosine is not None
        assert 0 < best.cosine < 1

    def test_words_that_no_release_has_leave_the_search_by_meaning(
        self, retriever: HybridRetriever
    ) -> None:
        hits = retriever.search("xyzzy plugh")
        assert hits
        assert all(hit.bm25 is None and hit.cosine is not None for hit in hits)

    def test_are_the_same_every_time(self, retriever: HybridRetriever) -> None:
        for question in CERTAIN:
            assert retriever.search(question) == retriever.search(question)


class TestTopK:
    @pytest.mark.parametrize("top_k", [1, 3, 12, 50])
    def test_is_how_many_are_found(self, retriever: HybridRetriever, top_k: int) -> None:
        sized = of_size(retriever, top_k)
        hits = sized.search("How many people does Huawei employ?")
        assert len(hits) == min(top_k, 12)
        assert len({hit.passage.number for hit in hits}) == len(hits)
        assert (
            hits
            == of_size(retriever, 50).search("How many people does Huawei employ?")[: len(hits)]
        )

    def test_of_more_than_the_candidates_of_one_search(self, newsroom: Assistant) -> None:
        sized = of_size(newsroom.retriever, CANDIDATES + 10)
        assert len(sized.search("What did the company announce?")) >= CANDIDATES


HARMLESS = [
    'Who signed "AND" OR NEAR( * " - : ^ { } + ?',
    "AND",
    "OR OR OR",
    "NOT",
    "NEAR(signed MoU, 2)",
    "text:signed",
    "section : About",
    "passages_fts MATCH 'x'",
    '"""',
    "'; DROP TABLE passages; --",
    "sign*",
    "^signed",
    "-signed",
    "(signed",
    "signed)",
    "who % _ \\ / signed",
    "{{7*7}} ${x}",
    "C++ & C# @ # $",
    "étudiants Müller 北京 Москва",
    "a\u200bb\u00ad c\ufeff",
    "\U0001f600 emoji 👩‍🔬",
    "I'm the one who's asking, aren't I?",
    "1,000,000.50 5% HK$10",
    " ".join(["signed"] * 300),
]


@pytest.mark.parametrize("question", HARMLESS)
def test_no_question_is_read_as_a_query(retriever: HybridRetriever, question: str) -> None:
    hits = retriever.search(question)
    assert all(isinstance(hit, ScoredPassage) for hit in hits)
    assert len(hits) == retriever.hybrid.top_k  # the search by meaning always finds some


def test_operators_do_not_change_what_is_found(retriever: HybridRetriever) -> None:
    plain = retriever.search("signed MoU Shenzhen")
    for question in ('signed* "MoU" Shenzhen', "(signed) -MoU ^Shenzhen", "signed: MoU + Shenzhen"):
        found = retriever.search(question)
        assert found[0].passage == plain[0].passage
        assert found[0].bm25 == plain[0].bm25


class TestLangChain:
    def test_documents_say_where_they_stand(
        self, assistant: Assistant, retriever: HybridRetriever
    ) -> None:
        question = "How many people does Huawei employ?"
        assert isinstance(retriever, BaseRetriever)
        documents = retriever.invoke(question)
        assert all(isinstance(document, Document) for document in documents)
        assert len(documents) == retriever.hybrid.top_k
        for document, hit in zip(documents, retriever.search(question), strict=True):
            release = assistant.index.release(document.metadata["release_id"])
            assert release is not None
            place = slice(document.metadata["start"], document.metadata["end"])
            assert release.text[place] == document.page_content == hit.passage.text
            assert document.metadata["section"] == hit.passage.section
            assert document.metadata["score"] == hit.score
            assert document.id == str(hit.passage.number)

    def test_batch_is_invoke_many_times(self, retriever: HybridRetriever) -> None:
        questions = list(CERTAIN)[:5]
        assert retriever.batch(questions) == [retriever.invoke(one) for one in questions]
