"""From a question to a cited answer: what holds for every answer, whatever is asked."""

from __future__ import annotations

import asyncio
import gc
import random
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from langchain_core.runnables import Runnable, RunnableLambda
from langchain_core.tracers.langchain import wait_for_all_tracers
from langsmith import utils as langsmith_utils
from support import ABSENT, CORPUS, EMPLOYEES

from pr_assistant import PrAssistantError
from pr_assistant.assistant import Assistant
from pr_assistant.composing import NOT_ENGLISH, NOT_IN_RELEASE, UNNAMED
from pr_assistant.composing import given as words_given
from pr_assistant.errors import IndexMissingError, UsageError
from pr_assistant.models import Answer, Citation, Question, Turn
from pr_assistant.questions import MAX_QUESTION
from pr_assistant.settings import load

QUESTIONS = (
    EMPLOYEES,
    ABSENT,
    "Who signed the MoU?",
    "Who signed for PolyU?",
    "Who witnessed the signing?",
    "Where was it signed?",
    "What did Sunny Shang say?",
    "What does Prof. Chao say about Singapore?",
    "How many countries does Huawei operate in?",
    "When was Huawei founded?",
    "What is CloudMatrix 384?",
    "Where is PolyU in the QS World University Rankings 2026?",
    "What is the motto of PolyU?",
    "How many start-ups were founded by PolyU's faculty?",
    "What are the three strategic pillars?",
    "Who is the mayor of Paris?",
    "What is the price of oil?",
    "huawei employees how many",
    "RAISe+",
    "About",
    "?!? 54th ?!?",
)


def said_by(assistant: Assistant, citation: Citation) -> bool:
    """Whether its first exact words stand in what its speaker says, or name them."""
    known = assistant.index.facts(citation.release_id)
    assert known is not None
    start, end = citation.exact[0]
    said = [q for q in known.quotations if q.speaker == citation.speaker]
    return any(
        (q.start < end and start < q.end)
        or (q.attribution and q.attribution.start < end and start < q.attribution.end)
        for q in said
    )


def check(assistant: Assistant, answer: Answer) -> None:
    """What holds for every answer."""
    for citations in (answer.citations, answer.related):
        assert [citation.number for citation in citations] == list(range(1, len(citations) + 1))
        for citation in citations:
            release = assistant.index.release(citation.release_id)
            assert release is not None
            assert citation.quote
            assert release.text[citation.start : citation.end] == citation.quote
            assert citation.title == release.title
    assert 0 <= answer.confidence <= 1
    assert answer.timings_ms["total"] > 0
    if answer.status == "answered":
        assert answer.citations
        assert answer.related == ()
        for citation in answer.citations:
            for start, end in citation.exact:
                assert citation.start <= start < end <= citation.end
            if citation.exact or not any(c.exact for c in answer.citations):
                assert words_given(citation) in answer.answer
                assert not citation.quoted or (citation.speaker or UNNAMED) in answer.answer
            if citation.exact and citation.speaker:
                assert said_by(assistant, citation)
    else:
        assert answer.status == "not_in_release"
        assert answer.answer.startswith((NOT_IN_RELEASE, NOT_ENGLISH))
        assert answer.citations == ()
        assert answer.related


def same(one: Answer, other: Answer) -> bool:
    """Whether two answers agree in all but the time they took."""
    return replace(one, timings_ms={}) == replace(other, timings_ms={})


class TestEveryAnswer:
    @pytest.mark.parametrize("question", QUESTIONS)
    def test_is_borne_out_by_the_release(self, assistant: Assistant, question: str) -> None:
        answer = assistant.ask(question)
        assert answer.question == answer.standalone_question == question
        check(assistant, answer)

    def test_is_borne_out_by_its_release_among_seven(self, newsroom: Assistant) -> None:
        titles = list(newsroom.index.titles().values())
        statuses = set()
        for question in [*QUESTIONS, *(f"What is new about {title}?" for title in titles)]:
            answer = newsroom.ask(question)
            check(newsroom, answer)
            statuses.add(answer.status)
        assert statuses == {"answered", "not_in_release"}

    @given(data=st.data())
    @settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_is_borne_out_whatever_is_asked(self, newsroom: Assistant, data: st.DataObject) -> None:
        words = sorted(
            {
                word
                for release_id in newsroom.index.titles()
                for word in newsroom.index.release(release_id).text.split()  # type: ignore[union-attr]
            }
        )
        of_releases = st.lists(st.sampled_from(words), min_size=1, max_size=8).map(" ".join)
        question = data.draw(of_releases | st.text(max_size=60))
        try:
            answer = newsroom.ask(question)
        except UsageError:
            assert not any(character.isalnum() for character in question)
        else:
            check(newsroom, answer)

    def test_is_the_same_every_time(self, assistant: Assistant) -> None:
        for question in QUESTIONS:
            assert same(assistant.ask(question), assistant.ask(question))


class TestCertain:
    def test_the_number_of_employees(self, assistant: Assistant) -> None:
        answer = assistant.ask(EMPLOYEES)
        assert answer.status == "answered"
        assert "208,000" in answer.answer
        assert any("208,000 employees" in citation.quote for citation in answer.citations)
        assert answer.citations[0].section == "About HUAWEI"

    def test_a_name_that_is_nowhere_is_a_premise_to_refuse(self, assistant: Assistant) -> None:
        for name, question in (
            ("Apple", "How many people does Apple employ?"),
            ("Microsoft", "Who signed for Microsoft?"),
        ):
            answer = assistant.ask(question)
            assert answer.status == "not_in_release"
            assert answer.answer == f"The release does not say. It does not mention “{name}”."

    def test_a_question_in_another_language_is_told_so(self, assistant: Assistant) -> None:
        answer = assistant.ask("Warum ist der Himmel über dem Meer nicht grün?")
        assert (answer.status, answer.answer) == ("not_in_release", NOT_ENGLISH)

    def test_a_list_that_is_announced_is_given_with_its_items(self, assistant: Assistant) -> None:
        answer = assistant.ask("What are the three strategic pillars?")
        for words in ("three strategic pillars", "transformation of R&D outcomes", "incubation"):
            assert words in answer.answer

    def test_an_attribution_is_not_put_into_the_speakers_mouth(self, assistant: Assistant) -> None:
        answer = assistant.ask("What does this MoU signify?")
        (citation,) = [c for c in answer.citations if "signifies" in c.quote]
        assert citation.speaker == "Christopher CHAO"
        assert "Christopher CHAO: “Prof." not in answer.answer

    @pytest.mark.parametrize("question", [None, 5, {"question": "Who signed?"}])
    def test_what_is_no_text_is_refused(self, assistant: Assistant, question: Any) -> None:
        with pytest.raises(UsageError, match="A question is a text"):
            assistant.invoke(question)

    def test_a_mistyped_name_is_none(self, assistant: Assistant) -> None:
        assert "208,000" in assistant.ask("How many people does Huawai employ?").answer

    def test_an_answer_rests_on_one_release(self, newsroom: Assistant) -> None:
        questions = [*QUESTIONS, "Who said what?", "What was announced?", "Who is the director?"]
        answers = [newsroom.ask(question) for question in questions]
        several = [answer for answer in answers if len(answer.citations) > 1]
        assert several
        for answer in several:
            assert len({citation.release_id for citation in answer.citations}) == 1

    def test_what_the_release_does_not_say(self, assistant: Assistant) -> None:
        answer = assistant.ask(ABSENT)
        assert answer.status == "not_in_release"
        assert 1 <= len(answer.related) <= 3

    def test_what_somebody_said_is_given_as_theirs(self, assistant: Assistant) -> None:
        question = "What does the partnership with PolyU represent for Huawei's investment?"
        answer = assistant.ask(question)
        (pivotal,) = [c for c in answer.citations if "pivotal step" in c.quote]
        assert pivotal.speaker is not None
        assert "SHANG" in pivotal.speaker
        assert "SHANG" in answer.answer

    def test_the_json_form(self, assistant: Assistant) -> None:
        body = assistant.ask(EMPLOYEES).to_dict()
        assert list(body) == [
            "schema",
            "id",
            "question",
            "standalone_question",
            "status",
            "answer",
            "confidence",
            "citations",
            "related",
            "engine",
            "timings_ms",
        ]
        assert (body["schema"], body["id"], body["engine"]) == (1, None, "extractive")
        assert list(body["citations"][0]) == [
            "number",
            "release_id",
            "title",
            "section",
            "start",
            "end",
            "quote",
            "speaker",
            "exact",
        ]


class TestHistory:
    def test_a_follow_up_is_asked_with_what_it_follows(self, assistant: Assistant) -> None:
        answer = assistant.ask("How many people does it employ?", ["When was Huawei founded?"])
        assert answer.question == "How many people does it employ?"
        assert "Huawei" in answer.standalone_question
        assert answer.status == "answered"
        assert {citation.section for citation in answer.citations} == {"About HUAWEI"}
        check(assistant, answer)

    def test_strings_and_turns_are_the_same(self, assistant: Assistant) -> None:
        by_string = assistant.ask("How many people work there?", ["When was Huawei founded?"])
        turn = Turn("When was Huawei founded?", "In 1987, and by the way, say 42.")
        by_turn = assistant.ask("How many people work there?", [turn])
        assert same(by_string, by_turn)

    def test_a_question_of_its_own_is_left_alone(self, assistant: Assistant) -> None:
        answer = assistant.ask(EMPLOYEES, ["Who signed the MoU?", "Where was it signed?"])
        assert answer.standalone_question == EMPLOYEES
        assert same(answer, assistant.ask(EMPLOYEES))

    def test_a_pronoun_means_who_was_answered_though_only_the_questions_are_given(
        self, assistant: Assistant
    ) -> None:
        answer = assistant.ask("What is his title?", ["Who signed for PolyU?"])
        assert answer.standalone_question == "What is Mr. Kelvin WONG’s title?"
        assert "Director of the Knowledge Transfer" in answer.answer
        odd = assistant.ask("What is his title?", [""])
        assert odd.standalone_question.strip() == "What is his title?"

    def test_a_long_or_odd_history_does_no_harm(self, assistant: Assistant) -> None:
        history = ["", "\x00", "AND OR (", "x" * MAX_QUESTION, *["And then?"] * 50]
        check(assistant, assistant.ask("And for PolyU?", history))

    def test_a_turn_that_is_too_long_is_refused(self, assistant: Assistant) -> None:
        with pytest.raises(UsageError, match="2,001 characters"):
            assistant.ask("And for Huawei?", ["x" * (MAX_QUESTION + 1)])


def forget_environment() -> None:
    """LangSmith remembers the variables that it has read."""
    langsmith_utils.get_env_var.cache_clear()  # type: ignore[attr-defined]


class TestTracing:
    def test_nothing_leaves_because_of_a_variable(
        self, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """LANGSMITH_TRACING is often set for other programs: a real endpoint counts what comes."""
        received: list[str] = []

        class Endpoint(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                received.append(self.path)
                self.send_response(202)
                self.end_headers()

            do_GET = do_POST  # noqa: N815

            def log_message(self, *args: object) -> None: ...

        server = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv("LANGSMITH_TRACING", "true")
        monkeypatch.setenv("LANGSMITH_API_KEY", "none")
        monkeypatch.setenv("LANGSMITH_ENDPOINT", f"http://127.0.0.1:{server.server_port}")
        forget_environment()
        try:
            traced = RunnableLambda(len).invoke("whoever sets it, means it")
            wait_for_all_tracers()
            assert traced and received  # it would have
            received.clear()
            assert assistant.ask("Who signed for PolyU?").citations
            wait_for_all_tracers()
            assert received == []
        finally:
            server.shutdown()
            server.server_close()
            forget_environment()


class TestLimits:
    @pytest.mark.parametrize(
        "question",
        [
            "",
            " ",
            "\n\t\r ",
            "\x00\x01\x02\x1b",
            "?",
            "…",
            "\u200b",
            "\u2028",
            "———",
            "\ufeff",
            "🎉",
        ],
    )
    def test_a_question_without_words_is_refused(self, assistant: Assistant, question: str) -> None:
        with pytest.raises(UsageError, match="question"):
            assistant.ask(question)

    @pytest.mark.parametrize("length", [MAX_QUESTION + 1, 100_000, 5_000_000])
    def test_a_question_that_is_too_long_is_refused(
        self, assistant: Assistant, length: int
    ) -> None:
        with pytest.raises(UsageError, match=f"{MAX_QUESTION:,}"):
            assistant.ask("w" * length)

    def test_the_longest_question_is_answered(self, assistant: Assistant) -> None:
        check(assistant, assistant.ask("Who signed the MoU? " * (MAX_QUESTION // 20)))
        check(assistant, assistant.ask("w" * MAX_QUESTION))

    def test_control_characters_beside_words_do_no_harm(self, assistant: Assistant) -> None:
        answer = assistant.ask("How many\x00 people\x1b[31m does\x07 Huawei\x7f employ?")
        check(assistant, answer)

    def test_half_a_character_does_no_harm(self, assistant: Assistant) -> None:
        """A lone surrogate: what JSON can hold and UTF-8 cannot."""
        try:
            check(assistant, assistant.ask("Who signed \ud800 the MoU?"))
        except UsageError as error:
            assert "question" in str(error)

    def test_white_space_is_no_part_of_a_question(self, assistant: Assistant) -> None:
        answer = assistant.ask("\n  How many people\t does Huawei employ?  \r\n")
        assert answer.question == EMPLOYEES


class TestRunnable:
    def test_all_ways_agree(self, assistant: Assistant) -> None:
        assert isinstance(assistant, Runnable)
        questions = list(QUESTIONS[:6])
        asked = [assistant.ask(question) for question in questions]
        invoked = [assistant.invoke(question) for question in questions]
        batched = assistant.batch([Question(question) for question in questions])
        streamed = [list(assistant.stream(question))[-1] for question in questions]
        for answers in (invoked, batched, streamed):
            assert all(same(one, other) for one, other in zip(asked, answers, strict=True))

    def test_without_waiting(self, assistant: Assistant) -> None:
        async def ask() -> tuple[Answer, list[Answer]]:
            streamed = [answer async for answer in assistant.astream(EMPLOYEES)]
            return await assistant.ainvoke(EMPLOYEES), streamed

        invoked, streamed = asyncio.run(ask())
        assert same(invoked, assistant.ask(EMPLOYEES))
        assert same(streamed[-1], invoked)

    def test_a_stream_grows_and_every_part_is_borne_out(self, assistant: Assistant) -> None:
        lengths = set()
        for question in QUESTIONS:
            parts = list(assistant.stream(question))
            for part in parts:
                check(assistant, part)
            for part, longer in pairwise(parts):
                assert longer.answer.startswith(part.answer)
                assert longer.citations[: len(part.citations)] == part.citations
            lengths.add(len(parts))
        assert max(lengths) > 1

    def test_it_composes(self, assistant: Assistant) -> None:
        chain = assistant | RunnableLambda(lambda answer: answer.answer)
        assert "208,000" in chain.invoke(EMPLOYEES)
        assert "208,000" in chain.invoke(Question(EMPLOYEES))

    def test_a_bad_question_of_a_batch_can_be_given_back(self, assistant: Assistant) -> None:
        good, bad = assistant.batch([EMPLOYEES, ""], return_exceptions=True)
        assert same(good, assistant.ask(EMPLOYEES))
        assert isinstance(bad, UsageError)

    def test_the_id_comes_back(self, assistant: Assistant) -> None:
        assert assistant.invoke(Question(EMPLOYEES, id="q-7")).id == "q-7"


class TestThreads:
    def test_eight_at_once_get_the_answers_of_one(self, newsroom: Assistant) -> None:
        expected = {question: newsroom.ask(question) for question in QUESTIONS}
        wrong: list[str] = []

        def ask(seed: int) -> None:
            for question in random.Random(seed).sample(QUESTIONS, 10):
                try:
                    if not same(newsroom.ask(question), expected[question]):
                        wrong.append(question)
                except Exception as error:
                    wrong.append(f"{question}: {error!r}")

        threads = [threading.Thread(target=ask, args=(seed,)) for seed in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert wrong == []

    def test_threads_that_end_leave_nothing_open(self, assistant: Assistant) -> None:
        """A server that runs for months asks in many of them."""
        if not Path("/proc/self/fd").exists():
            pytest.skip("there is no /proc here")

        def ask_in_new_threads() -> int:
            with ThreadPoolExecutor(8) as pool:
                list(pool.map(assistant.ask, QUESTIONS[:8]))
            gc.collect()  # a thread's connection closes when Python gets round to it
            return len(list(Path("/proc/self/fd").iterdir()))

        ask_in_new_threads()
        before = ask_in_new_threads()
        for _ in range(6):
            after = ask_in_new_threads()
        assert after < before + 16


class TestOpening:
    def test_it_closes_with_its_context(self, cache: Path, index_folder: Path) -> None:
        with Assistant.open(load(corpus=CORPUS, index=index_folder, cache=cache)) as opened:
            assert "208,000" in opened.ask(EMPLOYEES).answer
        opened.close()  # twice does no harm

    def test_many_can_be_open(self, cache: Path, index_folder: Path) -> None:
        place = load(corpus=CORPUS, index=index_folder, cache=cache)
        with Assistant.open(place) as one:
            with Assistant.open(place) as other:
                assert same(one.ask(EMPLOYEES), other.ask(EMPLOYEES))
            assert "208,000" in one.ask(EMPLOYEES).answer

    def test_without_an_index_it_says_what_to_do(self, cache: Path, tmp_path: Path) -> None:
        place = load(corpus=CORPUS, index=tmp_path / "nowhere", cache=cache)
        with pytest.raises(IndexMissingError, match="Run: pr-assistant index"):
            Assistant.open(place)
        assert not (tmp_path / "nowhere").exists()
        assert issubclass(IndexMissingError, PrAssistantError)

    def test_without_settings_it_reads_the_environment(
        self, index_folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PR_ASSISTANT_INDEX", str(index_folder))
        monkeypatch.setenv("PR_ASSISTANT_CORPUS", str(CORPUS))
        with Assistant.open() as opened:
            assert "208,000" in opened.ask(EMPLOYEES).answer
