"""Facts of short texts, for the tests of `pr_assistant.facts`."""

from __future__ import annotations

from pr_assistant import facts, releases
from pr_assistant.facts.models import Facts

HEAD = (
    "Acme opens a works\n\nOSLO, Norway, 6 May 2025 -- Acme Holdings plc opened a works today.\n\n"
)


def read(text: str, head: str = HEAD) -> Facts:
    """The facts of a release with this text below its first paragraph."""
    return facts.read(releases.parse((head + text).encode(), "a"))
