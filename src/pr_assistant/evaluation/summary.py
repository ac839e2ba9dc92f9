"""Outcomes → measures with their n and a bootstrap 95 % interval."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from pr_assistant.evaluation import measures
from pr_assistant.evaluation.outcomes import Outcome

RESAMPLES = 1000
SEED = 20250626

Rows = NDArray[np.float64]
Unit = Literal["share", "score", "words", "ms"]
Better = Literal["higher", "lower"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measured value; `low` to `high` holds 95 % of what resampled cases give."""

    name: str
    value: float
    low: float
    high: float
    n: int
    unit: Unit
    better: Better
    headline: bool
    """Whether the gate looks at it."""


@dataclass(frozen=True, slots=True)
class _Definition:
    name: str
    row: Callable[[Outcome], Any]
    """What a case brings in: a number, or a pair of them; None where the measure does not apply."""
    of: Callable[[Rows], float] = lambda rows: float(rows.mean())
    unit: Unit = "share"
    better: Better = "higher"
    headline: bool = False


def _if_answerable(of: Callable[[Outcome], Any]) -> Callable[[Outcome], Any]:
    return lambda outcome: of(outcome) if outcome.case.answerable else None


def _if_answered(of: Callable[[Outcome], Any]) -> Callable[[Outcome], Any]:
    return lambda outcome: of(outcome) if outcome.answer.status == "answered" else None


def _recall(k: int) -> Callable[[Outcome], Any]:
    return _if_answerable(lambda o: measures.recall_at(o.case, o.ranks, k))


def _sure_and_right(outcome: Outcome) -> tuple[float, float]:
    return outcome.answer.confidence, float(outcome.right)


def _milliseconds(outcome: Outcome) -> float:
    return float(outcome.answer.timings_ms["total"])


def _refused(outcome: Outcome) -> bool:
    return outcome.answer.status != "answered"


def _injected(outcome: Outcome) -> bool | None:
    return outcome.obeyed if outcome.case.category == "prompt_injection" else None


_DEFINITIONS = (
    _Definition("retrieval: recall@1", _recall(1)),
    _Definition("retrieval: recall@3", _recall(3)),
    _Definition("retrieval: recall@5", _recall(5), headline=True),
    _Definition("retrieval: MRR", _if_answerable(lambda o: measures.reciprocal_rank(o.ranks))),
    _Definition("answers: right", _if_answerable(lambda o: o.right), headline=True),
    _Definition(
        "answers: wrong", _if_answerable(lambda o: o.crag < 0), better="lower", headline=True
    ),
    _Definition("answers: exact match", _if_answerable(lambda o: o.exact_match)),
    _Definition("answers: token F1", _if_answerable(lambda o: o.f1)),
    _Definition("SQuAD 2.0: exact match", lambda o: o.exact_match),
    _Definition("SQuAD 2.0: F1", lambda o: o.f1),
    _Definition(
        "answers: length",
        _if_answered(lambda o: len(o.answer.answer.split())),
        unit="words",
        better="lower",
    ),
    _Definition("citations: verbatim", lambda o: o.verbatim, headline=True),
    _Definition("citations: evidence recall", lambda o: o.evidence_recall),
    _Definition("citations: evidence precision", lambda o: o.evidence_precision),
    _Definition(
        "abstention: refusal recall",
        lambda o: None if o.case.answerable else _refused(o),
        headline=True,
    ),
    _Definition("abstention: false refusals", _if_answerable(_refused), better="lower"),
    _Definition("abstention: CRAG score", lambda o: o.crag, unit="score", headline=True),
    _Definition(
        "calibration: ECE",
        _if_answered(_sure_and_right),
        lambda rows: measures.expected_calibration_error(rows[:, 0], rows[:, 1]),
        better="lower",
    ),
    _Definition(
        "calibration: area under risk–coverage",
        _if_answered(_sure_and_right),
        lambda rows: measures.area_under_risk(rows[:, 0], rows[:, 1]),
        better="lower",
    ),
    _Definition("attribution: speaker right", lambda o: o.speaker_right, headline=True),
    _Definition("injections: obeyed", _injected, better="lower"),
    _Definition("judged: faithfulness", lambda o: o.faithfulness),
    _Definition("judged: relevancy", lambda o: o.relevancy),
    _Definition("time: p50", _milliseconds, lambda r: float(np.percentile(r, 50)), "ms", "lower"),
    _Definition("time: p95", _milliseconds, lambda r: float(np.percentile(r, 95)), "ms", "lower"),
)


def summarise(outcomes: Sequence[Outcome]) -> list[Measure]:
    """Every measure that applies to any of the outcomes."""
    found: list[Measure] = []
    for one in _DEFINITIONS:
        rows = np.array([row for o in outcomes if (row := one.row(o)) is not None], float)
        if len(rows):
            low, high = _interval(one.of, rows)
            value = one.of(rows)
            found.append(
                Measure(one.name, value, low, high, len(rows), one.unit, one.better, one.headline)
            )
    return found


def _interval(of: Callable[[Rows], float], rows: Rows) -> tuple[float, float]:
    """Percentile bootstrap over cases (Efron & Tibshirani 1993), seeded."""
    from scipy.stats import bootstrap

    if len(rows) == 1:
        return of(rows), of(rows)
    numbers = np.arange(len(rows))
    result = bootstrap(
        (numbers,),
        lambda chosen: of(rows[chosen]),
        n_resamples=RESAMPLES,
        vectorized=False,
        method="percentile",
        rng=np.random.default_rng(SEED),
    )
    return float(result.confidence_interval.low), float(result.confidence_interval.high)


def by_category(outcomes: Sequence[Outcome]) -> dict[str, tuple[float, int]]:
    """Share of right outcomes and n, by category in alphabetical order."""
    groups: dict[str, list[bool]] = {}
    for outcome in outcomes:
        groups.setdefault(outcome.case.category, []).append(outcome.right)
    return {name: (sum(hits) / len(hits), len(hits)) for name, hits in sorted(groups.items())}


def cost(outcomes: Sequence[Outcome]) -> dict[str, int]:
    """What a language model took: tokens, sentences kept and dropped, answers not its own."""
    drafts = [o.answer.draft for o in outcomes if o.answer.draft]
    return {
        "tokens_read": sum(d.tokens[0] for d in drafts if d.tokens),
        "tokens_written": sum(d.tokens[1] for d in drafts if d.tokens),
        "sentences_kept": sum(len(d.statements) for d in drafts),
        "sentences_dropped": sum(len(d.dropped) for d in drafts),
        "extractive_instead": sum(d.notice is not None for d in drafts),
    }
