"""Whether four digits are a year of the calendar."""

from __future__ import annotations

import re

IN = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|to|of|between|during|for|and|or|due|early|late|mid|last"
    r"|this|next|through|before|after|end of|around|throughout|starting|beginning|every|each|as)"
    r"|mid-)\s*$",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\b(?:quarter|half|year|year-end|calendar|fiscal|spring|summer|autumn|fall|winter|founded"
    r"|established|formed|incorporated|opened|launched|built|born)\s*:?\s*$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[ \t]+(?:[A-Z][\w&’'-]+)")


def is_year(text: str, start: int, end: int) -> bool:
    """Whether four digits are a year of the calendar: not part of a name, not a number."""
    if _heads_column(text, start, end):
        return True
    before, after = text[max(0, start - 40) : start], text[end : end + 30]
    if text[max(0, start - 4) : start] == "mid-":
        return True
    if re.search(r"\bat least\s+$", before):
        return bool(re.match(r"\s*[.,;:)]", after))
    if text[max(0, start - 1) : start] in tuple("$€£¥-–/#.:") and start:
        return bool(re.search(r"\d{4}\s*[–/-]$", before))
    if IN.search(before):
        return not _NAMED.match(after) or bool(re.match(r"\s+(?:and|to)\b", after))
    if re.match(r"\s?[–-]\s?(?:19|20)\d\d(?!\d)", after):
        return True
    if re.search(r"\(\s*$|\bFY\s*$|\d{4}\s*(?:and|or|to|[–-])\s*$", before):
        return True
    if re.search(r"(?:^|\n)[A-Z][a-z ]+$", before) and re.match(r":\s", after):
        return True
    if _OPENS.search(before):
        return True
    if re.search(r"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Aa]|[Ff]ull)\s+$", before):
        return bool(re.match(r"\s+[a-z]", after))
    return False


_COLUMNS = re.compile(r"\S {3,}\S|\t|\|")
_PERIOD = re.compile(r"\b(?:(?:19|20)\d\d|Q[1-4]|H[12]|[1-4]Q|[12]H|\d{1,2} [A-Z][a-z]+|FY\d\d)\b")


def _heads_column(text: str, start: int, end: int) -> bool:
    """Whether years stand in the head of a table: a row of columns with no numbers but periods."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    line = text[begin : stop if stop >= 0 else len(text)]
    return bool(_COLUMNS.search(line)) and not any(map(str.isdigit, _PERIOD.sub("", line)))
