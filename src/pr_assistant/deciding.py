"""Which candidate answers, and whether to give it: the constants of the reader, and nothing else.

Both are log-linear in the signals. Among the candidates of a question, P(c) ∝ exp(RANK · signals);
that the best one is right has the chance σ(SURE · signals + LEAD · lead + BIAS), `lead` being how
far its statement is ahead of all others (`choosing`). They were fitted on the dev questions in
evals/cases and those on held written releases by training/reader_weights.py, which prints these
values and the curves that the threshold was read from.
"""

from __future__ import annotations

import math

from pr_assistant.signals import Signals

RANK = Signals(
    kind=1.70, keys=0.60, statement=0.04, context=1.25, present=0.53, names=0.46, named=0.00,
    aimed=0.04, passage=-0.39, cosine=0.93, sentence=2.21, fact=-2.12, marked=-2.35, span=2.91, inside=0.79,
    evidence=0.59, answers=-0.04, length=-0.05, counted=0.00, settled=0.68,
)  # fmt: skip
SURE = Signals(
    kind=0.61, keys=0.80, statement=-1.16, context=-0.30, present=-0.37, names=0.17, named=0.00,
    aimed=0.40, passage=0.45, cosine=0.08, sentence=1.16, fact=-2.39, marked=0.00, span=1.59, inside=0.66,
    evidence=0.03, answers=0.70, length=-0.65, counted=0.00, settled=1.88,
)  # fmt: skip
SETTLED = 0.72
"""The least chance of a fact that settles the question (`signals.settles`): of 235 such questions,
dev and on held written releases, 71 % are answered rightly (72 when it was set)."""
LEAD = 2.18
BIAS = -1.21
WITHIN = Signals(
    kind=1.10, keys=-0.19, statement=-0.06, context=0.11, present=0.23, names=-0.01, named=0.00,
    aimed=0.86, passage=-0.43, cosine=-0.01, sentence=-0.20, fact=-0.28, marked=0.28, span=3.40, inside=-0.18,
    evidence=-0.86, answers=-0.53, length=0.50, counted=0.00, settled=0.58,
)  # fmt: skip
"""Among the exact words of a sentence that is the answer's, P(c) ∝ exp(WITHIN · signals)."""
EXACT = 0.9
"""Chance from which on the words that answer are given instead of their sentence: that of all its
exact words in the same place, in sum. On the dev questions 0.92 is wrong less often than 0.85
(7.3 % rather than 9.4), and right less often in 30 words (58 % rather than 59)."""
THRESHOLD = 0.45
"""Chance under which the release is said not to say. Of the answerable dev questions 64 % are then
answered rightly and 9 % wrongly, of the others 94 % refused; with 0.35 it is 67, 11 and 88 %."""


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
