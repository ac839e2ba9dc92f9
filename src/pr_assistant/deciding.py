"""Which candidate answers, and whether to give it: the constants of the reader, and nothing else.

Both are log-linear in the signals. Among the candidates of a question, P(c) ∝ exp(RANK · signals);
that the best one is right has the chance σ(SURE · signals + LEAD · lead + BIAS), `lead` being how
far its statement is ahead of all others (`choosing`). They were fitted on the dev questions in
evals/cases and on held synthetic releases by training/reader_weights.py, which prints these values
and the curve that the threshold was read from.
"""

from __future__ import annotations

import math

from pr_assistant.signals import Signals

RANK = Signals(
    kind=1.75, keys=1.36, statement=-0.04, context=2.83, present=0.31, names=0.60, aimed=1.22,
    passage=-0.74, cosine=1.56, sentence=2.73, fact=-2.24, marked=-2.43, span=3.32, inside=1.54,
    evidence=-0.33, answers=-0.05, length=0.18, settled=1.44,
)  # fmt: skip
SURE = Signals(
    kind=-0.54, keys=1.94, statement=-0.44, context=-1.81, present=-0.11, names=0.34, aimed=4.53,
    passage=-0.25, cosine=1.93, sentence=0.10, fact=-2.70, marked=0.00, span=0.30, inside=1.70,
    evidence=-1.31, answers=1.25, length=0.03, settled=0.99,
)  # fmt: skip
SETTLED = 0.9
"""The least chance of a fact that settles the question: of 41 such questions, dev and synthetic, 40
are answered rightly."""
LEAD = 2.68
BIAS = 0.14
WITHIN = Signals(
    kind=1.25, keys=-0.29, statement=-0.64, context=0.05, present=0.64, names=0.00, aimed=2.36,
    passage=-0.68, cosine=0.31, sentence=-0.98, fact=0.17, marked=-0.17, span=3.24, inside=0.04,
    evidence=-1.36, answers=-0.32, length=0.25, settled=1.05,
)  # fmt: skip
"""Among the exact words of a sentence that is the answer's, P(c) ∝ exp(WITHIN · signals)."""
EXACT = 0.6
"""Chance from which on the words that answer are given instead of their sentence: of the dev
questions whose sentence is right, nearly half have such words, and 9 in 10 of those are right."""
THRESHOLD = 0.45
"""Chance under which the release is said not to say. With 0.4, 60 % of the answerable dev questions
are answered rightly and 19 % wrongly, with 0.5 it is 52 % and 11 %."""


def rank(signals: Signals) -> float:
    """Log-odds of a candidate, up to a constant that all candidates of a question share."""
    return _product(RANK, signals)


def within(signals: Signals) -> float:
    """Log-odds of exact words among those of their sentence, up to a shared constant."""
    return _product(WITHIN, signals)


def sure(signals: Signals, lead: float) -> float:
    """The chance that the best candidate is right, by its signals and its lead; in (0, 1)."""
    chance = 1 / (1 + math.exp(-_product(SURE, signals) - LEAD * lead - BIAS))
    return max(chance, SETTLED) if signals.settled else chance


def _product(weights: Signals, signals: Signals) -> float:
    pairs = zip(weights.values(), signals.values(), strict=True)
    return sum(weight * value for weight, value in pairs)
