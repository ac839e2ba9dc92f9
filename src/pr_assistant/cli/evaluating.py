"""`pr-assistant eval`: measure answers on cases with known ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pr_assistant.cli import options
from pr_assistant.cli.progress import ProgressBar
from pr_assistant.errors import ProviderError, UsageError

if TYPE_CHECKING:
    from pr_assistant.evaluation.judging import Scorer
    from pr_assistant.evaluation.outcomes import Outcome
    from pr_assistant.settings import Settings

_SHARED = ("embedder", "top_k")
_CASES, _CORPUS, _BASELINE = Path("evals/cases"), Path("evals/corpus"), Path("evals/baseline")


def evaluate(
    cases: Annotated[
        list[Path] | None,
        typer.Option(help="File or folder of cases (.jsonl).  [default: evals/cases]"),
    ] = None,
    corpus: Annotated[
        list[Path] | None,
        typer.Option(
            "--corpus",
            metavar="DIR",
            help="Folder of the releases they are about.  [default: corpus and evals/corpus]",
        ),
    ] = None,
    split: Annotated[
        str | None, typer.Option(metavar="dev|test", help="Only this half of the cases.")
    ] = None,
    suite: Annotated[
        str,
        typer.Option(help="cases, or a public set: squad2-held, qamr-held, held (with --data)."),
    ] = "cases",
    data: Annotated[Path | None, typer.Option(help="The public set's file (.jsonl.gz).")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Ask only so many questions.")] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            help="results.json to compare with.  [default: evals/baseline/<suite>.json, unless"
            " --cases, --corpus or --limit choose other questions; with --model the extractive"
            " reader, asked the same]"
        ),
    ] = None,
    output: Annotated[
        Path, typer.Option(metavar="DIR", help="Where report.html and results.json go.")
    ] = Path("evals/output"),
    gate: Annotated[
        bool, typer.Option("--gate", help="Exit 1 if the run may not ship (see evals/README.md).")
    ] = False,
    show_test: Annotated[
        bool, typer.Option("--show-test", help="Show failing cases of the test half, too.")
    ] = False,
    from_feedback: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Ask nothing; turn what readers of the web UI said of answers into cases, in"
            " cases.jsonl and unfinished.jsonl of --output.",
        ),
    ] = None,
    model: options.Model = None,
    model_url: options.ModelUrl = None,
    judge: Annotated[
        str | None,
        typer.Option(
            metavar="PROVIDER:MODEL",
            help="Have a language model judge the answers, too (RAGAS; needs the extra 'judge' and"
            " the provider's key in the environment).",
        ),
    ] = None,
) -> None:
    """Measure answers; print a table, write report.html and results.json."""
    if from_feedback:
        _write_cases(from_feedback, output)
        return
    from pr_assistant.evaluation import judging, report, results
    from pr_assistant.evaluation.comparison import violations
    from pr_assistant.evaluation.table import text_table
    from pr_assistant.settings import EXTRACTIVE

    if baseline and not baseline.exists():
        raise UsageError(f"There is no baseline {baseline}.")
    settings = options.settings(model=model, model_url=model_url)
    if settings.model != EXTRACTIVE and suite != "cases":
        raise UsageError(f"--suite {suite} measures the extractive reader; leave --model out.")
    scorer = _scorer(judge, settings) if judge else None  # before anything is asked
    unjudged: ProviderError | None = None
    with ProgressBar() as progress:
        beside: list[Outcome] = []
        if suite == "cases":
            outcomes = _run_cases(cases, corpus, split, limit, settings, progress)
            if settings.model != EXTRACTIVE and not baseline:
                plain = settings.model_copy(update={"model": EXTRACTIVE})
                beside = _run_cases(cases, corpus, split, limit, plain, progress)
        else:
            outcomes = _run_suite(suite, data, limit, settings, progress)
        if scorer:
            try:
                outcomes = judging.with_verdicts(outcomes, scorer, progress)
            except ProviderError as error:  # the other measures are worth having
                unjudged = error
    setup = _setup(settings, outcomes)
    if judge:
        setup["judge"] = f"{judge} (failed)" if unjudged else judge
    run = results.collect(suite, outcomes, setup)
    if baseline is None and not (beside or cases or corpus or limit):
        baseline = _BASELINE / f"{suite}.json"
    before = results.load_baseline(baseline) if baseline else None
    if beside:
        setup = {"engine": EXTRACTIVE} | {k: v for k, v in setup.items() if k in _SHARED}
        before = results.as_baseline(results.collect(suite, beside, setup))
    if gate and before is None:
        raise UsageError("There is no baseline to hold the run against; name it with --baseline.")
    results.save(run, output / "results.json")
    report.write(run, before, output / "report.html", show_test)
    typer.echo(text_table(run, before))
    typer.echo(f"Wrote {output / 'report.html'} and {output / 'results.json'}.", err=True)
    if gate and (found := violations(run, before)):
        typer.echo("May not ship:\n  " + "\n  ".join(found), err=True)
        raise typer.Exit(1)
    if unjudged:
        raise unjudged


def _write_cases(path: Path, output: Path) -> None:
    from pr_assistant import feedback
    from pr_assistant.evaluation import from_feedback

    written = from_feedback.write(feedback.read(path), output)
    typer.echo(
        f"Wrote {written.ready} to {output / from_feedback.READY}, and {written.unfinished} that"
        f" lack the right answer to {output / from_feedback.UNFINISHED} (see evals/README.md).",
        err=True,
    )


def _scorer(name: str, settings: Settings) -> Scorer:
    from pr_assistant.evaluation import judging
    from pr_assistant.exporting import open_embedder

    embedder = open_embedder(settings.embedding_model, settings.cache)
    return judging.ragas_scorer(lambda: judging.chat_model(name), embedder)


def _run_cases(
    paths: list[Path] | None,
    corpora: list[Path] | None,
    split: str | None,
    limit: int | None,
    settings: Settings,
    progress: ProgressBar,
) -> list[Outcome]:
    from pr_assistant.evaluation import cases, runner

    if split not in (None, *cases.SPLITS):
        raise UsageError(f"--split is dev or test, not {split!r}.")
    chosen = [c for c in cases.load(paths or [_CASES]) if split in (None, c.split)][:limit]
    if not chosen:
        raise UsageError("There are no cases to ask.")
    default = [settings.corpus, *([_CORPUS] if _CORPUS.is_dir() else [])]
    return runner.run(chosen, corpora or default, settings, progress)


def _run_suite(
    suite: str, data: Path | None, limit: int | None, settings: Settings, progress: ProgressBar
) -> list[Outcome]:
    from pr_assistant.evaluation import yardsticks
    from pr_assistant.exporting import open_embedder

    if suite not in yardsticks.SUITES:
        raise UsageError(f"--suite is cases, {', '.join(yardsticks.SUITES)}; not {suite!r}.")
    if data is None:
        raise UsageError(f"Name the file of {suite} with --data. See evals/README.md.")
    embedder = open_embedder(settings.embedding_model, settings.cache, progress)
    return yardsticks.run(suite, data, embedder, limit, progress)


def _setup(settings: Settings, outcomes: list[Outcome]) -> dict[str, Any]:
    """What was measured with: never a path of this machine."""
    from pr_assistant.evaluation.summary import cost
    from pr_assistant.exporting import open_embedder
    from pr_assistant.settings import EXTRACTIVE

    embedder = open_embedder(settings.embedding_model, settings.cache)
    return {
        "engine": settings.model,
        **({} if settings.model == EXTRACTIVE else cost(outcomes)),
        "embedder": embedder.spec.fingerprint,
        "top_k": settings.top_k,
    }
