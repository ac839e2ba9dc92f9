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
    kind=1.72, keys=0.73, statement=0.17, context=1.66, present=0.36, names=0.54, aimed=0.22,
    passage=-0.55, cosine=1.06, sentence=2.69, fact=-2.45, marked=-2.46, span=3.57, inside=0.39,
    evidence=0.80, answers=-0.14, length=0.30, settled=1.08,
)  # fmt: skip
SURE = Signals(
    kind=0.76, keys=1.11, statement=-0.91, context=-0.86, present=-0.16, names=0.38, aimed=1.98,
    passage=-0.22, cosine=0.28, sentence=0.97, fact=-2.34, marked=0.00, span=2.01, inside=0.94,
    evidence=0.02, answers=0.44, length=0.47, settled=1.62,
)  # fmt: skip
SETTLED = 0.7
"""The least chance of a fact that settles the question (`signals.settles`): of 82 such questions,
dev and on held written releases, 72 % are answered rightly."""
LEAD = 2.10
BIAS = -1.34
WITHIN = Signals(
    kind=1.28, keys=-0.34, statement=-0.05, context=0.30, present=0.48, names=0.09, aimed=1.26,
    passage=-0.61, cosine=0.06, sentence=-0.60, fact=-0.22, marked=0.22, span=3.51, inside=0.44,
    evidence=-1.24, answers=-0.76, length=0.30, settled=1.22,
)  # fmt: skip
"""Among the exact words of a sentence that is the answer's, P(c) ∝ exp(WITHIN · signals)."""
EXACT = 0.8
"""Chance from which on the words that answer are given instead of their sentence: that of all its
exact words in the same place, in sum. On the dev questions, a lower one is wrong more often (0.7:
10.4 % rather than 8.9) for shorter answers (12 words rather than 15)."""
THRESHOLD = 0.4
"""Chance under which the release is said not to say. Of the answerable dev questions 60 % are then
answered rightly and 10 % wrongly, of the others 87 % refused; with 0.3 it is 67, 13 and 84 %."""


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
