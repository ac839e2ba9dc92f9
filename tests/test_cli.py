"""The command line, to its contract: each command is a real process."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from support import (
    ABSENT,
    CORPUS,
    EMPLOYEES,
    Done,
    command,
    environment,
    run,
    short_texts,
    wait_until,
    write_release,
)

COMMANDS = ("index", "ask", "chat", "serve", "doctor")
ANSWER_KEYS = [
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


@pytest.fixture(scope="module")
def places(index_folder: Path) -> tuple[str | Path, ...]:
    return ("--corpus", CORPUS, "--index", index_folder)


class TestHelp:
    def test_answers_in_under_half_a_second(self) -> None:
        """The best of five: others may be at work on this machine."""
        best = 9.0
        for _ in range(5):
            began = time.perf_counter()
            run("--help").check()
            best = min(best, time.perf_counter() - began)
        assert best < 0.5

    def test_names_the_commands_and_the_exit_codes(self) -> None:
        done = run("--help").check()
        for name in COMMANDS:
            assert re.search(rf"^  {name}\b", done.out, re.MULTILINE)
        text = " ".join(done.out.split())
        for code in ("0 answered", "1 failure", "2 usage", "3 the release", "4 index", "5 model"):
            assert code in text
        assert "130 interrupted" in text
        assert done.err == ""

    @pytest.mark.parametrize("name", COMMANDS)
    def test_of_every_command(self, name: str) -> None:
        done = run(name, "--help").check()
        assert done.out.startswith("Usage: ")
        assert "--corpus DIR" in done.out
        assert "--index DIR" in done.out
        assert run(name, "-h").check().out == done.out

    def test_nothing_given_is_help(self) -> None:
        assert run().check(2).err.startswith("Usage: ")

    def test_version(self) -> None:
        assert re.fullmatch(r"pr-assistant \d+\.\d+\.\d+\n", run("--version").check().out)


class TestUsage:
    @pytest.mark.parametrize(
        "arguments",
        [
            ("no-such-command",),
            ("ask", "--no-such-flag"),
            ("ask", "a question", "--batch", "-"),
            ("ask", "--batch", "no-such-file.jsonl"),
            ("ask", "--batch", "."),
            ("serve", "--port", "seventy"),
            ("serve", "--port", "0"),
            ("index", "--corpus", "no-such-folder"),
        ],
    )
    def test_what_cannot_be_used_exits_with_2(
        self, arguments: tuple[str, ...], tmp_path: Path
    ) -> None:
        done = run(*arguments, cwd=tmp_path).check(2)
        assert done.out == ""
        assert done.err

    def test_no_question(self, places: tuple[str | Path, ...]) -> None:
        done = run("ask", *places).check(2)
        assert "question" in done.err
        assert done.out == ""

    @pytest.mark.parametrize("question", ["", "???", "\x01\x02", "w" * 100_000])
    def test_a_question_that_is_none(self, places: tuple[str | Path, ...], question: str) -> None:
        done = run("ask", question, *places).check(2)
        assert "question" in done.err
        assert len(done.err) < 500
        assert done.out == ""


class TestAsk:
    def test_stdout_carries_the_answer_alone(self, places: tuple[str | Path, ...]) -> None:
        done = run("ask", EMPLOYEES, *places).check(0)
        assert done.err == ""
        paragraphs = done.out.strip().split("\n\n")
        assert "208,000" in paragraphs[0]
        release = (CORPUS / "2025-06-27-huawei-cloud-polyu-mou.txt").read_text("utf-8")
        for paragraph in paragraphs[1:]:
            match = re.fullmatch(
                r"\[\d\] “(?P<quote>.+)”\n    .+ \(2025-06-27-huawei-cloud-polyu-mou\)\n"
                r"    section “.+”, characters (?P<start>\d+)–(?P<end>\d+)",
                paragraph,
            )
            assert match, paragraph
            assert release[int(match["start"]) : int(match["end"])] == match["quote"]

    def test_words_without_quotation_marks_are_one_question(
        self, places: tuple[str | Path, ...]
    ) -> None:
        done = run("ask", "--json", *EMPLOYEES.split(), *places).check(0)
        assert json.loads(done.out)["question"] == EMPLOYEES

    def test_of_one_release_alone(self, tmp_path: Path) -> None:
        corpus = tmp_path / "corpus"
        for name, people in (("Acme", "512"), ("Bolt", "77")):
            write_release(
                corpus, f"{name.lower()}.txt", f"{name} grows\n\nIt has {people} staff.\n"
            )
        places = ("--corpus", corpus, "--index", tmp_path / "index")
        run("index", *places).check(0)
        question = ("ask", "--json", "How many staff are there?", *places)
        answer = json.loads(run(*question, "--release", "bolt grows").check(0).out)
        assert {cited["release_id"] for cited in answer["citations"]} == {"bolt"}
        assert "77" in answer["answer"]
        lines = json.dumps({"question": "How many staff are there?"})
        batch = run("ask", "--batch", "-", "--release", "bolt", *places, stdin=lines).check(0)
        assert json.loads(batch.out)["answer"] == answer["answer"]
        lines = json.dumps({"question": "How many staff are there?", "release_id": "bolt"})
        batch = run("ask", "--batch", "-", *places, stdin=lines).check(0)
        assert json.loads(batch.out)["answer"] == answer["answer"]
        for unknown in ("zyx", 5):
            lines = json.dumps({"question": "How many staff are there?", "release_id": unknown})
            batch = run("ask", "--batch", "-", *places, stdin=lines).check(1)
            assert "release" in json.loads(batch.out)["error"]
        write_release(corpus, "more.txt", "Bolt grows again\n\nIt has 78 staff.\n")
        run("index", *places).check(0)
        again = json.loads(run(*question, "--release", "bolt grows").check(0).out)
        assert again["citations"] == answer["citations"]  # its title, and part of another's
        for unclear in ("grows", "zyx"):
            done = run(*question, "--release", unclear).check(2)
            assert "acme" in done.err and "bolt" in done.err

    def test_what_the_release_does_not_say_exits_with_3(
        self, places: tuple[str | Path, ...]
    ) -> None:
        done = run("ask", ABSENT, *places).check(3)
        assert done.err == ""
        assert done.out.startswith("The release does not say.\n")
        assert "[1] “" in done.out

    def test_json(self, places: tuple[str | Path, ...]) -> None:
        done = run("ask", "--json", EMPLOYEES, *places).check(0)
        assert done.out.count("\n") == 1
        answer = json.loads(done.out)
        assert list(answer) == ANSWER_KEYS
        assert (answer["schema"], answer["id"], answer["status"]) == (1, None, "answered")
        assert answer["question"] == answer["standalone_question"] == EMPLOYEES
        assert answer["engine"] == "extractive"
        assert answer["related"] == []
        assert answer["timings_ms"]["total"] > 0
        check_citations(answer)
        assert any("208,000" in citation["quote"] for citation in answer["citations"])

    def test_json_of_what_the_release_does_not_say(self, places: tuple[str | Path, ...]) -> None:
        answer = json.loads(run("ask", "--json", ABSENT, *places).check(3).out)
        assert list(answer) == ANSWER_KEYS
        assert (answer["status"], answer["citations"]) == ("not_in_release", [])
        assert answer["related"]
        check_citations(answer)

    def test_where_there_is_no_index_exits_with_4(self, tmp_path: Path) -> None:
        done = run("ask", EMPLOYEES, "--corpus", CORPUS, "--index", tmp_path / "none").check(4)
        assert done.out == ""
        assert done.err.startswith("Error: ")
        assert "Run: pr-assistant index" in done.err
        assert done.err.count("\n") == 1

    def test_a_corpus_that_changed_exits_with_4(self, index_copy: Path, tmp_path: Path) -> None:
        corpus = Path(shutil.copytree(CORPUS, tmp_path / "corpus"))
        write_release(corpus, "new.txt", "Something new.\n")
        done = run("ask", EMPLOYEES, "--corpus", corpus, "--index", index_copy).check(4)
        assert "Run: pr-assistant index" in done.err

    def test_an_output_that_knows_no_quotation_marks(self, places: tuple[str | Path, ...]) -> None:
        done = run("ask", EMPLOYEES, *places, env={"PYTHONIOENCODING": "ascii"})
        assert "Traceback" not in done.err
        assert "208,000" in done.out


def check_citations(answer: dict[str, Any]) -> None:
    for citations in (answer["citations"], answer["related"]):
        for number, citation in enumerate(citations, start=1):
            path = CORPUS / f"{citation['release_id']}.txt"
            text = path.read_text("utf-8")
            assert text[citation["start"] : citation["end"]] == citation["quote"]
            assert citation["number"] == number
            assert set(citation) == {
                "number",
                "release_id",
                "title",
                "section",
                "start",
                "end",
                "quote",
                "speaker",
                "exact",
            }


class TestStandardInput:
    def test_is_joined_to_the_argument(self, places: tuple[str | Path, ...]) -> None:
        done = run("ask", "--json", "How many people", *places, stdin="does Huawei employ?\n")
        assert json.loads(done.check(0).out)["question"] == EMPLOYEES

    def test_alone_is_the_question(self, places: tuple[str | Path, ...]) -> None:
        done = run("ask", "--json", *places, stdin=f"{EMPLOYEES}\n")
        assert json.loads(done.check(0).out)["question"] == EMPLOYEES

    def test_that_nobody_closes_does_not_stop_a_question(
        self, places: tuple[str | Path, ...]
    ) -> None:
        process = subprocess.Popen(
            command("ask", EMPLOYEES, *places),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        )
        try:
            assert process.wait(60) == 0
            assert process.stdout is not None
            assert process.stderr is not None
            assert b"208,000" in process.stdout.read()
            assert b"asked without it" in process.stderr.read()
        finally:
            process.kill()
            process.communicate()

    def test_that_is_closed_does_not_stop_a_question(self, places: tuple[str | Path, ...]) -> None:
        """As a daemon or a scheduler leaves it."""
        line = [*command("ask", EMPLOYEES, *places)]
        done = subprocess.run(
            ["/bin/sh", "-c", 'exec "$@" <&-', "sh", *line],
            capture_output=True,
            env=environment(),
            check=False,
        )
        assert Done(done.returncode, done.stdout.decode(), done.stderr.decode()).check(0)
        assert b"208,000" in done.stdout

    @pytest.mark.parametrize("encoding", ["utf-8:strict", "utf-8:surrogateescape"])
    def test_that_is_no_text_is_refused(
        self, places: tuple[str | Path, ...], encoding: str
    ) -> None:
        done = run("ask", *places, stdin=b"\xff\xfe\x00Who?", env={"PYTHONIOENCODING": encoding})
        assert "UTF-8" in done.check(2).err

    def test_a_corpus_that_is_named_must_be_there(self, places: tuple[str | Path, ...]) -> None:
        done = run("ask", EMPLOYEES, "--corpus", "nowhere", *places[2:]).check(2)
        assert "no folder nowhere" in done.err


class TestBatch:
    LINES = (
        '{"id": "a", "question": "How many people does Huawei employ?"}\n'
        "\n"
        '{"id": "b", "question": "What is the moon made of?"}\n'
        '{"id": "c", "question": "How many people work there?",'
        ' "history": ["When was Huawei founded?"]}\n'
        '{"question": "Who signed the MoU?"}\n'
        '  {"id": null, "question": "¿Quién firmó? 谁签署了? 🖋\u2028 ok", "history": null}  \n'
        '{"id": "last", "question": "How many people does Huawei employ?", "extra": 1}'
    )

    def test_answers_every_line_in_order(
        self, places: tuple[str | Path, ...], tmp_path: Path
    ) -> None:
        path = tmp_path / "questions.jsonl"
        path.write_text(self.LINES, "utf-8")
        done = run("ask", "--batch", path, *places).check(0)
        assert done.err == ""
        answers = [json.loads(line) for line in done.out.rstrip("\n").split("\n")]
        assert [answer["id"] for answer in answers] == ["a", "b", "c", None, None, "last"]
        for answer in answers:
            assert list(answer) == ANSWER_KEYS
            check_citations(answer)
        assert "208,000" in answers[0]["answer"]
        assert answers[1]["status"] == "not_in_release"
        assert "Huawei" in answers[2]["standalone_question"]
        assert "谁签署了? 🖋" in answers[4]["question"]
        assert "谁签署了? 🖋" in done.out  # as it is, not as \\u escapes
        assert answers[5]["answer"] == answers[0]["answer"]

    def test_from_standard_input_is_the_same(
        self, places: tuple[str | Path, ...], tmp_path: Path
    ) -> None:
        path = tmp_path / "questions.jsonl"
        path.write_text(self.LINES, "utf-8-sig")
        by_file = run("ask", "--batch", path, *places).check(0)
        piped = run("ask", "--batch", "-", *places, stdin=path.read_bytes()).check(0)
        assert without_timings(piped.out) == without_timings(by_file.out)

    def test_a_bad_line_has_an_error_in_its_place(self, places: tuple[str | Path, ...]) -> None:
        bad = {
            2: "not json",
            3: "[1, 2]",
            4: '{"id": "d"}',
            5: '{"id": "e", "question": 5}',
            6: '{"id": "f", "question": ""}',
            7: '{"id": "g", "question": "Who?", "history": "Who signed?"}',
            8: '{"id": "h", "question": "Who?", "history": [1]}',
            9: json.dumps({"id": "i", "question": "w" * 100_000}),
            10: "[" * 100_000,
            11: '{"question": "\\u0000\\u0001"}',
        }
        good = json.dumps({"id": "good", "question": EMPLOYEES})
        lines = [good, *bad.values(), good]
        done = run("ask", "--batch", "-", *places, stdin="\n".join(lines)).check(1)
        results = [json.loads(line) for line in done.out.splitlines()]
        assert len(results) == len(lines)
        for number, result in enumerate(results, start=1):
            if number in bad:
                assert result["line"] == number
                assert result["error"]
                assert f"Line {number}:" in done.err
            else:
                assert result["status"] == "answered"
        assert [result["id"] for result in results[3:9]] == list("defghi")

    def test_half_a_character_stops_no_other(self, places: tuple[str | Path, ...]) -> None:
        """JSON can hold a lone surrogate; UTF-8 cannot."""
        lines = ['{"id": "x", "question": "Who signed \\ud800 it?"}']
        lines += ['{"id": "\\udfff", "question": "Who signed?", "history": ["\\ud800"]}']
        lines += [json.dumps({"id": "y", "question": EMPLOYEES})]
        done = run("ask", "--batch", "-", *places, stdin="\n".join(lines))
        assert "Traceback" not in done.err
        results = [json.loads(line) for line in done.out.splitlines()]
        assert len(results) == 3
        assert results[2]["status"] == "answered"

    def test_bytes_that_are_no_text_stop_no_other(self, places: tuple[str | Path, ...]) -> None:
        good = json.dumps({"id": "good", "question": EMPLOYEES}).encode()
        done = run("ask", "--batch", "-", *places, stdin=good + b"\n\xff\xfe\n" + good + b"\n")
        assert "Traceback" not in done.err
        assert done.code in {1, 2}
        assert json.loads(done.out.splitlines()[0])["status"] == "answered"

    def test_of_nothing_is_nothing(self, places: tuple[str | Path, ...]) -> None:
        assert run("ask", "--batch", "-", *places, stdin="\n \n").check(0) == Done(0, "", "")

    def test_answers_each_line_as_it_comes(self, places: tuple[str | Path, ...]) -> None:
        process = subprocess.Popen(
            command("ask", "--batch", "-", *places),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment(),
            encoding="utf-8",
        )
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            for name in ("one", "two", "three"):
                process.stdin.write(json.dumps({"id": name, "question": EMPLOYEES}) + "\n")
                process.stdin.flush()
                assert json.loads(process.stdout.readline())["id"] == name
            process.stdin.close()
            assert process.wait(60) == 0
        finally:
            process.kill()
            process.wait()
            process.stdout.close()


def without_timings(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) | {"timings_ms": {}} for line in out.rstrip("\n").split("\n")]


class TestReaderThatGoesAway:
    """`| head -1`, and a pager that is left."""

    def test_before_the_answer(self, places: tuple[str | Path, ...]) -> None:
        process = subprocess.Popen(
            command("ask", EMPLOYEES, *places),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        )
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read().decode()
        process.stderr.close()
        process.wait(60)
        assert said == ""

    def test_after_the_first_line_of_a_batch(self, places: tuple[str | Path, ...]) -> None:
        lines = json.dumps({"question": EMPLOYEES}) + "\n"
        process = subprocess.Popen(
            command("ask", "--batch", "-", *places),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        )
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write((lines * 200).encode())
        process.stdin.close()
        assert json.loads(process.stdout.readline())["status"] == "answered"
        process.stdout.close()
        said = process.stderr.read().decode()
        process.stderr.close()
        process.wait(60)
        assert said == ""


class TestSettings:
    @pytest.fixture
    def folder(self, tmp_path: Path, index_folder: Path) -> Path:
        """A folder whose project file names the corpus and the index."""
        project_file = f'corpus = "{CORPUS}"\nindex = "{index_folder}"\ntop_k = 4\n'
        (tmp_path / "pr-assistant.toml").write_text(project_file, "utf-8")
        return tmp_path

    def test_flag_over_environment_over_project_file(
        self, folder: Path, index_folder: Path
    ) -> None:
        def indexed(flags: tuple[str | Path, ...], **env: str) -> bool:
            done = run("ask", EMPLOYEES, *flags, cwd=folder, env=env)
            assert done.code in {0, 4}, done.err
            return done.code == 0

        assert indexed(())
        assert not indexed((), PR_ASSISTANT_INDEX="nowhere")
        assert indexed(("--index", index_folder), PR_ASSISTANT_INDEX="nowhere")
        assert not indexed(("--index", "nowhere"))

    @pytest.mark.parametrize(
        ("content", "named"),
        [("top_k = 'many'", "top_k"), ("colour = 1", "colour"), ("top_k = ", "pr-assistant.toml")],
    )
    def test_a_wrong_value_in_the_project_file_is_named(
        self, tmp_path: Path, content: str, named: str
    ) -> None:
        (tmp_path / "pr-assistant.toml").write_text(content, "utf-8")
        done = run("ask", EMPLOYEES, cwd=tmp_path).check(2)
        assert named in done.err

    def test_a_wrong_value_in_the_environment_is_named(self, tmp_path: Path) -> None:
        done = run("ask", EMPLOYEES, cwd=tmp_path, env={"PR_ASSISTANT_TOP_K": "0"}).check(2)
        assert "top_k" in done.err

    def test_the_defaults_are_the_folders_of_the_project(self, tmp_path: Path) -> None:
        shutil.copytree(CORPUS, tmp_path / "corpus")
        run("index", cwd=tmp_path).check(0)
        assert (tmp_path / "index" / "catalog.db").exists()
        assert "208,000" in run("ask", EMPLOYEES, cwd=tmp_path).check(0).out


MODULES = """
import sys
from pr_assistant.cli import main
sys.argv = ["pr-assistant", *sys.argv[1:]]
try:
    main()
finally:
    print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


class TestImports:
    HEAVY = frozenset({"torch", "transformers", "gradio", "sentence_transformers", "onnx", "scipy"})

    def modules(self, *arguments: str | Path) -> set[str]:
        """The top-level modules that a command has imported when it is done."""
        done = subprocess.run(
            [sys.executable, "-c", MODULES, *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            env=environment(),
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return set(done.stderr.split())

    def test_of_help(self) -> None:
        found = self.modules("--help")
        assert "typer" in found
        assert not found & (self.HEAVY | {"chromadb", "onnxruntime", "pydantic", "numpy"})

    def test_of_ask(self, places: tuple[str | Path, ...]) -> None:
        found = self.modules("ask", EMPLOYEES, *places)
        assert {"chromadb_rust_bindings", "onnxruntime"} <= found
        assert not found & (self.HEAVY | {"chromadb"})


class TestIndex:
    def test_says_what_it_did(self, tmp_path: Path) -> None:
        places = ("--corpus", CORPUS, "--index", tmp_path / "index")
        first = run("index", *places).check(0)
        assert re.match(r"1 release indexed \(1 added\), 12 passages, 12 embedded", first.out)
        assert first.err == ""
        second = json.loads(run("index", "--json", *places).check(0).out)
        assert (second["added"], second["unchanged"], second["embedded"]) == (0, 1, 0)
        assert second["failures"] == []

    def test_a_bad_file_is_named_on_stderr_and_in_the_exit_code(self, tmp_path: Path) -> None:
        write_release(tmp_path / "corpus", "good.txt", "Something new.\n")
        write_release(tmp_path / "corpus", "bad.txt", "")
        places = ("--corpus", tmp_path / "corpus", "--index", tmp_path / "index")
        done = run("index", *places).check(1)
        assert "Not indexed: bad.txt is empty" in done.err
        assert done.out.startswith("1 release indexed")
        report = json.loads(run("index", "--json", *places).check(1).out)
        assert report["failures"] == [{"path": "bad.txt", "reason": "is empty"}]

    def test_a_document_that_is_no_text_is_named(self, tmp_path: Path) -> None:
        corpus = tmp_path / "corpus"
        write_release(corpus, "good.txt", "Something new.\n")
        for name in ("Good.pdf", "picture.png", "other.PDF"):
            (corpus / name).write_bytes(b"%PDF-1.7")
        places = ("--corpus", corpus, "--index", tmp_path / "index")
        done = run("index", *places).check(0)
        run("doctor", *places).check(0)
        (corpus / "good.txt").unlink()
        assert "There are no releases" in run("index", *places).check(2).err
        assert done.err.splitlines() == [
            "Passed over: other.PDF is no plain text: save its text beside it as .txt, in UTF-8."
        ]

    def test_interrupted_exits_with_130_and_the_next_run_carries_on(self, tmp_path: Path) -> None:
        corpus, index = tmp_path / "corpus", tmp_path / "index"
        for number, text in enumerate(short_texts(1500, seed=6)):
            write_release(corpus, f"{number}.txt", text)
        process = subprocess.Popen(
            command("index", "--corpus", corpus, "--index", index),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        )
        try:
            # The first window of 512 is stored, the next is being embedded.
            catalog = index / "catalog.db"
            wait_until(lambda: catalog.exists() and catalog.stat().st_size > 500_000)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=60)
        finally:
            process.kill()
        assert process.returncode == 130, err.decode()
        assert err.decode().endswith("Interrupted; nothing is lost.\n")
        assert "Traceback" not in err.decode()
        assert out == b""
        done = run("index", "--json", "--corpus", corpus, "--index", index).check(0)
        report = json.loads(done.out)
        assert report["passages"] == 1500
        assert 0 < report["embedded"] < 1500


COMPLETE = "import sys; from pr_assistant.cli import main; sys.argv[0] = 'pr-assistant'; main()"


class TestCompletion:
    def test_of_commands(self) -> None:
        done = subprocess.run(
            [sys.executable, "-c", COMPLETE],
            env=environment(
                _PR_ASSISTANT_COMPLETE="complete_bash", COMP_WORDS="pr-assistant as", COMP_CWORD="1"
            ),
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stdout.split(), done.stderr) == (0, ["ask"], "")

    def test_script_of_the_shell_it_is_called_from(self) -> None:
        line = f'"{sys.executable}" -c "{COMPLETE}" --show-completion; true'
        done = subprocess.run(
            ["bash", "-c", line], env=environment(), capture_output=True, text=True, check=False
        )
        assert "_PR_ASSISTANT_COMPLETE=complete_bash" in done.stdout
        assert done.stderr == ""


def test_nothing_is_written_but_the_index_and_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not into the corpus, nor into the folder it is called from, nor the home.

    ONNX Runtime would keep an identifier and a queue of telemetry there, and send it; it does not
    where CI is set, so that is taken away.
    """
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("ORT_DISABLE_TELEMETRY", raising=False)
    corpus = Path(shutil.copytree(CORPUS, tmp_path / "corpus"))
    home, here = tmp_path / "home", tmp_path / "here"
    home.mkdir()
    here.mkdir()
    env = {"HOME": str(home), "XDG_CACHE_HOME": str(home / ".cache")}
    places = ("--corpus", corpus, "--index", tmp_path / "index")
    for arguments in (("index",), ("ask", EMPLOYEES), ("doctor",)):
        run(*arguments, *places, cwd=here, env=env).check(0)
        assert list(home.rglob("*")) == list(here.rglob("*")) == [], arguments
    assert sorted(path.name for path in corpus.iterdir()) == sorted(
        path.name for path in CORPUS.iterdir()
    )
