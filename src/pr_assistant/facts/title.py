"""What a phrase says somebody is, as slices."""

from __future__ import annotations

from dataclasses import dataclass

from pr_assistant.sentences import Span


@dataclass(frozen=True, slots=True)
class Title:
    """What a phrase says of somebody: either may be missing; `stop` is where it ends."""

    title: Span | None
    organisation: Span | None
    stop: int
    former: bool = False
