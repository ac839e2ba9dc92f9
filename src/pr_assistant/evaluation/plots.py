"""Results → plots as SVG text, to stand inside a page that opens offline."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import numpy as np

from pr_assistant.evaluation import measures
from pr_assistant.evaluation.cases import category_text
from pr_assistant.evaluation.outcomes import Outcome
from pr_assistant.evaluation.summary import by_category

_INK, _SOFT, _FILL = "#1c1b19", "#6b675f", "#1f5f5b"


def accuracy_by_category(outcomes: Sequence[Outcome]) -> str:
    """A bar a category: the share that is right (for what is not in the release: refused)."""
    shares = by_category(outcomes)
    figure, axes = _figure(height=0.32 * len(shares) + 0.9)
    names = [f"{category_text(name)} ({n})" for name, (_, n) in shares.items()]
    axes.barh(names[::-1], [share for share, _ in shares.values()][::-1], color=_FILL, height=0.6)
    axes.set_xlim(0, 1)
    axes.set_xlabel("share right")
    return _svg(figure)


def risk_coverage(outcomes: Sequence[Outcome]) -> str:
    """The share of wrong answers among the surest ones, as more of them are given."""
    answered = [o for o in outcomes if o.answer.status == "answered"]
    figure, axes = _figure(height=3.0)
    if answered:
        coverage, risk = measures.risk_coverage(
            [o.answer.confidence for o in answered], [o.right for o in answered]
        )
        axes.plot(coverage * len(answered) / len(outcomes), risk, color=_FILL)
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    axes.set_xlabel("share of questions answered, surest first")
    axes.set_ylabel("share of them wrong")
    return _svg(figure)


def answer_times(outcomes: Sequence[Outcome]) -> str:
    """How many answers took how long."""
    figure, axes = _figure(height=2.6)
    times = [o.answer.timings_ms["total"] for o in outcomes]
    axes.hist(times, bins=np.linspace(0, max(times) or 1, 40).tolist(), color=_FILL)
    axes.set_xlabel("milliseconds")
    axes.set_ylabel("answers")
    return _svg(figure)


def _figure(height: float) -> tuple[Any, Any]:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(6.4, height), layout="constrained")
    axes = figure.subplots()
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(colors=_SOFT, labelcolor=_INK)
    return figure, axes


def _svg(figure: Any) -> str:
    from matplotlib import rc_context

    buffer = io.StringIO()
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "pr-assistant"}):
        figure.savefig(buffer, format="svg", transparent=True, metadata={"Date": None})
    text = buffer.getvalue()
    return text[text.index("<svg") :]
