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
    kind=1.66, keys=0.55, statement=0.12, context=1.30, present=0.55, names=0.59, aimed=0.12,
    passage=-0.22, cosine=1.28, sentence=2.68, fact=-2.35, marked=-2.48, span=3.18, inside=0.59,
    evidence=0.60, answers=-0.38, length=0.32, settled=0.54,
)  # fmt: skip
SURE = Signals(
    kind=0.47, keys=1.27, statement=-1.44, context=-0.56, present=-0.11, names=0.55, aimed=1.79,
    passage=0.47, cosine=-0.09, sentence=1.48, fact=-2.37, marked=0.00, span=1.67, inside=0.74,
    evidence=-0.19, answers=0.84, length=0.12, settled=1.95,
)  # fmt: skip
SETTLED = 0.67
"""The least chance of a fact that settles the question (`signals.settles`): of 132 such questions,
dev and on held written releases, 67 % are answered rightly."""
LEAD = 1.77
BIAS = -1.92
WITHIN = Signals(
    kind=1.33, keys=-0.26, statement=0.03, context=0.19, present=0.33, names=0.00, aimed=1.27,
    passage=-0.57, cosine=0.00, sentence=-0.33, fact=-0.10, marked=0.10, span=3.85, inside=-0.36,
    evidence=-0.96, answers=-0.53, length=0.32, settled=0.89,
)  # fmt: skip
"""Among the exact words of a sentence that is the answer's, P(c) ∝ exp(WITHIN · signals)."""
EXACT = 0.85
"""Chance from which on the words that answer are given instead of their sentence: that of all its
exact words in the same place, in sum. On the dev questions 0.9 is wrong less often than 0.75 (8.9 %
rather than 10.4), and right less often in 30 words (60 % rather than 62)."""
THRESHOLD = 0.4
"""Chance under which the release is said not to say. Of the answerable dev questions 66 % are then
answered rightly and 10 % wrongly, of the others 91 % refused; with 0.3 it is 68, 12 and 88 %."""


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
