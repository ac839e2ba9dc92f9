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
    kind=1.67, keys=0.26, statement=0.54, context=2.00, present=0.41, names=0.45, aimed=0.52,
    passage=-0.62, cosine=1.12, sentence=2.41, fact=-1.75, marked=-1.54, span=3.36, inside=1.86,
    evidence=-0.39, answers=-0.28, length=-0.48, settled=0.98,
)  # fmt: skip
SURE = Signals(
    kind=0.66, keys=0.91, statement=-0.07, context=-0.93, present=-0.57, names=0.47, aimed=1.05,
    passage=0.34, cosine=0.03, sentence=0.51, fact=-1.37, marked=-1.41, span=0.90, inside=2.11,
    evidence=-0.08, answers=0.93, length=-0.45, settled=1.18,
)  # fmt: skip
SETTLED = 0.9
"""The least chance of a fact that settles the question: of 41 such questions, dev and synthetic, 40
are answered rightly."""
LEAD = 1.28
BIAS = -0.72
WITHIN = Signals(
    kind=1.53, keys=-0.34, statement=-0.06, context=0.21, present=0.31, names=-0.00, aimed=1.47,
    passage=-0.65, cosine=0.12, sentence=-0.60, fact=-0.09, marked=0.09, span=3.02, inside=0.54,
    evidence=-1.16, answers=-0.51, length=0.28, settled=1.57,
)  # fmt: skip
"""Among the exact words of a sentence that is the answer's, P(c) ∝ exp(WITHIN · signals)."""
EXACT = 0.6
"""Chance from which on the words that answer are given instead of their sentence: of the dev
questions whose sentence is right, nearly half have such words, and 9 in 10 of those are right."""
THRESHOLD = 0.35
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
