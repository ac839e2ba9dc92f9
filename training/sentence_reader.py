"""Fit the constants of `pr_assistant.reading`: signal weights, calibration, threshold.

Uses the dev questions in evals/cases only. Every figure printed is cross-validated: questions that
rest on the same sentence are never on both sides. Run: python -m training.sentence_reader
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from tqdm import tqdm

from pr_assistant import conversation, reading
from pr_assistant.answering import Answerer
from pr_assistant.bootstrap import build_index, open_answerer
from pr_assistant.exporting import open_embedder
from pr_assistant.models import Turn
from pr_assistant.settings import load

ROOT = Path(__file__).parent.parent
FOLDS = 8
REGULARISATION = 10.0


@dataclass(frozen=True, slots=True)
class Example:
    """A dev question with the signals of every candidate sentence."""

    case: dict[str, Any]
    signals: NDArray[np.float64]
    is_evidence: NDArray[np.bool_]
    texts: list[str]
    starts: list[int]

    def right(self, rows: list[int]) -> bool:
        """Whether these sentences, in the release's order, hold what the case accepts."""
        answer = _plain(" ".join(self.texts[i] for i in sorted(rows, key=self.starts.__getitem__)))
        accepted = all(any(_plain(a) in answer for a in group) for group in self.case["accept"])
        rejected = any(_plain(word) in answer for word in self.case["reject"])
        return bool(self.case["answerable"] and accepted and not rejected)


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def examples() -> Iterator[Example]:
    """Every dev case, asked of an index of all the releases that have any."""
    reading.EMBEDDED = 10_000  # every sentence's own cosine
    cases = [
        case
        for file in sorted((ROOT / "evals" / "cases").glob("*.jsonl"))
        for case in map(json.loads, file.read_text("utf-8").splitlines())
        if case["split"] == "dev"
    ]
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder, "corpus")
        corpus.mkdir()
        for release in {case["release"] for case in cases}:
            shutil.copy(next(ROOT.glob(f"**/corpus/{release}.txt")), corpus)
        settings = load(corpus=corpus, index=Path(folder, "index"))
        build_index(settings)
        answerer = open_answerer(settings)
        with closing(answerer.index) as index:
            reader = reading.SentenceReader(open_embedder(settings.embedding_model, settings.cache))
            for case in tqdm(cases, desc="Reading"):
                source = index.release(case["release"])
                assert source is not None
                yield _example(answerer, reader, case, source.text)


def _example(
    answerer: Answerer, reader: reading.SentenceReader, case: dict[str, Any], text: str
) -> Example:
    history = [Turn(question) for question in case["history"]]
    question = conversation.standalone(" ".join(case["question"].split()), history)
    passages = answerer.search.search(question)
    rows = reader.signals(question, passages)
    evidence = [(text.index(e), text.index(e) + len(e)) for e in case["evidence"]]
    return Example(
        case,
        np.array([signals.values() for _, _, signals in rows]),
        np.array(
            [
                found.passage.release_id == case["release"]
                and any(_overlap(candidate.span, e) for e in evidence)
                for found, candidate, _ in rows
            ]
        ),
        [candidate.text for _, candidate, _ in rows],
        [candidate.span.start for _, candidate, _ in rows],
    )


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * shared >= min(one[1] - one[0], other[1] - other[0])


def fit(examples: list[Example]) -> LogisticRegression:
    """Weights of the signals: is this sentence the evidence?"""
    signals = np.concatenate([e.signals for e in examples])
    return LogisticRegression(C=REGULARISATION, max_iter=2000).fit(
        signals, np.concatenate([e.is_evidence for e in examples])
    )


def out_of_fold(data: list[Example]) -> list[NDArray[np.float64]]:
    """For each example the scores of its sentences by a model that never saw its evidence."""
    groups = [hash(str(e.case["evidence"] or e.case["question"])) for e in data]
    scores: list[NDArray[np.float64]] = [np.empty(0)] * len(data)
    for train, test in GroupKFold(FOLDS).split(data, groups=groups):
        model = fit([data[i] for i in train])
        for i in test:
            scores[i] = model.predict_proba(data[i].signals)[:, 1]
    return scores


def main() -> None:
    """Print the constants, and the curve to read the threshold from."""
    data = [example for example in examples() if len(example.signals)]
    scores = out_of_fold(data)
    answerable = np.array([e.case["answerable"] for e in data])
    best = np.array([s.max() for s in scores])
    right = np.array([e.right(_chosen(s)) for e, s in zip(data, scores, strict=True)])
    calibration = LogisticRegression().fit(np.log(best / (1 - best))[:, None], right)
    slope, offset = float(calibration.coef_[0, 0]), float(calibration.intercept_[0])
    model = fit(data)
    print("WEIGHTS", np.round(model.coef_[0], 2), "BIAS", np.round(model.intercept_[0], 2))
    print(f"CALIBRATION ({slope:.2f}, {offset:.2f})")
    print("threshold  right  wrong  refused-wrongly  refused-rightly  right-minus-wrong")
    sure = 1 / (1 + np.exp(-(slope * np.log(best / (1 - best)) + offset)))
    for threshold in np.arange(0.3, 0.7, 0.02):
        answers = sure >= threshold
        wrong = (answers & ~right).mean()
        print(
            f"{threshold:9.2f} {right[answers & answerable].sum() / answerable.sum():6.3f}"
            f" {(answers & answerable & ~right).sum() / answerable.sum():6.3f}"
            f" {(answerable & ~answers).sum() / answerable.sum():16.3f}"
            f" {(~answerable & ~answers).sum() / (~answerable).sum():16.3f}"
            f" {(answers & right).mean() - wrong:18.3f}"
        )


def _chosen(scores: NDArray[np.float64]) -> list[int]:
    """The rows an answer would be made of."""
    order = np.argsort(-scores)[: reading.MAX_SENTENCES]
    return [int(i) for i in order if scores[i] >= reading.NEXT_TO_BEST * scores.max()]


if __name__ == "__main__":
    main()
