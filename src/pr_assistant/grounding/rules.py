"""All rules that a sentence has to keep; each gives what is wrong with a claim, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pr_assistant.grounding import addresses, binding, limits, negation, ordering, planning, wording
from pr_assistant.grounding.claims import Claim, Ground

Rule = Callable[[Claim, Ground], Iterator[str]]

ALWAYS: tuple[Rule, ...] = (addresses.addresses,)
"""What holds even for a sentence of the release, word for word."""
RULES: tuple[Rule, ...] = (
    wording.numbers,
    wording.words,
    wording.names,
    wording.pronouns,
    wording.quotes,
    wording.conditions,
    negation.negations,
    planning.plans,
    planning.done,
    limits.limits,
    limits.scopes,
    binding.figures,
    binding.people,
    ordering.order,
    binding.titles,
    binding.roles,
)
