"""Results → report.html: one file with its style and plots inside, that opens offline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pr_assistant.errors import UsageError
from pr_assistant.evaluation import plots
from pr_assistant.evaluation.cases import category_text
from pr_assistant.evaluation.comparison import change, flips, violations
from pr_assistant.evaluation.outcomes import Outcome
from pr_assistant.evaluation.results import Baseline, Results
from pr_assistant.evaluation.summary import Measure
from pr_assistant.evaluation.table import change_text, number_text


@dataclass(frozen=True, slots=True)
class _Row:
    """A measure as it is printed."""

    name: str
    headline: bool
    value: str
    interval: str
    n: int
    change: str


@dataclass(frozen=True, slots=True)
class _Split:
    name: str
    cases: int
    rows: list[_Row]
    categories: str
    risk: str
    times: str
    failing: list[Outcome]
    shows_failing: bool


def write(results: Results, baseline: Baseline | None, path: Path, show_test: bool) -> None:
    """Write the report. The failing cases of the test split are only counted, unless `show_test`.

    Raises `UsageError` if the place cannot be written.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("pr_assistant.evaluation", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"category": category_text, "moment": _moment}
    page = environment.get_template("report.html.jinja").render(
        results=results,
        splits=[_split(results, baseline, name, show_test) for name in results.splits],
        baseline=baseline,
        flips=flips(results, baseline),
        violations=violations(results, baseline),
        show_test=show_test,
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, "utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be written ({error.strerror}).") from error


def _split(results: Results, baseline: Baseline | None, name: str, show_test: bool) -> _Split:
    outcomes = [outcome for outcome in results.outcomes if outcome.case.split == name]
    return _Split(
        name=name,
        cases=len(outcomes),
        rows=[_row(m, change(m, baseline, name)) for m in results.splits[name]],
        categories=plots.accuracy_by_category(outcomes),
        risk=plots.risk_coverage(outcomes),
        times=plots.answer_times(outcomes),
        failing=[outcome for outcome in outcomes if not outcome.right],
        shows_failing=show_test or name != "test",
    )


def _moment(stamp: str) -> str:
    """ "2026-11-22 22:28 UTC" for a time as results.json has it."""
    return f"{datetime.fromisoformat(stamp).astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _row(measure: Measure, changed: float | None) -> _Row:
    low, high = number_text(measure, measure.low), number_text(measure, measure.high)
    return _Row(
        measure.name,
        measure.headline,
        number_text(measure, measure.value),
        f"{low} – {high}",
        measure.n,
        change_text(measure, changed),
    )
