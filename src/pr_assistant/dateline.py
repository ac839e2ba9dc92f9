"""The line that says where, when and over which wire a release was issued.

Forms met in the wild: `HONG KONG, June 26, 2025 /PRNewswire/ --`, `SAN JOSE, Calif.--(BUSINESS
WIRE)--`, `LONDON (12 March 2025) –`, `Oslo, Norway – 3 May 2024:`, and a bare date on its own line.
"""

from __future__ import annotations

import re
from datetime import date

from pr_assistant.models import Dateline

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY_NAME = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
_WEEKDAY = rf"(?:{_WEEKDAY_NAME},?\s+)?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?P<date>{_WEEKDAY}(?:{_MONTH}\s+{_DAY},?\s+\d{{4}}|{_DAY}\s+{_MONTH},?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}))"
)
_WIRE = r"[/(]\s*(?P<wire>[A-Z][A-Za-z .-]{2,40}?)\s*[/)]"
_WORD = r"[A-Z][\w.'’/-]*"
_JOINED = rf"(?!{_WEEKDAY_NAME})(?:{_WORD}|[&/]|de|of|la|le|du|am|upon|and)"
_PLACE = rf"(?P<place>(?!{_WEEKDAY_NAME}){_WORD}(?:,?[ \xa0]+{_JOINED}){{0,6}})"
_STOP = r"\s*(?P<stop>--|[–—:]|\s-\s|-\s)"
_FORMS = tuple(
    re.compile(r"[\s*]*" + form)
    for form in (
        rf"{_PLACE}\s*[,–—-]?\s*\(?{_DATE}\)?\s*(?:[,–—-]*\s*{_WIRE})?\s*\**(?:{_STOP}|$)",
        rf"{_PLACE}\s*(?:--|[–—,])?\s*{_WIRE}\s*(?:{_STOP}|$)",
        rf"{_DATE}\s*[,–—-]\s*{_PLACE}(?:{_STOP}|$)",
        rf"{_DATE}\s*(?:[,–—-]*\s*{_WIRE})?\s*(?:{_STOP}|$)",
        r"(?P<place>[A-Z]{3,}(?:[ ,.]+[A-Z][A-Za-z.]+){0,3})\s*(?P<stop>--|[–—])(?=.{60})",
    )
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def find(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that the paragraph `text[start:end]` begins with, or None."""
    for form in _FORMS:
        match = form.match(text, start, end)
        if match is None:
            continue
        named = match.groupdict()
        written = named.get("date")
        day = _parse(written) if written else None
        if written and day is None:  # no such day: not a dateline
            continue
        place = (named.get("place") or "").strip(" ,-–—") or None
        return Dateline(place, day, named.get("wire"), start, match.end())
    return None


def _parse(written: str) -> date | None:
    """The day a matched date names, or None where there is no such day."""
    if iso := re.fullmatch(r"\d{4}-\d{2}-\d{2}", written):
        year, month, day = map(int, iso.group().split("-"))
    else:
        name = next(re.finditer(_MONTH, written)).group()
        month = _MONTHS.index(name[:3].lower()) + 1
        numbers = re.findall(r"\d+", written)
        day, year = int(numbers[0]), int(numbers[-1])
    try:
        return date(year, month, day)
    except ValueError:
        return None
