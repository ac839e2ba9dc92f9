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
    kind=1.42, keys=0.65, statement=0.24, context=1.41, present=0.50, names=0.41, aimed=0.13,
    passage=-0.24, cosine=1.00, sentence=2.60, fact=-2.53, marked=-2.14, span=3.40, inside=0.48,
    evidence=0.70, answers=-0.32, length=0.29, settled=0.54,
)  # fmt: skip
SURE = Signals(
    kind=0.80, keys=1.38, statement=-1.43, context=-0.56, present=-0.28, names=0.18, aimed=1.70,
    passage=0.21, cosine=0.24, sentence=1.32, fact=-2.36, marked=0.00, span=1.46, inside=1.04,
    evidence=0.83, answers=0.61, length=0.13, settled=1.43,
)  # fmt: skip
SETTLED = 0.67
"""The least chance of a fact that settles the question (`signals.settles`): of 104 such questions,
dev and on held written releases, 67 % are answered rightly."""
LEAD = 2.05
BIAS = -1.36
WITHIN = Signals(
    kind=-0.54, keys=-0.50, statement=0.06, context=0.30, present=0.57, names=0.04, aimed=1.09,
    passage=-0.55, cosine=-0.02, sentence=-0.33, fact=-0.61, marked=0.61, span=4.16,
    inside=-0.36, evidence=-1.21, answers=-0.66, length=0.05, settled=1.29,
)  # fmt: skip
"""Among the exact words of a sentence that is the answer's, P(c) ∝ exp(WITHIN · signals)."""
EXACT = 0.85
"""Chance from which on the words that answer are given instead of their sentence: that of all its
exact words in the same place, in sum. On the dev questions 0.9 is wrong less often than 0.8 (7.8 %
rather than 10.9), and right less often in 30 words (56 % rather than 59)."""
THRESHOLD = 0.4
"""Chance under which the release is said not to say. Of the answerable dev questions 61 % are then
answered rightly and 9 % wrongly, of the others 91 % refused; with 0.3 it is 66, 13 and 88 %."""


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
