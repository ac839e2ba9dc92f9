"""Results → the table a person reads in a terminal."""

from __future__ import annotations

from pr_assistant.evaluation.cases import category_text
from pr_assistant.evaluation.comparison import change, flips
from pr_assistant.evaluation.results import Baseline, Results
from pr_assistant.evaluation.summary import Measure, by_category

_SHOWN_FLIPS = 20


def text_table(results: Results, baseline: Baseline | None) -> str:
    """Measures by split with interval, n and change; then categories; then what flipped."""
    lines = _engines(results, baseline)
    for split, measures in results.splits.items():
        lines += [f"{split.upper():44}{'value':>9}  {'95 % interval':17}{'n':>5}  change"]
        lines += [_row(measure, change(measure, baseline, split)) for measure in measures]
        lines.append("")
    lines.append(f"{'RIGHT BY CATEGORY':44}" + "".join(f"{s:>14}" for s in results.splits))
    shares = {
        split: by_category([o for o in results.outcomes if o.case.split == split])
        for split in results.splits
    }
    for category in sorted({name for groups in shares.values() for name in groups}):
        cells = (shares[split].get(category) for split in results.splits)
        row = "".join(f"{share_text(c[0]) if c else '–':>9} {c[1] if c else 0:4}" for c in cells)
        lines.append(f"  {category_text(category):42}{row}")
    turned = flips(results, baseline)
    if baseline is not None:
        lines += ["", f"FLIPPED AGAINST THE BASELINE: {len(turned) or 'none'}"]
    for flip in turned[:_SHOWN_FLIPS]:
        case = flip.outcome.case
        verdict = "now right" if flip.now_right else "NOW WRONG"
        lines.append(f"  {verdict}  {case.id:10} {case.question if case.split == 'dev' else ''}")
    if len(turned) > _SHOWN_FLIPS:
        lines.append(f"  … and {len(turned) - _SHOWN_FLIPS} more: see report.html")
    return "\n".join(line.rstrip() for line in lines)


def _engines(results: Results, baseline: Baseline | None) -> list[str]:
    """Which engine was measured, what it is compared with, and what it cost; [] if it is free."""
    setup, asked = results.setup, len(results.outcomes)
    if "tokens_read" not in setup:
        return []
    other = f"; change: against {baseline.setup['engine']}" if baseline else ""
    read, written = setup["tokens_read"], setup["tokens_written"]
    return [
        f"ENGINE {setup['engine']}{other}",
        f"  tokens: {read:,} read and {written:,} written for {asked} questions"
        f" ({read / asked:,.0f} and {written / asked:,.0f} each)",
        f"  sentences: {setup['sentences_kept']} kept, {setup['sentences_dropped']} dropped;"
        f" extractive answer instead: {setup['extractive_instead']} times",
        "",
    ]


def _row(measure: Measure, changed: float | None) -> str:
    value, low, high = (number_text(measure, v) for v in (measure.value, measure.low, measure.high))
    interval = f"{low} – {high}"
    name = ("* " if measure.headline else "  ") + measure.name
    return f"{name:44}{value:>9}  {interval:17}{measure.n:>5}  {change_text(measure, changed)}"


def number_text(measure: Measure, value: float) -> str:
    """A value in its unit: "71.4 %", "+0.21", "43.0", "58 ms"."""
    match measure.unit:
        case "share":
            return share_text(value)
        case "score":
            return f"{value:+.2f}"
        case "words":
            return f"{value:.1f}"
        case "ms":
            return f"{value:.0f} ms"


def share_text(value: float) -> str:
    """ "71.4 %" for 0.714."""
    return f"{100 * value:.1f} %"


def change_text(measure: Measure, changed: float | None) -> str:
    """ "+1.2 better", "−3.0 worse", "=", or nothing without a baseline."""
    if changed is None:
        return ""
    scaled = 100 * changed if measure.unit == "share" else changed
    shown = f"{scaled:+.2f}" if measure.unit == "score" else f"{scaled:+.1f}"
    if float(shown) == 0:
        return "="
    good = (changed > 0) == (measure.better == "higher")
    return f"{shown.replace('-', '−')} {'better' if good else 'worse'}"
