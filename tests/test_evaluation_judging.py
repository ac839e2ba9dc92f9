"""What a language model judges: asked of answers only, off by default, and never in the way."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from support import CORPUS
from test_evaluation_measures import RELEASES, answer, case, unanswerable
from typer.testing import CliRunner

from pr_assistant.cli import app
from pr_assistant.errors import ProviderError, UsageError
from pr_assistant.evaluation import judging
from pr_assistant.evaluation.judging import Sample, Scorer, Verdict
from pr_assistant.evaluation.outcomes import judge
from pr_assistant.evaluation.summary import summarise

CASE = {
    "id": "a",
    "release": "2025-06-27-huawei-cloud-polyu-mou",
    "question": "How many people does Huawei employ?",
    "accept": [["208,000"]],
    "evidence": ["We have approximately 208,000 employees"],
}


def silent(what: str, done: float, total: float) -> None: ...


def test_answers_alone_are_judged_by_what_they_cite() -> None:
    asked: list[Sample] = []

    def score(samples: Sequence[Sample]) -> list[Verdict]:
        asked.extend(samples)
        return [Verdict(1.0, 0.25), Verdict(0.5, None)]

    outcomes = [
        judge(case(id="1"), answer("Acme has 208,000 staff.", "It pays."), [], RELEASES),
        judge(case(id="2"), answer(), [], RELEASES),
        judge(unanswerable(id="3"), answer("It pays."), [], RELEASES),
    ]
    judged = judging.with_verdicts(outcomes, score, silent)
    assert asked == [
        Sample("?", "Acme has 208,000 staff. It pays.", ("Acme has 208,000 staff.", "It pays.")),
        Sample("?", "It pays.", ("It pays.",)),
    ]
    assert [o.faithfulness for o in judged] == [1.0, None, 0.5]
    assert [o.relevancy for o in judged] == [0.25, None, None]
    found = {m.name: (m.value, m.n) for m in summarise(judged) if m.name.startswith("judged")}
    assert found == {"judged: faithfulness": (0.75, 2), "judged: relevancy": (0.25, 1)}
    assert not any(m.name.startswith("judged") for m in summarise(outcomes))


def test_many_answers_are_judged_in_batches_and_progress_adds_up() -> None:
    sizes: list[int] = []
    steps: list[float] = []

    def score(samples: Sequence[Sample]) -> list[Verdict]:
        sizes.append(len(samples))
        return [Verdict(1.0, 1.0)] * len(samples)

    number = judging.BATCH + 3
    one = judge(case(), answer("It pays."), [], RELEASES)
    judging.with_verdicts([one] * number, score, lambda _, done, total: steps.append(done / total))
    assert sizes == [judging.BATCH, 3]
    assert sum(steps) == pytest.approx(1)


def test_a_reply_that_cannot_be_read_is_no_score() -> None:
    assert judging.verdict({"faithfulness": math.nan, "answer_relevancy": -0.1}) == Verdict(None, 0)
    over = {"faithfulness": 1.0, "answer_relevancy": 1.0000001}
    assert judging.verdict(over) == Verdict(1.0, 1.0)


def test_a_judge_that_langchain_does_not_know_is_named() -> None:
    with pytest.raises(UsageError, match="nobody:model"):
        judging.chat_model("nobody:model")


def scored_by(score: Scorer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "ragas_scorer", lambda chat, embedder: score)


def evaluated(folder: Path, *more: str) -> tuple[int, str]:
    path = folder / "cases.jsonl"
    path.write_text(json.dumps(CASE), "utf-8")
    arguments = ["eval", "--cases", path, "--corpus", CORPUS, "--output", folder / "output", *more]
    done = CliRunner().invoke(app, list(map(str, arguments)))
    if isinstance(done.exception, ProviderError | UsageError):
        return done.exception.exit_code, str(done.exception)
    return done.exit_code, done.output


def test_the_command_lists_what_was_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scored_by(lambda samples: [Verdict(1.0, 0.5)] * len(samples), monkeypatch)
    code, shown = evaluated(tmp_path, "--judge", "openai:judge")
    assert code == 0
    assert "judged: faithfulness" in shown and "judged: relevancy" in shown
    body = json.loads((tmp_path / "output" / "results.json").read_text("utf-8"))
    assert body["setup"]["judge"] == "openai:judge"
    assert body["outcomes"][0]["relevancy"] == 0.5
    assert "judged: relevancy" in (tmp_path / "output" / "report.html").read_text("utf-8")


def test_a_failing_judge_leaves_the_other_measures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def score(samples: Sequence[Sample]) -> list[Verdict]:
        raise ProviderError("The judge failed (no quota).")

    scored_by(score, monkeypatch)
    code, shown = evaluated(tmp_path, "--judge", "openai:judge")
    assert (code, shown) == (5, "The judge failed (no quota).")
    body = json.loads((tmp_path / "output" / "results.json").read_text("utf-8"))
    assert body["setup"]["judge"] == "openai:judge (failed)"
    names = {measure["name"] for measure in body["measures"]["test"]}
    assert "answers: right" in names and "judged: faithfulness" not in names


def test_without_the_extra_the_command_that_installs_it_is_named_before_anything_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ragas", None)
    code, shown = evaluated(tmp_path, "--judge", "openai:judge")
    assert code == 2
    assert judging.INSTALL in shown
    assert not (tmp_path / "output").exists()
