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
    kind=1.82, keys=0.63, statement=0.12, context=1.17, present=0.44, names=0.60, aimed=0.08,
    passage=-0.26, cosine=0.96, sentence=2.14, fact=-2.02, marked=-2.38, span=3.08, inside=0.66,
    evidence=0.47, answers=-0.05, length=-0.16, settled=0.54,
)  # fmt: skip
SURE = Signals(
    kind=0.80, keys=1.48, statement=-1.67, context=-0.51, present=-0.30, names=0.09, aimed=1.14,
    passage=0.67, cosine=-0.01, sentence=1.20, fact=-1.70, marked=0.00, span=1.75, inside=0.76,
    evidence=0.08, answers=0.51, length=-0.67, settled=1.08,
)  # fmt: skip
SETTLED = 0.72
"""The least chance of a fact that settles the question (`signals.settles`): of 206 such questions,
dev and on held written releases, 72 % are answered rightly."""
LEAD = 2.19
BIAS = -1.44
WITHIN = Signals(
    kind=1.16, keys=-0.23, statement=-0.05, context=0.12, present=0.21, names=0.00, aimed=1.00,
    passage=-0.45, cosine=-0.01, sentence=-0.23, fact=-0.15, marked=0.15, span=3.50, inside=-0.20,
    evidence=-0.87, answers=-0.53, length=0.39, settled=0.63,
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
