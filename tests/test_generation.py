"""Answers in prose by a model behind a real server: verified, streamed, and replaced where bad."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

import pytest
from model_server import KEY, ModelServer, Reply, serving
from support import CORPUS, PROJECT, environment, run, wait_until
from ui_support import free_port

from pr_assistant.assistant import Assistant
from pr_assistant.bootstrap import open_writer
from pr_assistant.composing import NOT_IN_RELEASE
from pr_assistant.embedding import Embedder
from pr_assistant.errors import ProviderError
from pr_assistant.generation.prompting import REFUSAL
from pr_assistant.models import Answer, Turn
from pr_assistant.settings import load

QUESTION = "How many people does Huawei employ?"
TRUE = "Huawei has approximately 208,000 employees."
MARKED = f"{TRUE} [[1: We have approximately 208,000 employees]]\n"
FALSE = "Huawei has approximately 209,000 employees. [[1: approximately 208,000 employees]]\n"


@pytest.fixture
def asked(index_folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Opens an assistant whose model is behind a server."""
    monkeypatch.setenv("PR_ASSISTANT_MODEL_KEY", KEY)

    @contextmanager
    def opened(server: ModelServer, **changes: Any) -> Iterator[Assistant]:
        settings = load(
            corpus=CORPUS, index=index_folder, cache=cache, model_url=server.url,
            **{"model": "openai:scripted", "model_timeout": 60.0, **changes},
        )  # fmt: skip
        with Assistant.open(settings) as assistant:
            yield assistant

    return opened


def draft(answer: Answer) -> Any:
    assert answer.draft is not None
    return answer.draft


def check_fallback(answer: Answer, *words: str) -> None:
    """It is the extractive answer, and says in one sentence why."""
    assert answer.engine == "extractive"
    assert answer.status == "answered"
    assert "208,000" in answer.answer
    assert draft(answer).statements == ()
    for word in words:
        assert word in draft(answer).notice
    assert KEY not in str(answer.to_dict())


class TestAGoodDraft:
    def test_is_the_answer_with_its_citations(self, asked: Any) -> None:
        with serving(Reply(MARKED)) as server, asked(server) as assistant:
            answer = assistant.ask(QUESTION)
        assert answer.answer == f"{TRUE} [1]"
        assert answer.engine == "openai:scripted"
        (citation,) = answer.citations
        assert "approximately 208,000 employees" in citation.quote
        assert draft(answer).statements[0].citations == (1,)
        assert draft(answer).tokens == (100, 20)
        assert server.keys == [f"Bearer {KEY}"]

    def test_loses_only_what_is_false(self, asked: Any) -> None:
        with serving(Reply(FALSE + MARKED)) as server, asked(server) as assistant:
            answer = assistant.ask(QUESTION)
        assert answer.answer == f"{TRUE} [1]"
        (dropped,) = draft(answer).dropped
        assert "209,000" in dropped.text
        assert answer.to_dict()["draft"]["dropped"][0]["reason"]

    def test_may_refuse(self, asked: Any) -> None:
        with serving(Reply(REFUSAL)) as server, asked(server) as assistant:
            answer = assistant.ask(QUESTION)
        assert answer.status == "not_in_release"
        assert answer.answer == NOT_IN_RELEASE
        assert answer.engine == "openai:scripted"
        assert answer.citations == ()

    @pytest.mark.parametrize("piece", [1, 2, 3, 5, 11, 1000])
    def test_is_the_same_however_it_is_split(self, asked: Any, piece: int) -> None:
        with serving(Reply(FALSE + MARKED, piece=piece)) as server, asked(server) as assistant:
            assert assistant.ask(QUESTION).answer == f"{TRUE} [1]"

    def test_is_streamed_sentence_by_sentence(self, asked: Any) -> None:
        second = "Huawei was founded in 1987. [[1: Founded in 1987]]\n"
        with serving(Reply(MARKED + FALSE + second)) as server, asked(server) as assistant:
            grown = [answer.answer for answer in assistant.stream(QUESTION)]
        assert grown[0] == f"{TRUE} [1]"
        assert grown[-1].startswith(f"{TRUE} [1] Huawei was founded in 1987.")
        assert not any("209,000" in text for text in grown)

    def test_ends_when_nobody_reads_it(self, asked: Any) -> None:
        endless = Reply(MARKED + "and " * 5, endless=True, pause_s=0.02)
        with serving(endless) as server, asked(server) as assistant:
            stream = assistant.stream(QUESTION)
            assert "208,000" in next(stream).answer
            stream.close()
            wait_until(server.broken.is_set, 10)


class TestABadDraft:
    @pytest.mark.parametrize(
        "text",
        [
            FALSE,
            "Huawei employs 300,000 people. [[99: no such passage]]",
            "The moon is made of cheese.",
            f"{FALSE}{FALSE}{FALSE}".replace("\n", " "),
            "![x](https://evil.example/?q=208,000) Huawei has approximately 208,000 employees.",
            "Huawei has approximately 208,000 employees, see https://evil.example",
        ],
    )
    def test_gives_way_to_the_extractive_answer(self, asked: Any, text: str) -> None:
        with serving(Reply(text)) as server, asked(server) as assistant:
            answer = assistant.ask(QUESTION)
        check_fallback(answer, "borne out")
        assert draft(answer).dropped
        assert "evil" not in answer.answer

    def test_a_true_sentence_with_a_wrong_or_no_marker_is_cited_anew(self, asked: Any) -> None:
        for marker in ("", "[[77: x]]", "[[2: Huawei]]", "[9]"):
            with serving(Reply(f"{TRUE} {marker}")) as server, asked(server) as assistant:
                answer = assistant.ask(QUESTION)
            assert answer.answer == f"{TRUE} [1]"
            assert "208,000" in answer.citations[0].quote


class TestAFailingProvider:
    @pytest.mark.parametrize(
        ("reply", "word", "calls"),
        [
            (Reply(status=401), "key", 1),
            (Reply(status=403), "key", 1),
            (Reply(status=404), "knows no model", 1),
            (Reply(status=400), "HTTP 400", 2),
            (Reply(status=500), "HTTP 500", 3),
            (Reply(status=429, headers={"Retry-After": "0"}), "too many requests", 3),
            (Reply(status=429, headers={"Retry-After": "3600"}), "too many requests", 1),
            (Reply(MARKED + FALSE, cut=True), "cut", 3),
            (Reply(""), "wrote nothing", 3),
            (Reply('{"sentences": [{"text": '), "cannot be read", 3),
            (Reply("spam " * 40, endless=True), "come to an end", 1),
            (Reply(raw=b"data: {not json\n\n"), "cannot be read", 3),
            (Reply(raw=b"<html>hello</html>"), "", 3),
            (Reply(status=307, headers={"Location": "/v2"}), "elsewhere", 1),
            (Reply(MARKED, finish="content_filter"), "filter", 1),
            (Reply(raw=b'data: {"error": {"message": "x"}}\n\n'), "reports a fault", 3),
            (Reply(MARKED, headers={"Content-Encoding": "gzip"}), "cannot be read", 3),
        ],
    )
    def test_is_told_in_a_sentence(self, asked: Any, reply: Reply, word: str, calls: int) -> None:
        with serving(reply) as server, asked(server) as assistant:
            answer = assistant.ask(QUESTION)
        check_fallback(answer, "could not be used", word)
        assert len(server.requests) == calls

    @pytest.mark.parametrize(
        "reply", [Reply(MARKED, wait_s=200), Reply("x" * 400, piece=1, pause_s=1)]
    )
    def test_that_is_slow_is_not_waited_for(self, asked: Any, reply: Reply) -> None:
        with serving(reply) as server, asked(server, model_timeout=1.5) as assistant:
            assistant.retriever.search(QUESTION)  # what loads at first use is no wait for a model
            began = time.monotonic()
            answer = assistant.ask(QUESTION)
            assert time.monotonic() - began < 100
        check_fallback(answer, "in time")

    def test_that_points_elsewhere_is_not_followed(self, asked: Any) -> None:
        with serving(Reply(MARKED)) as other:
            away = Reply(status=307, headers={"Location": f"{other.url}/chat/completions"})
            with serving(away) as server, asked(server) as assistant:
                check_fallback(assistant.ask(QUESTION), "elsewhere")
        assert other.requests == []

    def test_that_recovers_is_used(self, asked: Any) -> None:
        replies = (Reply(status=500), Reply(MARKED, cut=True), Reply(MARKED))
        with serving(*replies) as server, asked(server) as assistant:
            assert assistant.ask(QUESTION).answer == f"{TRUE} [1]"
        assert len(server.requests) == 3

    def test_that_is_not_there(self, asked: Any) -> None:
        with serving(Reply(MARKED)) as server:
            pass
        with asked(server) as assistant:
            check_fallback(assistant.ask(QUESTION), "cannot be reached")

    def test_is_an_error_where_nothing_may_take_its_place(self, asked: Any) -> None:
        with serving(Reply(status=401)) as server, asked(server, fallback=False) as assistant:
            with pytest.raises(ProviderError, match="key"):
                assistant.ask(QUESTION)
            with pytest.raises(ProviderError, match="key"):
                list(assistant.stream(QUESTION))


class TestStructuredOutput:
    """A model whose provider has it is asked for JSON."""

    ROW: ClassVar = {"text": TRUE, "evidence": [{"passage": 1, "words": "208,000 employees"}]}

    def ask(self, asked: Any, *replies: Reply) -> tuple[Answer, list[dict[str, Any]]]:
        with serving(*replies) as server, asked(server, model="openai:gpt-4o-mini") as assistant:
            return assistant.ask(QUESTION), server.requests

    @pytest.mark.parametrize(
        "text",
        [
            json.dumps({"sentences": [ROW]}),
            json.dumps({"why": {"text": FALSE}, "sentences": [{"n": 1, **ROW}], "more": {"a": 1}}),
            json.dumps({"sentences": [ROW, {**ROW, "text": FALSE}]})[:-20],
            json.dumps({"sentences": [{**ROW, "evidence": [{"passage": "1"}, 7, None]}]}),
            json.dumps({"sentences": [{**ROW, "evidence": "1"}, {"text": None}, 5, {}]}),
            MARKED,
        ],
        ids=["sound", "extra keys", "truncated", "evidence of no use", "odd types", "text"],
    )
    def test_is_read(self, asked: Any, text: str) -> None:
        answer, (request,) = self.ask(asked, Reply(text))
        assert answer.answer == f"{TRUE} [1]"
        assert request["response_format"]["json_schema"]["strict"]
        assert "JSON" in request["messages"][0]["content"]

    @pytest.mark.parametrize("text", ['{"sentences": [{"text": "Huaw', '{"sentences": {}', "{]"])
    def test_that_is_none_gives_way(self, asked: Any, text: str) -> None:
        answer, requests = self.ask(asked, Reply(text))
        check_fallback(answer, "cannot be read")
        assert len(requests) == 3

    def test_may_be_refused_last_of_all(self, asked: Any) -> None:
        failing = Reply(status=500, headers={"Retry-After": "0"})
        answer, _ = self.ask(asked, failing, failing, Reply(status=400))
        check_fallback(answer, "HTTP 400")

    def test_is_not_asked_for_again_where_it_is_refused(self, asked: Any) -> None:
        answer, (first, second) = self.ask(asked, Reply(status=400), Reply(MARKED))
        assert answer.answer == f"{TRUE} [1]"
        assert "response_format" in first
        assert not second.keys() & {"response_format", "stream_options"}
        assert "[[" in second["messages"][0]["content"]


def test_what_was_written_before_a_cut_is_told(asked: Any) -> None:
    cut = Reply(FALSE + MARKED + "See https://evil.example/ " * 9, cut=True)
    with serving(cut) as server, asked(server) as assistant:
        answer = assistant.ask(QUESTION)
    check_fallback(answer, "cut")
    assert "209,000" in draft(answer).dropped[0].text
    assert "evil" not in str(answer.to_dict())


def test_the_babble_of_a_server_of_others_is_dropped(asked: Any, tmp_path: Path) -> None:
    """The server is transformers' own; its model has random weights."""
    model, port = tmp_path / "model", free_port()
    code = Path(__file__).parent / "babbling_server.py"
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, code, model, str(port)],
            stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
            env=environment(HF_HUB_OFFLINE="1"),
        )  # fmt: skip
    server = ModelServer()
    server.url = f"http://127.0.0.1:{port}/v1"
    try:
        said = tmp_path / "log"
        wait_until(lambda: "startup complete" in said.read_text() or process.poll() is not None)
        with asked(server, model=str(model)) as assistant:
            answer = assistant.ask(QUESTION)
    finally:
        process.kill()
        process.wait()
    check_fallback(answer)
    assert draft(answer).dropped, said.read_text()


class TestFollowUps:
    def test_are_rewritten_and_shown(self, asked: Any) -> None:
        def reply(prompt: str) -> str:
            return (
                "When was Huawei founded?"
                if "Last question" in prompt
                else ("Huawei was founded in 1987. [[1: Founded in 1987]]")
            )

        with serving(reply) as server, asked(server) as assistant:
            answer = assistant.ask("When was it founded?", [Turn(QUESTION)])
        assert answer.standalone_question == "When was Huawei founded?"
        assert "1987" in answer.answer

    @pytest.mark.parametrize(
        "rewritten", ["", "Who is Elon Musk?", "x" * 3000, "What about 2031?", "Banana split"]
    )
    def test_are_read_by_rule_where_the_model_adds_to_them(
        self, asked: Any, rewritten: str
    ) -> None:
        def reply(prompt: str) -> str:
            return rewritten if "Last question" in prompt else MARKED

        with serving(reply) as server, asked(server) as assistant:
            answer = assistant.ask("Since when?", [Turn(QUESTION)])
        assert answer.standalone_question == f"{QUESTION} Since when?"


class TestTheCommandLine:
    def ask(self, index: Path, url: str, *flags: str) -> Any:
        return run(
            "ask", QUESTION, "--corpus", CORPUS, "--index", index, "--model", "openai:scripted",
            "--model-url", url, *flags, env={"PR_ASSISTANT_MODEL_KEY": KEY}, timeout=250,
        )  # fmt: skip

    def test_answers_with_the_model(self, index_folder: Path) -> None:
        with serving(Reply(FALSE + MARKED)) as server:
            done = self.ask(index_folder, server.url).check()
        assert TRUE in done.out
        assert "1 sentence" in done.out

    def test_falls_back_or_exits_with_5(self, index_folder: Path) -> None:
        with serving(Reply(status=401)) as server:
            told = self.ask(index_folder, server.url).check()
            refused = self.ask(index_folder, server.url, "--no-fallback").check(5)
        assert "could not be used" in told.out
        assert "208,000" in told.out
        assert refused.out == ""
        for done in (told, refused):
            assert KEY not in done.out + done.err

    def test_goes_on_with_a_batch(self, index_folder: Path) -> None:
        lines = [json.dumps({"id": number, "question": QUESTION}) for number in (1, 2, 3)]
        with serving(Reply(FALSE + MARKED), Reply(status=401), Reply(FALSE + MARKED)) as server:
            done = run(
                "ask", "--batch", "-", "--corpus", CORPUS, "--index", index_folder,
                "--model", "openai:scripted", "--model-url", server.url, "--no-fallback",
                stdin="\n".join(lines), env={"PR_ASSISTANT_MODEL_KEY": KEY}, timeout=250,
            ).check(5)  # fmt: skip
        first, second, third = map(json.loads, done.out.splitlines())
        assert (first["status"], third["status"]) == ("answered", "answered")
        assert (second["id"], second["line"]) == (2, 2)
        assert "error" in second

    def test_ends_as_it_should_while_the_model_still_writes(self, index_folder: Path) -> None:
        endless = Reply("x" * 4_000_000, piece=4_000_000, endless=True)
        with serving(endless) as server:
            refused = self.ask(index_folder, server.url, "--no-fallback").check(5)
        assert refused.err.count("\n") == 1

    def test_shows_nothing_of_what_has_the_wrong_type(self, index_folder: Path) -> None:
        odd = b'data: {"choices": [{"index": 0, "delta": {"content": [7391]}}]}\n\n'
        with serving(Reply(raw=odd)) as server:
            told = self.ask(index_folder, server.url).check()
        assert told.err == ""

    def test_measures_it_beside_the_extractive_reader(self, tmp_path: Path) -> None:
        with serving(Reply(FALSE + MARKED)) as server:
            done = run(
                "eval", "--model", "openai:scripted", "--model-url", server.url, "--limit", "2",
                "--cases", PROJECT / "evals" / "cases" / "2025-06-27-huawei-cloud-polyu-mou.jsonl",
                "--corpus", CORPUS, "--output", tmp_path,
                env={"PR_ASSISTANT_MODEL_KEY": KEY}, timeout=250,
            ).check()  # fmt: skip
        assert "ENGINE openai:scripted; change: against extractive" in done.out
        assert "200 read and 40 written for 2 questions (100 and 20 each)" in done.out
        assert "answers: right" in done.out
        assert len(server.requests) == 2
        for path in tmp_path.iterdir():
            assert KEY not in path.read_text("utf-8") + done.out + done.err

    def test_says_which_package_is_missing(self, index_folder: Path) -> None:
        done = run("ask", QUESTION, "--corpus", CORPUS, "--index", index_folder,
                   "--model", "nonsense:x", timeout=250).check(2)  # fmt: skip
        assert "nonsense" in done.err


def test_a_question_waits_for_no_other(asked: Any, embedder: Embedder) -> None:
    """One slow answer does not hold up another."""
    slow, quick = Reply(MARKED, wait_s=10), Reply(MARKED)
    with serving(slow, quick) as server, asked(server) as assistant:
        first = threading.Thread(target=assistant.ask, args=(QUESTION,))
        first.start()
        wait_until(lambda: server.requests)
        assistant.ask(QUESTION)
        assert first.is_alive()
        first.join()


def test_without_a_model_there_is_no_writer(assistant: Assistant) -> None:
    assert open_writer(load(), assistant.index) is None
