"""Numbers without a noun: which stand for something counted, and which for an age or a ratio."""

from __future__ import annotations

import re

from pr_assistant.facts.amounts import Amount
from pr_assistant.facts.numbers import WORDS, value
from pr_assistant.facts.units import QUALIFIER


def is_alone(lead: str, behind: str) -> bool:
    """Whether a number that counts nothing by name is a figure by the words before it.

    It is one behind a word in lower case, and in a row behind a comma or a bracket; an age group
    ("girls under 16") or a day is none.
    """
    if lead.endswith(" the ") or _AGE_GROUP.search(lead) or _MONTH_BEHIND.match(behind):
        return False
    if qualifier := QUALIFIER.search(lead):
        lead = lead[: qualifier.start()]
    if lead.endswith("(") and behind.startswith(")"):
        return False
    return bool(_ALONE.search(lead) or (_IN_LIST.search(lead) and not _NAMED_BEHIND.match(behind)))


_RATIO = re.compile(
    rf"\b(?P<part>{WORDS}|\d+) in (?:every )?(?P<whole>{WORDS}|\d+)\b(?!\s*(?:%|million))",
    re.IGNORECASE,
)


def is_ratio(text: str, core: Amount) -> bool:
    """Whether a number is of "one in five", "two in every three"."""
    begin = max(0, core.start - 24)
    for ratio in _RATIO.finditer(text.replace("\n", " "), begin, core.end + 24):
        inside = core.start in (ratio.start("part"), ratio.start("whole"))
        if inside and value(ratio["part"]) < value(ratio["whole"]) and value(ratio["part"]) <= 9:
            return True
    return False


_AGE_GROUP = re.compile(
    r"\b(?:[a-z]+(?:s|men|ren|ple|one|body|them|[aeo]r|ist|ian)|[Tt]hose)\s(?:aged\s)?(?:over|under|below|above)\s$"
)
_MONTH_BEHIND = re.compile(r"\.?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_ALONE = re.compile(r"(?:\b[a-z][\w’'-]*)\s?$")
_IN_LIST = re.compile(r"(?:\d%?\)?[,;]|\w[,;:]|\(|\s[–—-])\s?$")
_NAMED_BEHIND = re.compile(r"\s+[A-Z]")
