"""A place that names a person, with what the words beside it say."""

from __future__ import annotations

from dataclasses import dataclass, field

from pr_assistant.facts.title import Title


@dataclass(slots=True)
class Mention:
    """One place that names a person, with what it says of them."""

    start: int
    end: int
    honorific: str | None = None
    found: list[tuple[int, Title]] = field(default_factory=list)
    """(how much it counts, title phrase)."""
    contact: bool = False
    alone: bool = False
    """Whether a given name stands alone: "founded by Elsie and Robert Moorcroft"."""
    lead: int = -1
    """Where its honorific begins, if it has one."""

    def name(self, text: str) -> str:
        return " ".join(text[self.start : self.end].split())
