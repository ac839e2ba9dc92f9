"""What day, month, quarter or year is meant, in ISO form; without a year, the nearest to today."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def part(written: str) -> str:
    """ "Q2" or "H1" for a quarter or half of a year."""
    short = re.search(r"[QH][1-4]", written)
    if short:
        return short.group()
    words = written.lower()
    number = next(
        n
        for n, w in enumerate(("first 1st", "second 2nd", "third 3rd", "fourth 4th"), 1)
        if any(each in words for each in w.split())
    )
    return f"{'Q' if 'quarter' in words else 'H'}{number}"


def month_number(name: str) -> int:
    """1 for "Jan" or "January"."""
    return _MONTHS.index(name[:3].lower()) + 1


_TENSE = re.compile(
    r"\b(?:(?P<future>(?:will|shall|would|to be|can|may|must|should)(?:\s+be)?(?:\s+[a-z]+)?"
    r"|until|till|next|expected|planned|scheduled|due|payable|takes? effect|comes? into|opens?"
    r"|starts?"
    r"|begins?|deadline|(?:is|are|was|were) to(?:\s+be)?(?:\s+[a-z]+)?)|(?P<past>was|were|had"
    r"|last|since"
    r"|ago|has been"
    r"|(?<!\bis )(?<!\bare )(?<!\bbe )[a-z]{2,}ed|held|won|took|gave|made|said|told|sold|began"
    r"|fell|rose|met|came|went"
    r"|broke|lost))\b"
)


_BORDER = re.compile(r"[.;!?]\s|\n\n|\n(?=\W)")
_YET_TO_COME = re.compile(r"\bwill\b.*\b(?:once|until|as soon as|when)\b", re.DOTALL)
""" "will be told once it has met in July"."""


def direction(text: str, at: int) -> int:
    """1 where the words before a date speak of what is to come, -1 of what was; 0 if of neither."""
    lead = _BORDER.split(text[max(0, at - 140) : at])[-1]
    found = list(_TENSE.finditer(lead))
    if not found:
        behind = _TENSE.search(re.split(r"[.;!?,]\s|\n", text[at : at + 90])[0])
        return 1 if behind and behind["future"] else 0
    return 1 if found[-1]["future"] or _YET_TO_COME.search(lead) else -1


def day_number(written: str) -> int:
    """The day that "1" or "1st" stands for."""
    return int(re.sub(r"\D", "", written))


def day_of(
    year: str | None, month: int, day: int, today: date | None, direction: int = 0
) -> str | None:
    """The day in ISO form; None if there is none. Without a year it is the one nearest to `today`,

    or the nearest after it (`direction` 1) or before it (-1), but for a month's grace.
    """
    years = [int(year)] if year else [today.year + n for n in (-1, 0, 1)] if today else []
    days = []
    for each in years:
        try:
            days.append(date(each, month, day))
        except ValueError:
            continue
    if not days:
        return None
    if today and not year and direction:
        ahead = [d for d in days if direction * (d - today).days > -32]
        days = ahead or days
    return min(days, key=lambda d: abs((d - today).days) if today else 0).isoformat()
