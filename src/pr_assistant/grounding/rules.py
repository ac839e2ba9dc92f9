"""All rules that a sentence has to keep; each gives what is wrong with a claim, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pr_assistant.grounding import (
    addresses,
    binding,
    joining,
    limits,
    negation,
    ordering,
    planning,
    timing,
    wording,
)
from pr_assistant.grounding.claims import Claim, Ground

Rule = Callable[[Claim, Ground], Iterator[str]]

ALWAYS: tuple[Rule, ...] = (addresses.addresses, binding.grades, joining.conjunctions)
"""What holds for a sentence of the release, word for word, and for who is said to say it, too."""
RULES: tuple[Rule, ...] = (
    wording.numbers,
    wording.words,
    wording.names,
    wording.pronouns,
    wording.genders,
    wording.quotes,
    wording.conditions,
    timing.times,
    joining.prepositions,
    negation.negations,
    planning.plans,
    planning.done,
    limits.limits,
    limits.scopes,
    limits.quantities,
    binding.figures,
    binding.people,
    ordering.order,
    ordering.possessors,
    binding.titles,
    binding.roles,
)
