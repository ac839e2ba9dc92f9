"""`pr-assistant index` and `pr-assistant doctor`."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import Annotated

import typer

from pr_assistant.cli import options
from pr_assistant.cli.harmless import harmless
from pr_assistant.cli.progress import ProgressBar
from pr_assistant.models import PassedOver

_SHOWN = {
    "people": "person",
    "quotations": "quotation",
    "figures": "figure",
    "dates": "date",
    "enumerations": "enumeration",
    "organisations": "organisation",
}
"""Kinds of facts, and what one of them is called."""


def index(
    corpus: options.Corpus = None,
    index: options.Index = None,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Make the index anew, for another model say.")
    ] = False,
    as_json: options.Json = False,
) -> None:
    """Bring the index up to date with the releases in the corpus folder.

    Only what changed is read and embedded. A file that cannot be read is named and stops no
    other; the exit code is then 1. Stopped at any moment, the next run carries on.
    """
    from pr_assistant.bootstrap import build_index

    with ProgressBar() as progress:
        report = build_index(options.settings(corpus=corpus, index=index), progress, rebuild)
    if as_json:
        typer.echo(json.dumps(asdict(report), ensure_ascii=False))
    else:
        counts = (report.added, "added"), (report.changed, "changed"), (report.removed, "removed")
        done = ", ".join(f"{count} {what}" for count, what in counts if count) or "nothing new"
        total = report.added + report.changed + report.unchanged
        typer.echo(
            f"{total} release{'s' * (total != 1)} indexed ({done}), {report.passages} passages,"
            f" {report.embedded} embedded, in {report.seconds:.1f} s."
        )
        known = [(report.facts.get(many, 0), one, many) for many, one in _SHOWN.items()]
        named = (f"{count} {one if count == 1 else many}" for count, one, many in known)
        typer.echo("Facts: " + ", ".join(named) + ".")
    code = 0
    for failure in report.failures:
        which = harmless(f"{failure.path} {failure.reason}", sys.stderr)
        passed = isinstance(failure, PassedOver)
        typer.echo(f"{'Passed over' if passed else 'Not indexed'}: {which}.", err=True)
        code = code if passed else 1
    raise typer.Exit(code)


def doctor(corpus: options.Corpus = None, index: options.Index = None) -> None:
    """Check the installation, the model and the index, and mend what can be mended.

    A missing or garbled vector index is rebuilt from the catalog; nothing is embedded again.
    """
    from pr_assistant.diagnosis import examine

    worst = 0
    with ProgressBar() as progress:
        for finding in examine(options.settings(corpus=corpus, index=index), progress):
            mark = "ok     " if finding.ok else "mended " if finding.mended else "PROBLEM"
            typer.echo(f"{mark}  {finding.what}: {finding.detail}")
            worst = max(worst, 0 if finding.ok or finding.mended else finding.exit_code)
    raise typer.Exit(worst)
