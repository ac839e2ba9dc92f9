"""The line that says where, when and over which wire a release was issued.

Forms met in the wild: `HONG KONG, June 26, 2025 /PRNewswire/ --`, `SAN JOSE, Calif.--(BUSINESS
WIRE)--`, `LONDON (12 March 2025) –`, `Oslo, Norway – 3 May 2024:`, `BEIJING, May 3 (Xinhua) --`,
`SINGAPORE - Media OutReach Newswire - 3 May 2024 -`, and a bare date on its own line.
"""

from __future__ import annotations

import re
from datetime import date

from pr_assistant.models import Dateline
from pr_assistant.sentences import UPPER

_S, _GAP = r"\s{0,4}", r"\s{1,4}"
"""White space, never so much that parting it in every way takes time."""

_MONTH = (
    r"(?i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY_NAME = r"(?i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
_WEEKDAY = rf"(?:{_WEEKDAY_NAME},?{_GAP})?"
_DAY = r"\d{1,2}(?i:st|nd|rd|th)?"
_NO_YEAR = rf"{_WEEKDAY}(?:{_MONTH}{_GAP}{_DAY}|{_DAY}{_GAP}{_MONTH})"
DATE = (
    rf"(?:{_NO_YEAR},?{_GAP}\d{{4}}(?!\d)|{_WEEKDAY}\d{{4}}-\d{{2}}-\d{{2}}(?!\d)"
    r"|\d{1,2}(?:\.\d{1,2}\.|/\d{1,2}/)\d{4}(?!\d))"
)
"""A pattern of a day with its year, in words or numbers."""

_DATE = rf"(?P<date>{DATE})"
_WIRE = r"[/(]\s{0,4}(?P<wire>[A-Z][A-Za-z .-]{2,40}?)\s{0,4}[/)]"
_KNOWN_WIRE = (  # between dashes, anything but a wire is the first words of the text
    r"(?P<known>(?=[\w .&-]{0,30}(?i:wire|outreach|newsline|xinhua|reuters))"
    r"[A-Z][\w.&]*(?: [A-Z][\w.&]*){0,3})"
)
_WORD = rf"[{UPPER}][\w.'’/-]*"
_JOINED = rf"(?!{_WEEKDAY_NAME})(?:{_WORD}|[&/]|de|of|la|le|du|am|upon|and)"
_PLACE = rf"(?P<place>(?!{_WEEKDAY_NAME}){_WORD}(?:,?[ \xa0]{{1,4}}{_JOINED}){{0,6}})"
_CAPITALS = rf"(?P<place>[{UPPER}]{{3,}}(?:[ ,.]+[{UPPER}][{UPPER}A-Za-z.]+){{0,3}})"
_TIME = (
    rf"(?:,?{_S}(?:at{_GAP})?\d{{1,2}}[.:]\d\d(?:{_S}[ap]\.?m\.?)?(?:{_S}\(?[A-Z]{{2,4}}\)?)?"
    rf"(?:{_S}hours|{_S}hrs)?)?"
)
"""The hour of issue, which some write behind the day."""
_STOP = rf"{_S}(?:--|[–—:|]|\s-\s|-\s)"
_FORMS = tuple(
    re.compile(r"[\s*_]*" + form)
    for form in (
        rf"{_PLACE}{_S}[/(–—|-]{{1,3}}{_S}{_KNOWN_WIRE}{_S}[/)–—|-]{{1,3}}"
        rf"{_S}{_DATE}{_S}(?:{_STOP}|/|$)",
        rf"{_PLACE}{_S}[,.–—-]{_S}{_DATE}\.(?=\s+[{UPPER}].{{60}})",
        rf"{_PLACE}{_S}\({_S}{_DATE}{_S}\)(?=\s+[{UPPER}].{{60}})",
        rf"{_PLACE}{_S}[,–—|-]{{0,3}}{_S}\(?{_DATE}{_TIME}\)?{_S}"
        rf"(?:[,–—-]{{0,3}}{_S}(?:{_WIRE}|{_KNOWN_WIRE}(?={_STOP})))?{_S}[*_]*(?:{_STOP}|$)",
        rf"[(\[]{_S}{_PLACE}{_S}[,–—|-]{_S}{_DATE}{_S}[)\]](?:{_STOP})?",
        rf"{_PLACE}{_S}(?:--|[–—,])?{_S}{_WIRE}{_S}(?:{_STOP}|$)",
        rf"{_PLACE}{_S}[–—|-]{_S}{_KNOWN_WIRE}(?:{_STOP}|$)",
        rf"{_PLACE},?{_S}(?P<date>{_NO_YEAR}),?{_S}{_WIRE}{_S}(?:{_STOP}|$)",
        rf"{_DATE}{_S}[,–—|-]{_S}{_PLACE}(?:{_STOP}|$)",
        rf"{_DATE}{_TIME}{_S}(?:[,–—-]{{0,3}}{_S}{_WIRE})?{_S}(?:{_STOP}|$)",
        rf"{_CAPITALS}(?:,?{_GAP}(?P<date>{_NO_YEAR}))?{_S}(?:--|[–—])(?=.{{60}})",
    )
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def find(text: str, start: int, end: int, year: int | None = None) -> Dateline | None:
    """The dateline that the paragraph `text[start:end]` begins with, or None.

    Its date is None where none is written, where it may be one of two ("3/5/2024"), and where no
    year is written, unless `year` gives it.
    """
    for form in _FORMS:
        match = form.match(text, start, end)
        if match is None:
            continue
        named = match.groupdict()
        written = named.get("date")
        days = _days(written, year) if written else []
        if written and not days and (year or _has_year(written)):  # no such day: not a dateline
            continue
        place = (named.get("place") or "").strip(" ,-–—/") or None
        wire = named.get("wire") or named.get("known")
        if place or wire or len(days) == 1:
            day = days[0] if len(days) == 1 else None
            return Dateline(place, day, wire, start, match.end())
    return None


def day_in(text: str) -> date | None:
    """The first day that `text` names with its year, if it names one for certain."""
    for match in re.finditer(rf"(?<![\w.]){DATE}", text):
        if len(days := _days(match.group(), None)) == 1:
            return days[0]
    return None


def _has_year(written: str) -> bool:
    return re.search(r"\d{4}", written) is not None


def _days(written: str, year: int | None) -> list[date]:
    """The days a matched date may name: none if there is no such day, two if it is ambiguous."""
    numbers = [int(number) for number in re.findall(r"\d+", written)]
    if name := re.search(_MONTH + r"(?![a-z])", written):
        month = _MONTHS.index(name.group()[:3].lower()) + 1
        if len(numbers) == 1:
            numbers += [year] if year else []
        orders = [(numbers[1], month, numbers[0])] if len(numbers) == 2 else []
    elif "-" in written:
        orders = [(numbers[0], numbers[1], numbers[2])]
    else:
        one, two, last = numbers
        orders = sorted({(last, two, one), (last, one, two)})
    days = []
    for order in orders:
        try:
            days.append(date(*order))
        except ValueError:
            continue
    return days
