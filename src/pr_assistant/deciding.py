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
    kind=1.82, keys=0.62, statement=0.13, context=1.18, present=0.46, names=0.59, aimed=0.07,
    passage=-0.27, cosine=0.97, sentence=2.15, fact=-2.01, marked=-2.38, span=3.09, inside=0.66,
    evidence=0.47, answers=-0.05, length=-0.16, settled=0.54,
)  # fmt: skip
SURE = Signals(
    kind=0.79, keys=1.40, statement=-1.56, context=-0.54, present=-0.31, names=0.11, aimed=1.09,
    passage=0.66, cosine=-0.03, sentence=1.18, fact=-1.72, marked=0.00, span=1.71, inside=0.73,
    evidence=0.12, answers=0.57, length=-0.69, settled=1.13,
)  # fmt: skip
SETTLED = 0.67
"""The least chance of a fact that settles the question (`signals.settles`): of 205 such questions,
dev and on held written releases, 67 % are answered rightly."""
LEAD = 2.20
BIAS = -1.41
WITHIN = Signals(
    kind=1.16, keys=-0.27, statement=-0.07, context=0.11, present=0.21, names=0.00, aimed=0.98,
    passage=-0.45, cosine=-0.01, sentence=-0.22, fact=-0.15, marked=0.15, span=3.49, inside=-0.18,
    evidence=-0.87, answers=-0.52, length=0.38, settled=0.62,
)  # fmt: skip
"""Among the exact words of a sentence that is the answer's, P(c) ∝ exp(WITHIN · signals)."""
EXACT = 0.9
"""Chance from which on the words that answer are given instead of their sentence: that of all its
exact words in the same place, in sum. On the dev questions 0.9 is wrong less often than 0.75 (8.9 %
rather than 10.4), and right less often in 30 words (60 % rather than 62)."""
THRESHOLD = 0.45
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
