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
    kind=1.90, keys=0.57, statement=-0.04, context=1.23, present=0.52, names=0.43, aimed=0.04,
    passage=-0.39, cosine=0.86, sentence=2.38, fact=-2.11, marked=-2.58, span=2.80, inside=0.51,
    evidence=0.89, answers=0.01, length=0.36, settled=0.61,
)  # fmt: skip
SURE = Signals(
    kind=0.79, keys=1.27, statement=-1.54, context=-0.45, present=-0.31, names=0.21, aimed=1.51,
    passage=0.39, cosine=0.15, sentence=1.22, fact=-2.18, marked=0.00, span=1.68, inside=0.79,
    evidence=-0.27, answers=0.62, length=-0.34, settled=1.41,
)  # fmt: skip
SETTLED = 0.72
"""The least chance of a fact that settles the question (`settling.settles`): of 259 such questions,
dev and on held written releases, 73 % are answered rightly (72 when it was set)."""
LEAD = 2.42
BIAS = -1.56
WITHIN = Signals(
    kind=1.11, keys=-0.13, statement=-0.02, context=0.10, present=0.21, names=0.00, aimed=0.76,
    passage=-0.45, cosine=-0.02, sentence=-0.20, fact=-0.28, marked=0.28, span=3.40, inside=-0.21,
    evidence=-0.82, answers=-0.50, length=0.53, settled=0.33,
)  # fmt: skip
"""Among the exact words of a sentence that is the answer's, P(c) ∝ exp(WITHIN · signals)."""
EXACT = 0.9
"""Chance from which on the words that answer are given instead of their sentence: that of all its
exact words in the same place, in sum. On the dev questions 0.92 is wrong less often than 0.85
(7.3 % rather than 9.4), and right less often in 30 words (58 % rather than 59)."""
THRESHOLD = 0.45
"""Chance under which the release is said not to say. Of the answerable dev questions 69 % are then
answered rightly and 9 % wrongly, of the others 93 % refused; with 0.35 it is 70, 12 and 90 %."""


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
