"""Whether four digits are a year of the calendar."""

from __future__ import annotations

import re

IN = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|to|of|between|during|for|and|or|due|early|late|mid|last"
    r"|this|next|through|before|after|end of|around|throughout|starting|beginning|every|each)"
    r"|mid-)\s*$",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\b(?:quarter|half|year|year-end|calendar|fiscal|spring|summer|autumn|fall|winter|founded"
    r"|established|formed|born)\s*$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[ \t]+(?:[A-Z][\w&’'-]+)")


def is_year(text: str, start: int, end: int) -> bool:
    """Whether four digits are a year of the calendar: not part of a name, not a number."""
    before, after = text[max(0, start - 40) : start], text[end : end + 30]
    if text[max(0, start - 4) : start] == "mid-":
        return True
    if re.search(r"\bat least\s+$", before):
        return bool(re.match(r"\s*[.,;:)]", after))
    if text[max(0, start - 1) : start] in tuple("$€£¥-–/#.:") and start:
        return bool(re.search(r"\d{4}\s*[–/-]$", before))
    if IN.search(before):
        return not _NAMED.match(after) or bool(re.match(r"\s+(?:and|to)\b", after))
    if re.search(r"\(\s*$|\bFY\s*$|\d{4}\s*(?:and|or|to|[–-])\s*$", before):
        return True
    if _OPENS.search(before):
        return True
    if re.search(r"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Aa]|[Ff]ull)\s+$", before):
        return bool(re.match(r"\s+[a-z]", after))
    return False
