"""Fit the constants of `pr_assistant.deciding`: signal weights, calibration, threshold.

Uses the dev questions in evals/cases and those on the held releases of training/releases, which the
reader was not trained on. What is printed is cross-validated, for either by itself: questions that
rest on the same evidence, or on the same written release, are never on both sides.

    python -m training.reader_weights [--keep FILE] [--releases 20]
"""

from __future__ import annotations

import argparse
import pickle
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from tqdm import tqdm

from pr_assistant import conversation, grounding, reading, releases
from pr_assistant.assistant import Assistant
from pr_assistant.choosing import Scored, answers_of, choose, homes_of
from pr_assistant.composing import compose
from pr_assistant.evaluation.cases import Case, load
from pr_assistant.evaluation.measures import expected_calibration_error, is_right
from pr_assistant.evaluation.runner import _files, _index_of
from pr_assistant.models import Answer, Turn
from pr_assistant.reading import ExtractiveReader
from pr_assistant.sentences import Span
from pr_assistant.settings import load as load_settings
from pr_assistant.signals import Signals
from pr_assistant.words import STOP_WORDS, words
from training import written

ROOT = Path(__file__).parent.parent
FOLDS = 8
RIDGE = 0.003
"""Penalty on squared weights, per question."""
DEV_WEIGHT = 4.0
"""A dev question counts as many of those on written releases."""
REGULARISATION = 1.0
SETTLED = [field.name for field in fields(Signals)].index("settled")
MOST_WORDS = 45
"""A longer answer is none that anybody wants; of a sentence up to `LONGEST` the part is given that
answers."""
LONGEST = 60
ENOUGH = 0.4
"""Share of the words of a written answer that one in its place has: a name without its title."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question with the signals of its candidates, and which of them would be right."""

    signals: NDArray[np.float64]
    homes: tuple[tuple[int, ...], ...]
    """The statements that each stands in, by number."""
    said: tuple[frozenset[str], ...]
    """What each statement answers."""
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
    return len(text.split()) <= _most(scored) and is_right(case, answer)


def _most(scored: Scored) -> int:
    return LONGEST if scored.candidate.kind == "statement" else MOST_WORDS


def of_written(most: int | None) -> Iterator[Example]:
    """The questions on the held releases of training/releases, or on `most` of them."""
    settings = load_settings()
    held = [one for one in written.load() if one.held]
    held = held[:: max(1, len(held) // most)][:most] if most else held
    with tempfile.TemporaryDirectory() as folder:
        for one in tqdm(held, desc="Written"):
            Path(folder, "release.txt").write_text(one.text, encoding="utf-8")
            with _index_of(releases.scan(Path(folder))[0], settings) as assistant:
                index = assistant.index
                reader = ExtractiveReader(assistant.retriever.hybrid.embedder, index.source)
                for question in one.questions:
                    found = assistant.retriever.search(question.standalone)
                    scored = reader.scored(question.standalone, found)
                    right = [_gives(one.text, question, candidate) for candidate in scored]
                    yield _example(scored, right, bool(question.answers), one.name, False)


def _gives(text: str, question: written.Question, scored: Scored) -> bool:
    """Whether a candidate gives every answer, and not much more."""
    spans = scored.candidate.answer
    answer = " ".join(text[slice(*span)] for span in spans)
    wanted = [text[slice(*place)] for place in question.answers]
    if not wanted or len(answer.split()) > _most(scored):
        return False
    return all(
        _stands(place, one, spans, answer)
        for place, one in zip(question.answers, wanted, strict=True)
    )


def _stands(place: Span, wanted: str, spans: Sequence[Span], answer: str) -> bool:
    """Whether an answer is at a place with most of its words, or has its words from elsewhere."""
    words_wanted = set(words(wanted)) - STOP_WORDS
    share = len(words_wanted & set(words(answer))) / (len(words_wanted) or 1)
    if any(span.start < place.end and place.start < span.end for span in spans):
        return share >= ENOUGH
    has_letters = any(map(str.isalpha, wanted))  # a bare figure may be another one
    return has_letters and bool(re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", answer))


def _example(
    scored: list[Scored], right: list[bool], answerable: bool, group: str, dev: bool
) -> Example:
    signals = np.array([one.signals.values() for one in scored]).reshape(
        len(scored), len(fields(Signals))
    )
    whole = np.array([one.candidate.kind == "statement" for one in scored], bool)
    homes = tuple(homes_of(scored))
    said = tuple(answers_of(scored, homes))
    return Example(signals, homes, said, whole, np.array(right, bool), answerable, group, dev)


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
    row, lead = choose(scores, [example.homes[row] for row in rows], example.said)
    return np.append(example.signals[rows[row]], lead), bool(example.right[rows[row]])


def insides(example: Example) -> Iterator[Example]:
    """For each right sentence, the exact words in it."""
    for row in np.flatnonzero(example.whole & example.right):
        home = set(example.homes[row])
        inside = [n for n, homes in enumerate(example.homes) if home & set(homes)]
        inside = [n for n in inside if not example.whole[n]]
        yield Example(
            example.signals[inside], tuple(example.homes[n] for n in inside),
            example.said, example.whole[inside], example.right[inside],
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
    """Print the constants, and the curves to read the threshold from."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path, help="a file that keeps the signals between runs")
    parser.add_argument("--releases", type=int, help="of the held ones (default: all)")
    given = parser.parse_args()
    if given.keep and given.keep.exists():
        examples = pickle.loads(given.keep.read_bytes())
    else:
        reading.EMBEDDED = 60  # more than in use: the weights choose among them
        examples = [*of_cases(), *of_written(given.releases)]
        if given.keep:
            given.keep.write_bytes(pickle.dumps(examples))
    rank = fit_rank(examples)
    model = fit_sure(examples, rank)
    *certain, lead = model.coef_[0]
    within = fit_rank([inside for one in examples for inside in insides(one)])
    for name, weights in (("RANK", rank), ("SURE", certain), ("WITHIN", within)):
        pairs = zip(fields(Signals), weights, strict=True)
        print(f"{name} = Signals({', '.join(f'{f.name}={w:.2f}' for f, w in pairs)})")
    print(f"LEAD = {lead:.2f}\nBIAS = {model.intercept_[0]:.2f}")
    sure, right = _validated(examples)
    is_dev = np.array([one.dev for one in examples])
    for name, some in (("dev", is_dev), ("written", ~is_dev)):
        _report(name, [one for one, its in zip(examples, some, strict=True) if its],
                sure[some], right[some])  # fmt: skip


def _validated(examples: list[Example]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """For each question the chance that its best candidate is right, and whether it is, by weights
    that were fitted without its group."""
    sure, right = np.zeros(len(examples)), np.zeros(len(examples), bool)
    groups = [one.group for one in examples]
    for train, test in GroupKFold(FOLDS).split(examples, groups=groups):
        known = [examples[i] for i in train]
        rank = fit_rank(known)
        model = fit_sure(known, rank)
        for i in test:
            signals, right[i] = best(examples[i], rank)
            sure[i] = model.predict_proba(signals[None])[0, 1]
    return sure, right


def _report(
    name: str, asked: list[Example], sure: NDArray[np.float64], right: NDArray[np.bool_]
) -> None:
    answerable = np.array([one.answerable for one in asked])
    reachable = np.mean([one.right.any() for one in asked if one.answerable])
    print(f"\n{name}: {len(asked)} questions, a right candidate for {reachable:.3f}")
    print(f"first of all candidates is right: {right[answerable].mean():.3f}")
    print(f"AUC of being right {roc_auc_score(right, sure):.3f},"
          f" of being answerable {roc_auc_score(answerable, sure):.3f};"
          f" calibration error {expected_calibration_error(sure, right):.3f}")  # fmt: skip
    settled = np.array([one.signals[:, SETTLED].any() for one in asked])
    print(f"settled by a fact: {settled.sum()}, right {right[settled].mean():.3f}")
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
