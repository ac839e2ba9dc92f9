"""Fit the constants of `pr_assistant.reading`: signal weights, calibration, threshold.

Uses the dev questions in evals/cases and, as many again, questions on held synthetic releases
(`--domain`, made by training.domain). What is printed for the dev questions is cross-validated:
questions that rest on the same evidence are never on both sides.

    python -m training.reader_weights --domain FILE.jsonl.gz [--releases 60]
"""

from __future__ import annotations

import argparse
import gzip
import json
import pickle
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from tqdm import tqdm

from pr_assistant import conversation, facts, grounding, passages, reading, releases
from pr_assistant.assistant import Assistant
from pr_assistant.choosing import Scored, choose, homes_of
from pr_assistant.composing import compose
from pr_assistant.embedding import Embedder
from pr_assistant.evaluation.cases import Case, load
from pr_assistant.evaluation.measures import expected_calibration_error, is_right
from pr_assistant.evaluation.runner import _files, _index_of
from pr_assistant.exporting import open_embedder
from pr_assistant.live import Source
from pr_assistant.models import Answer, ScoredPassage, Turn
from pr_assistant.reading import ExtractiveReader
from pr_assistant.settings import load as load_settings
from pr_assistant.signals import Signals

ROOT = Path(__file__).parent.parent
FOLDS = 8
RIDGE = 0.003
"""Penalty on squared weights, per question."""
DEV_WEIGHT = 10.0
"""A dev question counts as many synthetic ones."""
REGULARISATION = 1.0
SETTLED = [field.name for field in fields(Signals)].index("settled")
MOST_WORDS = 60
"""A longer answer is none that anybody wants."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question with the signals of its candidates, and which of them would be right."""

    signals: NDArray[np.float64]
    homes: tuple[tuple[int, ...], ...]
    """The statements that each stands in, by number."""
    whole: NDArray[np.bool_]
    """Which are plain sentences."""
    right: NDArray[np.bool_]
    answerable: bool
    group: str
    dev: bool

    @property
    def weight(self) -> float:
        """What it counts in a fit."""
        return DEV_WEIGHT if self.dev else 1.0


def of_cases() -> Iterator[Example]:
    """The dev cases, each asked of its own release."""
    settings = load_settings()
    cases = [case for case in load([ROOT / "evals/cases"]) if case.split == "dev"]
    files = _files([ROOT / "corpus", ROOT / "evals/corpus"])
    for home in tqdm(dict.fromkeys(case.release for case in cases), desc="Releases"):
        assert home is not None
        with _index_of([files[home]], settings) as assistant:
            reader = ExtractiveReader(assistant.retriever.hybrid.embedder, assistant.index.source)
            for case in [case for case in cases if case.release == home]:
                turns = [Turn(question) for question in case.history]
                question = conversation.standalone(" ".join(case.question.split()), turns)
                scored = reader.scored(question, assistant.retriever.search(question))
                right = [_is_right(case, one, assistant) for one in scored]
                yield _example(scored, right, case.answerable, str(case.evidence or case.id), True)


def _is_right(case: Case, scored: Scored, assistant: Assistant) -> bool:
    index = assistant.index
    citations = grounding.cite(reading.evidence(scored), index.release, index.facts)
    text = compose(citations)
    answer = Answer(case.question, case.question, "answered", text, 1.0, citations)
    return len(text.split()) <= MOST_WORDS and is_right(case, answer)


def of_releases(domain: Path, count: int, embedder: Embedder) -> Iterator[Example]:
    """Questions on held synthetic releases, ranked by the embedder alone."""
    with gzip.open(domain, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["split"] == "held"][:count]
    for row in tqdm(rows, desc="Synthetic"):
        release = releases.parse("\n\n".join(row["paragraphs"]).encode(), "synthetic")
        found = passages.split(release, embedder.tokenise, embedder.spec.max_pieces)
        source = Source(release, facts.read(release), tuple(found))
        reader = ExtractiveReader(embedder, {"synthetic": source}.get)
        vectors = embedder.embed([passage.text for passage in found])
        for question in row["questions"]:
            cosines = vectors @ embedder.embed_query(question["question"])
            order = np.argsort(-cosines)[:6]
            best = [ScoredPassage(found[i], 61 / (61 + n)) for n, i in enumerate(order)]
            scored = reader.scored(question["question"], best)
            wanted = [text for _, _, text in question["spans"]]
            right = [bool(wanted) and _holds(one, release.text, wanted) for one in scored]
            yield _example(scored, right, bool(wanted), "", False)


def _holds(scored: Scored, text: str, wanted: list[str]) -> bool:
    answer = " ".join(text[slice(*span)] for span in scored.candidate.answer)
    if len(answer.split()) > min(MOST_WORDS, len(" ".join(wanted).split()) + 20):
        return False
    return all(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", answer) for one in wanted)


def _example(
    scored: list[Scored], right: list[bool], answerable: bool, group: str, dev: bool
) -> Example:
    signals = np.array([one.signals.values() for one in scored]).reshape(
        len(scored), len(fields(Signals))
    )
    whole = np.array([one.candidate.kind == "statement" for one in scored], bool)
    homes = tuple(homes_of(scored))
    return Example(signals, homes, whole, np.array(right, bool), answerable, group, dev)


def fit_rank(examples: list[Example]) -> NDArray[np.float64]:
    """The weights of `deciding.RANK`, by maximum likelihood of a right candidate, with a ridge."""
    useful = [one for one in examples if one.right.any() and not one.right.all()]

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, gradient = 0.0, np.zeros_like(weights)
        for one in useful:
            scores = one.signals @ weights
            chance = np.exp(scores - scores.max())
            chance /= chance.sum()
            share = chance * one.right / (chance @ one.right)
            total -= one.weight * np.log(chance @ one.right)
            gradient += one.weight * ((chance - share) @ one.signals)
        count = sum(one.weight for one in useful)
        total += RIDGE * count * float(weights @ weights) / 2
        return total / count, gradient / count + RIDGE * weights

    found = minimize(loss, np.zeros(len(fields(Signals))), jac=True, method="L-BFGS-B")
    weights: NDArray[np.float64] = found.x
    return weights


def best(example: Example, weights: NDArray[np.float64]) -> tuple[NDArray[np.float64], bool]:
    """The signals of the best candidate with its lead behind them, and whether it is right."""
    if not len(example.signals):
        return np.zeros(len(fields(Signals)) + 1), False
    settled = example.signals[:, SETTLED] > 0
    rows = np.flatnonzero(settled) if settled.any() else np.arange(len(settled))
    scores = (example.signals[rows] @ weights).tolist()
    row, lead = choose(scores, [example.homes[row] for row in rows])
    return np.append(example.signals[rows[row]], lead), bool(example.right[rows[row]])


def insides(example: Example) -> Iterator[Example]:
    """For each right sentence, the exact words in it."""
    for row in np.flatnonzero(example.whole & example.right):
        home = set(example.homes[row])
        inside = [n for n, homes in enumerate(example.homes) if home & set(homes)]
        inside = [n for n in inside if not example.whole[n]]
        yield Example(
            example.signals[inside], tuple(example.homes[n] for n in inside),
            example.whole[inside], example.right[inside],
            example.answerable, example.group, example.dev,
        )  # fmt: skip


def fit_sure(examples: list[Example], rank: NDArray[np.float64]) -> LogisticRegression:
    """The chance that the best candidate is right."""
    pairs = [best(one, rank) for one in examples]
    model = LogisticRegression(C=REGULARISATION, max_iter=1000)
    return model.fit(
        np.array([signals for signals, _ in pairs]),
        [right for _, right in pairs],
        sample_weight=[one.weight for one in examples],
    )


def main() -> None:
    """Print the constants, and the curve to read the threshold from."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--domain", type=Path, required=True)
    parser.add_argument("--releases", type=int, default=30)
    parser.add_argument("--keep", type=Path, help="a file that keeps the signals between runs")
    given = parser.parse_args()
    if given.keep and given.keep.exists():
        examples = pickle.loads(given.keep.read_bytes())
    else:
        reading.EMBEDDED = 60  # more than in use: the weights choose among them
        settings = load_settings()
        embedder = open_embedder(settings.embedding_model, settings.cache)
        examples = [*of_cases(), *of_releases(given.domain, given.releases, embedder)]
        if given.keep:
            given.keep.write_bytes(pickle.dumps(examples))
    dev = [one for one in examples if one.dev]
    others = [one for one in examples if not one.dev]
    answerable = np.array([one.answerable for one in dev])
    reachable = np.mean([one.right.any() for one in dev if one.answerable])
    print(f"{len(dev)} dev questions (a right candidate for {reachable:.3f}), {len(others)} more")
    sure, right = np.zeros(len(dev)), np.zeros(len(dev), bool)
    for train, test in GroupKFold(FOLDS).split(dev, groups=[one.group for one in dev]):
        known = [dev[i] for i in train] + others
        rank = fit_rank(known)
        model = fit_sure(known, rank)
        for i in test:
            signals, right[i] = best(dev[i], rank)
            sure[i] = model.predict_proba(signals[None])[0, 1]
    rank = fit_rank(examples)
    model = fit_sure(examples, rank)
    *certain, lead = model.coef_[0]
    within = fit_rank([inside for one in examples for inside in insides(one)])
    for name, weights in (("RANK", rank), ("SURE", certain), ("WITHIN", within)):
        pairs = zip(fields(Signals), weights, strict=True)
        print(f"{name} = Signals({', '.join(f'{f.name}={w:.2f}' for f, w in pairs)})")
    print(f"LEAD = {lead:.2f}\nBIAS = {model.intercept_[0]:.2f}")
    print(f"first of all candidates is right: {right[answerable].mean():.3f}")
    print(f"AUC of being right {roc_auc_score(right, sure):.3f},"
          f" of being answerable {roc_auc_score(answerable, sure):.3f};"
          f" calibration error {expected_calibration_error(sure, right):.3f}")  # fmt: skip
    print("threshold  right  wrong  refused-wrongly  refused-rightly  right-minus-wrong")
    for threshold in np.arange(0.2, 0.8, 0.05):
        answers = sure >= threshold
        there, absent = answers[answerable], answers[~answerable]
        good = (answers & right)[answerable]
        print(
            f"{threshold:9.2f} {good.mean():6.3f} {(there & ~right[answerable]).mean():6.3f}"
            f" {(~there).mean():16.3f} {(~absent).mean():16.3f}"
            f" {(answers & right).mean() - (answers & ~right).mean():18.3f}"
        )


if __name__ == "__main__":
    main()
