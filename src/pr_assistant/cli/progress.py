"""Progress of long work, on stderr: a bar on a terminal, silence in a log."""

from __future__ import annotations

from types import TracebackType
from typing import Any, Self

import typer


class ProgressBar:
    """Call it as `indexing.Progress`. It shows once the work takes longer than a blink."""

    def __init__(self) -> None:
        self._what = ""
        self._bar: Any = None

    def __call__(self, what: str, done: float, total: float) -> None:
        if not total:  # a step of unknown length: say it once
            typer.echo(f"{what} …", err=True)
            return
        if what != self._what:
            self.close()
            from tqdm import tqdm

            self._what = what
            self._bar = tqdm(
                total=total,
                desc=what,
                delay=0.5,
                disable=None,
                bar_format="{desc}: {percentage:3.0f}% |{bar}| {elapsed} < {remaining}",
            )
        self._bar.update(min(done, self._bar.total - self._bar.n))

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar, self._what = None, ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()
