"""Two amounts that belong together: a range, or a unit that both share."""

from __future__ import annotations

import re
from dataclasses import replace

from pr_assistant.facts.amounts import Amount
from pr_assistant.facts.numbers import tidy, value
from pr_assistant.facts.units import QUALIFIER

_TO = re.compile(r"\s+to\s+")
_RANGE = re.compile(r"\s*[–—-]\s*|\s+to\s+|\s+and\s+")


_FROM_THE_START = re.compile(r"(?:^|[.?!\n]\s*)From\s+$")
""" "How much? From €150,000 to €750,000."; in a clause it would be a change."""


def as_range(text: str, one: Amount, two: Amount) -> tuple[Amount, float | int] | None:
    """Both ends of "$12 to $15 million", "between 8% and 10%", "4–6%" as one; or None."""
    between = text[one.end : two.start]
    if not _RANGE.fullmatch(between) or (one.unit and two.unit and one.unit != two.unit):
        return None
    if one.kind == two.kind == "count" and not two.scale and one.value >= two.value:
        return None  # the result of a vote or a game
    lead = text[max(0, one.start - 24) : one.start]
    begin = one.start
    if between.strip() == "and":
        opening = re.search(
            r"\b(?:anywhere |somewhere )?between\s+(?:about |around )?$", lead, re.I
        )
        if not opening:
            return None
        begin = one.start - len(lead) + opening.start()
    if between.strip() == "to" and re.search(r"\bfrom\s+$", lead, re.I):
        opening = re.search(r"\b(?:rang\w+)\s+from\s+$", lead, re.I)
        if opening is None and not _FROM_THE_START.search(lead):
            return None
    if one.kind in ("unit", "time") and two.kind != one.kind:
        return None
    if between.strip() == "to" and re.search(
        rf"\bby\s+(?:{QUALIFIER.pattern[:-4]})?\s*$", lead, re.I
    ):
        return None
    if between.strip() == "to" and one.value >= two.value and not (two.scale and not one.scale):
        return None
    first = one.value
    if two.scale and not one.scale and (one.kind == "count" or two.kind in (one.kind, "count")):
        first = tidy(value(f"1 {two.scale}") * one.value)
        if first > two.value:
            first = one.value
    unit = one.unit or two.unit
    kind = two.kind if two.unit else one.kind
    joined = Amount(begin, two.end, first, unit, kind, two.scale, one.written)
    return joined, two.value


def with_unit_of_next(text: str, one: Amount, two: Amount | None) -> Amount:
    """In "from 22.5 to 31 hours" the first number takes the unit of the second."""
    if (
        two
        and one.kind == "count"
        and two.kind in ("unit", "time", "percent")
        and re.fullmatch(r"\s+(?:to|or|and)\s+", text[one.end : two.start])
    ):
        return replace(one, unit=two.unit, kind=two.kind)
    if (
        two
        and one.kind == "count"
        and not one.scale
        and two.kind == "money"
        and _TO.fullmatch(text, one.end, two.start)
        and text[two.start].isdigit()
        and re.search(r"\bfrom\s+$", text[max(0, one.start - 8) : one.start])
    ):
        times = value(f"1 {two.scale}") if two.scale else 1
        return replace(one, unit=two.unit, kind="money", value=tidy(one.value * times))
    return one
