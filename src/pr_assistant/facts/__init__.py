"""What a release states in pattern: people, quotations, figures, dates, lists, as exact slices.

`read` takes a `Release` and needs no model; one module a kind of fact. Those modules are full of
patterns that take a fifth of a second to import, so they are imported where a release is read, not
where facts that were read before are used.
"""

from __future__ import annotations

from pr_assistant.facts.models import KINDS, Facts
from pr_assistant.models import Release

__all__ = ["KINDS", "RULES", "Facts", "read"]

RULES = "facts-16"
"""Names the rules in the catalog: change it whenever other facts may be read."""


def read(release: Release) -> Facts:
    """The facts of a release. Pure: the same release has the same facts."""
    from pr_assistant.facts.extracting import extract

    return extract(release)
